use serde::Serialize;

use super::Prepared;
use super::missing::missing;
use super::summary::{Outcomes, line_number};
use crate::followup::Need;
use crate::output::{Outcome, shown};

/// A note as JSON.
#[derive(Serialize)]
struct Entry<'a> {
    notes: &'a str,
    to: &'a str,
    kind: &'static str,
    channel: &'static str,
    subject: Option<&'a str>,
    words: usize,
    edited: bool,
    held: Option<&'a str>,
    /// The address that the notes lack for it: `email` or `address`.
    needs: Option<Need>,
    files: Vec<FileEntry>,
    left_out: Vec<LeftEntry<'a>>,
}

#[derive(Serialize)]
struct FileEntry {
    path: String,
    outcome: &'static str,
    cause: Option<String>,
}

#[derive(Serialize)]
struct LeftEntry<'a> {
    path: String,
    line: Option<usize>,
    value: &'a str,
    why: &'a str,
}

/// Every note as an object of JSON, one a line.
pub(super) fn json(prepared: &Prepared, outcomes: &Outcomes) -> String {
    let mut lines = String::new();
    for (note, files) in prepared.notes.iter().zip(outcomes) {
        let entry = Entry {
            notes: prepared.loaded.source.name(),
            to: note.recipient(&prepared.loaded),
            kind: note.letter.kind.name(),
            channel: note.text.channel.name(),
            subject: note.text.subject.as_deref(),
            words: note.text.words(),
            edited: note.edit.is_some(),
            held: note.held,
            needs: missing(prepared, note).map(|missing| missing.need()),
            files: files
                .iter()
                .map(|(name, outcome)| FileEntry {
                    path: shown(&prepared.folder.path().join(name)),
                    outcome: outcome_name(outcome),
                    cause: match outcome {
                        Outcome::Failed(cause) => Some(cause.to_string()),
                        _ => None,
                    },
                })
                .collect(),
            left_out: note
                .letter
                .left_out
                .iter()
                .map(|left| LeftEntry {
                    path: left.path.to_string(),
                    line: line_number(prepared, &left.path),
                    value: &left.value,
                    why: left.why,
                })
                .collect(),
        };
        lines.push_str(&serde_json::to_string(&entry).unwrap_or_default());
        lines.push('\n');
    }
    lines
}

/// What became of a file, as a word.
pub(super) fn outcome_name(outcome: &Outcome) -> &'static str {
    match outcome {
        Outcome::Created => "created",
        Outcome::Updated => "updated",
        Outcome::Unchanged => "unchanged",
        Outcome::Kept => "kept",
        Outcome::Failed(_) => "failed",
    }
}
