//! `phrases.yaml`: the pools and their phrases.

use std::sync::{Arc, OnceLock};

use tera::Tera;

use super::origin::Origin;
use super::reading::{self, Problems};
use super::scan::{Use, uses};
use crate::diagnostic::{Path, Source};
use crate::yaml::{Document, Node};

/// Phrases that can stand for one another at one place of a letter.
#[derive(Debug, Clone)]
pub struct Pool {
    /// The id, such as `point.topic`.
    pub id: String,
    /// What its phrases say, for people who write some.
    pub says: String,
    /// The phrases, in the order of the file.
    pub phrases: Vec<Phrase>,
    /// The file it stands in.
    pub source: Arc<Source>,
    /// Which layer of the theme it is taken from, the lowest being 0.
    pub(super) layer: usize,
}

/// One wording: a line of Tera.
#[derive(Debug, Clone)]
pub struct Phrase {
    /// The id, unique in its pool.
    pub id: String,
    /// The line as it stands in the file.
    pub text: String,
    /// What it says whatever the notes hold; found when it is asked for.
    fixed: OnceLock<String>,
    /// The variables it uses, each as its dotted path; found when they are asked for.
    variables: OnceLock<Vec<Vec<String>>>,
    /// Itself as a template, parsed when it is first rendered; unused where a theme's engine holds
    /// every phrase.
    pub(super) engine: OnceLock<Tera>,
    /// Its name as a template.
    pub(super) template: String,
    /// Where it stands in its file.
    pub(super) path: Path,
}

impl Phrase {
    /// The variables it uses, each as its dotted path.
    pub fn variables(&self) -> &[Vec<String>] {
        self.variables.get_or_init(|| {
            let mut variables: Vec<Vec<String>> = uses(&self.text)
                .into_iter()
                .filter_map(|each| match each {
                    Use::Variable { path, .. } => Some(path),
                    _ => None,
                })
                .collect();
            variables.sort();
            variables.dedup();
            variables
        })
    }

    /// The words that it says whatever the notes hold, in lower case.
    pub fn fixed(&self) -> &str {
        self.fixed.get_or_init(|| fixed(&self.text))
    }

    /// Where it stands in the file of its pool.
    pub(super) fn origin(&self, source: &Arc<Source>) -> Origin {
        Origin {
            source: Arc::clone(source),
            phrase: Some(self.path.clone()),
            text: self.text.clone(),
            layer: 0,
        }
    }
}

impl AsRef<str> for Phrase {
    /// The id: what the deal of phrases goes by.
    fn as_ref(&self) -> &str {
        &self.id
    }
}

/// Reads the pools of a phrasebook.
pub(super) fn read(document: &Document, problems: &mut Problems) -> Vec<Pool> {
    let root = Path::root();
    let mut pools = Vec::new();
    for entry in reading::entries(&document.root, &root, "a phrasebook", problems) {
        let path = root.key(&entry.key);
        if entry.key != "pools" {
            problems.unknown_key(&path, &["pools"]);
            continue;
        }
        for entry in reading::entries(&entry.value, &path, "`pools`", problems) {
            let path = path.key(&entry.key);
            pools.push(pool(&entry.key, &entry.value, &path, document, problems));
        }
    }
    pools
}

fn pool(id: &str, node: &Node, path: &Path, document: &Document, problems: &mut Problems) -> Pool {
    let mut pool = Pool {
        id: id.to_owned(),
        says: String::new(),
        phrases: Vec::new(),
        source: Arc::clone(&document.source),
        layer: 0,
    };
    for entry in reading::entries(node, path, "a pool", problems) {
        let path = path.key(&entry.key);
        match entry.key.as_str() {
            "says" => pool.says = reading::text(&entry.value, &path, problems),
            "phrases" => {
                for entry in reading::entries(&entry.value, &path, "the phrases", problems) {
                    let path = path.key(&entry.key);
                    let text = reading::text(&entry.value, &path, problems);
                    pool.phrases
                        .extend(phrase(id, &entry.key, text, path, problems));
                }
            }
            _ => problems.unknown_key(&path, &["says", "phrases"]),
        }
    }
    if pool.phrases.is_empty() {
        problems.push(
            crate::diagnostic::Diagnostic::error(
                "empty-pool",
                crate::diagnostic::Place::Key(path.clone()),
                format!("the pool `{id}` has no phrases"),
            )
            .help("give it at least one, under `phrases:`, as `some-name: The words.`")
            .help("or take the pool away: the built-in theme's phrases are used then"),
        );
    }
    pool
}

fn phrase(
    pool: &str,
    id: &str,
    text: String,
    path: Path,
    problems: &mut Problems,
) -> Option<Phrase> {
    if text.is_empty() {
        problems.value(
            &path,
            "empty-phrase",
            format!("the phrase `{id}` has no words"),
        );
        return None;
    }
    // A phrase is one line of a letter, however many lines of YAML it takes.
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    Some(Phrase {
        id: id.to_owned(),
        template: format!("{pool}#{id}"),
        fixed: OnceLock::new(),
        variables: OnceLock::new(),
        engine: OnceLock::new(),
        text,
        path,
    })
}

/// The words of a template that are always said, in lower case: without what stands in `{{ }}` and
/// `{% %}`.
pub(crate) fn fixed(template: &str) -> String {
    let mut text = String::new();
    let mut rest = template;
    while let Some(start) = rest.find('{') {
        let end = rest[start..].find('}').map(|end| start + end);
        let Some(end) = end else { break };
        text.push_str(&rest[..start]);
        rest = rest[end..].trim_start_matches('}');
    }
    text.push_str(rest);
    text.to_lowercase()
}
