//! `regards themes`, run as a user runs it.

use crate::support::Folder;

const MINE: &str = "pools:
  closing:
    says: interest in the work, then thanks
    phrases:
      glad: I would be glad to do this work at {{ company }}. Thank you again.
      hope: >-
        I hope to hear from you about the {{ role }} role.
        Thank you.
  my-own:
    says: a part of my own, which the built-in skeletons do not ask for, and which is told at such length that it takes two lines
    phrases: { one: Words. }
";

/// A folder with a theme over `formal` that has one pool, one part and a limit of its own.
fn mine() -> Folder {
    let folder = Folder::with("mine/en/phrases/words.yaml", MINE);
    let info = "name: mine\ndescription: A little shorter.\nbase: formal\nthank-you: { email: { words: 90 } }\n";
    folder.put("mine/theme.yaml", info);
    let skeleton = "Dear {{ greeting }},\n\n{{ say(pool=\"my-own\") }} {% include \"ask.md\" %}\n\nYours,\\\n{{ from.name }}\n";
    folder.put("mine/en/check-in.email.md", skeleton);
    folder.put("mine/en/ask.md", "How do things stand?\n");
    folder
}

#[test]
fn the_built_in_themes_are_named() {
    let folder = Folder::new();
    let printed = folder.regards(&["themes"]).passes();
    insta::assert_snapshot!("list", format!("{}{}", printed.stdout, printed.stderr));
    let list = folder.regards(&["themes", "list", "-q"]).passes();
    assert_eq!((list.stdout, list.stderr), (printed.stdout, String::new()));
}

#[test]
fn a_theme_shows_what_is_its_own_and_what_is_not() {
    let folder = mine();
    let printed = folder.regards(&["themes", "show", "mine"]).passes();
    assert_eq!(printed.stderr, "");
    // The built-in phrases change often: what is one's own stands before them.
    let own = printed
        .stdout
        .split("\nen/phrases/card.yaml")
        .next()
        .unwrap();
    insta::assert_snapshot!("show", own);
    for from in ["(own)", "(formal)"] {
        assert!(printed.stdout.contains(from), "{}", printed.stdout);
    }
    assert!(
        printed
            .stdout
            .lines()
            .all(|line| line.chars().count() <= 80)
    );
    let formal = folder.regards(&["themes", "show", "formal"]).passes();
    assert!(formal.stdout.starts_with("formal (over warm): "));
    assert!(!formal.stdout.contains("(formal)"), "{}", formal.stdout);
    let folder = Folder::with("mine/theme.yaml", "name: mine\n");
    folder.put("mine/en/phrases.yaml", MINE);
    // A pool that nothing asks for is warned of, as `write` does.
    let printed = folder.regards(&["themes", "show", "mine"]).passes();
    assert!(printed.stderr.contains("unused-pool"), "{}", printed.stderr);
}

#[test]
fn the_phrases_of_a_pool_are_shown_with_their_names() {
    let folder = mine();
    let show = ["themes", "show", "mine", "--pool", "closing"];
    insta::assert_snapshot!("pool", folder.regards(&show).passes().stdout);
    let show = ["themes", "show", "mine", "--pool", "opening"];
    let opening = folder.regards(&show).passes().stdout;
    assert!(
        opening.contains("en/phrases/letter.yaml (formal)"),
        "{opening}"
    );
}

#[test]
fn what_there_is_not_is_met_with_what_there_is() {
    let folder = mine();
    folder.put("taken/file.txt", "mine");
    folder.put("file", "mine");
    let before = folder.files();
    let mut shown = String::new();
    for arguments in [
        &["show", "frmal"] as &[&str],
        &["show", "mine", "--pool", "closin"],
        &["show", "warm", "--pool", "weather"],
        &["eject", "formel", "new"],
        &["eject", "mine", "new"],
        &["eject", "warm", "new", "--only", "letter.yaml"],
        &["eject", "warm", "taken"],
        &["eject", "warm", "file"],
        &["eject", "warm", "file/new"],
        &["eject", "warm", "-"],
    ] {
        let printed = folder.regards(&[&["themes"], arguments].concat()).fails(2);
        assert_eq!(printed.stdout, "");
        shown.push_str(&format!("$ regards themes {}\n", arguments.join(" ")));
        shown.push_str(&printed.stderr);
    }
    insta::assert_snapshot!("messages", shown);
    assert_eq!(folder.files(), before);
}

#[test]
fn an_ejected_theme_says_what_comes_next() {
    let folder = Folder::new();
    // An empty folder is as good as none.
    std::fs::create_dir(folder.path().join("my theme")).unwrap();
    let printed = folder
        .regards(&["themes", "eject", "formal", "my theme"])
        .passes();
    assert_eq!(printed.stdout, "");
    insta::assert_snapshot!("eject", printed.stderr);
    let info = folder.read("my theme/theme.yaml");
    assert!(
        info.contains("\nname: my theme\n") && info.contains("\nbase: formal\n"),
        "{info}"
    );
    let names: Vec<String> = folder.files().into_keys().collect();
    for name in [
        "README.md",
        "en/phrases/letter.yaml",
        "en/worksheet.page.md",
    ] {
        assert!(names.contains(&format!("my theme/{name}")), "{names:?}");
    }
    let readme = folder.read("my theme/README.md");
    assert!(readme.starts_with("# The theme `my theme`, built on `formal`\n"));
    let page = folder.regards(&["themes", "variables"]).passes().stdout;
    assert!(readme.ends_with(&page) && !readme.contains('@'), "{readme}");
    // A folder that is called like a built-in theme is not that theme.
    let printed = folder
        .regards(&["themes", "eject", "warm", "brief"])
        .passes();
    assert!(
        printed.stderr.contains("--theme ./brief "),
        "{}",
        printed.stderr
    );
}

#[test]
fn single_files_can_be_ejected() {
    let folder = Folder::new();
    let two = [
        "--only",
        "en/phrases/card.yaml",
        "--only",
        "./en/thank-you.card.md",
    ];
    let eject = |theme, name| [&["themes", "eject", theme, name], &two[..]].concat();
    folder.regards(&eject("warm", "a")).passes();
    folder.regards(&eject("brief", "b/c")).passes();
    let names: Vec<String> = folder.files().into_keys().collect();
    assert_eq!(
        names,
        [
            "a/en/phrases/card.yaml",
            "a/en/thank-you.card.md",
            "b/c/en/phrases/card.yaml",
            "b/c/en/thank-you.card.md",
            // Without it, the rest would come from `warm`.
            "b/c/theme.yaml",
        ]
    );
}

#[test]
fn a_name_that_yaml_would_misread_is_the_themes_name() {
    for name in ["it's: #1", "\"q\" and \\", "- [x]", "yes", "@MINE@"] {
        let folder = Folder::new();
        folder
            .regards(&["themes", "eject", "brief", "--", name])
            .passes();
        let path = format!("./{name}");
        let shown = folder.regards(&["themes", "show", &path]).passes().stdout;
        let title = format!("{name} (over brief, over warm): ");
        assert!(shown.starts_with(&title), "{shown}");
    }
}
