//! What the flags about paper do and say.

use lopdf::Document;
use serde_json::Value;

use super::pdf::bookmarks;
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
    let wrong: [&[&str]; 11] = [
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
        &["--sheet", "avery-8387", "--fold", "half"],
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
fn a_label_without_room_names_the_person_and_the_line_of_the_notes() {
    let street = "400 N Morgan St";
    let indent = " ".repeat(6);
    let tall =
        ["Building 7", "Floor 4", "Door 12", street, "Rear house"].join(&format!("\n{indent}"));
    let notes = example("panel.yaml").replace(street, &tall);
    let folder = Folder::with("panel.yaml", notes);
    for calibrate in [&[][..], &["--calibrate"]] {
        let labels = [
            "write",
            "panel.yaml",
            "--as",
            "card",
            "--labels",
            "avery-5160",
            "--quiet",
        ];
        let printed = folder.regards(&[&labels, calibrate].concat()).fails(2);
        insta::assert_snapshot!("a_label_without_room", printed.stderr);
    }
    assert_eq!(folder.files().len(), 1, "nothing was written");
}

#[test]
fn an_address_abroad_without_its_country_is_warned_of() {
    let abroad = |notes: &str| {
        let notes = notes.replacen(
            "400 N Morgan St\n      Chicago, IL 60642",
            "Torstraße 12\n      10119 Berlin",
            1,
        );
        let folder = Folder::with("panel.yaml", notes);
        let arguments = ["write", "panel.yaml", "--envelope", "auto"];
        let said = folder.regards(&arguments).passes().stderr;
        let warned = said
            .lines()
            .filter(|line| line.starts_with("warning: the address"));
        warned.map(str::to_owned).collect::<Vec<_>>()
    };
    let notes = example("panel.yaml");
    let warned = abroad(&notes);
    assert_eq!(warned.len(), 1, "{warned:?}");
    assert!(
        warned[0].contains("Katherine O'Neill-Vásquez"),
        "{warned:?}"
    );
    // Where the sender's is not known, nothing is.
    assert!(abroad(&notes.replace("Chicago, IL 60607", "Chicago")).is_empty());
}

#[test]
fn a_folded_card_says_that_both_sides_are_printed_and_a_scored_sheet_that_it_folds() {
    let folder = Folder::with("panel.yaml", example("panel.yaml"));
    let said = |flags: &[&str]| {
        let arguments = [&["write", "panel.yaml", "--as", "card"], flags].concat();
        let said = folder.regards(&arguments).passes().stderr;
        said.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let folded = said(&["--fold", "half"]);
    assert!(
        folded.contains("on both sides, flipped on the long edge"),
        "{folded}"
    );
    assert!(folded.contains("`--flip short`"), "{folded}");
    let other = said(&["--fold", "half", "--flip", "short"]);
    assert!(other.contains("flipped on the short edge"), "{other}");
    let single = said(&["--sheet", "avery-8315"]);
    assert!(single.contains("made to be folded"), "{single}");
    let whole = said(&["--sheet", "avery-8315", "--fold", "half"]);
    assert!(!whole.contains("made to be folded"), "{whole}");
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

/// They are taken up some files at a time.
#[test]
fn the_cards_of_many_files_stand_in_the_order_of_the_files_each_for_its_reader() {
    let folder = Folder::new();
    let starts = ["Ma", "Lo", "Ti", "Ra", "Ke", "Jo", "Si", "Vi"];
    let ends = ["ra", "na", "mo", "li", "ta", "ne", "do", "ka", "su"];
    let names = starts
        .iter()
        .flat_map(|start| ends.iter().map(move |end| format!("{start}{end}")));
    let names: Vec<String> = names.collect();
    for (place, name) in names.iter().enumerate() {
        let notes = example("minimal.yaml").replace("Katherine O'Neill", &format!("{name} Stone"));
        folder.put(&format!("n/{place:02}.yaml"), notes);
    }
    let arguments = [
        "write",
        "n",
        "--bundle",
        "--as",
        "card",
        "--no-proof",
        "--quiet",
        "--out",
        "letters",
    ];
    folder.regards(&arguments).passes();
    let document = Document::load_mem(&folder.files()["letters/cards.pdf"]).unwrap();
    let expected = names.iter().enumerate();
    let expected: Vec<_> = expected
        .map(|(place, name)| (format!("{name} Stone"), place))
        .collect();
    assert_eq!(bookmarks(&document), expected);
    for (page, name) in (1..).zip(&names) {
        let text = document.extract_text(&[page]).unwrap();
        let text: String = text.split_whitespace().collect();
        assert!(text.contains(&format!("Dear{name},")), "{name}: {text}");
    }
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
