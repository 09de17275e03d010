use super::super::input::Input;
use super::super::proofread::Found;
use super::super::terminal::Terminal;
use super::job::Job;
use super::note::{Materials, Note, NoteError};
use super::{Prepared, people, wording};
use crate::card::CardRoom;
use crate::diagnostic::{Diagnostic, Path, Place, Report};
use crate::letter::{
    self, ComposeOptions, Composed, Letter, LetterText, Name, Nobody, Recipient, Wording,
};
use crate::notes::{Channel, Interviewer, Kind, Loaded, Notes, Send};
use crate::output::{self, Folder};
use crate::theme::Theme;

/// What keeps one notes file from becoming notes.
pub(in crate::cli) enum Problems {
    Reports(Vec<Report>),
    Folder(output::FolderError),
}

impl Problems {
    /// Says what is wrong.
    pub(in crate::cli) fn show(&self, terminal: &mut Terminal<'_>) {
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
///
/// Each person has the wordings that were picked for them.
pub(in crate::cli) fn prepare(
    input: &Input,
    loaded: Loaded,
    theme: &Theme,
    job: &Job,
) -> Result<Prepared, Problems> {
    let folder = Folder::open(&input.folder(job.out.as_deref())).map_err(Problems::Folder)?;
    let wording = wording::read(&folder)?;
    with(wording, folder, loaded, theme, job)
}

/// Does the same with wordings that are not in their file yet.
pub(in crate::cli) fn with(
    wording: Wording,
    folder: Folder,
    loaded: Loaded,
    theme: &Theme,
    job: &Job,
) -> Result<Prepared, Problems> {
    let one = |report: Report| Problems::Reports(vec![report]);
    let card = job.card_options(&loaded, theme).map_err(one)?;
    let room = CardRoom::new(&card, &job.fonts);
    let kinds = kinds(job, &loaded);
    let mut composed = Vec::new();
    for &kind in &kinds {
        let options = ComposeOptions {
            kind,
            channel: job.channel,
            date: job.date,
            only: only(job, kind, &kinds, &loaded),
            pins: wording.pins().clone(),
        };
        let each = letter::compose(&loaded.notes, theme, &room, &options).map_err(one)?;
        if let Some(nobody) = each.nobody.filter(|nobody| !nobody.is_fine()) {
            return Err(one(unaddressed(nobody, &loaded)));
        }
        composed.push(each);
    }
    let maker = Maker {
        stems: stems(&loaded),
        recompose: people::recipients(&job.recompose, &loaded),
        with: Materials {
            loaded: &loaded,
            folder: &folder,
            job,
            card: &card,
            theme,
        },
    };
    let mut notes = Vec::new();
    let mut reports = Vec::new();
    for each in &mut composed {
        for mut letter in std::mem::take(&mut each.letters) {
            if letter.kind == Kind::Covering {
                letter.enclose(&passed_on(&notes, &loaded.notes));
            }
            match maker.note(letter) {
                Ok(note) => notes.push(note),
                Err(NoteError::Report(report)) => reports.push(report),
                Err(NoteError::Folder(error)) => return Err(Problems::Folder(error)),
            }
        }
    }
    if !reports.is_empty() {
        return Err(Problems::Reports(reports));
    }
    Ok(Prepared {
        loaded,
        kinds,
        card,
        composed: Composed::all(composed),
        folder,
        wording,
        notes,
        found: Found::default(),
    })
}

/// Makes the notes of a file.
struct Maker<'a> {
    stems: Vec<(Recipient, String)>,
    recompose: Vec<Recipient>,
    with: Materials<'a>,
}

impl Maker<'_> {
    fn note(&self, letter: Letter) -> Result<Note, NoteError> {
        let stem = self.stems.iter().find(|(who, _)| *who == letter.recipient);
        let stem = stem.map_or("", |(_, stem)| stem);
        let name = file_name(stem, &letter, &self.with.loaded.notes);
        let anew = self.with.job.force || self.recompose.contains(&letter.recipient);
        Note::make(letter, &name, &self.with, anew)
    }
}

