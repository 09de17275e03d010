use super::{Design, Initials, Ink, Lettering, Natural, Size};
use crate::language::Language;

/// What a card is to look like.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CardOptions {
    /// The size of the card.
    pub size: Size,
    /// The face that it is set in.
    pub lettering: Lettering,
    /// The colour of the ink.
    pub ink: Ink,
    /// What is drawn on it.
    pub design: Design,
    /// The sender's initials, for a monogram; left out: those of the signature.
    pub initials: Option<Initials>,
    /// How far from ruler-straight it is written; `None` for what is usual for the face.
    pub natural: Option<Natural>,
    /// The language of the text; it is noted in the PDF for readers that speak it aloud.
    pub language: Language,
}

impl CardOptions {
    /// The card that is made when nothing else is asked for, in the size usual for the language.
    pub fn for_language(language: Language) -> Self {
        Self {
            size: Size::for_language(language),
            lettering: Lettering::default(),
            ink: Ink::default(),
            design: Design::default(),
            initials: None,
            natural: None,
            language,
        }
    }

    /// How far from ruler-straight the card is written.
    pub fn natural(&self) -> Natural {
        self.natural.unwrap_or(Natural::of(self.lettering))
    }
}

impl Default for CardOptions {
    fn default() -> Self {
        Self::for_language(Language::default())
    }
}
