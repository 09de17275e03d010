//! What reading a theme's files has in common: the tree, and the problems found in it.

use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Path, Place, Report, Source};
use crate::yaml::{Entry, Node, Value};

/// The problems of one file, collected until all of it was read.
#[derive(Debug, Default)]
pub(super) struct Problems(pub(super) Vec<Diagnostic>);

impl Problems {
    pub(super) fn push(&mut self, diagnostic: Diagnostic) {
        self.0.push(diagnostic);
    }

    /// A problem with a value.
    pub(super) fn value(&mut self, path: &Path, rule: &'static str, message: impl Into<String>) {
        self.push(Diagnostic::error(rule, Place::Value(path.clone()), message));
    }

    /// A key that means nothing where it stands.
    pub(super) fn unknown_key(&mut self, path: &Path, known: &[&str]) {
        let key = crate::diagnostic::last_key(path)
            .unwrap_or_default()
            .to_owned();
        let message = format!("unknown key `{key}`");
        let diagnostic = Diagnostic::error("unknown-key", Place::Key(path.clone()), message);
        self.push(suggest(diagnostic, &key, known, "keys"));
    }

    /// The report of the file, if it has problems.
    pub(super) fn report(self, source: &Arc<Source>) -> Option<Report> {
        let mut report = Report {
            source: Arc::clone(source),
            diagnostics: self.0,
        };
        report.sort();
        report.diagnostics.dedup();
        (!report.diagnostics.is_empty()).then_some(report)
    }
}

/// The most names that a message lists; more are left to the command that lists them.
const MOST_NAMES: usize = 30;

/// Adds to a message which of the known names was probably meant, and which exist.
pub(super) fn suggest<S: AsRef<str>>(
    diagnostic: Diagnostic,
    typed: &str,
    known: &[S],
    what: &str,
) -> Diagnostic {
    let near = known
        .iter()
        .map(|name| {
            (
                strsim::damerau_levenshtein(typed, name.as_ref()),
                name.as_ref(),
            )
        })
        .min()
        .filter(|(distance, name)| *distance <= 1 + name.len() / 4);
    let diagnostic = match near {
        Some((_, name)) => diagnostic.help(format!("did you mean `{name}`?")),
        None => diagnostic,
    };
    if known.is_empty() {
        return diagnostic.help(format!("there are no {what} here"));
    }
    // A long list after a likely guess would only hide it.
    if near.is_some() && known.len() > 12 {
        return diagnostic;
    }
    if known.len() > MOST_NAMES {
        return diagnostic.help(match what {
            "pools" => {
                "`regards themes show warm` lists the built-in pools; one of your own stands in a \
                 file of `phrases`"
            }
            _ => "`regards themes variables` lists what there is",
        });
    }
    let names: Vec<String> = known
        .iter()
        .map(|name| format!("`{}`", name.as_ref()))
        .collect();
    diagnostic.help(format!("the {what} are {}", names.join(", ")))
}

/// The entries of a mapping; anything else is a problem, nothing at all is not.
pub(super) fn entries<'a>(
    node: &'a Node,
    path: &Path,
    what: &str,
    problems: &mut Problems,
) -> &'a [Entry] {
    match &node.value {
        Value::Map(entries) => entries,
        Value::Empty => &[],
        _ => {
            problems.value(
                path,
                "wrong-type",
                format!("{what} must be keys and values"),
            );
            &[]
        }
    }
}

/// The text of a value; anything else is a problem.
pub(super) fn text(node: &Node, path: &Path, problems: &mut Problems) -> String {
    match &node.value {
        Value::Scalar(scalar) => scalar.text.trim().to_owned(),
        Value::Empty => String::new(),
        _ => {
            problems.value(path, "wrong-type", "this must be text");
            String::new()
        }
    }
}
