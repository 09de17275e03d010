//! The small commands.

use std::fs;

use crate::support::{Folder, example, project};

#[test]
fn a_new_user_goes_from_init_to_letters() {
    let folder = Folder::new();
    let printed = folder.regards(&["init"]).passes();
    insta::assert_snapshot!(printed.stderr, @r"
    Wrote interview.yaml. Fill it in, then:
      regards check interview.yaml
      regards write interview.yaml
    ");
    let checked = folder
        .regards(&["check", "interview.yaml", "--strict"])
        .passes();
    let found = "no known errors found in 1 notes file and 2 letters\n";
    assert!(checked.stderr.ends_with(found), "{}", checked.stderr);
    assert_eq!(checked.stdout, "");
    folder.regards(&["write", "interview.yaml"]).passes();
    assert!(
        folder
            .files()
            .keys()
            .any(|name| name.ends_with(".thank-you.txt"))
    );
}

#[test]
fn init_never_overwrites() {
    let folder = Folder::with("interview.yaml", "mine");
    let printed = folder.regards(&["init"]).fails(3);
    assert_eq!(folder.read("interview.yaml"), "mine");
    assert!(
        printed.stderr.contains("is there already"),
        "{}",
        printed.stderr
    );
    let printed = folder.regards(&["init", "new folder/it's.yaml"]).passes();
    assert!(
        printed
            .stderr
            .contains("regards write 'new folder/it'\\''s.yaml'"),
        "{}",
        printed.stderr
    );
    assert!(
        folder
            .read("new folder/it's.yaml")
            .contains("interviewers:")
    );
}

#[test]
fn the_schema_is_printed_as_it_is_committed() {
    let printed = Folder::new().regards(&["schema"]).passes();
    let committed = fs::read_to_string(project().join("schema/interview.schema.json")).unwrap();
    assert_eq!(printed.stdout, committed);
}

#[test]
fn shells_and_man_know_the_commands() {
    let folder = Folder::new();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = folder.regards(&["completions", shell]).passes().stdout;
        assert!(script.contains("recompose"), "{shell}");
        assert!(script.contains("eject"), "{shell}");
    }
    let page = folder.regards(&["man"]).passes().stdout;
    for command in ["write", "reword", "check", "init", "themes", "schema"] {
        assert!(page.contains(&format!("regards\\-{command}")), "{command}");
        let own = folder.regards(&["man", command]).passes().stdout;
        assert!(
            own.contains(&format!("regards\\-{command}")),
            "{command}: {own}"
        );
    }
    let page = folder.regards(&["man", "write"]).passes().stdout;
    assert!(page.contains("recompose"), "{page}");
    // A page names those of the commands inside it: they are there too.
    let page = folder.regards(&["man", "themes"]).passes().stdout;
    for command in ["list", "show", "variables", "eject"] {
        let name = format!("regards\\-themes\\-{command}");
        assert!(page.contains(&name), "{command}: {page}");
        let own = ["man", &format!("themes-{command}")];
        let own = folder.regards(&own).passes().stdout;
        assert!(own.contains(&name), "{command}: {own}");
    }
}

#[test]
fn check_has_three_formats() {
    let notes = example("minimal.yaml")
        .replace("role: Controls Engineer", "rol: Controls Engineer")
        .replace("2026-11-18", "2026-11-31");
    let folder = Folder::with("notes.yaml", notes);
    let mut shown = String::new();
    for format in ["full", "concise", "json"] {
        let printed = folder
            .regards(&["check", "notes.yaml", "--format", format])
            .fails(2);
        shown.push_str(&format!(
            "== {format}\n{}{}",
            printed.stdout, printed.stderr
        ));
    }
    insta::assert_snapshot!(shown);
}

#[test]
fn help_fits_a_terminal_and_wrong_words_are_met() {
    let folder = Folder::new();
    let help = folder.regards(&["--help"]).passes().stdout;
    assert!(
        help.lines().all(|line| line.chars().count() <= 100),
        "{help}"
    );
    let wrong = folder.regards(&["wirte", "x.yaml"]).fails(2).stderr;
    assert!(wrong.contains("'write'"), "{wrong}");
    folder.regards(&[]).fails(2);
    let colored = folder
        .regards(&["check", "x.yaml", "--color", "always"])
        .fails(2);
    assert!(format!("{}{}", colored.stdout, colored.stderr).contains("\u{1b}["));
    let plain = folder.regards(&["check", "x.yaml"]).fails(2);
    assert!(!format!("{}{}", plain.stdout, plain.stderr).contains("\u{1b}["));
}
