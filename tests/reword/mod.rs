//! `regards reword`, from the notes file to the letter and the file of wordings.

mod file;
mod flags;
mod picks;
mod stale;

use crate::support::{Folder, files_below, project};

const FILE: &str = "letters/panel/wording.yaml";
const KATHERINE: &str = "letters/panel/katherine-oneill-vasquez.thank-you.md";

/// A folder with notes to three people and a theme of few phrases.
fn panel() -> Folder {
    let folder = Folder::new();
    for (name, bytes) in files_below(&project().join("tests/fixtures/reword/panel")) {
        folder.put(&name, bytes);
    }
    folder
}

/// The same folder with its letters.
fn written() -> Folder {
    let folder = panel();
    folder.regards(&["write", "panel.yaml"]).passes();
    folder
}

/// Runs `reword` for the panel with an answer to what it asks; gives all that it says.
fn reword(folder: &Folder, arguments: &[&str], answer: &str, code: i32) -> String {
    let all = [&["reword", "panel.yaml"], arguments].concat();
    let printed = folder.regards(&all).input(answer).fails(code);
    let said = printed.stdout.lines().chain(printed.stderr.lines());
    // The first line of a warning is one, however long.
    for line in said.filter(|line| !line.starts_with("warning[")) {
        assert!(line.chars().count() <= 80, "{line}");
    }
    format!("{}----\n{}", printed.stdout, printed.stderr)
}
