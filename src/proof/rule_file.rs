//! The data file of a rule.

use super::document::Part;
use super::pattern::WordLists;
use super::rule::{Layer, Rule, Wanted};
use crate::diagnostic::Level;
use crate::language::Language;
use crate::notes::{Channel, Kind};
use crate::yaml::{Node, Value};

/// Reads the tree of a rule's file, with the lists of words of its patterns; what is wrong with it
/// goes to `problems`.
///
/// `patterns` are those that have been read apart from the rest.
pub(super) fn read_rule(
    name: &str,
    root: &Node,
    patterns: Option<&Node>,
    problems: &mut Vec<String>,
) -> (Rule, WordLists) {
    let mut reading = Reading { name, problems };
    let (mut rule, lists) = reading.rule(root);
    if let Some(patterns) = patterns {
        rule.patterns = reading.patterns(patterns);
    }
    (rule, lists)
}

/// The text of a rule's file without the sentences that tests read: half of it, and of the time to
/// read it.
pub(super) fn without_examples(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut inside = false;
    for line in text.split_inclusive('\n') {
        let indent = line.len() - line.trim_start_matches(' ').len();
        if indent <= 4 && !line.trim().is_empty() {
            inside = line.starts_with("    yes:") || line.starts_with("    no:");
        }
        if !inside {
            kept.push_str(line);
        }
    }
    kept
}

const LETTERS: [Part; 4] = [Part::Subject, Part::Salutation, Part::Body, Part::SignOff];

/// One data file while it is read.
struct Reading<'a> {
    name: &'a str,
    problems: &'a mut Vec<String>,
}

