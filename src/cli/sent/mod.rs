//! `regards sent`: records that something went out.

mod choose;

use jiff::civil::Date;

use super::args::{Global, SentArgs};
use super::code;
use super::init::quoted;
use super::input::Input;
use super::plan::step::spoken;
use super::sent_file::{place, say_torn, today};
use super::terminal::Terminal;
use super::write::people;
use crate::diagnostic::Report;
use crate::followup::{Ledger, Record, plan};
use crate::notes::Loaded;
use crate::output::{append, shown};

use choose::{Chosen, choose, to_undo};

/// Records what went out to some people, once; with `--undo` takes the last record back.
pub fn run(arguments: &SentArgs, global: &Global, terminal: &mut Terminal<'_>) -> u8 {
    let today = today(global);
    let input = Input {
        name: shown(&arguments.notes),
        path: Some(arguments.notes.clone()),
    };
    if arguments.notes.as_os_str() == "-" {
        terminal.complain("error: there is no file of what was sent beside standard input");
        terminal.complain("help: name the notes file, such as interview.yaml");
        return code::BAD_INPUT;
    }
    if let Some(on) = arguments.on.filter(|on| *on > today) {
        terminal.complain(&format!("error: `--on {on}` is yet to come"));
        terminal.complain("help: record it on the day it goes out, or give that day");
        return code::BAD_INPUT;
    }
    let loaded = match input.load(terminal) {
        Ok(loaded) => loaded,
        Err(report) => {
            terminal.report(&report);
            return code::BAD_INPUT;
        }
    };
    let known = [(&input, loaded)];
    if !people::are_known(&arguments.to, &known, "--to", terminal) {
        return code::BAD_INPUT;
    }
    let [(_, loaded)] = &known;
    let Some(path) = place(&input) else {
        return code::BAD_INPUT;
    };
    let mut entry = Entry {
        arguments,
        loaded,
        today,
        ledger: Ledger::default(),
        unread: None,
        chosen: Vec::new(),
    };
    let name = shown(&path);
    match append(&path, |before| entry.lines(&name, before)) {
        Ok(_) => entry.tell(&input, &name, terminal),
        Err(cause) => {
            terminal.complain(&format!("error: `{name}` cannot be written: {cause}"));
            terminal
                .complain("help: nothing was recorded; make the file writable and say it again");
            code::NOT_WRITTEN
        }
    }
}

/// What one run records.
struct Entry<'a> {
    arguments: &'a SentArgs,
    loaded: &'a Loaded,
    today: Date,
    /// What had gone out before.
    ledger: Ledger,
    /// Why that cannot be told.
    unread: Option<Report>,
    /// What is to be recorded or taken back, for each person.
    chosen: Vec<Chosen>,
}

impl Entry<'_> {
    /// The lines to add to the file; none where anything is wrong or all is there already.
    fn lines(&mut self, name: &str, before: &[u8]) -> Option<Vec<u8>> {
        self.ledger = match Ledger::read(before) {
            Ok(ledger) => ledger,
            Err(error) => {
                self.unread = Some(error.report(name, before));
                return None;
            }
        };
        self.chosen.clear();
        let notes = &self.loaded.notes;
        let plan = plan(notes, &self.ledger, self.today);
        for person in people::recipients(&self.arguments.to, self.loaded) {
            self.chosen.push(if self.arguments.undo {
                to_undo(self.arguments, notes, &self.ledger, person)
            } else {
                choose(
                    self.arguments,
                    notes,
                    &self.ledger,
                    &plan,
                    person,
                    self.today,
                )
            });
        }
        if self.chosen.iter().any(Chosen::is_wrong) {
            return None;
        }
        let mut bytes = Vec::new();
        for each in &self.chosen {
            let (record, undo) = match each {
                Chosen::New(record) => (record, false),
                Chosen::Undo(record) => (record, true),
                Chosen::Already(_) | Chosen::Wrong(..) => continue,
            };
            // Only the first line has to mind what a crash left before it.
            let above: &[u8] = if bytes.is_empty() { before } else { b"\n" };
            bytes.extend(record.appended_to(above, undo));
        }
        (!bytes.is_empty()).then_some(bytes)
    }

    /// Says what was recorded.
    fn tell(&self, input: &Input, name: &str, terminal: &mut Terminal<'_>) -> u8 {
        if let Some(report) = &self.unread {
            terminal.report(report);
            return code::BAD_INPUT;
        }
        say_torn(&self.ledger, name, terminal);
        let mut worst = code::DONE;
        // Where one thing is wrong nothing was recorded, and only that is to be said.
        let only_wrong = self.chosen.iter().any(Chosen::is_wrong);
        for each in self
            .chosen
            .iter()
            .filter(|each| !only_wrong || each.is_wrong())
        {
            match each {
                Chosen::New(record) => terminal.say(&format!("Recorded: {}.", self.told(record))),
                Chosen::Undo(record) => {
                    terminal.say(&format!("Taken back: {}.", self.told(record)))
                }
                Chosen::Already(record) => terminal.say(&format!(
                    "Recorded already, so nothing was added: {}.",
                    self.told(record)
                )),
                Chosen::Wrong(message, help) => {
                    terminal.complain(&format!("error: {message}"));
                    terminal.complain(&format!("help: {help}"));
                    worst = code::BAD_INPUT;
                }
            }
        }
        if worst == code::DONE {
            terminal.say(&format!(
                "What is next: regards plan {}",
                quoted(&input.name)
            ));
        } else {
            terminal.complain("Nothing was recorded.");
        }
        worst
    }

    fn told(&self, record: &Record) -> String {
        let day = self.loaded.notes.language.month_and_day(record.on);
        format!(
            "{} to {} {}, {day}",
            record.what,
            record.to,
            spoken(record.by)
        )
    }
}
