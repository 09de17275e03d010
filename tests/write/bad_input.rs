//! Bad input ends with code 2, a message, and not a byte on the disk.

use std::fs;

use crate::support::{Folder, example, project};

#[test]
fn no_broken_notes_file_writes_anything() {
    let fixtures = project().join("tests/fixtures/notes");
    let mut count = 0;
    for (name, bytes) in crate::support::files_below(&fixtures) {
        if !name.ends_with(".yaml") {
            continue;
        }
        // A date that only the plan uses, for one, warns and holds nothing back.
        if regards::notes::load("notes.yaml", &bytes).is_ok() {
            continue;
        }
        count += 1;
        let folder = Folder::with("notes.yaml", bytes);
        for command in ["write", "check"] {
            let printed = folder.regards(&[command, "notes.yaml"]).fails(2);
            let shown = format!("{}{}", printed.stdout, printed.stderr);
            assert!(shown.contains("notes.yaml"), "{name}: {shown}");
            assert!(shown.contains("help:"), "{name}: {shown}");
        }
        assert_eq!(folder.files().len(), 1, "{name}");
    }
    assert!(count >= 50, "only {count} broken files");
}

#[test]
fn what_is_no_notes_file_is_named() {
    let folder = Folder::new();
    fs::create_dir(folder.path().join("empty")).unwrap();
    folder.put("large.yaml", vec![b'#'; 50 * 1024 * 1024]);
    let mut printed = String::new();
    for name in ["missing.yaml", "empty", "large.yaml"] {
        printed.push_str(&folder.regards(&["write", name]).fails(2).stderr);
    }
    assert_eq!(folder.files().len(), 1);
    insta::assert_snapshot!(printed);
}

#[test]
fn one_bad_file_of_several_keeps_all_from_being_written() {
    let folder = Folder::with("good.yaml", example("minimal.yaml"));
    folder.put(
        "bad.yaml",
        example("minimal.yaml").replace("company", "compny"),
    );
    let printed = folder.regards(&["write", "good.yaml", "bad.yaml"]).fails(2);
    assert_eq!(folder.files().len(), 2);
    assert!(printed.stderr.contains("bad.yaml"), "{}", printed.stderr);
    assert!(
        printed.stderr.contains("Nothing was written"),
        "{}",
        printed.stderr
    );
}

#[test]
fn names_that_fit_nobody_or_two_are_met() {
    let folder = Folder::with("panel.yaml", example("panel.yaml"));
    let nobody = folder
        .regards(&["write", "panel.yaml", "--to", "Bob"])
        .fails(2)
        .stderr;
    let two = folder
        .regards(&["write", "panel.yaml", "--to", "er"])
        .fails(2)
        .stderr;
    assert_eq!(folder.files().len(), 1);
    insta::assert_snapshot!(format!("{nobody}\n{two}"));
}

#[test]
fn flags_with_values_that_do_not_exist_are_met() {
    let folder = Folder::with("panel.yaml", example("panel.yaml"));
    let mut printed = String::new();
    for flags in [
        ["--size", "a99"],
        ["--ink", "pink-ish"],
        ["--hand", "doctor"],
        ["--design", "floral"],
        ["--size", "5x7"],
        ["--natural", "4"],
        ["--theme", "wram"],
    ] {
        let stderr = folder
            .regards(&["write", "panel.yaml", flags[0], flags[1]])
            .fails(2)
            .stderr;
        printed.push_str(&stderr);
    }
    assert_eq!(folder.files().len(), 1);
    insta::assert_snapshot!(printed);
}

#[test]
fn two_files_that_would_share_a_folder_are_met() {
    let folder = Folder::with("a/notes.yaml", example("minimal.yaml"));
    folder.put("b/Notes.yaml", example("minimal.yaml"));
    folder.regards(&["write", "a", "b"]).passes();
    let printed = folder
        .regards(&["write", "a", "b", "--out", "all"])
        .fails(2);
    assert!(
        printed.stderr.contains("would share the folder"),
        "{}",
        printed.stderr
    );
}

#[test]
fn a_folder_that_cannot_be_written_to_loses_nothing() {
    let folder = Folder::with("minimal.yaml", example("minimal.yaml"));
    folder.put("letters", "a file where the folder should be");
    let printed = folder.regards(&["write", "minimal.yaml"]).fails(3);
    assert_eq!(folder.files().len(), 2);
    assert!(printed.stderr.contains("NOT WRITTEN"), "{}", printed.stderr);
}

#[test]
fn a_card_without_room_or_glyph_is_refused_with_its_place() {
    let long = example("minimal.yaml").replace(
        "    discussed_points: [moving your test benches from LabVIEW to Rust]\n",
        &format!(
            "    send: card\n    say:\n      opening: >-\n        {}.\n",
            "All work is play and so on".repeat(80)
        ),
    );
    let folder = Folder::with("long.yaml", long);
    folder.put(
        "glyph.yaml",
        example("minimal.yaml").replace("Katherine O'Neill", "山田 太郎\n    send: card"),
    );
    let long = folder.regards(&["write", "long.yaml"]).fails(2).stderr;
    let glyph = folder.regards(&["write", "glyph.yaml"]).fails(2).stderr;
    assert_eq!(folder.files().len(), 2);
    insta::assert_snapshot!(format!("{long}\n{glyph}"));
}