/// The kinds of letter to write: the one that was asked for, else those that the notes call for
/// and that can travel as was asked.
fn kinds(job: &Job, loaded: &Loaded) -> Vec<Kind> {
    let notes = &loaded.notes;
    // Notes that are passed on travel under one covering email; it holds them all.
    let is_whole = job.to.is_empty() || asks_recruiter(job, loaded);
    let carried = [Kind::ThankYou, Kind::Covering];
    match job.kind {
        Some(Kind::Covering) => return carried.to_vec(),
        Some(kind) => return vec![kind],
        None => {}
    }
    let takes = |kind: &Kind| {
        let channels = kind.channels();
        job.channel
            .is_none_or(|channel| channels.contains(&channel))
    };
    let mut kinds: Vec<Kind> = letter::called_for(notes)
        .into_iter()
        .filter(takes)
        .collect();
    let by_email = job.channel.is_none_or(|channel| channel == Channel::Email);
    if kinds.contains(&Kind::ThankYou) && is_whole && by_email && letter::is_passed_on(notes) {
        kinds.push(Kind::Covering);
    }
    kinds
}

/// Whether the recruiter was asked for by name.
fn asks_recruiter(job: &Job, loaded: &Loaded) -> bool {
    people::recipients(&job.to, loaded).contains(&Recipient::Recruiter)
}

/// Those who were asked for by name: anybody can get a letter of any kind but a page of one's own.
///
/// With a covering email come the notes that it carries.
fn only(job: &Job, kind: Kind, kinds: &[Kind], loaded: &Loaded) -> Option<Vec<Recipient>> {
    if job.to.is_empty() || kind == Kind::Worksheet {
        return None;
    }
    let mut named = people::recipients(&job.to, loaded);
    if kind == Kind::ThankYou && kinds.contains(&Kind::Covering) {
        let is_carried = |who: &Recipient| {
            let person = who.interviewer(&loaded.notes);
            person.is_some_and(Interviewer::by_recruiter)
        };
        named.extend(people::everybody(loaded).filter(is_carried));
        named.sort();
        named.dedup();
    }
    named.retain(|recipient| match kind {
        Kind::ThankYou => matches!(recipient, Recipient::Interviewer(_)),
        Kind::Covering => *recipient == Recipient::Recruiter,
        Kind::Debrief => !matches!(recipient, Recipient::Interviewer(_)),
        _ => *recipient != Recipient::Yourself,
    });
    Some(named)
}

/// The notes that the recruiter is to pass on, as they are to be sent.
fn passed_on<'a>(notes: &'a [Note], all: &Notes) -> Vec<&'a LetterText> {
    let by_recruiter = |note: &&Note| {
        let person = note.letter.recipient.interviewer(all);
        person.is_some_and(Interviewer::by_recruiter)
    };
    let ready = notes.iter().filter(|note| note.held.is_none());
    ready.filter(by_recruiter).map(|note| &note.text).collect()
}

pub(in crate::cli) fn unaddressed(nobody: Nobody, loaded: &Loaded) -> Report {
    let (rule, place) = match nobody {
        Nobody::Outcome(_) => {
            let outcome = Path::root().key("interview").key("outcome");
            ("outcome", Place::Value(outcome))
        }
        _ => ("no-recipient", Place::File),
    };
    let found = Diagnostic::error(rule, place, nobody.message());
    Report {
        source: loaded.source.clone(),
        diagnostics: vec![found.help(nobody.help())],
    }
}

/// How each person is called in file names, whoever is written to in this run.
pub(in crate::cli) fn stems(loaded: &Loaded) -> Vec<(Recipient, String)> {
    let everybody: Vec<Recipient> = people::everybody(loaded).collect();
    let name = |each: &Recipient| match each.name(&loaded.notes) {
        // A worksheet may be made before anything is known.
        "" => "you".to_owned(),
        name => Name::read(name).whole(),
    };
    let names: Vec<String> = everybody.iter().map(name).collect();
    everybody.into_iter().zip(output::slugs(&names)).collect()
}

/// The name of a letter's files without their ending.
///
/// The card to a person who gets an email as well is the second letter of its kind, also where
/// only the card is asked for: it must never take the email's place.
fn file_name(stem: &str, letter: &Letter, notes: &Notes) -> String {
    let person = letter.recipient.interviewer(notes);
    let both = person.is_some_and(|person| person.send == Some(Send::Both));
    let second = if both && letter.kind == Kind::ThankYou && letter.channel == Channel::Card {
        "-2"
    } else {
        ""
    };
    format!("{stem}.{}{second}", letter.kind)
}
