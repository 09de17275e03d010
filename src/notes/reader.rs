//! What reads a tree into notes: it collects every problem instead of stopping at the first.

use crate::diagnostic::{Diagnostic, Level, Path, Place, Source, Step, last_key};
use crate::yaml::{Entry, Node, Scalar, Value, mended_line};

/// The problems of a file so far, and what a form may need to know of the rest of it.
pub(super) struct Reader<'a> {
    pub source: &'a Source,
    pub problems: Vec<Diagnostic>,
    /// The names under `interviewers`, for `tell:`; empty text where one is missing.
    pub names: Vec<String>,
}

impl Reader<'_> {
    pub fn report(&mut self, problem: Diagnostic) {
        self.problems.push(problem);
    }

    /// Whether an error has come up since there were `before` problems.
    pub fn failed_since(&self, before: usize) -> bool {
        self.problems[before..]
            .iter()
            .any(|problem| problem.level == Level::Error)
    }

    /// The scalar of a node, or a message that text was expected; `wants` names the kind of text.
    pub fn scalar<'n>(&mut self, node: &'n Node, path: &Path, wants: &str) -> Option<&'n Scalar> {
        let found = match &node.value {
            Value::Scalar(scalar) => return Some(scalar),
            Value::Empty => "nothing",
            Value::List(_) => "a list",
            Value::Map(entries) => {
                if let Some(problem) = self.map_by_accident(node, entries) {
                    self.report(problem);
                    return None;
                }
                "keys with values"
            }
        };
        let problem = self.wrong_type(path, wants, found);
        let problem = match &node.value {
            Value::List(items) => match items.as_slice() {
                [item] if matches!(item.value, Value::Scalar(_)) => {
                    let key = last_key(path).unwrap_or("-");
                    let typed = &self.source.text()[item.span.clone()];
                    problem.help(format!(
                        "write it without the dash or brackets:\n{key}: {typed}"
                    ))
                }
                _ => problem.help("write it as one text"),
            },
            Value::Empty => problem.help("type it after the dash, or delete the dash"),
            _ => problem.help("write it as one text; put it in quotation marks if it holds a `: `"),
        };
        self.report(problem);
        None
    }

    /// A message that the value at `path` is of the wrong type.
    pub fn wrong_type(&self, path: &Path, wants: &str, found: &str) -> Diagnostic {
        Diagnostic::error(
            "wrong-type",
            Place::Value(path.clone()),
            format!("{} should be {wants}, not {found}", called(path)),
        )
    }

    /// The mapping that YAML makes of a text with a colon, such as `- turnover: six since June`.
    pub fn map_by_accident(&self, node: &Node, entries: &[Entry]) -> Option<Diagnostic> {
        let [entry] = entries else {
            return None;
        };
        // In braces it was meant as a mapping.
        if !matches!(entry.value.value, Value::Scalar(_)) || node.span.start != entry.key_span.start
        {
            return None;
        }
        let span = entry.key_span.start..entry.value.span.end;
        let colon = entry.key_span.end..entry.key_span.end + 1;
        Some(
            Diagnostic::error(
                "yaml-quotes",
                Place::Bytes(colon),
                "a colon inside the text",
            )
            .label("YAML takes what stands before it for a key")
            .help(format!(
                "put the text in quotation marks:\n{}",
                mended_line(self.source.text(), span)
            )),
        )
    }
}

/// Whether nothing was typed: no value, empty text, or what programs write for it.
pub(super) fn is_blank(node: &Node) -> bool {
    match &node.value {
        Value::Empty => true,
        Value::Scalar(scalar) => {
            scalar.text.trim().is_empty() || scalar.plain && matches!(&*scalar.text, "~" | "null")
        }
        Value::List(_) | Value::Map(_) => false,
    }
}

/// How messages call the value at `path`: its key, or the list it is an item of.
pub(super) fn called(path: &Path) -> String {
    match path.steps().last() {
        Some(Step::Key(key)) => format!("`{key}`"),
        Some(Step::Item(_)) => match last_key(&path.parent()) {
            Some(list) => format!("an item of `{list}`"),
            None => "an item".to_owned(),
        },
        None => "the file".to_owned(),
    }
}

/// "a", "a or b", "a, b or c".
pub(super) fn either<S: AsRef<str>>(choices: &[S]) -> String {
    match choices {
        [] => String::new(),
        [one] => one.as_ref().to_owned(),
        [most @ .., last] => {
            let most: Vec<&str> = most.iter().map(AsRef::as_ref).collect();
            format!("{} or {}", most.join(", "), last.as_ref())
        }
    }
}
