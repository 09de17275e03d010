//! The calendar of a plan.

use jiff::civil::Date;
use regards::followup::{Ledger, calendar, plan};
use regards::notes;

use super::five;

/// The calendar of notes whose interview has these keys, made on a day.
fn of(interview: &str, today: &str) -> String {
    let file = format!(
        "from: {{ name: Amara Okafor, email: amara@okafor.example }}\n\
         interview: {{ company: Northwind, role: Engineer, {interview} }}\n\
         interviewers: [{{ name: Ann Lee, email: ann@n.example }}]\n"
    );
    let notes = notes::load("n.yaml", file.as_bytes()).unwrap().notes;
    let today: Date = today.parse().unwrap();
    let plan = plan(&notes, &Ledger::default(), today);
    calendar([(&notes, &plan, 0)], today).unwrap()
}

/// The first start and end.
fn times(text: &str) -> (&str, &str) {
    let line = |name: &str| text.lines().find(|line| line.starts_with(name)).unwrap();
    (line("DTSTART"), line("DTEND"))
}

#[test]
fn five_applications_are_one_calendar_and_the_same_on_every_run() {
    let folder = five();
    let make = |name: &str, date: &str| {
        let arguments = ["plan", ".", "--ics", name, "--quiet", "--date", date];
        folder.regards(&arguments).passes();
        folder.read(name)
    };
    let first = make("a.ics", "2026-11-18");
    insta::assert_snapshot!(first.replace("\r\n", "\n"));
    assert_eq!(make("b.ics", "2026-11-18"), first);
    // A week later what is late stands on that day, and what is yet to come as it stood.
    let later = make("c.ics", "2026-11-25");
    let events = |text: &str| -> Vec<String> {
        let events = text.split("BEGIN:VEVENT").skip(1);
        let events = events.map(|event| event.replace("END:VCALENDAR\r\n", ""));
        events.collect()
    };
    let (now, week) = (events(&first), events(&later));
    assert_eq!(now.len(), week.len());
    for event in &week {
        let is_moved = event.contains("DTSTART;VALUE=DATE:20261125");
        assert_eq!(now.contains(event), !is_moved, "{event}");
        assert!(is_moved || !event.contains("SUMMARY:Late: "), "{event}");
    }
    assert_eq!(week.iter().filter(|event| now.contains(event)).count(), 1);
    // An own calendar is made anew, anything else is not.
    assert_eq!(make("a.ics", "2026-11-18"), first);
    folder.put("d.ics", "mine");
    let arguments = ["plan", ".", "--ics", "d.ics", "--date", "2026-11-18"];
    let printed = folder.regards(&arguments).fails(3);
    assert!(
        printed.stderr.contains("left as it is"),
        "{}",
        printed.stderr
    );
    assert_eq!(folder.read("d.ics"), "mine");
}

#[test]
fn times_are_in_utc_by_the_zone_of_the_notes_also_over_a_change_of_the_clock() {
    for (interview, from, by) in [
        // In winter Chicago is six hours behind.
        (
            "date: 2026-11-18, time: \"14:00\", timezone: America/Chicago",
            "20261119T140000Z",
            "20261119T143000Z",
        ),
        // The clock goes back on Sunday, 1 November: the morning is six hours behind, not five.
        (
            "date: 2026-10-31, time: \"14:00\", timezone: America/Chicago",
            "20261101T140000Z",
            "20261101T143000Z",
        ),
        (
            "date: 2026-10-30, time: \"14:00\", timezone: America/Chicago",
            "20261031T130000Z",
            "20261031T133000Z",
        ),
        // It goes forward on Sunday, 29 March, in Berlin.
        (
            "date: 2026-03-28, time: \"14:00\", timezone: Europe/Berlin",
            "20260329T060000Z",
            "20260329T063000Z",
        ),
        (
            "date: 2026-03-27, time: \"14:00\", timezone: Europe/Berlin",
            "20260328T070000Z",
            "20260328T073000Z",
        ),
        // East of UTC the day before, west of it the day after; half and quarter hours.
        (
            "date: 2026-11-18, time: \"14:00\", timezone: Pacific/Auckland",
            "20261118T190000Z",
            "20261118T193000Z",
        ),
        (
            "date: 2026-11-18, time: \"14:00\", timezone: Asia/Kathmandu",
            "20261119T021500Z",
            "20261119T024500Z",
        ),
        (
            "date: 2026-11-18, time: \"14:00\", timezone: Pacific/Honolulu",
            "20261119T180000Z",
            "20261119T183000Z",
        ),
        (
            "date: 2026-11-18, time: \"14:00\", timezone: UTC",
            "20261119T080000Z",
            "20261119T083000Z",
        ),
        // In the evening the day is the next one in UTC.
        (
            "date: 2026-11-18, time: \"14:00\", timezone: America/Chicago, next_steps: [{ by: 2026-11-19 }]",
            "20261119T000000Z",
            "20261119T003000Z",
        ),
        // Without a zone, or with one that nobody knows, they float.
        (
            "date: 2026-11-18, time: \"14:00\"",
            "20261119T080000",
            "20261119T083000",
        ),
        (
            "date: 2026-11-18, time: \"14:00\", timezone: America/Atlantis",
            "20261119T080000",
            "20261119T083000",
        ),
    ] {
        let text = of(interview, "2026-01-01");
        let (start, end) = times(&text);
        assert_eq!(
            (start, end),
            (&*format!("DTSTART:{from}"), &*format!("DTEND:{by}")),
            "{interview}"
        );
    }
}

