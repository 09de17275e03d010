//! Messages about a file: what is wrong, where it stands, and what to type instead.
//!
//! Takes a cause, a [`Place`] and help lines; gives text for a terminal ([`render`]) or an object
//! for JSON ([`Finding`]). This is the only stage that turns the path of a value into bytes of a
//! file: everything else speaks of `interviewers[2].name`.

mod nearest;
mod path;
mod render;
mod source;
mod window;

use std::ops::Range;
use std::sync::Arc;

pub use nearest::{distance, nearest};
pub use path::{Path, Step};
pub use render::{Finding, Style, render};
pub use source::{Source, Spans, last_key};

/// As many messages are shown of one file; nobody mends more in one go.
pub const MOST_SHOWN: usize = 100;

/// How much a message weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// Certainly wrong: nothing is written from this file, or the letter is held back.
    Error,
    /// Most advisers would object, or something was probably not meant.
    Warning,
    /// Could be better.
    Hint,
}

/// What a message points at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// The file as a whole.
    File,
    /// The value at a path.
    Value(Path),
    /// The key of the value at a path.
    Key(Path),
    /// A range of bytes of the file.
    Bytes(Range<usize>),
}

/// One thing to say about a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// How much it weighs.
    pub level: Level,
    /// The stable name of the rule, such as `unknown-key`.
    pub rule: &'static str,
    /// What is wrong: lower case, no full stop, names in backticks.
    pub message: String,
    /// What it points at.
    pub place: Place,
    /// A few words beside the caret; may be empty.
    pub label: String,
    /// What to type or do instead, one entry a line of help. The first line of an entry is
    /// wrapped when shown; lines behind a line break are to be pasted and stay as they are.
    pub help: Vec<String>,
    /// What may be put in the place of what it points at, the likeliest first; help says it too.
    pub suggestions: Vec<String>,
    /// Which layer of the program it is from, such as `notes` or `spelling`.
    pub layer: &'static str,
}

impl Diagnostic {
    /// A message of level error.
    pub fn error(rule: &'static str, place: Place, message: impl Into<String>) -> Self {
        Self::new(Level::Error, rule, place, message)
    }

    /// A message of level warning.
    pub fn warning(rule: &'static str, place: Place, message: impl Into<String>) -> Self {
        Self::new(Level::Warning, rule, place, message)
    }

    /// A message of the given level.
    pub fn new(level: Level, rule: &'static str, place: Place, message: impl Into<String>) -> Self {
        Self {
            level,
            rule,
            message: message.into(),
            place,
            label: String::new(),
            help: Vec::new(),
            suggestions: Vec::new(),
            layer: "notes",
        }
    }

    /// Adds a few words beside the caret.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }

    /// Adds a line of help.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help.push(help.into());
        self
    }
}

/// All there is to say about one file.
#[derive(Debug, Clone, Default)]
pub struct Report {
    /// The file that the messages point into.
    pub source: Arc<Source>,
    /// The messages, in the order in which they are shown.
    pub diagnostics: Vec<Diagnostic>,
}

impl Report {
    /// Whether any message is of level error.
    pub fn has_errors(&self) -> bool {
        self.diagnostics
            .iter()
            .any(|diagnostic| diagnostic.level == Level::Error)
    }

    /// Orders the messages by their place in the file, those about the whole file first.
    pub fn sort(&mut self) {
        let source = Arc::clone(&self.source);
        self.diagnostics.sort_by_cached_key(|diagnostic| {
            source.range(&diagnostic.place).map(|range| range.start)
        });
    }

    /// Keeps the first [`MOST_SHOWN`] messages, errors before others, and says last how many more
    /// there are.
    ///
    /// To be called once the messages are sorted; they stay in that order.
    pub fn limit(&mut self) {
        let many = self.diagnostics.len();
        if many <= MOST_SHOWN {
            return;
        }
        let mut by_level: Vec<usize> = (0..many).collect();
        by_level.sort_by_key(|at| self.diagnostics[*at].level);
        let mut kept = vec![false; many];
        for at in &by_level[..MOST_SHOWN] {
            kept[*at] = true;
        }
        let worst = self.diagnostics[by_level[MOST_SHOWN]].level;
        let mut kept = kept.into_iter();
        self.diagnostics.retain(|_| kept.next().unwrap_or_default());
        let more = many - MOST_SHOWN;
        let noun = if more == 1 { "problem" } else { "problems" };
        self.diagnostics.push(
            Diagnostic::new(
                worst,
                "more-problems",
                Place::File,
                format!("and {more} more {noun}"),
            )
            .help("mend those above and check again; one of them may be behind all the others"),
        );
    }
}
