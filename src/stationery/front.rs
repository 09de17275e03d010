//! The front of a card that is folded.

use super::StationeryError;
use crate::card::{Align, Block, CardOptions, Fonts, Inscription};

/// What stands on the front of a folded card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Front {
    /// “Thank you”.
    ThankYou,
    /// The first letters of a name.
    Monogram(String),
}

/// The height of the words' middle, as a part of the card: the eye's middle is above the ruler's.
const MIDDLE: f32 = 0.56;
/// How much of the width the words take at most.
const WIDEST: f32 = 0.62;
/// The largest type, as a part of the shorter side.
const LARGEST: f32 = 0.16;

impl Front {
    /// The monogram of a name: the first letters of its first and of its last word.
    pub fn monogram(name: &str) -> Self {
        let mut words = name
            .split_whitespace()
            .filter_map(|word| word.chars().find(|c| c.is_alphabetic()));
        let first = words.next();
        let letters = first.into_iter().chain(words.next_back());
        let letters: Vec<String> = letters
            .map(|letter| letter.to_uppercase().collect())
            .collect();
        Self::Monogram(letters.join("\u{2009}"))
    }
}

/// Sets the front of a card, in its lettering and ink.
///
/// # Errors
///
/// [`StationeryError::Card`] where no face has one of the letters.
pub fn front(
    front: &Front,
    options: &CardOptions,
    fonts: &Fonts,
) -> Result<Block, StationeryError> {
    let words = match front {
        Front::ThankYou => "Thank you",
        Front::Monogram(letters) => letters,
    };
    let (width, height) = (options.size.width, options.size.height);
    let ems = Block::breadth(words, options.lettering, fonts)?;
    let size = (width * WIDEST / ems.max(1.0)).min(width.min(height) * LARGEST);
    let line = |baseline| Inscription {
        text: words.to_owned(),
        x: width / 2.0,
        baseline,
        size,
        align: Align::Middle,
    };
    let set = |line| {
        Block::set(
            (width, height),
            &[line],
            options.lettering,
            options.ink,
            fonts,
        )
    };
    // The ink's middle is known once it is set.
    let trial = set(line(0.0))?;
    let (bottom, top) = trial
        .ink_boxes()
        .fold((0.0_f32, 0.0_f32), |(bottom, top), ink| {
            (bottom.min(ink.bottom), top.max(ink.top))
        });
    Ok(set(line(height * MIDDLE - (bottom + top) / 2.0))?)
}
