//! The keys of a mapping: those a type has, and what to say of the others.

use super::form::Form;
use super::reader::{Reader, called, either};
use crate::diagnostic::{Diagnostic, Path, Place};
use crate::yaml::{Entry, Node, Value};

/// The entries of a mapping whose unknown keys have been reported.
pub(super) struct Keys<'n> {
    entries: &'n [Entry],
    path: Path,
}

impl<'n> Keys<'n> {
    /// The keys of `node`, or a message that shows it as a mapping.
    pub fn read<F: Form>(node: &'n Node, path: &Path, reader: &mut Reader<'_>) -> Option<Self> {
        let known = F::keys();
        let entries: &[Entry] = match &node.value {
            Value::Map(entries) => entries,
            Value::Empty => &[],
            Value::List(items) => {
                let problem = reader.wrong_type(path, "keys with values", "a list");
                let problem = match (items.as_slice(), path.steps().is_empty()) {
                    (_, true) => problem.help("begin the file with `from:`, without a dash"),
                    ([_], false) => problem.help("delete the dash before the first key"),
                    _ => problem.help("delete the dashes; there is only one of this"),
                };
                reader.report(problem);
                return None;
            }
            Value::Scalar(scalar) => {
                let problem = reader.wrong_type(path, "keys with values", "one text");
                let typed = reader.source.text()[node.span.clone()].to_owned();
                let one_line = !typed.contains('\n');
                let problem = match crate::diagnostic::last_key(path) {
                    _ if scalar.plain && !typed.contains(' ') && typed.contains(':') => problem
                        .help(format!(
                            "put a space after the colon:\n{}",
                            typed.replacen(':', ": ", 1)
                        )),
                    Some(key) if one_line => {
                        problem.help(format!("type:\n{key}:\n  {}", F::short(&typed)))
                    }
                    None if one_line && !path.steps().is_empty() => {
                        problem.help(format!("type:\n- {}", F::short(&typed)))
                    }
                    _ => problem.help(format!("the keys are {}", ticked(&known))),
                };
                reader.report(problem);
                return None;
            }
        };
        for entry in entries {
            if !known.contains(&entry.key.as_str()) {
                let problem = unknown(entry, entries, &known, path);
                reader.report(problem);
            }
        }
        Some(Self {
            entries,
            path: path.clone(),
        })
    }

    /// The value of a key or of another name for it, and its path.
    pub fn take(&self, key: &str, others: &[&str]) -> (Option<&'n Node>, Path) {
        let entry = self
            .entries
            .iter()
            .find(|entry| entry.key == key || others.contains(&entry.key.as_str()));
        match entry {
            Some(entry) => (Some(&entry.value), self.path.key(&entry.key)),
            None => (None, self.path.key(key)),
        }
    }
}

fn unknown(entry: &Entry, entries: &[Entry], known: &[&'static str], path: &Path) -> Diagnostic {
    let key = &entry.key;
    let whole = if path.steps().is_empty() {
        format!("`{key}` is not a key of a notes file")
    } else {
        format!("`{key}` is not a key of {}", called(path))
    };
    let problem = Diagnostic::error("unknown-key", Place::Key(path.key(key)), whole);
    let free: Vec<&'static str> = known
        .iter()
        .copied()
        .filter(|known| !entries.iter().any(|entry| entry.key == *known))
        .collect();
    if let Some(nearest) = nearest(key, &free) {
        return problem.label(format!("did you mean `{nearest}`?"));
    }
    match super::schema::home_of(key).filter(|home| *home != path_name(path)) {
        Some("") => problem.help(format!(
            "`{key}` stands at the left margin, outside of everything"
        )),
        Some(home) => problem.help(format!("`{key}` belongs under `{home}`")),
        None => problem.help(format!("the keys here are {}", ticked(known))),
    }
}

/// The name of the section a path is in, such as `interviewers` for `interviewers[2]`.
fn path_name(path: &Path) -> &str {
    path.steps()
        .iter()
        .rev()
        .find_map(|step| match step {
            crate::diagnostic::Step::Key(key) => Some(key.as_str()),
            crate::diagnostic::Step::Item(_) => None,
        })
        .unwrap_or_default()
}

/// The key that was probably meant.
pub(super) fn nearest<'k>(typed: &str, known: &[&'k str]) -> Option<&'k str> {
    let plain = |key: &str| key.to_lowercase().replace(['-', ' ', '_'], "");
    let typed = plain(typed);
    let close = known
        .iter()
        .map(|key| (strsim::damerau_levenshtein(&plain(key), &typed), *key))
        .filter(|(distance, _)| *distance <= (typed.chars().count() / 3).clamp(1, 3))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, key)| key);
    close.or_else(|| {
        // `points` for `discussed_points`, `title` for `job_title`: one key has the whole word.
        let mut holding = known.iter().filter(|key| {
            typed.len() >= 4
                && key
                    .split('_')
                    .any(|word| typed == word || typed == format!("{word}s"))
                || key.contains('_') && typed.contains(&plain(key))
        });
        let first = holding.next();
        first.filter(|_| holding.next().is_none()).copied()
    })
}

/// "`a`, `b` or `c`".
pub(super) fn ticked(keys: &[&str]) -> String {
    let keys: Vec<String> = keys.iter().map(|key| format!("`{key}`")).collect();
    either(&keys)
}
