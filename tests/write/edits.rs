//! What the user has changed is theirs.

use std::fs;

use proptest::prelude::*;

use crate::support::{Folder, example};

const LETTER: &str = "letters/minimal/katherine-oneill.thank-you.md";
const TEXT: &str = "letters/minimal/katherine-oneill.thank-you.txt";

fn written() -> Folder {
    let folder = Folder::with("minimal.yaml", example("minimal.yaml"));
    folder.regards(&["write", "minimal.yaml"]).passes();
    folder
}

/// Changes the letter's first paragraph as a user would, in an editor.
fn edit(folder: &Folder, words: &str) -> String {
    let edited =
        folder
            .read(LETTER)
            .replacen("Dear Katherine,", &format!("Dear Katherine,\n\n{words}"), 1);
    folder.put(LETTER, &edited);
    edited
}

#[test]
fn an_edited_letter_survives_every_command_and_reaches_what_is_made_from_it() {
    let folder = written();
    let edited = edit(&folder, "The *lab* smelt of solder & coffee.");
    for command in [
        &["write", "minimal.yaml"][..],
        &["write", "minimal.yaml", "--to", "Katherine"],
        &["write", "minimal.yaml", "--quiet"],
        &["write", "minimal.yaml", "--as", "card"],
        &["write", "minimal.yaml", "--date", "2027-01-01"],
        &["write", "minimal.yaml", "--json"],
        &["write", "minimal.yaml", "--explain"],
        &["check", "minimal.yaml"],
    ] {
        folder.regards(command).passes();
        assert_eq!(folder.read(LETTER), edited, "{command:?}");
        assert!(
            folder
                .read(TEXT)
                .contains("\n\nThe lab smelt of solder & coffee.\n\n"),
            "{command:?}"
        );
    }
    let printed = folder.regards(&["write", "minimal.yaml"]).passes();
    assert!(
        printed.stderr.contains("as you edited it"),
        "{}",
        printed.stderr
    );
}

#[test]
fn an_edited_letter_survives_a_change_of_the_notes() {
    let folder = written();
    let edited = edit(&folder, "The lab smelt of solder.");
    folder.put(
        "minimal.yaml",
        example("minimal.yaml").replace("LabVIEW", "Fortran"),
    );
    folder.regards(&["write", "minimal.yaml"]).passes();
    assert_eq!(folder.read(LETTER), edited);
}

#[test]
fn an_edited_card_reaches_the_pdf() {
    let folder = Folder::with("minimal.yaml", example("minimal.yaml"));
    folder
        .regards(&["write", "minimal.yaml", "--as", "card"])
        .passes();
    let pdf = LETTER.replace(".md", ".pdf");
    let before = fs::read(folder.path().join(&pdf)).unwrap();
    edit(&folder, "The lab smelt of solder.");
    folder
        .regards(&["write", "minimal.yaml", "--as", "card"])
        .passes();
    let after = fs::read(folder.path().join(&pdf)).unwrap();
    assert_ne!(before, after);
    folder.put(
        LETTER,
        folder
            .read(LETTER)
            .replace("The lab smelt of solder.\n\n", ""),
    );
    folder
        .regards(&["write", "minimal.yaml", "--as", "card"])
        .passes();
    assert_eq!(fs::read(folder.path().join(&pdf)).unwrap(), before);
}

#[test]
fn recompose_throws_an_edit_away_and_says_so() {
    let folder = written();
    let composed = folder.read(LETTER);
    edit(&folder, "The lab smelt of solder.");
    let printed = folder
        .regards(&["write", "minimal.yaml", "--recompose", "Kath"])
        .passes();
    assert!(
        printed.stderr.contains("your changes"),
        "{}",
        printed.stderr
    );
    assert_eq!(folder.read(LETTER), composed);
}

#[test]
fn recompose_leaves_a_text_that_was_changed_by_hand() {
    let folder = written();
    edit(&folder, "The lab smelt of solder.");
    folder.put(TEXT, "my own words\n");
    folder
        .regards(&["write", "minimal.yaml", "--recompose", "Kath"])
        .fails(3);
    assert_eq!(folder.read(TEXT), "my own words\n");
    assert!(!folder.read(LETTER).contains("solder"));
}

#[test]
fn an_edit_never_goes_to_somebody_else() {
    let people = |one: &str, other: &str| {
        format!(
            "from: {{ name: A B }}\ninterview: {{ company: N, role: E, date: 2026-11-18 }}\n\
             interviewers: [{{ name: {one} }}, {{ name: {other} }}]\n"
        )
    };
    let folder = Folder::with("notes.yaml", people("Ann Lee", "Ann-Lee"));
    folder.regards(&["write", "notes.yaml"]).passes();
    let letter = "letters/notes/ann-lee.thank-you.md";
    folder.put(letter, folder.read(letter) + "\nPS for Ann Lee alone.\n");
    folder.put("notes.yaml", people("Ann-Lee", "Ann Lee"));
    let before = folder.files();
    let printed = folder.regards(&["write", "notes.yaml"]).fails(2);
    assert_eq!(folder.files(), before);
    insta::assert_snapshot!(printed.stderr);
}

#[test]
fn an_edit_keeps_its_channel_and_the_run_says_so() {
    let folder = written();
    edit(&folder, "The lab smelt of solder.");
    let printed = folder
        .regards(&["write", "minimal.yaml", "--as", "card"])
        .passes();
    assert!(
        printed.stderr.contains("by email, as its own header says"),
        "{}",
        printed.stderr
    );
}

