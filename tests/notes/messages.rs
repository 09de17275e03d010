//! Every broken notes file under `fixtures/notes` and the whole of what is said about it.

use std::fs;
use std::path::{Path, PathBuf};

use regards::diagnostic::{Report, Style, render};
use regards::notes;

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/notes")
}

/// The cases of one folder, in order.
fn cases(feature: &str) -> Vec<PathBuf> {
    let mut cases: Vec<PathBuf> = fs::read_dir(fixtures().join(feature))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| {
            path.extension()
                .is_some_and(|extension| extension == "yaml")
        })
        .collect();
    cases.sort();
    assert!(!cases.is_empty(), "no cases of {feature}");
    cases
}

fn load(path: &Path) -> (bool, Report) {
    let name = path.file_name().unwrap().to_str().unwrap();
    match notes::load(name, &fs::read(path).unwrap()) {
        Ok(loaded) => (true, loaded.report),
        Err(report) => (false, report),
    }
}

fn check(feature: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(fixtures().join(feature));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    for case in cases(feature) {
        let (loaded, report) = load(&case);
        assert!(!report.diagnostics.is_empty(), "{} is fine", case.display());
        assert_eq!(loaded, !report.has_errors(), "{}", case.display());
        let name = case.file_stem().unwrap().to_str().unwrap().to_owned();
        settings.bind(|| insta::assert_snapshot!(name, render(&report, Style::default())));
    }
}

#[test]
fn the_file_as_a_whole() {
    check("file");
}

#[test]
fn budgets_and_what_yaml_has_beyond_notes() {
    check("budget");
}

#[test]
fn traps_of_yaml() {
    check("traps");
}

#[test]
fn syntax() {
    check("syntax");
}

#[test]
fn keys() {
    check("keys");
}

#[test]
fn types() {
    check("types");
}

#[test]
fn dates_and_times() {
    check("dates");
}

#[test]
fn people() {
    check("people");
}

#[test]
fn how_cards_look() {
    check("card");
}

#[test]
fn many_problems_in_one_file() {
    check("many");
}

#[test]
fn every_message_has_help_and_is_in_house_style() {
    for feature in fs::read_dir(fixtures()).unwrap() {
        let feature = feature.unwrap().file_name();
        for case in cases(feature.to_str().unwrap()) {
            for diagnostic in load(&case).1.diagnostics {
                let about = format!("{}: {}", case.display(), diagnostic.message);
                let helped = !diagnostic.help.is_empty() || diagnostic.label.starts_with("did you");
                assert!(helped, "no help: {about}");
                assert!(!diagnostic.message.ends_with('.'), "full stop: {about}");
                let first = diagnostic.message.chars().next().unwrap();
                assert!(
                    !first.is_uppercase() || about.contains("YAML"),
                    "capital: {about}"
                );
            }
        }
    }
}

#[test]
fn every_message_has_a_place_inside_the_text() {
    for feature in fs::read_dir(fixtures()).unwrap() {
        let feature = feature.unwrap().file_name();
        for case in cases(feature.to_str().unwrap()) {
            let report = load(&case).1;
            for diagnostic in &report.diagnostics {
                if let Some(range) = report.source.range(&diagnostic.place) {
                    assert!(
                        report.source.text().get(range).is_some(),
                        "{}",
                        case.display()
                    );
                }
            }
        }
    }
}
