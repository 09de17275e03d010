use std::sync::Arc;

use super::super::args::{Global, RewordArgs};
use super::super::init::quoted;
use super::super::input::{Input, inputs};
use super::super::terminal::Terminal;
use super::super::theme::Themes;
use super::super::write::job::Job;
use super::super::write::note::Note;
use super::super::write::prepare::{Problems, prepare, unaddressed};
use super::super::write::{Prepared, people};
use super::Refused;
use crate::card::CardRoom;
use crate::diagnostic::Report;
use crate::letter::{self, ComposeOptions, Letter, Pins, Recipient};
use crate::notes::{Channel, Loaded};
use crate::output::shown;
use crate::theme::Theme;

/// One person's letter on the desk, with everything that it takes to compose it again.
pub(super) struct Desk {
    pub(super) theme: Arc<Theme>,
    pub(super) job: Job,
    pub(super) prepared: Prepared,
    pub(super) recipient: Recipient,
    /// The name as it is typed at a shell.
    pub(super) to: String,
    /// The command that writes the letters of the file.
    pub(super) write: String,
    /// Its place among the prepared notes.
    at: usize,
}

impl Desk {
    /// Reads the notes and composes the letter, with the wordings that are picked so far.
    pub(super) fn open(
        arguments: &RewordArgs,
        global: &Global,
        terminal: &mut Terminal<'_>,
    ) -> Result<Self, Refused> {
        let write = arguments.as_write();
        let job = Job::new(&write, global).map_err(|error| {
            error.show(terminal);
            Refused::SHOWN
        })?;
        let input = one_input(&inputs(&write.notes).map_err(Problems::Reports)?, terminal)?;
        let loaded = input
            .load(terminal)
            .map_err(|report| Problems::Reports(vec![report]))?;
        terminal.report(&loaded.report);
        let files = [(&input, loaded)];
        if !people::are_known(&job.to, &files, "--to", terminal) {
            return Err(Refused::SHOWN);
        }
        let [(_, loaded)] = files;
        let Some(&recipient) = people::recipients(&job.to, &loaded).first() else {
            return Err(Refused::SHOWN);
        };
        let notes = input.path.as_deref();
        let theme = Themes::default()
            .load(job.theme.as_deref(), notes, &loaded, terminal)
            .map_err(Problems::Reports)?;
        let (prepared, job) = prepared(&input, loaded, &theme, job, recipient)?;
        terminal.report(&prepared.wording.doubts(&prepared.loaded.notes, &theme));
        let asked = arguments.channel;
        let Some(at) = place(&prepared, recipient, asked) else {
            let kinds: Vec<&str> = prepared.kinds.iter().map(|kind| kind.name()).collect();
            let name = recipient.name(&prepared.loaded.notes);
            let kinds = kinds.join(" or ");
            terminal.complain(&format!("error: there is no {kinds} to {name}"));
            terminal
                .complain("help: for another kind of letter, add --kind, such as --kind check-in");
            return Err(Refused::SHOWN);
        };
        Ok(Self {
            theme,
            job,
            prepared,
            recipient,
            to: quoted(&arguments.to),
            write: command(arguments),
            at,
        })
    }

    /// The letter as it was composed, in its files.
    pub(super) fn note(&self) -> &Note {
        &self.prepared.notes[self.at]
    }

    /// The letter as it was composed.
    pub(super) fn letter(&self) -> &Letter {
        &self.note().letter
    }

    /// The recipient's name as the notes have it.
    pub(super) fn name(&self) -> &str {
        self.recipient.name(&self.prepared.loaded.notes)
    }

    /// The letter with other pins; `None` where it is no more.
    pub(super) fn composed(&self, pins: Pins) -> Result<Option<Letter>, Problems> {
        let one = |report: Report| Problems::Reports(vec![report]);
        let loaded = &self.prepared.loaded;
        let card = self.job.card_options(loaded, &self.theme).map_err(one)?;
        let room = CardRoom::new(&card, &self.job.fonts);
        let options = ComposeOptions {
            kind: self.letter().kind,
            channel: self.job.channel,
            date: self.job.date,
            only: Some(vec![self.recipient]),
            pins,
        };
        let composed = letter::compose(&loaded.notes, &self.theme, &room, &options).map_err(one)?;
        if let Some(nobody) = composed.nobody {
            return Err(one(unaddressed(nobody, loaded)));
        }
        let channel = self.letter().channel;
        let mut letters = composed.letters.into_iter();
        Ok(letters.find(|letter| letter.channel == channel))
    }
}

/// The notes as `write` would make them: by each one's channel where the letter that was asked for
/// is among those, so that one of two letters says what it says beside the other.
fn prepared(
    input: &Input,
    loaded: Loaded,
    theme: &Theme,
    mut job: Job,
    recipient: Recipient,
) -> Result<(Prepared, Job), Problems> {
    let asked = job.channel.take();
    let prepared = prepare(input, loaded, theme, &job)?;
    if asked.is_none() || place(&prepared, recipient, asked).is_some() {
        return Ok((prepared, job));
    }
    job.channel = asked;
    Ok((prepare(input, prepared.loaded, theme, &job)?, job))
}

/// The first letter to somebody that travels as was asked.
fn place(prepared: &Prepared, recipient: Recipient, asked: Option<Channel>) -> Option<usize> {
    prepared.notes.iter().position(|note| {
        let letter = &note.letter;
        letter.recipient == recipient && asked.is_none_or(|channel| letter.channel == channel)
    })
}

/// The one notes file that the argument names.
fn one_input(inputs: &[Input], terminal: &mut Terminal<'_>) -> Result<Input, Refused> {
    match inputs {
        [input] => Ok(input.clone()),
        several => {
            let names: Vec<&str> = several.iter().map(|input| input.name.as_str()).collect();
            terminal.complain("error: one letter is reworded at a time");
            terminal.complain(&format!(
                "help: name one notes file of {}",
                names.join(", ")
            ));
            Err(Refused::SHOWN)
        }
    }
}

/// The `write` that makes the same letters, as it is typed at a shell.
fn command(arguments: &RewordArgs) -> String {
    let mut command = "regards write ".to_owned();
    command += &match arguments.notes.as_os_str() {
        name if name == "-" => "-".to_owned(),
        _ => quoted(&shown(&arguments.notes)),
    };
    if let Some(kind) = arguments.kind {
        command += &format!(" --kind {kind}");
    }
    if let Some(theme) = &arguments.theme {
        command += &format!(" --theme {}", quoted(theme));
    }
    if let Some(out) = &arguments.out {
        command += &format!(" --out {}", quoted(&shown(out)));
    }
    command
}
