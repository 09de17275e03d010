//! Every kind of letter: whom it goes to, and every phrase of every theme in it.

use std::collections::BTreeSet;

use regards::letter::{Nobody, Pins, called_for};
use regards::theme::BUILT_IN;

use super::values::{VALUES, Values, all_are_shown, dealt, is_of_thank_you, plain, seams};
use super::*;

fn options(kind: Kind) -> ComposeOptions {
    ComposeOptions {
        kind,
        ..ComposeOptions::default()
    }
}

fn recruiter(by: Option<ContactedBy>) -> Recruiter {
    Recruiter {
        name: "Jo Lindqvist".to_owned(),
        email: Some("jo@staffing.example".to_owned()),
        contacted_by: by,
    }
}

/// What came of it where a letter of a kind is written.
pub fn outcome_for(kind: Kind, shape: usize) -> Outcome {
    match kind {
        Kind::OfferThanks => Outcome::Offer,
        Kind::AcceptedThanks => Outcome::Accepted,
        Kind::NoOfferThanks => Outcome::NoOffer,
        Kind::Withdrawal if shape.is_multiple_of(2) => Outcome::Withdrawn,
        Kind::Withdrawal => Outcome::Declined,
        Kind::Debrief if shape == 4 => Outcome::NoOffer,
        _ => Outcome::Pending,
    }
}

/// Notes from which every kind can be written; `shape` chooses between the ways of a kind.
fn rich(values: &Values, shape: usize) -> Notes {
    let mut people = vec![
        person("Ada Byron"),
        person("Grace Hopper"),
        person("Mary Boole"),
    ];
    people[0].hiring_role = Some(match shape {
        4 => HiringRole::Supervisor,
        6 => HiringRole::Coordinator,
        _ => HiringRole::HiringManager,
    });
    if shape == 5 {
        // A colleague of the sender.
        people[0].email = Some("ada@okafor.example".to_owned());
    }
    people[1].hiring_role = Some(HiringRole::Coordinator);
    people[2].hiring_role = (shape.is_multiple_of(2)).then_some(HiringRole::Hr);
    people[0].send = Some(Send::ViaRecruiter);
    people[2].send = Some(Send::Card);
    match shape % 3 {
        0 => people[0].moment = Some(values.noun.to_owned()),
        1 => {
            people[0].discussed_points = vec![topic(values.noun)];
            people[1].send = Some(Send::Card);
        }
        _ => people[1].send = Some(Send::ViaRecruiter),
    }
    if shape == 6 {
        // Whoever arranged the day was the only one met.
        people.truncate(1);
    }
    let mut notes = notes(people);
    notes.style.first_names = shape != 5;
    notes.from.phone = (shape.is_multiple_of(2)).then(|| "+1 312 555 0142".to_owned());
    if shape % 4 == 3 {
        notes.from.email = None;
    }
    notes.interview.role = values.role.to_owned();
    notes.interview.company_in_text = Some(values.company.to_owned());
    let said = (shape.is_multiple_of(2)).then(|| values.clause.to_owned());
    notes.interview.next_steps = vec![NextStep { said, by: None }];
    notes.debrief = Some(Debrief {
        went: Some("well".to_owned()),
        ..Debrief::default()
    });
    notes
}

#[test]
fn every_phrase_of_the_other_kinds_reads_without_a_seam() {
    for name in BUILT_IN {
        let theme = built_in(name);
        let mut shown = BTreeSet::new();
        let mut problems = BTreeSet::new();
        for (values, shape) in VALUES
            .iter()
            .flat_map(|values| (0..7).map(move |at| (values, at)))
        {
            for number in 0..12 {
                let mut notes = rich(values, shape);
                let mut pins = Pins::default();
                for pool in theme.pools() {
                    let phrase = &pool.phrases[number % pool.phrases.len()];
                    for who in ["Ada Byron", "Grace Hopper", "Mary Boole", "Jo Lindqvist"] {
                        pins.pin(who, &pool.id, &phrase.id);
                    }
                }
                let by = [None, Some(None), Some(Some(ContactedBy::Phone))];
                notes.recruiter = by[(shape + number) % 3].map(recruiter);
                for kind in Kind::ALL.into_iter().filter(|kind| *kind != Kind::ThankYou) {
                    notes.interview.outcome = outcome_for(kind, shape);
                    for channel in kind.channels() {
                        let options = ComposeOptions {
                            channel: Some(*channel),
                            pins: pins.clone(),
                            ..options(kind)
                        };
                        let composed = compose(&notes, &theme, &Endless, &options).unwrap();
                        for letter in composed.letters {
                            shown.extend(dealt(&letter));
                            if letter.channel.is_letter() && kind != Kind::Debrief {
                                problems.extend(seams(&plain(&letter), values));
                            }
                        }
                    }
                }
            }
        }
        let problems: Vec<String> = problems.into_iter().collect();
        let count = problems.len();
        assert!(
            problems.is_empty(),
            "{name}: {count} problems:\n{}",
            problems.join("\n")
        );
        all_are_shown(name, &theme, &shown, |pool| !is_of_thank_you(pool));
    }
}

#[test]
fn each_kind_goes_to_whom_it_concerns() {
    let mut notes = rich(&VALUES[0], 0);
    let mut lines = Vec::new();
    for by in [None, Some(None), Some(Some(ContactedBy::Phone))] {
        notes.recruiter = by.map(recruiter);
        for kind in Kind::ALL {
            notes.interview.outcome = outcome_for(kind, 0);
            let composed = compose(&notes, &warm(), &Endless, &options(kind)).unwrap();
            let to: Vec<String> = composed
                .letters
                .iter()
                .map(|letter| format!("{} ({})", letter.recipient.name(&notes), letter.channel))
                .collect();
            let nobody = composed.nobody.map_or(String::new(), Nobody::message);
            lines.push(format!("{kind}: {}{nobody}", to.join(", ")));
        }
        lines.push(String::new());
    }
    insta::assert_snapshot!(lines.join("\n"));
}

