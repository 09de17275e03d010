//! Whether a check-in comes too soon, by what has gone out.

use jiff::civil::Date;

use super::about_notes::message_of;
use crate::diagnostic::{Diagnostic, Place};
use crate::followup::{Ledger, TooSoon, too_soon};
use crate::letter::Letter;
use crate::notes::{Kind, Loaded};

/// What to say of the check-ins among these letters, should they go out today.
pub fn about_check_ins(
    loaded: &Loaded,
    letters: &[&Letter],
    ledger: &Ledger,
    today: Date,
) -> Vec<Diagnostic> {
    let notes = &loaded.notes;
    let check_ins = letters.iter().filter(|each| each.kind == Kind::CheckIn);
    let mut found = Vec::new();
    for letter in check_ins {
        let Some(soon) = too_soon(notes, ledger, today) else {
            continue;
        };
        let day = |date| notes.language.month_and_day(date);
        let message = match soon {
            TooSoon::Until {
                from,
                last: Some(last),
                ..
            } => format!(
                "a check-in went out on {}, and the next one is too soon before {}",
                day(last),
                day(from)
            ),
            TooSoon::Until { from, why, .. } => {
                format!("a check-in is too soon before {}: {why}", day(from))
            }
            TooSoon::Enough { count, last } => format!(
                "{count} check-ins went out, the last on {}, and one more would be pressure",
                day(last)
            ),
        };
        let place = Place::Value(letter.recipient.path().key("name"));
        found.push(message_of("follow-up-too-soon", place, message));
    }
    found
}
