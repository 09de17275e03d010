//! The `.md` file of a letter: a header between lines of `---`, an empty line, the body.

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use super::LetterText;
use crate::diagnostic::{Diagnostic, Place, Report, Source};
use crate::notes::Channel;

const KEYS: [&str; 4] = ["to", "subject", "date", "channel"];

impl fmt::Display for LetterText {
    /// The text of the file.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "---\nto: {}", one_line(&self.to))?;
        if let Some(subject) = &self.subject {
            writeln!(f, "subject: {}", one_line(subject))?;
        }
        if let Some(date) = &self.date {
            writeln!(f, "date: {}", one_line(date))?;
        }
        writeln!(f, "channel: {}\n---\n\n{}", self.channel, self.body)
    }
}

/// A value of the header is one line.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl LetterText {
    /// Reads the text of a file; `name` is what messages call it.
    ///
    /// A BOM, CRLF, spaces at the ends of lines, a missing line break at the end and an editor that
    /// wraps lines do no harm.
    ///
    /// # Errors
    /// A report with every problem: no header, an unknown key, an unknown channel, an empty body.
    pub fn parse(name: &str, text: &str) -> Result<Self, Report> {
        let mut reading = Reading {
            text,
            problems: Vec::new(),
        };
        let letter = reading.letter();
        match letter {
            Some(letter) if reading.problems.is_empty() => Ok(letter),
            _ => {
                let mut report = Report {
                    source: Arc::new(Source::new(name, text)),
                    diagnostics: reading.problems,
                };
                report.sort();
                Err(report)
            }
        }
    }
}

struct Reading<'a> {
    text: &'a str,
    problems: Vec<Diagnostic>,
}

impl<'a> Reading<'a> {
    fn letter(&mut self) -> Option<LetterText> {
        let mut lines = lines(self.text).skip_while(|(_, line)| line.trim().is_empty());
        let opening = lines.next();
        if opening
            .as_ref()
            .is_none_or(|(_, line)| line.trim() != "---")
        {
            let at = opening.map_or(0..0, |(range, _)| range);
            self.problem("letter-header", at, "a letter begins with a header between lines of `---`", "put this at the top of the file:\n---\nto: Katherine O'Neill <k@example.com>\nsubject: Thank you\nchannel: email\n---");
            self.or_anew();
            return None;
        }
        let mut header = Vec::new();
        let mut body_start = None;
        for (range, line) in lines {
            if line.trim() == "---" {
                let after = &self.text[range.end..];
                body_start = Some(range.end + after.find('\n').map_or(0, |at| at + 1));
                break;
            }
            header.push((range, line));
        }
        let Some(body_start) = body_start else {
            let at = opening.map_or(0..0, |(range, _)| range);
            self.problem(
                "letter-header",
                at,
                "the header has no end",
                "put a line of `---` after the last of `to`, `subject`, `date` and `channel`",
            );
            self.or_anew();
            return None;
        };
        let mut values: [Option<(String, Range<usize>)>; 4] = Default::default();
        for (range, line) in header {
            self.header_line(&range, line, &mut values);
        }
        let [to, subject, date, channel] = values;
        let channel = self.channel(channel);
        let body = body(&self.text[body_start..]);
        let anew = anew(to.as_ref().map(|(to, _)| to.as_str()));
        if body.is_empty() {
            self.problem(
                "letter-empty",
                body_start..self.text.len(),
                "the letter has no words",
                &format!("write it below the header, or {anew}"),
            );
        }
        if to.is_none() {
            self.missing("to", "to: Katherine O'Neill <k@example.com>");
        }
        Some(LetterText {
            to: to?.0,
            subject: subject.map(|(text, _)| text),
            date: date.map(|(text, _)| text),
            channel: channel?,
            body,
        })
    }

