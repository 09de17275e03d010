//! Whole numbers, yes and no, and the version of the format.

use schemars::{Schema, SchemaGenerator, json_schema};

use super::Form;
use crate::diagnostic::{Diagnostic, Path, Place, last_key};
use crate::notes::presence::{Field, Presence};
use crate::notes::reader::{Reader, called, is_blank};
use crate::yaml::Node;

/// A whole number within bounds.
pub(in crate::notes) struct Whole<const LEAST: u32, const MOST: u32>;
/// Yes or no.
pub(in crate::notes) struct Flag;
/// Yes or no, with what holds when it is left out.
pub(in crate::notes) struct FlagOr<const DEFAULT: bool>;
/// The version of the format, 1 when left out.
pub(in crate::notes) struct Version;

impl<const LEAST: u32, const MOST: u32> Form for Whole<LEAST, MOST> {
    type Value = u32;

    fn read(node: &Node, path: &Path, reader: &mut Reader<'_>) -> Option<u32> {
        let text = reader
            .scalar(node, path, "a whole number")?
            .text
            .trim()
            .to_owned();
        let number = text.parse::<u32>().ok();
        if let Some(number) = number.filter(|number| (LEAST..=MOST).contains(number)) {
            return Some(number);
        }
        let place = Place::Value(path.clone());
        let digits: String = text.chars().take_while(char::is_ascii_digit).collect();
        let in_it = digits
            .parse::<u32>()
            .ok()
            .filter(|number| (LEAST..=MOST).contains(number));
        let problem = if number.is_some() {
            Diagnostic::error(
                "whole-number",
                place,
                format!("{} should be between {LEAST} and {MOST}", called(path)),
            )
        } else {
            Diagnostic::error(
                "whole-number",
                place,
                format!("{} should be a whole number", called(path)),
            )
        };
        let key = last_key(path).unwrap_or_default();
        let unit = text
            .trim_start_matches(|char: char| char.is_ascii_digit())
            .trim_start();
        let problem = match in_it {
            Some(number) if number.to_string() != text && !unit.starts_with(['.', ',', ':']) => {
                problem.help(format!(
                    "type the number alone:\n{}",
                    reader.instead(path, &number.to_string())
                ))
            }
            _ => problem.help(format!(
                "type a number from {LEAST} to {MOST}, or leave `{key}` out"
            )),
        };
        reader.report(problem);
        None
    }

    fn schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "integer", "minimum": LEAST, "maximum": MOST })
    }
}

impl Form for Flag {
    type Value = bool;

    fn read(node: &Node, path: &Path, reader: &mut Reader<'_>) -> Option<bool> {
        let text = reader
            .scalar(node, path, "`true` or `false`")?
            .text
            .trim()
            .to_lowercase();
        match text.as_str() {
            "true" | "yes" => Some(true),
            "false" | "no" => Some(false),
            _ => {
                reader.report(
                    Diagnostic::error(
                        "wrong-choice",
                        Place::Value(path.clone()),
                        format!("{} should be `true` or `false`", called(path)),
                    )
                    .help("type `true` for yes, or `false` for no"),
                );
                None
            }
        }
    }

    fn schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "boolean" })
    }
}

impl<const DEFAULT: bool> Presence for FlagOr<DEFAULT> {
    type Value = bool;

    fn read(node: Option<&Node>, path: &Path, _: &Field, reader: &mut Reader<'_>) -> Option<bool> {
        match node.filter(|node| !is_blank(node)) {
            Some(node) => Flag::read(node, path, reader),
            None => Some(DEFAULT),
        }
    }

    fn schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "boolean", "default": DEFAULT })
    }

    fn sample(field: &Field) -> Vec<String> {
        vec![format!("{}: {}", field.key, !DEFAULT)]
    }
}

impl Presence for Version {
    type Value = u32;

    fn read(node: Option<&Node>, path: &Path, _: &Field, reader: &mut Reader<'_>) -> Option<u32> {
        let Some(node) = node.filter(|node| !is_blank(node)) else {
            return Some(1);
        };
        let text = reader
            .scalar(node, path, "the version of the format")?
            .text
            .trim();
        if text == "1" {
            return Some(1);
        }
        reader.report(
            Diagnostic::error(
                "format-version",
                Place::Value(path.clone()),
                "this version of the notes format is not known",
            )
            .label("1 is the only one that this program reads")
            .help("type `regards: 1`, or leave the line out"),
        );
        None
    }

    fn schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "integer", "const": 1 })
    }

    fn sample(field: &Field) -> Vec<String> {
        vec![format!("{}: 1", field.key)]
    }
}
