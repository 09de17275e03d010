//! The plan as an iCalendar file (RFC 5545).
//!
//! Times are given in UTC where the notes name a time zone: every calendar understands that, wherever
//! its owner is, and no VTIMEZONE has to be right. The rules of the zones come with this program, so
//! that the bytes are the same on every computer. Without a zone, times float: they are by the clock of
//! whoever reads them.

use jiff::civil::Date;
use jiff::tz::{TimeZone, TimeZoneDatabase};
use jiff::{Timestamp, ToSpan};
use sha2::{Digest, Sha256};

use super::action::{Action, State, What};
use super::content_line::{content_line, escaped};
use super::plan::Plan;
use super::window::{Moment, days_after, days_between};
use crate::language::stopped;
use crate::notes::{Channel, Kind, Notes};

/// What calls itself the maker of the file.
pub const PRODUCT: &str = "-//regards//plan//EN";

/// A day's event takes no time; one at a time takes this many minutes.
const MINUTES: i64 = 30;

/// Everything that is still to be done, as one calendar; `None` where there is nothing.
///
/// Each plan comes with its notes and the number of lines that its ledger has. What could have been
/// done before `today`, the day of the plans, stands on that day: nobody looks at days that are over.
/// Names and times come from these alone: the same plans on the same day give the same bytes, and
/// what is yet to come is the same on any day.
pub fn calendar<'a>(
    plans: impl IntoIterator<Item = (&'a Notes, &'a Plan, usize)>,
    today: Date,
) -> Option<String> {
    let mut events = String::new();
    for (notes, plan, version) in plans {
        let zone = notes.interview.timezone.as_deref().and_then(zone);
        for action in plan.actions.iter().filter(|each| !each.state.is_done()) {
            let event = Event {
                notes,
                plan,
                action,
                version,
                moved: days_between(action.window.from.date, today).max(0),
            };
            events.push_str(&event.text(zone.as_ref(), today));
        }
    }
    if events.is_empty() {
        return None;
    }
    let mut text = content_line("BEGIN", "VCALENDAR");
    text.push_str(&content_line("VERSION", "2.0"));
    text.push_str(&content_line("PRODID", PRODUCT));
    text.push_str(&content_line("CALSCALE", "GREGORIAN"));
    text.push_str(&events);
    text.push_str(&content_line("END", "VCALENDAR"));
    Some(text)
}

/// The rules of a time zone, from the database that this program brings along.
fn zone(name: &str) -> Option<TimeZone> {
    TimeZoneDatabase::bundled().get(name).ok()
}

/// One thing to do, as it stands in the calendar.
struct Event<'a> {
    notes: &'a Notes,
    plan: &'a Plan,
    action: &'a Action,
    /// How many lines the ledger has.
    version: usize,
    /// How many days after its first one it stands.
    moved: i32,
}

