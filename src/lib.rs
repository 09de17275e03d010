//! regards turns one YAML file of interview notes into a separate, personal thank-you for every
//! interviewer: the text of an email, or a printable card as PDF.
//!
//! The library does everything that the program does, and touches no file itself outside [`output`]
//! and [`cli`]: bytes come in, bytes and messages go out. The stages, in the order of the flow:
//!
//! | stage | takes | gives |
//! |---|---|---|
//! | [`notes`] | the bytes of a notes file | [`Loaded`]: [`Notes`] and where each value stands |
//! | [`followup`] | [`Notes`], what has gone out, today | what is due when, and a calendar of it |
//! | [`theme`] | the files of a theme | a [`Theme`]: skeletons and pools of phrases |
//! | [`letter`] | both | [`Letter`]s, each with its [`LetterText`] |
//! | [`email`] | a [`LetterText`] | the text to paste, a draft for a mail program |
//! | [`card`] | a [`LetterText`] | a [`Card`], and from it a PDF |
//! | [`stationery`] | [`Card`]s and addresses | PDFs of sheets, envelopes and labels |
//! | [`contacts`] | the bytes of business cards | people, as the notes have them |
//! | [`output`] | named bytes | files, each whole or not at all |
//!
//! Below them stand [`diagnostic`] (messages with a place and help), [`language`] (dates, lists,
//! articles), [`prose`] (Markdown both ways) and [`yaml`]; above them [`cli`]. No stage uses one
//! that comes after it. `examples/compose.rs` is the library used in thirty lines.

pub mod card;
pub mod cli;
pub mod contacts;
pub mod diagnostic;
pub mod email;
pub mod followup;
pub mod language;
pub mod letter;
pub mod notes;
pub mod output;
pub mod proof;
pub mod prose;
pub mod stationery;
pub mod theme;
pub mod yaml;

pub use card::{Card, CardError, CardOptions, Fonts};
pub use diagnostic::{Diagnostic, Report};
pub use language::Language;
pub use letter::{ComposeOptions, Composed, Letter, LetterText, compose};
pub use notes::{Channel, Kind, Loaded, Notes};
pub use theme::Theme;
