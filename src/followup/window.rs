//! From when until when something is to be done.

use std::fmt;

use jiff::civil::{Date, DateTime, Time, Weekday};
use jiff::{Span, ToSpan};
use serde::{Serialize, Serializer};

/// A day, or a time of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment {
    /// The day.
    pub date: Date,
    /// The time of it, by the clock where the interview was; `None` for the day as a whole.
    pub time: Option<Time>,
}

/// From when until when something is to be done: two days, both counted, or two times.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Window {
    /// Not before.
    pub from: Moment,
    /// Not after.
    pub by: Moment,
}

impl Window {
    /// One whole day, or several.
    pub fn days(from: Date, by: Date) -> Self {
        let whole = |date| Moment { date, time: None };
        Self {
            from: whole(from),
            by: whole(by.max(from)),
        }
    }

    /// Between two times.
    pub fn times(from: DateTime, by: DateTime) -> Self {
        let at = |moment: DateTime| Moment {
            date: moment.date(),
            time: Some(moment.time()),
        };
        Self {
            from: at(from),
            by: at(by.max(from)),
        }
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.time {
            None => write!(f, "{}", self.date),
            Some(time) => write!(f, "{}T{}", self.date, time.strftime("%H:%M")),
        }
    }
}

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// Whether people are at work on a day; holidays differ too much from place to place to be known.
pub(super) fn is_working_day(date: Date) -> bool {
    !matches!(date.weekday(), Weekday::Saturday | Weekday::Sunday)
}

/// The day itself where it is a working day, else the next Monday.
pub(super) fn working_day_from(date: Date) -> Date {
    step(date, 1.day())
}

/// The day itself where it is a working day, else the Friday before.
pub(super) fn working_day_until(date: Date) -> Date {
    step(date, -1.day())
}

/// The day so many working days after a date.
pub(super) fn working_days_after(date: Date, count: i32) -> Date {
    (0..count).fold(date, |date, _| working_day_from(days_after(date, 1)))
}

/// The day so many days after a date.
pub(super) fn days_after(date: Date, count: i32) -> Date {
    date.saturating_add(count.days())
}

/// How many days a date is after another; negative where it is before.
pub(super) fn days_between(from: Date, to: Date) -> i32 {
    from.until(to).map_or(0, |span| span.get_days())
}

fn step(mut date: Date, by: Span) -> Date {
    // A weekend has two days; at the end of the calendar a date stays where it is.
    for _ in 0..2 {
        if !is_working_day(date) {
            date = date.saturating_add(by);
        }
    }
    date
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn working_days_skip_saturday_and_sunday() {
        // 2026-11-20 is a Friday.
        assert_eq!(
            working_days_after(date(2026, 11, 20), 1),
            date(2026, 11, 23)
        );
        assert_eq!(
            working_days_after(date(2026, 11, 21), 1),
            date(2026, 11, 23)
        );
        assert_eq!(
            working_days_after(date(2026, 11, 19), 2),
            date(2026, 11, 23)
        );
        assert_eq!(
            working_days_after(date(2026, 11, 20), 0),
            date(2026, 11, 20)
        );
        assert_eq!(working_day_from(date(2026, 11, 21)), date(2026, 11, 23));
        assert_eq!(working_day_until(date(2026, 11, 22)), date(2026, 11, 20));
        assert_eq!(working_day_until(date(2026, 11, 23)), date(2026, 11, 23));
        // Over the end of a year and of a leap February.
        assert_eq!(working_days_after(date(2027, 12, 31), 1), date(2028, 1, 3));
        assert_eq!(working_days_after(date(2028, 2, 28), 2), date(2028, 3, 1));
    }

    #[test]
    fn the_end_of_the_calendar_is_no_panic() {
        assert_eq!(working_days_after(Date::MAX, 3), Date::MAX);
        assert!(working_day_until(Date::MIN) <= date(1, 1, 1));
    }
}
