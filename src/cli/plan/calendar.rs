//! `--ics FILE`: the plan as a calendar.

use std::fs;
use std::io;
use std::path::Path;

use jiff::civil::Date;

use super::super::code;
use super::super::terminal::Terminal;
use super::Process;
use crate::followup::{PRODUCT, calendar};
use crate::output::{replace, shown};

/// Writes what is still to be done; never over a file that is not such a calendar.
pub(super) fn write(
    processes: &[Process],
    file: &Path,
    today: Date,
    terminal: &mut Terminal<'_>,
) -> u8 {
    let name = shown(file);
    let plans = processes
        .iter()
        .map(|process| (&process.loaded.notes, &process.plan, process.ledger.lines()));
    let Some(text) = calendar(plans, today) else {
        terminal.say(&format!(
            "There is nothing left to do, so {name} was not written."
        ));
        return code::DONE;
    };
    match fs::read(file) {
        Ok(bytes) if !String::from_utf8_lossy(&bytes).contains(PRODUCT) => {
            terminal.complain(&format!(
                "error: `{name}` is no calendar of regards, and was left as it is"
            ));
            terminal.complain("help: name another file, such as `--ics follow-up.ics`");
            return code::NOT_WRITTEN;
        }
        Err(cause) if cause.kind() != io::ErrorKind::NotFound => {
            return unwritten(&name, &cause, terminal);
        }
        _ => {}
    }
    match replace(file, text.as_bytes()) {
        Ok(()) => {
            let many = text.matches("BEGIN:VEVENT").count();
            let noun = if many == 1 { "event" } else { "events" };
            terminal.say(&format!(
                "Wrote {many} {noun} to {name}: open it with your calendar."
            ));
            code::DONE
        }
        Err(cause) => unwritten(&name, &cause, terminal),
    }
}

fn unwritten(name: &str, cause: &io::Error, terminal: &mut Terminal<'_>) -> u8 {
    terminal.complain(&format!("error: `{name}` cannot be written: {cause}"));
    terminal.complain("help: name a file in a folder that you may write to");
    code::NOT_WRITTEN
}
