//! `theme.yaml`: what a theme is called and how much its letters may hold.

use std::collections::BTreeMap;

use super::builtin::BUILT_IN;
use super::reading::{self, Problems};
use crate::diagnostic::{Diagnostic, Path, Place};
use crate::language::either;
use crate::yaml::{self, Document, Node, Value};

/// The letters that a theme has a skeleton for: kind and channel.
pub const LETTERS: &[(&str, &str)] = &[
    ("thank-you", "email"),
    ("thank-you", "card"),
    ("check-in", "email"),
    ("check-in", "phone"),
    ("offer-thanks", "email"),
    ("offer-thanks", "card"),
    ("accepted-thanks", "card"),
    ("accepted-thanks", "email"),
    ("no-offer-thanks", "email"),
    ("no-offer-thanks", "card"),
    ("withdrawal", "email"),
    ("debrief", "email"),
    ("debrief", "page"),
    ("contact-request", "email"),
    ("coordinator", "email"),
    ("covering", "email"),
    ("worksheet", "page"),
];

/// What `theme.yaml` says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Info {
    /// The name, such as `warm`.
    pub name: String,
    /// One sentence about how it sounds.
    pub description: String,
    /// The limits for a kind of letter and a channel, both by name.
    pub limits: BTreeMap<(String, String), Limits>,
    /// What cards look like where the notes do not say: `size`, `hand`, `ink`, `design`.
    pub card: BTreeMap<String, String>,
}

/// What `card:` in `theme.yaml` can say.
const CARD: [&str; 4] = ["size", "hand", "ink", "design"];

/// How much a letter may hold; what is over is left out whole, the least important first.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Limits {
    /// Words, salutation and sign-off counted.
    pub words: Option<usize>,
    /// Paragraphs between salutation and sign-off.
    pub paragraphs: Option<usize>,
    /// Things that the notes say, such as a moment, a point, a loose end.
    pub things: Option<usize>,
    /// Qualifications that did not come up.
    pub qualifications: Option<usize>,
}

impl Limits {
    /// The limits that there are, each with its name in `theme.yaml`.
    pub fn named(&self) -> impl Iterator<Item = (&'static str, usize)> {
        let all = [
            ("words", self.words),
            ("paragraphs", self.paragraphs),
            ("things", self.things),
            ("qualifications", self.qualifications),
        ];
        all.into_iter()
            .filter_map(|(name, most)| Some((name, most?)))
    }
}

impl Info {
    /// Reads `theme.yaml` over what a lower layer says.
    pub(super) fn read(&mut self, document: &Document, problems: &mut Problems) {
        let root = Path::root();
        for entry in reading::entries(&document.root, &root, "theme.yaml", problems) {
            let path = root.key(&entry.key);
            match entry.key.as_str() {
                "name" => self.name = reading::text(&entry.value, &path, problems),
                "description" => self.description = reading::text(&entry.value, &path, problems),
                "base" => {
                    let base = reading::text(&entry.value, &path, problems);
                    if !BUILT_IN.contains(&base.as_str()) {
                        let message = format!("there is no built-in theme `{base}` to build on");
                        let found = Diagnostic::error("unknown-base", Place::Value(path), message)
                            .help(format!("the built-in themes are {}", either(&BUILT_IN)));
                        problems.push(found);
                    }
                }
                "card" => self.read_card(&entry.value, &path, problems),
                key if LETTERS.iter().any(|(kind, _)| *kind == key) => {
                    self.read_kind(key, &entry.value, &path, problems);
                }
                _ => {
                    let mut known = vec!["name", "description", "base", "card"];
                    known.extend(LETTERS.iter().map(|(kind, _)| *kind));
                    known.dedup();
                    problems.unknown_key(&path, &known);
                }
            }
        }
    }

    /// Whether the values exist is for those to say who make cards.
    fn read_card(&mut self, node: &Node, path: &Path, problems: &mut Problems) {
        for entry in reading::entries(node, path, "the looks of a card", problems) {
            let path = path.key(&entry.key);
            if !CARD.contains(&entry.key.as_str()) {
                problems.unknown_key(&path, &CARD);
                continue;
            }
            let said = reading::text(&entry.value, &path, problems);
            self.card.insert(entry.key.clone(), said);
        }
    }

    fn read_kind(&mut self, kind: &str, node: &Node, path: &Path, problems: &mut Problems) {
        for entry in reading::entries(node, path, "the channels of a letter", problems) {
            let path = path.key(&entry.key);
            let letter = (kind, entry.key.as_str());
            if !LETTERS.contains(&letter) {
                let known: Vec<&str> = LETTERS
                    .iter()
                    .filter(|(each, _)| *each == kind)
                    .map(|(_, channel)| *channel)
                    .collect();
                problems.unknown_key(&path, &known);
                continue;
            }
            let letter = (kind.to_owned(), entry.key.clone());
            let limits = self.limits.entry(letter).or_default();
            for entry in reading::entries(&entry.value, &path, "the limits of a letter", problems) {
                let path = path.key(&entry.key);
                let limit = match entry.key.as_str() {
                    "words" => &mut limits.words,
                    "paragraphs" => &mut limits.paragraphs,
                    "things" => &mut limits.things,
                    "qualifications" => &mut limits.qualifications,
                    _ => {
                        let known = ["words", "paragraphs", "things", "qualifications"];
                        problems.unknown_key(&path, &known);
                        continue;
                    }
                };
                match number(&entry.value) {
                    Some(number) => *limit = Some(number),
                    None => problems.push(
                        Diagnostic::error(
                            "not-a-number",
                            Place::Value(path),
                            "a limit is a whole number",
                        )
                        .help("write it in digits, such as `words: 120`"),
                    ),
                }
            }
        }
    }
}

/// The built-in theme that a `theme.yaml` says it is built on, as far as it can be read.
pub(super) fn base(bytes: &[u8]) -> Option<String> {
    let document = yaml::load("theme.yaml", bytes).ok()?;
    let Value::Map(entries) = &document.root.value else {
        return None;
    };
    let entry = entries.iter().find(|entry| entry.key == "base")?;
    match &entry.value.value {
        Value::Scalar(scalar) => Some(scalar.text.trim().to_owned()),
        _ => None,
    }
}

fn number(node: &Node) -> Option<usize> {
    match &node.value {
        Value::Scalar(scalar) => scalar.text.trim().parse().ok(),
        _ => None,
    }
}
