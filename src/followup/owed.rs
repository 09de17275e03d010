//! What others wait for: the recruiter for a debrief, interviewers for what was promised.

use jiff::ToSpan;

use super::action::{Action, Need, What};
use super::process::Process;
use super::recipient::Recipient;
use super::timing::TIMING;
use super::window::{Window, working_days_after};
use crate::language::listed;
use crate::notes::{Channel, ContactedBy, Kind};

impl Process<'_> {
    /// The debrief to the recruiter, the way they reached you.
    pub(super) fn debrief(&self) -> Option<Action> {
        let recruiter = self.notes.recruiter.as_ref()?;
        let person = Recipient::Recruiter;
        let met = self.met(person);
        let window = match met.end {
            None => Window::days(met.date, met.date),
            Some(end) => {
                let by = met.date.to_datetime(TIMING.evening_by);
                Window::times(end, by.max(end.saturating_add(1.hour())))
            }
        };
        let (channel, why) = match recruiter.contacted_by {
            Some(ContactedBy::Phone) => (
                Channel::Phone,
                "the recruiter waits to hear, and has rung you before",
            ),
            _ => (Channel::Email, "the recruiter waits to hear how it went"),
        };
        let mut action = self.action(person, What::Letter(Kind::Debrief), channel, window, why);
        if self.notes.debrief.is_none() {
            action.needs = Some(Need::Debrief);
        }
        Some(action)
    }

    /// What was promised to each interviewer.
    pub(super) fn promises(&self) -> impl Iterator<Item = Action> {
        let people = self.notes.interviewers.iter().enumerate();
        let owed = people.filter(|(_, each)| !each.promised.is_empty());
        owed.map(|(place, each)| {
            let person = Recipient::Interviewer(place);
            let met = self.met(person);
            let day = working_days_after(met.date, TIMING.promise_working_days);
            let things: Vec<&str> = each.promised.iter().map(String::as_str).collect();
            let why = listed(&things);
            let window = Window::days(day, day);
            let mut action = self.action(person, What::Promised, Channel::Email, window, why);
            // What is sent along needs an address; a name is not spelt in it.
            action.needs = action.needs.filter(|need| *need != Need::Spelling);
            action
        })
    }
}
