//! The people of the notes beside those of cards: who is the same, and what is said otherwise.

use super::Contact;
use super::add::child;
use crate::diagnostic::{Diagnostic, Path, Place};
use crate::letter::Name;
use crate::proof::{is_near, rule};
use crate::yaml::{Node, Value};

/// Somebody whom the notes name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// Where the notes speak of them.
    pub path: Path,
    /// The name.
    pub name: String,
    /// The email address.
    pub email: Option<String>,
}

/// How somebody of the notes is like somebody of a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Like {
    /// By the name, but for titles and middle names.
    Same,
    /// By a name that is nearly it, or by the address.
    Near,
}

impl Known {
    /// Whether a card is this person's, certainly or very likely.
    pub fn is(&self, card: &Contact) -> bool {
        self.like(card).is_some()
    }

    /// What is said of this person otherwise than on their card, in a few words each.
    pub fn differences(&self, card: &Contact) -> Vec<String> {
        let mut found = Vec::new();
        if self.like(card) == Some(Like::Near) && self.name != card.name {
            found.push(format!("the card has the name {}", card.name));
        }
        if let Some(theirs) = &card.email
            && self
                .email
                .as_ref()
                .is_none_or(|ours| !same_address(ours, theirs))
        {
            found.push(format!("the card has the address {theirs}"));
        }
        found
    }

    fn like(&self, card: &Contact) -> Option<Like> {
        let words = |name: &str| -> Vec<String> {
            Name::read(name)
                .whole()
                .split_whitespace()
                .map(str::to_lowercase)
                .collect()
        };
        let (ours, theirs) = (words(&self.name), words(&card.name));
        let ends = |words: &[String]| Some((words.first()?.clone(), words.last()?.clone()));
        if ours == theirs || (ours.len() > 1 && theirs.len() > 1 && ends(&ours) == ends(&theirs)) {
            return Some(Like::Same);
        }
        let mut pairs = ours.iter().zip(&theirs);
        let is_alike = pairs.all(|(ours, theirs)| ours == theirs || is_near(ours, theirs));
        let by_name = ours.len() == theirs.len() && ours.len() > 1 && is_alike;
        // Of somebody tired, the given name or the surname may be all that is known.
        let by_part = ours.len() == 1
            && theirs.len() > 1
            && (theirs.first() == ours.first() || theirs.last() == ours.first());
        let by_address = match (&self.email, &card.email) {
            (Some(ours), Some(theirs)) => same_address(ours, theirs),
            _ => false,
        };
        (by_name || by_part || by_address).then_some(Like::Near)
    }
}

/// Whether two addresses are one: nobody has two that differ in capitals alone.
fn same_address(one: &str, other: &str) -> bool {
    one.to_lowercase() == other.to_lowercase()
}

/// The people of a notes file as it was typed, whatever else is wrong with it.
pub fn known(root: &Node) -> Vec<Known> {
    let text = |person: &Node, key: &str| match child(person, key).map(|value| &value.value) {
        Some(Value::Scalar(scalar)) => Some(scalar.text.trim().to_owned()),
        _ => None,
    };
    let people: &[Node] = match child(root, "interviewers").map(|list| &list.value) {
        Some(Value::List(people)) => people,
        _ => &[],
    };
    let list = Path::root().key("interviewers");
    let known = people.iter().enumerate().map(|(at, person)| Known {
        path: list.item(at),
        name: text(person, "name").unwrap_or_default(),
        email: text(person, "email"),
    });
    known.collect()
}

/// What the notes say otherwise than the cards of a file, `from`.
pub fn compare(people: &[Known], cards: &[Contact], from: &str) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for person in people {
        // A card of exactly this name settles who is meant, however near another one is.
        let same = cards
            .iter()
            .find(|card| person.like(card) == Some(Like::Same));
        let near = || cards.iter().find(|card| person.is(card));
        let Some(card) = same.or_else(near) else {
            continue;
        };
        let mut say = |id: &str, key: &str, message: String, help: String| {
            let place = Place::Value(person.path.key(key));
            if let Some(rule) = rule(id) {
                found.push(Diagnostic::new(rule.level, &rule.id, place, message).help(help));
            }
        };
        if same.is_none() && person.name != card.name {
            say(
                "contact-name",
                "name",
                format!("the card in {from} spells the name “{}”", card.name),
                "take it from the card, unless they have said that it is wrong there".to_owned(),
            );
        }
        match (&person.email, &card.email) {
            (Some(ours), Some(theirs)) if !same_address(ours, theirs) => say(
                "contact-address",
                "email",
                format!("the card in {from} has the address {theirs}"),
                "write to the one that they gave you last".to_owned(),
            ),
            (None, Some(theirs)) => say(
                "contact-address",
                "name",
                format!("the card in {from} has an address of {}", card.name),
                format!("add it: `email: {theirs}`"),
            ),
            _ => {}
        }
    }
    found
}
