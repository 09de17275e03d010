//! One definition of a type of the notes: struct, reading, template context and schema.
//!
//! [`record!`] takes the fields, each with its [`Presence`] (required, optional, a list …) and its
//! [`Form`](super::form::Form) (a name, a date, prose …). From them come the struct, how it is read
//! from YAML with every problem reported, what templates see of it, and its JSON schema, whose
//! descriptions are the doc comments.

use schemars::{Schema, SchemaGenerator};
use serde_json::{Map, Value as Json, json};

use super::form::Form;
use super::reader::{Reader, called, is_blank};
use crate::diagnostic::{Diagnostic, Path, Place};
use crate::yaml::{Node, Value};

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
/// A list that may be left out.
pub(super) struct Many<F>(F);
/// A list with at least one item.
pub(super) struct AtLeastOne<F>(F);
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

fn missing(path: &Path, sample: &[String], reader: &Reader<'_>) -> Diagnostic {
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

/// The schema of one field: its form's, with description and example.
pub(super) fn property<P: Presence>(
    generator: &mut SchemaGenerator,
    doc: &str,
    field: &Field,
) -> Json {
    let schema = P::schema(generator).to_value();
    let mut object = match schema {
        Json::Object(object) => object,
        _ => Map::new(),
    };
    object.insert(
        "description".to_owned(),
        json!(doc.trim().replace("  ", " ")),
    );
    let text = match object.get("type") {
        Some(Json::Array(types)) => types.contains(&json!("string")),
        of => of == Some(&json!("string")),
    };
    if text && !field.example.is_empty() {
        object.insert("examples".to_owned(), json!([field.example]));
    }
    Json::Object(object)
}

/// Defines a mapping of the notes file; see the module.
macro_rules! record {
    (
        $(#[doc = $about:literal])+
        $name:ident {
            $(
                $(#[doc = $doc:literal])+
                $field:ident $(/ $alias:literal)? : $type:ty = $presence:ty $(, $example:literal)?;
            )+
        }
    ) => {
        $(#[doc = $about])+
        #[derive(Debug, Clone, PartialEq)]
        pub struct $name {
            $( $(#[doc = $doc])+ pub $field: $type, )+
        }

        impl $name {
            const FIELDS: &'static [crate::notes::record::Field] = &[
                $( crate::notes::record::Field {
                    key: stringify!($field),
                    example: concat!($($example)?),
                }, )+
            ];
        }

        impl crate::notes::form::Form for $name {
            type Value = Self;
            const NESTED: bool = true;

            fn read(
                node: &crate::yaml::Node,
                path: &crate::diagnostic::Path,
                reader: &mut crate::notes::reader::Reader<'_>,
            ) -> Option<Self> {
                let keys = crate::notes::mapping::Keys::read::<Self>(node, path, reader)?;
                let mut fields = Self::FIELDS.iter();
                $(
                    let field = fields.next()?;
                    let (value, at) = keys.take(stringify!($field), &[$($alias)?]);
                    let $field = <$presence as crate::notes::record::Presence>::read(
                        value, &at, field, reader,
                    );
                )+
                Some(Self { $( $field: $field?, )+ })
            }

            fn schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                generator.subschema_for::<Self>()
            }

            fn lines(_: &str) -> Vec<String> {
                let mut lines = Vec::new();
                let mut fields = Self::FIELDS.iter();
                $(
                    let field = fields.next();
                    if let Some(field) = field
                        && <$presence as crate::notes::record::Presence>::REQUIRED
                    {
                        lines.extend(<$presence as crate::notes::record::Presence>::sample(field));
                    }
                )+
                lines
            }

            fn keys() -> Vec<&'static str> {
                vec![$( stringify!($field), $( $alias, )? )+]
            }

            fn short(text: &str) -> String {
                let key = Self::FIELDS.first().map_or("", |field| field.key);
                format!("{key}: {text}")
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                use serde::ser::SerializeMap;
                let mut map = serializer.serialize_map(None)?;
                $(
                    if <$presence as crate::notes::record::Presence>::shown(&self.$field) {
                        map.serialize_entry(stringify!($field), &self.$field)?;
                    }
                )+
                map.end()
            }
        }

        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                let mut properties = serde_json::Map::new();
                let mut required: Vec<&str> = Vec::new();
                let mut fields = Self::FIELDS.iter();
                $(
                    if let Some(field) = fields.next() {
                        type Of = $presence;
                        let doc = concat!($($doc, " "),+);
                        let property =
                            crate::notes::record::property::<Of>(generator, doc, field);
                        $( properties.insert($alias.to_owned(), property.clone()); )?
                        properties.insert(stringify!($field).to_owned(), property);
                        if <Of as crate::notes::record::Presence>::REQUIRED {
                            required.push(stringify!($field));
                        }
                    }
                )+
                schemars::json_schema!({
                    "type": "object",
                    "description": concat!($($about, " "),+).trim().replace("  ", " "),
                    "properties": properties,
                    "required": required,
                    "additionalProperties": false,
                })
            }
        }
    };
}

pub(super) use record;
