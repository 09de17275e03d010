use super::CardError;
use crate::language::Language;

/// The trimmed size of a card, upright.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Size {
    /// What it is called on the command line, such as `a2`.
    pub name: &'static str,
    /// The width in points (1/72 inch).
    pub width: f32,
    /// The height in points.
    pub height: f32,
}

/// Points in a millimetre.
const MM: f32 = 72.0 / 25.4;

impl Size {
    /// The American note card, 4.25 × 5.5 in: half of half a Letter sheet.
    pub const A2: Self = Self {
        name: "a2",
        width: 306.0,
        height: 396.0,
    };
    /// ISO 216 A6, 105 × 148 mm: a quarter of an A4 sheet.
    pub const A6: Self = Self {
        name: "a6",
        width: 105.0 * MM,
        height: 148.0 * MM,
    };

    /// Every size that can be asked for by name.
    pub const ALL: [Self; 2] = [Self::A2, Self::A6];

    /// The size that shops near the reader sell: a2 in North America, a6 elsewhere.
    pub fn for_language(language: Language) -> Self {
        match language {
            Language::EnUs | Language::EnCa => Self::A2,
            Language::EnGb | Language::EnAu => Self::A6,
        }
    }

    /// Finds a size by its name, in either case.
    ///
    /// # Errors
    ///
    /// [`CardError::UnknownSize`] lists the names that exist.
    pub fn parse(name: &str) -> Result<Self, CardError> {
        let found = Self::ALL
            .into_iter()
            .find(|size| size.name.eq_ignore_ascii_case(name.trim()));
        found.ok_or_else(|| CardError::UnknownSize {
            name: name.to_owned(),
        })
    }
}
