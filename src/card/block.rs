//! A few short lines in places of their own: an address, the front of a card, a test page.

use std::sync::Arc;

use super::compose::SetLine;
use super::fonts::Face;
use super::page::Line;
use super::shape::Shaper;
use super::{CardError, Fonts, Ink, Lettering, Rect};

/// Typeset lines on a piece of paper. Unit: pt, from the lower left corner, upwards.
#[derive(Debug, Clone)]
pub struct Block {
    /// The width of the paper.
    pub width: f32,
    /// The height of the paper.
    pub height: f32,
    /// The colour of the text.
    pub ink: Ink,
    /// The lines in the order of reading.
    pub lines: Vec<Line>,
    /// The faces that runs refer to.
    pub(super) faces: Vec<Arc<Face>>,
}

/// A line to be set on a block. Unit: pt, from the lower left corner, upwards.
#[derive(Debug, Clone, PartialEq)]
pub struct Inscription {
    /// What it says; a line of nothing is left out.
    pub text: String,
    /// Where it begins, has its middle, or ends.
    pub x: f32,
    /// The height of its baseline.
    pub baseline: f32,
    /// The type size.
    pub size: f32,
    /// Which part of the line stands at `x`.
    pub align: Align,
}

/// Which part of a line stands at a given place.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Align {
    /// Its beginning.
    #[default]
    Left,
    /// Its middle.
    Middle,
    /// Its end.
    Right,
}

impl Block {
    /// Sets lines on a piece of paper.
    ///
    /// # Errors
    ///
    /// [`CardError::NoGlyph`] where no face has one of their characters.
    pub fn set(
        (width, height): (f32, f32),
        inscriptions: &[Inscription],
        lettering: Lettering,
        ink: Ink,
        fonts: &Fonts,
    ) -> Result<Self, CardError> {
        let faces = fonts.chain(lettering);
        let mut shaper = Shaper::new(&faces);
        let mut lines = Vec::new();
        for each in inscriptions.iter().filter(|each| !each.text.is_empty()) {
            let shaped = shaper.passage(&each.text)?;
            let all = 0..each.text.len();
            let wide = shaped.advance_to(each.text.len()) * each.size;
            let x = match each.align {
                Align::Left => each.x,
                Align::Middle => each.x - wide / 2.0,
                Align::Right => each.x - wide,
            };
            let line = SetLine {
                passage: 0,
                runs: shaper.line(&shaped, all.clone()),
                range: all,
                size: each.size,
                x,
                y: height - each.baseline,
            };
            let line = Line::assemble(&line, &each.text, |_| false, height, &shaper);
            lines.push(line);
        }
        Ok(Self {
            width,
            height,
            ink,
            lines,
            faces,
        })
    }

    /// How wide a line is, in ems of the type size.
    ///
    /// # Errors
    ///
    /// [`CardError::NoGlyph`] where no face has one of its characters.
    pub fn breadth(text: &str, lettering: Lettering, fonts: &Fonts) -> Result<f32, CardError> {
        let faces = fonts.chain(lettering);
        let mut shaper = Shaper::new(&faces);
        Ok(shaper.passage(text)?.advance_to(text.len()))
    }

    /// The boxes of everything that is drawn.
    pub fn ink_boxes(&self) -> impl Iterator<Item = Rect> + '_ {
        self.lines.iter().flat_map(Line::ink_boxes)
    }
}
