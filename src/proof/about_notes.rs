//! What the notes themselves lack: an address, a day, a name that somebody is sure of.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::missing::Missing;
use super::registry::known as rule;
use super::rule::Rule;
use crate::diagnostic::{Diagnostic, Level, Path, Place};
use crate::letter::{Letter, Name, Recipient, Remark};
use crate::notes::{Channel, Kind, Loaded};

/// How many days after the interview a thank-you by email is still soon, and a card.
const SOON: (i32, i32) = (2, 4);

/// What to say about the notes before these letters go out; `today` is the day they do.
///
/// `remarks` are what the composer had to say about values that it left out or wrote otherwise.
pub fn about_notes(
    loaded: &Loaded,
    letters: &[&Letter],
    remarks: &[Remark],
    today: Option<Date>,
) -> Vec<Diagnostic> {
    let notes = &loaded.notes;
    let mut found = Vec::new();
    let mut seen: BTreeMap<(Recipient, Channel), ()> = BTreeMap::new();
    for letter in letters {
        let who = letter.recipient;
        let name = who.name(notes);
        if who == Recipient::Yourself || seen.insert((who, letter.channel), ()).is_some() {
            continue;
        }
        let path = who.path();
        if letter.unsure {
            let message = format!("the letter to {name} waits, since you are not sure of the name");
            found.push(message_of(
                "unsure-name",
                Place::Value(path.key("unsure")),
                message,
            ));
        }
        if let Some(missing) = Missing::of(loaded, who, letter.channel) {
            found.push(missing.diagnostic(loaded));
        }
        let read = Name::read(name);
        let is_free = who
            .interviewer(notes)
            .is_some_and(|person| person.greeting.is_none());
        if is_free && read.is_surname_guessed(who.email(notes)) {
            let (greeting, surname) = (read.greeting(notes.style.first_names), read.surname());
            let message = format!("“{greeting}” takes “{surname}” alone for the surname");
            let longer = read.greeting_with_two_surnames();
            let help = format!("where it is longer, say so: `greeting: {longer}`");
            let place = Place::Value(path.key("name"));
            found.push(message_of("guessed-surname", place, message).help(help));
        }
        if who.email(notes).is_none() {
            let message = format!("nothing confirms how “{name}” is spelt");
            found.push(message_of(
                "unverified-spelling",
                Place::Value(path.key("name")),
                message,
            ));
        }
    }
    found.extend(unfit(letters, remarks));
    found.extend(today.and_then(|today| late(loaded, letters, today)));
    found
}

/// Values that cannot be said as they are typed, and those that are said otherwise.
fn unfit(letters: &[&Letter], remarks: &[Remark]) -> Vec<Diagnostic> {
    let mut found: BTreeMap<Path, Diagnostic> = BTreeMap::new();
    let left_out = letters.iter().flat_map(|letter| &letter.left_out);
    for left in left_out {
        if let Some(id) = left.broken_rule() {
            let message = format!("this is left out, since {}", left.why);
            let place = Place::Value(left.path.clone());
            found.insert(left.path.clone(), message_of(id, place, message));
        }
    }
    for remark in remarks {
        let Some(path) = &remark.path else { continue };
        if let Some(message) = found.remove(path) {
            found.insert(path.clone(), message.help(&remark.text));
            continue;
        }
        let mut message = message_of(
            "fragment-form",
            Place::Value(path.clone()),
            remark.text.clone(),
        );
        message.level = Level::Hint;
        found.insert(path.clone(), message);
    }
    found.into_values().collect()
}

/// Whether thanks come late.
fn late(loaded: &Loaded, letters: &[&Letter], today: Date) -> Option<Diagnostic> {
    let met = loaded.notes.interview.date;
    let days = today.since(met).ok()?.get_days();
    let thanks = letters
        .iter()
        .filter(|letter| letter.kind == Kind::ThankYou);
    let soon = thanks.map(|letter| match letter.channel {
        Channel::Card | Channel::Letter => SOON.1,
        _ => SOON.0,
    });
    let soon = soon.max()?;
    let place = Place::Value(Path::root().key("interview").key("date"));
    (days > soon).then(|| {
        let message = format!("the interview was {days} days ago, and thanks are late");
        message_of("sent-late", place, message)
    })
}

/// A message of a rule, with its line of help.
pub(super) fn message_of(id: &str, place: Place, message: String) -> Diagnostic {
    let rule: &'static Rule = rule(id);
    let mut found = Diagnostic::new(rule.level, &rule.id, place, message);
    found.layer = rule.layer.name();
    match rule.better.is_empty() {
        true => found,
        false => found.help(&rule.better),
    }
}
