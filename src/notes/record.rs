//! One definition of a type of the notes: struct, reading, template context and schema.
//!
//! [`record!`] takes the fields, each with its [`Presence`] (required, optional, a list …) and its
//! [`Form`](super::form::Form) (a name, a date, prose …). From them come the struct, how it is read
//! from YAML with every problem reported, what templates see of it, and its JSON schema, whose
//! descriptions are the doc comments.

use schemars::SchemaGenerator;
use serde_json::{Map, Value as Json, json};

use super::presence::{Field, Presence};

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
        $name:ident $([$derive:ident])? {
            $(
                $(#[doc = $doc:literal])+
                $field:ident $(/ $alias:literal)? : $type:ty = $presence:ty $(, $example:literal)?;
            )+
        }
    ) => {
        $(#[doc = $about])+
        #[derive(Debug, Clone, PartialEq $(, $derive)?)]
        pub struct $name {
            $( $(#[doc = $doc])+ pub $field: $type, )+
        }

        impl $name {
            const FIELDS: &'static [crate::notes::presence::Field] = &[
                $( crate::notes::presence::Field {
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
                    let (value, at) = keys.take(stringify!($field), &[$($alias)?], reader);
                    let $field = <$presence as crate::notes::presence::Presence>::read(
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
                        && <$presence as crate::notes::presence::Presence>::REQUIRED
                    {
                        lines.extend(<$presence as crate::notes::presence::Presence>::sample(field));
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
                    if <$presence as crate::notes::presence::Presence>::shown(&self.$field) {
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
                        if <Of as crate::notes::presence::Presence>::REQUIRED {
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
