//! The notes file as a whole.

use super::card::CardChoices;
use super::debrief::Debrief;
use super::form::Version;
use super::form::{FlagOr, LanguageTag, Line, Whole};
use super::interview::Interview;
use super::interviewer::Interviewer;
use super::lists::{AtLeastOne, Many};
use super::presence::{Hidden, Optional, OrDefault, Required};
use super::qualification::Qualification;
use super::record::record;
use super::sender::{Recruiter, Sender};
use crate::language::Language;

record! {
    /// Everything that one notes file says about one interview.
    Notes {
        /// The version of this format; may be left out.
        regards: u32 = Version;
        /// The language of the letters; left out: en-US.
        language: Language = OrDefault<LanguageTag>;
        /// You, who write the letters.
        from: Sender = Required<Sender>;
        /// The interview that the letters follow.
        interview: Interview = Required<Interview>;
        /// Who put you in touch with the company.
        recruiter: Option<Recruiter> = Optional<Recruiter>;
        /// The people you met; each gets a letter of their own.
        interviewers: Vec<Interviewer> = AtLeastOne<Interviewer>;
        /// What you have, they need, and nobody asked about.
        missing_qualifications / "not_mentioned": Vec<Qualification> = Many<Qualification>;
        /// What you make of the interview. For yourself: no letter is written from it.
        debrief: Option<Debrief> = Hidden<Optional<Debrief>>;
        /// Words that are spelt as you mean them, such as product names.
        words: Vec<String> = Many<Line>, "runbook";
        /// How printed cards look.
        card: CardChoices = OrDefault<CardChoices>;
        /// How letters are written.
        style: Style = OrDefault<Style>;
    }
}

record! {
    /// How letters are written.
    Style {
        /// The theme, by its name or its folder.
        theme: Option<String> = Optional<Line>, "warm";
        /// `false`: greet everybody by title or full name; left out: by the first name.
        first_names: bool = FlagOr<true>;
        /// The most words of an email, greeting and sign-off counted.
        max_words: Option<u32> = Optional<Whole<40, 1000>>;
    }
}

impl Default for Style {
    fn default() -> Self {
        Self {
            theme: None,
            first_names: true,
            max_words: None,
        }
    }
}
