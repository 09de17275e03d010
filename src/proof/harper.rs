//! The only code that names `harper-core`: plain text in, findings out.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use harper_core::linting::{Lint, LintGroup, LintKind, Suggestion};
use harper_core::spell::{FstDictionary, MergedDictionary, MutableDictionary};
use harper_core::{Dialect, DictWordMetadata};

use super::Proof;
use super::document::Document;
use super::finding::{Finding, Findings};
use super::registry::known as rule;
use crate::language::{Language, Lists};

/// The rules of the checker that are not for such letters, or that this proofreader has better.
static OFF: LazyLock<Lists> = LazyLock::new(|| Lists::read(include_str!("harper.txt")));

/// As many suggestions are shown.
const MOST_SHOWN: usize = 3;

/// The checkers of each kind of English, made when they are first asked for.
#[derive(Default)]
pub(super) struct Harper(BTreeMap<Language, LintGroup>);

impl Harper {
    /// What is wrong with the grammar of a letter.
    pub(super) fn read(&mut self, proof: &Proof<'_>, document: &Document) -> Vec<Finding> {
        let language = proof
            .notes
            .map(|loaded| loaded.notes.language)
            .unwrap_or_default();
        let curated = FstDictionary::curated();
        let group = self
            .0
            .entry(language)
            .or_insert_with(|| group(&curated, language));
        let mut words = MutableDictionary::new();
        for word in proof.known.words() {
            words.append_word_str(word, DictWordMetadata::default());
        }
        let mut dictionary = MergedDictionary::new();
        dictionary.add_dictionary(curated);
        dictionary.add_dictionary(Arc::new(words));
        let plain = document.text.plain();
        let text = harper_core::Document::new_plain_english(plain, &dictionary);
        let mut lints: Vec<(String, Lint)> = group
            .organized_lints(&text)
            .into_iter()
            .flat_map(|(key, lints)| lints.into_iter().map(move |lint| (key.clone(), lint)))
            .filter(|(_, lint)| is_grammar(lint.lint_kind))
            .collect();
        lints.sort_by(|(_, one), (_, two)| {
            let key = |lint: &Lint| (lint.span.start, lint.priority, lint.span.end);
            key(one).cmp(&key(two))
        });
        // Spans count characters; findings count bytes.
        let bytes: Vec<usize> = plain
            .char_indices()
            .map(|(at, _)| at)
            .chain([plain.len()])
            .collect();
        let mut findings = Findings::new(document);
        let mut done = 0;
        for (key, lint) in lints {
            let range = bytes[lint.span.start.min(bytes.len() - 1)]
                ..bytes[lint.span.end.min(bytes.len() - 1)];
            let quoted = document
                .tokens
                .iter()
                .position(|token| token.range.end > range.start)
                .is_some_and(|at| document.quoted[at]);
            // One word can raise two findings; what somebody else said is theirs.
            if lint.span.start < done || range.is_empty() || quoted {
                continue;
            }
            done = lint.span.end;
            let message = plain_message(&lint.message);
            let found = findings.add(rule("grammar"), &range, message);
            for suggestion in lint.suggestions.iter().take(MOST_SHOWN) {
                found.suggest(applied(suggestion, &plain[range.clone()]));
            }
            found.help(format!("the grammar checker calls it {key}"));
        }
        findings.done()
    }
}

fn group(curated: &Arc<FstDictionary>, language: Language) -> LintGroup {
    let dialect = match language {
        Language::EnUs => Dialect::American,
        Language::EnGb => Dialect::British,
        Language::EnCa => Dialect::Canadian,
        Language::EnAu => Dialect::Australian,
    };
    let mut group = LintGroup::new_curated(Arc::clone(curated), dialect);
    for rule in OFF.words("off") {
        group.config.set_rule_enabled(rule, false);
    }
    group
}

/// Whether a kind of finding is about right and wrong, rather than about taste.
fn is_grammar(kind: LintKind) -> bool {
    matches!(
        kind,
        LintKind::Agreement
            | LintKind::BoundaryError
            | LintKind::Eggcorn
            | LintKind::Grammar
            | LintKind::Malapropism
            | LintKind::Nonstandard
            | LintKind::Typo
            | LintKind::Usage
            | LintKind::WordChoice
            | LintKind::WordOrder
            | LintKind::Miscellaneous
    )
}

/// A message in the form of ours: no Markdown, lower case, no full stop.
fn plain_message(message: &str) -> String {
    let plain = message.replace(['`', '*'], "");
    let mut letters = plain.trim().trim_end_matches('.').chars();
    match letters.next() {
        Some(first) => first.to_lowercase().chain(letters).collect(),
        None => String::new(),
    }
}

fn applied(suggestion: &Suggestion, words: &str) -> String {
    match suggestion {
        Suggestion::ReplaceWith(chars) => chars.iter().collect(),
        Suggestion::InsertAfter(chars) => words.chars().chain(chars.iter().copied()).collect(),
        Suggestion::Remove => String::new(),
    }
}