#[test]
fn a_letter_that_the_outcome_contradicts_is_not_written() {
    let mut notes = rich(&VALUES[0], 0);
    for (kind, outcome) in [
        (Kind::CheckIn, Outcome::Accepted),
        (Kind::CheckIn, Outcome::Withdrawn),
        (Kind::ThankYou, Outcome::NoOffer),
        (Kind::OfferThanks, Outcome::NoOffer),
        (Kind::NoOfferThanks, Outcome::Offer),
        (Kind::Withdrawal, Outcome::Accepted),
    ] {
        notes.interview.outcome = outcome;
        let composed = compose(&notes, &warm(), &Endless, &options(kind)).unwrap();
        assert!(composed.letters.is_empty(), "{kind} after {outcome:?}");
        assert_eq!(composed.nobody, Some(Nobody::Outcome(outcome)));
    }
}

#[test]
fn the_outcome_tells_what_to_write() {
    let mut notes = full();
    notes.debrief = None;
    for (outcome, kind) in [
        (Outcome::Pending, Kind::ThankYou),
        (Outcome::Offer, Kind::OfferThanks),
        (Outcome::Accepted, Kind::AcceptedThanks),
        (Outcome::NoOffer, Kind::NoOfferThanks),
        (Outcome::Declined, Kind::Withdrawal),
        (Outcome::Withdrawn, Kind::Withdrawal),
    ] {
        notes.interview.outcome = outcome;
        assert_eq!(called_for(&notes), [kind]);
        notes.debrief = Some(Debrief::default());
        assert_eq!(called_for(&notes), [kind, Kind::Debrief]);
        notes.debrief = None;
    }
}

#[test]
fn what_is_for_oneself_alone_is_on_ones_own_page_only() {
    let mut notes = full();
    notes.recruiter = Some(recruiter(None));
    notes.interviewers[0].private = Some("two weekends a quarter on call".to_owned());
    notes.debrief = Some(Debrief {
        disliked: vec!["the smell of the canteen".to_owned()],
        ..Debrief::default()
    });
    for kind in Kind::ALL {
        for channel in kind.channels() {
            let options = ComposeOptions {
                channel: Some(*channel),
                ..options(kind)
            };
            let composed = compose(&notes, &warm(), &Endless, &options).unwrap();
            let text = format!("{composed:?}");
            let own = (kind, *channel) == (Kind::Debrief, Channel::Page);
            assert_eq!(text.contains("on call"), own, "{kind} {channel}");
            assert_eq!(text.contains("canteen"), own, "{kind} {channel}");
        }
    }
}

#[test]
fn a_person_is_not_named_to_herself_and_the_recruiter_is_asked_for_news() {
    let mut notes = full();
    notes.interviewers[1].told_me = Some("Ravi's team doubles in spring".to_owned());
    let options = ComposeOptions {
        only: Some(vec![Recipient::Interviewer(1)]),
        ..ComposeOptions::default()
    };
    let letter = &compose(&notes, &warm(), &Endless, &options)
        .unwrap()
        .letters[0];
    let body = &letter.text.body;
    assert!(body.contains("your team doubles in spring"), "{body}");
    notes.recruiter = Some(regards::notes::Recruiter {
        name: "Jo Lindqvist".to_owned(),
        email: None,
        contacted_by: None,
    });
    let options = ComposeOptions {
        kind: Kind::CheckIn,
        channel: Some(Channel::Phone),
        only: Some(vec![Recipient::Recruiter]),
        ..ComposeOptions::default()
    };
    let call = &compose(&notes, &warm(), &Endless, &options)
        .unwrap()
        .letters[0];
    let pools: Vec<&str> = call.parts().map(|part| part.pool.as_str()).collect();
    assert!(pools.contains(&"call.recruiter"), "{pools:?}");
}

#[test]
fn whoever_is_asked_for_an_address_hears_whether_a_card_or_a_letter_goes_there() {
    let asked = |name: &str, ways: [Send; 2], number: usize| {
        let theme = built_in(name);
        let mut people = vec![person("Ada Byron"), person("Grace Hopper")];
        for (person, way) in people.iter_mut().zip(ways) {
            person.send = Some(way);
        }
        let mut notes = notes(people);
        notes.recruiter = Some(recruiter(None));
        let pool = theme
            .pools()
            .find(|pool| pool.id == "contact-request.addresses");
        let phrases = pool.map(|pool| &pool.phrases).unwrap();
        let mut pins = Pins::default();
        let phrase = &phrases[number % phrases.len()];
        pins.pin("Jo Lindqvist", "contact-request.addresses", &phrase.id);
        let options = ComposeOptions {
            pins,
            ..options(Kind::ContactRequest)
        };
        let composed = compose(&notes, &theme, &Endless, &options).unwrap();
        composed.letters[0].text.body.clone()
    };
    for (name, number) in BUILT_IN
        .into_iter()
        .flat_map(|name| (0..6).map(move |at| (name, at)))
    {
        for (ways, said) in [
            ([Send::Card, Send::Both], "a card"),
            ([Send::Letter, Send::Letter], "a letter"),
            ([Send::Letter, Send::Card], "a note"),
        ] {
            let body = asked(name, ways, number);
            for word in ["a card", "a letter", "a note"] {
                assert_eq!(body.contains(word), word == said, "{name}: {body}");
            }
        }
    }
}
