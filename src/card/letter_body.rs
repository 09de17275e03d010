//! The text of a business letter in lines, with the room between its paragraphs and for a signature.

use super::entries::Entry;
use super::rows::Row;

/// The room before a paragraph, in lines.
const GAP: f32 = 0.62;
/// The room for a signature by hand, in lines.
const SIGNATURE: f32 = 3.0;

/// The text of a letter in lines.
pub(super) struct Body {
    pub entries: Vec<Entry>,
    pub rows: Vec<Row>,
    /// The place of the first entry of the sign-off.
    pub sign_off: usize,
}

impl Body {
    /// How far each row's baseline is below the first one's.
    pub fn baselines(&self, line: f32) -> Vec<f32> {
        let mut y = 0.0;
        let mut before: Option<usize> = None;
        let rows = self.rows.iter().map(|row| {
            if let Some(before) = before {
                y += line;
                if before != row.entry {
                    // The name comes after the words of the sign-off, and a pen between them.
                    y += match row.entry {
                        own if own == self.sign_off + 1 => SIGNATURE * line,
                        own if self.entries[own].opens => GAP * line,
                        _ => 0.0,
                    };
                }
            }
            before = Some(row.entry);
            y
        });
        rows.collect()
    }

    /// From the first baseline to below the last.
    pub fn height(&self, line: f32) -> f32 {
        self.baselines(line)
            .last()
            .map_or(0.0, |last| last + line * 0.3)
    }
}