impl Event<'_> {
    fn text(&self, zone: Option<&TimeZone>, today: Date) -> String {
        let (notes, plan, action) = (self.notes, self.plan, self.action);
        let interview = &notes.interview;
        let company = interview.company_in_text.as_ref();
        let name = action.person.name(notes);
        let company = company.unwrap_or(&interview.company);
        let what = match action.state {
            State::Late => format!("Late: {}", plan.title(action)),
            _ => capitalised(plan.title(action)),
        };
        let summary = format!("{what} to {name} by {} ({company})", action.channel);
        let (times, trigger) = self.times(zone, today);
        let mut lines = vec![
            ("BEGIN", "VEVENT".to_owned()),
            ("UID", uid(notes, plan, action)),
            // The moment of making it is no part of what it says; the interview's day stays the same.
            ("DTSTAMP", format!("{}T000000Z", day(interview.date))),
            ("SEQUENCE", self.sequence()),
        ];
        lines.extend(times);
        lines.extend([
            ("SUMMARY", escaped(&summary)),
            ("DESCRIPTION", escaped(&description(notes, action))),
            // What is to be sent leaves the day free for other things.
            ("TRANSP", "TRANSPARENT".to_owned()),
            ("BEGIN", "VALARM".to_owned()),
            ("ACTION", "DISPLAY".to_owned()),
            ("DESCRIPTION", escaped(&summary)),
            ("TRIGGER", trigger.to_owned()),
            ("END", "VALARM".to_owned()),
            ("END", "VEVENT".to_owned()),
        ]);
        let lines = lines.iter();
        lines
            .map(|(name, value)| content_line(name, value))
            .collect()
    }

    /// By which calendars tell a later version of an event from an earlier one: it grows with what
    /// was sent, and with each day that the event is moved.
    fn sequence(&self) -> String {
        let moved = u64::try_from(self.moved).unwrap_or(0);
        (self.version as u64 + moved).to_string()
    }

    /// When it begins and ends, a day or a short while from the first moment on; and when its reminder
    /// comes.
    fn times(
        &self,
        zone: Option<&TimeZone>,
        today: Date,
    ) -> ([(&'static str, String); 2], &'static str) {
        let (from, by) = (&self.action.window.from, &self.action.window.by);
        let clocks = clock(from).zip(clock(by)).filter(|_| self.moved == 0);
        let Some((begin, last)) = clocks else {
            let from = from.date.max(today);
            return (whole_day(from), "PT9H");
        };
        let end = begin.saturating_add(MINUTES.minutes()).min(last.max(begin));
        let written = |time: jiff::civil::DateTime| match zone.and_then(|zone| instant(time, zone))
        {
            Some(instant) => instant.strftime("%Y%m%dT%H%M%SZ").to_string(),
            None => time.strftime("%Y%m%dT%H%M%S").to_string(),
        };
        (
            [("DTSTART", written(begin)), ("DTEND", written(end))],
            "PT0S",
        )
    }
}

/// A day of its own, which begins at midnight; its reminder comes at nine.
fn whole_day(date: Date) -> [(&'static str, String); 2] {
    [
        ("DTSTART;VALUE=DATE", day(date)),
        // The day after the last one.
        ("DTEND;VALUE=DATE", day(days_after(date, 1))),
    ]
}

fn clock(moment: &Moment) -> Option<jiff::civil::DateTime> {
    moment.time.map(|time| moment.date.to_datetime(time))
}

/// The moment at which a clock in the zone shows a time; where the clock is put forward over it, as
/// much later.
fn instant(time: jiff::civil::DateTime, zone: &TimeZone) -> Option<Timestamp> {
    let zoned = time.to_zoned(zone.clone()).ok()?;
    Some(zoned.timestamp())
}

fn description(notes: &Notes, action: &Action) -> String {
    let by = &action.window.by;
    let until = notes.language.month_and_day(by.date);
    let until = match by.time {
        Some(time) => format!("{until}, {}", notes.language.time(time)),
        None => until,
    };
    let at = match (&notes.interview.timezone, by.time) {
        (Some(zone), Some(_)) => format!(" ({zone})"),
        _ => String::new(),
    };
    let why = stopped(&capitalised(action.reason()));
    let email = action.person.email(notes);
    let to = email.filter(|_| action.channel == Channel::Email);
    let to = to.map(|email| format!("\nTo: {email}")).unwrap_or_default();
    let due = match action.state {
        State::Late => "It was due by",
        _ => "Until",
    };
    format!("{why}\n{due} {until}{at}.{to}")
}

/// The same for the same thing, whatever the day on which the calendar is made.
fn uid(notes: &Notes, plan: &Plan, action: &Action) -> String {
    let interview = &notes.interview;
    // The second check-in is another event than the first, which is done by then.
    let is_check_in = |what| what == What::Letter(Kind::CheckIn);
    let sent = |each: &&Action| is_check_in(each.what) && each.state.is_done();
    let before = match is_check_in(action.what) {
        true => plan.actions.iter().filter(sent).count(),
        false => 0,
    };
    let mut hash = Sha256::new();
    for field in [
        &notes.from.name,
        &interview.company,
        &interview.role,
        &interview.date.to_string(),
        action.person.name(notes),
        action.what.name(),
        action.channel.name(),
        &before.to_string(),
    ] {
        // A field goes in after its length, so that `ab`, `c` and `a`, `bc` differ.
        hash.update((field.len() as u64).to_be_bytes());
        hash.update(field.as_bytes());
    }
    let digest = hash.finalize();
    let digits: String = digest
        .iter()
        .take(16)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    format!("{digits}@regards")
}

fn day(date: Date) -> String {
    date.strftime("%Y%m%d").to_string()
}

fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    let first = chars.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(chars).collect()
}
