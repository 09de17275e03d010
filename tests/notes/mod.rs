//! Reading the notes file: what comes through, and every message for what does not.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod hostile;
mod messages;
mod properties;
mod values;
