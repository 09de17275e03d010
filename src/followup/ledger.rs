//! What has gone out, as a file that only ever grows.
//!
//! One line of JSON for each thing that was sent, beside the notes as `interview.sent.jsonl`. Every
//! line carries the version of the format. A line that a crash cut short ends before its JSON does; it
//! counts for nothing, and the next line begins after it. Any other line that cannot be read is an
//! error: nothing that was recorded is passed over in silence.

use std::ops::Range;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::action::What;
use super::ledger_error::LedgerError;
use super::recipient::{Recipient, everybody};
use crate::notes::{Channel, Notes, people};

/// The version of the format that this program reads and writes.
const VERSION: u32 = 1;

/// Something that went out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// The day it went out.
    pub on: Date,
    /// The name of the person it went to, as the notes had it then.
    pub to: String,
    /// What it was.
    pub what: What,
    /// How it went.
    pub by: Channel,
}

/// What has gone out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ledger {
    records: Vec<Record>,
    lines: usize,
    torn: usize,
}

/// A line of the file.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    version: u32,
    on: Date,
    to: String,
    kind: String,
    by: Channel,
    /// Whether the record is taken back by this line.
    #[serde(default, skip_serializing_if = "is_false")]
    undo: bool,
}

/// What a line of any version has.
#[derive(Deserialize)]
struct AnyVersion {
    version: u32,
}

impl Ledger {
    /// A ledger of these records.
    pub fn new(records: Vec<Record>) -> Self {
        Self {
            lines: records.len(),
            records,
            torn: 0,
        }
    }

    /// Reads the bytes of the file; no bytes are an empty ledger.
    ///
    /// # Errors
    /// Where a line is of another version or is no record; a line that was cut short is none of these.
    pub fn read(bytes: &[u8]) -> Result<Self, LedgerError> {
        let mut ledger = Self::default();
        let mut start = 0;
        for line in bytes.split(|byte| *byte == b'\n') {
            let range = start..start + line.len();
            start = range.end + 1;
            ledger.take(line.trim_ascii(), range)?;
        }
        Ok(ledger)
    }

    fn take(&mut self, line: &[u8], range: Range<usize>) -> Result<(), LedgerError> {
        if line.is_empty() {
            return Ok(());
        }
        let version = match serde_json::from_slice::<AnyVersion>(line) {
            Ok(any) => any.version,
            Err(error) if error.is_eof() => {
                self.torn += 1;
                return Ok(());
            }
            Err(_) => return Err(LedgerError::Broken { range }),
        };
        if version != VERSION {
            return Err(LedgerError::Version { version, range });
        }
        let line: Line = match serde_json::from_slice(line) {
            Ok(line) => line,
            Err(_) => return Err(LedgerError::Broken { range }),
        };
        let Some(what) = What::all().find(|what| what.name() == line.kind) else {
            return Err(LedgerError::Broken { range });
        };
        self.lines += 1;
        let record = Record {
            on: line.on,
            to: line.to,
            what,
            by: line.by,
        };
        if line.undo {
            // Two runs at once may both take one record back; the second finds it gone.
            if let Some(place) = self.records.iter().rposition(|each| *each == record) {
                self.records.remove(place);
            }
        } else {
            self.records.push(record);
        }
        Ok(())
    }

    /// What has gone out and was not taken back, in the order in which it was recorded.
    pub fn records(&self) -> &[Record] {
        &self.records
    }

    /// How many lines were ever recorded: the number only grows.
    pub fn lines(&self) -> usize {
        self.lines
    }

    /// How many lines were cut short and count for nothing.
    pub fn torn(&self) -> usize {
        self.torn
    }
}

impl Record {
    /// The bytes to put at the end of a file that holds `before`, to record this; with `undo`, to take
    /// it back.
    pub fn appended_to(&self, before: &[u8], undo: bool) -> Vec<u8> {
        let line = Line {
            version: VERSION,
            on: self.on,
            to: self.to.clone(),
            kind: self.what.name().to_owned(),
            by: self.by,
            undo,
        };
        let mut bytes = Vec::new();
        // What a crash cut short gets a line to itself.
        if before.last().is_some_and(|last| *last != b'\n') {
            bytes.push(b'\n');
        }
        // Text and numbers always have a form in JSON.
        bytes.extend(serde_json::to_vec(&line).unwrap_or_default());
        bytes.push(b'\n');
        bytes
    }

    /// Whom of the notes it went to; `None` where nobody, or two, are called so any more.
    pub fn recipient(&self, notes: &Notes) -> Option<Recipient> {
        let everybody: Vec<Recipient> = everybody(notes).collect();
        let exact = everybody.iter().find(|who| who.name(notes) == self.to);
        exact.copied().or_else(|| {
            let names: Vec<String> = everybody
                .iter()
                .map(|who| who.name(notes).to_owned())
                .collect();
            match people(&self.to, &names).as_slice() {
                [one] => Some(everybody[*one]),
                _ => None,
            }
        })
    }
}

fn is_false(value: &bool) -> bool {
    !value
}
