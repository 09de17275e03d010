//! The committed examples are what the program writes, byte for byte.
//!
//! After a change that is meant to alter them: `REGARDS_UPDATE=1 cargo test examples`, then read
//! every letter that changed.

use std::fs;
use std::process::Command;

use crate::support::{Folder, files_below, project};

const EXAMPLES: [&str; 3] = ["minimal", "panel", "phone"];

#[test]
fn examples_are_fresh() {
    let folder = Folder::new();
    for name in EXAMPLES {
        let notes = project().join(format!("examples/{name}.yaml"));
        folder
            .regards(&["write", &notes.to_string_lossy(), "--out", "letters"])
            .passes();
    }
    let written = files_below(&folder.path().join("letters"));
    let committed = project().join("examples/letters");
    if std::env::var_os("REGARDS_UPDATE").is_some() {
        let _ = fs::remove_dir_all(&committed);
        for (name, bytes) in &written {
            let path = committed.join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes).unwrap();
        }
    }
    let expected = files_below(&committed);
    let names = |files: &std::collections::BTreeMap<String, Vec<u8>>| {
        files.keys().cloned().collect::<Vec<_>>()
    };
    assert_eq!(names(&written), names(&expected));
    for (name, bytes) in &written {
        assert!(
            bytes == &expected[name],
            "examples/letters/{name} is not what is written now"
        );
    }
}

#[test]
fn the_letter_in_the_readme_is_one_of_them() {
    let letter = project().join("examples/letters/panel/ludwig-van-der-berg.thank-you.txt");
    let letter = fs::read_to_string(letter).unwrap();
    let quoted: String = letter
        .lines()
        .map(|line| format!("> {line}").trim_end().to_owned() + "\n")
        .collect();
    let readme = fs::read_to_string(project().join("README.md")).unwrap();
    // The signature stands on a line of its own, which Markdown needs to be told.
    let readme = readme.replace("\\\n> ", "\n> ");
    assert!(
        readme.contains(&quoted),
        "README.md should quote:\n{quoted}"
    );
}

#[test]
fn the_library_example_runs() {
    let output = Command::new(env!("CARGO"))
        .args(["run", "--quiet", "--offline", "--example", "compose"])
        .current_dir(project())
        .output()
        .unwrap();
    let printed = String::from_utf8(output.stdout).unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    assert!(
        printed.starts_with("To: Katherine O'Neill\nSubject: "),
        "{printed}"
    );
    assert!(printed.contains("\nDear Katherine,\n"), "{printed}");
    assert!(printed.trim_end().ends_with("Amara Okafor"), "{printed}");
}
