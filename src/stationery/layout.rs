//! A card laid flat: one panel, or two with a fold between them.

use super::sheet::{Cell, Grid};
use crate::card::{Placed, Turn};

/// What a card is when it is laid flat, and where its parts stand on it. Unit: pt.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Layout {
    /// The width and height of the card laid flat.
    pub flat: (f32, f32),
    /// Where the front stands on the outer face: the card itself where nothing is folded.
    pub front: Panel,
    /// Where the text stands on the inner face, seen through the paper; `None` for a card that is
    /// not folded.
    pub inside: Option<Panel>,
}

/// A part of a card laid flat, from its lower left corner.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Panel {
    /// The left edge.
    pub x: f32,
    /// The lower edge.
    pub y: f32,
    /// The width and height.
    pub size: (f32, f32),
    /// How what stands there is turned.
    pub turn: Turn,
}

impl Layout {
    /// A card that is not folded.
    pub fn plain(size: (f32, f32)) -> Self {
        Self {
            flat: size,
            front: Panel::at(0.0, 0.0, size),
            inside: None,
        }
    }

    /// A card of this size that was folded in half.
    ///
    /// An upright one opens to the side like a book: the outer face is the back on the left and the
    /// front on the right, and the text stands on the right of the inner face. A lying one opens
    /// upwards: the front is below the fold, and the text below the fold of the inner face.
    pub fn folded(size: (f32, f32)) -> Self {
        let (width, height) = size;
        if width > height {
            // Seen through the paper, what is below the inner fold is above the outer one and on
            // its head.
            let inside = Panel {
                turn: Turn::Around,
                ..Panel::at(0.0, height, size)
            };
            Self {
                flat: (width, 2.0 * height),
                front: Panel::at(0.0, 0.0, size),
                inside: Some(inside),
            }
        } else {
            Self {
                flat: (2.0 * width, height),
                front: Panel::at(width, 0.0, size),
                inside: Some(Panel::at(width, 0.0, size)),
            }
        }
    }

    /// The card on a page of its own.
    pub fn alone(&self) -> Grid {
        let (width, height) = self.flat;
        Grid {
            page: self.flat,
            cells: vec![Cell {
                x: 0.0,
                y: 0.0,
                width,
                height,
            }],
            turn: Turn::Upright,
            bleed: None,
        }
    }

    /// A piece on one of the panels of a card that stands in a cell, turned.
    pub(super) fn put(&self, piece: usize, panel: &Panel, cell: &Cell, turn: Turn) -> Placed {
        let (width, height) = panel.turn.size(panel.size);
        let (flat_width, flat_height) = self.flat;
        let (x, y) = match turn {
            Turn::Upright => (panel.x, panel.y),
            Turn::Left => (flat_height - panel.y - height, panel.x),
            Turn::Around => (flat_width - panel.x - width, flat_height - panel.y - height),
            Turn::Right => (panel.y, flat_width - panel.x - width),
        };
        Placed {
            piece,
            x: cell.x + x,
            y: cell.y + y,
            turn: panel.turn.and(turn),
        }
    }
}

impl Panel {
    fn at(x: f32, y: f32, size: (f32, f32)) -> Self {
        Self {
            x,
            y,
            size,
            turn: Turn::Upright,
        }
    }
}
