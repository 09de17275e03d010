//! `regards plan`: what to send when, over one application or many.

mod calendar;
mod json;
pub(super) mod step;
mod table;

use jiff::civil::Date;

use super::args::{Global, PlanArgs};
use super::code;
use super::init::quoted;
use super::input::{Input, inputs};
use super::sent_file;
use super::terminal::Terminal;
use crate::followup::{Action, Ledger, Plan, plan};
use crate::notes::Loaded;

/// One application, read.
pub(super) struct Process {
    /// The notes file as it is typed at a shell.
    file: String,
    loaded: Loaded,
    ledger: Ledger,
    plan: Plan,
}

/// One line of the plan.
#[derive(Clone, Copy)]
pub(super) struct Row<'a> {
    process: &'a Process,
    action: &'a Action,
}

/// Shows what is to be sent, to whom, how and when, and what is done.
pub fn run(arguments: &PlanArgs, global: &Global, terminal: &mut Terminal<'_>) -> u8 {
    let today = sent_file::today(global);
    let inputs = match inputs(&arguments.notes) {
        Ok(inputs) => inputs,
        Err(problems) => {
            problems.iter().for_each(|report| terminal.report(report));
            return code::BAD_INPUT;
        }
    };
    let mut processes = Vec::new();
    let mut worst = code::DONE;
    for input in &inputs {
        match read(input, today, terminal) {
            Some(process) => processes.push(process),
            // The others are shown: a week of five applications is not held up by one of them.
            None => worst = code::BAD_INPUT,
        }
    }
    let mut rows: Vec<Row<'_>> = Vec::new();
    for process in &processes {
        let actions = process.plan.actions.iter();
        rows.extend(actions.map(|action| Row { process, action }));
    }
    rows.sort_by_cached_key(|row| row.action.order());
    if arguments.json {
        rows.iter()
            .for_each(|row| terminal.result(&json::line(row)));
    } else if !processes.is_empty() {
        table::show(&rows, processes.len(), today, terminal);
        step::show(&rows, today, terminal);
    }
    for process in &processes {
        strangers(process, terminal);
    }
    if let Some(file) = &arguments.ics
        && worst == code::DONE
    {
        worst = calendar::write(&processes, file, today, terminal);
    }
    worst
}

fn read(input: &Input, today: Date, terminal: &mut Terminal<'_>) -> Option<Process> {
    let ledger = sent_file::load(input, terminal);
    let loaded = input.load(terminal);
    match (loaded, ledger) {
        (Ok(loaded), Ok(ledger)) => {
            terminal.report(&loaded.report);
            Some(Process {
                file: match input.path {
                    Some(_) => quoted(input.name.strip_prefix("./").unwrap_or(&input.name)),
                    None => "-".to_owned(),
                },
                plan: plan(&loaded.notes, &ledger, today),
                loaded,
                ledger,
            })
        }
        (loaded, ledger) => {
            let reports = [loaded.err(), ledger.err()];
            reports
                .iter()
                .flatten()
                .for_each(|report| terminal.report(report));
            None
        }
    }
}

/// Names records to people who are not in the notes, such as after a name was mended.
fn strangers(process: &Process, terminal: &mut Terminal<'_>) {
    for record in &process.plan.strangers {
        terminal.say(&format!(
            "warning: a {} to {} is recorded for {}, and nobody there is called so: if the name was \
             mended in the notes, mend it in the file of what was sent too",
            record.what, record.to, process.file
        ));
    }
}
