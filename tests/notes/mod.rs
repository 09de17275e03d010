//! Reading the notes file: what comes through, and every message for what does not.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod messages;
mod properties;
mod values;
