//! Asking once, at most twice, whether there is news.

use jiff::civil::Date;

use super::action::{Action, What};
use super::process::Process;
use super::recipient::{channels, usual};
use super::thanks::number;
use super::timing::TIMING;
use super::window::{Window, days_after, working_day_from, working_days_after};
use crate::notes::{Kind, Outcome};

const CHECK_IN: What = What::Letter(Kind::CheckIn);

impl Process<'_> {
    /// The next check-in, unless the outcome is known or enough have gone out.
    pub(super) fn check_in(&self) -> Option<Action> {
        let (from, why) = self.may_ask_from()?;
        let person = *usual(self.notes, Kind::CheckIn, false).ok()?.first()?;
        let channel = *channels(self.notes, Kind::CheckIn, person, None).first()?;
        let by = working_days_after(from, TIMING.check_in_open_working_days);
        let window = Window::days(from, by);
        Some(self.action(person, CHECK_IN, channel, window, why))
    }

    /// The first day on which asking again is no pressure, and why; `None` where it always is.
    pub(super) fn may_ask_from(&self) -> Option<(Date, String)> {
        if self.notes.interview.outcome != Outcome::Pending {
            return None;
        }
        let (first, why) = self.first_day();
        let sent = self.sent_of(CHECK_IN);
        let Some(last) = sent.last() else {
            return Some((first, why));
        };
        if self.is_enough() {
            return None;
        }
        let again = working_day_from(days_after(last.on, TIMING.check_in_again_days));
        // A day that they have named since is not forestalled.
        if first > again {
            return Some((first, why));
        }
        let days = number(TIMING.check_in_again_days);
        Some((
            again,
            format!("{days} days after the first; there is no third"),
        ))
    }

    /// Whether as many check-ins have gone out as anybody should get.
    pub(super) fn is_enough(&self) -> bool {
        i32::try_from(self.sent_of(CHECK_IN).len()).is_ok_and(|many| many >= TIMING.check_ins)
    }

    /// The day of the first check-in, and why it is that one.
    fn first_day(&self) -> (Date, String) {
        let interview = &self.notes.interview;
        if let Some(named) = interview.ask_again_after {
            let why = format!("they said it is fine to ask from {}", self.day(named));
            return (working_day_from(named), why);
        }
        let steps = interview.next_steps.iter().filter_map(|step| step.by);
        let met = self.met(super::Recipient::Yourself).date;
        if let Some(last) = steps.filter(|by| *by >= met).max() {
            let days = number(TIMING.check_in_working_days);
            let why = format!(
                "{days} working days past {}, the day they named",
                self.day(last)
            );
            return (working_days_after(last, TIMING.check_in_working_days), why);
        }
        let days = number(TIMING.check_in_days);
        let why = format!("they named no day, and {days} days have passed");
        (working_day_from(days_after(met, TIMING.check_in_days)), why)
    }
}
