//! `tell:`, which names one of the interviewers by any part of the name that fits nobody else.

use std::collections::BTreeSet;

use deunicode::deunicode;
use schemars::{Schema, SchemaGenerator, json_schema};

use super::form::{Form, Name};
use super::reader::Reader;
use crate::diagnostic::{Diagnostic, MOST_SHOWN, Path, Place, distance};
use crate::language::either;
use crate::yaml::Node;

/// The place in `interviewers` of the person that a text names.
pub(super) struct Tell;

impl Form for Tell {
    type Value = usize;

    fn read(node: &Node, path: &Path, reader: &mut Reader<'_>) -> Option<usize> {
        let typed = Name::read(node, path, reader)?;
        let people = reader.people;
        let problem = match people.called(&typed).as_slice() {
            [one] => return Some(*one),
            [] => {
                let problem = Diagnostic::error(
                    "tell-nobody",
                    Place::Value(path.clone()),
                    format!("no interviewer is called `{typed}`"),
                );
                let known: Vec<&str> = people.names().filter(|name| !name.is_empty()).collect();
                // Comparing one wrong name with a hundred takes a while, with thousands of wrong
                // names it would take minutes.
                let near = if reader.problems.len() < MOST_SHOWN {
                    people.nearest(&typed)
                } else {
                    None
                };
                match near {
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
                let names: Vec<&str> = people
                    .names()
                    .enumerate()
                    .filter(|(at, _)| several.contains(at))
                    .map(|(_, name)| name)
                    .take(8)
                    .collect();
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

/// The names of people, ready to be asked for by any part of them.
pub struct People {
    /// In the order of the interviewers.
    names: Vec<Known>,
}

struct Known {
    /// The name as given.
    name: String,
    /// The name as it is compared.
    folded: String,
    /// The words of the folded name.
    words: BTreeSet<String>,
}

impl People {
    /// People by their full names; an empty name is nobody's.
    pub fn new<S: Into<String>>(names: impl IntoIterator<Item = S>) -> Self {
        let known = |name: S| {
            let name = name.into();
            let folded = plain(&name);
            let words = words(&folded).map(str::to_owned).collect();
            Known {
                name,
                folded,
                words,
            }
        };
        Self {
            names: names.into_iter().map(known).collect(),
        }
    }

    /// The names as given.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(|known| known.name.as_str())
    }

    /// The places of those whom `typed` fits: by the whole name, else by whole words of it, else
    /// by any part.
    pub fn called(&self, typed: &str) -> Vec<usize> {
        let typed = plain(typed);
        let fitting = |fits: &dyn Fn(&Known) -> bool| -> Vec<usize> {
            let names = self.names.iter().enumerate();
            names
                .filter(|(_, known)| !known.folded.is_empty() && fits(known))
                .map(|(at, _)| at)
                .collect()
        };
        let whole = fitting(&|known| known.folded == typed);
        if !whole.is_empty() {
            return whole;
        }
        let words: Vec<&str> = words(&typed).collect();
        if words.is_empty() {
            return Vec::new();
        }
        let by_words = fitting(&|known| words.iter().all(|word| known.words.contains(*word)));
        if !by_words.is_empty() {
            return by_words;
        }
        fitting(&|known| known.folded.contains(&typed))
    }

    /// The first of the others that has the same name as the one at `place`, before it.
    pub(super) fn namesake(&self, place: usize) -> Option<usize> {
        let known = self.names.get(place);
        let known = known.filter(|known| !known.folded.is_empty())?;
        self.names[..place]
            .iter()
            .position(|other| other.folded == known.folded)
    }

    /// The name with a word, or a whole, that is nearest to what was typed.
    fn nearest(&self, typed: &str) -> Option<&str> {
        let typed = plain(typed);
        let slips = |known: &Known| {
            let parts = known.words.iter().chain([&known.folded]);
            parts.filter_map(|part| distance(&typed, part)).min()
        };
        self.names
            .iter()
            .filter_map(|known| Some((slips(known)?, &known.name)))
            .min_by_key(|(slips, _)| *slips)
            .map(|(_, name)| name.as_str())
    }
}

/// The places of those whom `typed` fits, by whole name, by its words, or by any part.
pub fn people(typed: &str, names: &[String]) -> Vec<usize> {
    People::new(names).called(typed)
}

/// A name without accents, capitals and the difference between apostrophes.
fn plain(name: &str) -> String {
    let name = deunicode(&name.replace(['’', 'ʼ', '‘'], "'")).to_lowercase();
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn words(name: &str) -> impl Iterator<Item = &str> {
    name.split([' ', '-', ',', '.'])
        .filter(|word| !word.is_empty())
}
