//! Names, lines, prose and addresses: text that is kept as typed.

use schemars::{Schema, SchemaGenerator, json_schema};

use super::Form;
use crate::diagnostic::{Diagnostic, Path, Place};
use crate::notes::reader::{Reader, called};
use crate::yaml::{Node, as_typed};

/// The name of a person: one line, no invisible characters.
pub(in crate::notes) struct Name;
/// A short text on one line, such as a company or a job title.
pub(in crate::notes) struct Line;
/// Sentences or parts of one; line breaks become spaces.
pub(in crate::notes) struct Prose;
/// A postal address, one line each.
pub(in crate::notes) struct Address;

/// As many characters a name may have; names are compared with each other, which takes the product
/// of their lengths.
pub(in crate::notes) const LONGEST_NAME: usize = 200;

impl Form for Name {
    type Value = String;

    fn blank() -> Option<Self::Value> {
        Some(String::new())
    }

    fn read(node: &Node, path: &Path, reader: &mut Reader<'_>) -> Option<String> {
        let text = reader.scalar(node, path, "a name")?.text.trim().to_owned();
        if text.chars().nth(LONGEST_NAME).is_some() {
            let problem = Diagnostic::error(
                "name-too-long",
                Place::Value(path.clone()),
                format!("{} has more than {LONGEST_NAME} characters", called(path)),
            )
            .help("type the name alone; the rest belongs under keys of its own");
            reader.report(problem);
            return None;
        }
        if text.contains(is_line_break) {
            let problem = Diagnostic::error(
                "line-break",
                Place::Value(path.clone()),
                format!("{} has a line break in it", called(path)),
            )
            .help(format!(
                "type it on one line:\n{}",
                on_one_line(path, &text, reader)
            ));
            reader.report(problem);
            return None;
        }
        clean(&text, path, reader)?;
        if let Some(char) = text.chars().find(|char| is_invisible(*char)) {
            let problem = Diagnostic::error(
                "invisible-character",
                Place::Value(path.clone()),
                format!(
                    "{} holds an invisible character, U+{:04X}",
                    called(path),
                    u32::from(char)
                ),
            )
            .label(what_it_does(char))
            .help(format!(
                "type it again; a copied name may bring such characters along:\n{}",
                on_one_line(path, &text.replace(is_invisible, ""), reader)
            ));
            reader.report(problem);
            return None;
        }
        Some(folded(&text))
    }

    fn schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "minLength": 1 })
    }
}

impl Form for Line {
    type Value = String;

    fn blank() -> Option<Self::Value> {
        Some(String::new())
    }

    fn read(node: &Node, path: &Path, reader: &mut Reader<'_>) -> Option<String> {
        Prose::read(node, path, reader)
    }

    fn schema(generator: &mut SchemaGenerator) -> Schema {
        Prose::schema(generator)
    }
}

impl Form for Prose {
    type Value = String;

    fn read(node: &Node, path: &Path, reader: &mut Reader<'_>) -> Option<String> {
        let text = folded(&reader.scalar(node, path, "text")?.text);
        clean(&text, path, reader)?;
        Some(text)
    }

    fn schema(_: &mut SchemaGenerator) -> Schema {
        // A number or `NO` without quotation marks is text as well.
        json_schema!({ "type": ["string", "number", "boolean"], "minLength": 1 })
    }
}

impl Form for Address {
    type Value = String;

    fn read(node: &Node, path: &Path, reader: &mut Reader<'_>) -> Option<String> {
        let text = &reader.scalar(node, path, "an address")?.text;
        let lines: Vec<String> = text
            .split(is_line_break)
            .map(folded)
            .filter(|line| !line.is_empty())
            .collect();
        let text = lines.join("\n");
        clean(&text, path, reader)?;
        Some(text)
    }

    fn schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "minLength": 1 })
    }
}

/// One line without white space around it; a run of white space with a break or tab is a space.
///
/// Other spaces stay as typed: two of them, or a no-break space, may be meant.
fn folded(text: &str) -> String {
    let blank = |char: char| is_line_break(char) || char == '\t';
    if !text.contains(blank) {
        return text.trim().to_owned();
    }
    text.split(blank)
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// CR, LF, and what Unicode counts as a break as well: VT, FF, NEL, U+2028, U+2029.
fn is_line_break(char: char) -> bool {
    matches!(char, '\n'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Reports characters that are no text.
fn clean(text: &str, path: &Path, reader: &mut Reader<'_>) -> Option<()> {
    let Some(char) = text.chars().find(|char| is_no_text(*char)) else {
        return Some(());
    };
    let code = u32::from(char);
    reader.report(
        Diagnostic::error(
            "control-character",
            Place::Value(path.clone()),
            format!("{} holds U+{code:04X}, which is no text", called(path)),
        )
        .label("invisible in most editors")
        .help("type the text again without it"),
    );
    None
}

/// Control characters, and the code points that Unicode keeps from being characters.
fn is_no_text(char: char) -> bool {
    let code = u32::from(char);
    char.is_control() && char != '\n'
        || (0xFDD0..=0xFDEF).contains(&code)
        || code & 0xFFFE == 0xFFFE
}

/// What nobody types into a name: bidi controls, zero-width spaces, soft hyphens.
///
/// The joiners U+200C and U+200D are not among them: names in Persian and Hindi need those.
pub(super) fn is_invisible(char: char) -> bool {
    is_bidi_control(char) || matches!(char, '\u{AD}' | '\u{200B}' | '\u{2060}' | '\u{FEFF}')
}

fn is_bidi_control(char: char) -> bool {
    matches!(char,
        '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{200E}' | '\u{200F}' | '\u{61C}')
}

fn what_it_does(char: char) -> &'static str {
    if is_bidi_control(char) {
        "it changes the direction of the letters"
    } else {
        "nobody can see it, and searches fail because of it"
    }
}

fn on_one_line(path: &Path, text: &str, reader: &Reader<'_>) -> String {
    let text: String = folded(text)
        .chars()
        .filter(|char| !is_no_text(*char))
        .collect();
    reader.instead(path, &as_typed(&text))
}
