//! Markdown as blocks and runs, and back to plain sentences.
//!
//! Takes the body of a letter in Markdown; gives [`Block`]s whose [`Run`]s know their bytes in the
//! body, and plain text made from them. [`escape`] is the inverse of [`parse`]: escaped text comes
//! back as it was typed. Links are https or mailto; raw HTML is text; images are their description.

mod escape;
mod outdent;
mod parse;
mod plain;
mod spoken;

use std::ops::Range;

pub use escape::{escape, list_number};
pub use parse::parse;
pub use plain::{plain, words};
pub use spoken::{Addresses, address_after, spoken};

/// A paragraph, a heading or a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A paragraph; a quoted block is one too.
    Paragraph(Vec<Run>),
    /// A heading.
    Heading {
        /// How far down it stands: 1 for the title of the whole, 6 for the least.
        level: u8,
        /// Its words.
        runs: Vec<Run>,
    },
    /// A list; each item is made of blocks.
    List {
        /// The number of the first item; `None` for a list with bullets.
        start: Option<u64>,
        /// The items in order.
        items: Vec<Vec<Block>>,
    },
}

/// A stretch of text in one style.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// The words, as a reader sees them. A hard line break is the single character `\n`.
    pub text: String,
    /// Whether it is emphasised (`*so*`).
    pub emphasis: bool,
    /// Whether it is strong (`**so**`).
    pub strong: bool,
    /// The address it leads to (https or mailto), where it is a link.
    pub link: Option<String>,
    /// The bytes of the Markdown that it was read from.
    pub source: Range<usize>,
}
