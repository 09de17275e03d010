//! Finds the composition: type size, leading, margins and lines that make the text sit well.
//!
//! From a short text to a long one everything gets tighter together, in small steps; the first
//! step at which the text fits is taken. What room is then left opens the gaps, and the rest goes
//! above and below.

use std::ops::Range;

use super::Size;
use super::breaks::{Breaking, Segment, segments};
use super::lettering::Setting;
use super::lines::{Measure, best, tightest, width};
use super::manuscript::{Passage, Role};
use super::shape::{Ink, Shaped, ShapedRun, Shaper};

/// A text laid out on its card. Unit: pt, from the card's upper left corner.
pub(super) struct Composition {
    /// The type size of the wanted face.
    pub size: f32,
    /// The distance of everything from the edges: at the sides, above and below.
    pub margin: (f32, f32),
    pub lines: Vec<SetLine>,
}

/// A line in its place.
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

/// The number of steps from the most generous setting to the tightest.
const STEPS: usize = 28;
/// Margins at the sides as a part of the width, generous and tight.
const SIDE: (f32, f32) = (0.118, 0.085);
/// Margins above and below as a part of the height, generous and tight.
const ENDS: (f32, f32) = (0.094, 0.068);
/// How much of the room between blocks the tightest setting keeps.
const TIGHT_GAPS: f32 = 0.55;
/// How much the gaps may grow where a text is short.
const GAP_GROWTH: f32 = 0.75;
/// The part of the remaining room that goes above the text: the eye's middle is above the ruler's.
const ABOVE: f32 = 0.42;
/// Where the sign-off begins, as a part of the measure.
const SIGN_OFF_INDENT: f32 = 0.46;
/// What a list is indented by, in ems.
const LIST_INDENT: f32 = 1.1;
/// How often a line is given less room because its letters came out wider at its end.
const RETRIES: usize = 4;

/// One rung of the ladder from generous to tight.
struct Step {
    size: f32,
    leading: f32,
    gaps: f32,
    side: f32,
    ends: f32,
    last: bool,
}

impl Step {
    fn number(step: usize, setting: Setting, card: Size) -> Self {
        let part = step as f32 / STEPS as f32;
        let between = |(from, to): (f32, f32)| from + (to - from) * part;
        Self {
            size: between(setting.size),
            leading: between(setting.leading),
            gaps: between((1.0, TIGHT_GAPS)),
            side: between(SIDE) * card.width,
            ends: between(ENDS) * card.height,
            last: step == STEPS,
        }
    }
}

/// What is to be laid out, and where.
pub(super) struct Fitter<'a, 't, 'f> {
    pub passages: &'a [Passage],
    pub shaped: &'a [Shaped<'t>],
    pub shaper: &'a mut Shaper<'f>,
    pub setting: Setting,
    pub card: Size,
    /// The height of capitals in ems of the wanted face.
    pub cap_height: f32,
}

