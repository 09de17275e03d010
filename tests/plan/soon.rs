//! `follow-up-too-soon`, in `write` and `check`.

use super::five;

#[test]
fn a_second_check_in_within_a_week_is_warned_of_and_later_it_is_not() {
    let folder = five();
    let write = |date: &str, code| {
        let arguments = [
            "write",
            "kestrel.yaml",
            "--kind",
            "check-in",
            "--dry-run",
            "--date",
            date,
        ];
        folder.regards(&arguments).fails(code).stderr
    };
    let said = write("2026-11-18", 0);
    assert!(said.contains("follow-up-too-soon"), "{said}");
    assert!(
        said.contains(
            "a check-in went out on November 12, and the next one is too soon before November 19"
        ),
        "{said}"
    );
    assert!(!write("2026-11-19", 0).contains("follow-up-too-soon"));
    // Without a date the clock says, which is long after: the test would fail before that day.
    let arguments = [
        "check",
        "kestrel.yaml",
        "--kind",
        "check-in",
        "--fast",
        "--date",
        "2026-11-18",
    ];
    let checked = folder.regards(&arguments).passes().stdout;
    assert!(checked.contains("follow-up-too-soon"), "{checked}");
}

#[test]
fn a_third_is_one_too_many_on_any_day() {
    let folder = five();
    let arguments = [
        "sent",
        "kestrel.yaml",
        "--to",
        "Khai",
        "--kind",
        "check-in",
        "--date",
        "2026-11-19",
    ];
    folder.regards(&arguments).passes();
    let arguments = [
        "write",
        "kestrel.yaml",
        "--kind",
        "check-in",
        "--dry-run",
        "--date",
        "2027-03-01",
    ];
    let said = folder.regards(&arguments).passes().stderr;
    assert!(
        said.contains("2 check-ins went out, the last on November 19"),
        "{said}"
    );
}

#[test]
fn a_first_one_before_the_day_they_named_is_warned_of_where_the_date_is_told() {
    let folder = five();
    let arguments = [
        "write",
        "northwind.yaml",
        "--kind",
        "check-in",
        "--dry-run",
        "--date",
        "2026-12-04",
    ];
    let said = folder.regards(&arguments).passes().stderr;
    assert!(
        said.contains("a check-in is too soon before December 8: two working days past December 4"),
        "{said}"
    );
    let said = folder.regards(&arguments[..5]).passes().stderr;
    assert!(!said.contains("too-soon"), "{said}");
}

#[test]
fn a_broken_ledger_holds_no_letter_back() {
    let folder = five();
    folder.put("kestrel.sent.jsonl", "thanked Khai\n");
    let said = folder
        .regards(&["write", "kestrel.yaml", "--kind", "check-in"])
        .passes()
        .stderr;
    assert!(said.contains("warning[ledger]"), "{said}");
}
