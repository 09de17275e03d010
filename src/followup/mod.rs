//! When to send what: notes, what has gone out already, and today become a plan.
//!
//! Takes [`Notes`](crate::notes::Notes), a [`Ledger`] and a date; gives [`Action`]s, each with whom it
//! concerns, by which channel, from when until when, whether it is done or due, and a short reason;
//! and a [`calendar()`] of them. Also says who gets a letter of a kind at all, and by which channel.
//! The numbers stand in `timing.yaml`.

mod action;
mod calendar;
mod check_in;
mod content_line;
mod ledger;
mod ledger_error;
mod outcome;
mod owed;
mod plan;
mod process;
mod recipient;
mod soon;
mod thanks;
mod timing;
mod window;

pub use action::{Action, Need, Route, State, What};
pub use calendar::{PRODUCT, calendar};
pub use ledger::{Ledger, Record};
pub use ledger_error::LedgerError;
pub use plan::{Plan, plan};
pub use recipient::{Nobody, Recipient, called_for, channels, everybody, usual};
pub use soon::{TooSoon, too_soon};
pub use window::{Moment, Window};
