//! Words that no dictionary has.

mod affixes;
mod dictionary;
mod endings;
mod entries;
mod known;
mod usage;
mod variants;

use std::collections::BTreeMap;

use super::Page;
use super::finding::Findings;
use super::registry::known as rule;
use super::token::{Token, capitalised, straight};
use crate::diagnostic::Level;
use crate::language::Language;

use dictionary::Dictionary;
pub(super) use entries::english;
pub(super) use known::Known;
use variants::variants;

/// Suggestions take long: as many words of a letter get them.
const MOST_SUGGESTED: usize = 8;

/// The longest word that suggestions are looked for, in bytes.
const LONGEST: usize = 24;

/// As many suggestions are shown.
const MOST_SHOWN: usize = 3;

/// Whether a word in lower case is one of everyday language, and so nobody's name.
pub(super) fn is_common(word: &str, language: Language) -> bool {
    Dictionary::of(language).has(word)
}

/// Looks up every word of the letter.
pub(super) fn check(page: &Page<'_>, findings: &mut Findings<'_>) {
    let document = page.document;
    let language = page.language();
    let words = Dictionary::of(language);
    endings::check(page, findings);
    let mut suggested: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for (at, token) in document.tokens.iter().enumerate() {
        let word = document.words(&token.range);
        if !token.is_word() || is_code(word) {
            continue;
        }
        let is_name = || word.starts_with(char::is_uppercase) && !starts_sentence(page, at);
        if let Some(ours) = usage::at_home(&token.folded, language) {
            let is_vouched = document.quoted[at] || page.proof.known.has(&token.folded);
            if !is_name() && !is_vouched && !usage::may_stay(document, at) {
                let tag = language.tag();
                let message = format!("“{word}” is “{ours}” in {tag}");
                let found = findings.add(rule("dialect-spelling"), &token.range, message);
                found
                    .suggest(cased(&ours, word))
                    .help(&rule("dialect-spelling").better);
            }
            continue;
        }
        if is_known(page, words, word, token) || is_name() || is_part(page, words, at) {
            continue;
        }
        let elsewhere = language != Language::EnUs && Dictionary::any().has(word);
        let british = language == Language::EnUs && Dictionary::any().has(&token.folded);
        if (elsewhere || british) && is_variant(&token.folded, language) {
            continue;
        }
        let count = suggested.len();
        let likely = suggested.entry(&token.folded).or_insert_with(|| {
            let here = match elsewhere || british {
                true => variants(&token.folded, words),
                false => Vec::new(),
            };
            if !here.is_empty() {
                here
            } else if count < MOST_SUGGESTED && token.folded.len() <= LONGEST {
                words.suggest(&token.folded)
            } else {
                Vec::new()
            }
        });
        if word.starts_with(char::is_uppercase)
            && !likely.iter().any(|each| is_near(each, &token.folded))
        {
            // At the head of a sentence it may be a name that nobody has told us.
            continue;
        }
        let (id, message) = if elsewhere || british {
            let tag = language.tag();
            (
                "dialect-spelling",
                format!("“{word}” is not spelt so in {tag}"),
            )
        } else {
            ("misspelling", format!("“{word}” is in no dictionary"))
        };
        let found = findings.add(rule(id), &token.range, message);
        let likely: Vec<String> = likely
            .iter()
            .take(MOST_SHOWN)
            .map(|each| cased(each, word))
            .collect();
        if likely
            .first()
            .is_some_and(|first| is_slip(&token.folded, &first.to_lowercase()))
            && id == "misspelling"
        {
            found.at(Level::Error);
        }
        for each in likely {
            found.suggest(each);
        }
        found.help(&rule(id).better);
    }
}

/// Whether a word of another country is right in this one as well: British -ize, and what Britain and
/// Australia spell differently but both understand (`yoghurt`, `program`).
fn is_variant(folded: &str, language: Language) -> bool {
    if usage::is_fine(folded, language) {
        return true;
    }
    match language {
        Language::EnGb => folded.contains("iz") || Dictionary::of(Language::EnAu).has(folded),
        Language::EnAu => !folded.contains("iz") && Dictionary::of(Language::EnGb).has(folded),
        Language::EnUs | Language::EnCa => false,
    }
}

