//! The greeting: this person, exactly.

use super::names::report;
use super::near::{Near, near, plain};
use super::people::Person;
use super::words_at;
use crate::language::Lists;
use crate::proof::Page;
use crate::proof::document::Part;
use crate::proof::finding::Findings;
use crate::proof::registry::known as rule;
use crate::proof::token::Shape;

use std::sync::LazyLock;

/// Words that may stand in a greeting beside a name.
static WORDS: LazyLock<Lists> = LazyLock::new(|| Lists::read(include_str!("greeting.txt")));

/// Looks whether the letter greets the one it goes to.
pub(super) fn check(page: &Page<'_>, findings: &mut Findings<'_>) {
    let document = page.document;
    let people = &page.proof.people;
    let recipient = document.occasion.recipient.and_then(|who| people.get(who));
    check_header(page, recipient, findings);
    let Some(zone) = document.parts(Part::Salutation).next() else {
        return;
    };
    let names: Vec<usize> = zone
        .tokens
        .clone()
        .filter(|at| {
            let token = &document.tokens[*at];
            token.shape == Shape::Word && !WORDS.has("beside", token.folded.trim_end_matches('.'))
        })
        .collect();
    let (Some(first), Some(last)) = (names.first(), names.last()) else {
        return;
    };
    let typed = words_at(page, &names);
    if let Some(person) = recipient {
        if typed
            .iter()
            .all(|each| person.greeting.contains(each) || person.words.contains(each))
        {
            return;
        }
        let other =
            others(page, person).find(|other| typed.iter().all(|each| other.words.contains(each)));
        let whole = document.span(&(*first..last + 1));
        if let Some(other) = other {
            let message = format!(
                "the greeting names {}, and the letter goes to {}",
                other.name, person.name
            );
            let found = findings.add(rule("wrong-recipient"), &whole, message);
            found
                .suggest(in_place(&typed, other, person))
                .better(person.path.clone());
            return;
        }
        let mut all_near = true;
        for (at, each) in names.iter().zip(&typed) {
            if person.greeting.contains(each) || person.words.contains(each) {
                continue;
            }
            let close = person.greeting.iter().filter_map(|right| {
                let is_short = strsim::osa_distance(&plain(each), &plain(right)) <= 1
                    && right.chars().count() > 2;
                let how = near(each, right).or(is_short.then_some(Near::Letters))?;
                Some((how, right))
            });
            match close.min_by_key(|(_, right)| strsim::osa_distance(each, right)) {
                Some((how, right)) => {
                    report(page, *at..at + 1, each, right, person, how, findings);
                }
                None => all_near = false,
            }
        }
        if !all_near {
            let message = format!(
                "the greeting says “{}”, and the letter goes to {}",
                document.words(&whole),
                person.name
            );
            let found = findings.add(rule("wrong-recipient"), &whole, message);
            found.better(person.path.clone());
            found.help("greet them as the notes do, or say how under `greeting:`");
        }
    }
}

/// Looks whether the header names the one whom the notes name.
fn check_header(page: &Page<'_>, recipient: Option<&Person>, findings: &mut Findings<'_>) {
    let document = page.document;
    let (Some(to), Some(person)) = (&document.to, recipient) else {
        return;
    };
    let value = &document.source.text()[to.clone()];
    // A name may hold brackets itself; the address is in the last ones.
    let name = match value.rsplit_once('<') {
        Some((name, address)) if address.contains('@') => name.trim(),
        _ => value.trim(),
    };
    if name.is_empty() || name.contains('@') || name == person.name {
        return;
    }
    let range = to.start..to.start + name.len();
    let other = others(page, person).any(|other| other.name == name);
    let close = strsim::osa_distance(&plain(name), &plain(&person.name)) <= 3;
    let (id, message) = if other || !close {
        (
            "wrong-recipient",
            format!(
                "the header names {name}, and the letter goes to {}",
                person.name
            ),
        )
    } else {
        (
            "name-near-miss",
            format!("“{name}” is “{}” in the notes", person.name),
        )
    };
    let found = findings.in_file(rule(id), Some(range), message);
    found
        .suggest(person.name.clone())
        .better(person.path.clone());
}

/// Everybody but one, and but those of the same name.
fn others<'a>(page: &'a Page<'_>, person: &'a Person) -> impl Iterator<Item = &'a Person> {
    let all = page.proof.people.0.iter();
    all.filter(move |other| other.who != person.who)
}

/// What the greeting should have said, in the form it has: given name, surname or both.
fn in_place(typed: &[String], other: &Person, person: &Person) -> String {
    if typed == other.surname.as_slice() {
        person.surname.join(" ")
    } else if typed.len() == 1 {
        person.words.first().cloned().unwrap_or_default()
    } else {
        person.words.join(" ")
    }
}
