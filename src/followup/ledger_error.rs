//! Why a ledger cannot be read.

use std::ops::Range;
use std::sync::Arc;

use thiserror::Error;

use crate::diagnostic::{Diagnostic, Place, Report, Source};

/// Why a ledger cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum LedgerError {
    /// A line is of a version that this program does not know.
    #[error("this line is of version {version}, and this program knows version 1")]
    Version {
        /// The version.
        version: u32,
        /// The bytes of the line.
        range: Range<usize>,
    },
    /// A line is whole and is no record.
    #[error("this line does not say what was sent")]
    Broken {
        /// The bytes of the line.
        range: Range<usize>,
    },
}

impl LedgerError {
    /// What to do about it.
    pub fn help(&self) -> &'static str {
        match self {
            Self::Version { .. } => "a later regards wrote it: use that one; nothing was changed",
            Self::Broken { .. } => {
                "mend it after the lines beside it, or take it out; nothing was changed"
            }
        }
    }

    /// The message, with its place in the file.
    pub fn report(&self, name: &str, bytes: &[u8]) -> Report {
        let (Self::Version { range, .. } | Self::Broken { range }) = self;
        // Bytes that are no text are longer as text; the place is then the line's all the same.
        let before = String::from_utf8_lossy(bytes.get(..range.start).unwrap_or_default());
        let line = String::from_utf8_lossy(bytes.get(range.clone()).unwrap_or_default());
        let after = String::from_utf8_lossy(bytes.get(range.end..).unwrap_or_default());
        let place = Place::Bytes(before.len()..before.len() + line.len());
        let found = Diagnostic::error("ledger", place, self.to_string()).help(self.help());
        Report {
            source: Arc::new(Source::new(name, format!("{before}{line}{after}"))),
            diagnostics: vec![found],
        }
    }
}
