//! Puts broken lines in their places so that the text sits well on the card.
//!
//! What room is left opens the gaps between blocks; the rest goes above and below.

use std::ops::Range;

use super::broken::{Broken, scale};
use super::drawing::Shape;
use super::fit::Fitter;
use super::ladder::Step;
use super::lines::width;
use super::manuscript::Role;
use super::page::{Line, Rect};
use super::shape::{Ink, ShapedRun, Shaper};

/// A text laid out on its card. Unit: pt, from the card's lower left corner.
pub(super) struct Composition {
    /// The type size of the wanted face.
    pub size: f32,
    /// The distance of everything from the edges: at the sides, above and below.
    pub margin: (f32, f32),
    /// What is left open below the upper margin.
    pub head: f32,
    pub lines: Vec<Line>,
    pub drawing: Vec<Shape>,
}

/// A line in its place. Unit: pt, from the sheet's upper left corner.
pub(super) struct SetLine {
    /// The place of its passage in the manuscript.
    pub passage: usize,
    /// Bytes of the passage.
    pub range: Range<usize>,
    /// The type size of the wanted face in this line.
    pub size: f32,
    /// Where the pen begins.
    pub x: f32,
    /// The baseline.
    pub y: f32,
    pub runs: Vec<ShapedRun>,
}

/// How much the gaps may grow where a text is short.
const GAP_GROWTH: f32 = 0.75;
/// The part of the remaining room that goes above the text: the eye's middle is above the ruler's.
pub(super) const ABOVE: f32 = 0.42;
/// Where the sign-off begins, as a part of the measure, on a card that stands and one that lies.
const SIGN_OFF_INDENT: (f32, f32) = (0.46, 0.56);

