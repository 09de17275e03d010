//! What is shown and picked, and what becomes of the letters.

use super::{FILE, KATHERINE, panel, reword, written};

const CLOSING: [&str; 4] = ["--to", "Katherine", "--part", "closing"];

#[test]
fn a_letter_is_shown_as_its_parts() {
    let folder = panel();
    insta::assert_snapshot!(reword(&folder, &["--to", "Katherine"], "", 0));
    assert!(
        !folder
            .files()
            .keys()
            .any(|name| name.starts_with("letters"))
    );
}

#[test]
fn other_wordings_stand_between_their_sentences_and_nothing_is_asked_at_the_end_of_input() {
    let folder = panel();
    insta::assert_snapshot!(reword(&folder, &CLOSING, "", 0));
    assert!(
        !folder
            .files()
            .keys()
            .any(|name| name.starts_with("letters"))
    );
}

#[test]
fn a_pick_is_kept_and_the_letter_written_anew() {
    let folder = written();
    let before = folder.files();
    insta::assert_snapshot!(reword(&folder, &CLOSING, "m\n5\n", 0));
    insta::assert_snapshot!(folder.read(FILE));
    let after = folder.files();
    let changed: Vec<&str> = after
        .iter()
        .filter(|(name, bytes)| before.get(*name) != Some(bytes))
        .map(|(name, _)| name.as_str())
        .collect();
    let text = KATHERINE.replace(".md", ".txt");
    let draft = KATHERINE.replace(".md", ".eml");
    assert_eq!(
        changed,
        [
            "letters/panel/.regards.json",
            &draft,
            KATHERINE,
            &text,
            FILE
        ]
    );

    let printed = folder.regards(&["write", "panel.yaml"]).passes();
    assert!(!printed.stderr.contains("new text"), "{}", printed.stderr);
    assert!(!printed.stderr.contains("wording"), "{}", printed.stderr);
    assert_eq!(folder.files(), after);
    let parts = reword(&folder, &["--to", "Katherine"], "", 0);
    assert!(parts.contains("  closing (picked)\n"), "{parts}");

    reword(&folder, &["--to", "Katherine", "--reset"], "", 0);
    let again = folder.files();
    assert_eq!(again[KATHERINE], before[KATHERINE]);
    assert_eq!(again[&text], before[&text]);
    assert_eq!(folder.read(FILE).lines().count(), 1);
}

#[test]
fn a_number_picks_what_was_shown_under_it_without_asking() {
    let (asked, told) = (written(), written());
    reword(&asked, &CLOSING, "m\n5\n", 0);
    let said = reword(&told, &[&CLOSING[..], &["--pick", "5"]].concat(), "", 0);
    assert!(!said.contains("Which?"), "{said}");
    assert_eq!(told.files(), asked.files());
    let said = reword(&told, &[&CLOSING[..], &["--pick", "7"]].concat(), "", 2);
    assert!(
        said.contains("`--pick 7` is none of the 6 other wordings of closing"),
        "{said}"
    );
    assert_eq!(told.files(), asked.files());
}

#[test]
fn what_nobody_else_has_comes_first() {
    let folder = panel();
    let said = reword(&folder, &CLOSING, "m\n", 0);
    let dealt = said.find("(dealt to").unwrap();
    assert!(said.find("  5  ").unwrap() < dealt, "{said}");
    assert_eq!(said.matches("(dealt to").count(), 2, "{said}");
}

#[test]
fn enter_leaves_it_and_what_is_no_answer_is_asked_again() {
    let folder = written();
    let before = folder.files();
    for (answer, code) in [
        ("\n", 0),
        ("x\n\n", 0),
        ("9\n0\nm\nm\nM\n\n", 0),
        ("x\n", 2),
        ("9\n", 2),
    ] {
        reword(&folder, &CLOSING, answer, code);
        assert_eq!(folder.files(), before, "{answer:?}");
    }
    assert!(reword(&folder, &CLOSING, "x\n2", 0).contains("`x` is none of them"));
    assert_ne!(folder.files(), before);
}

#[test]
fn a_letter_that_was_never_written_is_written_with_the_pick() {
    let folder = panel();
    reword(&folder, &[&CLOSING[..], &["--pick", "1"]].concat(), "", 0);
    let with = folder.read(KATHERINE);
    assert_eq!(
        folder
            .files()
            .keys()
            .filter(|name| name.starts_with("letters"))
            .count(),
        5,
        "the letter, its text and draft, the wording and the manifest"
    );
    folder.regards(&["write", "panel.yaml"]).passes();
    assert_eq!(folder.read(KATHERINE), with);
}

#[test]
fn an_edited_letter_is_left_and_the_pick_waits() {
    let folder = written();
    let edited = folder
        .read(KATHERINE)
        .replace("eleven benches", "twelve benches");
    folder.put(KATHERINE, &edited);
    let before = folder.files();
    insta::assert_snapshot!(reword(
        &folder,
        &[&CLOSING[..], &["--pick", "2"]].concat(),
        "",
        0
    ));
    let mut after = folder.files();
    let pinned = after.remove(FILE).unwrap();
    assert_eq!(after, before);
    assert!(String::from_utf8(pinned).unwrap().contains("closing: "));
    let said = reword(&folder, &["--to", "Katherine"], "", 0);
    assert!(said.contains("You have edited this letter"), "{said}");
    folder
        .regards(&["write", "panel.yaml", "--recompose", "Katherine"])
        .passes();
    let other = written();
    reword(&other, &[&CLOSING[..], &["--pick", "2"]].concat(), "", 0);
    assert_eq!(folder.read(KATHERINE), other.read(KATHERINE));
}