    fn header_line(
        &mut self,
        range: &Range<usize>,
        line: &str,
        values: &mut [Option<(String, Range<usize>)>; 4],
    ) {
        let indent = line.len() - line.trim_start().len();
        let line = line.trim();
        if line.is_empty() {
            return;
        }
        let start = range.start + indent;
        let whole = start..start + line.len();
        let Some((key, value)) = line.split_once(':') else {
            self.problem(
                "letter-header",
                whole,
                "a line of the header is a key and a value",
                "type it as `subject: Thank you`; the letter itself stands below the second `---`",
            );
            return;
        };
        let key = key.trim();
        let at = start..start + key.len();
        let known = KEYS
            .iter()
            .position(|known| known.eq_ignore_ascii_case(key));
        let near = || {
            let typed = key.to_lowercase();
            KEYS.iter()
                .position(|known| strsim::damerau_levenshtein(&typed, known) <= 2)
        };
        let place = known.or_else(near);
        if known.is_none() {
            let near =
                place.map_or_else(String::new, |at| format!("did you mean `{}`? ", KEYS[at]));
            let help = format!("{near}the keys are `to`, `subject`, `date` and `channel`");
            self.problem(
                "unknown-key",
                at.clone(),
                format!("unknown key `{key}`"),
                &help,
            );
        }
        // A misspelt key counts as the one it was meant as, so that this one is not missed as well.
        let Some(place) = place else { return };
        if values[place].is_some() {
            self.problem(
                "duplicate-key",
                at,
                format!("`{key}` stands in the header twice"),
                "take one of them away",
            );
            return;
        }
        let value = one_line(value);
        if !value.is_empty() {
            values[place] = Some((value, whole));
        }
    }

    fn channel(&mut self, typed: Option<(String, Range<usize>)>) -> Option<Channel> {
        let Some((typed, range)) = typed else {
            self.missing("channel", "channel: email");
            return None;
        };
        let found = Channel::ALL
            .into_iter()
            .find(|channel| channel.name().eq_ignore_ascii_case(&typed));
        if found.is_none() {
            let at = range.end - typed.len()..range.end;
            self.problem(
                "unknown-channel",
                at,
                format!("unknown channel `{typed}`"),
                "the channels are `email`, `card` and `letter`",
            );
        }
        found
    }

    fn missing(&mut self, key: &str, example: &str) {
        let end = self.text.find("---").map_or(0, |at| at + 3);
        self.problem(
            "missing-key",
            end - 3.min(end)..end,
            format!("the header has no `{key}`"),
            &format!("add a line such as `{example}`"),
        );
    }

    /// Adds to the last problem that the letter can be made anew.
    fn or_anew(&mut self) {
        if let Some(problem) = self.problems.pop() {
            self.problems
                .push(problem.help(format!("or {}", anew(None))));
        }
    }

    fn problem(
        &mut self,
        rule: &'static str,
        at: Range<usize>,
        message: impl Into<String>,
        help: &str,
    ) {
        self.problems
            .push(Diagnostic::error(rule, Place::Bytes(at), message).help(help));
    }
}

/// How a letter is made anew: by the name of its recipient, as far as that is known.
fn anew(to: Option<&str>) -> String {
    let name = to.map_or("", |to| to.split('<').next().unwrap_or_default().trim());
    let name = if name.is_empty() { "NAME" } else { name };
    // Quotation marks around several words, as a shell wants them.
    let quote = if name.contains([' ', '\'']) { "\"" } else { "" };
    format!("make it anew from the notes with `--recompose {quote}{name}{quote}`")
}

/// The lines of a text with their bytes, without BOM, line ends and spaces before those.
pub(super) fn lines(text: &str) -> impl Iterator<Item = (Range<usize>, &str)> {
    let mut start = 0;
    text.split_inclusive('\n').map(move |line| {
        let skipped = if start == 0 && line.starts_with('\u{feff}') {
            3
        } else {
            0
        };
        let words = line[skipped..].trim_end_matches(['\n', '\r']);
        let range = start + skipped..start + skipped + words.len();
        start += line.len();
        (range, words)
    })
}