impl Fitter<'_, '_, '_> {
    /// The height between the margins.
    pub(super) fn room(&self, step: &Step) -> f32 {
        self.card.height - 2.0 * step.ends - step.head
    }

    /// From the top of the first line's letters to the bottom of the last one's.
    pub(super) fn height(&self, step: &Step, broken: &[Broken<'_>]) -> f32 {
        let mut height = self.rise(step) + self.drop(step);
        for (place, (passage, broken)) in self.passages.iter().zip(broken).enumerate() {
            let leading = step.baselines(passage.role);
            let advances = if place == 0 {
                broken.lines.len() - 1
            } else {
                broken.lines.len()
            };
            height += advances as f32 * leading + self.gap(step, place);
        }
        height
    }

    /// The room that is left open before a passage, beyond the leading.
    fn gap(&self, step: &Step, place: usize) -> f32 {
        let passage = &self.passages[place];
        let before = place
            .checked_sub(1)
            .map(|before| self.passages[before].role);
        let lines = match (before, passage.role) {
            (None, _) => 0.0,
            _ if !passage.opens => 0.0,
            (Some(Role::Date), _) => 0.78,
            (Some(Role::Closing), Role::Signature) => 0.12,
            (Some(Role::Item), Role::Item) => 0.10,
            (_, Role::Item) => 0.22,
            (_, Role::Closing | Role::Signature) => 0.68,
            (_, Role::BelowSignature) => 0.0,
            (_, Role::Date | Role::Paragraph) => 0.42,
        };
        if step.ruled {
            // Rules are not moved: a line is left empty, or none is.
            let empty = lines > 0.6 && step.is_roomy();
            return if empty { step.size * step.leading } else { 0.0 };
        }
        lines * step.gaps * step.size * step.leading
    }

    /// How far the first line's letters rise above its baseline.
    pub(super) fn rise(&self, step: &Step) -> f32 {
        let Some((passage, shaped)) = self.passages.first().zip(self.shaped.first()) else {
            return 0.0;
        };
        let tops = shaped.cells.iter().filter_map(|cell| Some(cell.ink?.top));
        tops.fold(self.cap_height, f32::max) * step.size * scale(passage.role)
    }

    /// How far the last line's letters hang below its baseline.
    pub(super) fn drop(&self, step: &Step) -> f32 {
        let Some((passage, shaped)) = self.passages.last().zip(self.shaped.last()) else {
            return 0.0;
        };
        let bottoms = shaped
            .cells
            .iter()
            .filter_map(|cell| Some(cell.ink?.bottom));
        -bottoms.fold(0.0, f32::min) * step.size * scale(passage.role)
    }

    /// Puts every line in its place and shapes it there.
    pub(super) fn placed(&mut self, step: &Step, broken: &[Broken<'_>]) -> Composition {
        let spare = (self.room(step) - self.height(step, broken)).max(0.0);
        let gaps: f32 = (0..self.passages.len())
            .map(|place| self.gap(step, place))
            .sum();
        let growth = if gaps > 0.0 && !step.ruled {
            (spare / gaps).min(GAP_GROWTH)
        } else {
            0.0
        };
        let mut above = (spare - growth * gaps) * ABOVE;
        let mut before = vec![0.0; self.passages.len()];
        let mut drawing = self.design.frame(self.card, self.ink);
        if step.ruled {
            let ruling = self.ruling(step, spare);
            above = ruling.above;
            before = ruling.before;
            drawing.extend(ruling.rules);
        }
        let mut y = step.ends + step.head + self.rise(step) + above;
        let sign_off = self.sign_off_indent(step, broken);
        let reach = self.hand.reach();
        let margin = (step.side - reach.0, step.ends - reach.1);
        let inside = Rect {
            left: margin.0,
            bottom: margin.1,
            right: self.card.width - margin.0,
            top: self.card.height - margin.1 - step.head,
        };
        let mut lines: Vec<Line> = Vec::new();
        let mut signing = None;
        for (place, broken) in broken.iter().enumerate() {
            let role = self.passages[place].role;
            let size = step.size * scale(role);
            y += self.gap(step, place) * (1.0 + growth) + before[place];
            for (number, line) in broken.lines.iter().enumerate() {
                if !lines.is_empty() {
                    y += step.baselines(role);
                }
                let first = broken.segments[line.start];
                let wide = width(broken.segments, line.start, line.end) * size;
                let indent = match role {
                    Role::Date => self.card.width - 2.0 * step.side - wide,
                    Role::Closing | Role::Signature | Role::BelowSignature => sign_off,
                    Role::Paragraph | Role::Item if number == 0 => broken.indent + broken.opening,
                    Role::Paragraph | Role::Item => broken.indent + broken.hang,
                };
                let range = first.start..broken.segments[line.end - 1].end;
                let runs = self.shaper.line(&self.shaped[place], range.clone());
                let x = step.side + indent + first.left * size;
                let text = &self.passages[place].text[range.clone()];
                let set = SetLine {
                    passage: place,
                    range,
                    size,
                    x,
                    y,
                    runs,
                };
                let height = self.card.height;
                let mut line = Line::assemble(&set, text, |_| false, height, self.shaper);
                let leading = if step.ruled { 0.0 } else { size * step.leading };
                let number = lines.len();
                let beside = match role {
                    // Sign-off and name begin in one place.
                    Role::Closing | Role::Signature | Role::BelowSignature => {
                        *signing.get_or_insert(number)
                    }
                    Role::Date | Role::Paragraph | Role::Item => number,
                };
                self.hand
                    .write(&mut line, (number, beside), leading, inside);
                lines.push(line);
            }
        }
        if let Some((middle, radius)) = self.design.ring(self.card, step) {
            let letters = self.initials;
            drawing.extend(letters.draw(self.monogram_faces, middle, radius, self.ink));
        }
        Composition {
            size: step.size,
            margin,
            head: step.head,
            lines,
            drawing,
        }
    }

    /// Sign-off and signature begin at one place right of the middle, or further left where they
    /// are long.
    fn sign_off_indent(&self, step: &Step, broken: &[Broken<'_>]) -> f32 {
        let column = self.card.width - 2.0 * step.side;
        let mut widest: f32 = 0.0;
        for (passage, broken) in self.passages.iter().zip(broken) {
            if matches!(
                passage.role,
                Role::Closing | Role::Signature | Role::BelowSignature
            ) {
                let size = step.size * scale(passage.role);
                for line in &broken.lines {
                    widest = widest.max(width(broken.segments, line.start, line.end) * size);
                }
            }
        }
        let indent = if self.card.is_landscape() {
            SIGN_OFF_INDENT.1
        } else {
            SIGN_OFF_INDENT.0
        };
        (column * indent).min(column - widest).max(0.0)
    }

    /// By how much the ink of any line crosses the margins; final shapes may differ from those
    /// that were measured.
    pub(super) fn stand_out(&self, composition: &Composition) -> f32 {
        let (side, ends) = composition.margin;
        let mut over: f32 = 0.0;
        for ink in composition.lines.iter().flat_map(Line::ink_boxes) {
            over = over.max(side - ink.left);
            over = over.max(ink.right - (self.card.width - side));
            over = over.max(ink.top - (self.card.height - ends - composition.head));
            over = over.max(ends - ink.bottom);
        }
        // A thousandth of a point is the grain of these sums, not of paper.
        if over < 0.001 { 0.0 } else { over }
    }
}

/// The ink of a line in pt, from where its pen begins.
pub(super) fn line_ink(line: &SetLine, shaper: &Shaper<'_>) -> Option<Ink> {
    let mut pen = 0.0;
    let mut all: Option<Ink> = None;
    for run in &line.runs {
        let unit = shaper.unit(run.face) * line.size;
        for glyph in &run.glyphs {
            if let Some(ink) = glyph.ink_at(pen / unit) {
                let ink = ink.scaled(unit);
                all = Some(all.map_or(ink, |own| own.joined(ink)));
            }
            pen += glyph.advance as f32 * unit;
        }
    }
    all
}
