//! What printers call paper.

use super::figures::{INCH, MM, size};
use crate::yaml::{self, Value};

/// Sizes nearer than this are the same. Unit: pt.
const NEAR: f32 = 1.0;

/// The name of a size of paper, lying or upright, for the option `media` of CUPS: one of PWG
/// 5101.1, else the measures, such as `Custom.4.25x5.5in`, the shorter side first.
///
/// Printers take paper with its shorter side ahead, and CUPS turns a lying page to fit.
pub fn media_name((width, height): (f32, f32)) -> String {
    let (short, long) = (width.min(height), width.max(height));
    let near = |own: (f32, f32)| (own.0 - short).abs() < NEAR && (own.1 - long).abs() < NEAR;
    let known = names().find(|(_, own)| near(*own)).map(|(name, _)| name);
    known.unwrap_or_else(|| {
        let sixteenths = |points: f32| {
            let count = points / INCH * 16.0;
            (count - count.round()).abs() < 0.01
        };
        if sixteenths(short) && sixteenths(long) {
            format!("Custom.{}x{}in", short / INCH, long / INCH)
        } else {
            format!("Custom.{}x{}mm", (short / MM).round(), (long / MM).round())
        }
    })
}

/// The names of the data file and their sizes.
fn names() -> impl Iterator<Item = (String, (f32, f32))> {
    let entries = match yaml::values(include_str!("media.yaml")).map(|root| root.value) {
        Some(Value::Map(entries)) => entries,
        _ => Vec::new(),
    };
    entries
        .into_iter()
        .filter_map(|entry| match entry.value.value {
            Value::Scalar(scalar) => Some((entry.key, size(&scalar.text)?)),
            _ => None,
        })
}

#[cfg(test)]
mod tests {
    use super::super::{Envelope, SheetKind};
    use super::*;

    #[test]
    fn names_say_the_size_that_they_have() {
        assert_eq!(names().count(), 11);
        for (name, (width, height)) in names() {
            assert!(width < height, "{name}");
            // The last part of a name is the size.
            let said = name.rsplit('_').next().unwrap();
            let said = size(said).unwrap();
            let near = (said.0 - width).abs() < 0.01 && (said.1 - height).abs() < 0.01;
            assert!(near, "{name}: {said:?}");
        }
    }

    #[test]
    fn every_paper_has_a_name() {
        assert_eq!(media_name((792.0, 612.0)), "na_letter_8.5x11in");
        assert_eq!(media_name((306.0, 396.0)), "Custom.4.25x5.5in");
        assert_eq!(media_name((100.0 * MM, 60.0 * MM)), "Custom.60x100mm");
        for sheet in SheetKind::all() {
            assert!(
                !media_name(sheet.page).starts_with("Custom"),
                "{}",
                sheet.name
            );
        }
        let names: Vec<String> = Envelope::all()
            .iter()
            .map(|each| media_name(each.size))
            .collect();
        assert_eq!(
            names,
            [
                "na_a2_4.375x5.75in",
                "Custom.4.75x6.5in",
                "Custom.5.25x7.25in",
                "na_number-10_4.125x9.5in",
                "iso_c6_114x162mm",
                "iso_dl_110x220mm"
            ]
        );
    }
}
