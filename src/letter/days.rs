//! The days a letter speaks of.

use jiff::civil::Date;

use crate::language::{Language, part_of_day, weekday};
use crate::notes::{Interview, Interviewer};

/// More minutes than these are a day of interviews rather than a morning's.
const LONG: u32 = 180;

/// The day of meeting one person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Meeting {
    pub(super) date: Date,
    /// Whether it is so long before the last meeting that its weekday would mislead.
    is_long_ago: bool,
    part_of_day: Option<&'static str>,
}

impl Meeting {
    /// A person's own date comes before the interview's, whose time then tells nothing.
    pub(super) fn of(interviewer: Option<&Interviewer>, interview: &Interview) -> Self {
        let own = interviewer.and_then(|person| person.date);
        let date = own.unwrap_or(interview.date);
        let time = interview.time.filter(|_| date == interview.date);
        // A day of interviews was not "on Tuesday morning".
        let time = time.filter(|_| interview.minutes.is_none_or(|minutes| minutes <= LONG));
        Self {
            date,
            is_long_ago: interview
                .date
                .since(date)
                .is_ok_and(|span| span.get_days() > 5),
            part_of_day: time.map(part_of_day),
        }
    }

    /// For a text that follows "on": `Wednesday afternoon`, or `Wednesday` without a time.
    pub(super) fn day(&self, language: Language) -> String {
        match self.part_of_day {
            Some(part) if !self.is_long_ago => format!("{} {part}", weekday(self.date)),
            _ => self.weekday(language),
        }
    }

    /// Whether [`day`](Self::day) says the time of the interview.
    pub(super) fn says_time(&self) -> bool {
        self.part_of_day.is_some() && !self.is_long_ago
    }

    /// `Wednesday`; where that would be taken for a later one, `November 12`.
    pub(super) fn weekday(&self, language: Language) -> String {
        if self.is_long_ago {
            language.month_and_day(self.date)
        } else {
            weekday(self.date).to_owned()
        }
    }
}
