//! How printed cards look: names of what can be had, and an ink also by its colour.

use schemars::{Schema, SchemaGenerator, json_schema};

use super::form::{Form, choose, wrong_choice};
use super::mapping::{meant, ticked};
use super::presence::Optional;
use super::reader::Reader;
use super::record::record;
use crate::diagnostic::Path;
use crate::yaml::Node;

record! {
    /// How printed cards look.
    CardChoices [Default] {
        /// The size of the folded card: a name, or its measures, such as `5x7in` or `110x160mm`; left out: a2 in North America, a6 elsewhere.
        size: Option<String> = Optional<Size>, "a2";
        /// The handwriting.
        hand: Option<String> = Optional<Hand>, "caveat";
        /// The colour of the ink: a name, or `"#1c2b4e"` in quotation marks.
        ink: Option<String> = Optional<Ink>, "blue-black";
        /// What is drawn on the card besides its words.
        design: Option<String> = Optional<Design>, "plain";
    }
}

/// Defines a form that is one of a few names.
macro_rules! names {
    ($( $(#[doc = $doc:literal])+ $form:ident = [$($name:literal),+]; )+) => { $(
        $(#[doc = $doc])+
        struct $form;

        impl Form for $form {
            type Value = String;

            fn read(node: &Node, path: &Path, reader: &mut Reader<'_>) -> Option<String> {
                choose(node, path, reader, &[$(($name, $name)),+]).map(str::to_owned)
            }

            fn schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!({ "type": "string", "enum": [$($name),+] })
            }
        }
    )+ };
}

names! {
    /// The face that it is set in.
    Hand = ["caveat", "la-belle-aurore", "playpen", "eb-garamond"];
    /// What is drawn on the card.
    Design = ["plain", "ruled", "border", "monogram"];
}

/// The size of a card, by name or by width and height.
struct Size;

const SIZES: [&str; 6] = ["a2", "a6", "a7", "4bar", "postcard-us", "postcard-eu"];

impl Form for Size {
    type Value = String;

    fn read(node: &Node, path: &Path, reader: &mut Reader<'_>) -> Option<String> {
        let text = &reader.scalar(node, path, &ticked(&SIZES))?.text;
        let typed = text.trim();
        // Whether the measures are a card's is for those to say who make it.
        let is_measures = typed.starts_with(|c: char| c.is_ascii_digit())
            && typed.contains(['x', 'X', '×'])
            && !SIZES.contains(&typed);
        if is_measures {
            return Some(typed.to_owned());
        }
        choose(node, path, reader, &SIZES.map(|size| (size, size))).map(str::to_owned)
    }

    fn schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "anyOf": [
                { "enum": SIZES },
                { "pattern": "^[0-9.]+ *[xX×] *[0-9.]+ *(in|mm|cm)$" },
            ],
        })
    }
}

/// The colour of the ink, by name or as `#rrggbb`.
struct Ink;

const INKS: [&str; 4] = ["blue-black", "blue", "black", "sepia"];

impl Form for Ink {
    type Value = String;

    fn read(node: &Node, path: &Path, reader: &mut Reader<'_>) -> Option<String> {
        let text = &reader.scalar(node, path, &ticked(&INKS))?.text;
        let typed = text.trim().to_lowercase();
        if let Some(colour) = hexadecimal(&typed) {
            if typed == colour {
                return Some(colour);
            }
            let problem = wrong_choice(path, "a name, or `#` and six digits");
            let line = reader.instead(path, &format!("\"{colour}\""));
            reader.report(problem.help(format!("type:\n{line}")));
            return None;
        }
        if typed.starts_with('#') || meant(&typed, &INKS).is_none() {
            let problem = wrong_choice(path, &ticked(&INKS));
            let line = reader.instead(path, "\"#1c2b4e\"");
            reader.report(problem.help(format!(
                "type one of these words, or a colour by six digits from 0 to f, such as:\n{line}"
            )));
            return None;
        }
        choose(node, path, reader, &INKS.map(|ink| (ink, ink))).map(str::to_owned)
    }

    fn schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "anyOf": [{ "enum": INKS }, { "pattern": "^#[0-9A-Fa-f]{6}$" }],
        })
    }
}

/// The colour that is meant by `#1c2b4e`, `1c2b4e`, `#12e` or `0x1c2b4e`, as `#rrggbb`.
fn hexadecimal(text: &str) -> Option<String> {
    let digits = text.strip_prefix("0x").unwrap_or(text);
    let digits = digits.strip_prefix('#').unwrap_or(digits);
    if !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    match digits.len() {
        6 => Some(format!("#{digits}")),
        3 if text.starts_with('#') => {
            let twice = digits.chars().flat_map(|digit| [digit, digit]);
            Some(format!("#{}", twice.collect::<String>()))
        }
        _ => None,
    }
}
