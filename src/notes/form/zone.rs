//! Time zones by the name in the IANA database.

use schemars::{Schema, SchemaGenerator, json_schema};

use super::Form;
use crate::diagnostic::{Diagnostic, Path, Place, nearest};
use crate::notes::reader::{Reader, called};
use crate::yaml::Node;

/// A time zone such as `America/Chicago`.
///
/// Judged by its shape: the cities change several times a year, the areas do not.
pub(in crate::notes) struct Zone;

const AREAS: [&str; 11] = [
    "Africa",
    "America",
    "Antarctica",
    "Arctic",
    "Asia",
    "Atlantic",
    "Australia",
    "Etc",
    "Europe",
    "Indian",
    "Pacific",
];

/// What people type, and the zone that it names most often.
const SHORT: [(&str, &str); 22] = [
    ("ET", "America/New_York"),
    ("EST", "America/New_York"),
    ("EDT", "America/New_York"),
    ("EASTERN", "America/New_York"),
    ("CT", "America/Chicago"),
    ("CST", "America/Chicago"),
    ("CDT", "America/Chicago"),
    ("CENTRAL", "America/Chicago"),
    ("MT", "America/Denver"),
    ("MST", "America/Denver"),
    ("MDT", "America/Denver"),
    ("MOUNTAIN", "America/Denver"),
    ("PT", "America/Los_Angeles"),
    ("PST", "America/Los_Angeles"),
    ("PDT", "America/Los_Angeles"),
    ("PACIFIC", "America/Los_Angeles"),
    ("GMT", "Europe/London"),
    ("BST", "Europe/London"),
    ("CET", "Europe/Berlin"),
    ("CEST", "Europe/Berlin"),
    ("AEST", "Australia/Sydney"),
    ("AEDT", "Australia/Sydney"),
];

impl Form for Zone {
    type Value = String;

    fn read(node: &Node, path: &Path, reader: &mut Reader<'_>) -> Option<String> {
        let text = reader
            .scalar(node, path, "a time zone")?
            .text
            .trim()
            .to_owned();
        if text == "UTC" || is_zone(&text) {
            return Some(text);
        }
        let problem = Diagnostic::error(
            "time-zone",
            Place::Value(path.clone()),
            format!("{} is not the name of a time zone", called(path)),
        );
        reader.report(match meant(&text) {
            Some(zone) => problem.help(format!("did you mean:\n{}", reader.instead(path, &zone))),
            None => problem.help(format!(
                "type the area and the city that sets the clock, such as:\n{}",
                reader.instead(path, "America/Chicago")
            )),
        });
        None
    }

    fn schema(_: &mut SchemaGenerator) -> Schema {
        let areas = AREAS.join("|");
        json_schema!({ "type": "string", "pattern": format!("^(UTC|({areas})/[A-Za-z0-9_+/-]+)$") })
    }
}

fn is_zone(text: &str) -> bool {
    let city = |char: char| char.is_ascii_alphanumeric() || "_+/-".contains(char);
    text.split_once('/').is_some_and(|(area, place)| {
        AREAS.contains(&area)
            && place.chars().all(city)
            && place
                .split('/')
                .all(|part| part.starts_with(|first: char| first.is_ascii_alphabetic()))
    })
}

fn meant(text: &str) -> Option<String> {
    let upper = text.to_uppercase();
    let short = upper.trim_end_matches(" TIME");
    if let Some((_, zone)) = SHORT.iter().find(|(name, _)| *name == short) {
        return Some((*zone).to_owned());
    }
    let (area, city) = text.split_once('/')?;
    let area = nearest(area, &AREAS)?;
    let city: Vec<String> = city
        .split([' ', '_'])
        .map(|word| {
            let mut chars = word.chars();
            chars.next().map_or_else(String::new, |first| {
                first.to_uppercase().chain(chars).collect()
            })
        })
        .collect();
    let zone = format!("{area}/{}", city.join("_"));
    is_zone(&zone).then_some(zone)
}
