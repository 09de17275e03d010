//! `regards write`: the main job.
//!
//! Everything is read, composed and typeset before the first file is touched: where any input is
//! bad, nothing is written.

mod blame;
mod explain;
pub(super) mod gather;
mod in_vain;
pub(super) mod job;
mod json;
mod missing;
pub(super) mod note;
mod paper;
pub(super) mod people;
pub(super) mod piles;
mod post;
pub(super) mod prepare;
pub(super) mod stack;
pub(super) mod summary;
pub(super) mod wording;

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

use super::args::{Global, WriteArgs};
use super::code;
use super::input::{Input, inputs};
use super::proofread::{Found, Wanted, proofread, warm};
use super::sent_file::too_soon;
use super::side_by_side::side_by_side;
use super::terminal::Terminal;
use super::theme::Themes;
use crate::card::CardOptions;
use crate::diagnostic::{Level, Report};
use crate::letter::{Composed, Wording};
use crate::notes::{self, Interviewer, Kind, Loaded};
use crate::output::{self, Folder, Named, Outcome};
use crate::theme::Theme;

use gather::Gathered;
use job::Job;
use note::Note;
use piles::Piles;
use prepare::{Problems, prepare};

/// One notes file with every note that is made from it.
pub(super) struct Prepared {
    pub(super) loaded: Loaded,
    /// What was written: what was asked for, or what the notes call for.
    pub(super) kinds: Vec<Kind>,
    /// What the cards look like.
    pub(super) card: CardOptions,
    pub(super) composed: Composed,
    pub(super) folder: Folder,
    /// The wordings that were picked by hand.
    pub(super) wording: Wording,
    pub(super) notes: Vec<Note>,
    /// What the proofreader found in them.
    found: Found,
}

/// Writes one note for every interviewer of every notes file.
pub fn run(arguments: &WriteArgs, global: &Global, terminal: &mut Terminal<'_>) -> u8 {
    let job = match Job::new(arguments, global) {
        Ok(job) => job,
        Err(error) => {
            error.show(terminal);
            return code::BAD_INPUT;
        }
    };
    let Some((mut prepared, piles)) = prepare_all(arguments, &job, terminal) else {
        terminal.complain("Nothing was written.");
        return code::BAD_INPUT;
    };
    if arguments.stdout {
        for each in &prepared {
            terminal.result(&summary::letters(each, job.wrap));
        }
    }
    if arguments.explain {
        for each in &prepared {
            terminal.result(&explain::explain(each));
        }
    }
    let Ok(gathered) = gather_all(&prepared, piles, &job, terminal) else {
        terminal.complain("Nothing was written.");
        return code::BAD_INPUT;
    };
    let mut worst = code::DONE;
    for (each, gathered) in prepared.iter_mut().zip(&gathered.of_each) {
        // What goes to standard output touches no file, whatever is there.
        let outcomes = if arguments.stdout {
            Vec::new()
        } else {
            put(each, &job)
        };
        worst = worst.max(code_of(each, &outcomes));
        let paper = if arguments.stdout {
            Vec::new()
        } else {
            gather::put(&mut each.folder, gathered, &job)
        };
        worst = worst.max(code_of_paper(&paper));
        if !gather::unaddressed(each, &job).is_empty() {
            worst = worst.max(code::FOUND);
        }
        if arguments.json {
            terminal.result(&json::json(each, &outcomes));
            terminal.result(&gather::json(&each.folder, gathered, &paper));
        }
        if arguments.stdout {
            in_vain::say(each, &job, terminal);
            summary::held(each, terminal);
        } else {
            let paper = (gathered.as_slice(), paper.as_slice());
            summary::say(each, &outcomes, paper, &job, terminal);
        }
    }
    if let (false, Some(mut folder)) = (arguments.stdout, gathered.folder) {
        let outcomes = gather::put(&mut folder, &gathered.of_all, &job);
        worst = worst.max(code_of_paper(&outcomes));
        if arguments.json {
            terminal.result(&gather::json(&folder, &gathered.of_all, &outcomes));
        }
        gather::say(&folder, &gathered.of_all, &outcomes, terminal);
    }
    worst
}

/// What holds several cards.
struct GatheredAll {
    /// Of each notes file.
    of_each: Vec<Vec<Gathered>>,
    /// Of the whole run.
    of_all: Vec<Gathered>,
    /// Where that goes.
    folder: Option<Folder>,
}

