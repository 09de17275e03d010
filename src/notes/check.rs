//! What only shows when the whole file is looked at.

use super::form::LONGEST_NAME;
use super::reader::Reader;
use super::tell::People;
use crate::diagnostic::{Diagnostic, Path, Place};
use crate::yaml::{Entry, Node, Value};

/// As many interviewers a file may have.
const MOST_INTERVIEWERS: usize = 100;

/// Those under `interviewers`; an empty name where there is none.
pub(super) fn people(root: &Node) -> People {
    let name = |person: &Node| match get(person, "name").map(|name| &name.value) {
        // A longer one is refused where it stands; until then it is known by its beginning.
        Some(Value::Scalar(scalar)) => scalar.text.trim().chars().take(LONGEST_NAME).collect(),
        _ => String::new(),
    };
    People::new(interviewers(root).iter().take(MOST_INTERVIEWERS).map(name))
}

/// Reports two people with one name, and more people than one interview has.
pub(super) fn namesakes(root: &Node, reader: &mut Reader<'_>) {
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
    let people = reader.people;
    for (index, name) in people.names().enumerate() {
        let Some(first) = people.namesake(index) else {
            continue;
        };
        let at = list.item(first).key("name");
        let line = reader
            .source
            .spans(&at)
            .map_or(0, |spans| reader.source.line(spans.value.start));
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
