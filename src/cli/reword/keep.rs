//! What was picked, on the disk: in the file of wordings, and in the letter.

use super::super::code;
use super::super::terminal::Terminal;
use super::super::write::note::Note;
use super::super::write::prepare::{Problems, with};
use super::super::write::{Prepared, code_of, put, summary, wording};
use super::Refused;
use super::desk::Desk;
use crate::letter::{Pins, Recipient, Wording};
use crate::notes::{Interviewer, Kind};
use crate::output::Outcome;

/// Changes the pins in their file and writes the letter anew; says `done`, and the file's name.
///
/// Everything is composed and typeset before the first file is touched.
pub(super) fn keep(
    desk: Desk,
    done: &str,
    terminal: &mut Terminal<'_>,
    change: impl FnOnce(&mut Pins),
) -> Result<u8, Refused> {
    let kind = desk.letter().kind;
    let Desk {
        theme,
        mut job,
        prepared,
        recipient,
        to,
        write,
        ..
    } = desk;
    job.kind = Some(kind);
    // The file may have been edited while the question stood.
    let before = wording::read(&prepared.folder)?;
    let mut pins = before.pins().clone();
    change(&mut pins);
    let text = before.text_with(&pins);
    let path = wording::path(&prepared.folder);
    let after =
        Wording::read(&path, text.as_bytes()).map_err(|report| Problems::Reports(vec![report]))?;
    let mut prepared = with(after, prepared.folder, prepared.loaded, &theme, &job)?;
    // What an email carries is none of this.
    prepared
        .notes
        .retain(|note| note.letter.recipient == recipient);
    let was = before.text().map(str::as_bytes);
    let outcome = prepared
        .folder
        .write_shared(wording::FILE, was, text.as_bytes());
    match outcome {
        Outcome::Created | Outcome::Updated | Outcome::Unchanged => {
            terminal.say(&format!("{done} {path}."));
        }
        Outcome::Kept => {
            terminal.complain(&format!("error: {path} was changed at the same moment"));
            terminal.complain("help: run the same command again");
            return Ok(code::NOT_WRITTEN);
        }
        Outcome::Failed(cause) => {
            terminal.complain(&format!("error: {path} cannot be written: {cause}"));
            terminal.complain("Nothing was written.");
            return Ok(code::NOT_WRITTEN);
        }
    }
    let (edited, composed) = prepared
        .notes
        .into_iter()
        .partition(|note| note.edit.is_some());
    prepared.notes = composed;
    if !prepared.notes.is_empty() {
        let outcomes = put(&mut prepared, &job);
        summary::say(&prepared, &outcomes, (&[], &[]), &job, terminal);
        leave(&edited, &write, &to, terminal);
        covering(&prepared, kind, recipient, &write, terminal);
        return Ok(code_of(&prepared, &outcomes));
    }
    leave(&edited, &write, &to, terminal);
    Ok(code::DONE)
}

/// Says which letters were left as the user has edited them.
fn leave(edited: &[Note], write: &str, to: &str, terminal: &mut Terminal<'_>) {
    for edit in edited.iter().filter_map(|note| note.edit.as_ref()) {
        terminal.say(&format!(
            "You have edited {}: your edit is the letter, and was left as it is. The wording is \
             kept for when it is composed anew:",
            edit.path
        ));
        terminal.say(&format!("  {write} --recompose {to}"));
    }
}

/// Says that an email which carries this note still carries it as it was.
fn covering(
    prepared: &Prepared,
    kind: Kind,
    recipient: Recipient,
    write: &str,
    terminal: &mut Terminal<'_>,
) {
    let notes = &prepared.loaded.notes;
    let person = recipient.interviewer(notes);
    let is_passed_on = person.is_some_and(Interviewer::by_recruiter);
    if let Some(recruiter) = notes
        .recruiter
        .as_ref()
        .filter(|_| is_passed_on && kind == Kind::ThankYou)
    {
        terminal.say(&format!(
            "The email to {} that carries this note is as it was; `{write}` makes it \
             anew.",
            recruiter.name
        ));
    }
}
