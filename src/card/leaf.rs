//! Finished pieces on leaves of paper: what stands where on each page of a file.

use super::pdf::Binder;
use super::{Block, Card, CardError, Pages, PdfMeta};
use crate::language::Language;

/// A page of a file on which finished pieces stand. Unit: pt, from the lower left corner, upwards.
#[derive(Debug, Clone, PartialEq)]
pub struct Leaf {
    /// The width of the paper.
    pub width: f32,
    /// The height of the paper.
    pub height: f32,
    /// The pieces, in the order of reading.
    pub placed: Vec<Placed>,
    /// Lines that are no part of any piece, such as crop marks.
    pub strokes: Vec<Stroke>,
    /// What the page is called in the list of contents; `None` leaves it out.
    pub bookmark: Option<String>,
}

/// A piece in its place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Placed {
    /// Its place among the pieces of the file.
    pub piece: usize,
    /// The left edge of the box that it takes, turned.
    pub x: f32,
    /// The lower edge of that box.
    pub y: f32,
    /// How it is turned.
    pub turn: Turn,
}

/// Quarter turns, against the clock.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Turn {
    /// Not turned.
    #[default]
    Upright,
    /// Its top points to the left.
    Left,
    /// It stands on its head.
    Around,
    /// Its top points to the right.
    Right,
}

/// A thin black line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stroke {
    /// Where it begins.
    pub from: (f32, f32),
    /// Where it ends.
    pub to: (f32, f32),
    /// How thick it is.
    pub width: f32,
}

/// The edge around which a printer turns a sheet to print its back.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Flip {
    /// The longer edge, as the pages of an upright book turn.
    #[default]
    Long,
    /// The shorter edge, as the sheets of a notepad turn.
    Short,
}

/// Something typeset that can be placed.
#[derive(Debug, Clone, Copy)]
pub enum Piece<'a> {
    /// A card.
    Card(&'a Card),
    /// A few lines, such as an address.
    Block(&'a Block),
    /// The first page of a document, such as a letter.
    Page(&'a Pages),
}

impl Turn {
    const ALL: [Self; 4] = [Self::Upright, Self::Left, Self::Around, Self::Right];

    /// Both turns, one after the other.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self::ALL[(self as usize + other as usize) % 4]
    }

    /// The turn as it shows through the paper.
    #[must_use]
    pub fn mirrored(self) -> Self {
        match self {
            Self::Left => Self::Right,
            Self::Right => Self::Left,
            same => same,
        }
    }

    /// The width and the height of the box that something takes when it is turned.
    pub fn size(self, (width, height): (f32, f32)) -> (f32, f32) {
        match self {
            Self::Upright | Self::Around => (width, height),
            Self::Left | Self::Right => (height, width),
        }
    }

    /// The matrix of PDF (ISO 32000-1, 8.3.3) that turns something and puts its box at `x`, `y`.
    pub(super) fn matrix(self, (width, height): (f32, f32), x: f32, y: f32) -> [f32; 6] {
        match self {
            Self::Upright => [1.0, 0.0, 0.0, 1.0, x, y],
            Self::Left => [0.0, 1.0, -1.0, 0.0, x + height, y],
            Self::Around => [-1.0, 0.0, 0.0, -1.0, x + width, y + height],
            Self::Right => [0.0, -1.0, 1.0, 0.0, x, y + width],
        }
    }
}

impl Piece<'_> {
    /// Its width and height before it is turned.
    pub fn size(&self) -> (f32, f32) {
        match self {
            Self::Card(card) => (card.size.width, card.size.height),
            Self::Block(block) => (block.width, block.height),
            Self::Page(pages) => (pages.paper.width(), pages.paper.height()),
        }
    }
}

impl Leaf {
    /// A page that one piece fills.
    pub fn filled(piece: usize, (width, height): (f32, f32)) -> Self {
        let placed = Placed {
            piece,
            x: 0.0,
            y: 0.0,
            turn: Turn::Upright,
        };
        Self {
            width,
            height,
            placed: vec![placed],
            strokes: Vec::new(),
            bookmark: None,
        }
    }

    /// The same page under a name in the list of contents.
    #[must_use]
    pub fn called(mut self, name: &str) -> Self {
        self.bookmark = Some(name.to_owned());
        self
    }
}

/// Binds leaves into a PDF: each piece is in it once, each font once for all of them.
///
/// Many pieces are better made ready on every core, by a [`Binder`]. `flip` is told to the print
/// dialog where fronts and backs alternate. The same pieces and leaves give the same bytes, on every
/// machine and day.
///
/// # Errors
///
/// [`CardError::Pdf`] if the PDF library refuses a page.
pub fn bind(
    pieces: &[Piece<'_>],
    leaves: &[Leaf],
    meta: &PdfMeta,
    language: Language,
    flip: Option<Flip>,
) -> Result<Vec<u8>, CardError> {
    let mut binder = Binder::new();
    pieces.iter().for_each(|piece| binder.learn(*piece));
    let inked = pieces.iter().map(|piece| binder.ink(*piece));
    let inked = inked.collect::<Result<_, CardError>>()?;
    binder.bind(inked, leaves, meta, language, flip)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_turned_piece_fills_the_box_it_is_given() {
        let size = (306.0, 396.0);
        for turn in Turn::ALL {
            let [a, b, c, d, e, f] = turn.matrix(size, 20.0, 30.0);
            let (width, height) = turn.size(size);
            let mut corners = vec![(0.0, 0.0), (size.0, 0.0), (0.0, size.1), size];
            for corner in &mut corners {
                let (x, y) = *corner;
                *corner = (a * x + c * y + e, b * x + d * y + f);
            }
            corners.sort_by(|a, b| a.partial_cmp(b).unwrap());
            let (right, top) = (20.0 + width, 30.0 + height);
            let expected = [(20.0, 30.0), (20.0, top), (right, 30.0), (right, top)];
            assert_eq!(corners, expected, "{turn:?}");
            assert!((a * d - b * c - 1.0).abs() < 1e-6, "no mirror, no scale");
        }
        assert_eq!(Turn::Left.and(Turn::Right), Turn::Upright);
        assert_eq!(Turn::Left.and(Turn::Left), Turn::Around);
    }
}