#[test]
fn a_card_beside_an_email_never_takes_its_place() {
    let both =
        example("minimal.yaml").replace("discussed_points", "send: both\n    discussed_points");
    let folder = Folder::with("minimal.yaml", both);
    folder.regards(&["write", "minimal.yaml"]).passes();
    let all = folder.files();
    assert!(
        all.contains_key("letters/minimal/katherine-oneill.thank-you-2.pdf"),
        "{:?}",
        all.keys()
    );
    for channel in ["card", "email"] {
        folder
            .regards(&["write", "minimal.yaml", "--as", channel])
            .passes();
        assert!(folder.read(LETTER).contains("channel: email"), "{channel}");
    }
}

#[test]
fn a_text_that_was_changed_by_hand_is_left_alone_and_named() {
    let folder = written();
    folder.put(TEXT, "my own words\n");
    let printed = folder.regards(&["write", "minimal.yaml"]).fails(3);
    assert_eq!(folder.read(TEXT), "my own words\n");
    insta::assert_snapshot!(printed.stderr);
    folder
        .regards(&["write", "minimal.yaml", "--force"])
        .passes();
    assert!(folder.read(TEXT).starts_with("Dear Katherine,\n"));
}

#[test]
fn without_its_manifest_every_letter_counts_as_the_users() {
    let folder = written();
    fs::remove_file(folder.path().join("letters/minimal/.regards.json")).unwrap();
    folder.put(
        "minimal.yaml",
        example("minimal.yaml").replace("LabVIEW", "Fortran"),
    );
    let before = folder.read(LETTER);
    folder.regards(&["write", "minimal.yaml"]).passes();
    assert_eq!(folder.read(LETTER), before);
}

#[test]
fn what_a_killed_run_left_is_taken_away_and_not_mistaken_for_the_users() {
    let folder = written();
    let manifest = "letters/minimal/.regards.json";
    let finished = folder.files();
    // Cut short after the manifest learnt of new bytes and before they took their name.
    folder.put(
        "letters/minimal/.katherine-oneill.thank-you.md.4711.part",
        "half of a let",
    );
    let both = folder.read(manifest).replace(
        "\"katherine-oneill.thank-you.md\": [",
        &format!(
            "\"katherine-oneill.thank-you.md\": [\n      \"sha256:{}\",",
            "0".repeat(64)
        ),
    );
    folder.put(manifest, both);
    folder.put("letters/minimal/.note.part", "not of this program");
    folder.regards(&["write", "minimal.yaml"]).passes();
    let mut files = folder.files();
    assert!(files.remove("letters/minimal/.note.part").is_some());
    assert_eq!(files, finished);
}

#[test]
fn runs_at_once_leave_whole_files_that_the_next_run_knows() {
    let folder = Folder::with("panel.yaml", example("panel.yaml"));
    std::thread::scope(|scope| {
        for name in ["Katherine", "Ludwig", "Khai", "Zed", "José"] {
            let folder = &folder;
            scope.spawn(move || {
                folder
                    .regards(&["write", "panel.yaml", "--to", name])
                    .passes()
            });
        }
    });
    let printed = folder.regards(&["write", "panel.yaml"]).passes();
    assert_eq!(
        printed.stderr.matches("(unchanged)").count(),
        13,
        "{}",
        printed.stderr
    );
    assert!(!printed.stderr.contains("you edited"), "{}", printed.stderr);
    folder.put(
        "panel.yaml",
        example("panel.yaml").replace("Senior Controls Engineer\n", "Controls Engineer\n"),
    );
    let printed = folder.regards(&["write", "panel.yaml"]).passes();
    assert_eq!(
        printed.stderr.matches("(new text)").count(),
        13,
        "{}",
        printed.stderr
    );
}

#[test]
fn a_broken_edit_is_shown_and_nothing_is_written() {
    let folder = written();
    let broken = folder
        .read(LETTER)
        .replacen("channel: email", "chanel: email", 1);
    folder.put(LETTER, &broken);
    let before = folder.files();
    let printed = folder.regards(&["write", "minimal.yaml"]).fails(2);
    assert_eq!(folder.files(), before);
    insta::assert_snapshot!(printed.stderr);
}

#[test]
fn what_is_no_longer_made_is_named_and_stays() {
    let folder = written();
    folder.put(
        "minimal.yaml",
        example("minimal.yaml").replace("Katherine O'Neill", "Ann Lee"),
    );
    let printed = folder.regards(&["write", "minimal.yaml"]).passes();
    assert!(
        printed.stderr.contains("katherine-oneill.thank-you.md"),
        "{}",
        printed.stderr
    );
    assert!(folder.path().join(LETTER).exists());
    let printed = folder
        .regards(&["write", "minimal.yaml", "--to", "Ann"])
        .passes();
    assert!(!printed.stderr.contains("katherine"), "{}", printed.stderr);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Any words between salutation and sign-off: the file stays, the text is made from it.
    #[test]
    fn any_edit_survives(words in "[A-Za-z][a-zA-Z ,.é*_#<&-]{0,60}[a-z]") {
        let folder = written();
        let edited = edit(&folder, &words);
        folder.regards(&["write", "minimal.yaml", "--no-proof"]).passes();
        prop_assert_eq!(folder.read(LETTER), edited);
        let letters: String = words.chars().filter(|c| c.is_alphanumeric()).collect();
        let text: String = folder.read(TEXT).chars().filter(|c| c.is_alphanumeric()).collect();
        prop_assert!(text.contains(&letters), "{text}");
    }
}
