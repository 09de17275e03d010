//! People put into a notes file, without another byte of it being changed.

use std::ops::Range;

use thiserror::Error;

use super::Contact;
use super::yaml::{in_brackets, item};
use crate::diagnostic::Report;
use crate::yaml::{self, Entry, Node, Value};

/// A notes file with more people in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Added {
    /// The whole file.
    pub text: String,
    /// The bytes of it that are new.
    pub new: Range<usize>,
}

/// Why nobody can be put into a notes file.
#[derive(Debug, Error)]
pub enum AddError {
    /// The file is no YAML.
    #[error("the notes cannot be read")]
    Notes(Report),
    /// There is no place where people would certainly go.
    #[error("`interviewers` is not a list that people can be put into")]
    NoPlace,
}

/// Adds people at the end of the list of interviewers, or as such a list at the end of the file.
///
/// They are typed as the file is: with its indentation, its line ends, and in brackets where its list
/// stands in brackets. `name` is what messages call the file.
///
/// # Errors
/// Where the file is no YAML, or nothing but the people would not be new.
pub fn added(name: &str, bytes: &[u8], people: &[&Contact]) -> Result<Added, AddError> {
    let (document, _) = yaml::read(name, bytes).map_err(AddError::Notes)?;
    let text = document.source.text();
    let (at, inserted) = insertion(text, &document.root, people).ok_or(AddError::NoPlace)?;
    let inserted = match text.contains("\r\n") {
        true => inserted.replace('\n', "\r\n"),
        false => inserted,
    };
    let (before, after) = text.split_at_checked(at).ok_or(AddError::NoPlace)?;
    let added = Added {
        text: format!("{before}{inserted}{after}"),
        new: at..at + inserted.len(),
    };
    // What the people are is read back: in a file of an unforeseen form nothing is changed.
    let was = names(&document.root);
    let expected = was.chain(people.iter().map(|person| person.name.clone()));
    let (again, _) = yaml::read(name, added.text.as_bytes()).map_err(|_| AddError::NoPlace)?;
    match names(&again.root).eq(expected) {
        true => Ok(added),
        false => Err(AddError::NoPlace),
    }
}

/// Where the people go, and their text.
fn insertion(text: &str, root: &Node, people: &[&Contact]) -> Option<(usize, String)> {
    let items = |indent: &str| {
        people
            .iter()
            .map(|person| item(person, indent))
            .collect::<String>()
    };
    let entries: &[Entry] = match &root.value {
        Value::Map(_) if text[root.span.clone()].starts_with('{') => return None,
        Value::Map(entries) => entries,
        Value::Empty => &[],
        _ => return None,
    };
    let first = entries
        .first()
        .map_or("", |entry| indent(text, entry.key_span.start));
    let Some(entry) = entries.iter().find(|entry| entry.key == "interviewers") else {
        let list = format!("{first}interviewers:\n{}", items(&format!("{first}  ")));
        return Some((text.len(), on_a_new_line(text, text.len(), list)));
    };
    let list = &entry.value;
    match &list.value {
        Value::Empty => {
            let at = end_of_line(text, entry.key_span.end);
            let own = format!("{}  ", indent(text, entry.key_span.start));
            Some((at, on_a_new_line(text, at, items(&own))))
        }
        Value::List(_) if text[list.span.clone()].starts_with('[') => {
            let close = list.span.end.checked_sub(1)?;
            let inside = text.get(list.span.start + 1..close)?.trim_end();
            let at = list.span.start + 1 + inside.len();
            let comma = match inside.trim_start() {
                "" => "",
                words if words.ends_with(',') => " ",
                _ => ", ",
            };
            let people: Vec<String> = people.iter().map(|person| in_brackets(person)).collect();
            // A comment at the end would hide what comes behind it.
            let is_hidden = inside
                .rsplit('\n')
                .next()
                .is_some_and(|line| line.contains('#'));
            (!is_hidden).then(|| (at, format!("{comma}{}", people.join(", "))))
        }
        Value::List(nodes) => {
            let dash = text.get(..nodes.first()?.span.start)?.rfind('-')?;
            let own = indent(text, dash);
            let end = nodes.iter().map(|node| node.span.end).max()?;
            let at = after_comments(text, end_of_line(text, end), own.len());
            Some((at, on_a_new_line(text, at, items(own))))
        }
        _ => None,
    }
}

/// The names of the people that a file has.
fn names(root: &Node) -> impl Iterator<Item = String> {
    let people = child(root, "interviewers").map(|list| &list.value);
    let people: &[Node] = match people {
        Some(Value::List(people)) => people,
        _ => &[],
    };
    people.iter().map(
        |person| match child(person, "name").map(|name| &name.value) {
            Some(Value::Scalar(name)) => name.text.clone(),
            _ => String::new(),
        },
    )
}

/// The value of a key of a mapping.
pub(super) fn child<'n>(node: &'n Node, key: &str) -> Option<&'n Node> {
    let Value::Map(entries) = &node.value else {
        return None;
    };
    let found = entries.iter().find(|entry| entry.key == key);
    found.map(|entry| &entry.value)
}

/// The white space that the line of a byte begins with.
fn indent(text: &str, at: usize) -> &str {
    let before = text.get(..at).unwrap_or_default();
    let line = before.rfind('\n').map_or(0, |at| at + 1);
    let line = before[line..].trim_start_matches('\u{feff}');
    &line[..line.len() - line.trim_start().len()]
}

/// The byte after the line break of the line that a byte stands on.
fn end_of_line(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    rest.find('\n').map_or(text.len(), |found| at + found + 1)
}

/// The end of the comments that follow and belong to the last item, since they stand further in.
fn after_comments(text: &str, at: usize, indent: usize) -> usize {
    let mut end = at;
    for line in text.get(at..).unwrap_or_default().split_inclusive('\n') {
        let words = line.trim_start();
        if !words.starts_with('#') || line.len() - words.len() <= indent {
            break;
        }
        end += line.len();
    }
    end
}

/// The text with a line break before it, where the line before has none.
fn on_a_new_line(text: &str, at: usize, lines: String) -> String {
    let before = text
        .get(..at)
        .unwrap_or_default()
        .trim_start_matches('\u{feff}');
    match before.is_empty() || before.ends_with('\n') {
        true => lines,
        false => format!("\n{}", lines.trim_end_matches('\n')),
    }
}
