//! Where a passage may be broken into lines.

use unicode_linebreak::{BreakOpportunity, linebreaks};
use unicode_segmentation::UnicodeSegmentation;

use super::shape::Shaped;

/// Text that stays on one line, and the room it takes. Unit: the em of the wanted face.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Segment {
    /// The byte at which it begins.
    pub start: usize,
    /// The byte after its last one, the spaces behind it left out.
    pub end: usize,
    /// How far the pen has come before it and after it, counted from the passage's beginning.
    pub from: f32,
    pub to: f32,
    /// How far ink stands out to the left of `from` and to the right of `to`.
    pub left: f32,
    pub right: f32,
    /// How bad it is to break after it, where 1 is a line left empty.
    pub penalty: f32,
}

/// How far apart a text may be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Breaking {
    /// Between words. Readers of the PDF's text lose a hyphen at the end of a line, so that
    /// `O'Neill-` over `Vásquez` comes out as one word: a hyphen is no place to break.
    Words,
    /// Wherever UAX #14 allows, for a word that is longer than a line.
    Uax14,
    /// Between any two letters, for an address without end.
    Anywhere,
}

/// Titles and the like, after which a break tears a name apart.
const TIED: [&str; 12] = [
    "Dr.", "Mr.", "Ms.", "Mrs.", "Mx.", "Prof.", "St.", "No.", "Dr", "Mr", "Ms", "Mrs",
];

/// Cuts a shaped passage into segments.
pub(super) fn segments(shaped: &Shaped<'_>, breaking: Breaking) -> Vec<Segment> {
    let text = shaped.text;
    let mut cuts: Vec<usize> = linebreaks(text)
        .filter(|(at, kind)| {
            let after_space = text[..*at].ends_with(' ');
            *kind == BreakOpportunity::Mandatory || breaking > Breaking::Words || after_space
        })
        .map(|(at, _)| at)
        .collect();
    if breaking == Breaking::Anywhere {
        cuts.extend(text.grapheme_indices(true).map(|(at, _)| at).skip(1));
        cuts.sort_unstable();
        cuts.dedup();
    }
    let mut ruler = Ruler::new(shaped);
    let mut start = 0;
    let mut segments = Vec::with_capacity(cuts.len());
    for cut in cuts {
        let end = start + text[start..cut].trim_end_matches(' ').len();
        if end > start {
            let mut segment = ruler.measure(start, end);
            segment.penalty = penalty(&text[start..end], text[end..].starts_with(' '));
            segments.push(segment);
        }
        start = cut;
    }
    segments
}

/// What it costs to end a line with this segment.
fn penalty(segment: &str, before_space: bool) -> f32 {
    if !before_space {
        // Within a word: far worse than any ragged edge.
        return 30.0;
    }
    if TIED.contains(&segment) {
        return 0.6;
    }
    // "a", "3", "I": small words hang over the end of a line.
    let short = segment.chars().count() == 1;
    let number = segment.chars().all(|c| c.is_numeric());
    if number || short { 0.08 } else { 0.0 }
}

/// Reads off how far the pen has come at a byte, from left to right through the cells.
struct Ruler<'s> {
    shaped: &'s Shaped<'s>,
    cell: usize,
    pen: f32,
}

impl<'s> Ruler<'s> {
    fn new(shaped: &'s Shaped<'s>) -> Self {
        Self {
            shaped,
            cell: 0,
            pen: 0.0,
        }
    }

    /// Measures the cells that begin in `start..end`; calls come in the order of the text.
    fn measure(&mut self, start: usize, end: usize) -> Segment {
        self.advance_to(start);
        let from = self.pen;
        let (mut ink_left, mut ink_right) = (from, from);
        while let Some(cell) = self
            .shaped
            .cells
            .get(self.cell)
            .filter(|cell| cell.start < end)
        {
            if let Some(ink) = cell.ink {
                ink_left = ink_left.min(self.pen + ink.left);
                ink_right = ink_right.max(self.pen + ink.right);
            }
            self.pen += cell.advance;
            self.cell += 1;
        }
        let to = self.pen;
        let (left, right) = (from - ink_left, (ink_right - to).max(0.0));
        Segment {
            start,
            end,
            from,
            to,
            left,
            right,
            penalty: 0.0,
        }
    }

    fn advance_to(&mut self, start: usize) {
        while let Some(cell) = self
            .shaped
            .cells
            .get(self.cell)
            .filter(|cell| cell.start < start)
        {
            self.pen += cell.advance;
            self.cell += 1;
        }
    }
}
