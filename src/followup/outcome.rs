//! The letter that answers what came of the interview.

use super::action::{Action, What};
use super::process::Process;
use super::recipient::{called_for, channels, usual};
use super::thanks::number;
use super::timing::TIMING;
use super::window::{Window, days_after};
use crate::notes::{Kind, Outcome};

impl Process<'_> {
    /// The letters that answer the outcome; none while it is pending.
    pub(super) fn answers(&self) -> Vec<Action> {
        let interview = &self.notes.interview;
        if interview.outcome == Outcome::Pending {
            return Vec::new();
        }
        let days = number(TIMING.outcome_days);
        let (window, why) = match interview.outcome_on {
            Some(day) => (
                Window::days(day, days_after(day, TIMING.outcome_days)),
                format!("within {days} days of the news"),
            ),
            // Nobody knows since when it is known.
            None => (
                Window::days(self.today, self.today),
                format!("within {days} days of the news; `outcome_on` in the notes dates it"),
            ),
        };
        let kinds = called_for(self.notes).into_iter();
        let mut actions = Vec::new();
        for kind in kinds.filter(|kind| *kind != Kind::Debrief) {
            for person in usual(self.notes, kind, false).unwrap_or_default() {
                for channel in channels(self.notes, kind, person, None) {
                    let what = What::Letter(kind);
                    actions.push(self.action(person, what, channel, window, why.clone()));
                }
            }
        }
        actions
    }
}
