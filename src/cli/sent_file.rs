//! Where the ledger of a notes file is, and what stands in it.

use std::fs;
use std::io;
use std::path::PathBuf;

use jiff::Zoned;
use jiff::civil::Date;

use super::args::Global;
use super::input::{Input, unreadable};
use super::terminal::Terminal;
use super::write::Prepared;
use crate::diagnostic::{Diagnostic, Level, Report};
use crate::followup::{Ledger, LedgerError, What};
use crate::letter::Letter;
use crate::notes::Kind;
use crate::output::shown;
use crate::proof::about_check_ins;

/// Today: what `--date` says, else the day on this computer's clock, where it stands.
pub(super) fn today(global: &Global) -> Date {
    global.date.unwrap_or_else(|| Zoned::now().date())
}

/// The ledger beside a notes file: `interview.sent.jsonl`; none beside standard input.
pub(super) fn place(input: &Input) -> Option<PathBuf> {
    let name = format!("{}.sent.jsonl", input.stem());
    input.path.as_ref().map(|path| path.with_file_name(name))
}

/// Reads the ledger of a notes file; where there is none, nothing has gone out.
///
/// # Errors
/// A report where it cannot be read, or a line of it is not understood.
pub(super) fn load(input: &Input, terminal: &mut Terminal<'_>) -> Result<Ledger, Report> {
    let Some(path) = place(input) else {
        return Ok(Ledger::default());
    };
    let bytes = match fs::read(&path) {
        Ok(bytes) => bytes,
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => return Ok(Ledger::default()),
        Err(cause) => return Err(unreadable(&shown(&path), &cause)),
    };
    let name = shown(&path);
    let understood = |error: LedgerError| error.report(&name, &bytes);
    let ledger = Ledger::read(&bytes).map_err(understood)?;
    say_torn(&ledger, &name, terminal);
    Ok(ledger)
}

/// Says that a line was cut short, so that what it told is recorded again.
pub(super) fn say_torn(ledger: &Ledger, name: &str, terminal: &mut Terminal<'_>) {
    let lines = match ledger.torn() {
        0 => return,
        1 => "a line of it was".to_owned(),
        many => format!("{many} lines of it were"),
    };
    terminal.say(&format!(
        "warning: {name}: {lines} cut short, as by a crash, and counts for nothing: look whether \
         something that went out is not there"
    ));
}

/// What is to be said of the check-ins among some letters: that one would come too soon.
///
/// The clock is asked only where one has gone out before, so that letters stay the same on every day. A
/// ledger that cannot be read is told of, and holds no letter back.
pub(super) fn too_soon(
    prepared: &Prepared,
    input: &Input,
    told: Option<Date>,
    terminal: &mut Terminal<'_>,
) -> Vec<Diagnostic> {
    let letters: Vec<&Letter> = prepared.notes.iter().map(|note| &note.letter).collect();
    if letters.iter().all(|letter| letter.kind != Kind::CheckIn) {
        return Vec::new();
    }
    let ledger = match load(input, terminal) {
        Ok(ledger) => ledger,
        Err(mut report) => {
            for problem in &mut report.diagnostics {
                problem.level = Level::Warning;
            }
            terminal.report(&report);
            return Vec::new();
        }
    };
    let check_in = What::Letter(Kind::CheckIn);
    let has_asked = ledger
        .records()
        .iter()
        .any(|record| record.what == check_in);
    let today = told.or_else(|| has_asked.then(|| Zoned::now().date()));
    let about = |today| about_check_ins(&prepared.loaded, &letters, &ledger, today);
    today.map(about).unwrap_or_default()
}
