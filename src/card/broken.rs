//! Passages, broken into lines.

use std::cell::OnceCell;
use std::ops::Range;

use super::breaks::{Breaking, Segment, segments};
use super::lines::{Measure, width};
use super::manuscript::{Passage, Role};
use super::shape::Shaped;

/// What a list is indented by, in ems.
const LIST_INDENT: f32 = 1.1;

/// The ways to cut a passage into segments, each made when it is first needed.
pub(super) struct Cuts<'s> {
    shaped: &'s Shaped<'s>,
    words: Vec<Segment>,
    allowed: OnceCell<Vec<Segment>>,
    anywhere: OnceCell<Vec<Segment>>,
}

impl<'s> Cuts<'s> {
    pub fn new(shaped: &'s Shaped<'s>) -> Self {
        let words = segments(shaped, Breaking::Words);
        Self {
            shaped,
            words,
            allowed: OnceCell::new(),
            anywhere: OnceCell::new(),
        }
    }

    /// The segments between words, or finer ones (and `true`) where a word is wider than a line.
    fn fine_enough(&self, measure: f32) -> (&[Segment], bool) {
        let fits = |segments: &[Segment]| {
            (0..segments.len()).all(|place| width(segments, place, place + 1) <= measure)
        };
        if fits(&self.words) {
            return (&self.words, false);
        }
        let cut = |breaking| segments(self.shaped, breaking);
        let allowed = self.allowed.get_or_init(|| cut(Breaking::Uax14));
        if fits(allowed) {
            return (allowed, true);
        }
        (self.anywhere.get_or_init(|| cut(Breaking::Anywhere)), true)
    }
}

/// How a text stands in its column.
#[derive(Debug, Clone, Copy)]
pub(super) struct Inset {
    /// The type size in pt.
    pub em: f32,
    /// What each line is indented by, in ems.
    pub indent: f32,
    /// The bytes of a list's mark, under which no later line begins.
    pub hang: usize,
    /// What the first line is indented by besides, in ems.
    pub opening: f32,
}

/// What a paragraph's first line is indented by where no room is left open above it, in ems.
const OPENING: f32 = 1.4;

impl Inset {
    /// A passage of a card whose text has this type size; `closed` where paragraphs follow each other
    /// without room between them.
    pub fn on_card(passage: &Passage, size: f32, closed: bool) -> Self {
        let opens = closed && passage.opens && passage.role == Role::Paragraph;
        Self {
            opening: if opens { OPENING } else { 0.0 },
            em: size * scale(passage.role),
            indent: passage.depth as f32 * LIST_INDENT,
            hang: passage.hang,
        }
    }
}

/// A passage cut into segments and lines.
pub(super) struct Broken<'s> {
    pub segments: &'s [Segment],
    /// Whether a word had to be cut into segments.
    finer: bool,
    /// Each line as the range of its segments.
    pub lines: Vec<Range<usize>>,
    /// What each line is indented by, in pt.
    pub indent: f32,
    /// What the first line is indented by besides, in pt.
    pub opening: f32,
    /// What lines after the first are indented by besides, in pt.
    pub hang: f32,
}

impl<'s> Broken<'s> {
    /// Breaks a text into lines no wider than a column.
    pub fn new(
        inset: Inset,
        cuts: &'s Cuts<'_>,
        column: f32,
        breaker: fn(&[Segment], Measure) -> Vec<Range<usize>>,
    ) -> Self {
        let Inset {
            em,
            indent,
            hang,
            opening,
        } = inset;
        let hang = if hang == 0 {
            0.0
        } else {
            cuts.shaped.advance_to(hang)
        };
        let whole = column / em - indent;
        let measure = Measure {
            first: whole - opening,
            later: whole - hang,
        };
        let (segments, finer) = cuts.fine_enough(measure.later.min(measure.first));
        let lines = breaker(segments, measure);
        Self {
            segments,
            finer,
            lines,
            indent: indent * em,
            opening: opening * em,
            hang: hang * em,
        }
    }

    /// The worst that these lines do.
    pub fn tears(&self, passage: &Passage) -> Torn {
        let flows = matches!(passage.role, Role::Paragraph | Role::Item);
        if self.finer {
            Torn::Words
        } else if !flows && self.lines.len() > 1 {
            Torn::Names
        } else {
            Torn::Nothing
        }
    }
}

/// What a way of breaking lines tears apart, from good to bad.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Torn {
    Nothing,
    /// The date, the sign-off or the signature.
    Names,
    /// A word.
    Words,
}

/// The type size of a passage as a part of the text's: a signature is written larger.
pub(super) fn scale(role: Role) -> f32 {
    match role {
        Role::Signature => 1.12,
        Role::Date | Role::BelowSignature => 0.92,
        Role::Paragraph | Role::Item | Role::Closing => 1.0,
    }
}
