//! The keys of a mapping: those a type has, and what to say of the others.

use super::form::Form;
use super::reader::{Reader, called};
use super::synonyms::synonym;
use crate::diagnostic::{Diagnostic, Path, Place, Source, distance, nearest};
use crate::language::either;
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
            let key = self::meant(&entry.key, &free);
            free.retain(|free| Some(*free) != key);
            let problem = unknown(&entry.key, key, &known, path);
            reader.report(problem);
            meant.push(key);
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
    /// key it was meant as from being called missing. Two names for one thing in one mapping are
    /// reported, because only the first of them is read.
    pub fn take(
        &self,
        key: &str,
        others: &[&str],
        reader: &mut Reader<'_>,
    ) -> (Option<&'n Node>, Path) {
        let mut named = self
            .entries
            .iter()
            .filter(|entry| entry.key == key || others.contains(&entry.key.as_str()));
        let first = named.next();
        if let (Some(first), Some(second)) = (first, named.next()) {
            reader.report(both(first, second, &self.path, reader.source));
        }
        let entry = first.or_else(|| {
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

fn both(first: &Entry, second: &Entry, path: &Path, source: &Source) -> Diagnostic {
    Diagnostic::error(
        "duplicate-key",
        Place::Key(path.key(&second.key)),
        format!("`{}` and `{}` are the same", first.key, second.key),
    )
    .label(format!(
        "the other one stands on line {}",
        source.line(first.key_span.start)
    ))
    .help(format!("put the items of both under `{}`", first.key))
}

fn unknown(key: &str, meant: Option<&str>, known: &[&'static str], path: &Path) -> Diagnostic {
    let message = if path.steps().is_empty() {
        format!("unknown key `{key}`")
    } else {
        format!("unknown key `{key}` in {}", called(path))
    };
    let problem = Diagnostic::error("unknown-key", Place::Key(path.key(key)), message);
    if let Some(meant) = meant {
        return problem
            .label(format!("did you mean `{meant}`?"))
            .help(format!("type `{meant}:`"));
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
            crate::diagnostic::Step::Key(key) => Some(&**key),
            crate::diagnostic::Step::Item(_) => None,
        })
        .unwrap_or_default()
}

/// The key that was probably meant: a near one, one that it is another word for, or the only one
/// with such a word in it.
pub(super) fn meant<'k>(typed: &str, known: &[&'k str]) -> Option<&'k str> {
    let near = nearest(typed, known).or_else(|| synonym(typed, known));
    near.or_else(|| {
        // `points` for `discussed_points`, `titel` for `job_title`.
        let close = |word: &str| {
            word.len() >= 4
                && typed.len() >= 4
                && distance(typed, word)
                    .is_some_and(|distance| distance <= 1 || distance <= 2 && word.len() >= 8)
        };
        let plain = |key: &str| key.to_lowercase().replace(['-', ' ', '_'], "");
        let typed = plain(typed);
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
