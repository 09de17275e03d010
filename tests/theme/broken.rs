//! Every broken theme under `fixtures/themes/broken`: the whole of what is said about it.
//!
//! Each is used by the program as a user would use it; exit code 2, and nothing is written.

use std::fs;
use std::path::PathBuf;

use crate::support::{Folder, files_below, project};

fn broken() -> PathBuf {
    project().join("tests/fixtures/themes/broken")
}

/// The cases, each with its files, in order.
fn cases() -> Vec<String> {
    let entries = fs::read_dir(broken()).unwrap().map(Result::unwrap);
    let mut names: Vec<String> = entries
        .filter(|entry| entry.path().is_dir())
        .map(|entry| entry.file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert!(names.len() > 10, "{names:?}");
    names
}

#[test]
fn a_broken_theme_is_shown_where_it_is_broken_and_nothing_is_written() {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(broken());
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    for case in cases() {
        let folder = Folder::with("notes.yaml", super::NOTES);
        for (name, bytes) in files_below(&broken().join(&case)) {
            folder.put(&format!("mine/{name}"), bytes);
        }
        let before = folder.files();
        let write = ["write", "notes.yaml", "--theme", "mine"];
        let printed = folder.regards(&write).fails(2);
        assert_eq!(printed.stdout, "", "{case}");
        assert_eq!(folder.files(), before, "{case}");
        let shown = printed.stderr;
        assert!(shown.contains("--> mine/"), "{case} has no place: {shown}");
        assert!(shown.contains("^"), "{case} has no caret: {shown}");
        assert!(shown.contains("= help: "), "{case} has no help: {shown}");
        assert!(shown.ends_with("Nothing was written.\n"), "{case}: {shown}");
        settings.bind(|| insta::assert_snapshot!(case, shown));
    }
}

#[test]
fn a_broken_theme_can_be_looked_at_without_notes() {
    let folder = Folder::new();
    for (name, bytes) in files_below(&broken().join("unknown-pool")) {
        folder.put(&format!("mine/{name}"), bytes);
    }
    let printed = folder.regards(&["themes", "show", "mine/"]).fails(2);
    assert_eq!(printed.stdout, "");
    let shown = printed.stderr;
    assert!(shown.contains("mine/en/thank-you.email.md:4:14"), "{shown}");
}
