//! Words that are at home in another country, or in this one, though the dictionary does not say so.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::language::{Language, Lists};
use crate::proof::document::Document;

static WORDS: LazyLock<Lists> = LazyLock::new(|| Lists::read(include_str!("usage.txt")));

/// What a word of another country is in this one, where both are in its dictionary: `mom` is `mum`
/// in Britain.
pub(super) fn at_home(word: &str, language: Language) -> Option<String> {
    static PAIRS: LazyLock<BTreeMap<(&str, &str), &str>> = LazyLock::new(|| {
        let each = Language::ALL.into_iter().flat_map(|language| {
            let pairs = WORDS.words(language.tag()).iter();
            pairs.filter_map(move |pair| {
                let (theirs, ours) = pair.split_once('/')?;
                Some(((language.tag(), theirs), ours))
            })
        });
        each.collect()
    });
    let ours = PAIRS.get(&(language.tag(), word))?;
    Some(ours.replace('_', " "))
}

/// Whether the words around a word of another country make it right: `a program in Python`.
pub(super) fn may_stay(document: &Document, at: usize) -> bool {
    let word = document.tokens[at].folded.as_str();
    let word = word.strip_suffix("'s").unwrap_or(word);
    let word = word.strip_suffix('s').unwrap_or(word);
    let has = |list: &str, token: usize| {
        let token = document.tokens.get(token);
        token.is_some_and(|token| WORDS.has(&format!("{word} {list}"), &token.folded))
    };
    let sentence = document.sentence_of(at);
    at.checked_sub(1)
        .is_some_and(|before| has("behind", before))
        || sentence.is_some_and(|tokens| tokens.clone().any(|token| has("beside", token)))
}

/// Whether a word that the dictionary of a language lacks is right in it as well.
pub(super) fn is_fine(word: &str, language: Language) -> bool {
    WORDS.has(&format!("{} fine", language.tag()), word)
}

#[cfg(test)]
mod tests {
    use super::super::dictionary::Dictionary;
    use super::*;

    #[test]
    fn every_line_says_what_the_dictionary_does_not() {
        for language in Language::ALL {
            let words = Dictionary::of(language);
            for pair in WORDS.words(language.tag()) {
                let (_, ours) = pair.split_once('/').unwrap();
                assert!(words.has(ours), "{language:?} {pair}");
            }
            for word in WORDS.words(&format!("{} fine", language.tag())) {
                assert!(!words.has(word), "{language:?} {word}");
                assert!(is_fine(word, language));
            }
        }
        assert_eq!(at_home("mom", Language::EnGb).as_deref(), Some("mum"));
        assert_eq!(at_home("mom", Language::EnUs), None);
    }

    #[test]
    fn a_computer_has_a_program_in_britain_too() {
        let stays = |sentence: &str| {
            let document = Document::of_body(sentence);
            let mut tokens = document.tokens.iter();
            let at = tokens.position(|token| token.folded.starts_with("program"));
            may_stay(&document, at.unwrap())
        };
        assert!(stays("I wrote two programs in Python."));
        assert!(stays("I can program a boiler."));
        assert!(!stays("I liked the program. The software is new."));
    }
}
