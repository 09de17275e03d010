//! Rules to write on, and where the lines that a letter does not need are left empty.

use super::compose::ABOVE;
use super::design::rule;
use super::drawing::Shape;
use super::fit::Fitter;
use super::ladder::Step;
use super::manuscript::Role;

/// How a text stands on rules. Unit: pt.
pub(super) struct Ruling {
    /// What is left open above the first line: what rules do not divide, and whole lines.
    pub above: f32,
    /// What is left open before each passage: whole lines.
    pub before: Vec<f32>,
    pub rules: Vec<Shape>,
}

impl Fitter<'_, '_, '_> {
    /// Rules over the whole room of the words, where `spare` is what the words leave of it.
    ///
    /// The first empty line goes before the sign-off and the next one after the date, where no line
    /// is empty yet; of the others as many go above as look well.
    pub(super) fn ruling(&self, step: &Step, spare: f32) -> Ruling {
        let distance = step.size * step.leading;
        let mut empty = (spare / distance).floor();
        let rest = (spare - empty * distance) * ABOVE;
        let first = step.ends + step.head + self.rise(step) + rest;
        let last = self.card.height - step.ends - self.drop(step);
        let count = ((last - first) / distance + 0.01).floor().max(0.0) as usize;
        let baselines = (0..=count).map(|number| first + number as f32 * distance);
        let rules = baselines.map(|y| rule(self.card.height - y, self.card, step));
        let mut before = vec![0.0; self.passages.len()];
        if !step.is_roomy() {
            for place in [self.sign_off(), self.after_date()].into_iter().flatten() {
                if let Some(open) = before.get_mut(place).filter(|_| empty >= 1.0) {
                    *open = distance;
                    empty -= 1.0;
                }
            }
        }
        Ruling {
            above: rest + (empty * ABOVE).floor() * distance,
            before,
            rules: rules.collect(),
        }
    }

    /// The passage that the sign-off begins with, where something stands before it.
    fn sign_off(&self) -> Option<usize> {
        let mut roles = self.passages.iter().map(|passage| passage.role);
        let place = roles.position(|role| matches!(role, Role::Closing | Role::Signature));
        place.filter(|place| *place > 0)
    }

    fn after_date(&self) -> Option<usize> {
        let date = self.passages.iter().rposition(|p| p.role == Role::Date)?;
        (date + 1 < self.passages.len()).then_some(date + 1)
    }
}
