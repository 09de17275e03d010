//! One application: what the notes and the ledger say of it on a day.

use jiff::ToSpan;
use jiff::civil::{Date, DateTime};

use super::action::{Action, Need, Route, State, What};
use super::ledger::{Ledger, Record};
use super::recipient::Recipient;
use super::timing::TIMING;
use super::window::Window;
use crate::notes::{Channel, Kind, Notes};

/// One application on a day.
pub(super) struct Process<'a> {
    pub(super) notes: &'a Notes,
    pub(super) today: Date,
    /// What has gone out, each with whom of the notes it went to.
    pub(super) sent: Vec<(&'a Record, Option<Recipient>)>,
}

/// When somebody was met.
#[derive(Debug, Clone, Copy)]
pub(super) struct Met {
    pub(super) date: Date,
    /// When it was over, where the notes tell.
    pub(super) end: Option<DateTime>,
}

impl<'a> Process<'a> {
    pub(super) fn new(notes: &'a Notes, ledger: &'a Ledger, today: Date) -> Self {
        let records = ledger.records().iter();
        Self {
            notes,
            today,
            sent: records
                .map(|record| (record, record.recipient(notes)))
                .collect(),
        }
    }

    /// When an interviewer was met; of all others, the last of these days.
    pub(super) fn met(&self, person: Recipient) -> Met {
        let interview = &self.notes.interview;
        let date = match person.interviewer(self.notes) {
            Some(interviewer) => interviewer.date.unwrap_or(interview.date),
            None => {
                let own = self.notes.interviewers.iter().filter_map(|each| each.date);
                own.fold(interview.date, Date::max)
            }
        };
        // The time is that of the interview's own day.
        let time = interview.time.filter(|_| date == interview.date);
        let minutes = interview.minutes.and_then(|many| i32::try_from(many).ok());
        let minutes = minutes.unwrap_or(TIMING.interview_minutes);
        let end = time.map(|time| date.to_datetime(time).saturating_add(minutes.minutes()));
        Met { date, end }
    }

    /// The first day from this one on for which they said that something happens.
    pub(super) fn decision(&self, from: Date) -> Option<Date> {
        let steps = self.notes.interview.next_steps.iter();
        steps
            .filter_map(|step| step.by)
            .filter(|by| *by >= from)
            .min()
    }

    /// A date as a reason says it.
    pub(super) fn day(&self, date: Date) -> String {
        self.notes.language.month_and_day(date)
    }

    /// What of a kind has gone out, in the order of the days.
    pub(super) fn sent_of(&self, what: What) -> Vec<&'a Record> {
        let records = self.sent.iter().map(|(record, _)| *record);
        let mut records: Vec<&Record> = records.filter(|record| record.what == what).collect();
        records.sort_by_key(|record| record.on);
        records
    }

    /// Whether something of a kind has gone out to somebody.
    pub(super) fn has_sent(&self, what: What, person: Recipient) -> bool {
        let mut sent = self.sent.iter();
        sent.any(|(record, who)| record.what == what && *who == Some(person))
    }

    /// Something that is to be done, which may be done already.
    pub(super) fn action(
        &self,
        person: Recipient,
        what: What,
        channel: Channel,
        window: Window,
        why: impl Into<String>,
    ) -> Action {
        Action {
            person,
            what,
            channel,
            window,
            state: State::on(self.today, &window),
            why: why.into(),
            needs: self.need(person, channel),
            route: Route::AsAsked,
        }
    }

    /// What has to be known of somebody before a letter can go out to them.
    fn need(&self, person: Recipient, channel: Channel) -> Option<Need> {
        let interviewer = person.interviewer(self.notes);
        let by_recruiter =
            self.notes.recruiter.is_some() && interviewer.is_some_and(|each| each.by_recruiter());
        if interviewer.is_some_and(|each| each.unsure) {
            Some(Need::Spelling)
        } else if channel == Channel::Email && person.email(self.notes).is_none() && !by_recruiter {
            Some(Need::Email)
        } else if channel.goes_by_post() && interviewer.is_some_and(|each| each.address.is_none()) {
            Some(Need::Address)
        } else {
            None
        }
    }

    /// What was done, as an action of the plan.
    pub(super) fn done(&self, record: &Record, person: Recipient) -> Action {
        let window = Window::days(record.on, record.on);
        let mut action = self.action(person, record.what, record.by, window, "");
        action.state = State::Done(record.on);
        action.needs = None;
        action
    }

    /// Whether a covering email carries the notes to those whom the recruiter writes to.
    pub(super) fn is_passed_on(&self) -> bool {
        let mut people = self.notes.interviewers.iter();
        self.notes.recruiter.is_some() && people.any(|each| each.by_recruiter())
    }
}

/// What thanks everybody at once.
pub(super) const TO_ALL: What = What::Letter(Kind::Coordinator);
