//! How much was found.

use serde::Serialize;

use super::code;
use crate::diagnostic::{Level, Report};

/// How many findings of each level there are, and in how much.
#[derive(Debug, Default, Serialize)]
pub(super) struct Counts {
    errors: usize,
    warnings: usize,
    hints: usize,
    /// Notes files.
    pub(super) files: usize,
    /// Letters.
    pub(super) letters: usize,
}

impl Counts {
    pub(super) fn add(&mut self, report: &Report) {
        for diagnostic in &report.diagnostics {
            match diagnostic.level {
                Level::Error => self.errors += 1,
                Level::Warning => self.warnings += 1,
                Level::Hint => self.hints += 1,
            }
        }
    }

    /// The object that ends the output in JSON.
    pub(super) fn json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default() + "\n"
    }

    /// The exit code of what was found.
    pub(super) fn code(&self, strict: bool) -> u8 {
        if self.errors > 0 || strict && self.warnings > 0 {
            code::FOUND
        } else {
            code::DONE
        }
    }

    /// What was found, in a sentence.
    pub(super) fn sentence(&self) -> String {
        let files = counted(self.files, "notes file");
        let letters = counted(self.letters, "letter");
        let place = match (self.files, self.letters) {
            (0, _) => letters,
            (_, 0) => files,
            _ => format!("{files} and {letters}"),
        };
        let found: Vec<String> = [
            (self.errors, "error"),
            (self.warnings, "warning"),
            (self.hints, "hint"),
        ]
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, noun)| counted(count, noun))
        .collect();
        if found.is_empty() {
            format!("no known errors found in {place}")
        } else {
            format!("{} in {place}", found.join(", "))
        }
    }
}

/// A number with its noun: `1 note`, `2 notes`.
pub(in crate::cli) fn counted(count: usize, noun: &str) -> String {
    if count == 1 {
        format!("1 {noun}")
    } else {
        format!("{count} {noun}s")
    }
}
