//! What you have, they need, and nobody asked about.

use schemars::{Schema, SchemaGenerator};
use serde::Serialize;

use super::form::{Form, Prose};
use super::point::{accident, say_alone};
use super::presence::Optional;
use super::reader::Reader;
use super::record::record;
use super::tell::Tell;
use crate::diagnostic::{Diagnostic, Path, Place};
use crate::yaml::Node;

/// Something you have, they need, and nobody asked about.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Qualification {
    /// The qualification itself.
    #[serde(flatten)]
    pub what: Claim,
    /// What it would help them with, a noun phrase.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub meets: Option<String>,
    /// The place in `interviewers` of the one person it goes to, where the notes name one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tell: Option<usize>,
}

/// A qualification as a noun phrase with its evidence, or as whole sentences.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Claim {
    /// What you have, and what shows it.
    Fact {
        /// What you have, a noun phrase.
        qualification: String,
        /// What shows it, whole sentences.
        #[serde(skip_serializing_if = "Option::is_none")]
        evidence: Option<String>,
    },
    /// Your own sentences about it, used as they are.
    Own {
        /// The sentences.
        say: String,
    },
}

record! {
    /// Something you have, they need, and nobody asked about.
    QualificationKeys {
        /// What you have. Form: a noun phrase. Reads after: "One thing that did not come up is …".
        qualification: Option<String> =
            Optional<Prose>, "a TÜV functional-safety certificate";
        /// What shows it. Form: whole sentences of your own, used word for word.
        evidence: Option<String> =
            Optional<Prose>, "I led the SIL-2 assessment for two press lines.";
        /// Instead of both: whole sentences of your own, used word for word.
        say: Option<String> = Optional<Prose>, "I speak Polish and used it every day at Halden.";
        /// What of theirs it answers. Form: a noun phrase. Reads after: "It could help with …".
        meets: Option<String> =
            Optional<Prose>, "the safety sign-off for the new palletiser";
        /// The one person to tell: any part of the name that fits nobody else. Left out: whoever
        /// it fits best.
        tell: Option<usize> = Optional<Tell>, "Katherine";
    }
}

impl Form for Qualification {
    type Value = Self;
    const NESTED: bool = true;

    fn read(node: &Node, path: &Path, reader: &mut Reader<'_>) -> Option<Self> {
        if accident::<QualificationKeys>(node, reader) {
            return None;
        }
        let before = reader.problems.len();
        let keys = QualificationKeys::read(node, path, reader)?;
        if reader.failed_since(before) {
            return None;
        }
        let what = match (keys.qualification, keys.say) {
            (Some(qualification), None) => Claim::Fact {
                qualification,
                evidence: keys.evidence,
            },
            (None, Some(say)) if keys.evidence.is_none() => Claim::Own { say },
            (_, Some(_)) => {
                reader.report(say_alone(path, "a qualification"));
                return None;
            }
            (None, None) => {
                reader.report(
                    Diagnostic::error(
                        "missing-key",
                        Place::Value(path.clone()),
                        "`qualification` is missing here",
                    )
                    .help("add what you have, for example:\nqualification: a TÜV functional-safety certificate"),
                );
                return None;
            }
        };
        Some(Self {
            what,
            meets: keys.meets,
            tell: keys.tell,
        })
    }

    fn schema(generator: &mut SchemaGenerator) -> Schema {
        generator.subschema_for::<QualificationKeys>()
    }

    fn lines(_: &str) -> Vec<String> {
        vec!["qualification: a TÜV functional-safety certificate".to_owned()]
    }

    fn keys() -> Vec<&'static str> {
        QualificationKeys::keys()
    }

    fn short(text: &str) -> String {
        format!("qualification: {text}")
    }
}
