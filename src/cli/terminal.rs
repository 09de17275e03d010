use std::io::{self, Read, Write};

use super::args::When;
use crate::diagnostic::{Level, Report, Style, render};

/// Where the program reads and writes, and how wide and coloured each end may be.
///
/// Results go to standard output, talk to standard error. A reader that goes away (`| head`) is not
/// a failure; a result that cannot be written for another cause is, at the end of the run.
pub struct Terminal<'a> {
    stdin: &'a mut dyn Read,
    stdout: &'a mut dyn Write,
    stderr: &'a mut dyn Write,
    /// How results and talk are laid out, unless flags say otherwise.
    styles: Styles,
    quiet: bool,
    /// Whether somebody types what standard input gives.
    typed: bool,
    failed: Option<io::Error>,
}

/// How each end of a terminal shows messages.
#[derive(Debug, Clone, Copy, Default)]
pub struct Styles {
    /// On standard output.
    pub result: Style,
    /// On standard error.
    pub talk: Style,
}

impl<'a> Terminal<'a> {
    /// A terminal over three streams; `styles` are those of the streams as they are.
    pub fn new(
        stdin: &'a mut dyn Read,
        stdout: &'a mut dyn Write,
        stderr: &'a mut dyn Write,
        styles: Styles,
    ) -> Self {
        Self {
            stdin,
            stdout,
            stderr,
            styles,
            quiet: false,
            typed: false,
            failed: None,
        }
    }

    /// Says whether somebody types what standard input gives.
    #[must_use]
    pub fn typed(mut self, typed: bool) -> Self {
        self.typed = typed;
        self
    }

    /// Applies `--color` and `--quiet`.
    pub fn configure(&mut self, color: When, quiet: bool) {
        if color != When::Auto {
            self.styles.result.color = color == When::Always;
            self.styles.talk.color = color == When::Always;
        }
        self.quiet = quiet;
    }

    /// Writes a result to standard output, as it is.
    pub fn result(&mut self, text: &str) {
        let written = self.stdout.write_all(text.as_bytes());
        self.failed = self.failed.take().or(written.err());
    }

    /// How many columns a line of standard output may have.
    pub fn result_width(&self) -> usize {
        self.styles.result.width
    }

    /// Writes the messages about a file to standard output, as a result.
    pub fn result_report(&mut self, report: &Report) {
        let text = render(report, self.styles.result);
        if !text.is_empty() {
            self.result(&format!("{text}\n"));
        }
    }

    /// Ends a run: makes sure that its results have arrived.
    ///
    /// # Errors
    /// Where they could not be written, unless their reader went away.
    pub fn finish(&mut self) -> io::Result<()> {
        let flushed = self.stdout.flush();
        match self.failed.take().or(flushed.err()) {
            Some(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error),
            _ => Ok(()),
        }
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
        self.verbatim(&wrapped(words, indent, &further, self.styles.talk.width));
    }

    /// Writes a paragraph of a result to standard output, no wider than that is; `first` stands
    /// before its first line, `other` before the rest.
    pub fn result_paragraph(&mut self, words: &str, first: &str, other: &str) {
        let text = wrapped(words, first, other, self.styles.result.width);
        self.result(&format!("{text}\n"));
    }

    /// Says text on standard error that is laid out already, also under `--quiet`.
    ///
    /// The results that it speaks of stand above it.
    pub fn verbatim(&mut self, text: &str) {
        let _ = self.stdout.flush();
        let _ = writeln!(self.stderr, "{text}");
    }

    /// Shows the messages about a file on standard error; under `--quiet` only those of level error.
    pub fn report(&mut self, report: &Report) {
        let mut report = report.clone();
        if self.quiet {
            report
                .diagnostics
                .retain(|found| found.level == Level::Error);
        }
        if !report.diagnostics.is_empty() {
            let text = render(&report, self.styles.talk);
            let _ = writeln!(self.stderr, "{}", text.trim_end());
            let _ = writeln!(self.stderr);
        }
    }

    /// Asks on standard error, and waits for a line of standard input; `None` where that has ended.
    ///
    /// All results so far are shown before. Where nobody types, the line is read first: a question
    /// to an input that has ended is not put.
    pub fn ask(&mut self, question: &str) -> Option<String> {
        let _ = self.stdout.flush();
        if self.typed {
            let _ = write!(self.stderr, "{question} ");
            let _ = self.stderr.flush();
            return self.line();
        }
        let line = self.line()?;
        self.complain(question);
        Some(line)
    }

    /// The next line of standard input without its break.
    fn line(&mut self) -> Option<String> {
        let mut bytes = Vec::new();
        let mut byte = [0];
        // A longer line is no answer.
        while bytes.len() < 1_000 {
            match self.stdin.read(&mut byte) {
                Ok(1) if byte == *b"\n" => break,
                Ok(1) => bytes.push(byte[0]),
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                _ if bytes.is_empty() => return None,
                _ => break,
            }
        }
        Some(String::from_utf8_lossy(&bytes).into_owned())
    }

    /// Standard input.
    pub fn input(&mut self) -> &mut dyn Read {
        self.stdin
    }
}

/// Words broken at spaces so that no line is wider than `width` columns, if that can be.
fn wrapped(words: &str, first: &str, other: &str, width: usize) -> String {
    let options = textwrap::Options::new(width)
        .initial_indent(first)
        .subsequent_indent(other)
        .word_separator(textwrap::WordSeparator::AsciiSpace)
        .word_splitter(textwrap::WordSplitter::NoHyphenation)
        .break_words(false);
    textwrap::fill(words, options)
}
