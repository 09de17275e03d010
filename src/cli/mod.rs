//! The command line: arguments become a checked job, the job runs the flow, and ends in a code.
//!
//! The only stage that knows of files, streams and the terminal. Exit codes: 0 done; 1 a letter was
//! held back or a finding was of level error; 2 an input is bad and nothing was written; 3 a file
//! could not be written or was the user's.

mod args;
mod check;
mod init;
mod input;
mod terminal;
mod theme;
mod write;

use std::ffi::OsString;

use clap::{CommandFactory, Parser};

use args::{Arguments, Command};

pub use terminal::Terminal;

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
    let arguments = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments,
        Err(error) if error.use_stderr() => {
            terminal.verbatim(error.render().to_string().trim_end());
            return code::BAD_INPUT;
        }
        Err(help) => {
            terminal.result(&help.render().to_string());
            return code::DONE;
        }
    };
    terminal.configure(arguments.global.color, arguments.global.quiet);
    match arguments.command {
        Command::Write(write) => write::run(&write, &arguments.global, terminal),
        Command::Check(check) => check::run(&check, terminal),
        Command::Init(init) => init::run(&init, terminal),
        Command::Schema => {
            terminal.result(&crate::notes::schema());
            code::DONE
        }
        Command::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(shell, &mut Arguments::command(), "regards", &mut script);
            terminal.result(&String::from_utf8_lossy(&script));
            code::DONE
        }
        Command::Man => {
            let mut page = Vec::new();
            // Writing to memory cannot fail.
            let _ = clap_mangen::Man::new(Arguments::command()).render(&mut page);
            terminal.result(&String::from_utf8_lossy(&page));
            code::DONE
        }
    }
}
