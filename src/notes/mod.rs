//! The notes file: YAML text becomes plain, checked [`Notes`].
//!
//! Takes the bytes of a file; gives the notes, an index from path to place (the
//! [`Source`](crate::diagnostic::Source)), and every problem at once.

mod kind;
mod types;

use std::sync::Arc;

pub use kind::{Channel, Kind};
pub use types::*;

use crate::diagnostic::{Report, Source};

/// A notes file that can be used.
#[derive(Debug, Clone)]
pub struct Loaded {
    /// The notes.
    pub notes: Notes,
    /// The file, with the place of every path.
    pub source: Arc<Source>,
    /// Warnings and hints; no errors.
    pub report: Report,
}

/// Reads and checks a notes file; `name` is how messages call it.
///
/// # Errors
/// A report with every problem of the file, at least one of them an error.
pub fn load(_name: &str, _bytes: &[u8]) -> Result<Loaded, Report> {
    unimplemented!()
}