/// Makes the sheets, labels and bundles; says where one cannot be made.
fn gather_all(
    prepared: &[Prepared],
    piles: Piles,
    job: &Job,
    terminal: &mut Terminal<'_>,
) -> Result<GatheredAll, ()> {
    let mut refused = |error: &dyn std::fmt::Display, help: Option<String>| {
        terminal.complain(&format!("error: {error}"));
        if let Some(help) = help {
            terminal.complain(&format!("help: {help}"));
        }
    };
    let each = prepared
        .iter()
        .map(|each| gather::gather(each, job))
        .collect();
    let all = gather::bundle(piles, prepared, job);
    match (each, all, gather::folder_of_all(prepared)) {
        (Ok(of_each), Ok(of_all), Ok(folder)) => Ok(GatheredAll {
            of_each,
            of_all,
            folder,
        }),
        (Err(error), ..) | (_, Err(error), _) => {
            refused(&error, error.help());
            Err(())
        }
        (.., Err(error)) => {
            refused(&error, Some(error.help().to_owned()));
            Err(())
        }
    }
}

fn code_of_paper(outcomes: &[Outcome]) -> u8 {
    let unwritten = |outcome: &Outcome| matches!(outcome, Outcome::Kept | Outcome::Failed(_));
    if outcomes.iter().any(unwritten) {
        code::NOT_WRITTEN
    } else {
        code::DONE
    }
}

/// How many notes files are made into letters before their cards are taken up and let go of.
const BATCH: usize = 32;

/// Reads, composes and typesets everything; shows every problem and gives `None` where there is one.
/// With it come the cards that go onto paper together.
pub(super) fn prepare_all(
    arguments: &WriteArgs,
    job: &Job,
    terminal: &mut Terminal<'_>,
) -> Option<(Vec<Prepared>, Piles)> {
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
        let check = match job.kind {
            Some(Kind::Worksheet) => notes::load_for_worksheet,
            _ => notes::load,
        };
        match input.load_with(check, terminal) {
            Ok(notes) => {
                terminal.report(&notes.report);
                let met = notes.notes.interview.date;
                let is_early = |date: &Date| *date < met && met != Date::ZERO;
                if let Some(date) = job.date.filter(is_early) {
                    terminal.say(&format!(
                        "warning: --date {date} is before the interview in {} ({met})",
                        input.name
                    ));
                }
                if loaded.is_empty() && job.proof {
                    warm();
                }
                loaded.push((input, notes));
            }
            Err(report) => {
                terminal.report(&report);
                good = false;
            }
        }
    }
    good &= people::are_known(&job.to, &loaded, "--to", terminal);
    good &= people::are_known(&job.recompose, &loaded, "--recompose", terminal);
    if !good {
        return None;
    }
    let mut themes = Themes::default();
    let mut ready = Vec::new();
    for (input, notes) in loaded {
        // Of many files, those that have nobody who was asked for are none of this run's business.
        if !job.to.is_empty() && people::recipients(&job.to, &notes).is_empty() {
            continue;
        }
        let flag = job.theme.as_deref();
        let theme = themes.load(flag, input.path.as_deref(), &notes, terminal);
        ready.push((input, notes, theme.map_err(Problems::Reports)));
    }
    make_all(ready, job, terminal)
}

/// A notes file that has been read, and the theme of its letters.
type Ready<'a> = (&'a Input, Loaded, Result<Arc<Theme>, Problems>);

/// Composes and typesets everything, on every core; takes up the cards that go onto paper together.
fn make_all<'a>(
    ready: Vec<Ready<'a>>,
    job: &Job,
    terminal: &mut Terminal<'_>,
) -> Option<(Vec<Prepared>, Piles)> {
    let make = |(input, notes, theme): Ready<'a>| {
        let theme = theme?;
        let mut each = prepare(input, notes, &theme, job)?;
        if job.proof {
            each.proofread(job);
        }
        Ok::<_, Problems>((input, each, theme))
    };
    let mut good = true;
    let mut piles = Piles::on(job.paper.sheet_of_all());
    let mut prepared: Vec<Prepared> = Vec::new();
    let mut ready = ready.into_iter().peekable();
    while ready.peek().is_some() {
        let batch = ready.by_ref().take(BATCH).collect();
        let before = prepared.len();
        for each in side_by_side(batch, make) {
            match each {
                Ok((input, mut each, theme)) => {
                    terminal.report(&each.wording.doubts(&each.loaded.notes, &theme));
                    if job.proof {
                        let mut soon = too_soon(&each, input, job.date, terminal);
                        let allowed = &mut each.found.allowed;
                        allowed.accept_in_notes(&mut soon, &each.loaded.notes);
                        each.found.in_notes.append(&mut soon);
                        each.findings(terminal);
                    }
                    prepared.push(each);
                }
                Err(problems) => {
                    problems.show(terminal);
                    good = false;
                }
            }
        }
        if good && job.paper.is_together() {
            let batch = &mut prepared[before..];
            piles.take(batch, job);
            if !job.paper.is_by_file() {
                let notes = batch.iter_mut().flat_map(|each| &mut each.notes);
                notes.for_each(|note| note.card = None);
            }
        }
    }
    good.then_some((prepared, piles))
}

