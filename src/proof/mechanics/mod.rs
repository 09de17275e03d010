//! What is wrong with how a letter is set down, whatever it says: articles, doubled words, spaces,
//! capitals at the start of sentences, marks that nothing closes.

mod agreement;
mod articles;
mod clauses;
mod compounds;
mod doubled_word;
mod sentence_start;
mod spacing;
mod unclosed_mark;

use super::finding::Findings;
use super::registry::known;
use super::{Check, Page};

/// Each check, under the name of its rule.
const CHECKS: [(&str, Check); 8] = [
    ("agreement", agreement::check),
    ("articles", articles::check),
    ("comma-splice", clauses::check),
    ("split-words", compounds::check),
    ("doubled-word", doubled_word::check),
    ("spacing", spacing::check),
    ("sentence-start", sentence_start::check),
    ("unclosed-mark", unclosed_mark::check),
];

/// Runs every check of this folder whose rule holds for the letter.
pub(super) fn check(page: &Page<'_>, findings: &mut Findings<'_>) {
    for (id, check) in CHECKS {
        if known(id).holds_for(&page.document.occasion) {
            check(page, findings);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::document::Document;
    use super::super::{Page, Proof};
    use super::*;

    /// What the checks find in a body: the rule, the words, and what is put in their place.
    pub(super) fn found(body: &str) -> Vec<(String, String, String)> {
        let document = Document::of_body(body);
        let page = Page {
            document: &document,
            proof: &Proof::default(),
        };
        let mut findings = Findings::new(&document);
        check(&page, &mut findings);
        let found = findings.done().into_iter().map(|finding| {
            let words = finding
                .range
                .map_or("", |range| &document.source.text()[range]);
            let put = finding.suggestions.first().cloned();
            (
                finding.rule.id.clone(),
                words.to_owned(),
                put.unwrap_or_default(),
            )
        });
        found.collect()
    }

    /// Holds that a body has exactly one finding: rule, words, and what is put in their place.
    #[track_caller]
    pub(super) fn one(body: &str, rule: &str, words: &str, put: &str) {
        let wanted = (rule.to_owned(), words.to_owned(), put.to_owned());
        assert_eq!(found(body), [wanted], "{body}");
    }

    #[track_caller]
    pub(super) fn none(body: &str) {
        assert_eq!(found(body), [], "{body}");
    }
}
