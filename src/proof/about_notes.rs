//! What the notes themselves lack: an address, a day, a name that somebody is sure of.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::registry::known as rule;
use super::rule::Rule;
use crate::diagnostic::{Diagnostic, Level, Path, Place};
use crate::letter::{Letter, Recipient, Remark};
use crate::notes::{Channel, HiringRole, Interviewer, Kind, Loaded};

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
        let at_name = || Place::Value(path.key("name"));
        if letter.unsure {
            let message = format!("the letter to {name} waits, since you are not sure of the name");
            found.push(message_of(
                "unsure-name",
                Place::Value(path.key("unsure")),
                message,
            ));
        }
        let email = who.email(notes);
        let by_recruiter = who
            .interviewer(notes)
            .is_some_and(|person| person.by_recruiter());
        let whom = whom_to_ask(loaded, who);
        if letter.channel == Channel::Email && email.is_none() && !by_recruiter {
            let message = format!("there is no address to send the email to {name} to");
            found.push(message_of("missing-email", at_name(), message).help(whom.clone()));
        }
        let postal = who
            .interviewer(notes)
            .and_then(|person| person.address.as_ref());
        if letter.channel.goes_by_post() && postal.is_none() {
            let message = format!("there is no address to post the card to {name} to");
            found.push(message_of("missing-address", at_name(), message).help(whom));
        }
        if email.is_none() {
            let message = format!("nothing confirms how “{name}” is spelt");
            found.push(message_of("unverified-spelling", at_name(), message));
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

/// Who is likely to know an address, and the command for the letter that asks for it.
fn whom_to_ask(loaded: &Loaded, who: Recipient) -> String {
    let notes = &loaded.notes;
    let is_hr = |person: &Interviewer| person.hiring_role == Some(HiringRole::Hr);
    let hr = notes.interviewers.iter().position(is_hr);
    let hr = hr.map(Recipient::Interviewer);
    let recruiter = notes.recruiter.as_ref().map(|_| Recipient::Recruiter);
    // The letter goes to the first of these, whoever is asked about.
    let usual = hr.or(recruiter);
    let write = format!("regards write {} --kind contact-request", file(loaded));
    match [hr, recruiter]
        .into_iter()
        .flatten()
        .find(|asked| *asked != who)
    {
        Some(asked) => {
            let name = asked.name(notes);
            let to = match Some(asked) == usual {
                true => String::new(),
                false => format!(" --to {}", typed(name)),
            };
            format!("ask {name}: `{write}{to}` writes it")
        }
        None => {
            format!(
                "ask the company’s HR: with them as `recruiter:` in the notes, `{write}` writes it"
            )
        }
    }
}

/// The notes file as it is typed at a shell.
fn file(loaded: &Loaded) -> String {
    match loaded.source.name() {
        "<stdin>" => "-".to_owned(),
        name => typed(name),
    }
}

/// A word of a command: in quotation marks where a shell would part it.
fn typed(word: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || "/._-~".contains(c);
    match word.chars().all(is_plain) {
        true => word.to_owned(),
        false => format!("'{}'", word.replace('\'', "'\\''")),
    }
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
