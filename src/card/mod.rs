//! What is printed: a letter typeset in a hand as a card, a document on paper, as a PDF.
//!
//! Takes a [`LetterText`] and [`CardOptions`]; gives a [`Card`], which knows where every glyph
//! stands, and from it the bytes of a PDF. Also says how much room a card has ([`CardRoom`]).
//!
//! The way of a text, one file each: `manuscript` (what is said where) → `fonts`, `coverage` (a
//! face for every word) → `bidi`, `items` → `shape` (glyphs) → `breaks`, `lines`, `broken` (optimal line
//! breaks) → `ladder`, `fit` (the type size) → `compose` (everything in its place), `hand` (and a little off
//! it) → `page` (the
//! [`Card`]) → `glyph_text`, `embed` (what of which font), `operators`, `content` (the page's bytes) →
//! `pdf` (the file), `impose` → `finish` (version, language, ids), `deflate`.
//!
//! Beside the cards, a plain document on sheets of paper ([`Pages`]), by the same steps but for
//! those that know of a card: `blanks`, `entries` (what is said where, and what is left to fill in)
//! → … → `rows` (lines and rules) → `paginate` (which row on which page) → `pages` (the [`Pages`]) →
//! `sheet`, what both are to the file.
//!
//! A business letter is one such sheet (`business`, `letter_body`, `return_line`). What is finished, and a few lines in places of their own (`block`), can be placed on other paper
//! (`leaf`), each piece once in the file (`impose`).

mod bidi;
mod blanks;
mod block;
mod breaks;
mod broken;
mod business;
mod compose;
mod content;
mod coverage;
mod deflate;
mod design;
mod document;
mod drawing;
mod embed;
mod entries;
mod error;
mod finish;
mod fit;
mod fonts;
mod glyph_text;
mod hand;
mod impose;
mod ink;
mod items;
mod ladder;
mod leaf;
mod letter_body;
mod lettering;
mod lines;
mod manuscript;
mod monogram;
mod natural;
mod operators;
mod options;
mod own;
mod page;
mod pages;
mod paginate;
mod paper;
mod pdf;
mod return_line;
mod room;
mod rows;
mod ruled;
mod sfnt;
mod shape;
mod sheet;
mod size;
mod tidy;
mod tracking;

use crate::letter::LetterText;
use crate::prose;

pub use block::{Align, Block, Inscription};
pub use business::{Business, typeset_business};
pub use design::Design;
pub use document::typeset_pages;
pub use drawing::{Node, Paint, Shape};
pub use error::CardError;
pub use fonts::Fonts;
pub use ink::Ink;
pub use leaf::{Flip, Leaf, Piece, Placed, Stroke, Turn, bind};
pub use lettering::Lettering;
pub use monogram::Initials;
pub use natural::Natural;
pub use options::CardOptions;
pub use own::FontError;
pub use page::{Card, Glyph, GlyphRun, Line, Rect};
pub use pages::{Margin, Page, Pages, Rule};
pub use paper::{PageOptions, Paper};
pub use pdf::{Binder, Inked, PdfMeta};
pub use room::CardRoom;
pub use size::Size;

use fit::Fitter;
use hand::Hand;
use manuscript::{Passage, Role};
use shape::{Shaped, Shaper};
use sheet::{Binding, Sheet};

/// Typesets a letter.
///
/// The first block of the body is the salutation, the last one the sign-off with the signature
/// after a line break; the date stands above.
///
/// # Errors
///
/// [`CardError::TooLong`] where the text does not fit in the smallest legible size, and
/// [`CardError::NoGlyph`] where no face has one of its characters.
pub fn typeset(
    letter: &LetterText,
    options: &CardOptions,
    fonts: &Fonts,
) -> Result<Card, CardError> {
    let passages = manuscript::manuscript(letter.date.as_deref(), &prose::parse(&letter.body));
    if let Some(words_over) = fit::far_too_long(&passages) {
        return Err(CardError::TooLong { words_over });
    }
    let chain = fonts.chain(options.lettering);
    let mut shaper = Shaper::new(&chain);
    let shaped = passages
        .iter()
        .map(|passage| shaper.passage(&passage.text))
        .collect::<Result<Vec<Shaped<'_>>, CardError>>()?;
    let Some(wanted) = chain.first().map(|face| face.metrics) else {
        return Err(CardError::BadFont {
            name: options.lettering.name().to_owned(),
        });
    };
    let initials = options.initials.unwrap_or_else(|| signed(&passages));
    let design = match options.design {
        // Nobody's monogram is none.
        Design::Monogram if initials.is_empty() => Design::Plain,
        design => design,
    };
    let type_faces = fonts.chain(Lettering::EbGaramond);
    let mut fitter = Fitter {
        passages: &passages,
        shaped: &shaped,
        shaper: &mut shaper,
        setting: options.lettering.setting(&wanted),
        card: options.size,
        hand: Hand::new(options.natural(), &passages),
        design,
        ink: options.ink,
        initials,
        monogram_faces: &type_faces,
        cap_height: wanted.cap_height / wanted.units_per_em,
    };
    let composition = fitter
        .compose()
        .map_err(|words_over| CardError::TooLong { words_over })?;
    Ok(Card::assemble(composition, options, &chain))
}

/// The initials of whoever signs the letter.
fn signed(passages: &[Passage]) -> Initials {
    let signature = passages.iter().find(|p| p.role == Role::Signature);
    signature.map_or(Initials::default(), |name| Initials::of(&name.text))
}

impl Card {
    /// The card as a PDF of one page.
    ///
    /// The same card and the same words about it give the same bytes, on every machine and day.
    ///
    /// # Errors
    ///
    /// [`CardError::Pdf`] if the PDF library refuses the page.
    pub fn pdf(&self, meta: &PdfMeta) -> Result<Vec<u8>, CardError> {
        let binding = Binding {
            meta,
            language: self.language,
            keeps_size: true,
            flip: None,
        };
        Binder::new().pages(&[Sheet::of_card(self)], &binding)
    }
}
