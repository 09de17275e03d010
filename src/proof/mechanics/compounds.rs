//! One word that was written as two.

use std::sync::LazyLock;

use crate::language::Lists;
use crate::proof::Page;
use crate::proof::finding::Findings;
use crate::proof::registry::known as rule;
use crate::proof::token::capitalised;

static WORDS: LazyLock<Lists> = LazyLock::new(|| Lists::read(include_str!("compounds.txt")));

/// Looks for two words that are one.
pub(super) fn check(page: &Page<'_>, findings: &mut Findings<'_>) {
    let document = page.document;
    let rule = rule("split-words");
    for (at, pair) in document.tokens.windows(2).enumerate() {
        let [first, second] = pair else { continue };
        let small = document
            .words(&second.range)
            .starts_with(char::is_lowercase);
        if !first.is_word() || !second.is_word() || !second.spaced || !small {
            continue;
        }
        // The next word may belong to another zone; what is quoted is somebody else's.
        let same = document.zone_of(at) == document.zone_of(at + 1);
        let whole = format!("{}{}", first.folded, second.folded);
        if !same || document.quoted[at] || !WORDS.has("one-word", &whole) {
            continue;
        }
        let range = first.range.start..second.range.end;
        let message = format!("“{}” is one word", document.words(&range));
        let capital = document.words(&first.range).starts_with(char::is_uppercase);
        let put = match capital {
            true => capitalised(&whole),
            false => whole,
        };
        findings.add(rule, &range, message).suggest(put);
    }
}
