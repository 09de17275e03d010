//! Reading the notes file: what comes through, and every message for what does not.

mod messages;
mod properties;
mod values;
