//! The command line: arguments become a checked job, the job runs the flow, and ends in a code.
//!
//! The only stage that knows of files, streams and the terminal. Exit codes: 0 done; 1 a letter was
//! held back or a finding was of level error; 2 an input is bad and nothing was written; 3 a file
//! could not be written or was the user's.

mod args;
mod check;
mod contacts;
mod init;
mod input;
mod launch;
mod open;
mod pages;
mod paper_args;
mod plan;
mod print;
mod proofread;
mod reword;
mod rules;
mod sent;
mod sent_file;
mod side_by_side;
mod terminal;
mod theme;
mod themes;
mod write;

use std::ffi::OsString;

use clap::Parser;

use crate::notes;
use args::{Arguments, Command};

pub use terminal::{Styles, Terminal};

/// The exit code of a run.
pub mod code {
    /// Done.
    pub const DONE: u8 = 0;
    /// A letter was held back, or a finding was of level error.
    pub const FOUND: u8 = 1;
    /// An input is bad; nothing was written.
    pub const BAD_INPUT: u8 = 2;
    /// A file could not be written, or was the user's.
    pub const NOT_WRITTEN: u8 = 3;
}

/// Runs one command, the program's name first among the arguments, and gives its exit code.
///
/// Can be called any number of times: nothing is kept between runs.
pub fn run<I>(arguments: I, terminal: &mut Terminal<'_>) -> u8
where
    I: IntoIterator<Item = OsString>,
{
    let code = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => command(&arguments, terminal),
        Err(error) if error.use_stderr() => {
            terminal.verbatim(error.render().to_string().trim_end());
            code::BAD_INPUT
        }
        Err(help) => {
            terminal.result(&help.render().to_string());
            code::DONE
        }
    };
    match terminal.finish() {
        Ok(()) => code,
        Err(error) => {
            terminal.complain(&format!("error: the result could not be written: {error}"));
            code::NOT_WRITTEN
        }
    }
}

fn command(arguments: &Arguments, terminal: &mut Terminal<'_>) -> u8 {
    let global = &arguments.global;
    terminal.configure(global.color, global.quiet);
    let text = match &arguments.command {
        Command::Write(write) => return write::run(write, global, terminal),
        Command::Print(print) => return print::run(print, global, terminal),
        Command::Reword(reword) => return reword::run(reword, global, terminal),
        Command::Open(open) => return open::run(open, global, terminal),
        Command::Contacts(contacts) => return contacts::run(contacts, terminal),
        Command::Check(check) => return check::run(check, global, terminal),
        Command::Plan(plan) => return plan::run(plan, global, terminal),
        Command::Sent(sent) => return sent::run(sent, global, terminal),
        Command::Init(init) => return init::run(init, terminal),
        Command::Themes(themes) => return themes::run(themes, terminal),
        Command::Rules => return rules::list(terminal),
        Command::Explain { rule } => return rules::explain(rule, terminal),
        Command::Schema => notes::schema(),
        Command::Completions { shell } => pages::completions(*shell),
        Command::Man { command } => pages::manual(command.as_deref()),
    };
    terminal.result(&text);
    code::DONE
}
