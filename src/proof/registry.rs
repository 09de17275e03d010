//! All rules, read from their data files once.

use std::sync::LazyLock;

use super::pattern::{Index, Pattern};
use super::rule::{Rule, Wanted};
use super::rule_file::{read_rule, without_examples};
use super::rules::FILES;
use crate::yaml;

/// Every rule with its patterns, ready to be used.
#[derive(Debug)]
pub(super) struct Rules {
    all: Vec<Rule>,
    pub(super) index: Index,
    /// For each pattern of the index: its rule, and which of the rule's it is.
    owners: Vec<(usize, usize)>,
}

/// The rules of the data files.
pub(super) static RULES: LazyLock<Rules> = LazyLock::new(|| {
    let plain: Vec<(&str, String)> = FILES
        .iter()
        .map(|(name, text)| (*name, without_examples(text)))
        .collect();
    let plain: Vec<(&str, &str)> = plain
        .iter()
        .map(|(name, text)| (*name, text.as_str()))
        .collect();
    let (rules, problems) = read(&plain);
    // A test holds that there are none.
    debug_assert!(problems.is_empty(), "{problems:?}");
    rules
});

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

/// Reads rules; gives what is wrong with their files as well.
pub(super) fn read(files: &[(&str, &str)]) -> (Rules, Vec<String>) {
    let mut problems = Vec::new();
    let mut all = Vec::new();
    for (name, text) in files {
        match yaml::values(text) {
            Some(root) => all.push(read_rule(name, &root, &mut problems)),
            None => problems.push(format!("{name}: this is not YAML")),
        }
    }
    all.sort_by(|a, b| (a.0.layer, &a.0.id).cmp(&(b.0.layer, &b.0.id)));
    let mut rules = Rules {
        all: Vec::with_capacity(all.len()),
        index: Index::default(),
        owners: Vec::new(),
    };
    for (number, (rule, lists)) in all.into_iter().enumerate() {
        for (wanted, each) in rule.patterns.iter().enumerate() {
            for line in &each.find {
                match Pattern::parse(line, &lists) {
                    Ok(pattern) => {
                        rules.index.add(pattern);
                        rules.owners.push((number, wanted));
                    }
                    Err(why) => problems.push(format!("{}: `{line}`: {why}", rule.id)),
                }
            }
        }
        rules.all.push(rule);
    }
    (rules, problems)
}
