//! `regards contacts`: people from business cards, printed or put into a notes file.

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::Args;

use super::code;
use super::init::quoted;
use super::input::unreadable;
use super::terminal::Terminal;
use crate::contacts::{self, AddError, Cards, Contact, Known};
use crate::diagnostic::{Diagnostic, Place, Report, Source};
use crate::language::stopped;
use crate::output::{replace, shown};
use crate::yaml;

/// The largest file of cards that is read, in bytes: thousands of them, pictures included.
const LARGEST: u64 = 64 * 1024 * 1024;

/// What `contacts` takes.
#[derive(Debug, Clone, Args)]
pub struct ContactsArgs {
    /// Files of business cards (.vcf), or - for standard input
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,

    /// Add those who are not there yet to the interviewers of this notes file
    #[arg(long, value_name = "NOTES")]
    pub into: Option<PathBuf>,

    /// With --into: say who would be added, and write nothing
    #[arg(long, requires = "into")]
    pub dry_run: bool,
}

/// Prints the people of cards as `interviewers:`, or adds them to a notes file.
pub fn run(arguments: &ContactsArgs, terminal: &mut Terminal<'_>) -> u8 {
    let Some(cards) = read(&arguments.files, terminal) else {
        return code::BAD_INPUT;
    };
    for other in &cards.others {
        terminal.say(&format!("Passed over, since it names nobody: {other}"));
    }
    if cards.people.is_empty() {
        let names: Vec<String> = arguments.files.iter().map(|file| shown(file)).collect();
        terminal.complain(&format!(
            "error: no card of a person in {}",
            names.join(", ")
        ));
        terminal.complain(
            "help: export people from your address book as vCard, a file that ends in `.vcf`",
        );
        return code::BAD_INPUT;
    }
    match &arguments.into {
        None => {
            terminal.result(&contacts::as_yaml(&cards.people));
            code::DONE
        }
        Some(notes) => add(&cards.people, notes, arguments.dry_run, terminal),
    }
}

/// The cards of several files, each person once; `None` where a file cannot be read, which is said.
pub(super) fn read(files: &[PathBuf], terminal: &mut Terminal<'_>) -> Option<Cards> {
    let mut all = Cards::default();
    let mut good = true;
    for file in files {
        match bytes(file, terminal) {
            Ok(bytes) => {
                let cards = contacts::read(&bytes);
                for cut in &cards.cut {
                    terminal.complain(&format!(
                        "warning: the card of {} that begins on line {} of {} never ends, so part of it \
                         is missing: look at what is there, or export it again",
                        cut.of,
                        cut.line,
                        shown(file)
                    ));
                }
                all.others.extend(cards.others);
                for person in cards.people {
                    merge(&mut all.people, person);
                }
            }
            Err(report) => {
                terminal.report(&report);
                good = false;
            }
        }
    }
    good.then_some(all)
}

/// Adds a person; a second card of one name fills in what the first lacks.
fn merge(people: &mut Vec<Contact>, person: Contact) {
    let Some(first) = people.iter_mut().find(|first| first.name == person.name) else {
        people.push(person);
        return;
    };
    let take = |first: &mut Option<String>, second| *first = first.take().or(second);
    take(&mut first.job_title, person.job_title);
    take(&mut first.email, person.email);
    take(&mut first.address, person.address);
    take(&mut first.organisation, person.organisation);
}

fn bytes(file: &Path, terminal: &mut Terminal<'_>) -> Result<Vec<u8>, Report> {
    let name = shown(file);
    let mut bytes = Vec::new();
    let read = match name.as_str() {
        "-" => terminal.input().take(LARGEST).read_to_end(&mut bytes),
        _ => fs::File::open(file).and_then(|file| file.take(LARGEST).read_to_end(&mut bytes)),
    };
    read.map(|_| bytes).map_err(|cause| match cause.kind() {
        io::ErrorKind::NotFound => {
            let found = Diagnostic::error("unreadable-file", Place::File, "there is no such file")
                .help("name a file of business cards, which ends in `.vcf`");
            Report {
                source: Arc::new(Source::new(name, "")),
                diagnostics: vec![found],
            }
        }
        _ => unreadable(&name, &cause),
    })
}

/// Adds those who are not there yet to a notes file, and says what the cards say otherwise of others.
fn add(people: &[Contact], notes: &Path, dry_run: bool, terminal: &mut Terminal<'_>) -> u8 {
    let name = shown(notes);
    let before = match fs::read(notes) {
        Ok(before) => before,
        Err(cause) => {
            terminal.report(&unreadable(&name, &cause));
            terminal.complain("Nothing was written.");
            return code::BAD_INPUT;
        }
    };
    let there: Vec<Known> = match yaml::read(&name, &before) {
        Ok((document, _)) => contacts::known(&document.root),
        Err(report) => {
            terminal.report(&report);
            terminal.complain("Nothing was written.");
            return code::BAD_INPUT;
        }
    };
    let mut new: Vec<&Contact> = Vec::new();
    for person in people {
        let Some(known) = there.iter().find(|known| known.is(person)) else {
            new.push(person);
            continue;
        };
        let differences = known.differences(person);
        match differences.is_empty() {
            true => terminal.say(&format!("{} is there already.", known.name)),
            false => terminal.complain(&stopped(&format!(
                "{} is there already, and was left as it is: {}",
                known.name,
                differences.join("; ")
            ))),
        }
    }
    if new.is_empty() {
        terminal.say(&format!("Nobody was added to {name}."));
        return code::DONE;
    }
    let added = match contacts::added(&name, &before, &new) {
        Ok(added) => added,
        Err(error) => {
            if let AddError::Notes(report) = &error {
                terminal.report(report);
            }
            terminal.complain(&format!("error: nobody was added to {name}: {error}"));
            terminal.complain(
                "help: without --into the people are printed, to be pasted where they belong",
            );
            return code::BAD_INPUT;
        }
    };
    let names: Vec<&str> = new.iter().map(|person| person.name.as_str()).collect();
    if dry_run {
        terminal.say(&format!("Would add to {name}: {}", names.join(", ")));
        terminal.result(&added.text[added.new]);
        return code::DONE;
    }
    // What an editor has saved meanwhile is not written over.
    let is_as_read = fs::read(notes).is_ok_and(|now| now == before);
    if !is_as_read {
        terminal.complain(&format!(
            "error: {name} was changed while it was read; run the command again"
        ));
        return code::NOT_WRITTEN;
    }
    if let Err(cause) = replace(notes, added.text.as_bytes()) {
        terminal.complain(&format!("error: {name} cannot be written: {cause}"));
        return code::NOT_WRITTEN;
    }
    terminal.say(&format!("Added to {name}: {}", names.join(", ")));
    terminal.say(&format!(
        "Next: say what you talked about with each, then `regards check {}`.",
        quoted(&name)
    ));
    code::DONE
}
