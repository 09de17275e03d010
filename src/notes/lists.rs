//! Fields that are lists.

use schemars::{Schema, SchemaGenerator};

use super::form::Form;
use super::presence::{Field, Presence, missing};
use super::reader::{Reader, called, is_blank};
use crate::diagnostic::{Diagnostic, Path, Place};
use crate::yaml::{Node, Value};

/// A list that may be left out.
pub(super) struct Many<F>(F);
/// A list with at least one item.
pub(super) struct AtLeastOne<F>(F);

impl<F: Form> Presence for Many<F> {
    type Value = Vec<F::Value>;

    fn read(
        node: Option<&Node>,
        path: &Path,
        field: &Field,
        reader: &mut Reader<'_>,
    ) -> Option<Self::Value> {
        let Some(node) = node.filter(|node| !is_blank(node)) else {
            return Some(Vec::new());
        };
        let items = list::<F>(node, path, field, reader)?;
        if items.is_empty() {
            reader.report(
                Diagnostic::warning(
                    "empty-list",
                    Place::Value(path.clone()),
                    format!("`{}` is an empty list", field.key),
                )
                .help("fill it in, or leave the key out"),
            );
        }
        Some(read_items::<F>(items, path, reader))
    }

    fn schema(generator: &mut SchemaGenerator) -> Schema {
        schemars::json_schema!({ "type": "array", "items": F::schema(generator), "minItems": 1 })
    }

    fn sample(field: &Field) -> Vec<String> {
        let mut sample = vec![format!("{}:", field.key)];
        for (index, line) in F::lines(field.example).iter().enumerate() {
            let lead = if index == 0 { "  - " } else { "    " };
            sample.push(format!("{lead}{line}"));
        }
        sample
    }
}

impl<F: Form> Presence for AtLeastOne<F> {
    type Value = Vec<F::Value>;
    const REQUIRED: bool = true;

    fn read(
        node: Option<&Node>,
        path: &Path,
        field: &Field,
        reader: &mut Reader<'_>,
    ) -> Option<Self::Value> {
        if node.is_none_or(is_blank) && reader.spares(path) {
            return Some(Vec::new());
        }
        let Some(node) = node else {
            let problem = missing(path, &Self::sample(field), reader);
            reader.report(problem);
            return None;
        };
        let empty = Vec::new();
        let items = if is_blank(node) {
            &empty
        } else {
            list::<F>(node, path, field, reader)?
        };
        if items.is_empty() {
            reader.report(
                Diagnostic::error(
                    "empty-list",
                    Place::Key(path.clone()),
                    format!("`{}` is empty", field.key),
                )
                .help(format!(
                    "give at least one, for example:\n{}",
                    Self::sample(field).join("\n")
                )),
            );
            return None;
        }
        Some(read_items::<F>(items, path, reader))
    }

    fn schema(generator: &mut SchemaGenerator) -> Schema {
        Many::<F>::schema(generator)
    }

    fn sample(field: &Field) -> Vec<String> {
        Many::<F>::sample(field)
    }
}

/// The items of a list, or a message that shows the value as one.
fn list<'n, F: Form>(
    node: &'n Node,
    path: &Path,
    field: &Field,
    reader: &mut Reader<'_>,
) -> Option<&'n Vec<Node>> {
    let (found, help) = match &node.value {
        Value::List(items) => return Some(items),
        Value::Map(_) => {
            let help = if F::NESTED {
                "put a dash before the first key of each"
            } else {
                "put each on a line of its own, behind a dash"
            };
            let sample = match reader.in_block(node) {
                Some(lines) if F::NESTED => reader.below(path, &behind_dash(&lines)),
                _ => Many::<F>::sample(field).join("\n"),
            };
            ("keys with values", format!("{help}:\n{sample}"))
        }
        Value::Scalar(_) | Value::Empty => {
            let typed = &reader.source.text()[node.span.clone()];
            let single = !typed.contains('\n') && !typed.is_empty();
            let example = if single { typed } else { field.example };
            let lines = behind_dash(&[F::short(example)]);
            (
                "one text",
                format!("put a dash before it:\n{}", reader.below(path, &lines)),
            )
        }
    };
    let problem = reader.wrong_type(path, "a list", found).help(help);
    reader.report(problem);
    None
}

fn behind_dash(lines: &[String]) -> Vec<String> {
    let lead = |at: usize| if at == 0 { "- " } else { "  " };
    lines
        .iter()
        .enumerate()
        .map(|(at, line)| lead(at).to_owned() + line)
        .collect()
}

fn read_items<F: Form>(items: &[Node], path: &Path, reader: &mut Reader<'_>) -> Vec<F::Value> {
    let mut values = Vec::with_capacity(items.len());
    for (index, item) in items.iter().enumerate() {
        let path = path.item(index);
        if is_blank(item) && !F::NESTED {
            reader.report(
                Diagnostic::error(
                    "empty-item",
                    Place::Value(path.clone()),
                    format!("{} is empty", called(&path)),
                )
                .help("type something after the dash, or delete the dash"),
            );
            continue;
        }
        values.extend(F::read(item, &path, reader));
    }
    values
}
