//! Names, the company, the role and the day: what is nearly right is found, with the line that says
//! better; what is right is left alone.

use regards::letter::Recipient;
use regards::notes::{Kind, Loaded};

use super::{findings, notes};

/// People whose names are nearly each other's.
fn panel() -> Loaded {
    let names = [
        "Katherine O'Neil",
        "Kathryn O'Neill",
        "Mateus Ferreira",
        "Mateusz Wójcik",
        "Anne Marsh",
        "Ann Thane",
        "Ludwig van der Berg",
        "Pieter van den Berg",
    ];
    let people: String = names
        .iter()
        .map(|name| format!("  - name: {name}\n    discussed_points: [the bench]\n"))
        .collect();
    notes(&format!(
        "from: {{ name: Amara Okafor }}\n\
         interview: {{ company: Kestrel Motion Systems, role: Senior Controls Engineer, date: 2026-11-18 }}\n\
         interviewers:\n{people}"
    ))
}

const PLACE: [&str; 8] = [
    "Katherine",
    "Kathryn",
    "Mateus",
    "Mateusz",
    "Anne",
    "Ann",
    "Ludwig",
    "Pieter",
];

/// The findings in a letter to one of the panel, as `rule: words → suggestion (line)`.
fn found_in(greeting: &str, body: &str, to: &str) -> Vec<String> {
    let loaded = panel();
    let place = PLACE.iter().position(|name| *name == to).unwrap();
    let text = format!(
        "{greeting},\n\nThank you for talking with me on Wednesday. {body}\n\nI would be glad to work with you.\n\nBest regards,\nAmara Okafor\n"
    );
    findings(
        &loaded,
        &text,
        Kind::ThankYou,
        Some(Recipient::Interviewer(place)),
    )
    .into_iter()
    .filter(|finding| finding.rule.layer.name() == "facts")
    .map(|finding| {
        let words = finding.range.clone().map_or("", |range| &text[range]);
        let better = finding.better.as_ref().map_or(String::new(), |path| {
            let range = loaded.source.spans(path).unwrap().value.clone();
            format!(" (line {})", loaded.source.line(range.start))
        });
        let put = finding.suggestions.first().cloned().unwrap_or_default();
        format!("{}: {words} → {put}{better}", finding.rule.id)
    })
    .collect()
}

#[test]
fn what_is_nearly_right_is_found_with_the_line_that_says_better() {
    for (greeting, body, to, expected) in [
        (
            "Dear Kathryn",
            "",
            "Katherine",
            "wrong-recipient: Kathryn → Katherine (line 4)",
        ),
        (
            "Dear Katharine",
            "",
            "Katherine",
            "name-near-miss: Katharine → Katherine (line 4)",
        ),
        (
            "Dear Mateus",
            "",
            "Mateusz",
            "wrong-recipient: Mateus → Mateusz (line 10)",
        ),
        (
            "Dear Mateuz",
            "",
            "Mateusz",
            "name-near-miss: Mateuz → Mateusz (line 10)",
        ),
        (
            "Dear Ann",
            "",
            "Anne",
            "wrong-recipient: Ann → Anne (line 12)",
        ),
        (
            "Dear Pieter",
            "",
            "Ludwig",
            "wrong-recipient: Pieter → Ludwig (line 16)",
        ),
        (
            "Dear Rosa",
            "",
            "Ludwig",
            "wrong-recipient: Rosa →  (line 16)",
        ),
        (
            "Dear Anne",
            "Mateusz Wojcik said so.",
            "Anne",
            "name-diacritics: Wojcik → Wójcik (line 10)",
        ),
        (
            "Dear Anne",
            "I liked what Katherine O'Neill said.",
            "Anne",
            "name-near-miss: Katherine O'Neill → Katherine O'Neil (line 4)",
        ),
        (
            "Dear Anne",
            "I liked what Mr. O'Neall said.",
            "Anne",
            "name-near-miss: O'Neall → O'Neill (line 6)",
        ),
        (
            "Dear Anne",
            "I liked what Ann Marsh said.",
            "Anne",
            "name-near-miss: Ann Marsh → Anne Marsh (line 12)",
        ),
        (
            "Dear Anne",
            "Ludwig van den Berg was kind.",
            "Anne",
            "name-near-miss: Ludwig van den Berg → Ludwig van der Berg (line 16)",
        ),
        (
            "Dear Anne",
            "Pieter van dem Berg was kind.",
            "Anne",
            "name-near-miss: van dem Berg → van den Berg (line 18)",
        ),
        (
            "Dear Anne",
            "I would like to join Kestral Motion Systems.",
            "Anne",
            "company-mismatch: Kestral Motion Systems → Kestrel Motion Systems (line 2)",
        ),
        (
            "Dear Anne",
            "I would like to join Halden Robotics.",
            "Anne",
            "company-mismatch: Halden Robotics → Kestrel Motion Systems (line 2)",
        ),
        (
            "Dear Anne",
            "The Senior Control Engineer role is what I want.",
            "Anne",
            "title-mismatch: Senior Control Engineer → Senior Controls Engineer (line 2)",
        ),
        (
            "Dear Anne",
            "We spoke on Thursday, November 18.",
            "Anne",
            "weekday-mismatch: Thursday, November 18 → Wednesday, November 18 (line 2)",
        ),
        (
            "Dear Anne",
            "It was good to meet you on Tuesday.",
            "Anne",
            "weekday-mismatch: Tuesday → Wednesday (line 2)",
        ),
        (
            "Dear Anne",
            "We met on 19 November.",
            "Anne",
            "weekday-mismatch: 19 November → November 18 (line 2)",
        ),
    ] {
        assert_eq!(
            found_in(greeting, body, to),
            [expected],
            "{greeting}, {body}"
        );
    }
}

#[test]
fn names_used_rightly_are_left_alone() {
    for (greeting, body, to) in [
        (
            "Dear Katherine",
            "Kathryn O'Neill and Mateusz Wójcik were kind, and so was Mateus.",
            "Katherine",
        ),
        (
            "Dear Kathryn",
            "What Katherine said of O'Neil's bench was right.",
            "Kathryn",
        ),
        (
            "Dear Ms. O'Neill",
            "Ann Thane and Anne Marsh disagreed; Anne's view was mine.",
            "Kathryn",
        ),
        (
            "Dear Ludwig",
            "Pieter van den Berg told me of the bench, as you did, Ludwig van der Berg.",
            "Ludwig",
        ),
        (
            "Hello Mr. van den Berg",
            "The Kestrel Motion Systems bench is one I know.",
            "Pieter",
        ),
        (
            "Dear Anne Marsh",
            "In March the marsh floods, and by Friday it is dry. We would meet every Tuesday.",
            "Anne",
        ),
        (
            "Dear Anne",
            "On Wednesday, November 18, we spoke of the senior controls engineers.",
            "Anne",
        ),
    ] {
        assert_eq!(found_in(greeting, body, to), [""; 0], "{greeting}, {body}");
    }
}