#[test]
fn a_day_without_a_time_is_a_whole_one_and_rings_at_nine() {
    let text = of("date: 2026-12-31", "2026-12-31");
    assert_eq!(
        times(&text),
        ("DTSTART;VALUE=DATE:20270101", "DTEND;VALUE=DATE:20270102")
    );
    assert!(text.contains("TRIGGER:PT9H\r\n"));
    assert_eq!(
        text.matches("BEGIN:VALARM").count(),
        text.matches("BEGIN:VEVENT").count()
    );
}

#[test]
fn what_could_have_been_done_before_stands_on_the_day_of_the_plan() {
    let line = |text: &str, name: &str| -> String {
        let mut lines = text.lines();
        lines
            .find(|line| line.starts_with(name))
            .unwrap()
            .to_owned()
    };
    let interview = "date: 2026-11-18, time: \"14:00\", timezone: America/Chicago";
    // By email from eight o'clock on the next day, and until the day after.
    for (today, start, summary, sequence) in [
        (
            "2026-11-18",
            "DTSTART:20261119T140000Z",
            "SUMMARY:Thank-you to Ann",
            "0",
        ),
        (
            "2026-11-19",
            "DTSTART:20261119T140000Z",
            "SUMMARY:Thank-you to Ann",
            "0",
        ),
        (
            "2026-11-20",
            "DTSTART;VALUE=DATE:20261120",
            "SUMMARY:Late: thank-you to Ann",
            "1",
        ),
        (
            "2026-11-23",
            "DTSTART;VALUE=DATE:20261123",
            "SUMMARY:Late: thank-you to Ann",
            "4",
        ),
    ] {
        let text = of(interview, today);
        assert_eq!(line(&text, "DTSTART"), start, "{today}");
        assert!(line(&text, "SUMMARY").starts_with(summary), "{text}");
        assert_eq!(line(&text, "SEQUENCE"), format!("SEQUENCE:{sequence}"));
        let unfolded = text.replace("\r\n ", "");
        assert_eq!(unfolded.contains("It was due by"), summary.contains("Late"));
    }
    // Still in time, though it has begun: no word of being late.
    let text = of(
        "date: 2026-11-18, outcome: no-offer, outcome_on: 2026-11-18",
        "2026-11-20",
    );
    assert_eq!(line(&text, "DTSTART"), "DTSTART;VALUE=DATE:20261120");
    assert!(line(&text, "SUMMARY").starts_with("SUMMARY:No-offer-thanks to Ann"));
}

#[test]
fn nothing_left_to_do_is_no_file() {
    let folder = five();
    folder.put(
        "lumen.yaml",
        folder.read("lumen.yaml").replace(
            "date: 2026-11-09",
            "date: 2026-11-09, outcome: withdrawn, outcome_on: 2026-11-12",
        ),
    );
    let arguments = [
        "sent",
        "lumen.yaml",
        "--to",
        "Ada",
        "--kind",
        "withdrawal",
        "--date",
        "2026-11-13",
    ];
    folder.regards(&arguments).passes();
    let printed = folder
        .regards(&[
            "plan",
            "lumen.yaml",
            "--ics",
            "l.ics",
            "--date",
            "2026-11-18",
        ])
        .passes();
    assert!(
        printed.stderr.contains("nothing left to do"),
        "{}",
        printed.stderr
    );
    assert!(!folder.files().contains_key("l.ics"));
}