impl Fitter<'_, '_, '_> {
    /// Lays the text out, or says by how many words it is too long.
    pub fn compose(&mut self) -> Result<Composition, usize> {
        let words: Vec<Vec<Segment>> = self
            .shaped
            .iter()
            .map(|shaped| segments(shaped, Breaking::Words))
            .collect();
        // A smaller size is better than a name on two lines, and than a word on two.
        for torn in [Torn::Nothing, Torn::Names, Torn::Words] {
            for number in 0..=STEPS {
                let step = Step::number(number, self.setting, self.card);
                if let Some(composition) = self.try_step(&step, &words, torn) {
                    return Ok(composition);
                }
            }
        }
        Err(self.words_over(&words))
    }

    fn try_step(&mut self, step: &Step, words: &[Vec<Segment>], torn: Torn) -> Option<Composition> {
        let mut reserve = 0.0;
        for _ in 0..RETRIES {
            let broken = self.broken(step, words, reserve, torn)?;
            let composition = self.placed(step, &broken);
            let over = self.stand_out(&composition);
            if over <= 0.0 {
                return Some(composition);
            }
            reserve += over + 0.05;
        }
        None
    }

    /// The lines of every passage at this step, or nothing if they are too many.
    fn broken(
        &self,
        step: &Step,
        words: &[Vec<Segment>],
        reserve: f32,
        torn: Torn,
    ) -> Option<Vec<Broken>> {
        let room = self.room(step);
        let tight = self.broken_by(step, words, reserve, tightest);
        let tears = self
            .passages
            .iter()
            .zip(&tight)
            .map(|(passage, broken)| broken.tears(passage));
        if tears.max() > Some(torn) {
            return None;
        }
        if self.height(step, &tight) > room {
            return None;
        }
        let even = self.broken_by(step, words, reserve, best);
        if self.height(step, &even) <= room {
            return Some(even);
        }
        step.last.then_some(tight)
    }

    fn broken_by(
        &self,
        step: &Step,
        words: &[Vec<Segment>],
        reserve: f32,
        breaker: fn(&[Segment], Measure) -> Vec<Range<usize>>,
    ) -> Vec<Broken> {
        let column = self.card.width - 2.0 * step.side - reserve;
        let each = self.passages.iter().zip(self.shaped).zip(words);
        each.map(|((passage, shaped), words)| {
            let em = step.size * scale(passage.role);
            let indent = passage.depth as f32 * LIST_INDENT;
            let hang = if passage.hang == 0 {
                0.0
            } else {
                advance_to(shaped, passage.hang)
            };
            let first = column / em - indent;
            let measure = Measure {
                first,
                later: first - hang,
            };
            let (segments, finer) = fine_enough(shaped, words, measure.later);
            let lines = breaker(&segments, measure);
            Broken {
                segments,
                finer,
                lines,
                indent: indent * em,
                hang: hang * em,
            }
        })
        .collect()
    }

    /// The height between the margins.
    fn room(&self, step: &Step) -> f32 {
        self.card.height - 2.0 * step.ends
    }

    /// From the top of the first line's letters to the bottom of the last one's.
    fn height(&self, step: &Step, broken: &[Broken]) -> f32 {
        let mut height = self.rise(step) + self.drop(step);
        for (place, (passage, broken)) in self.passages.iter().zip(broken).enumerate() {
            let leading = step.size * step.leading * scale(passage.role);
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
        lines * step.gaps * step.size * step.leading
    }

    /// How far the first line's letters rise above its baseline.
    fn rise(&self, step: &Step) -> f32 {
        let Some((passage, shaped)) = self.passages.first().zip(self.shaped.first()) else {
            return 0.0;
        };
        let tops = shaped.cells.iter().filter_map(|cell| Some(cell.ink?.top));
        tops.fold(self.cap_height, f32::max) * step.size * scale(passage.role)
    }

    /// How far the last line's letters hang below its baseline.
    fn drop(&self, step: &Step) -> f32 {
        let Some((passage, shaped)) = self.passages.last().zip(self.shaped.last()) else {
            return 0.0;
        };
        let bottoms = shaped
            .cells
            .iter()
            .filter_map(|cell| Some(cell.ink?.bottom));
        -bottoms.fold(0.0, f32::min) * step.size * scale(passage.role)
    }

    fn placed(&mut self, step: &Step, broken: &[Broken]) -> Composition {
        let spare = (self.room(step) - self.height(step, broken)).max(0.0);
        let gaps: f32 = (0..self.passages.len())
            .map(|place| self.gap(step, place))
            .sum();
        let growth = if gaps > 0.0 {
            (spare / gaps).min(GAP_GROWTH)
        } else {
            0.0
        };
        let mut y = step.ends + self.rise(step) + (spare - growth * gaps) * ABOVE;
        let sign_off = self.sign_off_indent(step, broken);
        let mut lines = Vec::new();
        for (place, broken) in broken.iter().enumerate() {
            let role = self.passages[place].role;
            let size = step.size * scale(role);
            y += self.gap(step, place) * (1.0 + growth);
            for (number, line) in broken.lines.iter().enumerate() {
                if !lines.is_empty() {
                    y += size * step.leading;
                }
                let first = broken.segments[line.start];
                let wide = width(&broken.segments, line.start, line.end) * size;
                let indent = match role {
                    Role::Date => self.card.width - 2.0 * step.side - wide,
                    Role::Closing | Role::Signature | Role::BelowSignature => sign_off,
                    Role::Paragraph | Role::Item if number == 0 => broken.indent,
                    Role::Paragraph | Role::Item => broken.indent + broken.hang,
                };
                let range = first.start..broken.segments[line.end - 1].end;
                let runs = self.shaper.line(&self.shaped[place], range.clone());
                let x = step.side + indent + first.left * size;
                lines.push(SetLine {
                    passage: place,
                    range,
                    size,
                    x,
                    y,
                    runs,
                });
            }
        }
        Composition {
            size: step.size,
            margin: (step.side, step.ends),
            lines,
        }
    }

    /// Sign-off and signature begin at one place right of the middle, or further left where they
    /// are long.
    fn sign_off_indent(&self, step: &Step, broken: &[Broken]) -> f32 {
        let column = self.card.width - 2.0 * step.side;
        let mut widest: f32 = 0.0;
        for (passage, broken) in self.passages.iter().zip(broken) {
            if matches!(
                passage.role,
                Role::Closing | Role::Signature | Role::BelowSignature
            ) {
                let size = step.size * scale(passage.role);
                for line in &broken.lines {
                    widest = widest.max(width(&broken.segments, line.start, line.end) * size);
                }
            }
        }
        (column * SIGN_OFF_INDENT).min(column - widest).max(0.0)
    }

    /// By how much the ink of any line crosses the margins; final shapes may differ from those
    /// that were measured.
    fn stand_out(&self, composition: &Composition) -> f32 {
        let (side, ends) = composition.margin;
        let mut over: f32 = 0.0;
        for line in &composition.lines {
            let Some(ink) = line_ink(line, self.shaper) else {
                continue;
            };
            over = over.max(side - (line.x + ink.left));
            over = over.max(line.x + ink.right - (self.card.width - side));
            over = over.max(ends - (line.y - ink.top));
            over = over.max(line.y - ink.bottom - (self.card.height - ends));
        }
        // A thousandth of a point is the grain of these sums, not of paper.
        if over < 0.001 { 0.0 } else { over }
    }

    /// How many words too many there are at the tightest step; errs upwards, at least 1.
    fn words_over(&self, words: &[Vec<Segment>]) -> usize {
        let step = Step::number(STEPS, self.setting, self.card);
        let tight = self.broken_by(&step, words, 0.0, tightest);
        let over = self.height(&step, &tight) - self.room(&step);
        let lines_over = (over / (step.size * step.leading)).ceil().max(1.0);
        let body = self.passages.iter().zip(&tight);
        let body = body.filter(|(passage, _)| matches!(passage.role, Role::Paragraph | Role::Item));
        let (mut body_words, mut body_lines) = (0, 0);
        for (passage, broken) in body {
            body_words += passage.text.split(' ').count();
            body_lines += broken.lines.len();
        }
        let per_line = body_words as f32 / (body_lines.max(1)) as f32;
        (lines_over * per_line).ceil().max(1.0) as usize
    }
}

