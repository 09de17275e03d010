//! The page about what a template can say: it is true, complete and as committed.

use std::collections::BTreeSet;
use std::fs;

use regards::letter::{ComposeOptions, Endless, Recipient, compose};
use regards::notes::{self, Kind};
use regards::theme::{LETTERS, VARIABLES, reference};
use serde_json::Value;

use super::{NOTES, load, shown};
use crate::support::{Folder, project};

#[test]
fn the_page_is_printed_as_it_is_committed() {
    let printed = Folder::new().regards(&["themes", "variables"]).passes();
    let committed = project().join("docs/templates.md");
    if std::env::var_os("REGARDS_UPDATE").is_some() {
        fs::write(&committed, &printed.stdout).unwrap();
    }
    assert!(
        printed.stdout == fs::read_to_string(committed).unwrap(),
        "docs/templates.md is not what is printed: REGARDS_UPDATE=1 cargo test theme"
    );
    assert!(!printed.stdout.contains("<!--"), "a table is missing");
}

#[test]
fn the_examples_of_the_page_work() {
    let page = reference();
    let example = |language: &str| {
        let (_, rest) = page.split_once(&format!("```{language}\n")).unwrap();
        rest.split_once("\n```").unwrap().0.to_owned()
    };
    let theme = load(&[
        ("en/phrases/mine.yaml", &example("yaml")),
        ("en/thank-you.email.md", &example("jinja")),
    ])
    .unwrap_or_else(|reports| panic!("{}", shown(&reports)));
    assert!(theme.warnings().is_empty(), "{}", shown(theme.warnings()));
    let notes = notes::load("notes.yaml", NOTES.as_bytes()).unwrap().notes;
    let composed = compose(&notes, &theme, &Endless, &ComposeOptions::default()).unwrap();
    let body = &composed.letters[0].text.body;
    assert!(body.contains("about moving your test benches"), "{body}");
    assert!(composed.letters[0].left_out.is_empty());
}

/// The variables of the letters that every kind and channel makes of notes, by their paths.
fn handed_over(notes: &str) -> BTreeSet<String> {
    // A template that fails with everything it was given, untouched by what makes a letter of it.
    let all = "{{ throw(message=__tera_context | str) }}";
    let files: Vec<(String, &str)> = LETTERS
        .iter()
        .map(|(kind, channel)| (format!("en/{kind}.{channel}.md"), all))
        .collect();
    let files: Vec<(&str, &str)> = files
        .iter()
        .map(|(name, all)| (name.as_str(), *all))
        .collect();
    let theme = load(&files).unwrap_or_else(|reports| panic!("{}", shown(&reports)));
    let notes = notes::load("notes.yaml", notes.as_bytes()).unwrap().notes;
    let mut found = BTreeSet::new();
    let mut composed = BTreeSet::new();
    for kind in Kind::ALL {
        for channel in kind.channels() {
            let everybody = (0..notes.interviewers.len()).map(Recipient::Interviewer);
            let each = everybody.map(|one| Some(vec![one]));
            for only in each.chain([None]) {
                let options = ComposeOptions {
                    kind,
                    channel: Some(*channel),
                    only,
                    ..ComposeOptions::default()
                };
                let report = match compose(&notes, &theme, &Endless, &options) {
                    Err(report) => report,
                    // Nobody is asked for addresses but those of others.
                    Ok(composed) if composed.nobody.is_some() => continue,
                    Ok(_) => panic!("{kind} by {channel} is made of no template"),
                };
                composed.insert((kind, channel.worded_as()));
                let message = &report.diagnostics[0].message;
                let given: Value = serde_json::from_str(message)
                    .unwrap_or_else(|error| panic!("{kind} by {channel}: {error}: {message}"));
                paths("", &given, &mut found);
            }
        }
    }
    assert_eq!(composed.len(), LETTERS.len());
    found
}

/// Every dotted path into a value; the items of a list have the list's.
fn paths(before: &str, value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                let path = match before {
                    "" => name.clone(),
                    before => format!("{before}.{name}"),
                };
                paths(&path, value, found);
                found.insert(path);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| paths(before, item, found)),
        _ => {}
    }
}

#[test]
fn the_table_of_variables_is_what_letters_are_made_of() {
    let everything = project().join("tests/fixtures/themes/everything.yaml");
    let given = handed_over(&fs::read_to_string(everything).unwrap());
    let table: BTreeSet<&str> = VARIABLES.iter().map(|variable| variable.name).collect();
    let is_listed = |path: &&String| {
        let inside = format!("{path}.");
        table.contains(path.as_str()) || table.iter().any(|name| name.starts_with(&inside))
    };
    let unlisted: Vec<&String> = given.iter().filter(|path| !is_listed(path)).collect();
    assert!(unlisted.is_empty(), "not in the table: {unlisted:?}");
    let missing: Vec<&str> = table
        .into_iter()
        .filter(|name| !given.contains(*name))
        .collect();
    assert!(missing.is_empty(), "in no letter: {missing:?}");
}
