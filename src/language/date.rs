use jiff::civil::{Date, Time, Weekday};

use super::Language;

impl Language {
    /// A day of the year without the year: `November 18`, or `18 November` outside North America.
    pub fn month_and_day(self, date: Date) -> String {
        let (month, day) = (month(date), date.day());
        if self.month_first() {
            format!("{month} {day}")
        } else {
            format!("{day} {month}")
        }
    }

    /// Several days, in their order, with a month that they share said once: `November 11 and 18`,
    /// `11 and 18 November`, `30 October and 2 November`.
    pub fn days(self, dates: &[Date]) -> String {
        let shares = dates
            .windows(2)
            .all(|pair| (pair[0].year(), pair[0].month()) == (pair[1].year(), pair[1].month()));
        let told = if self.month_first() {
            dates.first()
        } else {
            dates.last()
        };
        let day = |date: &Date| {
            if shares && told != Some(date) {
                date.day().to_string()
            } else {
                self.month_and_day(*date)
            }
        };
        let days: Vec<String> = dates.iter().map(day).collect();
        self.join_and(&days)
    }

    /// A date with its year: `November 18, 2026`, or `18 November 2026` outside North America.
    pub fn full_date(self, date: Date) -> String {
        let comma = if self.month_first() { "," } else { "" };
        format!("{}{comma} {}", self.month_and_day(date), date.year())
    }

    /// A time of day: `2:00 p.m.`, or `14:00` outside North America.
    pub fn time(self, time: Time) -> String {
        let (hour, minute) = (time.hour(), time.minute());
        if !self.month_first() {
            return format!("{hour}:{minute:02}");
        }
        let half = if hour < 12 { "a.m." } else { "p.m." };
        format!("{}:{minute:02} {half}", (hour + 11) % 12 + 1)
    }

    fn month_first(self) -> bool {
        !self.is_british()
    }
}

/// The name of a date's weekday: `Wednesday`.
pub fn weekday(date: Date) -> &'static str {
    match date.weekday() {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}

/// The part of the day that a time falls into: `morning` before noon, `afternoon` before five,
/// `evening` from then on.
pub fn part_of_day(time: Time) -> &'static str {
    match time.hour() {
        0..12 => "morning",
        12..17 => "afternoon",
        _ => "evening",
    }
}

/// The name of a date's month: `November`.
pub fn month(date: Date) -> &'static str {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    MONTHS[usize::from(date.month().unsigned_abs()) - 1]
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date, time};

    use super::*;

    #[test]
    fn a_date_reads_as_its_country_writes_it() {
        let day = date(2026, 11, 18);
        assert_eq!(Language::EnUs.month_and_day(day), "November 18");
        assert_eq!(Language::EnCa.month_and_day(day), "November 18");
        assert_eq!(Language::EnGb.month_and_day(day), "18 November");
        assert_eq!(Language::EnAu.month_and_day(day), "18 November");
        assert_eq!(Language::EnUs.full_date(day), "November 18, 2026");
        assert_eq!(Language::EnGb.full_date(day), "18 November 2026");
        assert_eq!(weekday(day), "Wednesday");
    }

    #[test]
    fn of_several_days_a_month_is_said_once() {
        let days = [date(2026, 11, 11), date(2026, 11, 18), date(2026, 12, 2)];
        assert_eq!(Language::EnUs.days(&days[..1]), "November 11");
        assert_eq!(Language::EnUs.days(&days[..2]), "November 11 and 18");
        assert_eq!(Language::EnGb.days(&days[..2]), "11 and 18 November");
        assert_eq!(
            Language::EnAu.days(&days),
            "11 November, 18 November and 2 December"
        );
        assert_eq!(
            Language::EnGb.days(&days[1..]),
            "18 November and 2 December"
        );
    }

    #[test]
    fn the_day_turns_at_noon_and_at_five() {
        let at = |hour, minute| part_of_day(time(hour, minute, 0, 0));
        assert_eq!([at(0, 0), at(11, 59)], ["morning"; 2]);
        assert_eq!([at(12, 0), at(16, 59)], ["afternoon"; 2]);
        assert_eq!([at(17, 0), at(23, 59)], ["evening"; 2]);
    }
}
