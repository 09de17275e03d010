//! What a hand does to a line that a ruler would not: its margin leans a little, it bends, and sets
//! each word a little higher, lower or steeper.
//!
//! Whole words are moved, short ones with the one before them. Moving each letter looks no more like a pen, and makes a file five times as
//! large whose text cannot be selected. All is drawn from the letter's words, so that the same letter
//! is written in the same way wherever and whenever.

use sha2::{Digest, Sha256};

use super::Natural;
use super::manuscript::Passage;
use super::page::{GlyphRun, Line, Rect};

/// How far a line may begin from the margin, in pt: a written margin leans, and where one line
/// begins by itself it looks like an indent.
const EDGE: f32 = 0.5;
/// The part of that by which the margin leans, over so many lines from one side to the other; the
/// rest is each line's own.
const LEAN: (f32, f32) = (0.6, 16.0);
/// How far a baseline bends from its place, in pt.
const BEND: f32 = 0.45;
/// How far a word stands above or below its line, in pt.
const RISE: f32 = 0.45;
/// How steep a word may stand: 0.35°, in radians.
const TURN: f32 = 0.0061;
/// How much wider or closer the letters of a word may stand, in ems.
const SPACING: f32 = 0.006;
/// A word of no more glyphs is short, and a sweep of the pen has about so many at most.
const SHORT: usize = 3;
const SWEEP: usize = 12;
/// How far a line may be from its place, where the distance of lines is 1; two neighbours are so
/// within two hundredths of their distance.
const LEADING: f32 = 0.01;

/// The hand that writes one letter.
#[derive(Debug, Clone, Copy)]
pub(super) struct Hand {
    seed: u64,
    strength: f32,
}

/// What is drawn for a word.
struct Drawn {
    glyphs: usize,
    turn: f32,
    /// In ems.
    spacing: f32,
    rise: f32,
}

impl Hand {
    pub fn new(natural: Natural, passages: &[Passage]) -> Self {
        let mut hash = Sha256::new();
        for passage in passages {
            hash.update(passage.text.as_bytes());
            hash.update(b"\n");
        }
        let first = hash.finalize().iter().take(8).copied().collect::<Vec<_>>();
        Self {
            seed: first
                .iter()
                .fold(0, |seed, byte| seed << 8 | u64::from(*byte)),
            strength: natural.strength(),
        }
    }

    /// How far ink may come beyond the margins: at the sides, and above and below, in pt.
    pub fn reach(&self) -> (f32, f32) {
        (self.strength * 1.9, self.strength * 1.5)
    }

    /// How far from the margin the line of a number begins, where the strength is 1.
    fn edge(&self, number: usize) -> f32 {
        let (lean, lines) = LEAN;
        let leans = Dice(self.seed).around(1.0);
        let down = (2.0 * number as f32 / lines - 1.0).clamp(-1.0, 1.0);
        let own = self.dice(number).around(1.0);
        EDGE * (lean * leans * down + (1.0 - lean) * own)
    }

    fn dice(&self, number: usize) -> Dice {
        Dice(self.seed ^ (number as u64 + 1).wrapping_mul(0xd134_2543_de82_ef95))
    }

    /// Writes a line that stands straight: the line of this number, with the next baseline at a
    /// distance of `leading`, or 0 where a rule holds it. It begins where the line of the number
    /// `beside` does, which is its own but for lines that are to begin in one place. Ink stays
    /// inside `room` where it can.
    pub fn write(
        &self,
        line: &mut Line,
        (number, beside): (usize, usize),
        leading: f32,
        room: Rect,
    ) {
        if self.strength == 0.0 {
            return;
        }
        let middle = (room.left + room.right) / 2.0;
        let width = room.right - room.left;
        let mut shift = self.strength * self.edge(beside);
        let mut dice = self.dice(number);
        // The first number is the edge's.
        dice.roll();
        let higher = dice.around(self.strength * LEADING * leading);
        let (bow, tilt) = (dice.around(1.0), dice.around(1.0));
        let bend = |x: f32| {
            let t = 2.0 * (x - middle) / width;
            let height = bow * (0.5 - t * t) + 0.5 * tilt * t;
            let slope = (0.5 * tilt - 2.0 * bow * t) * 2.0 / width;
            let strength = self.strength * BEND;
            (height * strength, slope * strength)
        };
        let baseline = line.baseline;
        let drawn: Vec<Drawn> = words(&mut line.runs)
            .map(|word| Drawn {
                glyphs: word.iter().map(|run| run.glyphs.len()).sum(),
                turn: dice.around(self.strength * TURN),
                spacing: dice.around(self.strength * SPACING),
                rise: dice.around(self.strength * RISE),
            })
            .collect();
        // What is wider here is closer there, and the line ends where it would.
        let glyphs: usize = drawn.iter().map(|word| word.glyphs).sum();
        let spacings = drawn.iter().map(|word| word.glyphs as f32 * word.spacing);
        let mean = spacings.sum::<f32>() / glyphs.max(1) as f32;
        for (word, drawn) in words(&mut line.runs).zip(&drawn) {
            let wide: f32 = word.iter().map(|run| run.advance()).sum();
            let start = word.first().map_or(0.0, |run| run.x) + shift;
            let (height, slope) = bend(start + wide / 2.0);
            let turn = thousandths(slope + drawn.turn);
            let em = drawn.spacing - mean;
            let rise = drawn.rise;
            // It turns around its middle.
            let y = baseline + higher + height + rise - turn * wide / 2.0;
            let mut pen = 0.0;
            for run in word {
                run.spacing = fiftieths(em * run.size);
                let (x, y) = (start + pen, y + turn * pen);
                for (place, glyph) in run.glyphs.iter_mut().enumerate() {
                    let along = place as f32 * run.spacing;
                    let ink = glyph.ink.map(|ink| ink.moved(-run.x + along, -run.y));
                    glyph.ink = ink.map(|ink| ink.turned(turn).moved(x, y));
                }
                (run.x, run.y, run.turn) = (x, y, turn);
                pen += run.advance();
                shift += run.glyphs.len() as f32 * run.spacing;
            }
        }
        keep_inside(line, room);
    }
}

