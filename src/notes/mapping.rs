//! The keys of a mapping: those a type has, and what to say of the others.

use super::form::Form;
use super::reader::{Reader, called, either};
use crate::diagnostic::{Diagnostic, Path, Place};
use crate::yaml::{Entry, Node, Value};

/// The entries of a mapping whose unknown keys have been reported.
pub(super) struct Keys<'n> {
    entries: &'n [Entry],
    /// The key that each entry was probably meant as, where it is unknown.
    meant: Vec<Option<&'static str>>,
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
                    _ if scalar.plain && glued(&typed, &known) => problem.help(format!(
                        "put a space after the colon:\n{}{}",
                        reader.lead_of_keys(path),
                        typed
                            .lines()
                            .next()
                            .unwrap_or_default()
                            .replacen(':', ": ", 1)
                    )),
                    Some(_) if one_line => problem.help(format!(
                        "type:\n{}",
                        reader.below(path, &[F::short(&typed)])
                    )),
                    None if one_line && !path.steps().is_empty() => problem.help(format!(
                        "type:\n{}",
                        reader.instead(path, &F::short(&typed))
                    )),
                    None => problem.help("run `regards init` for a file with comments to fill in"),
                    _ => problem.help(format!("the keys are {}", ticked(&known))),
                };
                reader.report(problem);
                return None;
            }
        };
        let mut free = known.clone();
        free.retain(|known| !entries.iter().any(|entry| entry.key == *known));
        let mut meant = Vec::with_capacity(entries.len());
        for entry in entries {
            if known.contains(&entry.key.as_str()) {
                meant.push(None);
                continue;
            }
            let nearest = nearest(&entry.key, &free);
            free.retain(|key| Some(*key) != nearest);
            let problem = unknown(&entry.key, nearest, &known, path);
            reader.report(problem);
            meant.push(nearest);
        }
        Some(Self {
            entries,
            meant,
            path: path.clone(),
        })
    }

    /// The value of a key, of another name for it or of a slip of the pen, and its path.
    ///
    /// A slip has been reported; reading its value finds what else is wrong there, and keeps the
    /// key it was meant as from being called missing.
    pub fn take(&self, key: &str, others: &[&str]) -> (Option<&'n Node>, Path) {
        let entry = self
            .entries
            .iter()
            .find(|entry| entry.key == key || others.contains(&entry.key.as_str()))
            .or_else(|| {
                let at = self.meant.iter().position(|meant| {
                    meant.is_some_and(|meant| meant == key || others.contains(&meant))
                })?;
                self.entries.get(at)
            });
        match entry {
            Some(entry) => (Some(&entry.value), self.path.key(&entry.key)),
            None => (None, self.path.key(key)),
        }
    }
}

fn unknown(key: &str, nearest: Option<&str>, known: &[&'static str], path: &Path) -> Diagnostic {
    let message = if path.steps().is_empty() {
        format!("unknown key `{key}`")
    } else {
        format!("unknown key `{key}` in {}", called(path))
    };
    let problem = Diagnostic::error("unknown-key", Place::Key(path.key(key)), message);
    if let Some(nearest) = nearest {
        return problem
            .label(format!("did you mean `{nearest}`?"))
            .help(format!("type `{nearest}:`"));
    }
    match super::schema::home_of(key).filter(|home| *home != path_name(path)) {
        Some("") => problem.help(format!(
            "`{key}` stands at the left margin, under no other key"
        )),
        Some(home) => problem.help(format!("`{key}` belongs under `{home}`")),
        None => problem.help(format!("type one of {}", ticked(known))),
    }
}

/// Whether a text begins with a key whose colon lacks the space behind it.
fn glued(typed: &str, known: &[&str]) -> bool {
    typed
        .split_once(':')
        .is_some_and(|(key, _)| known.contains(&key))
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
        // `points` for `discussed_points`, `titel` for `job_title`: one key has such a word.
        let close = |word: &str| {
            word.len() >= 4 && typed.len() >= 4 && {
                let distance = strsim::damerau_levenshtein(word, &typed);
                distance <= 1 || distance <= 2 && word.len() >= 8
            }
        };
        let mut holding = known.iter().filter(|key| {
            key.split('_').any(close) || key.contains('_') && typed.contains(&plain(key))
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
