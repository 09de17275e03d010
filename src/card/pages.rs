//! The finished pages of a document: every glyph and every rule in its place.

use std::sync::Arc;

use super::fonts::Face;
use super::page::{Line, Rect};
use super::pdf::Binder;
use super::sheet::{Binding, Sheet};
use super::{CardError, Ink, Paper, PdfMeta};
use crate::language::Language;

/// A typeset document. Unit: pt, from the lower left corner of each page, upwards.
#[derive(Debug, Clone)]
pub struct Pages {
    /// The paper.
    pub paper: Paper,
    /// What stays empty at the left and right edge, at the top and at the bottom. Of all that is
    /// printed, only the number of a page stands lower, 20 mm from the edge.
    pub margin: Margin,
    /// The type size of the text.
    pub type_size: f32,
    /// The language of the text.
    pub language: Language,
    /// The pages in order; at least one.
    pub pages: Vec<Page>,
    /// Whether the print dialog is asked to keep the size, for what has to meet a window.
    pub(super) keeps_size: bool,
    /// The faces that runs refer to.
    pub(super) faces: Vec<Arc<Face>>,
}

/// The margins of a page, in pt.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Margin {
    /// At the left and at the right.
    pub side: f32,
    /// Above.
    pub top: f32,
    /// Below.
    pub bottom: f32,
}

/// What is printed on one page.
#[derive(Debug, Clone, Default)]
pub struct Page {
    /// The lines of the text in the order of reading.
    pub lines: Vec<Line>,
    /// The rules to write on, from the top down.
    pub rules: Vec<Rule>,
    /// The number at the foot; `None` where there is one page only.
    pub number: Option<Line>,
}

/// A rule to write on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rule {
    /// Where it begins.
    pub left: f32,
    /// Where it ends.
    pub right: f32,
    /// The height at which it stands.
    pub y: f32,
}

impl Pages {
    /// The colour of the text: a document is print, not a letter by hand.
    pub(super) const INK: Ink = Ink::BLACK;

    /// How many pages there are; at least 1.
    pub fn count(&self) -> usize {
        self.pages.len()
    }

    /// What the document says, one line of a page a line; the numbers of the pages are left out.
    pub fn text(&self) -> String {
        let lines = self.pages.iter().flat_map(|page| &page.lines);
        let lines: Vec<&str> = lines.map(|line| line.text.as_str()).collect();
        lines.join("\n")
    }

    /// The pages as a PDF.
    ///
    /// The same pages and the same words about them give the same bytes, on every machine and day.
    ///
    /// # Errors
    ///
    /// [`CardError::Pdf`] if the PDF library refuses a page.
    pub fn pdf(&self, meta: &PdfMeta) -> Result<Vec<u8>, CardError> {
        let sheets: Vec<Sheet<'_>> = self
            .pages
            .iter()
            .map(|page| Sheet::of_page(page, self))
            .collect();
        let binding = Binding {
            meta,
            language: self.language,
            keeps_size: self.keeps_size,
            flip: None,
        };
        Binder::new().pages(&sheets, &binding)
    }
}

impl Page {
    /// The boxes of all letters of the text.
    pub fn ink_boxes(&self) -> impl Iterator<Item = Rect> + '_ {
        self.lines.iter().flat_map(Line::ink_boxes)
    }
}
