//! A postal address as it stands on an envelope.

use super::property::{Property, as_lines};

/// Countries where the region and the postal code follow the town on its line; the usual way where
/// no country is given.
const TOWN_FIRST: &[&str] = &[
    "",
    "us",
    "usa",
    "u.s.a.",
    "united states",
    "united states of america",
    "canada",
    "ca",
    "australia",
    "au",
    "new zealand",
    "nz",
    "india",
    "singapore",
    "ireland",
    "ie",
];

/// Countries where the postal code has a line of its own.
const CODE_APART: &[&str] = &[
    "uk",
    "u.k.",
    "gb",
    "united kingdom",
    "great britain",
    "england",
    "scotland",
    "wales",
    "northern ireland",
];

/// The lines of an address, the firm first; `None` where there are none.
///
/// A label is the address as its owner writes it, and is taken as it is.
pub(super) fn lines(
    property: &Property,
    firm: Option<&str>,
    label: Option<&Property>,
) -> Option<String> {
    let parts = property.parts();
    let part = |at: usize| parts.get(at).map_or("", String::as_str);
    let written: Vec<String> = match (property.parameter("LABEL"), label) {
        (Some(label), _) => as_lines(
            &label
                .replace("\\n", "\n")
                .replace("\\N", "\n")
                .replace("\\,", ","),
        ),
        (None, Some(label)) => label.lines(),
        (None, None) => {
            let [town, region, code, country] = [3, 4, 5, 6].map(part);
            let place = country.to_lowercase();
            let near = [region, code].map(str::trim);
            let near: Vec<&str> = near.into_iter().filter(|part| !part.is_empty()).collect();
            // Box, what comes before the street, and the street.
            let mut written: Vec<String> = (0..3).flat_map(|at| property.lines_of(at)).collect();
            if TOWN_FIRST.contains(&place.as_str()) {
                let comma = if town.is_empty() || near.is_empty() {
                    ""
                } else {
                    ", "
                };
                written.push(format!("{town}{comma}{}", near.join(" ")));
            } else if CODE_APART.contains(&place.as_str()) {
                written.extend([town.to_owned(), region.to_owned(), code.to_owned()]);
            } else {
                written.push(format!("{code} {town}").trim().to_owned());
                written.push(region.to_owned());
            }
            written.push(country.to_owned());
            written
        }
    };
    let mut lines: Vec<String> = written
        .into_iter()
        .filter(|line| !line.trim().is_empty())
        .collect();
    if lines.is_empty() {
        return None;
    }
    if let Some(firm) = firm.filter(|firm| !lines.iter().any(|line| line == firm)) {
        lines.insert(0, firm.to_owned());
    }
    Some(lines.join("\n"))
}
