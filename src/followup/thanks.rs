//! Thanks after the interview: by which channel, and when.

use jiff::ToSpan;
use jiff::civil::DateTime;

use super::action::{Action, Need, Route, What};
use super::process::{Met, Process};
use super::recipient::{Recipient, channels, usual};
use super::timing::TIMING;
use super::window::{Window, days_after, days_between, working_day_until, working_days_after};
use crate::language::listed;
use crate::notes::{Channel, Kind, Send};

const THANKS: What = What::Letter(Kind::ThankYou);

impl Process<'_> {
    /// Thanks to everybody, and the email that carries those which the recruiter passes on.
    pub(super) fn thanks(&self) -> Vec<Action> {
        let mut actions = Vec::new();
        let mut carried = Vec::new();
        for place in 0..self.notes.interviewers.len() {
            let person = Recipient::Interviewer(place);
            if self.is_passed_on() && self.notes.interviewers[place].by_recruiter() {
                carried.push(person);
            } else {
                actions.extend(self.thanks_to(person));
            }
        }
        if let Some(first) = carried.first() {
            let soonest = carried.iter().map(|person| self.email_window(*person));
            let window = soonest.min().unwrap_or_else(|| self.email_window(*first));
            let names: Vec<&str> = carried.iter().map(|each| each.name(self.notes)).collect();
            let why = format!("carries the notes to {}", listed(&names));
            let what = What::Letter(Kind::Covering);
            let covering = self.action(Recipient::Recruiter, what, Channel::Email, window, why);
            let all_sent = carried.iter().all(|person| self.has_sent(THANKS, *person));
            if !all_sent {
                actions.push(covering);
            }
        }
        actions
    }

    fn thanks_to(&self, person: Recipient) -> Vec<Action> {
        let wish = channels(self.notes, Kind::ThankYou, person, None);
        let met = self.met(person);
        let decision = self.decision(met.date);
        let decided = decision.map(|day| self.day(day)).unwrap_or_default();
        let left = decision.map(|day| days_between(met.date, day));
        let within = |days: i32| left.is_some_and(|left| left <= days);
        let has_email = person.email(self.notes).is_some();
        let interviewer = person.interviewer(self.notes);
        let has_address = interviewer.is_some_and(|each| each.address.is_some());
        let asked_for = interviewer.and_then(|each| each.send);
        let can_ask = usual(self.notes, Kind::ContactRequest, false).is_ok();

        let usual_email = if within(TIMING.soon_days) {
            format!("tonight, since they decide by {decided}")
        } else {
            "after a night's thought, and within a day".to_owned()
        };
        let usual_card = format!("posted within {} days", number(TIMING.card_by_days));
        let email = |why: String| {
            self.action(
                person,
                THANKS,
                Channel::Email,
                self.email_window(person),
                why,
            )
        };
        let posted = |channel: Channel, why: String| {
            self.action(person, THANKS, channel, card_window(&met), why)
        };
        let card = |why: String| posted(Channel::Card, why);
        let instead = |action: Action| Action {
            route: Route::Instead,
            ..action
        };
        let as_well = |action: Action| Action {
            route: Route::AsWell,
            ..action
        };

        match wish.as_slice() {
            [Channel::Card] if within(TIMING.card_late_days) && (has_email || can_ask) => {
                let in_vain = format!("they decide by {decided}, and a card would come too late");
                let late = format!("they decide by {decided}, and the card may come after that");
                if within(TIMING.card_in_vain_days) {
                    vec![instead(email(in_vain))]
                } else {
                    vec![as_well(email(late)), card(usual_card)]
                }
            }
            [Channel::Letter] if within(TIMING.card_late_days) && (has_email || can_ask) => {
                let late = format!("they decide by {decided}, and a letter would come too late");
                vec![instead(email(late))]
            }
            [Channel::Letter] => vec![posted(Channel::Letter, usual_card)],
            [Channel::Card] if !has_address && has_email && !can_ask => {
                vec![instead(email("no postal address is known".to_owned()))]
            }
            [Channel::Card] => vec![card(usual_card)],
            [Channel::Email]
                if asked_for.is_none_or(|send| send == Send::ViaRecruiter)
                    && !has_email
                    && has_address
                    && !within(TIMING.card_late_days) =>
            {
                vec![instead(card("no email address is known".to_owned()))]
            }
            [Channel::Email] => vec![email(usual_email)],
            _ if within(TIMING.card_late_days) => {
                let late = format!("it may come after {decided}; the email is there in time");
                vec![email(usual_email), card(late)]
            }
            _ => vec![email(usual_email), card(usual_card)],
        }
    }

    /// When an email of thanks goes out to somebody: after a night, or tonight.
    fn email_window(&self, person: Recipient) -> Window {
        let met = self.met(person);
        let left = self
            .decision(met.date)
            .map(|day| days_between(met.date, day));
        if left.is_some_and(|left| left <= TIMING.soon_days) {
            return tonight(&met);
        }
        let Some(end) = met.end else {
            let next = days_after(met.date, TIMING.email_by_hours / 24);
            return Window::days(next, next);
        };
        let from = end.saturating_add(TIMING.email_from_hours.hours());
        let by = end.saturating_add(TIMING.email_by_hours.hours());
        Window::times(not_by_night(from), before_night(by))
    }

    /// The request for what is missing to send these.
    pub(super) fn contact_request(&self, actions: &[Action]) -> Option<Action> {
        let to = *usual(self.notes, Kind::ContactRequest, false)
            .ok()?
            .first()?;
        to.email(self.notes)?;
        let lacks = |action: &&Action| {
            let unknown = matches!(action.needs, Some(Need::Email | Need::Address));
            unknown && !action.state.is_done() && action.person != to
        };
        let lacking: Vec<&Action> = actions.iter().filter(lacks).collect();
        let first = lacking.iter().map(|action| action.window.from.date).min()?;
        let mut names: Vec<&str> = Vec::new();
        for action in &lacking {
            let name = action.person.name(self.notes);
            if !names.contains(&name) {
                names.push(name);
            }
        }
        let met = self.met(to).date.min(first);
        let window = Window::days(met, days_after(first, -1));
        let why = format!("how to reach {} is not known yet", listed(&names));
        let what = What::Letter(Kind::ContactRequest);
        Some(self.action(to, what, Channel::Email, window, why))
    }
}

