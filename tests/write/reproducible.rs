//! The same input gives the same bytes, whoever runs it, where, when, and for whom.

use crate::support::{Folder, example, files_below};

const MANIFEST: &str = ".regards.json";

#[test]
fn a_second_run_changes_nothing() {
    let folder = Folder::with("panel.yaml", example("panel.yaml"));
    folder.regards(&["write", "panel.yaml"]).passes();
    let first = folder.files();
    // The notes and the manifest; three emails and two cards.
    assert_eq!(first.len(), 2 + 3 * 3 + 2 * 2, "{:?}", first.keys());
    let printed = folder.regards(&["write", "panel.yaml"]).passes();
    assert_eq!(folder.files(), first);
    assert_eq!(
        printed.stderr.matches("(unchanged)").count(),
        13,
        "{}",
        printed.stderr
    );
}

#[test]
fn another_folder_user_day_and_zone_change_nothing() {
    let one = Folder::with("panel.yaml", example("panel.yaml"));
    one.regards(&["write", "panel.yaml"]).passes();
    let other = Folder::with("deep/er/panel.yaml", example("panel.yaml"));
    other
        .regards(&["write", "deep/er/panel.yaml", "--out", "elsewhere"])
        .env("HOME", "/nonexistent")
        .env("USER", "somebody-else")
        .env("LANG", "de_DE.UTF-8")
        .env("TZ", "Pacific/Kiritimati")
        .env("SOURCE_DATE_EPOCH", "0")
        .passes();
    assert_eq!(
        files_below(&one.path().join("letters/panel")),
        files_below(&other.path().join("elsewhere/panel"))
    );
}

#[test]
fn each_letter_alone_is_the_letter_of_the_whole_run() {
    let whole = Folder::with("panel.yaml", example("panel.yaml"));
    whole.regards(&["write", "panel.yaml"]).passes();
    let whole = files_below(&whole.path().join("letters/panel"));
    let alone = Folder::with("panel.yaml", example("panel.yaml"));
    // A card is a letter and a PDF, an email a letter, its text and its draft.
    for (name, made) in [
        ("Katherine", 2),
        ("van der Berg", 3),
        ("khai", 3),
        ("zoe", 2),
        ("O'Brien", 3),
    ] {
        let before = alone.files().len();
        alone
            .regards(&["write", "panel.yaml", "--to", name])
            .passes();
        let added = made + usize::from(before == 1);
        assert_eq!(alone.files().len(), before + added, "{name}");
    }
    // The manifest too: runs for one person each merge into what one run for all writes.
    assert_eq!(files_below(&alone.path().join("letters/panel")), whole);
    assert!(whole.contains_key(MANIFEST));
}
