//! A postal address as it stands on an envelope.

use super::place;
use super::property::{Property, as_lines};

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
            // Box, what comes before the street, and the street.
            let mut written: Vec<String> = (0..3).flat_map(|at| property.lines_of(at)).collect();
            written.extend(place::lines(town, region, code, country));
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
