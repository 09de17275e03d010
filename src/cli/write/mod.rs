//! `regards write`: the main job.
//!
//! Everything is read, composed and typeset before the first file is touched: where any input is
//! bad, nothing is written.

mod explain;
mod job;
mod json;
mod note;
mod people;
mod summary;

use std::collections::BTreeMap;

use super::args::{Global, WriteArgs};
use super::code;
use super::input::{Input, inputs};
use super::terminal::Terminal;
use crate::card::CardRoom;
use crate::diagnostic::Report;
use crate::letter::{self, ComposeOptions, Composed, Name};
use crate::notes::Loaded;
use crate::output::{self, Folder, Named, Outcome};

use job::Job;
use note::{Note, NoteError};
use people::Meant;

/// One notes file with every note that is made from it.
struct Prepared {
    loaded: Loaded,
    composed: Composed,
    folder: Folder,
    notes: Vec<Note>,
}

/// Writes one note for every interviewer of every notes file.
pub fn run(arguments: &WriteArgs, global: &Global, terminal: &mut Terminal<'_>) -> u8 {
    let mut job = match Job::new(arguments, global) {
        Ok(job) => job,
        Err(error) => {
            terminal.complain(&format!("error: {error}"));
            if let Some(help) = error.help() {
                terminal.complain(&format!("help: {help}"));
            }
            return code::BAD_INPUT;
        }
    };
    let Some(mut prepared) = prepare_all(arguments, &mut job, terminal) else {
        terminal.complain("Nothing was written.");
        return code::BAD_INPUT;
    };
    if arguments.stdout {
        for each in &prepared {
            terminal.result(&summary::letters(each));
        }
    }
    if arguments.explain {
        for each in &prepared {
            terminal.result(&explain::explain(each));
        }
    }
    let mut worst = code::DONE;
    for each in &mut prepared {
        let outcomes = put(each, &job);
        worst = worst.max(code_of(each, &outcomes));
        if arguments.json {
            terminal.result(&json::json(each, &outcomes));
        }
        if arguments.stdout {
            summary::held(each, terminal);
        } else {
            summary::say(each, &outcomes, &job, terminal);
        }
    }
    worst
}

/// Reads, composes and typesets everything; shows every problem and gives `None` where there is one.
fn prepare_all(
    arguments: &WriteArgs,
    job: &mut Job,
    terminal: &mut Terminal<'_>,
) -> Option<Vec<Prepared>> {
    let inputs = match inputs(&arguments.notes) {
        Ok(inputs) => inputs,
        Err(problems) => {
            problems.iter().for_each(|report| terminal.report(report));
            return None;
        }
    };
    let mut good = folders_differ(&inputs, job, terminal);
    let mut loaded = Vec::new();
    for input in &inputs {
        match input.load(terminal) {
            Ok(notes) => {
                terminal.report(&notes.report);
                loaded.push((input, notes));
            }
            Err(report) => {
                terminal.report(&report);
                good = false;
            }
        }
    }
    good &= names_are_known(&job.to, &loaded, "--to", terminal);
    good &= names_are_known(&job.recompose, &loaded, "--recompose", terminal);
    if !good {
        return None;
    }
    let mut prepared = Vec::new();
    for (input, notes) in loaded {
        let made = job
            .prepare_theme(&notes)
            .map_err(Problems::Reports)
            .and_then(|()| prepare(input, notes, job));
        match made {
            Ok(each) => prepared.push(each),
            Err(problems) => {
                problems.show(terminal);
                good = false;
            }
        }
    }
    good.then_some(prepared)
}

/// What keeps one notes file from becoming notes.
enum Problems {
    Reports(Vec<Report>),
    Folder(output::FolderError),
}

impl Problems {
    fn show(&self, terminal: &mut Terminal<'_>) {
        match self {
            Self::Reports(reports) => reports.iter().for_each(|report| terminal.report(report)),
            Self::Folder(error) => {
                terminal.complain(&format!("error: {error}"));
                terminal.complain(&format!("help: {}", error.help()));
            }
        }
    }
}

