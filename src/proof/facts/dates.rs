//! Weekdays and dates: against the calendar, and against the day of the interview.

use jiff::civil::Date;

use super::calendar::{MONTHS, WEEKDAYS};
use super::date_order;
use crate::diagnostic::Path;
use crate::language::{Language, weekday};
use crate::letter::Recipient;
use crate::notes::Kind;
use crate::proof::Page;
use crate::proof::document::Part;
use crate::proof::finding::Findings;
use crate::proof::registry::known as rule;
use crate::proof::token::{Shape, Token, capitalised};

/// Words that say that a day is the one on which you met.
const MEETING: [&str; 22] = [
    "thank",
    "thanks",
    "met",
    "meet",
    "meeting",
    "interview",
    "interviewed",
    "interviewing",
    "spoke",
    "spoken",
    "speaking",
    "speak",
    "talk",
    "talked",
    "talking",
    "conversation",
    "visit",
    "seeing",
    "saw",
    "discussion",
    "chat",
    "call",
];

/// Words before a day that is still to come, or is any such day.
const OTHER_DAY: [&str; 12] = [
    "by", "next", "until", "till", "before", "after", "since", "every", "each", "from", "the",
    "coming",
];

/// A day as a letter says it.
pub(super) struct Said {
    /// The tokens, weekday included.
    pub(super) tokens: std::ops::Range<usize>,
    pub(super) weekday: Option<usize>,
    /// The day of the month and the month from 1, and the year.
    pub(super) date: Option<MonthDay>,
}

/// Compares every day that the letter names.
pub(super) fn check(page: &Page<'_>, findings: &mut Findings<'_>) {
    let document = page.document;
    for sentence in &document.sentences {
        let zone = document.zone_of(sentence.start);
        let is_body = zone.is_some_and(|zone| matches!(zone.part, Part::Body | Part::Subject));
        if !is_body {
            continue;
        }
        let says_met = document.tokens[sentence.clone()]
            .iter()
            .any(|token| MEETING.contains(&token.folded.as_str()));
        let mut at = sentence.start;
        while at < sentence.end {
            let Some(said) = said(&document.tokens[..sentence.end], at, page) else {
                at += 1;
                continue;
            };
            at = said.tokens.end;
            let asks =
                says_met || said.date.is_some() && is_past(page, sentence.start..said.tokens.start);
            if document.quoted[said.tokens.start] {
                continue;
            }
            if !against_calendar(page, &said, findings) && asks {
                against_meeting(page, &said, sentence.start, findings);
            }
            date_order::check(page, &said, findings);
        }
    }
}

/// The day that begins at a token.
fn said(tokens: &[Token], at: usize, page: &Page<'_>) -> Option<Said> {
    let day_name = weekday_of(tokens.get(at)?, page);
    let mut next = at + usize::from(day_name.is_some());
    if day_name.is_some() {
        let part_of_day = ["morning", "afternoon", "evening"];
        while tokens.get(next).is_some_and(|token| {
            token.folded == ","
                || token.folded == "the"
                || part_of_day.contains(&token.folded.as_str())
        }) {
            next += 1;
        }
    }
    let (date, end) = match date(tokens, next, page) {
        Some((date, end)) => (Some(date), end),
        None => (None, at + 1),
    };
    // `On Friday afternoons` is any Friday.
    let is_any = tokens.get(at + 1).is_some_and(|token| {
        ["mornings", "afternoons", "evenings", "nights"].contains(&token.folded.as_str())
    });
    if day_name.is_none() && date.is_none() || is_any {
        return None;
    }
    Some(Said {
        tokens: at..end,
        weekday: day_name,
        date,
    })
}

/// A month, a day and the year where it is named.
pub(super) type MonthDay = (i8, i8, Option<i16>);

