//! What is said of letters that cannot go out yet, since the notes lack an address.

use super::super::init::quoted;
use super::super::terminal::Terminal;
use super::job::Job;
use super::note::Note;
use super::{Prepared, gather};
use crate::language::{listed, stopped};
use crate::letter::Recipient;
use crate::notes::{Channel, Kind};
use crate::proof::Missing;

/// The address that a note lacks; none where it waits, has one of its own in its header, or where
/// `allow:` in the notes accepts the lack.
pub fn missing(prepared: &Prepared, note: &Note) -> Option<Missing> {
    let loaded = &prepared.loaded;
    let is_in_header = || note.mailbox().is_ok_and(|to| to.is_some());
    let missing = Missing::of(loaded, note.letter.recipient, note.text.channel)?;
    let person = missing.who.interviewer(&loaded.notes);
    let mut allowed = person.map_or(&[][..], |person| &person.allow).iter();
    let is_fine = note.held.is_some()
        || (note.text.channel == Channel::Email && is_in_header())
        || allowed.any(|each| each.rule == missing.rule());
    (!is_fine).then_some(missing)
}

/// Says who cannot be written to yet, whom to ask, and what to type for it, in a line each.
pub fn say(prepared: &Prepared, job: &Job, terminal: &mut Terminal<'_>) {
    let notes = &prepared.loaded.notes;
    let all = prepared.notes.iter();
    let all: Vec<Missing> = all.filter_map(|note| missing(prepared, note)).collect();
    // Envelopes and labels have said so of each.
    let is_said = !gather::unaddressed(prepared, job).is_empty();
    let mut groups: Vec<(&'static str, Option<Recipient>, Vec<&str>)> = Vec::new();
    for each in &all {
        let name = each.who.name(notes);
        if each.channel != Channel::Email && is_said {
            continue;
        }
        let same = |group: &&mut (_, _, _)| (group.0, group.1) == (each.rule(), each.asked);
        match groups.iter_mut().find(same) {
            Some((.., names)) if names.contains(&name) => {}
            Some((.., names)) => names.push(name),
            None => groups.push((each.rule(), each.asked, vec![name])),
        }
    }
    for (rule, asked, names) in groups {
        let ask = asked.map_or("the company’s HR", |asked| asked.name(notes));
        let several = names.len() > 1;
        let names = listed(&names);
        let line = match (rule, several) {
            ("missing-email", false) => format!(
                "No `email` for {names}, so the draft has no recipient: type it in, or ask {ask}"
            ),
            ("missing-email", true) => format!(
                "No `email` for {names}, so the drafts have no recipient: type it in, or ask {ask}"
            ),
            _ => format!("No `address` for {names}: ask {ask}"),
        };
        terminal.say(&stopped(&line));
    }
    for note in prepared
        .notes
        .iter()
        .filter(|note| can_be_card(prepared, note))
    {
        let name = note.recipient(&prepared.loaded);
        let to = quoted(name);
        terminal.say(&format!(
            "The notes have a postal address of {name}: --to {to} --as card writes a card."
        ));
    }
    let mut commands: Vec<&str> = Vec::new();
    let asks = all.iter().filter(|each| each.asked.is_some());
    for each in asks.filter(|_| !prepared.kinds.contains(&Kind::ContactRequest)) {
        if !commands.contains(&each.command.as_str()) {
            commands.push(&each.command);
        }
    }
    for command in commands {
        terminal.say(&format!("To ask: {command}"));
    }
}

/// Whether a note that lacks an email address could go by post instead, and nobody said how it goes.
fn can_be_card(prepared: &Prepared, note: &Note) -> bool {
    let person = note.letter.recipient.interviewer(&prepared.loaded.notes);
    note.text.channel == Channel::Email
        && note.letter.kind.channels().contains(&Channel::Card)
        && person.is_some_and(|person| person.send.is_none() && person.address.is_some())
        && missing(prepared, note).is_some()
}
