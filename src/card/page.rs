//! The finished card: every glyph in its place, before anything is a PDF.

use std::ops::Range;
use std::sync::Arc;

use super::compose::{Composition, SetLine};
use super::drawing::Shape;
use super::fonts::Face;
use super::shape::{ShapedGlyph, ShapedRun, Shaper};
use super::{CardOptions, Ink, Size};
use crate::language::Language;

/// A typeset card. Unit: pt, from the lower left corner, upwards.
#[derive(Debug, Clone)]
pub struct Card {
    /// The size of the card.
    pub size: Size,
    /// What stays empty at the left and right edge, and at the top and bottom edge.
    pub margin: (f32, f32),
    /// The type size of the text.
    pub type_size: f32,
    /// The colour of the text.
    pub ink: Ink,
    /// The language of the text.
    pub language: Language,
    /// The lines in the order of reading.
    pub lines: Vec<Line>,
    /// What is drawn on it, below the words.
    pub drawing: Vec<Shape>,
    /// The faces that runs refer to.
    pub(super) faces: Vec<Arc<Face>>,
}

/// A line of text.
#[derive(Debug, Clone)]
pub struct Line {
    /// What it says.
    pub text: String,
    /// The height of its baseline.
    pub baseline: f32,
    /// Its words and the spaces between them, from left to right.
    pub runs: Vec<GlyphRun>,
}

/// A word, or the spaces between two, in one face.
#[derive(Debug, Clone)]
pub struct GlyphRun {
    /// The place of its face among the card's.
    pub(super) face: usize,
    /// The type size.
    pub size: f32,
    /// Where the pen begins.
    pub x: f32,
    /// The height at which it begins; that of the line's baseline where the line is straight.
    pub y: f32,
    /// How steep it goes on: the tangent of its angle.
    pub turn: f32,
    /// What is added to the room of each glyph.
    pub spacing: f32,
    /// Whether it is nothing but spaces.
    pub(super) is_space: bool,
    /// Points in a unit of its face.
    pub(super) unit: f32,
    /// What it says: bytes of the line's text.
    pub range: Range<usize>,
    /// Whether its letters are heavier than those of the face.
    pub strong: bool,
    /// Its glyphs from left to right.
    pub glyphs: Vec<Glyph>,
}

/// A glyph of a run, in the units of its face.
#[derive(Debug, Clone)]
pub struct Glyph {
    /// Its number in the font file.
    pub id: u16,
    /// How far the pen goes on.
    pub advance: i32,
    /// How far to the right of the pen it stands.
    pub x_offset: i32,
    /// How far above the baseline it stands.
    pub y_offset: i32,
    /// The bytes of the line's text that it draws, alone or with others.
    pub cluster: Range<usize>,
    /// The box that its ink fills on the card; `None` for a space.
    pub ink: Option<Rect>,
}

/// A box on the card.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rect {
    /// The left edge.
    pub left: f32,
    /// The lower edge.
    pub bottom: f32,
    /// The right edge.
    pub right: f32,
    /// The upper edge.
    pub top: f32,
}

impl Card {
    pub(super) fn assemble(
        composition: Composition,
        options: &CardOptions,
        faces: &[Arc<Face>],
    ) -> Self {
        Self {
            size: options.size,
            margin: composition.margin,
            type_size: composition.size,
            ink: options.ink,
            language: options.language,
            lines: composition.lines,
            drawing: composition.drawing,
            faces: faces.to_vec(),
        }
    }

    /// What the card says, one line of the card a line.
    pub fn text(&self) -> String {
        let lines: Vec<&str> = self.lines.iter().map(|line| line.text.as_str()).collect();
        lines.join("\n")
    }

    /// The boxes of everything that is drawn.
    pub fn ink_boxes(&self) -> impl Iterator<Item = Rect> + '_ {
        self.lines.iter().flat_map(Line::ink_boxes)
    }
}

impl Line {
    /// A line in its place on a sheet of some height; `is_strong` tells of each byte of its passage
    /// whether it is heavier.
    pub(super) fn assemble(
        line: &SetLine,
        text: &str,
        is_strong: impl Fn(usize) -> bool,
        sheet_height: f32,
        shaper: &Shaper<'_>,
    ) -> Self {
        let baseline = sheet_height - line.y;
        let mut pen = line.x;
        let mut runs = Vec::new();
        for shaped in &line.runs {
            let size = line.size * shaper.scale(shaped.face);
            let unit = shaper.unit(shaped.face) * line.size;
            let ends = cluster_ends(shaped);
            let mut open: Option<GlyphRun> = None;
            let mut open_is_space = false;
            let mut open_is_strong = false;
            for (glyph, end) in shaped.glyphs.iter().zip(ends) {
                let cluster = glyph.cluster - line.range.start..end - line.range.start;
                let is_space = text[cluster.clone()].chars().all(char::is_whitespace);
                let strong = is_strong(glyph.cluster);
                if (is_space, strong) != (open_is_space, open_is_strong) {
                    runs.extend(open.take());
                }
                (open_is_space, open_is_strong) = (is_space, strong);
                let run = open.get_or_insert_with(|| GlyphRun {
                    face: shaped.face,
                    size,
                    x: pen,
                    y: baseline,
                    turn: 0.0,
                    spacing: 0.0,
                    is_space,
                    unit,
                    range: cluster.clone(),
                    strong,
                    glyphs: Vec::new(),
                });
                run.range.start = run.range.start.min(cluster.start);
                run.range.end = run.range.end.max(cluster.end);
                run.glyphs.push(placed(glyph, cluster, unit, pen, baseline));
                pen += glyph.advance as f32 * unit;
            }
            runs.extend(open);
        }
        Self {
            text: text.to_owned(),
            baseline,
            runs,
        }
    }

    /// The boxes of everything that is drawn.
    pub(super) fn ink_boxes(&self) -> impl Iterator<Item = Rect> + '_ {
        let glyphs = self.runs.iter().flat_map(|run| &run.glyphs);
        glyphs.filter_map(|glyph| glyph.ink)
    }
}

impl GlyphRun {
    /// How far the pen goes on over all of it.
    pub(super) fn advance(&self) -> f32 {
        let units: i32 = self.glyphs.iter().map(|glyph| glyph.advance).sum();
        units as f32 * self.unit + self.glyphs.len() as f32 * self.spacing
    }
}

fn placed(glyph: &ShapedGlyph, cluster: Range<usize>, unit: f32, pen: f32, baseline: f32) -> Glyph {
    let ink = glyph
        .ink_at(0.0)
        .map(|ink| ink.scaled(unit))
        .map(|ink| Rect {
            left: pen + ink.left,
            bottom: baseline + ink.bottom,
            right: pen + ink.right,
            top: baseline + ink.top,
        });
    let ShapedGlyph {
        id,
        advance,
        x_offset,
        y_offset,
        ..
    } = *glyph;
    Glyph {
        id,
        advance,
        x_offset,
        y_offset,
        cluster,
        ink,
    }
}

/// The byte at which each glyph's cluster ends.
fn cluster_ends(run: &ShapedRun) -> Vec<usize> {
    let mut ends = vec![run.range.end; run.glyphs.len()];
    let order: Vec<usize> = if run.rtl {
        (0..ends.len()).collect()
    } else {
        (0..ends.len()).rev().collect()
    };
    // Backwards through the text: a cluster ends where the one after it begins.
    let mut next_start = run.range.end;
    let mut start = run.range.end;
    for place in order {
        let own = run.glyphs[place].cluster;
        if own != start {
            next_start = start;
            start = own;
        }
        ends[place] = next_start;
    }
    ends
}
