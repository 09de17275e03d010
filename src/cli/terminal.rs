use std::io::{self, IsTerminal, Read, Write};

use anstream::AutoStream;

use super::args::When;
use crate::diagnostic::{Report, Style, render};

/// Where the program reads and writes, and how wide and coloured it may be.
///
/// Results go to standard output, talk to standard error. A reader that goes away (`| head`) is not
/// a failure: what cannot be written is dropped.
pub struct Terminal<'a> {
    stdin: &'a mut dyn Read,
    stdout: &'a mut dyn Write,
    stderr: &'a mut dyn Write,
    /// How messages are laid out.
    pub style: Style,
    quiet: bool,
}

impl<'a> Terminal<'a> {
    /// A terminal over three streams.
    pub fn new(
        stdin: &'a mut dyn Read,
        stdout: &'a mut dyn Write,
        stderr: &'a mut dyn Write,
    ) -> Self {
        Self {
            stdin,
            stdout,
            stderr,
            style: Style::default(),
            quiet: false,
        }
    }

    /// Applies `--color` and `--quiet`.
    pub fn configure(&mut self, color: When, quiet: bool) {
        self.style.color = match color {
            When::Always => true,
            When::Never => false,
            When::Auto => {
                let stderr = io::stderr();
                AutoStream::choice(&stderr) != anstream::ColorChoice::Never && stderr.is_terminal()
            }
        };
        self.quiet = quiet;
    }

    /// Writes a result to standard output, as it is.
    pub fn result(&mut self, text: &str) {
        let _ = self.stdout.write_all(text.as_bytes());
    }

    /// Says a line on standard error; nothing under `--quiet`.
    ///
    /// What is longer than the terminal is wide goes on below, two columns further in.
    pub fn say(&mut self, line: &str) {
        if !self.quiet {
            self.complain(line);
        }
    }

    /// Says a line on standard error, also under `--quiet`: something is wrong.
    pub fn complain(&mut self, line: &str) {
        let words = line.trim_start();
        let indent = &line[..line.len() - words.len()];
        let further = format!("{indent}  ");
        let options = textwrap::Options::new(self.style.width)
            .initial_indent(indent)
            .subsequent_indent(&further)
            .word_separator(textwrap::WordSeparator::AsciiSpace)
            .word_splitter(textwrap::WordSplitter::NoHyphenation)
            .break_words(false);
        self.verbatim(&textwrap::fill(words, options));
    }

    /// Says text on standard error that is laid out already, also under `--quiet`.
    pub fn verbatim(&mut self, text: &str) {
        let _ = writeln!(self.stderr, "{text}");
    }

    /// Shows the messages about a file on standard error; under `--quiet` only those of level error.
    pub fn report(&mut self, report: &Report) {
        let mut report = report.clone();
        if self.quiet {
            report
                .diagnostics
                .retain(|found| found.level == crate::diagnostic::Level::Error);
        }
        if !report.diagnostics.is_empty() {
            let text = render(&report, self.style);
            let _ = writeln!(self.stderr, "{}", text.trim_end());
            let _ = writeln!(self.stderr);
        }
    }

    /// Standard input.
    pub fn input(&mut self) -> &mut dyn Read {
        self.stdin
    }
}