/// A date at a token: `November 18`, `18 November`, `the 18th of November 2026`.
fn date(tokens: &[Token], at: usize, page: &Page<'_>) -> Option<(MonthDay, usize)> {
    let first = tokens.get(at)?;
    let month_first = month_of(first, page);
    let ((day, month), mut end) = match month_first {
        Some(month) => ((day_of(tokens.get(at + 1)?)?, month), at + 2),
        None => {
            let day = day_of(first)?;
            let of = usize::from(tokens.get(at + 1)?.folded == "of");
            (
                (day, month_of(tokens.get(at + 1 + of)?, page)?),
                at + 2 + of,
            )
        }
    };
    let comma = usize::from(tokens.get(end).is_some_and(|token| token.folded == ","));
    let year = tokens
        .get(end + comma)
        .and_then(|token| token.folded.parse::<i16>().ok());
    let year = year.filter(|year| (1990..2100).contains(year));
    if year.is_some() {
        end += comma + 1;
    }
    Some(((day, month, year), end))
}

fn weekday_of(token: &Token, page: &Page<'_>) -> Option<usize> {
    let is_name = token.is_capital(page.document.text.plain());
    let found = WEEKDAYS
        .iter()
        .position(|name| *name == token.folded.trim_end_matches("'s"));
    found.filter(|_| is_name)
}

fn month_of(token: &Token, page: &Page<'_>) -> Option<i8> {
    let is_name = token.is_capital(page.document.text.plain());
    let found = MONTHS.iter().position(|name| {
        // `Nov` and `Sept` as well; `May` has no short form.
        *name == token.folded
            || token.folded.len() >= 3 && name.starts_with(&token.folded) && token.folded.len() <= 4
    });
    found
        .filter(|_| is_name)
        .and_then(|at| i8::try_from(at + 1).ok())
}

fn day_of(token: &Token) -> Option<i8> {
    if token.shape != Shape::Number {
        return None;
    }
    let digits = token.folded.trim_end_matches(char::is_alphabetic);
    digits
        .parse::<i8>()
        .ok()
        .filter(|day| (1..=31).contains(day))
}

/// Whether a weekday and a date do not go together; adds the finding.
fn against_calendar(page: &Page<'_>, said: &Said, findings: &mut Findings<'_>) -> bool {
    let (Some(day), Some((number, month_number, year))) = (said.weekday, said.date) else {
        return false;
    };
    let met = page.notes().map(|notes| notes.interview.date);
    let Some(year) = year.or_else(|| nearest_year(met?, number, month_number)) else {
        return false;
    };
    let Ok(date) = Date::new(year, month_number, number) else {
        return false;
    };
    let right = weekday(date);
    if right.to_lowercase() == WEEKDAYS[day] {
        return false;
    }
    let range = page.document.span(&said.tokens);
    let spoken = page.language().month_and_day(date);
    let message = format!("{spoken} is a {right}");
    let found = findings.add(rule("weekday-mismatch"), &range, message);
    let words = page.document.words(&range).to_owned();
    let name = capitalised(WEEKDAYS[day]);
    found.suggest(words.replacen(&name, right, 1));
    if met.is_some() {
        found.better(Path::root().key("interview").key("date"));
    }
    found.help("look which of the two is right before you send it");
    true
}

/// The year that brings a day nearest to the interview.
fn nearest_year(met: Date, day: i8, month: i8) -> Option<i16> {
    let years = [met.year() - 1, met.year(), met.year() + 1];
    let dates = years
        .into_iter()
        .filter_map(|year| Date::new(year, month, day).ok());
    let far = |date: &Date| (date.since(met).map_or(0, |span| span.get_days())).abs();
    dates.min_by_key(far).map(Date::year)
}

