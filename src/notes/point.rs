//! What was talked about: a topic, more of it by keys, or a sentence of your own.

use schemars::{Schema, SchemaGenerator, json_schema};
use serde::Serialize;

use super::form::{Form, Prose};
use super::presence::Optional;
use super::reader::Reader;
use super::record::record;
use crate::diagnostic::{Diagnostic, Path, Place};
use crate::yaml::{Node, Value};

/// Something that was talked about: a topic, or a whole sentence of your own.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Point {
    /// A topic and what belongs to it.
    Topic(Topic),
    /// Your own sentences about it, used as they are.
    Own {
        /// The sentences.
        say: String,
    },
}

/// A topic, what they said about it and what you did.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Topic {
    /// What was talked about, a noun phrase or -ing phrase.
    pub topic: String,
    /// What they said about it, a clause.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub they_said: Option<String>,
    /// Their very words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quote: Option<String>,
    /// Your side of it, whole sentences.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub my_side: Option<String>,
}

record! {
    /// Something that was talked about; `topic` is enough, and text alone is the topic.
    PointKeys {
        /// What was talked about. Form: a noun phrase or an -ing phrase. Reads after:
        /// "our conversation about …" or "We spoke about …".
        topic: Option<String> =
            Optional<Prose>, "moving your test benches from LabVIEW to Rust";
        /// What they said about it. Form: a clause. Reads after: "You said that …".
        they_said: Option<String> =
            Optional<Prose>, "the benches are older than half the team";
        /// Their very words. Stands inside quotation marks and is never altered.
        quote: Option<String> = Optional<Prose>, "The benches are where the truth is.";
        /// Your side of it. Form: whole sentences of your own, used word for word.
        my_side: Option<String> =
            Optional<Prose>, "At Halden I moved eleven benches off LabVIEW in one winter.";
        /// Instead of all the others: whole sentences of your own, used word for word.
        say: Option<String> =
            Optional<Prose>, "I still owe you the name of the book about the andon cord.";
    }
}

impl Form for Point {
    type Value = Self;

    fn read(node: &Node, path: &Path, reader: &mut Reader<'_>) -> Option<Self> {
        if matches!(node.value, Value::Scalar(_)) {
            let topic = Prose::read(node, path, reader)?;
            return Some(Self::Topic(Topic {
                topic,
                they_said: None,
                quote: None,
                my_side: None,
            }));
        }
        if accident::<PointKeys>(node, reader) {
            return None;
        }
        let before = reader.problems.len();
        let keys = PointKeys::read(node, path, reader)?;
        if reader.failed_since(before) {
            return None;
        }
        let more = keys.they_said.is_some() || keys.quote.is_some() || keys.my_side.is_some();
        match (keys.say, keys.topic) {
            (Some(say), None) if !more => Some(Self::Own { say }),
            (Some(_), _) => {
                reader.report(say_alone(path, "a point"));
                None
            }
            (None, Some(topic)) => Some(Self::Topic(Topic {
                topic,
                they_said: keys.they_said,
                quote: keys.quote,
                my_side: keys.my_side,
            })),
            (None, None) => {
                reader.report(
                    Diagnostic::error(
                        "missing-key",
                        Place::Value(path.clone()),
                        "`topic` is missing in this point",
                    )
                    .help("add what it was about, for example:\ntopic: moving your test benches from LabVIEW to Rust"),
                );
                None
            }
        }
    }

    fn schema(generator: &mut SchemaGenerator) -> Schema {
        let keys = generator.subschema_for::<PointKeys>();
        json_schema!({ "anyOf": [{ "type": "string", "minLength": 1 }, keys] })
    }
}

/// Reports a mapping that YAML made of a text with a colon; keys of `F`, or near them, are meant.
pub(super) fn accident<F: Form>(node: &Node, reader: &mut Reader<'_>) -> bool {
    let Value::Map(entries) = &node.value else {
        return false;
    };
    let meant = |key: &str| {
        let known = F::keys();
        known.contains(&key) || super::mapping::meant(key, &known).is_some()
    };
    if entries.iter().any(|entry| meant(&entry.key)) {
        return false;
    }
    match reader.map_by_accident(node, entries) {
        Some(problem) => {
            reader.report(problem);
            true
        }
        None => false,
    }
}

/// The message that `say` leaves nothing for other keys to do.
pub(super) fn say_alone(path: &Path, what: &str) -> Diagnostic {
    Diagnostic::error(
        "say-alone",
        Place::Key(path.key("say")),
        format!("`say` is the whole of {what}, so the other keys would be lost"),
    )
    .help("delete `say`, or delete the others and put what they say into it")
}
