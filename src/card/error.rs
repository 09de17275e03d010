use thiserror::Error;

use super::document::MOST_PAGES;
use super::{Design, Ink, Lettering, Size};
use crate::language::Language;

/// Why a card cannot be made.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum CardError {
    /// The text does not fit, even in the smallest legible size.
    #[error("the text is about {words_over} {} too long for the card", if *words_over == 1 { "word" } else { "words" })]
    TooLong {
        /// How many words are too many, erring upwards; at least 1.
        words_over: usize,
    },
    /// The text of a letter does not fit on its page.
    #[error("the text is about {words_over} {} too long for one page", if *words_over == 1 { "word" } else { "words" })]
    TooLongForPage {
        /// How many words are too many, estimated; at least 1.
        words_over: usize,
    },
    /// A line of a letter, such as one of an address, does not fit in its place.
    #[error("the letter has no room for the line `{}`", .line.chars().take(40).collect::<String>().trim_end())]
    NoRoom {
        /// The line.
        line: String,
    },
    /// The text of a document takes more paper than any document is worth.
    #[error("the text takes about {pages} pages, and a document may have {MOST_PAGES}")]
    TooManyPages {
        /// How many pages it takes, measured or estimated; more than 40.
        pages: usize,
    },
    /// No face at hand has a character of the text.
    #[error("no lettering has the character `{character}` of `{word}`")]
    NoGlyph {
        /// The character, with the marks that belong to it, as typed.
        character: String,
        /// The word that it stands in, as typed.
        word: String,
    },
    /// A card size that does not exist.
    #[error("there is no card size `{name}`")]
    UnknownSize {
        /// What was asked for.
        name: String,
    },
    /// Measures of a card without their unit.
    #[error("the card size `{name}` has no unit")]
    SizeWithoutUnit {
        /// What was asked for.
        name: String,
    },
    /// Measures that are no card's.
    #[error("`{name}` is no size for a card")]
    SizeOutOfBounds {
        /// What was asked for.
        name: String,
    },
    /// An ink that does not exist.
    #[error("there is no ink `{name}`")]
    UnknownInk {
        /// What was asked for.
        name: String,
    },
    /// An ink that is too pale.
    #[error("the ink `{name}` is too pale to be read on paper")]
    PaleInk {
        /// What was asked for.
        name: String,
    },
    /// A design that does not exist.
    #[error("there is no design `{name}`")]
    UnknownDesign {
        /// What was asked for.
        name: String,
    },
    /// A face that does not exist.
    #[error("there is no lettering `{name}`")]
    UnknownLettering {
        /// What was asked for.
        name: String,
    },
    /// Bytes that were handed in as a font and are none.
    #[error("the font for `{name}` cannot be read")]
    BadFont {
        /// The face that the bytes should have been.
        name: String,
    },
    /// The PDF library refused the page.
    #[error("the page cannot be written as PDF: {reason}")]
    Pdf {
        /// What the library said.
        reason: String,
    },
}

impl CardError {
    /// What a user can do about it, as a sentence without a full stop; `None` where nothing helps.
    pub fn help(&self) -> Option<String> {
        let sizes = Size::ALL.map(|size| size.name);
        let inks = Ink::NAMED.map(|(name, _)| name);
        match self {
            Self::TooLong { .. } => {
                Some("shorten it, take a larger card (`--size`), or send this one as an email: \
                 `send: email`".to_owned())
            }
            Self::TooLongForPage { .. } => Some("shorten it".to_owned()),
            Self::NoRoom { .. } => Some("shorten the line, or divide it into two".to_owned()),
            Self::TooManyPages { .. } => {
                Some("shorten it, or make several documents of it".to_owned())
            }
            Self::NoGlyph { .. } => {
                Some("bring a font that has it (`--font FILE`), write the word in Latin, Greek or Cyrillic \
                 letters, or send this one as an email: `send: email`".to_owned())
            }
            Self::UnknownSize { .. } => Some(format!(
                "the sizes are {}, or width and height such as `5x7in` or `110x160mm`",
                listed(&sizes)
            )),
            Self::SizeWithoutUnit { name } => Some(format!(
                "say whether it is inches, millimetres or centimetres: `{name}in`, `{name}mm` or \
                 `{name}cm`"
            )),
            Self::SizeOutOfBounds { .. } => Some(
                "each side is 2.5 to 10 inches (64 to 254 mm) long, such as `5x7in`, the width first"
                    .to_owned(),
            ),
            Self::UnknownInk { .. } => Some(format!(
                "the inks are {}, or a colour like `#1c2b4e`",
                listed(&inks)
            )),
            Self::PaleInk { .. } => Some("take a darker one, such as `#1c2b4e`".to_owned()),
            Self::UnknownDesign { .. } => Some(format!(
                "the designs are {}",
                listed(&Design::ALL.map(Design::name))
            )),
            Self::UnknownLettering { .. } => Some(format!(
                "there are {}",
                listed(&Lettering::ALL.map(Lettering::name))
            )),
            Self::BadFont { .. } | Self::Pdf { .. } => None,
        }
    }
}

/// The names as a sentence says them; British English wants no comma before the `and`, nor do the
/// other messages have one.
fn listed(names: &[&str]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    Language::EnGb.join_and(&quoted)
}
