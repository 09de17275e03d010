//! The interview: where, when, for what, and what happens next.

use jiff::civil::{Date, Time};
use schemars::{Schema, SchemaGenerator, json_schema};

use super::form::{Clock, Day, Form, Line, PlanDay, Prose, Whole, Zone, choices};
use super::lists::Many;
use super::point::accident;
use super::presence::{Hidden, Optional, OrDefault, Required};
use super::reader::Reader;
use super::record::record;
use crate::diagnostic::{Diagnostic, Path, Place};
use crate::yaml::{Node, Value};

record! {
    /// The interview that the letters follow.
    Interview {
        /// The company, by its full name.
        company: String = Required<Line>, "Northwind Robotics";
        /// The company as it stands in a sentence, with its article if it has one
        /// ("the Transit Authority"); left out: the full name.
        company_in_text: Option<String> = Optional<Line>, "Northwind";
        /// The position that you interviewed for.
        role: String = Required<Line>, "Controls Engineer";
        /// The day of the interview: year, month and day with dashes.
        date: Date = Required<Day>, "2026-11-18";
        /// The time it began, on 24 hours and in quotation marks.
        time: Option<Time> = Optional<Clock>, "14:00";
        /// The time zone, by the area and the city that sets the clock.
        timezone: Option<String> = Optional<Zone>, "America/Chicago";
        /// How long it took, in minutes.
        minutes: Option<u32> = Optional<Whole<1, 1440>>;
        /// Which round it was, 1 for the first.
        round: Option<u32> = Optional<Whole<1, 20>>;
        /// How you met.
        format: Option<Format> = Optional<Format>;
        /// Where you met, as it stands in a sentence.
        place: Option<String> = Optional<Line>, "the Fulton Market lab";
        /// What the position is responsible for. Form: noun phrases or -ing phrases.
        responsibilities: Vec<String> = Many<Prose>, "keeping four packing lines in step";
        /// What they said they are looking for. Form: noun phrases.
        looking_for: Vec<String> = Many<Prose>, "calm under pressure";
        /// What they said happens next.
        next_steps: Vec<NextStep> = Many<NextStep>, "you would decide in about two weeks";
        /// The day after which they said it is fine to ask. Only the plan uses it.
        ask_again_after: Option<Date> = Optional<PlanDay>, "2026-12-07";
        /// What came of it.
        outcome: Outcome = OrDefault<Outcome>;
        /// The day you heard what came of it. Only the plan uses it.
        outcome_on: Option<Date> = Hidden<Optional<PlanDay>>, "2026-12-08";
    }
}

choices! {
    /// How you met.
    Format {
        /// At their place.
        Onsite = "onsite",
        /// By a video call.
        Video = "video",
        /// By telephone.
        Phone = "phone",
    }
}

choices! {
    /// What came of the interview.
    Outcome {
        /// Nothing yet.
        Pending = "pending",
        /// They offered you the position.
        Offer = "offer",
        /// You took it.
        Accepted = "accepted",
        /// You turned it down.
        Declined = "declined",
        /// They chose somebody else.
        NoOffer = "no-offer",
        /// You took back your application.
        Withdrawn = "withdrawn",
    }
}

#[expect(
    clippy::derivable_impls,
    reason = "the macro has no place for `#[default]`"
)]
impl Default for Outcome {
    fn default() -> Self {
        Self::Pending
    }
}

/// Something that they said happens next.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct NextStep {
    /// What they said, a clause in their words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub said: Option<String>,
    /// When you reckon it is due; only the plan uses it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<Date>,
}

record! {
    /// Something that they said happens next.
    NextStepKeys {
        /// What they said, in their words. Form: a clause. Reads after: "You mentioned that …".
        said: Option<String> = Optional<Prose>, "you would decide in about two weeks";
        /// The day on which you reckon it is due. Only the plan uses it.
        by: Option<Date> = Optional<PlanDay>, "2026-12-04";
    }
}

impl Form for NextStep {
    type Value = Self;

    fn read(node: &Node, path: &Path, reader: &mut Reader<'_>) -> Option<Self> {
        if matches!(node.value, Value::Scalar(_)) {
            let said = Some(Prose::read(node, path, reader)?);
            return Some(Self { said, by: None });
        }
        if accident::<NextStepKeys>(node, reader) {
            return None;
        }
        let before = reader.problems.len();
        let NextStepKeys { said, by } = NextStepKeys::read(node, path, reader)?;
        if said.is_none() && by.is_none() && reader.problems.len() == before {
            reader.report(
                Diagnostic::error("missing-key", Place::Value(path.clone()), "this step is empty")
                    .help("say what they said, or delete the dash:\n- said: you would decide in about two weeks"),
            );
        }
        Some(Self { said, by })
    }

    fn schema(generator: &mut SchemaGenerator) -> Schema {
        let keys = generator.subschema_for::<NextStepKeys>();
        json_schema!({ "anyOf": [{ "type": "string", "minLength": 1 }, keys] })
    }
}
