//! The paper: sheets, envelopes, labels, folded cards, and printing them.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod flags;
mod letter;
mod pdf;
mod print;