fn prepare(input: &Input, loaded: Loaded, job: &Job) -> Result<Prepared, Problems> {
    let folder = Folder::open(&input.folder(job.out.as_deref())).map_err(Problems::Folder)?;
    let one = |report: Report| Problems::Reports(vec![report]);
    let card = job.card_options(&loaded).map_err(one)?;
    let room = CardRoom::new(&card, job.fonts);
    let options = ComposeOptions {
        kind: job.kind,
        channel: job.channel,
        date: job.date,
        only: (!job.to.is_empty()).then(|| places(&job.to, &loaded)),
    };
    let Some(theme) = job.theme(&loaded) else {
        return Err(Problems::Reports(Vec::new()));
    };
    let mut composed = letter::compose(&loaded.notes, theme, &room, &options).map_err(one)?;
    let recompose = places(&job.recompose, &loaded);
    let names: Vec<String> = loaded
        .notes
        .interviewers
        .iter()
        .map(|person| Name::read(&person.name).whole())
        .collect();
    let slugs = output::slugs(&names);
    let mut given: BTreeMap<String, usize> = BTreeMap::new();
    let mut notes = Vec::new();
    let mut reports = Vec::new();
    for letter in std::mem::take(&mut composed.letters) {
        let place = letter.place;
        let base = format!("{}.{}", slugs[place], letter.kind);
        let count = given.entry(base.clone()).or_default();
        *count += 1;
        let name = if *count == 1 {
            base
        } else {
            format!("{base}-{count}")
        };
        let anew = job.force || recompose.contains(&place);
        match Note::make(letter, &name, &loaded, &folder, job, anew) {
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

/// Writes the files of every note that is not held back; gives what became of each, by note.
fn put(prepared: &mut Prepared, job: &Job) -> Vec<Vec<(String, Outcome)>> {
    let mut all: Vec<Named> = Vec::new();
    let mut all_forced: Vec<Named> = Vec::new();
    for note in prepared.notes.iter().filter(|note| note.held.is_none()) {
        let forced = job.force || note.thrown_away;
        if forced { &mut all_forced } else { &mut all }.extend(note.files.iter().cloned());
    }
    let mut became: BTreeMap<String, Outcome> = BTreeMap::new();
    for (files, force) in [(all, job.force), (all_forced, true)] {
        let outcomes: Vec<Outcome> = if job.dry_run {
            files
                .iter()
                .map(|file| prepared.folder.plan(file, force))
                .collect()
        } else if files.is_empty() {
            Vec::new()
        } else {
            prepared.folder.write(&files, force)
        };
        became.extend(files.into_iter().map(|file| file.name).zip(outcomes));
    }
    prepared
        .notes
        .iter()
        .map(|note| {
            note.files
                .iter()
                .filter_map(|file| became.remove_entry(&file.name))
                .collect()
        })
        .collect()
}

fn code_of(prepared: &Prepared, outcomes: &[Vec<(String, Outcome)>]) -> u8 {
    let unwritten = outcomes
        .iter()
        .flatten()
        .any(|(_, outcome)| matches!(outcome, Outcome::Kept | Outcome::Failed(_)));
    if unwritten {
        code::NOT_WRITTEN
    } else if prepared.notes.iter().any(|note| note.held.is_some()) {
        code::FOUND
    } else {
        code::DONE
    }
}

/// The places of the people whom these names mean in one notes file.
fn places(names: &[String], loaded: &Loaded) -> Vec<usize> {
    names
        .iter()
        .filter_map(|name| match people::find(name, loaded) {
            Meant::One(place) => Some(place),
            _ => None,
        })
        .collect()
}

/// Whether each name means somebody in some file, and nowhere two; complains where not.
fn names_are_known(
    names: &[String],
    loaded: &[(&Input, Loaded)],
    flag: &str,
    terminal: &mut Terminal<'_>,
) -> bool {
    let mut good = true;
    for name in names {
        let mut found = false;
        for (input, notes) in loaded {
            match people::find(name, notes) {
                Meant::Nobody => {}
                Meant::One(_) => found = true,
                Meant::Several(people) => {
                    good = false;
                    found = true;
                    terminal.complain(&format!(
                        "error: `{flag} {name}` fits several people in {}: {}",
                        input.name,
                        people.join(", ")
                    ));
                    terminal.complain("help: type more of the name");
                }
            }
        }
        if !found && !loaded.is_empty() {
            good = false;
            terminal.complain(&format!("error: `{flag} {name}` fits nobody in the notes"));
            let people: Vec<&str> = loaded
                .iter()
                .flat_map(|(_, notes)| &notes.notes.interviewers)
                .map(|person| person.name.as_str())
                .collect();
            terminal.complain(&format!(
                "help: the interviewers are: {}",
                people.join(", ")
            ));
        }
    }
    good
}

/// Whether no two notes files would put their letters into one folder; complains where two would.
fn folders_differ(inputs: &[Input], job: &Job, terminal: &mut Terminal<'_>) -> bool {
    let mut seen: BTreeMap<String, &Input> = BTreeMap::new();
    let mut good = true;
    for input in inputs {
        // Folders that differ only in case are one folder on many systems.
        let folder = output::shown(&input.folder(job.out.as_deref()));
        if let Some(other) = seen.insert(folder.to_lowercase(), input) {
            good = false;
            terminal.complain(&format!(
                "error: the letters of {} and of {} would share the folder {folder}",
                other.name, input.name
            ));
            terminal.complain("help: rename one of the notes files, or run them one at a time");
        }
    }
    good
}
