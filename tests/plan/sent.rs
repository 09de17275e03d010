//! `regards sent`: what is said, and what is recorded.

use super::five;
use crate::support::Folder;

/// Runs `sent` in the folder of five applications, on the day after; gives all that it says.
fn sent(folder: &Folder, arguments: &[&str], code: i32) -> String {
    let all = [&["sent"], arguments, &["--date", "2026-11-19"]].concat();
    let printed = folder.regards(&all).fails(code);
    assert_eq!(printed.stdout, "");
    printed.stderr
}

#[test]
fn what_the_plan_has_next_is_recorded_and_a_second_time_is_noticed() {
    let folder = five();
    let dev = ["northwind.yaml", "--to", "dev"];
    insta::assert_snapshot!(sent(&folder, &dev, 0), @r"
    Recorded: thank-you to Dev Patel by email, November 19.
    What is next: regards plan northwind.yaml
    ");
    let file = folder.read("northwind.sent.jsonl");
    insta::assert_snapshot!(sent(&folder, &dev, 0), @r"
    Recorded already, so nothing was added: thank-you to Dev Patel by email,
      November 19.
    What is next: regards plan northwind.yaml
    ");
    assert_eq!(folder.read("northwind.sent.jsonl"), file);
    let on = [&dev[..], &["--kind", "thank-you", "--on", "2026-11-18"]].concat();
    insta::assert_snapshot!(sent(&folder, &on, 2), @r"
    error: the thank-you to Dev Patel is recorded for 2026-11-19 already
    help: take that back first: the same command with `--undo` instead of `--on`
    Nothing was recorded.
    ");
    let promised = [&dev[..], &["--kind", "promised", "--on", "2026-11-18"]].concat();
    assert!(
        sent(&folder, &promised, 0)
            .contains("Recorded: promised to Dev Patel by email, November 18.")
    );
    assert!(folder.read("northwind.sent.jsonl").starts_with(&file));
}

#[test]
fn what_was_said_by_mistake_is_taken_back() {
    let folder = five();
    let before = folder.read("northwind.sent.jsonl");
    let katherine = ["northwind.yaml", "--to", "Katherine", "--undo"];
    let said = sent(&folder, &katherine, 0);
    assert!(
        said.starts_with("Taken back: thank-you to Katherine O'Neill by email, November 18."),
        "{said}"
    );
    assert!(folder.read("northwind.sent.jsonl").starts_with(&before));
    insta::assert_snapshot!(sent(&folder, &katherine, 2), @r"
    error: nothing of that is recorded for Katherine O'Neill
    help: `regards plan` shows what is done
    Nothing was recorded.
    ");
    let said = sent(&folder, &["northwind.yaml", "--to", "Katherine"], 0);
    assert!(
        said.starts_with("Recorded: thank-you to Katherine"),
        "{said}"
    );
}

#[test]
fn several_people_are_one_record_or_none() {
    let folder = five();
    let both = ["harbour.yaml", "--to", "Ben", "--to", "Wilhelmina"];
    let said = sent(&folder, &both, 0);
    assert_eq!(said.matches("Recorded: thank-you").count(), 2, "{said}");
    assert_eq!(folder.read("harbour.sent.jsonl").lines().count(), 2);
    let said = sent(&folder, &["harbour.yaml", "--to", "Ben", "--to", "Zoe"], 2);
    assert!(said.contains("fits nobody"), "{said}");
    assert_eq!(folder.read("harbour.sent.jsonl").lines().count(), 2);
}

#[test]
fn two_ways_to_one_person_are_told_apart() {
    let folder = Folder::with(
        "n.yaml",
        "from: { name: Amara Okafor }\n\
         interview: { company: Northwind, role: Engineer, date: 2026-11-18 }\n\
         interviewers:\n\
         \x20 - { name: Ann Lee, email: ann@n.example, send: both, address: 1 Main St }\n\
         \x20 - { name: Ben Ode, email: ben@n.example }\n",
    );
    // What is right beside it is not recorded either, and not said to be.
    let said = sent(&folder, &["n.yaml", "--to", "Ben", "--to", "Ann"], 2);
    assert!(!said.contains("Recorded:"), "{said}");
    insta::assert_snapshot!(sent(&folder, &["n.yaml", "--to", "Ann"], 2), @r"
    error: Ann Lee gets a thank-you by email and by card
    help: say which went out: `--as email` or `--as card`
    Nothing was recorded.
    ");
    assert!(!folder.files().contains_key("n.sent.jsonl"));
    sent(&folder, &["n.yaml", "--to", "Ann", "--as", "card"], 0);
    sent(&folder, &["n.yaml", "--to", "Ann", "--as", "email"], 0);
    let said = sent(&folder, &["n.yaml", "--to", "Ann", "--as", "email"], 0);
    assert!(said.contains("already"), "{said}");
    assert_eq!(folder.read("n.sent.jsonl").lines().count(), 2);
}

#[test]
fn what_cannot_be_is_met() {
    let folder = five();
    let files = folder.files();
    let future = ["northwind.yaml", "--to", "Dev", "--on", "2026-11-20"];
    insta::assert_snapshot!(sent(&folder, &future, 2), @r"
    error: `--on 2026-11-20` is yet to come
    help: record it on the day it goes out, or give that day
    ");
    assert!(sent(&folder, &["-", "--to", "Dev"], 2).contains("standard input"));
    assert!(sent(&folder, &["none.yaml", "--to", "Dev"], 2).contains("no such file"));
    assert!(
        sent(
            &folder,
            &["northwind.yaml", "--to", "Dev", "--kind", "worksheet"],
            2
        )
        .contains("worksheet")
    );
    assert_eq!(folder.files(), files);
}

#[test]
fn a_ledger_of_a_later_version_is_left_alone() {
    let folder = five();
    folder.put(
        "lumen.sent.jsonl",
        "{\"version\":7,\"on\":\"2026-11-10\"}\n",
    );
    insta::assert_snapshot!(sent(&folder, &["lumen.yaml", "--to", "Ada"], 2));
    assert_eq!(folder.read("lumen.sent.jsonl").lines().count(), 1);
    let plan = folder.regards(&["plan", "lumen.yaml", "--date", "2026-11-19"]);
    assert!(plan.fails(2).stderr.contains("version 7"));
}

#[test]
fn a_torn_line_is_told_of_and_the_next_record_stands_by_itself() {
    let folder = five();
    folder.put(
        "lumen.sent.jsonl",
        "{\"version\":1,\"on\":\"2026-11-10\",\"to\":\"Ada By",
    );
    insta::assert_snapshot!(sent(
        &folder,
        &["lumen.yaml", "--to", "Ada", "--on", "2026-11-10"],
        0
    ));
    insta::assert_snapshot!(folder.read("lumen.sent.jsonl"), @r#"
    {"version":1,"on":"2026-11-10","to":"Ada By
    {"version":1,"on":"2026-11-10","to":"Ada Byron","kind":"thank-you","by":"email"}
    "#);
}

#[test]
fn without_a_date_it_is_today_by_the_clock() {
    let folder = five();
    let before = jiff::Zoned::now().date();
    folder
        .regards(&["sent", "lumen.yaml", "--to", "Ada", "--kind", "check-in"])
        .passes();
    let after = jiff::Zoned::now().date();
    let file = folder.read("lumen.sent.jsonl");
    let is_there = |day: jiff::civil::Date| {
        file.contains(&format!(
            "\"on\":\"{day}\",\"to\":\"Ada Byron\",\"kind\":\"check-in\",\"by\":\"phone\""
        ))
    };
    assert!(is_there(before) || is_there(after), "{file}");
}

#[test]
fn a_debrief_that_is_not_filled_in_was_not_sent() {
    let notes = "\
from: { name: Amara Okafor, email: amara@okafor.example }
interview: { company: Northwind, role: Engineer, date: 2026-11-18 }
recruiter: { name: Jo Lindqvist, email: jo@staffing.example }
interviewers:
  - { name: Tom Weller, send: via-recruiter, moment: your drawing of the sluice }
";
    let folder = Folder::with("n.yaml", notes);
    let said = sent(&folder, &["n.yaml", "--to", "Jo"], 0);
    assert!(
        said.starts_with("Recorded: covering to Jo Lindqvist"),
        "{said}"
    );
    let filled = format!("{notes}debrief: {{ went: well }}\n");
    let folder = Folder::with("n.yaml", filled);
    let said = sent(&folder, &["n.yaml", "--to", "Jo"], 0);
    assert!(
        said.starts_with("Recorded: debrief to Jo Lindqvist"),
        "{said}"
    );
}

#[test]
fn the_email_that_carries_the_notes_is_meant_before_the_request_for_addresses() {
    let notes = "\
from: { name: Amara Okafor, email: amara@okafor.example }
interview: { company: Northwind, role: Engineer, date: 2026-11-18 }
recruiter: { name: Jo Lindqvist, email: jo@staffing.example }
interviewers:
  - { name: Tom Weller, send: via-recruiter, moment: your drawing of the sluice }
  - { name: Ada Byron, send: card, moment: your question about the hall }
";
    let folder = Folder::with("n.yaml", notes);
    for what in ["covering", "contact-request"] {
        let said = sent(&folder, &["n.yaml", "--to", "Jo"], 0);
        let expected = format!("Recorded: {what} to Jo Lindqvist");
        assert!(said.starts_with(&expected), "{said}");
    }
}
