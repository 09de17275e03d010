//! Where a letter that cannot become a file has to be mended: in the notes, or in the user's edit.

use std::string::FromUtf8Error;
use std::sync::Arc;

use super::note::Note;
use crate::card::CardError;
use crate::diagnostic::{Diagnostic, Path, Place, Report, Source};
use crate::email::AddressError;
use crate::letter::Header;
use crate::notes::{Channel, Loaded};
use crate::stationery::StationeryError;

/// Points at what keeps a card from being made.
pub fn blame(error: &CardError, note: &Note, loaded: &Loaded) -> Report {
    let message = format!(
        "the {} to {} cannot be made: {error}",
        what(note),
        note.recipient(loaded)
    );
    let character = match error {
        CardError::NoGlyph { character, .. } => Some(character.as_str()),
        _ => None,
    };
    // A line of an address is in the notes whoever has edited the letter.
    let line = match error {
        CardError::NoRoom { line } => line_in_notes(line, note, loaded),
        _ => None,
    };
    let (source, place) = match (line, &note.edit) {
        (Some(line), _) => (Arc::clone(&loaded.source), line),
        (None, Some(edit)) => {
            let at = character.and_then(|character| Some((edit.text.find(character)?, character)));
            let place = at.map_or(Place::File, |(at, found)| {
                Place::Bytes(at..at + found.len())
            });
            (Arc::new(Source::new(&edit.path, &edit.text)), place)
        }
        (None, None) => {
            let name = note.letter.recipient.path().key("name");
            let place = character.and_then(|character| in_notes(character, note, loaded));
            (
                Arc::clone(&loaded.source),
                place.unwrap_or(Place::Value(name)),
            )
        }
    };
    let mut found = Diagnostic::error("card", place, message);
    if let Some(help) = error.help() {
        found = found.help(help);
    }
    Report {
        source,
        diagnostics: vec![found],
    }
}

/// Points at the address that a draft cannot be sent to: in the user's edit, else in the notes.
pub fn unaddressed(error: &AddressError, note: &Note, loaded: &Loaded) -> Report {
    let (source, place) = match &note.edit {
        Some(edit) => {
            let at = Header::find(&edit.text).to;
            let source = Source::new(&edit.path, &edit.text);
            (Arc::new(source), at.map_or(Place::File, Place::Bytes))
        }
        None => {
            let email = note.letter.recipient.path().key("email");
            (Arc::clone(&loaded.source), Place::Value(email))
        }
    };
    let found = Diagnostic::error("email-address", place, error.to_string()).help(error.help());
    Report {
        source,
        diagnostics: vec![found],
    }
}

/// Points at the address that keeps an envelope from being made, or at the person.
pub fn misfit(error: &StationeryError, note: &Note, loaded: &Loaded) -> Report {
    let person = note.letter.recipient.path();
    let key = match error {
        StationeryError::AddressTooLong { .. } | StationeryError::AddressTooTall { .. } => {
            "address"
        }
        StationeryError::Card(CardError::NoGlyph { .. }) => "address",
        _ => "name",
    };
    let message = format!(
        "the {} to {} cannot be sent: {error}",
        what(note),
        note.recipient(loaded)
    );
    let own = Place::Value(person.key(key));
    let character = match error {
        StationeryError::Card(CardError::NoGlyph { character, .. }) => Some(character),
        _ => None,
    };
    // The return address stands on the envelope too.
    let sender = Place::Value(Path::root().key("from").key("address"));
    let holds = |place: &Place, text: &str| {
        let range = loaded.source.range(place);
        range.is_some_and(|range| loaded.source.text()[range].contains(text))
    };
    let text = match error {
        StationeryError::AddressTooLong { line } => Some(line),
        _ => character,
    };
    let is_senders = match error {
        StationeryError::AddressTooTall { lines, .. } => {
            note.address.as_ref().is_none_or(|to| to.len() != *lines)
        }
        _ => text.is_some_and(|text| !holds(&own, text) && holds(&sender, text)),
    };
    let place = if is_senders { sender } else { own };
    let mut found = Diagnostic::error("envelope", place, message);
    if let Some(help) = error.help() {
        found = found.help(help);
    }
    Report {
        source: Arc::clone(&loaded.source),
        diagnostics: vec![found],
    }
}

/// What is made of a note.
fn what(note: &Note) -> &'static str {
    match note.text.channel {
        Channel::Letter => "letter",
        _ => "card",
    }
}

/// Says that an edited letter is not text.
pub fn unreadable(path: &str, error: &FromUtf8Error) -> Report {
    let byte = error.utf8_error().valid_up_to() + 1;
    let found = Diagnostic::error(
        "not-utf-8",
        Place::File,
        format!("this letter is not UTF-8 text: byte {byte} is none"),
    )
    .help("save it as UTF-8 in your editor, or start anew with `--recompose NAME`");
    Report {
        source: Arc::new(Source::new(path, "")),
        diagnostics: vec![found],
    }
}

/// Says that an edited letter lies under the name of somebody else.
pub fn for_another(path: &str, text: String, other: &str, person: &str) -> Report {
    let at = text.find("to:").unwrap_or_default();
    let line = text[at..].find('\n').map_or(text.len(), |end| at + end);
    let found = Diagnostic::error(
        "wrong-recipient",
        Place::Bytes(at..line),
        format!("this letter goes to {other}, but its file is now the one of {person}"),
    )
    .help("move what you wrote into the file of the right person, and delete this one")
    .help(format!(
        "or write `to: {person}` here, if it is meant for {person}"
    ));
    Report {
        source: Arc::new(Source::new(path, text)),
        diagnostics: vec![found],
    }
}

/// Where the notes have a line that stands on a letter beside its text: with the person, or with
/// whoever writes.
fn line_in_notes(line: &str, note: &Note, loaded: &Loaded) -> Option<Place> {
    let sender = Path::root().key("from");
    [note.letter.recipient.path(), sender]
        .into_iter()
        .filter_map(|path| loaded.source.range(&Place::Value(path)))
        .find_map(|range| {
            let at = range.start + loaded.source.text()[range].find(line)?;
            Some(Place::Bytes(at..at + line.len()))
        })
}

/// Where the notes have a character that a letter says.
fn in_notes(character: &str, note: &Note, loaded: &Loaded) -> Option<Place> {
    let letter = &note.letter;
    let parts = letter.paragraphs.iter().flatten();
    let said = parts.chain(&letter.salutation).chain(&letter.sign_off);
    let shared = [
        Path::root().key("from").key("name"),
        letter.recipient.path().key("name"),
    ];
    said.flat_map(|part| part.paths.iter())
        .chain(&shared)
        .filter_map(|path| loaded.source.range(&Place::Value(path.clone())))
        .find_map(|range| {
            let at = range.start + loaded.source.text()[range.clone()].find(character)?;
            Some(Place::Bytes(at..at + character.len()))
        })
}
