use super::Lettering;
use crate::language::Language;

/// A sheet of paper, upright.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paper {
    /// 8.5 × 11 inches.
    UsLetter,
    /// ISO 216 A4, 210 × 297 mm.
    A4,
}

/// What the pages of a document are to look like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PageOptions {
    /// The paper that they are printed on.
    pub paper: Paper,
    /// The face that they are set in.
    pub lettering: Lettering,
    /// The language of the text; it is noted in the PDF for readers that speak it aloud.
    pub language: Language,
}

/// Points in a millimetre.
pub(super) const MM: f32 = 72.0 / 25.4;

impl Paper {
    /// The paper in the printers where the language is spoken: US Letter in North America, A4
    /// elsewhere.
    pub fn for_language(language: Language) -> Self {
        match language {
            Language::EnUs | Language::EnCa => Self::UsLetter,
            Language::EnGb | Language::EnAu => Self::A4,
        }
    }

    /// The width in points (1/72 inch).
    pub fn width(self) -> f32 {
        match self {
            Self::UsLetter => 612.0,
            Self::A4 => 210.0 * MM,
        }
    }

    /// The height in points.
    pub fn height(self) -> f32 {
        match self {
            Self::UsLetter => 792.0,
            Self::A4 => 297.0 * MM,
        }
    }
}

impl PageOptions {
    /// A page as it is made when nothing else is asked for: in the book face, on the paper that is
    /// usual for the language.
    pub fn for_language(language: Language) -> Self {
        Self {
            paper: Paper::for_language(language),
            lettering: Lettering::EbGaramond,
            language,
        }
    }
}

impl Default for PageOptions {
    fn default() -> Self {
        Self::for_language(Language::default())
    }
}
