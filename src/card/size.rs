use super::CardError;
use crate::language::Language;

/// The trimmed size of a card, as it is held to read.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Size {
    /// What it is called on the command line, such as `a2`; `custom` for one given by its measures.
    pub name: &'static str,
    /// The width in points (1/72 inch).
    pub width: f32,
    /// The height in points.
    pub height: f32,
}

/// Points in a millimetre.
const MM: f32 = 72.0 / 25.4;
/// Points in an inch.
const INCH: f32 = 72.0;
/// The shortest and the longest side of a card in points: 2.5 and 10 inches. On less, two words
/// make a line; on more, a line has more words than the eye finds its way back from.
const SIDES: (f32, f32) = (2.5 * INCH, 10.0 * INCH);
/// How far a side may be off those by rounding: 64 mm and 254 mm are meant to be inside.
const GRAIN: f32 = 0.5;

impl Size {
    /// The American note card, 4.25 × 5.5 in: half of half a Letter sheet.
    pub const A2: Self = Self::inches("a2", 4.25, 5.5);
    /// ISO 216 A6, 105 × 148 mm: a quarter of an A4 sheet.
    pub const A6: Self = Self::millimetres("a6", 105.0, 148.0);
    /// The American greeting card, 5 × 7 in.
    pub const A7: Self = Self::inches("a7", 5.0, 7.0);
    /// The small American note, 3.5 × 4.875 in: the smallest card that the post takes unwrapped is
    /// 3.5 × 5 in, so that this one goes into an envelope.
    pub const FOUR_BAR: Self = Self::inches("4bar", 3.5, 4.875);
    /// The largest card that travels at the American postcard price, 6 × 4 in, lying.
    pub const POSTCARD_US: Self = Self::inches("postcard-us", 6.0, 4.0);
    /// The European postcard, A6 lying.
    pub const POSTCARD_EU: Self = Self::millimetres("postcard-eu", 148.0, 105.0);

    /// Every size that can be asked for by name.
    pub const ALL: [Self; 6] = [
        Self::A2,
        Self::A6,
        Self::A7,
        Self::FOUR_BAR,
        Self::POSTCARD_US,
        Self::POSTCARD_EU,
    ];

    const fn inches(name: &'static str, width: f32, height: f32) -> Self {
        Self {
            name,
            width: width * INCH,
            height: height * INCH,
        }
    }

    const fn millimetres(name: &'static str, width: f32, height: f32) -> Self {
        Self {
            name,
            width: width * MM,
            height: height * MM,
        }
    }

    /// The size that shops near the reader sell: a2 in North America, a6 elsewhere.
    pub fn for_language(language: Language) -> Self {
        match language {
            Language::EnUs | Language::EnCa => Self::A2,
            Language::EnGb | Language::EnAu => Self::A6,
        }
    }

    /// Whether it is wider than high.
    pub fn is_landscape(self) -> bool {
        self.width > self.height
    }

    /// Finds a size by its name, in either case, or takes one by its measures, the width first:
    /// `5x7in`, `110 x 160 mm`, `11x16cm`.
    ///
    /// # Errors
    ///
    /// [`CardError::UnknownSize`] lists the names that exist; [`CardError::SizeWithoutUnit`] and
    /// [`CardError::SizeOutOfBounds`] for measures that are no card.
    pub fn parse(text: &str) -> Result<Self, CardError> {
        let found = Self::ALL
            .into_iter()
            .find(|size| size.name.eq_ignore_ascii_case(text.trim()));
        found.map_or_else(|| Self::by_measures(text), Ok)
    }

    fn by_measures(text: &str) -> Result<Self, CardError> {
        let unknown = || CardError::UnknownSize {
            name: text.to_owned(),
        };
        let plain = text.trim().to_lowercase().replace('×', "x");
        let (width, height) = plain.split_once('x').ok_or_else(unknown)?;
        let (width, own_unit) = measure(width).ok_or_else(unknown)?;
        let (height, unit) = measure(height).ok_or_else(unknown)?;
        if own_unit.is_some() && own_unit != unit {
            return Err(unknown());
        }
        let Some(unit) = unit else {
            return Err(CardError::SizeWithoutUnit {
                name: text.trim().to_owned(),
            });
        };
        let (width, height) = (width * unit, height * unit);
        let sides = SIDES.0 - GRAIN..=SIDES.1 + GRAIN;
        if !sides.contains(&width) || !sides.contains(&height) {
            return Err(CardError::SizeOutOfBounds {
                name: text.trim().to_owned(),
            });
        }
        Ok(Self {
            name: "custom",
            width,
            height,
        })
    }
}

/// A number, and the points in its unit where it has one.
fn measure(text: &str) -> Option<(f32, Option<f32>)> {
    let text = text.trim();
    let (number, unit) = match text.find(|c: char| !c.is_ascii_digit() && c != '.') {
        Some(end) => (&text[..end], Some(text[end..].trim())),
        None => (text, None),
    };
    let unit = match unit {
        None => None,
        Some("in" | "inch" | "inches" | "\"") => Some(INCH),
        Some("mm") => Some(MM),
        Some("cm") => Some(10.0 * MM),
        Some(_) => return None,
    };
    Some((number.parse().ok()?, unit))
}
