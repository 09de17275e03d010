use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What a letter is for.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Thanks after the interview, one for every interviewer.
    ThankYou,
}

/// How a letter reaches its reader.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Channel {
    /// An email.
    Email,
    /// A printed card.
    Card,
}

impl Kind {
    /// Every kind that letters can be written of.
    pub const ALL: [Self; 1] = [Self::ThankYou];

    /// The name used in file names and on the command line, such as `thank-you`.
    pub fn name(self) -> &'static str {
        match self {
            Self::ThankYou => "thank-you",
        }
    }
}

impl Channel {
    /// Every channel.
    pub const ALL: [Self; 2] = [Self::Email, Self::Card];

    /// The name used in file names and headers, such as `card`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::Card => "card",
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl fmt::Display for Channel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
