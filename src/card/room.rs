use super::{CardError, CardOptions, Fonts, typeset};
use crate::letter::{LetterText, Room};

/// The room on one kind of card, for whoever composes a letter for it.
#[derive(Debug, Clone, Copy)]
pub struct CardRoom<'a> {
    options: &'a CardOptions,
    fonts: &'a Fonts,
}

impl<'a> CardRoom<'a> {
    /// The room on a card with these options, set in these fonts.
    pub fn new(options: &'a CardOptions, fonts: &'a Fonts) -> Self {
        Self { options, fonts }
    }
}

impl Room for CardRoom<'_> {
    /// Lays the letter out and counts: 0 exactly where the card is not too long.
    ///
    /// A letter with a character that no face has is not too long; [`typeset`]
    /// names the character.
    fn words_over(&self, text: &LetterText) -> usize {
        match typeset(text, self.options, self.fonts) {
            Err(CardError::TooLong { words_over }) => words_over,
            Ok(_) | Err(_) => 0,
        }
    }
}
