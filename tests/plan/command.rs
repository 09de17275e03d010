//! `regards plan`, as somebody tired sees it.

use super::five;
use crate::support::{Folder, example};

/// What `plan` shows; no line of its table is wider than 80 columns.
fn plan(folder: &Folder, arguments: &[&str]) -> String {
    let all = [&["plan"], arguments].concat();
    let printed = folder.regards(&all).passes();
    let is_json = arguments.contains(&"--json");
    for line in printed
        .stdout
        .lines()
        .filter(|line| !is_json && !line.contains("regards "))
    {
        assert!(textwrap::core::display_width(line) <= 80, "{line}");
    }
    assert_eq!(printed.stderr, "");
    printed.stdout
}

#[test]
fn the_evening_after_an_interview() {
    let folder = Folder::with("panel.yaml", example("panel.yaml"));
    insta::assert_snapshot!(plan(&folder, &["panel.yaml", "--date", "2026-11-18"]));
    insta::assert_snapshot!(plan(&folder, &["panel.yaml", "--date", "2026-11-19"]));
}

#[test]
fn five_applications_are_one_week() {
    let folder = five();
    insta::assert_snapshot!(plan(&folder, &[".", "--date", "2026-11-18"]));
    // The folder, and its files one by one in any order, are the same plan but for their names.
    let files = [
        "quarry.yaml",
        "lumen.yaml",
        "kestrel.yaml",
        "harbour.yaml",
        "northwind.yaml",
    ];
    let one_by_one = plan(&folder, &[&files[..], &["--date", "2026-11-18"]].concat());
    let count = |text: &str| text.lines().count();
    assert_eq!(
        count(&one_by_one),
        count(&plan(&folder, &[".", "--date", "2026-11-18"]))
    );
}

#[test]
fn what_is_missing_or_late_is_said_beside_what_to_do() {
    let notes = "\
from: { name: Amara Okafor, email: amara@okafor.example }
language: en-GB
interview:
  company: Northwind
  role: Engineer
  date: 2026-11-18
  time: \"14:00\"
  next_steps: [{ by: 2026-11-24 }]
recruiter: { name: Jo Lindqvist, email: jo@staff.example }
interviewers:
  - { name: Ann Lee, send: card, address: 1 Main St }
  - { name: Ben Ode, send: via-recruiter }
  - { name: Kathryn Mae, email: k@n.example, unsure: true }
";
    let folder = Folder::with("rec.yaml", notes);
    insta::assert_snapshot!(plan(&folder, &["rec.yaml", "--date", "2026-11-18"]));
    insta::assert_snapshot!(plan(&folder, &["rec.yaml", "--date", "2026-11-20"]));
}

#[test]
fn json_has_the_same_in_the_same_order() {
    let folder = five();
    let shown = plan(&folder, &[".", "--json", "--date", "2026-11-18"]);
    insta::assert_snapshot!(shown);
    for line in shown.lines() {
        let object: serde_json::Value = serde_json::from_str(line).unwrap();
        assert!(object["state"].is_string(), "{line}");
    }
}

#[test]
fn a_bad_file_does_not_hide_the_others() {
    let folder = five();
    folder.put("lumen.yaml", "interview: {}\n");
    let printed = folder
        .regards(&["plan", ".", "--date", "2026-11-18"])
        .fails(2);
    assert!(
        printed.stdout.contains("Harbour Pilots"),
        "{}",
        printed.stdout
    );
    assert!(printed.stderr.contains("lumen.yaml"), "{}", printed.stderr);
}

#[test]
fn standard_input_has_a_plan_without_what_was_sent() {
    let folder = Folder::new();
    let run = folder.regards(&["plan", "-", "--date", "2026-11-19"]);
    let shown = run.input(example("minimal.yaml")).passes().stdout;
    insta::assert_snapshot!(shown);
}

#[test]
fn a_record_to_nobody_in_the_notes_is_named() {
    let folder = five();
    let mended = folder.read("lumen.yaml").replace("Ada Byron", "Ada Bryon");
    folder.put("lumen.yaml", mended);
    let printed = folder
        .regards(&["plan", "lumen.yaml", "--date", "2026-11-18"])
        .passes();
    insta::assert_snapshot!(printed.stderr);
}

#[test]
fn what_is_late_for_the_same_reason_is_one_step() {
    let notes = "\
from: { name: Amara Okafor, email: amara@okafor.example }
interview: { company: Northwind, role: Engineer, date: 2026-11-18 }
interviewers:
  - { name: Ann Lee, email: ann@n.example, date: 2026-11-16, moment: your tour of the lab }
  - { name: Ben Ode, email: ben@n.example, moment: your drawing of the sluice }
  - { name: Cleo Diaz, moment: your view of the quay }
";
    let folder = Folder::with("n.yaml", notes);
    let plan = |date: &str| {
        let plan = ["plan", "n.yaml", "--date", date];
        let shown = folder.regards(&plan).passes().stdout;
        shown.split_once("To do now:\n").unwrap().1.to_owned()
    };
    insta::assert_snapshot!(plan("2026-11-22"), @r"
      1. thank-you to Ann Lee and Ben Ode by email: late, so today, and without a
         word about the delay.
           regards write n.yaml
           regards sent n.yaml --to Ann --to Ben
      2. thank-you to Cleo Diaz by email: late, so today, and without a word about
         the delay.
         First put the email address into the notes.
           regards write n.yaml
           regards sent n.yaml --to Cleo

    Next, Wed Nov 25:
       - check-in to Ann Lee by email: they named no day, and seven days have
         passed.
           regards write n.yaml --kind check-in
    ");
    // While there is time, each has a day of its own.
    assert!(!plan("2026-11-19").contains("Ann Lee and Ben Ode"));
}
