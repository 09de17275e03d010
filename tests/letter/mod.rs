//! Composition: notes and a theme become letters.

#![expect(
    clippy::unwrap_used,
    reason = "a failure here is a failure of the test"
)]

mod budget;
mod compose;
mod deal;
mod file;
mod kinds;
mod rehearsal;
mod turns;
mod values;

use std::path::Path;

use jiff::civil::{date, time};
use regards::language::Language;
use regards::letter::{ComposeOptions, Composed, Endless, Recipient, compose};
use regards::notes::*;
use regards::theme::{Layer, Theme};

/// The theme in `tests/fixtures/themes/small`, with a few phrases a pool.
pub fn small() -> Theme {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/themes/small");
    let names = [
        "theme.yaml",
        "en/phrases.yaml",
        "en/thank-you.email.md",
        "en/thank-you.card.md",
    ];
    let bytes = names.map(|name| std::fs::read(folder.join(name)).unwrap());
    let files: Vec<(&str, &[u8])> = names
        .iter()
        .zip(&bytes)
        .map(|(name, bytes)| (*name, bytes.as_slice()))
        .collect();
    Theme::load(
        &[Layer {
            name: "small",
            files: &files,
        }],
        "en",
    )
    .unwrap()
}

/// The usual built-in theme.
pub fn warm() -> Theme {
    built_in("warm")
}

/// A built-in theme.
pub fn built_in(name: &str) -> Theme {
    Theme::builtin(name, "en").unwrap_or_else(|reports| {
        let style = regards::diagnostic::Style::default();
        let text: String = reports
            .iter()
            .map(|report| regards::diagnostic::render(report, style))
            .collect();
        panic!("{text}")
    })
}

/// A person of whom only the name is known.
pub fn person(name: &str) -> Interviewer {
    Interviewer {
        name: name.to_owned(),
        unsure: false,
        greeting: None,
        job_title: None,
        hiring_role: None,
        email: None,
        contacted_by: None,
        address: None,
        send: None,
        date: None,
        together: false,
        discussed_points: Vec::new(),
        moment: None,
        told_me: None,
        loose_ends: Vec::new(),
        promised: Vec::new(),
        private: None,
        say: Say::default(),
        allow: Vec::new(),
    }
}

/// A point that is a topic and nothing else.
pub fn topic(topic: &str) -> Point {
    Point::Topic(Topic {
        topic: topic.to_owned(),
        they_said: None,
        quote: None,
        my_side: None,
    })
}

/// Notes of one interview, without anything about the people.
pub fn notes(interviewers: Vec<Interviewer>) -> Notes {
    Notes {
        regards: 1,
        language: Language::EnUs,
        from: Sender {
            name: "Amara Okafor".to_owned(),
            email: Some("amara@okafor.example".to_owned()),
            phone: None,
            links: Vec::new(),
            address: None,
        },
        interview: Interview {
            company: "Northwind Robotics".to_owned(),
            company_in_text: Some("Northwind".to_owned()),
            role: "Senior Controls Engineer".to_owned(),
            date: date(2026, 11, 18),
            time: Some(time(14, 0, 0, 0)),
            timezone: None,
            minutes: None,
            round: None,
            format: Some(Format::Onsite),
            place: None,
            responsibilities: Vec::new(),
            looking_for: Vec::new(),
            next_steps: Vec::new(),
            ask_again_after: None,
            outcome: Outcome::Pending,
            outcome_on: None,
        },
        recruiter: None,
        interviewers,
        missing_qualifications: Vec::new(),
        debrief: None,
        words: Vec::new(),
        card: CardChoices::default(),
        style: Style {
            theme: None,
            first_names: true,
            max_words: None,
        },
    }
}

/// The full example of the format's documentation, with a colleague beside her.
pub fn full() -> Notes {
    let mut katherine = person("Dr. Katherine O'Neill-Vásquez");
    katherine.email = Some("k.oneill@northwind.example".to_owned());
    katherine.hiring_role = Some(HiringRole::HiringManager);
    katherine.discussed_points = vec![
        Point::Topic(Topic {
            topic: "moving your test benches from LabVIEW to Rust".to_owned(),
            they_said: Some("the benches are older than half the team".to_owned()),
            quote: Some("The benches are where the truth is.".to_owned()),
            my_side: Some(
                "At Halden I moved eleven benches off LabVIEW in one winter, with no line stopped."
                    .to_owned(),
            ),
        }),
        topic("the hand-over between shifts"),
        Point::Own {
            say: "I still owe you the name of the book about Toyota's andon cord.".to_owned(),
        },
    ];
    katherine.moment = Some("your story about the 3 a.m. conveyor failure".to_owned());
    katherine.told_me = Some("you started here as an apprentice".to_owned());
    katherine.loose_ends = vec![LooseEnd {
        question: "How would you handle a supplier slipping six weeks?".to_owned(),
        answer:
            "I would re-plan around the long-lead parts on day one and keep a second source warm."
                .to_owned(),
    }];
    katherine.promised = vec!["the andon paper".to_owned()];
    let mut ravi = person("Ravi Shankar Iyer");
    ravi.discussed_points = vec![topic("your suppliers in Gdynia")];
    let mut notes = notes(vec![katherine, ravi]);
    notes.missing_qualifications = vec![
        Qualification {
            what: Claim::Fact {
                qualification: "a TÜV functional-safety certificate".to_owned(),
                evidence: Some("I led the SIL-2 assessment for two press lines.".to_owned()),
            },
            meets: Some("the safety sign-off for the new palletiser".to_owned()),
            tell: Some(0),
        },
        Qualification {
            what: Claim::Own {
                say: "I speak Polish and used it every day at Halden.".to_owned(),
            },
            meets: Some("your suppliers in Gdynia".to_owned()),
            tell: None,
        },
    ];
    notes
}

/// Composes with the small theme, on paper without an end.
pub fn write(notes: &Notes) -> Composed {
    compose(notes, &small(), &Endless, &ComposeOptions::default()).unwrap()
}
