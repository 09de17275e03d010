//! What a page of any kind is to whoever writes it into a file.

use std::sync::Arc;

use super::drawing::Shape;
use super::fonts::Face;
use super::leaf::{Flip, Piece};
use super::page::{Card, Line};
use super::pages::{Page, Pages, Rule};
use super::{Block, Ink, PdfMeta};
use crate::language::Language;

/// One page of a file. Unit: pt, from the lower left corner, upwards.
pub(super) struct Sheet<'a> {
    pub width: f32,
    pub height: f32,
    pub ink: Ink,
    /// The lines in the order of reading.
    pub lines: Vec<&'a Line>,
    pub rules: &'a [Rule],
    /// What is drawn below the words.
    pub shapes: &'a [Shape],
    /// The faces that runs refer to.
    pub faces: &'a [Arc<Face>],
}

/// What is true of the whole file.
pub(super) struct Binding<'a> {
    pub meta: &'a PdfMeta,
    pub language: Language,
    /// Whether the print dialog is asked to keep the size: a card that is scaled to the sheet has
    /// the wrong one, and a page on other paper than its own is better scaled than cut.
    pub keeps_size: bool,
    /// The edge around which the paper is turned, where fronts and backs alternate.
    pub flip: Option<Flip>,
}

impl<'a> Sheet<'a> {
    pub fn of(piece: Piece<'a>) -> Self {
        match piece {
            Piece::Card(card) => Self::of_card(card),
            Piece::Block(block) => Self::of_block(block),
            Piece::Page(pages) => Self::of_first(pages),
        }
    }

    pub fn of_card(card: &'a Card) -> Self {
        Self {
            width: card.size.width,
            height: card.size.height,
            ink: card.ink,
            lines: card.lines.iter().collect(),
            rules: &[],
            shapes: &card.drawing,
            faces: &card.faces,
        }
    }

    fn of_block(block: &'a Block) -> Self {
        Self {
            width: block.width,
            height: block.height,
            ink: block.ink,
            lines: block.lines.iter().collect(),
            rules: &[],
            shapes: &[],
            faces: &block.faces,
        }
    }

    pub fn of_page(page: &'a Page, pages: &'a Pages) -> Self {
        Self {
            width: pages.paper.width(),
            height: pages.paper.height(),
            ink: Pages::INK,
            lines: page.lines.iter().chain(&page.number).collect(),
            rules: &page.rules,
            shapes: &[],
            faces: &pages.faces,
        }
    }

    /// The first page; one without anything on it where there is none.
    fn of_first(pages: &'a Pages) -> Self {
        let first = pages.pages.first();
        let lines = first.map_or(Vec::new(), |page| page.lines.iter().collect());
        Self {
            width: pages.paper.width(),
            height: pages.paper.height(),
            ink: Pages::INK,
            lines,
            rules: first.map_or(&[], |page| &page.rules),
            shapes: &[],
            faces: &pages.faces,
        }
    }

    /// Whether any letters are heavier than the face has them.
    pub fn has_strong(&self) -> bool {
        let mut runs = self.lines.iter().flat_map(|line| &line.runs);
        runs.any(|run| run.strong)
    }
}
