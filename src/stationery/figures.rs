//! Lengths as people write them, and the data files that are full of them.

use crate::yaml::{self, Entry, Value};

/// Points in an inch.
pub const INCH: f32 = 72.0;
/// Points in a millimetre.
pub const MM: f32 = 72.0 / 25.4;

/// Reads a length with its unit, such as `3 mm`, `4.25in`, `4 3/8 in` or `-1.5mm`; gives points.
///
/// Nothing needs no unit: `0`.
pub fn length(text: &str) -> Option<f32> {
    let text = text.trim();
    let (sign, text) = match text.strip_prefix('-') {
        Some(rest) => (-1.0, rest.trim_start()),
        None => (1.0, text.strip_prefix('+').unwrap_or(text)),
    };
    let end = text.find(|c: char| c.is_alphabetic() || c == '"');
    let (figures, unit) = text.split_at(end.unwrap_or(text.len()));
    let figures = number(figures.trim())?;
    let unit = match unit.trim() {
        "mm" => MM,
        "cm" => 10.0 * MM,
        "in" | "inch" | "inches" | "\"" => INCH,
        "pt" => 1.0,
        "" if figures == 0.0 => 1.0,
        _ => return None,
    };
    Some(sign * figures * unit)
}

/// A width and a height with one unit, such as `8.5 x 11 in`, in points.
pub(super) fn size(text: &str) -> Option<(f32, f32)> {
    let (width, height) = text.split_once('x')?;
    let unit = height.trim_start_matches(|c: char| !c.is_alphabetic());
    Some((length(&format!("{width} {unit}"))?, length(height)?))
}

/// `4`, `4.25`, `3/8` or `4 3/8`.
fn number(text: &str) -> Option<f32> {
    let mut sum = 0.0;
    let mut parts = 0;
    for part in text.split_whitespace() {
        let plain = part
            .bytes()
            .all(|b| b.is_ascii_digit() || b == b'.' || b == b'/');
        if !plain || parts == 2 {
            return None;
        }
        sum += match part.split_once('/') {
            Some((over, under)) => {
                let under: f32 = under.parse().ok().filter(|under| *under > 0.0)?;
                over.parse::<f32>().ok()? / under
            }
            None if parts == 0 => part.parse().ok()?,
            None => return None,
        };
        parts += 1;
    }
    (parts > 0).then_some(sum)
}

/// A length as a message shows it: inches where it is a whole number of sixteenths, else in mm.
pub fn shown((width, height): (f32, f32)) -> String {
    let inches = |points: f32| {
        let sixteenths = points / INCH * 16.0;
        ((sixteenths - sixteenths.round()).abs() < 0.01).then(|| sixteenths.round() / 16.0)
    };
    match (inches(width), inches(height)) {
        (Some(width), Some(height)) => format!("{width} × {height} in"),
        _ => format!("{} × {} mm", (width / MM).round(), (height / MM).round()),
    }
}

/// The entries of a data file, each a name and what is said of it.
pub(super) fn records(text: &str) -> Vec<(String, Record)> {
    let Some(Value::Map(entries)) = yaml::values(text).map(|root| root.value) else {
        return Vec::new();
    };
    let records = entries
        .into_iter()
        .filter_map(|entry| match entry.value.value {
            Value::Map(said) => Some((entry.key, Record(said))),
            _ => None,
        });
    records.collect()
}

/// What a data file says of one thing.
pub(super) struct Record(Vec<Entry>);

impl Record {
    pub fn text(&self, key: &str) -> Option<&str> {
        let entry = self.0.iter().find(|entry| entry.key == key)?;
        match &entry.value.value {
            Value::Scalar(scalar) => Some(&scalar.text),
            _ => None,
        }
    }

    pub fn length(&self, key: &str) -> Option<f32> {
        length(self.text(key)?)
    }

    pub fn size(&self, key: &str) -> Option<(f32, f32)> {
        size(self.text(key)?)
    }

    pub fn count(&self, key: &str) -> Option<usize> {
        self.text(key)?.parse().ok().filter(|count| *count > 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_read_as_they_are_written() {
        let read = |text| length(text).map(|points| (points * 100.0).round() / 100.0);
        assert_eq!(read("4.25in"), Some(306.0));
        assert_eq!(read("4 3/8 in"), Some(315.0));
        assert_eq!(read("3/16 in"), Some(13.5));
        assert_eq!(read("25.4 mm"), Some(72.0));
        assert_eq!(read("-1 mm"), Some(-2.83));
        assert_eq!(read("0"), Some(0.0));
        for wrong in [
            "",
            "in",
            "3",
            "3 feet",
            "3/0 in",
            "1 2 in",
            "--1mm",
            "1 2 3/4 in",
            "1e3mm",
            "inf mm",
        ] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
        assert_eq!(size("8.5 x 11 in"), Some((612.0, 792.0)));
        assert_eq!(size("8.5 in"), None);
        assert_eq!(shown((306.0, 396.0)), "4.25 × 5.5 in");
        assert_eq!(shown((105.0 * MM, 148.0 * MM)), "105 × 148 mm");
    }
}
