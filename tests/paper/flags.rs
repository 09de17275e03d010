//! What the flags about paper do and say.

use serde_json::Value;

use crate::support::{Folder, example};

#[test]
fn a_run_says_what_to_print_and_for_whom_an_address_is_missing() {
    let folder = Folder::with("panel.yaml", example("panel.yaml"));
    let printed = folder
        .regards(&[
            "write",
            "panel.yaml",
            "--as",
            "card",
            "--sheet",
            "us-letter",
            "--envelope",
            "auto",
            "--labels",
            "avery-5160",
            "--bundle",
            "--calibrate",
        ])
        .fails(1);
    insta::assert_snapshot!(printed.stderr);
    let names: Vec<String> = folder
        .files()
        .into_keys()
        .filter(|name| name.ends_with(".pdf"))
        .collect();
    insta::assert_snapshot!(names.join("\n"));
}

#[test]
fn flags_about_paper_that_ask_for_nothing_are_met() {
    let folder = Folder::with("panel.yaml", example("panel.yaml"));
    let mut said = String::new();
    let wrong: [&[&str]; 10] = [
        &["--sheet", "avery-5160"],
        &["--labels", "avery-8387"],
        &["--envelope", "b6"],
        &["--sheet", "avery-8387", "--start", "5"],
        &["--sheet", "us-letter", "--start", "3"],
        &["--start", "2"],
        &["--calibrate"],
        &["--sheet", "a4", "--shift", "3"],
        &["--sheet", "avery-8389", "--size", "a2"],
        &["--sheet", "avery-8389", "--fold", "half"],
    ];
    for flags in wrong {
        let arguments = [&["write", "panel.yaml", "--as", "card", "--quiet"], flags].concat();
        let printed = folder.regards(&arguments).fails(2);
        said.push_str(&format!("$ {}\n{}", flags.join(" "), printed.stderr));
    }
    insta::assert_snapshot!(said);
    assert_eq!(folder.files().len(), 1, "nothing was written");
}

#[test]
fn an_address_without_room_is_shown_in_the_notes() {
    let notes = example("panel.yaml").replace("400 N Morgan St", &"Long Street ".repeat(12));
    let folder = Folder::with("panel.yaml", notes);
    let printed = folder
        .regards(&["write", "panel.yaml", "--envelope", "auto", "--quiet"])
        .fails(2);
    insta::assert_snapshot!(printed.stderr);
    assert_eq!(folder.files().len(), 1, "nothing was written");
}

#[test]
fn the_cards_of_several_files_are_bound_into_one() {
    let folder = Folder::with("one.yaml", example("panel.yaml"));
    folder.put(
        "two.yaml",
        example("panel.yaml").replace("Northwind", "Eastwind"),
    );
    let arguments = [
        "write", "one.yaml", "two.yaml", "--bundle", "--json", "--quiet",
    ];
    let printed = folder.regards(&arguments).passes();
    let last: Value = serde_json::from_str(printed.stdout.lines().last().unwrap()).unwrap();
    assert_eq!(last["stack"], "card");
    assert_eq!(last["count"], 4);
    assert_eq!(last["path"], "letters/cards.pdf");
    assert!(folder.files().contains_key("letters/cards.pdf"));
    let again = folder.regards(&arguments).passes();
    assert!(
        again.stdout.contains("\"outcome\":\"unchanged\""),
        "{}",
        again.stdout
    );
}

#[test]
fn a_letter_that_waits_is_on_no_sheet() {
    let notes = example("panel.yaml").replace(
        "name: Dr. Katherine O'Neill-Vásquez",
        "name: Dr. Katherine O'Neill-Vásquez\n    unsure: true",
    );
    let folder = Folder::with("panel.yaml", notes);
    let arguments = [
        "write",
        "panel.yaml",
        "--sheet",
        "a4",
        "--size",
        "a6",
        "--json",
        "--quiet",
    ];
    let printed = folder.regards(&arguments).fails(1);
    let last: Value = serde_json::from_str(printed.stdout.lines().last().unwrap()).unwrap();
    assert_eq!(
        (&last["stack"], &last["count"]),
        (&"card".into(), &1.into())
    );
}
