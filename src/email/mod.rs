//! A letter as an email: the text to paste.
//!
//! Takes the letter as its file holds it; gives the body in plain text.

use crate::letter::LetterText;
use crate::prose;

/// The body as plain text, one paragraph a line or wrapped at `wrap` columns.
///
/// Links are their text and their address; nothing of Markdown is left. Ends in a line break.
pub fn text(letter: &LetterText, wrap: Option<usize>) -> String {
    prose::plain(&prose::parse(&letter.body), wrap)
}
