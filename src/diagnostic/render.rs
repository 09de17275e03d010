use std::borrow::Cow;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Level as Title, Origin, Renderer, Snippet};
use serde::Serialize;

use super::{Diagnostic, Level, Report, Source, window};

/// How far help is indented: a line number of two digits and `   = help: `.
const HELP_INDENT: usize = 12;

/// How a message is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Style {
    /// Whether ANSI colours are used.
    pub color: bool,
    /// The terminal's width in columns.
    pub width: usize,
}

impl Default for Style {
    fn default() -> Self {
        Self {
            color: false,
            width: 80,
        }
    }
}

/// Lays out every message of a report as rustc does: title, place, line with a caret, help.
///
/// Messages are separated by an empty line; the text ends in a line break unless it is empty.
pub fn render(report: &Report, style: Style) -> String {
    let mut text = String::new();
    for diagnostic in &report.diagnostics {
        if !text.is_empty() {
            text.push('\n');
        }
        text.push_str(&one(diagnostic, &report.source, style));
        text.push('\n');
    }
    text
}

fn one(diagnostic: &Diagnostic, source: &Source, style: Style) -> String {
    let level = match diagnostic.level {
        Level::Error => Title::ERROR,
        Level::Warning => Title::WARNING,
        Level::Hint => Title::INFO.with_name("hint"),
    };
    let mut group = level
        .primary_title(diagnostic.message.as_str())
        .id(diagnostic.rule)
        .elements(None::<Snippet<'_, annotate_snippets::Annotation<'_>>>);
    let mut place = None;
    group = match source.range(&diagnostic.place) {
        Some(range) => {
            let (line, column) = source.line_column(range.start);
            let (text, mark) = window::around(source, range);
            // The renderer counts columns in what it is given, so a stretch has its own.
            if let Cow::Owned(stretch) = &text {
                let counted = stretch[..mark.start].chars().count() + 1;
                let at = |column| format!("{}:{line}:{column}", source.name());
                place = Some((at(counted), at(column)));
            }
            let label = (!diagnostic.label.is_empty()).then_some(diagnostic.label.as_str());
            group.element(
                Snippet::source(text)
                    .line_start(line)
                    .path(source.name())
                    .annotation(AnnotationKind::Primary.span(mark).label(label)),
            )
        }
        None => group.element(Origin::path(source.name())),
    };
    let help: Vec<String> = diagnostic
        .help
        .iter()
        .map(|help| wrapped(help, style.width))
        .collect();
    for help in &help {
        group = group.element(Title::HELP.message(help.as_str()));
    }
    let renderer = if style.color {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    let mut text = renderer
        .decor_style(DecorStyle::Ascii)
        .term_width(style.width)
        .render(&[group]);
    if let Some((counted, meant)) = place {
        text = text.replacen(&counted, &meant, 1);
    }
    text.lines()
        .map(str::trim_end)
        .collect::<Vec<_>>()
        .join("\n")
}

/// The first line of a help entry broken at spaces so that it fits; the lines below it are there
/// to be pasted and stay as they are.
fn wrapped(help: &str, width: usize) -> String {
    let (first, rest) = match help.split_once('\n') {
        Some((first, rest)) => (first, Some(rest)),
        None => (help, None),
    };
    let room = width.saturating_sub(HELP_INDENT).max(20);
    let mut text = String::new();
    let mut column = 0;
    for word in first.split(' ') {
        let length = word.chars().count();
        if column > 0 && column + 1 + length > room {
            text.push('\n');
            column = 0;
        } else if column > 0 {
            text.push(' ');
            column += 1;
        }
        text.push_str(word);
        column += length;
    }
    if let Some(rest) = rest {
        text.push('\n');
        text.push_str(rest);
    }
    text
}

/// One message as an object for JSON, with its place resolved.
#[derive(Debug, Clone, Serialize)]
pub struct Finding<'a> {
    /// The stable name of the rule.
    pub rule: &'a str,
    /// How much it weighs.
    pub level: Level,
    /// What is wrong.
    pub message: &'a str,
    /// The file, as named in messages.
    pub path: &'a str,
    /// The line, from 1; 0 where the message is about the file as a whole.
    pub line: usize,
    /// The column in characters, from 1; 0 where the message is about the file as a whole.
    pub column: usize,
    /// The first byte in the file.
    pub start: usize,
    /// The byte after the last one.
    pub end: usize,
    /// The text it points at.
    pub text: &'a str,
    /// What may be put in the place of `text`, the likeliest first.
    pub suggestions: &'a [String],
    /// What to type or do instead, in words.
    pub help: &'a [String],
    /// The layer that found it: `notes`, `facts`, `spelling`, `phrases`, `grammar`, `etiquette` or
    /// `likeness`.
    pub source: &'static str,
}

impl<'a> Finding<'a> {
    /// Resolves the place of a message in its file.
    pub fn new(diagnostic: &'a Diagnostic, source: &'a Source) -> Self {
        let range = source.range(&diagnostic.place);
        let (line, column) = range
            .as_ref()
            .map_or((0, 0), |range| source.line_column(range.start));
        let range = range.unwrap_or(0..0);
        Self {
            rule: diagnostic.rule,
            level: diagnostic.level,
            message: &diagnostic.message,
            path: source.name(),
            line,
            column,
            start: range.start,
            end: range.end,
            text: &source.text()[range],
            suggestions: &diagnostic.suggestions,
            help: &diagnostic.help,
            source: diagnostic.layer,
        }
    }
}

impl Finding<'_> {
    /// The message in one line: `notes.yaml:3:7: error[unknown-key]: …`.
    pub fn concise(&self) -> String {
        let Self {
            path,
            line,
            column,
            rule,
            message,
            ..
        } = self;
        let level = match self.level {
            Level::Error => "error",
            Level::Warning => "warning",
            Level::Hint => "hint",
        };
        if *line == 0 {
            format!("{path}: {level}[{rule}]: {message}")
        } else {
            format!("{path}:{line}:{column}: {level}[{rule}]: {message}")
        }
    }
}
