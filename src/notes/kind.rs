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
    /// Asks once how things stand, after the day that was promised.
    CheckIn,
    /// Thanks for an offer and accepts nothing.
    OfferThanks,
    /// Thanks those who chose you.
    AcceptedThanks,
    /// Thanks after a refusal and leaves the door open.
    NoOfferThanks,
    /// Turns an offer down, or takes an application back.
    Withdrawal,
    /// How it went: for the recruiter, or a page for yourself.
    Debrief,
    /// Asks for the addresses that are missing.
    ContactRequest,
    /// One email that thanks a whole panel by name.
    Coordinator,
    /// Carries the notes that a recruiter is to pass on.
    Covering,
    /// A page to fill in before and at the interview.
    Worksheet,
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
    /// A letter on paper.
    Letter,
    /// What to say in a call.
    Phone,
    /// A page for yourself.
    Page,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 11] = [
        Self::ThankYou,
        Self::CheckIn,
        Self::OfferThanks,
        Self::AcceptedThanks,
        Self::NoOfferThanks,
        Self::Withdrawal,
        Self::Debrief,
        Self::ContactRequest,
        Self::Coordinator,
        Self::Covering,
        Self::Worksheet,
    ];

    /// The name used in file names and on the command line, such as `thank-you`.
    pub fn name(self) -> &'static str {
        match self {
            Self::ThankYou => "thank-you",
            Self::CheckIn => "check-in",
            Self::OfferThanks => "offer-thanks",
            Self::AcceptedThanks => "accepted-thanks",
            Self::NoOfferThanks => "no-offer-thanks",
            Self::Withdrawal => "withdrawal",
            Self::Debrief => "debrief",
            Self::ContactRequest => "contact-request",
            Self::Coordinator => "coordinator",
            Self::Covering => "covering",
            Self::Worksheet => "worksheet",
        }
    }

    /// The channels it can take, the usual one first.
    pub fn channels(self) -> &'static [Channel] {
        match self {
            Self::ThankYou | Self::OfferThanks | Self::NoOfferThanks => {
                &[Channel::Email, Channel::Card, Channel::Letter]
            }
            Self::AcceptedThanks => &[Channel::Card, Channel::Email, Channel::Letter],
            Self::CheckIn => &[Channel::Email, Channel::Phone],
            Self::Debrief => &[Channel::Email, Channel::Page],
            Self::Withdrawal => &[Channel::Email, Channel::Letter],
            Self::ContactRequest | Self::Coordinator | Self::Covering => &[Channel::Email],
            Self::Worksheet => &[Channel::Page],
        }
    }
}

impl Channel {
    /// Every channel.
    pub const ALL: [Self; 5] = [
        Self::Email,
        Self::Card,
        Self::Letter,
        Self::Phone,
        Self::Page,
    ];

    /// The name used in file names and headers, such as `card`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::Card => "card",
            Self::Letter => "letter",
            Self::Phone => "phone",
            Self::Page => "page",
        }
    }

    /// Whether what travels this way is a letter: it greets its reader and is signed.
    pub fn is_letter(self) -> bool {
        matches!(self, Self::Email | Self::Card | Self::Letter)
    }

    /// The way by which the same words travel: a letter on paper says what an email says.
    pub fn worded_as(self) -> Self {
        match self {
            Self::Letter => Self::Email,
            own => own,
        }
    }

    /// Whether it goes by post, in an envelope.
    pub fn goes_by_post(self) -> bool {
        matches!(self, Self::Card | Self::Letter)
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
