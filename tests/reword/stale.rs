//! Pins that name nothing, and a file that is none.

use regards::output::{Folder, Outcome};

use super::{FILE, KATHERINE, panel, reword, written};

#[test]
fn pins_that_name_nothing_are_warned_of_and_the_letter_is_as_dealt() {
    let folder = written();
    let dealt = folder.read(KATHERINE);
    folder.put(
        FILE,
        "# mine\nDr. Katherine O'Neill-Vásquez:\n  closing: hopes\n  clsing: hope\n  opening:\n\
         Dr. Katharine O'Neill-Vásquez:\n  closing: hope\n  opening: for-day\n\
         Jo Lindqvist: { closing: hope }\n",
    );
    let before = folder.files();
    let printed = folder.regards(&["write", "panel.yaml"]).passes();
    let warnings = printed.stderr.split("Wrote ").next().unwrap();
    insta::assert_snapshot!(warnings);
    assert_eq!(folder.files(), before);
    assert_eq!(folder.read(KATHERINE), dealt);
    let said = reword(&folder, &["--to", "Katherine"], "", 0);
    assert_eq!(said.matches("stale-wording").count(), 4, "{said}");
    let quiet = folder.regards(&["write", "panel.yaml", "--quiet"]).passes();
    assert_eq!(quiet.stderr, "");
}

#[test]
fn a_stale_pin_can_be_taken_back_by_its_name() {
    let folder = written();
    let mended = "# mine\nDr. Katherine O'Neill-Vásquez:\n  closing: hope # so\n";
    folder.put(FILE, format!("{mended}  gone: hope\n"));
    reword(
        &folder,
        &["--to", "Katherine", "--part", "gone", "--reset"],
        "",
        0,
    );
    assert_eq!(folder.read(FILE), mended);
    let said = reword(
        &folder,
        &["--to", "Katherine", "--part", "opening", "--reset"],
        "",
        0,
    );
    assert!(said.contains("No wording of opening is picked"), "{said}");
}

#[test]
fn a_broken_file_is_shown_and_nothing_is_written() {
    let folder = panel();
    let mut said = String::new();
    for text in [
        "Ludwig van der Berg:\n  closing: [hope\n",
        "Ludwig van der Berg:\n  closing: hope\n  closing: like\n",
        "Ludwig van der Berg: hope\nJo Lindqvist:\n  closing: [hope, like]\n",
        "- Ludwig van der Berg\n",
    ] {
        folder.put(FILE, text);
        let before = folder.files();
        said.push_str(&folder.regards(&["write", "panel.yaml"]).fails(2).stderr);
        let pick = ["--to", "Ludwig", "--part", "closing", "--pick", "1"];
        reword(&folder, &pick, "", 2);
        reword(&folder, &["--to", "Ludwig", "--reset"], "", 2);
        assert_eq!(folder.files(), before);
    }
    folder.put(FILE, [0xFF, 0x00]);
    said.push_str(&folder.regards(&["write", "panel.yaml"]).fails(2).stderr);
    insta::assert_snapshot!(said);
}

#[test]
fn a_file_that_cannot_be_written_leaves_the_letters_alone() {
    let folder = written();
    let pick = ["--to", "Ludwig", "--part", "closing", "--pick", "1"];
    std::fs::create_dir(folder.path().join(FILE)).unwrap();
    let before = folder.files();
    reword(&folder, &pick, "", 2);
    assert_eq!(folder.files(), before);
}

#[test]
fn what_somebody_wrote_meanwhile_is_kept() {
    let folder = written();
    let letters = Folder::open(&folder.path().join("letters/panel")).unwrap();
    let write = |before: Option<&[u8]>| letters.write_shared("wording.yaml", before, b"mine: {}\n");
    folder.put(FILE, "theirs: {}\n");
    for before in [None, Some(&b"earlier: {}\n"[..])] {
        assert!(matches!(write(before), Outcome::Kept));
        assert_eq!(folder.read(FILE), "theirs: {}\n");
    }
    assert!(matches!(write(Some(b"theirs: {}\n")), Outcome::Updated));
    assert!(matches!(write(Some(b"mine: {}\n")), Outcome::Unchanged));
    assert_eq!(folder.read(FILE), "mine: {}\n");
    assert!(
        !folder
            .read("letters/panel/.regards.json")
            .contains("wording")
    );
}
