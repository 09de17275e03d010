//! What you make of the interview, for yourself.

use super::form::Prose;
use super::lists::Many;
use super::presence::{Hidden, Optional, Required};
use super::record::record;

record! {
    /// What you make of the interview. For yourself: no letter is written from it.
    Debrief [Default] {
        /// How it went.
        went: Option<String> = Optional<Prose>, "well, the whiteboard part dragged";
        /// What you learned.
        learned: Vec<String> = Many<Prose>, "the team doubles in spring";
        /// What you liked.
        liked: Vec<String> = Many<Prose>, "the lab";
        /// What you did not like.
        disliked: Vec<String> = Hidden<Many<Prose>>, "two weekends a quarter on call";
        /// Whether it is what you expected.
        meets_expectations: Option<String> = Optional<Prose>, "mostly";
        /// Whether it fits where you want to go.
        fits_goals: Option<String> = Optional<Prose>, "yes, it is the step to systems work";
        /// What you would still like to ask.
        questions: Vec<String> = Many<Prose>, "who owns the PLC code today";
        /// What holds you back.
        hesitations: Vec<String> = Many<Prose>, "the commute";
        /// Questions that you had not expected.
        unusual_questions: Vec<UnusualQuestion> = Many<UnusualQuestion>;
    }
}

record! {
    /// A question that you had not expected.
    UnusualQuestion {
        /// What they asked.
        question: String = Required<Prose>, "What would you stop doing in week one?";
        /// What you answered.
        answer: Option<String> = Optional<Prose>, "I said the nightly full rebuild.";
    }
}
