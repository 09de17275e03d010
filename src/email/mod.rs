//! A letter as an email: the text to paste, and a draft that a mail program opens.
//!
//! Takes the letter as its file holds it; gives its body in plain text ([`text`]) and a whole message
//! ([`draft`]): text and HTML of the same words, to one recipient, without a date and an id, which the
//! mail program gives it when it is sent. The same letter always gives the same bytes.

mod domain;
mod draft;
mod encoded_word;
mod header;
mod html;
mod mailbox;
mod mailto;
mod quoted_printable;

use crate::letter::LetterText;
use crate::prose;

pub use domain::to_ascii;
pub use draft::{Sender, draft};
pub use html::fragment;
pub use mailbox::{AddressError, Mailbox};
pub use mailto::mailto;

/// The body as plain text, one paragraph a line or wrapped at `wrap` columns.
///
/// Links are their text and their address; nothing of Markdown is left. Ends in a line break.
pub fn text(letter: &LetterText, wrap: Option<usize>) -> String {
    prose::plain(&prose::parse(&letter.body), wrap)
}
