//! The notes file: YAML text becomes plain, checked [`Notes`].
//!
//! Takes the bytes of a file; gives the notes, an index from path to place (the
//! [`Source`]), and every problem at once.

mod card;
mod check;
mod debrief;
mod file;
mod form;
mod interview;
mod interviewer;
mod kind;
mod lists;
mod mapping;
mod point;
mod presence;
mod qualification;
mod reader;
mod record;
mod schema;
mod sender;
mod synonyms;
mod tell;

use std::sync::Arc;

pub use card::CardChoices;
pub use debrief::{Debrief, UnusualQuestion};
pub use file::{Notes, Style};
pub use interview::{Format, Interview, NextStep, Outcome};
pub use interviewer::{Allow, HiringRole, Interviewer, LooseEnd, Say, Send};
pub use kind::{Channel, Kind};
pub use point::{Point, Topic};
pub use qualification::{Claim, Qualification};
pub use schema::schema;
pub use sender::{ContactedBy, Recruiter, Sender};
pub use tell::people;

use crate::diagnostic::{Diagnostic, Path, Place, Report, Source};
use crate::yaml;
use form::Form;
use reader::Reader;

/// A notes file with comments, to be filled in: what `regards init` writes.
pub const INIT: &str = include_str!("../../templates/init.yaml");

/// A notes file that can be used.
#[derive(Debug, Clone)]
pub struct Loaded {
    /// The notes.
    pub notes: Notes,
    /// The file, with the place of every path.
    pub source: Arc<Source>,
    /// Warnings and hints; no errors.
    pub report: Report,
}

/// Reads and checks a notes file; `name` is how messages call it.
///
/// # Errors
/// A report with every problem of the file, at least one of them an error.
pub fn load(name: &str, bytes: &[u8]) -> Result<Loaded, Report> {
    read(name, bytes, false)
}

/// Reads and checks the notes for a [worksheet](Kind::Worksheet), which need only the company.
///
/// A text that is not there is empty then, and a date is [`jiff::civil::Date::ZERO`].
///
/// # Errors
/// As of [`load`].
pub fn load_for_worksheet(name: &str, bytes: &[u8]) -> Result<Loaded, Report> {
    read(name, bytes, true)
}

fn read(name: &str, bytes: &[u8], is_sparse: bool) -> Result<Loaded, Report> {
    let (document, problems) = yaml::read(name, bytes)?;
    let mut source = document.source;
    let places = Arc::make_mut(&mut source);
    let other_name = Path::root().key("not_mentioned");
    places.also_at(&other_name, &Path::root().key("missing_qualifications"));

    // A key that was lost leaves its values in the wrong place: more messages would mislead.
    let lost = |problem: &Diagnostic| matches!(problem.rule, "yaml-indent" | "yaml-key");
    if problems.iter().any(lost) {
        let mut report = Report {
            source,
            diagnostics: problems,
        };
        report.sort();
        report.limit();
        return Err(report);
    }

    let people = check::people(&document.root);
    let mut reader = Reader {
        source: &source,
        problems,
        people: &people,
        is_sparse,
    };
    reader.problems.extend(document.warnings);
    let notes = match &document.root.value {
        yaml::Value::Empty => {
            reader.report(empty());
            None
        }
        _ => {
            check::namesakes(&document.root, &mut reader);
            Notes::read(&document.root, &Path::root(), &mut reader)
        }
    };
    let mut report = Report {
        diagnostics: reader.problems,
        source: Arc::clone(&source),
    };
    report.sort();
    report.limit();
    match notes {
        Some(notes) if !report.has_errors() => Ok(Loaded {
            notes,
            source,
            report,
        }),
        _ => Err(report),
    }
}

fn empty() -> Diagnostic {
    Diagnostic::error("empty-file", Place::File, "the file says nothing").help(
        "run `regards init` for a file to fill in, or begin with:\n".to_owned()
            + &Notes::lines("").join("\n"),
    )
}
