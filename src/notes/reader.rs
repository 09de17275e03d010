//! What reads a tree into notes: it collects every problem instead of stopping at the first.

use super::tell::People;
use crate::diagnostic::{Diagnostic, Level, Path, Place, Source, Step, last_key};
use crate::yaml::{Entry, Node, Scalar, Value, mended_line};

/// The problems of a file so far, and what a form may need to know of the rest of it.
pub(super) struct Reader<'a> {
    pub source: &'a Source,
    pub problems: Vec<Diagnostic>,
    /// Those under `interviewers`, for `tell:`; an empty name where one is missing.
    pub people: &'a People,
    /// Whether the notes are for a worksheet, before much is known.
    pub is_sparse: bool,
}

impl Reader<'_> {
    pub fn report(&mut self, problem: Diagnostic) {
        self.problems.push(problem);
    }

    /// Whether what letters need may be missing at `path`, since a worksheet does without it.
    pub fn spares(&self, path: &Path) -> bool {
        const SPARED: [&str; 5] = [
            "from",
            "from.name",
            "interview.role",
            "interview.date",
            "interviewers",
        ];
        self.is_sparse && SPARED.contains(&path.to_string().as_str())
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
                    let typed = &self.source.text()[item.span.clone()];
                    problem.help(format!(
                        "write it without the dash or brackets:\n{}",
                        self.instead(path, typed)
                    ))
                }
                _ => problem.help("write it as one text behind the key, without dashes"),
            },
            Value::Empty => problem.help("type it after the dash, or delete the dash"),
            Value::Map(entries) => match one_text(entries) {
                Some(text) => problem.help(format!(
                    "write it as one text:\n{}",
                    self.instead(path, &text)
                )),
                None => problem
                    .help("write it as one text; put it in quotation marks if it holds a `: `"),
            },
            Value::Scalar(_) => problem,
        };
        self.report(problem);
        None
    }

    /// What stands on its line before the key or item at `path`: white space and dashes.
    ///
    /// Empty inside brackets, where a line cannot be pasted.
    pub fn lead(&self, path: &Path) -> &str {
        let Some(spans) = self.source.spans(path) else {
            return "";
        };
        let lead = self
            .source
            .before(spans.key.as_ref().unwrap_or(&spans.value).start);
        if lead.chars().all(|char| matches!(char, ' ' | '-')) {
            lead
        } else {
            ""
        }
    }

    /// The white space before the keys of the mapping at `path`; empty inside brackets.
    pub fn lead_of_keys(&self, path: &Path) -> String {
        let Some(spans) = self.source.spans(path) else {
            return String::new();
        };
        let text = self.source.text();
        if spans.value.is_empty() {
            return " ".repeat(self.lead(path).len() + 2);
        }
        if text[spans.value.clone()].starts_with('{') {
            return String::new();
        }
        let before = self.source.before(spans.value.start);
        // Behind text it stands in brackets.
        if before.contains(|char| !matches!(char, ' ' | '-')) {
            return String::new();
        }
        " ".repeat(before.len())
    }

    /// The first lines of a mapping that stands in no brackets, without its indentation.
    pub fn in_block(&self, node: &Node) -> Option<Vec<String>> {
        let text = &self.source.text()[node.span.clone()];
        let lines = text
            .lines()
            .take(3)
            .map(|line| line.trim().to_owned())
            .collect();
        (!text.starts_with('{')).then_some(lines)
    }

    /// The line of the value at `path` with `value` in its place.
    pub fn instead(&self, path: &Path, value: &str) -> String {
        match path.steps().last() {
            Some(Step::Key(key)) => format!("{}{key}: {value}", self.lead(path)),
            _ => match self.lead(path) {
                "" => value.to_owned(),
                lead => format!("{lead}{value}"),
            },
        }
    }

    /// `lines` below the key at `path`, as deep as they have to stand.
    pub fn below(&self, path: &Path, lines: &[String]) -> String {
        let lead = self.lead(path);
        let deeper = " ".repeat(lead.len() + 2);
        let mut text = format!("{lead}{}:", last_key(path).unwrap_or_default());
        for line in lines {
            text.push_str(&format!("\n{deeper}{line}"));
        }
        text
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
            .help(match mended_line(self.source.text(), span) {
                Some(line) => format!("put the text in quotation marks:\n{line}"),
                None => "put the text in quotation marks".to_owned(),
            }),
        )
    }
}

/// The short texts of a mapping such as `{ first: Amara, last: Okafor }` one after the other.
fn one_text(entries: &[Entry]) -> Option<String> {
    let texts: Option<Vec<&str>> = entries
        .iter()
        .map(|entry| match &entry.value.value {
            Value::Scalar(scalar) if scalar.plain => Some(scalar.text.as_str()),
            _ => None,
        })
        .collect();
    texts
        .filter(|texts| texts.len() <= 3)
        .map(|texts| texts.join(" "))
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

/// How messages call the value at `path`: its key, or what the list it is in holds.
pub(super) fn called(path: &Path) -> String {
    match path.steps().last() {
        Some(Step::Key(key)) => format!("`{key}`"),
        Some(Step::Item(_)) => match last_key(&path.parent()) {
            Some("interviewers") => "this interviewer".to_owned(),
            Some("discussed_points") => "this point".to_owned(),
            Some("loose_ends") => "this loose end".to_owned(),
            Some("missing_qualifications" | "not_mentioned") => "this qualification".to_owned(),
            Some("next_steps") => "this step".to_owned(),
            Some("unusual_questions") => "this question".to_owned(),
            Some("allow") => "this finding".to_owned(),
            Some(list) => format!("an item of `{list}`"),
            None => "an item".to_owned(),
        },
        None => "the file".to_owned(),
    }
}
