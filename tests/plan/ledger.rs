//! What has gone out is recorded once, and nothing that was recorded is lost.

use std::fs;
use std::thread;

use jiff::civil::date;
use proptest::prelude::*;
use regards::followup::{Ledger, LedgerError, Record, What};
use regards::notes::{Channel, Kind};
use regards::output::append;

use crate::support::Folder;

const THANKS: What = What::Letter(Kind::ThankYou);

fn record(to: &str) -> Record {
    Record {
        on: date(2026, 11, 19),
        to: to.to_owned(),
        what: THANKS,
        by: Channel::Email,
    }
}

fn names(ledger: &Ledger) -> Vec<&str> {
    ledger
        .records()
        .iter()
        .map(|each| each.to.as_str())
        .collect()
}

/// A ledger of three people, as its file.
fn file() -> Vec<u8> {
    let mut bytes = Vec::new();
    for name in ["Katherine O'Neill", "Zoë \"Zed\" \\ Müller", "下野祐太"] {
        let piece = record(name).appended_to(&bytes, false);
        bytes.extend(piece);
    }
    bytes
}

#[test]
fn the_format_is_one_line_each() {
    insta::assert_snapshot!(String::from_utf8(file()).unwrap(), @r#"
    {"version":1,"on":"2026-11-19","to":"Katherine O'Neill","kind":"thank-you","by":"email"}
    {"version":1,"on":"2026-11-19","to":"Zoë \"Zed\" \\ Müller","kind":"thank-you","by":"email"}
    {"version":1,"on":"2026-11-19","to":"下野祐太","kind":"thank-you","by":"email"}
    "#);
}

#[test]
fn a_kill_at_any_byte_loses_nothing_that_was_recorded_before() {
    let whole = file();
    let ends: Vec<usize> = (0..whole.len()).filter(|at| whole[*at] == b'\n').collect();
    for cut in 0..=whole.len() {
        let torn = &whole[..cut];
        let ledger = Ledger::read(torn).unwrap_or_else(|error| panic!("at {cut}: {error}"));
        // A line that lacks only its break is whole.
        let there = ends.iter().filter(|end| **end <= cut).count();
        assert_eq!(ledger.records().len(), there, "at {cut}");

        let mut mended = torn.to_vec();
        mended.extend(record("Ada Byron").appended_to(torn, false));
        let ledger = Ledger::read(&mended).unwrap_or_else(|error| panic!("at {cut}: {error}"));
        assert_eq!(ledger.records().len(), there + 1, "at {cut}");
        assert_eq!(names(&ledger).last(), Some(&"Ada Byron"), "at {cut}");
        assert!(mended.starts_with(torn), "at {cut}");
        assert!(ledger.torn() <= 1, "at {cut}");
    }
}

#[test]
fn what_is_whole_and_no_record_is_an_error_with_its_place() {
    let mut bytes = file();
    bytes.extend(b"{\"version\":2,\"when\":\"soon\"}\n");
    let error = Ledger::read(&bytes).unwrap_err();
    assert!(
        matches!(error, LedgerError::Version { version: 2, .. }),
        "{error}"
    );
    for line in [
        "thanked Ann",
        "{\"version\":1}",
        "{\"version\":1,\"on\":\"2026-02-30\",\"to\":\"A\",\"kind\":\"thank-you\",\"by\":\"email\"}",
        "{\"version\":1,\"on\":\"2026-02-03\",\"to\":\"A\",\"kind\":\"thanks\",\"by\":\"email\"}",
        "{\"version\":1,\"on\":\"2026-02-03\",\"to\":\"A\",\"kind\":\"thank-you\",\"by\":\"pigeon\"}",
    ] {
        let text = format!("{line}\n");
        let error = Ledger::read(text.as_bytes()).unwrap_err();
        assert!(
            matches!(error, LedgerError::Broken { .. }),
            "{line}: {error}"
        );
        let report = error.report("x.sent.jsonl", text.as_bytes());
        assert_eq!(report.diagnostics.len(), 1);
    }
    // White space and Windows' line breaks are none of this.
    let ledger = Ledger::read(b"\r\n\n  \n").unwrap();
    assert_eq!(ledger, Ledger::default());
}

#[test]
fn what_is_taken_back_was_not_sent() {
    let mut bytes = file();
    let undo = record("下野祐太").appended_to(&bytes, true);
    bytes.extend(&undo);
    let ledger = Ledger::read(&bytes).unwrap();
    assert_eq!(
        names(&ledger),
        ["Katherine O'Neill", "Zoë \"Zed\" \\ Müller"]
    );
    assert_eq!(ledger.lines(), 4);
    // Twice at once is once.
    bytes.extend(&undo);
    assert_eq!(names(&Ledger::read(&bytes).unwrap()).len(), 2);
}

#[test]
fn many_at_once_lose_nothing_and_mix_nothing() {
    let folder = Folder::new();
    let path = folder.path().join("x.sent.jsonl");
    thread::scope(|scope| {
        for thread in 0..8 {
            let path = &path;
            scope.spawn(move || {
                for number in 0..25 {
                    let record = record(&format!("Person {thread} {number}"));
                    append(path, |before| Some(record.appended_to(before, false))).unwrap();
                }
            });
        }
    });
    let ledger = Ledger::read(&fs::read(&path).unwrap()).unwrap();
    assert_eq!((ledger.records().len(), ledger.torn()), (200, 0));
    let mut all = names(&ledger);
    all.sort_unstable();
    all.dedup();
    assert_eq!(all.len(), 200);
}

#[test]
fn two_commands_at_once_record_each_once() {
    let people: Vec<String> = ["Ann", "Ben", "Cleo", "Dan", "Eve", "Flo"]
        .iter()
        .map(|name| format!("  - {{ name: {name} Lee, email: {name}@n.example }}\n"))
        .collect();
    let notes = format!(
        "from: {{ name: Amara Okafor }}\n\
         interview: {{ company: Northwind, role: Engineer, date: 2026-11-18 }}\n\
         interviewers:\n{}",
        people.concat()
    );
    let folder = Folder::with("n.yaml", notes);
    thread::scope(|scope| {
        for name in ["Ann", "Ben", "Cleo", "Dan", "Eve", "Flo"] {
            // Each is said twice, at the same time as all the others.
            for _ in 0..2 {
                let folder = &folder;
                scope.spawn(move || {
                    let arguments = ["sent", "n.yaml", "--to", name, "--date", "2026-11-19"];
                    folder.regards(&arguments).passes();
                });
            }
        }
    });
    let ledger = Ledger::read(folder.read("n.sent.jsonl").as_bytes()).unwrap();
    let mut all = names(&ledger);
    all.sort_unstable();
    assert_eq!(
        all,
        [
            "Ann Lee", "Ben Lee", "Cleo Lee", "Dan Lee", "Eve Lee", "Flo Lee"
        ]
    );
}

proptest! {
    #[test]
    fn any_name_is_read_as_it_was_recorded(names in prop::collection::vec("\\PC{1,40}", 1..6)) {
        let mut bytes = Vec::new();
        for name in &names {
            let piece = record(name).appended_to(&bytes, false);
            bytes.extend(piece);
        }
        let ledger = Ledger::read(&bytes).unwrap();
        let read: Vec<&str> = ledger.records().iter().map(|each| each.to.as_str()).collect();
        prop_assert_eq!(read, names);
    }

    #[test]
    fn no_bytes_are_a_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        if let Err(error) = Ledger::read(&bytes) {
            error.report("x", &bytes);
        }
    }
}