/// Compares a day beside "thank", "met" or "interview" with the days on which you met.
fn against_meeting(page: &Page<'_>, said: &Said, start: usize, findings: &mut Findings<'_>) {
    let tokens = &page.document.tokens;
    let before = (said.tokens.start > start).then(|| tokens[said.tokens.start - 1].folded.as_str());
    let on = before
        .is_some_and(|word| matches!(word, "on" | "last" | "this" | "of" | "for" | "your" | "our"));
    let date_too = said.weekday.is_none() || said.date.is_some();
    let is_other =
        before.is_some_and(|word| OTHER_DAY.contains(&word) && !(word == "the" && date_too));
    // Of a sentence without end, what stands far before says nothing of this day.
    let from = start.max(said.tokens.start.saturating_sub(40));
    let later = tokens[from..said.tokens.start].iter().any(|token| {
        matches!(
            token.folded.as_str(),
            "will" | "decide" | "decision" | "hear" | "start" | "begin" | "if"
        )
    });
    // `Thursday’s meeting` is often one that somebody spoke of.
    let possessive = tokens[said.tokens.start].folded.ends_with("'s") && !on;
    if !on && said.tokens.start > start + 12 || is_other || later || possessive {
        return;
    }
    // Of a later letter, only `we spoke on November 18` is sure to mean that day.
    let dated =
        said.date.is_some() && before == Some("on") && is_past(page, start..said.tokens.start);
    let Some(days) = met(page, dated) else { return };
    let fits = |date: &&(Date, Path)| match said.date {
        Some((day, month, year)) => {
            date.0.day() == day
                && date.0.month() == month
                && year.is_none_or(|year| year == date.0.year())
        }
        None => said
            .weekday
            .is_some_and(|day| weekday(date.0).to_lowercase() == WEEKDAYS[day]),
    };
    if days.iter().any(|date| fits(&date)) {
        return;
    }
    let Some((right, path)) = days.first() else {
        return;
    };
    let range = page.document.span(&said.tokens);
    let spoken = spoken(page.language(), *right);
    let message = format!("you met on {spoken}, the notes say");
    let found = findings.add(rule("weekday-mismatch"), &range, message);
    found.better(path.clone());
    found.suggest(match (said.weekday, said.date) {
        (Some(_), None) => weekday(*right).to_owned(),
        (None, _) => page.language().month_and_day(*right),
        _ => spoken,
    });
}

/// Whether the words before a day say that you met then: `we spoke on`.
fn is_past(page: &Page<'_>, before: std::ops::Range<usize>) -> bool {
    const PAST: [&str; 6] = [
        "spoke",
        "met",
        "talked",
        "interviewed",
        "visited",
        "interview",
    ];
    let tokens = &page.document.tokens[before];
    let last = tokens.len().saturating_sub(6);
    tokens[last..]
        .iter()
        .any(|token| PAST.contains(&token.folded.as_str()))
}

/// A day with its weekday: `Wednesday, November 18`.
fn spoken(language: Language, date: Date) -> String {
    let comma = if language.is_british() { "" } else { "," };
    format!("{}{comma} {}", weekday(date), language.month_and_day(date))
}

/// The days on which you met: the recipient's first, then all others of the file.
///
/// Letters of later kinds speak of other days as well: `dated` says that this one is sure to be it.
fn met(page: &Page<'_>, dated: bool) -> Option<Vec<(Date, Path)>> {
    let notes = page.notes()?;
    let is_thanks = matches!(
        page.document.occasion.kind,
        Kind::ThankYou | Kind::Coordinator
    );
    if !is_thanks && !dated {
        return None;
    }
    let interview = (
        notes.interview.date,
        Path::root().key("interview").key("date"),
    );
    let of = |place: usize| {
        let date = notes.interviewers[place].date?;
        Some((
            date,
            Path::root().key("interviewers").item(place).key("date"),
        ))
    };
    let occasion = &page.document.occasion;
    if let Some(Recipient::Interviewer(place)) = occasion.recipient
        && occasion.kind != Kind::Coordinator
    {
        // A letter to one person says when you met that person; a coordinator arranged them all.
        return Some(vec![of(place).unwrap_or(interview)]);
    }
    let mut days = vec![interview];
    days.extend((0..notes.interviewers.len()).filter_map(of));
    Some(days)
}
