//! What a rule found, and the collection that rules add to.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::document::Document;
use super::rule::Rule;
use crate::diagnostic::{Level, Path};

/// Something that a rule found in a letter.
#[derive(Debug, Clone)]
pub struct Finding {
    /// The rule.
    pub rule: &'static Rule,
    /// How much it weighs here.
    pub level: Level,
    /// What is wrong: lower case, no full stop, words of the letter in quotation marks.
    pub message: String,
    /// The bytes of the letter's file; `None` where it is about the letter as a whole.
    pub range: Option<Range<usize>>,
    /// What to put in the place of the range, the likeliest first.
    pub suggestions: Vec<String>,
    /// Whether the first suggestion is certain enough to be put in without asking.
    pub certain: bool,
    /// What to do instead, a line each.
    pub help: Vec<String>,
    /// The value of the notes that says better.
    pub better: Option<Path>,
}

/// The findings of one letter, while its rules are run.
#[derive(Debug)]
pub(super) struct Findings<'a> {
    document: &'a Document,
    found: Vec<Finding>,
}

impl<'a> Findings<'a> {
    pub(super) fn new(document: &'a Document) -> Self {
        Self {
            document,
            found: Vec::new(),
        }
    }

    /// Adds a finding at a range of the plain text, with the level and the help of its rule.
    pub(super) fn add(
        &mut self,
        rule: &'static Rule,
        range: &Range<usize>,
        message: impl Into<String>,
    ) -> &mut Finding {
        let range = self.document.text.in_file(range);
        self.in_file(rule, Some(range), message)
    }

    /// Adds a finding about the letter as a whole.
    pub(super) fn add_whole(
        &mut self,
        rule: &'static Rule,
        message: impl Into<String>,
    ) -> &mut Finding {
        self.in_file(rule, None, message)
    }

    /// Adds a finding at bytes of the file.
    pub(super) fn in_file(
        &mut self,
        rule: &'static Rule,
        range: Option<Range<usize>>,
        message: impl Into<String>,
    ) -> &mut Finding {
        let at = self.found.len();
        self.found.push(Finding {
            rule,
            level: rule.level,
            message: message.into(),
            range,
            suggestions: Vec::new(),
            certain: false,
            help: Vec::new(),
            better: None,
        });
        &mut self.found[at]
    }

    /// The findings in the order of the letter, those about the whole first.
    ///
    /// Where two rules of language point at the same words, the first that was run is kept; a hint
    /// gives way to what is more than a hint.
    pub(super) fn done(mut self) -> Vec<Finding> {
        let mut kept: Vec<Finding> = Vec::new();
        let mut taken = Taken::default();
        let mut seen = BTreeSet::new();
        self.found.sort_by_key(|finding| {
            finding.rule.layer.is_language() && finding.level == Level::Hint
        });
        for finding in self.found.drain(..) {
            let place = finding.range.as_ref().map(|range| (range.start, range.end));
            let is_free = match &finding.range {
                Some(range) if finding.rule.layer.is_language() => taken.take(range),
                _ => true,
            };
            if is_free && seen.insert((place, &finding.rule.id)) {
                kept.push(finding);
            }
        }
        kept.sort_by_key(|finding| finding.range.as_ref().map(|range| range.start));
        kept
    }
}

/// Stretches of a text that do not overlap.
#[derive(Default)]
struct Taken(BTreeMap<usize, usize>);

impl Taken {
    /// Takes a stretch, unless some of it is taken.
    fn take(&mut self, range: &Range<usize>) -> bool {
        let before = self.0.range(..range.end).next_back();
        let is_free = before.is_none_or(|(_, end)| *end <= range.start);
        if is_free {
            self.0.insert(range.start, range.end);
        }
        is_free
    }
}

impl Finding {
    /// Sets the level, where it depends on how much is wrong.
    pub(super) fn at(&mut self, level: Level) -> &mut Self {
        self.level = level;
        self
    }

    /// Adds what to put in its place.
    pub(super) fn suggest(&mut self, words: impl Into<String>) -> &mut Self {
        self.suggestions.push(words.into());
        self
    }

    /// Adds a line of help.
    pub(super) fn help(&mut self, help: impl Into<String>) -> &mut Self {
        self.help.push(help.into());
        self
    }

    /// Says which value of the notes says better.
    pub(super) fn better(&mut self, path: Path) -> &mut Self {
        self.better = Some(path);
        self
    }

    /// Says that the first suggestion may be put in without asking.
    pub(super) fn certain(&mut self) -> &mut Self {
        self.certain = true;
        self
    }
}
