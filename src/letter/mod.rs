//! A letter: composed from notes and a theme, kept as a Markdown file that may be edited.
//!
//! [`compose`] takes notes, a theme and a [`Room`]; gives [`Letter`]s made of [`Part`]s that know
//! the phrase and the values of the notes they came from. [`LetterText`] is the letter as its file
//! holds it: whatever is sent or printed is made from that alone.

mod addressed;
mod assemble;
mod ceiling;
mod choices;
mod claim;
mod compose;
mod context;
mod days;
mod deal;
mod dealer;
mod echo;
mod facts;
mod file;
mod fill;
mod fragment;
mod greeting;
mod header;
mod in_place;
mod occasion;
mod paragraphs;
mod pins;
mod qualifications;
mod reader;
mod reasons;
mod remarks;
mod report;
mod seams;
mod selection;
mod text;

mod usage;
mod wording;
mod words;
mod workplace;

use crate::diagnostic::Path;
use crate::notes::{Channel, Kind};

pub use crate::followup::{Nobody, Recipient, called_for};
pub use choices::{Choice, choices};
pub use compose::{ComposeOptions, Composed, compose, is_passed_on};
pub use deal::Deal;
pub(crate) use facts::is_withdrawn;
pub use greeting::Name;
pub use header::Header;
pub use in_place::InPlace;
pub use pins::Pins;
pub use qualifications::{Told, Why, assign};
pub use remarks::Remark;
pub(crate) use selection::unfit;
pub use text::LetterText;
pub use wording::Wording;
pub(crate) use words::withdraws;
pub(crate) use workplace::without_legal_form;

/// A composed letter: whom it goes to, and the parts it is made of.
#[derive(Debug, Clone)]
pub struct Letter {
    /// Whom it is for.
    pub recipient: Recipient,
    /// What it is for.
    pub kind: Kind,
    /// How it travels.
    pub channel: Channel,
    /// Whether the notes doubt the spelling of the name: the letter is not to go out yet.
    pub unsure: bool,
    /// The subject line; emails only.
    pub subject: Option<Part>,
    /// The line with "Dear", the comma included; letters only, as opposed to pages and calls.
    pub salutation: Option<Part>,
    /// The paragraphs between salutation and sign-off, each made of parts joined by a space; a list
    /// is one of a single part.
    pub paragraphs: Vec<Vec<Part>>,
    /// The words above the signature, the comma included; letters only.
    pub sign_off: Option<Part>,
    /// What the notes say of this person (or to this person) that the letter does not.
    pub left_out: Vec<LeftOut>,
    /// The letter as its file holds it.
    pub text: LetterText,
}

impl Letter {
    /// Every part in the order in which it is read: subject, salutation, body, sign-off.
    pub fn parts(&self) -> impl Iterator<Item = &Part> {
        let ends = self.subject.iter().chain(&self.salutation);
        let body = self.paragraphs.iter().flatten();
        ends.chain(body).chain(&self.sign_off)
    }
}

/// A stretch of a letter that came from one phrase, from the skeleton, or from the notes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Part {
    /// The pool, such as `opening`; empty for the skeleton's own words.
    pub pool: String,
    /// The id of the phrase; `None` for own sentences and the skeleton's words.
    pub phrase: Option<String>,
    /// The values of the notes that it says.
    pub paths: Vec<Path>,
    /// The item of the notes that it is about, which its sentences are not parted from.
    pub item: Option<Path>,
    /// The words, in Markdown.
    pub markdown: String,
}

/// A fact of the notes that a letter has no room for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// Where the notes say it.
    pub path: Path,
    /// The value, as typed.
    pub value: String,
    /// Why it is not in the letter.
    pub why: &'static str,
}

impl LeftOut {
    /// The rule that keeps it out, where the way it is typed does: `fragment-form`, `third-person`
    /// or `lacks-qualification`.
    pub fn broken_rule(&self) -> Option<&'static str> {
        reasons::broken_rule(self.why)
    }
}

/// Says how many words a letter is over what its paper holds; implemented by the card.
pub trait Room {
    /// The number of words that do not fit, 0 where all do.
    ///
    /// The number is an estimate that errs upwards by little: dropping that many words fits, or
    /// nearly so, and the caller asks again.
    fn words_over(&self, text: &LetterText) -> usize;
}

/// Paper without an end.
#[derive(Debug, Clone, Copy)]
pub struct Endless;

impl Room for Endless {
    fn words_over(&self, _text: &LetterText) -> usize {
        0
    }
}
