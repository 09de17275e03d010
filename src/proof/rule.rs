//! A rule: what it finds, why it matters, what to write instead, and its patterns.
//!
//! A rule is a data file under `rules/`, which somebody without Rust can read and mend; a rule that
//! needs more than patterns has a file of code besides.

use super::document::{Occasion, Part};
use crate::diagnostic::Level;
use crate::language::Language;
use crate::notes::{Channel, Kind};

/// A rule of the proofreader.
#[derive(Debug, Clone)]
pub struct Rule {
    /// Its stable name, such as `asks-status`.
    pub id: String,
    /// How much a finding of it weighs.
    pub level: Level,
    /// Which layer it belongs to.
    pub layer: Layer,
    /// The kinds of letter it holds for.
    pub kinds: Vec<Kind>,
    /// The channels it holds for.
    pub channels: Vec<Channel>,
    /// What a finding of it says.
    pub says: String,
    /// What to do about it, in a line under each finding; may be empty.
    pub better: String,
    /// What it does.
    pub does: String,
    /// Why it matters, with the source.
    pub matters: String,
    /// What it finds.
    pub example: String,
    /// What to write instead.
    pub instead: String,
    /// The patterns that it looks for.
    pub(super) patterns: Vec<Wanted>,
    /// The parts of a letter that its patterns are looked for in.
    pub(super) parts: Vec<Part>,
    /// How often its patterns have to be found in a letter before that is a finding.
    pub(super) at_least: usize,
    /// Whether it looks into what is quoted as well.
    pub(super) in_quotes: bool,
}

/// A layer of the proofreader, strongest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Layer {
    /// Names, titles, company, role and dates against the notes.
    Facts,
    /// Words that no dictionary has.
    Spelling,
    /// The phrases that these letters get wrong.
    Phrases,
    /// Grammar in general.
    Grammar,
    /// What one does not say in such a letter.
    Etiquette,
    /// Letters of one file that are too much alike.
    Likeness,
    /// The notes themselves.
    Notes,
}

impl Layer {
    pub(super) const ALL: [Self; 7] = [
        Self::Facts,
        Self::Spelling,
        Self::Phrases,
        Self::Grammar,
        Self::Etiquette,
        Self::Likeness,
        Self::Notes,
    ];

    /// Its name in data files and in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Facts => "facts",
            Self::Spelling => "spelling",
            Self::Phrases => "phrases",
            Self::Grammar => "grammar",
            Self::Etiquette => "etiquette",
            Self::Likeness => "likeness",
            Self::Notes => "notes",
        }
    }

    /// Whether its findings are about single words: one at a place is enough.
    pub(super) fn is_language(self) -> bool {
        matches!(
            self,
            Self::Facts | Self::Spelling | Self::Phrases | Self::Grammar
        )
    }
}

/// One thing to look for, as its data file has it.
#[derive(Debug, Clone)]
pub(super) struct Wanted {
    /// The lines of the pattern language, any of which is it.
    pub(super) find: Vec<String>,
    /// How much it weighs, where it is not as the rule has it.
    pub(super) level: Option<Level>,
    /// What a finding says, in place of what the rule says.
    pub(super) says: Option<String>,
    /// What to do, in place of what the rule says.
    pub(super) better: Option<String>,
    /// What to put in its place; `$1` is the first word that it points at, `$0` all of them.
    pub(super) put: Vec<String>,
    /// The languages it holds for; none where it holds for all.
    pub(super) languages: Vec<Language>,
    /// Whether it is fine in a check-in once the day has passed that they named.
    pub(super) early: bool,
    /// Whether one place is enough where the rule asks for several.
    pub(super) alone: bool,
    /// Sentences that it must find.
    pub(super) yes: Vec<String>,
    /// Sentences that it must not find.
    pub(super) no: Vec<String>,
}

impl Rule {
    /// What it does, in its first sentence without the full stop.
    pub fn title(&self) -> String {
        let starts = crate::language::sentence_starts(&self.does);
        let end = starts.first().copied().unwrap_or(self.does.len());
        self.does[..end].trim().trim_end_matches('.').to_owned()
    }

    /// Whether it holds for a letter of this kind that travels so.
    pub(super) fn holds_for(&self, occasion: &Occasion) -> bool {
        self.kinds.contains(&occasion.kind) && self.channels.contains(&occasion.channel.worded_as())
    }
}