impl Reading<'_> {
    fn rule(&mut self, root: &Node) -> (Rule, WordLists) {
        let mut rule = Rule {
            id: String::new(),
            level: Level::Warning,
            layer: Layer::Etiquette,
            kinds: Kind::ALL
                .into_iter()
                .filter(|kind| *kind != Kind::Worksheet)
                .collect(),
            channels: vec![Channel::Email, Channel::Card],
            says: String::new(),
            better: String::new(),
            does: String::new(),
            matters: String::new(),
            example: String::new(),
            instead: String::new(),
            patterns: Vec::new(),
            parts: LETTERS.to_vec(),
            at_least: 1,
            in_quotes: false,
        };
        let mut lists = WordLists::new();
        for (key, value) in self.entries(root) {
            match key {
                "id" => rule.id = self.text(value),
                "level" => rule.level = self.one_of(value, &LEVELS),
                "layer" => {
                    rule.layer = self.one_of(value, &Layer::ALL.map(|each| (each.name(), each)));
                }
                "kinds" => rule.kinds = self.each_of(value, &Kind::ALL.map(|k| (k.name(), k))),
                "not_for" => {
                    let out = self.each_of(value, &Kind::ALL.map(|kind| (kind.name(), kind)));
                    rule.kinds.retain(|kind| !out.contains(kind));
                }
                "channels" => {
                    rule.channels = self.each_of(value, &Channel::ALL.map(|c| (c.name(), c)));
                }
                "in" => rule.parts = self.each_of(value, &PARTS),
                "at_least" => match self.text(value).parse() {
                    Ok(count) => rule.at_least = count,
                    Err(_) => self.problem("`at_least` is a number"),
                },
                "in_quotes" => rule.in_quotes = self.text(value) == "true",
                "says" => rule.says = self.text(value),
                "better" => rule.better = self.text(value),
                "does" => rule.does = self.text(value),
                "matters" => rule.matters = self.text(value),
                "example" => rule.example = self.text(value),
                "instead" => rule.instead = self.text(value),
                "lists" => {
                    for (name, words) in self.entries(value) {
                        let words = self.texts(words);
                        let words = words.iter().flat_map(|line| line.split_whitespace());
                        lists.insert(name.to_owned(), words.map(str::to_owned).collect());
                    }
                }
                "patterns" => rule.patterns = self.patterns(value),
                _ => self.problem(&format!("unknown key `{key}`")),
            }
        }
        if self.name.trim_end_matches(".yaml") != rule.id {
            self.problem("the file is not called as its rule");
        }
        for (key, text) in [
            ("says", &rule.says),
            ("does", &rule.does),
            ("matters", &rule.matters),
            ("example", &rule.example),
            ("instead", &rule.instead),
        ] {
            if text.is_empty() {
                self.problem(&format!("`{key}` is missing"));
            }
        }
        (rule, lists)
    }

    fn patterns(&mut self, node: &Node) -> Vec<Wanted> {
        let Value::List(items) = &node.value else {
            self.problem("`patterns` is a list");
            return Vec::new();
        };
        items.iter().map(|item| self.wanted(item)).collect()
    }

    fn wanted(&mut self, node: &Node) -> Wanted {
        let mut wanted = Wanted {
            find: Vec::new(),
            level: None,
            says: None,
            better: None,
            put: Vec::new(),
            languages: Vec::new(),
            early: false,
            alone: false,
            yes: Vec::new(),
            no: Vec::new(),
        };
        for (key, value) in self.entries(node) {
            match key {
                "find" => wanted.find = self.texts(value),
                "level" => wanted.level = Some(self.one_of(value, &LEVELS)),
                "says" => wanted.says = Some(self.text(value)),
                "better" => wanted.better = Some(self.text(value)),
                "put" => wanted.put = self.texts(value),
                "languages" => {
                    let all = Language::ALL.map(|each| (each.tag(), each));
                    wanted.languages = self.each_of(value, &all);
                }
                "early" => wanted.early = self.text(value) == "true",
                "alone" => wanted.alone = self.text(value) == "true",
                "yes" => wanted.yes = self.texts(value),
                "no" => wanted.no = self.texts(value),
                _ => self.problem(&format!("unknown key `{key}` in a pattern")),
            }
        }
        wanted
    }

    fn problem(&mut self, message: &str) {
        self.problems.push(format!("{}: {message}", self.name));
    }

    fn entries<'n>(&mut self, node: &'n Node) -> Vec<(&'n str, &'n Node)> {
        let Value::Map(entries) = &node.value else {
            self.problem("keys and values belong here");
            return Vec::new();
        };
        let pairs = entries.iter();
        pairs
            .map(|entry| (entry.key.as_str(), &entry.value))
            .collect()
    }

    fn text(&mut self, node: &Node) -> String {
        match &node.value {
            Value::Scalar(scalar) => scalar.text.trim().to_owned(),
            _ => {
                self.problem("text belongs here");
                String::new()
            }
        }
    }

    /// A list of texts, or one text alone.
    fn texts(&mut self, node: &Node) -> Vec<String> {
        match &node.value {
            Value::List(items) => items.iter().map(|item| self.text(item)).collect(),
            _ => vec![self.text(node)],
        }
    }

    fn one_of<T: Copy>(&mut self, node: &Node, known: &[(&str, T)]) -> T {
        let typed = self.text(node);
        let found = known.iter().find(|(name, _)| *name == typed);
        if found.is_none() {
            self.problem(&format!("there is no `{typed}`"));
        }
        found.map_or(known[0].1, |(_, value)| *value)
    }

    fn each_of<T: Copy>(&mut self, node: &Node, known: &[(&str, T)]) -> Vec<T> {
        match &node.value {
            Value::List(items) => items.iter().map(|item| self.one_of(item, known)).collect(),
            _ => vec![self.one_of(node, known)],
        }
    }
}

const LEVELS: [(&str, Level); 3] = [
    ("error", Level::Error),
    ("warning", Level::Warning),
    ("hint", Level::Hint),
];

const PARTS: [(&str, Part); 4] = [
    ("subject", Part::Subject),
    ("salutation", Part::Salutation),
    ("body", Part::Body),
    ("sign-off", Part::SignOff),
];