/// Moves a line back by as much as its ink has come out of its room; a line that is too wide for it
/// sticks out at the right.
fn keep_inside(line: &mut Line, room: Rect) {
    let Some(ink) = line.ink_boxes().reduce(Rect::joined) else {
        return;
    };
    let left = (room.right - ink.right).min(0.0);
    let x = (room.left - ink.left).max(left);
    let down = (room.top - ink.top).min(0.0);
    let y = (room.bottom - ink.bottom).max(down);
    if x == 0.0 && y == 0.0 {
        return;
    }
    for run in &mut line.runs {
        (run.x, run.y) = (run.x + x, run.y + y);
        for glyph in &mut run.glyphs {
            glyph.ink = glyph.ink.map(|ink| ink.moved(x, y));
        }
    }
}

/// The words of a line, each with the spaces after it. Short words go along with the word before
/// them, as they do in a pen's one sweep; each that stands by itself costs the file a place.
fn words(runs: &mut [GlyphRun]) -> impl Iterator<Item = &mut [GlyphRun]> {
    let mut glyphs = 0;
    runs.chunk_by_mut(move |before, next| {
        glyphs += before.glyphs.len();
        let goes_on = next.is_space || !before.is_space;
        let is_short = next.glyphs.len() <= SHORT && glyphs < SWEEP;
        if !goes_on && !is_short {
            glyphs = 0;
        }
        goes_on || is_short
    })
}

impl Rect {
    fn moved(self, x: f32, y: f32) -> Self {
        Self {
            left: self.left + x,
            bottom: self.bottom + y,
            right: self.right + x,
            top: self.top + y,
        }
    }

    fn joined(self, other: Self) -> Self {
        Self {
            left: self.left.min(other.left),
            bottom: self.bottom.min(other.bottom),
            right: self.right.max(other.right),
            top: self.top.max(other.top),
        }
    }

    /// The box around this one, turned around the origin by a small angle in radians, of which sine
    /// and tangent are the same and the cosine is 1.
    fn turned(self, turn: f32) -> Self {
        let across = |y: f32| -turn * y;
        let up = |x: f32| turn * x;
        Self {
            left: self.left + across(self.top).min(across(self.bottom)),
            right: self.right + across(self.top).max(across(self.bottom)),
            bottom: self.bottom + up(self.left).min(up(self.right)),
            top: self.top + up(self.left).max(up(self.right)),
        }
    }
}

/// SplitMix64 (Steele, Lea and Flood, 2014): small, and the same everywhere.
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number from `-most` to `most`. 24 bits are what an `f32` holds exactly.
    fn around(&mut self, most: f32) -> f32 {
        let part = (self.roll() >> 40) as f32 / (1_u32 << 24) as f32;
        (2.0 * part - 1.0) * most
    }
}

/// Nobody sees a word turned by less, and a file is smaller where words share their angles.
fn thousandths(value: f32) -> f32 {
    (value * 1000.0).round() / 1000.0
}

fn fiftieths(value: f32) -> f32 {
    (value * 50.0).round() / 50.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_dice_are_those_of_the_reference() {
        // The first numbers of SplitMix64 from 1234567, as its authors' program gives them.
        let mut dice = Dice(1_234_567);
        let rolls = [dice.roll(), dice.roll(), dice.roll()];
        assert_eq!(
            rolls,
            [
                6_457_827_717_110_365_317,
                3_203_168_211_198_807_973,
                9_817_491_932_198_370_423
            ]
        );
    }

    #[test]
    fn what_is_drawn_fills_its_range_and_stays_inside() {
        let mut dice = Dice(7);
        let drawn: Vec<f32> = (0..10_000).map(|_| dice.around(1.6)).collect();
        let most = drawn.iter().copied().fold(f32::MIN, f32::max);
        let least = drawn.iter().copied().fold(f32::MAX, f32::min);
        let mean = drawn.iter().sum::<f32>() / 10_000.0;
        assert!((1.59..=1.6).contains(&most), "{most}");
        assert!((-1.6..-1.59).contains(&least), "{least}");
        assert!(mean.abs() < 0.04, "{mean}");
    }
}
