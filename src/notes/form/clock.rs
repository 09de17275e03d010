//! Times of day.

use jiff::civil::Time;
use schemars::{Schema, SchemaGenerator, json_schema};

use super::Form;
use crate::diagnostic::{Diagnostic, Path, Place};
use crate::notes::reader::{Reader, called};
use crate::yaml::Node;

/// A time of day on 24 hours, such as 14:00.
pub(in crate::notes) struct Clock;

impl Form for Clock {
    type Value = Time;

    fn read(node: &Node, path: &Path, reader: &mut Reader<'_>) -> Option<Time> {
        let text = reader
            .scalar(node, path, "a time of day")?
            .text
            .trim()
            .to_lowercase();
        if let Some(time) = plain(&text) {
            return Some(time);
        }
        let place = Place::Value(path.clone());
        let digits = text.split_once(':').is_some_and(|(hour, minute)| {
            [hour, minute]
                .iter()
                .all(|part| part.parse::<u32>().is_ok())
        });
        let problem = if digits {
            Diagnostic::error("time-of-day", place, "there is no such time of day")
        } else {
            let message = format!("{} is not a time of day", called(path));
            Diagnostic::error("time-of-day", place, message)
        };
        reader.report(match meant(&text) {
            Some(time) => {
                let typed = format!("\"{}\"", time.strftime("%H:%M"));
                problem.help(format!("type:\n{}", reader.instead(path, &typed)))
            }
            None => problem.help(format!(
                "type hours and minutes from 0:00 to 23:59, such as:\n{}",
                reader.instead(path, "\"14:00\"")
            )),
        });
        None
    }

    fn schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "pattern": "^([01]?[0-9]|2[0-3]):[0-5][0-9]$" })
    }
}

fn plain(text: &str) -> Option<Time> {
    let (hour, minute) = text.split_once(':')?;
    let number = |part: &str, lengths: std::ops::RangeInclusive<usize>| {
        let digits = part.chars().all(|char| char.is_ascii_digit());
        (digits && lengths.contains(&part.len())).then(|| part.parse::<i8>().ok())?
    };
    Time::new(number(hour, 1..=2)?, number(minute, 2..=2)?, 0, 0).ok()
}

/// The time in `2 pm`, `2:30 p.m.`, `14.30`, `14h30`, `1430`, `14:00:00`, `14`, `noon`.
fn meant(text: &str) -> Option<Time> {
    if text == "noon" {
        return Time::new(12, 0, 0, 0).ok();
    }
    let text = text.replace("a.m.", "am").replace("p.m.", "pm");
    let (clock, half) = match (text.strip_suffix("am"), text.strip_suffix("pm")) {
        (Some(clock), _) => (clock.trim(), Some(0)),
        (_, Some(clock)) => (clock.trim(), Some(12)),
        _ => (
            text.trim_end_matches("uhr").trim_end_matches('h').trim(),
            None,
        ),
    };
    let parts: Vec<&str> = clock.split([':', '.', 'h']).collect();
    let (hour, minute) = match parts.as_slice() {
        [one] if one.len() == 4 && one.is_ascii() => (&one[..2], &one[2..]),
        [hour] if half.is_some() || hour.len() <= 2 => (*hour, "0"),
        [hour, minute] | [hour, minute, "00"] => (*hour, *minute),
        _ => return None,
    };
    let (hour, minute) = (hour.parse::<i8>().ok()?, minute.parse::<i8>().ok()?);
    let hour = match half {
        Some(half) if (1..=12).contains(&hour) => hour % 12 + half,
        Some(_) => return None,
        None => hour,
    };
    Time::new(hour, minute, 0, 0).ok()
}
