//! Facts as they are said to their reader, from elsewhere: "you" for a name, a place for "here".

use super::facts::{Fact, What};
use super::fragment::{self, They};
use super::reader::{Addressed, Reader};
use super::reasons::{BY_NAME, HERE, THEY};

/// Says `Ingrid's team` to Ingrid as "your team"; what cannot be said to her is left out.
pub(super) fn address(facts: &mut [Fact<'_>], reader: &Reader) {
    for fact in facts {
        let is_own = match fact.what {
            What::Say(_) | What::OwnPoint(_) | What::MySide(_) | What::Quote(_) => true,
            What::LooseEnd(_) => fact.text.ends_with(['?', '"', '”']),
            What::Qualification(_) => fragment::is_own_sentence(&fact.text),
            _ => false,
        };
        if is_own {
            continue;
        }
        match reader.said(&fact.text) {
            Addressed::AsTyped => {}
            Addressed::Said(text) => {
                fact.text = text;
                fact.mended = true;
            }
            Addressed::Unsure => fact.out = fact.out.or(Some(BY_NAME)),
        }
    }
}

/// Says `nobody here merges` as "nobody at Northwind merges": the letter is written elsewhere.
pub(super) fn name_place(facts: &mut [Fact<'_>], at_company: &str) {
    let told = |what| {
        matches!(
            what,
            What::Topic(_) | What::TheySaid(_) | What::Moment | What::ToldMe
        )
    };
    for fact in facts.iter_mut().filter(|fact| told(fact.what)) {
        match fragment::at_place(&fact.text, at_company) {
            Some(text) if text != fact.text => {
                fact.text = text;
                fact.mended = true;
            }
            Some(_) => {}
            None => fact.out = fact.out.or(Some(HERE)),
        }
    }
}

/// Says "they have had families ask" as "you have": with nobody named before, those who spoke are
/// meant. Where others may be, the point is left out, with the answer to it.
pub(super) fn say_who(facts: &mut [Fact<'_>]) {
    for at in 0..facts.len() {
        let (What::TheySaid(index), None) = (facts[at].what, facts[at].out) else {
            continue;
        };
        let topic = facts.iter().find(|fact| fact.what == What::Topic(index));
        let topic = topic.map(|fact| fact.text.clone()).unwrap_or_default();
        match fragment::who_are_they(&facts[at].text, &topic) {
            They::Named => {}
            They::Reader(text) => {
                facts[at].text = text;
                facts[at].mended = true;
            }
            They::Unsure => {
                let of_topic = [
                    What::Topic(index),
                    What::TheySaid(index),
                    What::MySide(index),
                    What::Quote(index),
                ];
                for fact in facts
                    .iter_mut()
                    .filter(|fact| of_topic.contains(&fact.what))
                {
                    fact.out = fact.out.or(Some(THEY));
                }
            }
        }
    }
}
