//! Parts that have no other wording, kinds, channels and folders.

use super::{FILE, panel, reword, written};
use crate::support::{Folder, example};

#[test]
fn own_words_and_single_phrases_are_not_reworded() {
    let folder = written();
    let before = folder.files();
    let mut said = String::new();
    for (part, code) in [
        ("2", 2),
        ("my_side", 2),
        ("5", 2),
        ("sign-off", 0),
        ("sign-off --pick 1", 2),
        ("99", 2),
        ("clsing", 2),
    ] {
        let shown = reword(
            &folder,
            &[
                &["--to", "Katherine", "--part"],
                &part.split(' ').collect::<Vec<_>>()[..],
            ]
            .concat(),
            "",
            code,
        );
        said.push_str(&format!("== {part}\n{shown}"));
    }
    insta::assert_snapshot!(said);
    assert_eq!(folder.files(), before);
}

#[test]
fn one_of_two_letters_is_chosen_and_both_keep_what_they_say() {
    let folder = written();
    let before = folder.files();
    let to = ["--to", "Zed"];
    assert!(reword(&folder, &to, "", 0).contains("by email"));
    let card = reword(&folder, &[&to[..], &["--as", "card"]].concat(), "", 0);
    assert!(
        card.contains("by card") && card.contains("your tour of"),
        "{card}"
    );
    assert!(!card.contains("labels that"), "{card}");
    let pick = ["--as", "card", "--part", "closing", "--pick", "1"];
    reword(&folder, &[&to[..], &pick].concat(), "", 0);
    let after = folder.files();
    let email = "letters/panel/zoe-zed-muller-2.thank-you.md";
    assert_eq!(after[email], before[email]);
    let second = email.replace(".md", "-2.md");
    assert_ne!(after[&second], before[&second]);
    assert_eq!(after.len(), before.len() + 1);
    insta::assert_snapshot!(folder.read(FILE));
}

#[test]
fn other_kinds_have_parts_as_well() {
    let folder = panel();
    let jo = ["--to", "Jo"];
    let said = reword(&folder, &jo, "", 2);
    assert!(
        said.contains("there is no thank-you to Jo Lindqvist"),
        "{said}"
    );
    let kind = [&jo[..], &["--kind", "check-in", "--part", "interest"]].concat();
    assert!(reword(&folder, &kind, "", 0).contains("check-in.interest in the check-in to Jo"));
    reword(&folder, &[&kind[..], &["--pick", "1"]].concat(), "", 0);
    assert!(folder.read(FILE).contains("  check-in.interest: "));
    let files = folder.files();
    assert!(
        files.contains_key("letters/panel/jo-lindqvist.check-in.md"),
        "{:?}",
        files.keys()
    );
}

#[test]
fn pins_lie_beside_the_letters_of_their_folder() {
    let folder = panel();
    let arguments = [
        "--to",
        "Ludwig",
        "--part",
        "closing",
        "--pick",
        "1",
        "--out",
        "my letters",
    ];
    reword(&folder, &arguments, "", 0);
    let names: Vec<String> = folder.files().into_keys().collect();
    assert!(
        names.contains(&"my letters/panel/wording.yaml".to_owned()),
        "{names:?}"
    );
    assert!(
        !names.iter().any(|name| name.starts_with("letters/")),
        "{names:?}"
    );
    let letter = "my letters/panel/ludwig-van-der-berg.thank-you.md";
    let picked = folder.read(letter);
    folder
        .regards(&["write", "panel.yaml", "--out", "my letters"])
        .passes();
    assert_eq!(folder.read(letter), picked);
}

#[test]
fn notes_from_standard_input_are_shown_and_picked_from() {
    let folder = Folder::new();
    let run = |more: &[&str]| {
        let all = [
            &["reword", "-", "--to", "Katherine", "--part", "closing"],
            more,
        ]
        .concat();
        folder.regards(&all).input(example("minimal.yaml")).passes()
    };
    assert!(run(&[]).stdout.contains("  3  "));
    run(&["--pick", "2"]);
    assert!(
        folder
            .read("letters/stdin/wording.yaml")
            .contains("closing: ")
    );
}

#[test]
fn one_notes_file_and_one_person_are_needed() {
    let folder = panel();
    folder.put("all/one.yaml", example("minimal.yaml"));
    folder.put("all/two.yaml", example("minimal.yaml"));
    let said = folder
        .regards(&["reword", "all", "--to", "Kath"])
        .fails(2)
        .stderr;
    insta::assert_snapshot!(said);
    folder.regards(&["reword", "panel.yaml"]).fails(2);
    folder
        .regards(&["reword", "panel.yaml", "--to", "Nobody"])
        .fails(2);
    let pick = ["reword", "panel.yaml", "--to", "Ludwig", "--pick", "1"];
    folder.regards(&pick).fails(2);
}

#[test]
fn a_note_that_is_passed_on_names_the_email_that_carries_it() {
    let folder = panel();
    let notes = folder.read("panel.yaml");
    folder.put(
        "panel.yaml",
        notes.replace("send: both", "send: via-recruiter"),
    );
    let said = reword(
        &folder,
        &["--to", "Zed", "--part", "closing", "--pick", "1"],
        "",
        0,
    );
    assert!(
        said.contains("The email to Jo Lindqvist that carries this note is as it was"),
        "{said}"
    );
}
