//! Whether a field has to be there, and what it is without a value.

use schemars::{Schema, SchemaGenerator};

use super::form::Form;
use super::reader::{Reader, called, is_blank};
use crate::diagnostic::{Diagnostic, Path, Place};
use crate::yaml::Node;

/// The key of a field and what may stand there, for messages and the schema.
pub(super) struct Field {
    pub key: &'static str,
    pub example: &'static str,
}

/// Whether a field has to be there, and what it is without a value.
pub(super) trait Presence {
    type Value;
    const REQUIRED: bool = false;

    /// Reads a field; `None` only where nothing can stand for the value.
    fn read(
        node: Option<&Node>,
        path: &Path,
        field: &Field,
        reader: &mut Reader<'_>,
    ) -> Option<Self::Value>;

    /// Whether templates see the value; a value that is not there has to be undefined for them.
    fn shown(_: &Self::Value) -> bool {
        true
    }

    fn schema(generator: &mut SchemaGenerator) -> Schema;

    /// Lines that show how the field is written.
    fn sample(field: &Field) -> Vec<String>;
}

/// A field that has to be there.
pub(super) struct Required<F>(F);
/// A field that may be left out.
pub(super) struct Optional<F>(F);
/// A field that is its type's default when left out.
pub(super) struct OrDefault<F>(F);
/// A field that templates never see.
pub(super) struct Hidden<P>(P);

fn sample_of<F: Form>(field: &Field) -> Vec<String> {
    let lines = F::lines(field.example);
    if !F::NESTED {
        return vec![format!("{}: {}", field.key, lines.concat())];
    }
    let mut sample = vec![format!("{}:", field.key)];
    sample.extend(lines.iter().map(|line| format!("  {line}")));
    sample
}

impl<F: Form> Presence for Required<F> {
    type Value = F::Value;
    const REQUIRED: bool = true;

    fn read(
        node: Option<&Node>,
        path: &Path,
        field: &Field,
        reader: &mut Reader<'_>,
    ) -> Option<F::Value> {
        let is_there = node.is_some_and(|node| !is_blank(node));
        if !is_there && reader.spares(path) {
            return match F::NESTED {
                true => F::read(&Node::nothing(), path, reader),
                false => F::blank(),
            };
        }
        match node {
            // A mapping whose keys are all missing says which ones.
            Some(node) if !is_blank(node) || F::NESTED => F::read(node, path, reader),
            Some(_) => {
                reader.report(
                    Diagnostic::error(
                        "missing-key",
                        Place::Key(path.clone()),
                        format!("`{}` is empty", field.key),
                    )
                    .help(format!(
                        "type, for example:\n{}",
                        reader.instead(path, field.example)
                    )),
                );
                None
            }
            None => {
                let problem = missing(path, &Self::sample(field), reader);
                reader.report(problem);
                None
            }
        }
    }

    fn schema(generator: &mut SchemaGenerator) -> Schema {
        F::schema(generator)
    }

    fn sample(field: &Field) -> Vec<String> {
        sample_of::<F>(field)
    }
}

impl<F: Form> Presence for Optional<F> {
    type Value = Option<F::Value>;

    fn read(
        node: Option<&Node>,
        path: &Path,
        _: &Field,
        reader: &mut Reader<'_>,
    ) -> Option<Self::Value> {
        // A wrong value has been reported, which is enough: with an error there are no notes.
        Some(
            node.filter(|node| !is_blank(node))
                .and_then(|node| F::read(node, path, reader)),
        )
    }

    fn shown(value: &Self::Value) -> bool {
        value.is_some()
    }

    fn schema(generator: &mut SchemaGenerator) -> Schema {
        F::schema(generator)
    }

    fn sample(field: &Field) -> Vec<String> {
        sample_of::<F>(field)
    }
}

impl<F: Form<Value: Default>> Presence for OrDefault<F> {
    type Value = F::Value;

    fn read(
        node: Option<&Node>,
        path: &Path,
        field: &Field,
        reader: &mut Reader<'_>,
    ) -> Option<F::Value> {
        Some(Optional::<F>::read(node, path, field, reader)?.unwrap_or_default())
    }

    fn schema(generator: &mut SchemaGenerator) -> Schema {
        F::schema(generator)
    }

    fn sample(field: &Field) -> Vec<String> {
        sample_of::<F>(field)
    }
}

impl<P: Presence> Presence for Hidden<P> {
    type Value = P::Value;
    const REQUIRED: bool = P::REQUIRED;

    fn read(
        node: Option<&Node>,
        path: &Path,
        field: &Field,
        reader: &mut Reader<'_>,
    ) -> Option<Self::Value> {
        P::read(node, path, field, reader)
    }

    fn shown(_: &Self::Value) -> bool {
        false
    }

    fn schema(generator: &mut SchemaGenerator) -> Schema {
        P::schema(generator)
    }

    fn sample(field: &Field) -> Vec<String> {
        P::sample(field)
    }
}

pub(super) fn missing(path: &Path, sample: &[String], reader: &Reader<'_>) -> Diagnostic {
    let parent = path.parent();
    let key = called(path);
    if parent.steps().is_empty() {
        return Diagnostic::error("missing-key", Place::File, format!("{key} is missing"))
            .help(format!("add, for example:\n{}", sample.join("\n")));
    }
    let message = format!("{key} is missing in {}", called(&parent));
    let lead = reader.lead_of_keys(&parent);
    let sample: Vec<String> = sample.iter().map(|line| format!("{lead}{line}")).collect();
    Diagnostic::error("missing-key", Place::Key(parent), message)
        .help(format!("add, for example:\n{}", sample.join("\n")))
}