impl Prepared {
    /// Reads every letter, and holds back those with a mistake.
    pub(super) fn proofread(&mut self, job: &Job) {
        let wanted = Wanted {
            today: job.date,
            ..Wanted::default()
        };
        self.found = proofread(self, &wanted, None);
        for (note, (_, worst)) in self.notes.iter_mut().zip(&self.found.letters) {
            if *worst == Some(Level::Error) {
                note.held.get_or_insert("it has a mistake, shown above");
            }
        }
        let waits = |note: &Note| {
            let person = note.letter.recipient.interviewer(&self.loaded.notes);
            note.held.is_some() && person.is_some_and(Interviewer::by_recruiter)
        };
        if self.notes.iter().any(waits) {
            let covering = self.notes.iter_mut();
            covering
                .filter(|note| note.letter.kind == Kind::Covering)
                .for_each(|note| {
                    note.held.get_or_insert("a note that it carries waits");
                });
        }
    }

    /// Keeps one note alone, and what was found in it.
    pub(super) fn keep_only(&mut self, place: usize) {
        self.notes = self.notes.drain(..).skip(place).take(1).collect();
        self.found.letters = self.found.letters.drain(..).skip(place).take(1).collect();
    }

    /// Shows what was found, but for what could only be better: `check` shows that too.
    pub(super) fn findings(&self, terminal: &mut Terminal<'_>) {
        let about_notes = Report {
            source: Arc::clone(&self.loaded.source),
            diagnostics: self.found.in_notes.clone(),
        };
        let letters = self.found.letters.iter().map(|(report, _)| report);
        for report in [&about_notes].into_iter().chain(letters) {
            let mut report = report.clone();
            report
                .diagnostics
                .retain(|found| found.level != Level::Hint);
            report.sort();
            report.limit();
            terminal.report(&report);
        }
    }
}

/// Writes the files of every note that is not held back; gives what became of each, by note.
pub(super) fn put(prepared: &mut Prepared, job: &Job) -> Vec<Vec<(String, Outcome)>> {
    let ready = prepared.notes.iter().filter(|note| note.held.is_none());
    let files: Vec<Named> = ready.flat_map(|note| note.files.iter().cloned()).collect();
    let outcomes: Vec<Outcome> = if job.dry_run {
        files
            .iter()
            .map(|file| prepared.folder.plan(file))
            .collect()
    } else if files.is_empty() {
        Vec::new()
    } else {
        prepared.folder.write(&files)
    };
    let names = files.into_iter().map(|file| file.name);
    let mut became: BTreeMap<String, Outcome> = names.zip(outcomes).collect();
    let of = |note: &Note| {
        let files = note.files.iter();
        files
            .filter_map(|file| became.remove_entry(&file.name))
            .collect()
    };
    prepared.notes.iter().map(of).collect()
}

/// The exit code of a run that ended so.
pub(super) fn code_of(prepared: &Prepared, outcomes: &[Vec<(String, Outcome)>]) -> u8 {
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

/// Whether no two notes files would put their letters into one folder; complains where two would.
fn folders_differ(inputs: &[Input], job: &Job, terminal: &mut Terminal<'_>) -> bool {
    let mut seen: BTreeMap<String, &Input> = BTreeMap::new();
    let mut good = true;
    for input in inputs {
        let folder = input.folder(job.out.as_deref());
        let absolute = std::path::absolute(&folder).unwrap_or_else(|_| folder.clone());
        // Folders that differ only in case are one folder on many systems.
        if let Some(other) = seen.insert(output::shown(&absolute).to_lowercase(), input) {
            good = false;
            terminal.complain(&format!(
                "error: the letters of {} and of {} would share the folder {}",
                other.name,
                input.name,
                output::shown(&folder)
            ));
            terminal.complain("help: rename one of the notes files, or run them one at a time");
        }
    }
    good
}
