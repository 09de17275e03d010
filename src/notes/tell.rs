//! `tell:`, which names one of the interviewers by any part of the name that fits nobody else.

use deunicode::deunicode;
use schemars::{Schema, SchemaGenerator, json_schema};

use super::form::{Form, Name};
use super::reader::{Reader, either};
use crate::diagnostic::{Diagnostic, Path, Place};
use crate::yaml::Node;

/// The place in `interviewers` of the person that a text names.
pub(super) struct Tell;

impl Form for Tell {
    type Value = usize;

    fn read(node: &Node, path: &Path, reader: &mut Reader<'_>) -> Option<usize> {
        let typed = Name::read(node, path, reader)?;
        let found = people(&typed, &reader.names);
        let name = |at: &usize| reader.names[*at].clone();
        let problem = match found.as_slice() {
            [one] => return Some(*one),
            [] => {
                let problem = Diagnostic::error(
                    "tell-nobody",
                    Place::Value(path.clone()),
                    format!("no interviewer is called `{typed}`"),
                );
                let known: Vec<String> = reader
                    .names
                    .iter()
                    .filter(|name| !name.is_empty())
                    .cloned()
                    .collect();
                match nearest(&typed, &known) {
                    Some(name) => problem
                        .label(format!("did you mean {name}?"))
                        .help(format!("type `{name}`")),
                    None if known.is_empty() => problem.help("give the names under `interviewers`"),
                    None if known.len() > 8 => {
                        problem.help("type any part of a name under `interviewers`")
                    }
                    None => problem.help(format!("type any part of the name: {}", either(&known))),
                }
            }
            several => {
                let names: Vec<String> = several.iter().map(name).collect();
                Diagnostic::error(
                    "tell-several",
                    Place::Value(path.clone()),
                    format!("`{typed}` fits {} interviewers", several.len()),
                )
                .help(format!("type more of the name: {}", either(&names)))
            }
        };
        reader.report(problem);
        None
    }

    fn schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "minLength": 1 })
    }
}

/// The places of those whom `typed` fits: by the whole name, else by whole words of it, else by
/// any part.
pub fn people(typed: &str, names: &[String]) -> Vec<usize> {
    let typed = plain(typed);
    let fitting = |fits: &dyn Fn(&str) -> bool| -> Vec<usize> {
        (0..names.len())
            .filter(|at| !names[*at].is_empty() && fits(&plain(&names[*at])))
            .collect()
    };
    let whole = fitting(&|name| name == typed);
    if !whole.is_empty() {
        return whole;
    }
    let words: Vec<&str> = words(&typed).collect();
    if words.is_empty() {
        return Vec::new();
    }
    let by_words = fitting(&|name| {
        words
            .iter()
            .all(|word| self::words(name).any(|part| part == *word))
    });
    if !by_words.is_empty() {
        return by_words;
    }
    fitting(&|name| name.contains(&typed))
}

/// A name without accents, capitals and the difference between apostrophes.
pub(super) fn plain(name: &str) -> String {
    let name = deunicode(&name.replace(['’', 'ʼ', '‘'], "'")).to_lowercase();
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn words(name: &str) -> impl Iterator<Item = &str> {
    name.split([' ', '-', ',', '.'])
        .filter(|word| !word.is_empty())
}

/// The name with a word, or a whole, that is nearest to what was typed.
fn nearest<'n>(typed: &str, names: &'n [String]) -> Option<&'n str> {
    let typed = plain(typed);
    let distance = |name: &str| {
        let name = plain(name);
        words(&name)
            .chain([name.as_str()])
            .map(|part| strsim::damerau_levenshtein(part, &typed))
            .min()
    };
    names
        .iter()
        .filter_map(|name| Some((distance(name)?, name)))
        .filter(|(distance, _)| *distance <= (typed.chars().count() / 3).clamp(1, 3))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, name)| name.as_str())
}
