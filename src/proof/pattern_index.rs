//! All patterns under words that they need, so that a letter is read once for all of them.

use std::collections::HashMap;

use super::document::Document;
use super::pattern::{Atom, Element, Match, Pattern, Sentence};

/// Patterns under a word that each match has, so that a letter is read once for all of them.
#[derive(Debug, Default)]
pub(super) struct Index {
    patterns: Vec<Pattern>,
    /// By that word: the pattern, and how many tokens behind its beginning the word stands.
    by_word: HashMap<String, Vec<(usize, usize)>>,
    /// Those without such a word.
    others: Vec<(usize, usize)>,
}

impl Index {
    /// Adds a pattern; gives its number.
    pub(super) fn add(&mut self, pattern: Pattern) -> usize {
        let number = self.patterns.len();
        match pattern.anchor() {
            Some((behind, words)) => {
                for word in words {
                    let under = self.by_word.entry(word.to_owned()).or_default();
                    // A word that a pattern lists twice is one.
                    if under.last() != Some(&(number, behind)) {
                        under.push((number, behind));
                    }
                }
            }
            None => self.others.push((number, 0)),
        }
        self.patterns.push(pattern);
        number
    }

    /// Every place of a document where a pattern matches, with the pattern's number, in the order of
    /// the document and, at one place, of the patterns.
    pub(super) fn find(&self, document: &Document) -> Vec<(usize, Match)> {
        let mut found = Vec::new();
        let mut places = Vec::new();
        for range in &document.sentences {
            let sentence = Sentence {
                text: document.text.plain(),
                tokens: &document.tokens,
                range: range.clone(),
            };
            for at in range.clone() {
                let under = self.by_word.get(&document.tokens[at].folded);
                let under = under.map_or(&[][..], Vec::as_slice);
                for (number, behind) in under.iter().chain(&self.others) {
                    let Some(start) = at.checked_sub(*behind).filter(|at| *at >= range.start)
                    else {
                        continue;
                    };
                    if let Some(matched) =
                        self.patterns[*number].find_at(&sentence, start, &mut places)
                    {
                        found.push((*number, matched));
                    }
                }
            }
        }
        found.sort_by_key(|(number, matched): &(usize, Match)| (matched.whole.start, *number));
        found
    }
}

impl Pattern {
    /// The words one of which stands in every match, and how many tokens behind its beginning;
    /// `None` where no word stands at a fixed place.
    ///
    /// Of several elements the one that a letter has least often is taken: words that are named go
    /// before classes, which are many, and both before the words that every sentence has.
    fn anchor(&self) -> Option<(usize, Vec<&str>)> {
        let mut best: Option<(u8, usize, Vec<&str>)> = None;
        let mut behind = 0;
        for element in &self.elements {
            match element {
                Element::Start => {}
                Element::One {
                    any_of,
                    negated,
                    optional: false,
                    ..
                } => {
                    let words: Option<Vec<_>> = any_of.iter().map(Atom::words).collect();
                    if let Some(words) = words.filter(|_| !negated) {
                        let is_class = any_of.iter().any(|atom| atom.word().is_none());
                        let words = words.concat();
                        let is_common = words.iter().any(|word| COMMON.contains(word));
                        let often = 2 * u8::from(is_common) + u8::from(is_class);
                        if best.as_ref().is_none_or(|best| often < best.0) {
                            best = Some((often, behind, words));
                        }
                    }
                    behind += 1;
                }
                _ => break,
            }
        }
        best.map(|(_, behind, words)| (behind, words))
    }
}

impl Atom {
    /// The one word it matches in any case; `None` where there are several.
    fn word(&self) -> Option<&str> {
        match self {
            Self::Word(word) => Some(word),
            _ => None,
        }
    }

    /// All words it matches in any case; `None` where nobody can list them.
    fn words(&self) -> Option<Vec<&str>> {
        match self {
            Self::Word(word) => Some(vec![word]),
            Self::Class(words) => Some(words.iter().map(String::as_str).collect()),
            _ => None,
        }
    }
}

/// The words and marks that stand in every other sentence of a letter.
const COMMON: [&str; 40] = [
    ",", ".", "-", "\"", "i", "you", "your", "we", "it", "they", "he", "she", "my", "me", "the",
    "a", "an", "this", "that", "to", "of", "in", "on", "at", "for", "with", "about", "and", "but",
    "or", "as", "be", "is", "are", "was", "were", "have", "has", "had", "not",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::proof::pattern::WordLists;

    #[test]
    fn a_pattern_is_kept_under_the_first_word_that_has_to_be_there() {
        let anchor = |text: &str| {
            let pattern = Pattern::parse(text, &WordLists::new()).ok()?;
            let (behind, words) = pattern.anchor()?;
            Some((behind, words.join(" ")))
        };
        assert_eq!(anchor("^ !a|b [its|his] one"), Some((1, "its his".into())));
        assert_eq!(anchor("the its of"), Some((1, "its".into())));
        assert_eq!(anchor("a? b"), None);
        assert_eq!(anchor("*ing ... b"), None);
    }
}
