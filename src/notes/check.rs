//! What only shows when the whole file is looked at.

use super::reader::Reader;
use super::tell::plain;
use crate::diagnostic::{Diagnostic, Path, Place};
use crate::yaml::{Entry, Node, Value};

/// As many interviewers a file may have.
const MOST_INTERVIEWERS: usize = 100;

/// The names under `interviewers` as typed; empty text where there is none.
pub(super) fn names(root: &Node) -> Vec<String> {
    interviewers(root)
        .iter()
        .map(|person| match get(person, "name").map(|name| &name.value) {
            Some(Value::Scalar(scalar)) => scalar.text.trim().to_owned(),
            _ => String::new(),
        })
        .collect()
}

/// Reports two people with one name, and more people than one interview has.
pub(super) fn people(root: &Node, reader: &mut Reader<'_>) {
    let list = Path::root().key("interviewers");
    let many = interviewers(root).len();
    if many > MOST_INTERVIEWERS {
        let problem = Diagnostic::error(
            "too-many-interviewers",
            Place::Key(list.clone()),
            format!("{many} interviewers are more than one file may have"),
        )
        .label(format!("at most {MOST_INTERVIEWERS}"))
        .help("put each interview into a file of its own");
        reader.report(problem);
        return;
    }
    for (index, name) in reader
        .names
        .clone()
        .iter()
        .enumerate()
        .filter(|(_, name)| !name.is_empty())
    {
        let plainly = plain(name);
        let Some(first) = reader.names[..index]
            .iter()
            .position(|other| plain(other) == plainly)
        else {
            continue;
        };
        let at = list.item(first).key("name");
        let line = reader
            .source
            .spans(&at)
            .map_or(0, |spans| reader.source.line_column(spans.value.start).0);
        reader.report(
            Diagnostic::error(
                "same-name",
                Place::Value(list.item(index).key("name")),
                format!("two interviewers are called `{name}`"),
            )
            .label(format!("the other one stands on line {line}"))
            .help("if it is one person, put both entries into one")
            .help(format!(
                "if they are two, add what tells them apart, such as an initial:\nname: {}",
                with_initial(name)
            )),
        );
    }
}

fn with_initial(name: &str) -> String {
    match name.split_once(' ') {
        Some((first, rest)) => format!("{first} B. {}", rest.trim_start()),
        None => format!("{name} B."),
    }
}

fn interviewers(root: &Node) -> &[Node] {
    match get(root, "interviewers").map(|list| &list.value) {
        Some(Value::List(items)) => items,
        _ => &[],
    }
}

fn get<'n>(node: &'n Node, key: &str) -> Option<&'n Node> {
    let entries: &[Entry] = match &node.value {
        Value::Map(entries) => entries,
        _ => &[],
    };
    entries
        .iter()
        .find(|entry| entry.key == key)
        .map(|entry| &entry.value)
}
