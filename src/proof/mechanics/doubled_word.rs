//! A word that is written twice.

use super::super::Page;
use super::super::finding::Findings;
use super::super::registry::known;
use crate::diagnostic::Level;

/// Words that good sentences say twice in a row.
const TWICE: [&str; 9] = [
    "had", "that", "bye", "knock", "ha", "tut", "night", "blah", "who",
];

/// Words that are said twice for weight: perhaps meant, never needed.
const WEIGHT: [&str; 6] = ["very", "really", "so", "much", "many", "far"];

/// Finds a word behind itself, a line break between them or not.
pub(super) fn check(page: &Page<'_>, findings: &mut Findings<'_>) {
    let document = page.document;
    let text = document.text.plain();
    for zone in &document.zones {
        for at in zone.tokens.clone().skip(1) {
            let (one, two) = (&document.tokens[at - 1], &document.tokens[at]);
            if one.folded != two.folded || !two.spaced || !two.is_word() || !one.is_word() {
                continue;
            }
            // A name such as `Duran Duran`, unless the sentence begins with it.
            let name = one.is_capital(text) && two.is_capital(text) && one.folded != "i";
            let meant = TWICE.contains(&one.folded.as_str()) && one.folded != "who"
                || one.folded == "who" && two.is_capital(text);
            // `what it is is clear`, `the work you do do well`.
            let verb = matches!(one.folded.as_str(), "is" | "do" | "was" | "does")
                && document.tokens[zone.tokens.start..at - 1]
                    .iter()
                    .rev()
                    .take(8)
                    .any(|token| {
                        matches!(
                            token.folded.as_str(),
                            "what" | "all" | "who" | "they" | "you"
                        )
                    });
            if name || meant || verb || document.quoted[at] {
                continue;
            }
            let word = &text[one.range.clone()];
            let range = one.range.start..two.range.end;
            let found = findings.add(
                known("doubled-word"),
                &range,
                format!("“{word}” stands here twice"),
            );
            found.suggest(word);
            if WEIGHT.contains(&one.folded.as_str()) {
                found.at(Level::Warning);
            } else {
                found.certain();
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{found, none, one};

    #[test]
    fn a_word_written_twice_is_found_over_a_line_break_too() {
        one("I saw the the bench.", "doubled-word", "the the", "the");
        one("I saw the\nthe bench.", "doubled-word", "the\nthe", "the");
        one("The the bench.", "doubled-word", "The the", "The");
        assert_eq!(found("I was very very glad.").len(), 1);
    }

    #[test]
    fn what_good_sentences_repeat_is_left() {
        none("I had had that that day, and Duran Duran too.");
        none("What it is is clear. We met. We spoke, step by step by hand.");
    }
}
