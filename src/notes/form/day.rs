//! Dates.

use jiff::civil::Date;
use schemars::{Schema, SchemaGenerator, json_schema};

use super::Form;
use crate::diagnostic::{Diagnostic, Level, Path, Place};
use crate::notes::reader::{Reader, called};
use crate::yaml::Node;

/// A date such as 2026-11-18.
pub(in crate::notes) struct Day;
/// A date that only the plan uses: a wrong one is a warning, and the plan goes without it.
pub(in crate::notes) struct PlanDay;

impl Form for Day {
    type Value = Date;

    fn blank() -> Option<Self::Value> {
        Some(Date::ZERO)
    }

    fn read(node: &Node, path: &Path, reader: &mut Reader<'_>) -> Option<Date> {
        let text = reader.scalar(node, path, "a date")?.text.trim().to_owned();
        match plain(&text) {
            Some(Ok(date)) => Some(date),
            other => {
                let problem = problem(&text, other.is_some(), path, reader);
                reader.report(problem);
                None
            }
        }
    }

    fn schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "format": "date" })
    }
}

impl Form for PlanDay {
    type Value = Date;

    fn read(node: &Node, path: &Path, reader: &mut Reader<'_>) -> Option<Date> {
        let before = reader.problems.len();
        let date = Day::read(node, path, reader);
        for problem in &mut reader.problems[before..] {
            problem.level = Level::Warning;
            problem.help.push(
                "only the plan uses this date; the letters are written without it".to_owned(),
            );
        }
        date
    }

    fn schema(generator: &mut SchemaGenerator) -> Schema {
        Day::schema(generator)
    }
}

/// A year in which a reader of letters may have an interview.
const YEARS: std::ops::RangeInclusive<i16> = 1950..=2150;

/// The date of `2026-11-18`; an error where it has that shape and no such day exists.
fn plain(text: &str) -> Option<Result<Date, ()>> {
    let parts: Vec<&str> = text.split('-').collect();
    let [year, month, day] = parts.as_slice() else {
        return None;
    };
    let digits = parts
        .iter()
        .all(|part| part.chars().all(|char| char.is_ascii_digit()));
    if !digits || [year.len(), month.len(), day.len()] != [4, 2, 2] {
        return None;
    }
    Some(date(year, month, day).ok_or(()))
}

fn date(year: &str, month: &str, day: &str) -> Option<Date> {
    let year = year
        .parse::<i16>()
        .ok()
        .filter(|year| YEARS.contains(year))?;
    Date::new(year, month.parse().ok()?, day.parse().ok()?).ok()
}

fn problem(text: &str, shaped: bool, path: &Path, reader: &Reader<'_>) -> Diagnostic {
    let typed = |date: &Date| reader.instead(path, &date.to_string());
    let place = Place::Value(path.clone());
    let problem = if shaped {
        Diagnostic::error("date", place, "there is no such day").label(why_not(text))
    } else {
        Diagnostic::error("date", place, format!("{} is not a date", called(path)))
    };
    match meant(text).as_slice() {
        [] if shaped => match last_of_month(text) {
            Some(last) => problem.help(format!(
                "type a day that exists, such as:\n{}",
                typed(&last)
            )),
            None => problem.help("type the day that is meant: year, month and day"),
        },
        [] => problem.help(format!(
            "type year, month and day with dashes, such as:
{}",
            reader.instead(path, "2026-11-18")
        )),
        [date] => problem.help(format!("type:\n{}", typed(date))),
        [one, two, ..] => problem
            .help(format!(
                "for {} type:
{}",
                one.strftime("%-d %B"),
                typed(one)
            ))
            .help(format!(
                "for {} type:
{}",
                two.strftime("%-d %B"),
                typed(two)
            )),
    }
}

/// Why a text in the shape of a date is none.
fn why_not(text: &str) -> String {
    let number = |range: std::ops::Range<usize>| text.get(range).and_then(|part| part.parse().ok());
    let (Some(year), Some(month)) = (number(0..4), number(5..7)) else {
        return String::new();
    };
    if !YEARS.contains(&year) {
        return "is the year right?".to_owned();
    }
    match i8::try_from(month)
        .ok()
        .and_then(|month| Date::new(year, month, 1).ok())
    {
        Some(first) => format!(
            "{} has {} days",
            first.strftime("%B %Y"),
            first.days_in_month()
        ),
        None => "there are twelve months".to_owned(),
    }
}

/// The last day of the month in a text in the shape of a date.
fn last_of_month(text: &str) -> Option<Date> {
    Some(date(text.get(0..4)?, text.get(5..7)?, "01")?.last_of_month())
}

const MONTHS: [&str; 12] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
];

/// The dates that a text in another form may mean, at most two: `3/4/2026` is either of two days.
fn meant(text: &str) -> Vec<Date> {
    let text = text.to_lowercase();
    let day = text
        .split('t')
        .next()
        .filter(|day| day.len() == 10)
        .unwrap_or(&text);
    let words: Vec<&str> = day
        .split(|char: char| !char.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| {
            let digits = word.trim_end_matches(|char: char| char.is_ascii_alphabetic());
            if ["st", "nd", "rd", "th"].contains(&&word[digits.len()..]) {
                digits
            } else {
                word
            }
        })
        .collect();
    let month = |word: &str| {
        let place = MONTHS
            .iter()
            .position(|month| word.len() >= 3 && word.starts_with(month))?;
        Some((place + 1).to_string())
    };
    let [a, b, c] = words.as_slice() else {
        return Vec::new();
    };
    let year = |year: &str| {
        if year.len() == 2 {
            format!("20{year}")
        } else {
            year.to_owned()
        }
    };
    let mut dates: Vec<Date> = match (month(a), month(b)) {
        (Some(month), _) => date(&year(c), &month, b).into_iter().collect(),
        (_, Some(month)) if a.len() == 4 => date(a, &month, c).into_iter().collect(),
        (_, Some(month)) => date(&year(c), &month, a).into_iter().collect(),
        _ if a.len() == 4 => [date(a, b, c), date(a, c, b)]
            .into_iter()
            .flatten()
            .take(1)
            .collect(),
        _ => [date(&year(c), a, b), date(&year(c), b, a)]
            .into_iter()
            .flatten()
            .collect(),
    };
    dates.dedup();
    dates
}
