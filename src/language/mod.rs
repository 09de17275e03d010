//! What depends on the language of a letter: dates, lists, articles, quotation marks.
//!
//! Takes a language tag and plain values; gives words. Knows nothing of notes or letters.

mod date;
mod lists;
mod phrase;
mod quote;
mod sentences;

pub use date::{month, part_of_day, weekday};
pub use lists::Lists;
pub use phrase::{article, either, listed, possessive, stopped};
pub use quote::quote;
pub use sentences::{keeps_stop, sentence_starts};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A language in which letters can be written, by its BCP 47 tag.
#[derive(
    Debug,
    Clone,
    Copy,
    Default,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    JsonSchema,
)]
pub enum Language {
    /// English as written in the United States; the default.
    #[default]
    #[serde(rename = "en-US")]
    EnUs,
    /// English as written in the United Kingdom.
    #[serde(rename = "en-GB")]
    EnGb,
    /// English as written in Canada.
    #[serde(rename = "en-CA")]
    EnCa,
    /// English as written in Australia.
    #[serde(rename = "en-AU")]
    EnAu,
}

impl Language {
    /// Every language, in the order of the documentation.
    pub const ALL: [Self; 4] = [Self::EnUs, Self::EnGb, Self::EnCa, Self::EnAu];

    /// Whether words and turns are those of Britain, as Australia has them too.
    pub fn is_british(self) -> bool {
        matches!(self, Self::EnGb | Self::EnAu)
    }

    /// The BCP 47 tag, such as `en-GB`.
    pub fn tag(self) -> &'static str {
        match self {
            Self::EnUs => "en-US",
            Self::EnGb => "en-GB",
            Self::EnCa => "en-CA",
            Self::EnAu => "en-AU",
        }
    }

    /// The language without its country, such as `en`: the folder of a theme that serves it.
    pub fn primary(self) -> &'static str {
        "en"
    }
}
