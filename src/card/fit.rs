//! Finds the setting: the first step from generous to tight at which the text fits.

use std::ops::Range;
use std::sync::Arc;

use super::breaks::Segment;
use super::broken::{Broken, Cuts, Inset, Torn};
use super::compose::Composition;
use super::fonts::Face;
use super::hand::Hand;
use super::ladder::{STEPS, Step};
use super::lettering::Setting;
use super::lines::{Measure, best, tightest};
use super::manuscript::{Passage, Role};
use super::shape::{Shaped, Shaper};
use super::{Design, Initials, Ink, Size};

/// How often a line is given less room because its letters came out wider at its end.
const RETRIES: usize = 4;

/// A text with more characters than this is too long whatever it says: the roomiest card in the
/// narrowest face holds 1,600 characters of ordinary words, and 3,000 of `i i i`.
const MOST_CHARACTERS: usize = 5_000;
/// The characters of ordinary words that the usual card holds, to estimate how many are too many.
const USUAL_CHARACTERS: usize = 1_200;

/// What is to be laid out, and where.
pub(super) struct Fitter<'a, 't, 'f> {
    pub passages: &'a [Passage],
    pub shaped: &'a [Shaped<'t>],
    pub shaper: &'a mut Shaper<'f>,
    pub setting: Setting,
    pub card: Size,
    pub hand: Hand,
    pub design: Design,
    pub ink: Ink,
    pub initials: Initials,
    /// The faces that initials are drawn in: type before hands.
    pub monogram_faces: &'a [Arc<Face>],
    /// The height of capitals in ems of the wanted face.
    pub cap_height: f32,
}

/// About how many words too many there are in a text that is not worth measuring, because it is
/// several times too long; `None` for any other.
pub(super) fn far_too_long(passages: &[Passage]) -> Option<usize> {
    let characters: usize = passages.iter().map(|p| p.text.chars().count()).sum();
    let words: usize = passages.iter().map(|p| p.text.split(' ').count()).sum();
    (characters > MOST_CHARACTERS)
        .then(|| (words * (characters - USUAL_CHARACTERS)).div_ceil(characters))
}

impl Fitter<'_, '_, '_> {
    /// Lays the text out, or says by how many words it is too long.
    pub fn compose(&mut self) -> Result<Composition, usize> {
        let cuts: Vec<Cuts<'_>> = self.shaped.iter().map(Cuts::new).collect();
        let tightest_step = self.step(STEPS);
        let tight = self.broken_by(&tightest_step, &cuts, 0.0, tightest);
        if self.height(&tightest_step, &tight) > self.room(&tightest_step) {
            return Err(self.words_over(&tightest_step, &tight));
        }
        // A smaller size is better than a name on two lines, and than a word on two.
        for torn in [Torn::Nothing, Torn::Names, Torn::Words] {
            for number in 0..=STEPS {
                let step = self.step(number);
                if let Some(composition) = self.try_step(&step, &cuts, torn) {
                    return Ok(composition);
                }
            }
        }
        Err(self.words_over(&tightest_step, &tight))
    }

    fn step(&self, number: usize) -> Step {
        Step::number(number, self.setting, self.card, self.design)
    }

    fn try_step(&mut self, step: &Step, cuts: &[Cuts<'_>], torn: Torn) -> Option<Composition> {
        let mut reserve = 0.0;
        for _ in 0..RETRIES {
            let broken = self.broken(step, cuts, reserve, torn)?;
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
    fn broken<'c>(
        &self,
        step: &Step,
        cuts: &'c [Cuts<'_>],
        reserve: f32,
        torn: Torn,
    ) -> Option<Vec<Broken<'c>>> {
        let room = self.room(step);
        let tight = self.broken_by(step, cuts, reserve, tightest);
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
        let even = self.broken_by(step, cuts, reserve, best);
        if self.height(step, &even) <= room {
            return Some(even);
        }
        step.last.then_some(tight)
    }

    fn broken_by<'c>(
        &self,
        step: &Step,
        cuts: &'c [Cuts<'_>],
        reserve: f32,
        breaker: fn(&[Segment], Measure) -> Vec<Range<usize>>,
    ) -> Vec<Broken<'c>> {
        let column = self.card.width - 2.0 * step.side - reserve;
        // The first paragraph is the salutation, which no letter indents.
        let salutation = self
            .passages
            .iter()
            .position(|passage| passage.role == Role::Paragraph);
        let each = self.passages.iter().zip(cuts).enumerate();
        each.map(|(place, (passage, cuts))| {
            let closed = step.ruled && salutation != Some(place);
            let inset = Inset::on_card(passage, step.size, closed);
            Broken::new(inset, cuts, column, breaker)
        })
        .collect()
    }

    /// How many words too many there are at the tightest step; errs upwards, at least 1.
    fn words_over(&self, step: &Step, tight: &[Broken<'_>]) -> usize {
        let over = self.height(step, tight) - self.room(step);
        let lines_over = (over / (step.size * step.leading)).ceil().max(1.0);
        let body = self.passages.iter().zip(tight);
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
