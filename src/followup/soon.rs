//! Whether a check-in on a day would come too soon.

use jiff::civil::Date;

use super::action::What;
use super::ledger::Ledger;
use super::process::Process;
use crate::notes::{Kind, Notes};

/// Why a check-in would be pressure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TooSoon {
    /// It is fine from this day on.
    Until {
        /// The day.
        from: Date,
        /// Why that one, as in the plan.
        why: String,
        /// The last check-in, if there was one.
        last: Option<Date>,
    },
    /// As many as anybody should get have gone out; the last on this day.
    Enough {
        /// How many.
        count: usize,
        /// The day of the last.
        last: Date,
    },
}

/// Whether a check-in on a day would come too soon.
pub fn too_soon(notes: &Notes, ledger: &Ledger, today: Date) -> Option<TooSoon> {
    let process = Process::new(notes, ledger, today);
    let sent = process.sent_of(What::Letter(Kind::CheckIn));
    let last = sent.last().map(|record| record.on);
    match (process.may_ask_from(), last) {
        (Some((from, why)), last) if today < from => Some(TooSoon::Until { from, why, last }),
        (None, Some(last)) if process.is_enough() => Some(TooSoon::Enough {
            count: sent.len(),
            last,
        }),
        _ => None,
    }
}