fn is_known(page: &Page<'_>, words: &Dictionary, word: &str, token: &Token) -> bool {
    let plain = straight(word);
    if words.has(&plain) || page.proof.known.has(&token.folded) {
        return true;
    }
    let bare = token
        .folded
        .strip_suffix("'s")
        .or_else(|| token.folded.strip_suffix('\''));
    if bare.is_some_and(|bare| page.proof.known.has(bare) || words.has(bare)) {
        return true;
    }
    // A word with an accent that English drops as well: `décor`.
    let without = deunicode::deunicode(&plain);
    without != plain && words.has(&without)
}

/// Whether a word is written as code or short forms are: `LabVIEW`, `TÜV`, `dbt2`, or in letters that
/// no dictionary of English can judge.
fn is_code(word: &str) -> bool {
    let letters = || word.chars().filter(|c| c.is_alphabetic());
    let inner = letters().skip(1).any(char::is_uppercase) || word.contains(['.', '_']);
    letters().count() < 2 || inner || letters().any(|c| u32::from(c) > 0x24F)
}

/// Whether a token is the first word of a sentence, where every word has a capital.
fn starts_sentence(page: &Page<'_>, at: usize) -> bool {
    let document = page.document;
    let sentence = document.sentence_of(at);
    sentence.is_some_and(|range| {
        let before = range.start..at;
        !document.tokens[before].iter().any(Token::is_word)
    })
}

/// Whether a token belongs to a word with hyphens that is known as a whole: `poka-yoke`.
fn is_part(page: &Page<'_>, words: &Dictionary, at: usize) -> bool {
    let tokens = &page.document.tokens;
    let joined =
        |at: usize| !tokens[at].spaced && (tokens[at].is_word() || tokens[at].folded == "-");
    let mut from = at;
    while from > 0 && joined(from) && at - from < 6 {
        from -= 1;
    }
    let mut to = at + 1;
    while to < tokens.len() && joined(to) && to - at < 6 {
        to += 1;
    }
    if to - from < 3 {
        return false;
    }
    let whole = page
        .document
        .words(&page.document.span(&(from..to)))
        .to_lowercase();
    words.has(&whole) || page.proof.known.has(&whole)
}

/// A suggestion in the case of the word it is for.
fn cased(suggestion: &str, word: &str) -> String {
    match word.starts_with(char::is_uppercase) {
        true => capitalised(suggestion),
        false => suggestion.to_owned(),
    }
}

/// Whether a suggestion is one step away, and a word of everyday language.
fn is_near(suggestion: &str, word: &str) -> bool {
    suggestion.starts_with(char::is_lowercase) && strsim::osa_distance(suggestion, word) <= 1
}

/// Whether a word differs from another only by a slip of the fingers: two letters that changed
/// places, or a letter doubled or single.
///
/// Anything else may be a word that we do not know; this is certainly a mistake.
fn is_slip(word: &str, meant: &str) -> bool {
    if word.len() < 5 || strsim::osa_distance(word, meant) != 1 {
        return false;
    }
    let sorted = |text: &str| {
        let mut letters: Vec<char> = text.chars().collect();
        letters.sort_unstable();
        letters
    };
    let single = |text: &str| {
        let mut letters: Vec<char> = text.chars().collect();
        letters.dedup();
        letters
    };
    sorted(word) == sorted(meant) || single(word) == single(meant)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_swaps_two_letters_or_doubles_one() {
        for (word, meant) in [
            ("recieve", "receive"),
            ("accomodate", "accommodate"),
            ("thankk", "thank"),
        ] {
            assert!(is_slip(word, meant), "{word}");
        }
        for (word, meant) in [
            ("flink", "flick"),
            ("teh", "the"),
            ("dbt", "debt"),
            ("oppurtunity", "opportunity"),
        ] {
            assert!(!is_slip(word, meant), "{word}");
        }
    }
}
