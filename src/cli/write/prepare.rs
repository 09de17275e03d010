use super::super::input::Input;
use super::super::terminal::Terminal;
use super::job::Job;
use super::note::{Note, NoteError};
use super::{Prepared, people};
use crate::card::CardRoom;
use crate::diagnostic::Report;
use crate::letter::{self, ComposeOptions, Letter, Name};
use crate::notes::{Channel, Loaded, Notes, Send};
use crate::output::{self, Folder};
use crate::theme::Theme;

/// What keeps one notes file from becoming notes.
pub(super) enum Problems {
    Reports(Vec<Report>),
    Folder(output::FolderError),
}

impl Problems {
    /// Says what is wrong.
    pub(super) fn show(&self, terminal: &mut Terminal<'_>) {
        match self {
            Self::Reports(reports) => reports.iter().for_each(|report| terminal.report(report)),
            Self::Folder(error) => {
                terminal.complain(&format!("error: {error}"));
                terminal.complain(&format!("help: {}", error.help()));
            }
        }
    }
}

/// Composes the letters of one notes file and makes everything that is made from them.
pub(super) fn prepare(
    input: &Input,
    loaded: Loaded,
    theme: &Theme,
    job: &Job,
) -> Result<Prepared, Problems> {
    let folder = Folder::open(&input.folder(job.out.as_deref())).map_err(Problems::Folder)?;
    let one = |report: Report| Problems::Reports(vec![report]);
    let card = job.card_options(&loaded).map_err(one)?;
    let room = CardRoom::new(&card, job.fonts);
    let options = ComposeOptions {
        kind: job.kind,
        channel: job.channel,
        date: job.date,
        only: (!job.to.is_empty()).then(|| people::places(&job.to, &loaded)),
    };
    let mut composed = letter::compose(&loaded.notes, theme, &room, &options).map_err(one)?;
    let recompose = people::places(&job.recompose, &loaded);
    let stems = stems(&loaded.notes);
    let mut notes = Vec::new();
    let mut reports = Vec::new();
    for letter in std::mem::take(&mut composed.letters) {
        let stem = file_name(&stems[letter.place], &letter, &loaded.notes);
        let anew = job.force || recompose.contains(&letter.place);
        match Note::make(letter, &stem, &loaded, &folder, job, &card, anew) {
            Ok(note) => notes.push(note),
            Err(NoteError::Report(report)) => reports.push(report),
            Err(NoteError::Folder(error)) => return Err(Problems::Folder(error)),
        }
    }
    if !reports.is_empty() {
        return Err(Problems::Reports(reports));
    }
    Ok(Prepared {
        loaded,
        composed,
        folder,
        notes,
    })
}

/// How each person is called in file names, whoever is written to in this run.
fn stems(notes: &Notes) -> Vec<String> {
    let people = notes.interviewers.iter();
    let names: Vec<String> = people
        .map(|person| Name::read(&person.name).whole())
        .collect();
    output::slugs(&names)
}

/// The name of a letter's files without their ending.
///
/// The card to a person who gets an email as well is the second letter of its kind, also where
/// only the card is asked for: it must never take the email's place.
fn file_name(stem: &str, letter: &Letter, notes: &Notes) -> String {
    let both = notes.interviewers[letter.place].send == Some(Send::Both);
    let second = if both && letter.channel == Channel::Card {
        "-2"
    } else {
        ""
    };
    format!("{stem}.{}{second}", letter.kind)
}
