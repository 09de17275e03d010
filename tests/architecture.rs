//! The stages of `src` use each other in one direction only.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// What each stage may use, as `docs/architecture.md` says.
const MAY_USE: [(&str, &[&str]); 15] = [
    ("diagnostic", &[]),
    ("language", &[]),
    ("prose", &[]),
    ("yaml", &["diagnostic"]),
    ("notes", &["yaml", "diagnostic", "language"]),
    ("followup", &["yaml", "notes", "language", "diagnostic"]),
    ("theme", &["yaml", "diagnostic", "language", "prose"]),
    (
        "letter",
        &[
            "yaml",
            "notes",
            "followup",
            "theme",
            "prose",
            "language",
            "diagnostic",
        ],
    ),
    (
        "proof",
        &[
            "letter",
            "notes",
            "followup",
            "yaml",
            "prose",
            "language",
            "diagnostic",
        ],
    ),
    ("email", &["letter", "theme", "prose", "diagnostic"]),
    (
        "contacts",
        &["proof", "letter", "notes", "yaml", "diagnostic"],
    ),
    ("card", &["letter", "prose", "language", "diagnostic"]),
    ("stationery", &["card", "yaml", "language", "diagnostic"]),
    ("output", &["diagnostic"]),
    (
        "cli",
        &[
            "diagnostic",
            "language",
            "prose",
            "yaml",
            "notes",
            "followup",
            "theme",
            "letter",
            "proof",
            "email",
            "contacts",
            "card",
            "stationery",
            "output",
        ],
    ),
];

#[test]
fn no_arrow_between_stages_runs_back() {
    let may_use: BTreeMap<_, _> = MAY_USE.into_iter().collect();
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut wrong = Vec::new();
    let mut seen = 0;
    for entry in fs::read_dir(&source).unwrap() {
        let folder = entry.unwrap().path();
        if !folder.is_dir() {
            continue;
        }
        let stage = folder.file_name().unwrap().to_string_lossy().into_owned();
        let allowed = may_use
            .get(stage.as_str())
            .unwrap_or_else(|| panic!("new stage {stage}"));
        for file in rust_files(&folder) {
            let text = fs::read_to_string(&file).unwrap();
            for used in stages_used(&text) {
                seen += 1;
                if used != stage && !allowed.contains(&used.as_str()) {
                    wrong.push(format!("{} uses crate::{used}", file.display()));
                }
            }
        }
    }
    assert!(
        seen > 50,
        "the search for `crate::` paths found only {seen}"
    );
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn stages_are_found_in_plain_paths_and_in_braces() {
    let text =
        "use crate::notes::Kind;\nuse crate::{card, prose::{a, b}, letter as l};\n// crate::cli\n";
    assert_eq!(stages_used(text), ["notes", "card", "prose", "letter"]);
}

#[test]
fn the_yaml_crate_is_named_in_one_stage_only() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for file in rust_files(&source) {
        let named = fs::read_to_string(&file).unwrap().contains("serde_yaml");
        assert!(
            !named || file.starts_with(source.join("yaml")),
            "{}",
            file.display()
        );
    }
}

/// The stages that a file names after `crate::`, comments left aside.
fn stages_used(text: &str) -> Vec<String> {
    let code: String = text
        .lines()
        .map(|line| line.split("//").next().unwrap_or_default())
        .collect::<Vec<_>>()
        .join("\n");
    let mut found = Vec::new();
    for (at, _) in code.match_indices("crate::") {
        let rest = &code[at + "crate::".len()..];
        if let Some(inside) = rest.strip_prefix('{') {
            let mut depth = 0;
            let mut start = true;
            for (place, c) in inside.char_indices() {
                match c {
                    '{' => depth += 1,
                    '}' if depth == 0 => break,
                    '}' => depth -= 1,
                    ',' if depth == 0 => start = true,
                    c if start && c.is_alphabetic() => {
                        found.push(name(&inside[place..]));
                        start = false;
                    }
                    _ => {}
                }
            }
        } else {
            found.push(name(rest));
        }
    }
    found.retain(|stage| !stage.is_empty() && stage.chars().all(|c| c.is_lowercase() || c == '_'));
    found
}

fn name(text: &str) -> String {
    text.chars()
        .take_while(|c| c.is_alphanumeric() || *c == '_')
        .collect()
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
    files
}
