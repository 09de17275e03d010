//! All rules, read from their data files once.

use std::sync::{LazyLock, Mutex, PoisonError};

use super::pattern::{Index, Pattern};
use super::rule::{Rule, Wanted};
use super::rule_file::{read_rule, without_examples};
use super::rules::{FILES, File};
use crate::yaml;

/// Every rule with its patterns, ready to be used.
#[derive(Debug)]
pub(super) struct Rules {
    all: Vec<Rule>,
    pub(super) index: Index,
    /// For each pattern of the index: its rule, and which of the rule's it is.
    owners: Vec<(usize, usize)>,
}

/// Some rules with their patterns, as they are read.
struct Part {
    /// Each rule, and its patterns with the number of what they belong to.
    rules: Vec<(Rule, Vec<(usize, Pattern)>)>,
    /// What is wrong with the files.
    problems: Vec<String>,
}

/// The data files in two parts of the same size, so that two threads can read them.
static PARTS: [LazyLock<Mutex<Option<Part>>>; 2] = [
    LazyLock::new(|| Mutex::new(Some(Part::read(halves().0)))),
    LazyLock::new(|| Mutex::new(Some(Part::read(halves().1)))),
];

/// The rules of the data files.
pub(super) static RULES: LazyLock<Rules> = LazyLock::new(|| {
    let parts = PARTS.iter().filter_map(|part| {
        let mut part = part.lock().unwrap_or_else(PoisonError::into_inner);
        part.take()
    });
    let (rules, problems) = joined(parts);
    // A test holds that there are none.
    debug_assert!(problems.is_empty(), "{problems:?}");
    rules
});

/// Reads one of the two parts; the one that comes last makes the rules ready.
pub(super) fn warm(part: usize) {
    LazyLock::force(&PARTS[part.min(1)]);
    if part > 0 {
        LazyLock::force(&RULES);
    }
}

/// The files whose sizes make half of all, and the rest.
fn halves() -> (&'static [File], &'static [File]) {
    let all: usize = FILES.iter().map(|(_, text)| text.len()).sum();
    let mut size = 0;
    let middle = FILES.iter().take_while(|(_, text)| {
        size += text.len();
        size <= all / 2
    });
    FILES.split_at(middle.count())
}

impl Part {
    /// Reads data files without the sentences that tests read.
    fn read(files: &[File]) -> Self {
        let mut part = Self {
            rules: Vec::with_capacity(files.len()),
            problems: Vec::new(),
        };
        for (name, text) in files {
            part.add(name, &without_examples(text));
        }
        part
    }

    fn add(&mut self, name: &str, text: &str) {
        let Some(root) = yaml::values(text) else {
            self.problems.push(format!("{name}: this is not YAML"));
            return;
        };
        let (rule, lists) = read_rule(name, &root, &mut self.problems);
        let mut patterns = Vec::new();
        for (wanted, each) in rule.patterns.iter().enumerate() {
            for line in &each.find {
                match Pattern::parse(line, &lists) {
                    Ok(pattern) => patterns.push((wanted, pattern)),
                    Err(why) => self.problems.push(format!("{}: `{line}`: {why}", rule.id)),
                }
            }
        }
        self.rules.push((rule, patterns));
    }
}

/// The rules of all parts under their words; gives what is wrong with their files as well.
fn joined(parts: impl IntoIterator<Item = Part>) -> (Rules, Vec<String>) {
    let mut problems = Vec::new();
    let mut all = Vec::new();
    for part in parts {
        all.extend(part.rules);
        problems.extend(part.problems);
    }
    all.sort_by(|(a, _), (b, _)| (a.layer, &a.id).cmp(&(b.layer, &b.id)));
    let mut rules = Rules {
        all: Vec::with_capacity(all.len()),
        index: Index::default(),
        owners: Vec::new(),
    };
    for (number, (rule, patterns)) in all.into_iter().enumerate() {
        for (wanted, pattern) in patterns {
            rules.index.add(pattern);
            rules.owners.push((number, wanted));
        }
        rules.all.push(rule);
    }
    (rules, problems)
}

impl Rules {
    /// Every rule, in the order of the layers and of the alphabet.
    pub(super) fn all(&self) -> &[Rule] {
        &self.all
    }

    /// The rule of a pattern of the index, and the pattern.
    pub(super) fn owner(&self, pattern: usize) -> (&Rule, &Wanted) {
        let (rule, wanted) = self.owners[pattern];
        (&self.all[rule], &self.all[rule].patterns[wanted])
    }
}

/// Every rule there is, strongest layer first.
pub fn rules() -> &'static [Rule] {
    RULES.all()
}

/// The rule of a name.
pub fn rule(id: &str) -> Option<&'static Rule> {
    rules().iter().find(|rule| rule.id == id)
}

/// The rule of a name that a file of code stands for.
///
/// A name without a data file gives the first rule; a test holds that there is none.
pub(super) fn known(id: &str) -> &'static Rule {
    let found = rule(id);
    debug_assert!(found.is_some(), "no rule {id}");
    found.unwrap_or(&rules()[0])
}

/// Reads rules with the sentences that tests read; gives what is wrong with their files as well.
#[cfg(test)]
pub(super) fn read(files: &[File]) -> (Rules, Vec<String>) {
    let mut part = Part {
        rules: Vec::new(),
        problems: Vec::new(),
    };
    for (name, text) in files {
        part.add(name, text);
    }
    joined([part])
}