/// A passage cut into segments and lines.
struct Broken {
    segments: Vec<Segment>,
    /// Whether a word had to be cut into segments.
    finer: bool,
    lines: Vec<Range<usize>>,
    /// What each line is indented by, in pt.
    indent: f32,
    /// What lines after the first are indented by besides, in pt.
    hang: f32,
}

impl Broken {
    fn tears(&self, passage: &Passage) -> Torn {
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
enum Torn {
    Nothing,
    /// The date, the sign-off or the signature.
    Names,
    /// A word.
    Words,
}

/// The segments between words, or finer ones (and `true`) where a word is wider than a line.
fn fine_enough(shaped: &Shaped<'_>, words: &[Segment], measure: f32) -> (Vec<Segment>, bool) {
    let fits = |segments: &[Segment]| {
        (0..segments.len()).all(|place| width(segments, place, place + 1) <= measure)
    };
    if fits(words) {
        return (words.to_vec(), false);
    }
    let allowed = segments(shaped, Breaking::Uax14);
    let cut = if fits(&allowed) {
        allowed
    } else {
        segments(shaped, Breaking::Anywhere)
    };
    (cut, true)
}

/// How far the pen comes before the byte `at`, in ems.
fn advance_to(shaped: &Shaped<'_>, at: usize) -> f32 {
    shaped
        .cells
        .iter()
        .filter(|cell| cell.start < at)
        .map(|cell| cell.advance)
        .sum()
}

/// The type size of a passage as a part of the text's: a signature is written larger.
fn scale(role: Role) -> f32 {
    match role {
        Role::Signature => 1.12,
        Role::Date | Role::BelowSignature => 0.92,
        Role::Paragraph | Role::Item | Role::Closing => 1.0,
    }
}

/// The ink of a line in pt, from where its pen begins.
fn line_ink(line: &SetLine, shaper: &Shaper<'_>) -> Option<Ink> {
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