/// A body with one paragraph a line, whatever an editor did to its lines.
///
/// Lines are joined only where Markdown joins them too: in a paragraph. Headings, lists, quoted
/// blocks, code and whatever else is laid out by lines reach the reader as they were typed.
fn body(text: &str) -> String {
    let mut blocks: Vec<Vec<&str>> = Vec::new();
    let mut open = false;
    // The marks that a block of code in fences ends with, while inside one.
    let mut fence: Option<&str> = None;
    for (_, line) in lines(text) {
        let inside = fence.is_some();
        match (fence_of(line), fence) {
            (Some(mark), None) => fence = Some(mark),
            (Some(mark), Some(opened)) if mark.starts_with(opened) => fence = None,
            _ => {}
        }
        if line.trim().is_empty() && !inside {
            open = false;
            continue;
        }
        if !open {
            blocks.push(Vec::new());
        }
        open = true;
        if let Some(block) = blocks.last_mut() {
            block.push(line);
        }
    }
    let last = blocks.len().saturating_sub(1);
    let mut body = String::with_capacity(text.len());
    for (index, block) in blocks.iter().enumerate() {
        let is_sign_off = index == last && index > 0 && is_sign_off(block);
        if index > 0 {
            body.push_str("\n\n");
        }
        let before = body.len();
        write_block(block, is_sign_off, &mut body);
        // A paragraph begins at the left; what is indented keeps it for Markdown to judge.
        if index == 0 {
            let skipped = body[before..].len() - body[before..].trim_start().len();
            body.drain(before..before + skipped);
        }
    }
    // A hard break after the last line breaks nothing.
    let end = body.trim_end_matches('\\').len();
    let odd = (body.len() - end) % 2 == 1;
    if odd {
        body.pop();
    }
    body.truncate(body.trim_end().len());
    body
}

/// Writes the lines of a block, those of a paragraph as one.
fn write_block(block: &[&str], is_sign_off: bool, body: &mut String) {
    let is_paragraph = !block.iter().any(|line| is_laid_out(line)) && !block[0].starts_with("    ");
    for (index, line) in block.iter().enumerate() {
        let words = line.trim_end();
        if !is_paragraph {
            // Two spaces at the end break a line here as well, and editors take them away.
            body.push_str(words);
            let breaks = line.ends_with("  ") && !words.is_empty() && !is_laid_out(words);
            body.push_str(if index + 1 == block.len() {
                ""
            } else if breaks && !words.ends_with('\\') {
                "\\\n"
            } else {
                "\n"
            });
            continue;
        }
        body.push_str(if index == 0 {
            words
        } else {
            words.trim_start()
        });
        if index + 1 == block.len() {
            continue;
        }
        let breaks = line.ends_with("  ") || is_sign_off;
        body.push_str(match (words.ends_with('\\'), breaks) {
            (true, _) => "\n",
            (false, true) => "\\\n",
            (false, false) => " ",
        });
    }
}

/// Whether the last paragraph is a sign-off whose hard break was lost: "Kind regards," over a name.
fn is_sign_off(block: &[&str]) -> bool {
    let short = |line: &&str| line.split_whitespace().count() <= 6;
    block.len() > 1 && block[0].trim_end().ends_with(',') && block.iter().all(short)
}

/// The marks of a fence around code, where a line is one.
fn fence_of(line: &str) -> Option<&str> {
    let line = line.trim();
    ["```", "~~~"]
        .into_iter()
        .find(|mark| line.starts_with(mark))
}

/// Whether a line is one by its marks: an item of a list, a heading, a rule, a quoted block, a
/// fence, a row of a table.
fn is_laid_out(line: &str) -> bool {
    let line = line.trim();
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let underline = |mark: char| !line.is_empty() && line.chars().all(|c| c == mark || c == ' ');
    let hashes = line.trim_start_matches('#');
    let heading = hashes.len() < line.len() && (hashes.is_empty() || hashes.starts_with(' '));
    heading
        || line.starts_with(['>', '|'])
        || fence_of(line).is_some()
        || ['-', '=', '*', '_'].into_iter().any(underline)
        || ["- ", "* ", "+ "].iter().any(|mark| line.starts_with(mark))
        || (digits > 0
            && [". ", ") "]
                .iter()
                .any(|mark| line[digits..].starts_with(mark)))
}
