//! `regards print`: cards, letters and envelopes to a printer, one job for each stack of paper.
//!
//! Reads, composes and typesets as `write` does, and writes no file. What waits is not printed.

mod lp;

use super::args::{Global, PrintArgs};
use super::code;
use super::terminal::Terminal;
use super::write::gather::{self, how, what};
use super::write::job::Job;
use super::write::piles::Piles;
use super::write::stack::{Holds, Stack, of_envelopes, of_labels, of_letters};
use super::write::{Prepared, prepare_all, summary};
use crate::stationery::StationeryError;
use lp::Spooler;

/// Prints the cards of every notes file.
pub fn run(arguments: &PrintArgs, global: &Global, terminal: &mut Terminal<'_>) -> u8 {
    let write = arguments.as_write();
    let mut job = match Job::new(&write, global) {
        Ok(job) => job,
        Err(error) => {
            error.show(terminal);
            return code::BAD_INPUT;
        }
    };
    job.paper.prints = true;
    let Some((prepared, piles)) = prepare_all(&write, &job, terminal) else {
        terminal.complain("Nothing was printed.");
        return code::BAD_INPUT;
    };
    let stacks = match stacks(&prepared, piles, &job) {
        Ok(stacks) => stacks,
        Err(error) => {
            terminal.complain(&format!("error: {error}"));
            if let Some(help) = error.help() {
                terminal.complain(&format!("help: {help}"));
            }
            terminal.complain("Nothing was printed.");
            return code::BAD_INPUT;
        }
    };
    let mut worst = code::DONE;
    for each in &prepared {
        summary::held(each, terminal);
        gather::say_unaddressed(each, &job, terminal);
        gather::say_abroad(each, terminal);
        let waits = each.notes.iter().any(|note| note.held.is_some());
        if waits || !gather::unaddressed(each, &job).is_empty() {
            worst = code::FOUND;
        }
    }
    if stacks.is_empty() {
        terminal.complain("There is nothing to print: no letter that is ready goes by post.");
        terminal.complain(
            "help: write `send: card` or `send: letter` for a person, or use `--as card`",
        );
        return worst;
    }
    worst.max(
        Printing {
            arguments,
            terminal,
        }
        .all(&stacks),
    )
}

/// Everything that there is to print, by the paper it takes.
fn stacks(prepared: &[Prepared], piles: Piles, job: &Job) -> Result<Vec<Stack>, StationeryError> {
    if job.paper.calibrate {
        return tests(prepared, job);
    }
    let all: Vec<&Prepared> = prepared.iter().collect();
    let mut stacks = piles.stacks(prepared, &job.paper)?;
    stacks.append(&mut of_letters(&all)?);
    stacks.append(&mut of_envelopes(&all)?);
    if let Some(sheet) = job.paper.labels {
        stacks.extend(of_labels(&all, sheet, job.paper.feed)?);
    }
    Ok(stacks)
}

/// The test pages that are printed instead, with `--calibrate`.
fn tests(prepared: &[Prepared], job: &Job) -> Result<Vec<Stack>, StationeryError> {
    let found = prepared.first().map(|each| gather::tests(each, job));
    Ok(found.transpose()?.unwrap_or_default())
}

/// What the print queue calls a job.
fn title(what: &str) -> String {
    format!("regards: {}", what.replace('×', "x"))
}

/// A run that has something to print.
struct Printing<'a, 't> {
    arguments: &'a PrintArgs,
    terminal: &'a mut Terminal<'t>,
}

impl Printing<'_, '_> {
    fn all(mut self, stacks: &[Stack]) -> u8 {
        let spooler = Spooler::find();
        for (place, stack) in stacks.iter().enumerate() {
            self.terminal
                .say(&format!("{}. {}: {}", place + 1, what(stack), how(stack)));
        }
        let Some(spooler) = spooler else {
            self.by_hand();
            return if self.arguments.dry_run {
                code::DONE
            } else {
                code::NOT_WRITTEN
            };
        };
        let named = self.arguments.printer.as_deref();
        let printer = named.or(spooler.default.as_deref()).map(str::to_owned);
        if self.arguments.dry_run && printer.is_none() {
            // What would be printed can be seen before there is a printer.
            stacks
                .iter()
                .for_each(|stack| self.would_print(stack, None));
            self.terminal
                .say("There is no default printer: name one with `--printer`.");
            return code::DONE;
        }
        let Some(printer) = printer else {
            self.terminal.complain("error: there is no default printer");
            self.which_printer(&spooler);
            return code::BAD_INPUT;
        };
        if !spooler.printers.contains(&printer) {
            self.terminal
                .complain(&format!("error: there is no printer `{printer}`"));
            self.which_printer(&spooler);
            return code::BAD_INPUT;
        }
        let mut worst = code::DONE;
        for stack in stacks {
            worst = worst.max(self.one(stack, &printer));
        }
        worst
    }

    /// Prints a stack, if it is wanted.
    fn one(&mut self, stack: &Stack, printer: &str) -> u8 {
        let what = what(stack);
        if self.arguments.dry_run {
            self.would_print(stack, Some(printer));
            return code::DONE;
        }
        let arguments = lp::arguments(stack, Some(printer), &title(&what));
        if !self.arguments.yes && !self.is_wanted(&what, printer) {
            self.terminal.say(&format!("Not printed: {what}."));
            return code::DONE;
        }
        match lp::print(&arguments, &stack.bytes) {
            Ok(()) => {
                self.terminal.say(&format!("Sent to {printer}: {what}."));
                code::DONE
            }
            Err(cause) => {
                self.terminal
                    .complain(&format!("error: `lp` did not take {what}: {cause}"));
                code::NOT_WRITTEN
            }
        }
    }

    /// Shows the command for a stack, with the file that it would be given.
    fn would_print(&mut self, stack: &Stack, printer: Option<&str>) {
        let arguments = lp::arguments(stack, printer, &title(&what(stack)));
        let file = match stack.holds {
            Holds::Cards => "cards.pdf",
            Holds::Letters => "letters.pdf",
            Holds::Envelopes => "envelopes.pdf",
            Holds::Labels => "labels.pdf",
            Holds::Test => "test-page.pdf",
        };
        let command = lp::typed(&arguments);
        self.terminal.result(&format!("{command} {file}\n"));
    }

    fn is_wanted(&mut self, what: &str, printer: &str) -> bool {
        let question = format!("Is the paper in {printer}, and shall {what} be printed? [y/N]");
        let answer = self.terminal.ask(&question).unwrap_or_default();
        matches!(answer.trim().to_lowercase().as_str(), "y" | "yes")
    }

    fn which_printer(&mut self, spooler: &Spooler) {
        let help = match spooler.printers.as_slice() {
            [] => "help: CUPS knows no printer yet: add one in the system's settings".to_owned(),
            printers => format!("help: name one with `--printer`: {}", printers.join(", ")),
        };
        self.terminal.complain(&help);
        self.terminal.complain("Nothing was printed.");
    }

    /// What to do where no program takes print jobs.
    fn by_hand(&mut self) {
        self.terminal.complain(
            "There is no `lp` on this system, so print by hand: `regards write` with the same \
             words after it (and `--bundle` for all cards in one) writes the files; print each as \
             said above, without scaling.",
        );
    }
}