/// The evening of the day; after a late interview the next morning.
pub(super) fn tonight(met: &Met) -> Window {
    let evening = met.date.to_datetime(TIMING.evening_from);
    let from = met.end.map_or(evening, |end| end.max(evening));
    let by = met.date.to_datetime(TIMING.evening_by);
    if from < by {
        return Window::times(from, by);
    }
    let morning = not_by_night(from);
    Window::times(morning, morning.saturating_add(1.hour()))
}

fn card_window(met: &Met) -> Window {
    let by = working_day_until(days_after(met.date, TIMING.card_by_days));
    Window::days(working_days_after(met.date, 1), by)
}

/// The time itself, or the next morning where it is night.
fn not_by_night(time: DateTime) -> DateTime {
    let date = time.date();
    if time.time() < TIMING.day_from {
        date.to_datetime(TIMING.day_from)
    } else if time.time() >= TIMING.day_by {
        days_after(date, 1).to_datetime(TIMING.day_from)
    } else {
        time
    }
}

/// The time itself, or the evening before where it is night.
fn before_night(time: DateTime) -> DateTime {
    let date = time.date();
    if time.time() < TIMING.day_from {
        days_after(date, -1).to_datetime(TIMING.day_by)
    } else {
        date.to_datetime(time.time().min(TIMING.day_by))
    }
}

/// A small number in words.
pub(super) fn number(count: i32) -> String {
    const WORDS: [&str; 10] = [
        "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
    ];
    let word = usize::try_from(count).ok().and_then(|at| WORDS.get(at));
    word.map_or_else(|| count.to_string(), |word| (*word).to_owned())
}
