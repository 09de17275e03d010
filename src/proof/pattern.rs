//! Patterns over words: what the data files of the rules are written in.
//!
//! A pattern is a line of elements parted by spaces, each for one word or mark of a sentence:
//!
//! | element | matches |
//! |---|---|
//! | `form` | the word, in any case |
//! | `a\|b\|c` | one of them |
//! | `*ing`, `un*`, `*` | a word that ends so, begins so; any word |
//! | `=i` | the word in exactly this case |
//! | `!a\|b` | a word that is none of these; also no word at all at the end of a sentence |
//! | `*s!*ss\|is` | a word of the first kind that is none behind the `!` |
//! | `@days` | a word of the list `days` of the same file |
//! | `+noun` | a word of a class of `lexicon.txt`: `noun`, `nouns`, `mass`, `verb`, `verbs`, `ing`, `past`, `participle`, `adjective` |
//! | `~plural` | a word that is by the dictionary a form of this kind and of no other: `single` and `plural` nouns, `base` and `past` of verbs; `~noun`: one that may be a noun |
//! | `#` | a number |
//! | `Aa` | a word with a capital |
//! | `,` `.` `?` `;` `:` `"` `-` | the mark |
//! | `^`, `$` | the beginning, the end of a sentence |
//! | `very?` | the same, or nothing |
//! | `...` | up to four words or marks |
//!
//! Brackets around some elements say what a finding points at: `i [look] forward to hear`. Without
//! brackets it is the whole.

use std::collections::BTreeMap;
use std::ops::Range;

use super::forms::Form;
use super::lexicon::Class;
use super::token::{Shape, Token};

/// How many words `...` passes over at most.
const GAP: usize = 4;

/// A pattern that can be looked for.
#[derive(Debug, Clone)]
pub(super) struct Pattern {
    pub(super) elements: Vec<Element>,
    /// The elements that a finding points at.
    pub(super) pointed: Range<usize>,
}

/// What one piece of a pattern asks for.
#[derive(Debug, Clone)]
pub(super) enum Element {
    One {
        any_of: Vec<Atom>,
        /// Words that it does not take in spite of `any_of`.
        except: Vec<Atom>,
        negated: bool,
        optional: bool,
    },
    Gap,
    Start,
    End,
}

/// What one word has to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Atom {
    Any,
    Capital,
    Number,
    Word(String),
    Exact(String),
    Prefix(String),
    Suffix(String),
    Class(Class),
    Form(Form),
}

/// The named lists of words of a file.
pub(super) type WordLists = BTreeMap<String, Vec<String>>;

/// Where a pattern was found, in tokens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Match {
    /// All of it.
    pub(super) whole: Range<usize>,
    /// What the finding points at.
    pub(super) pointed: Range<usize>,
}

impl Pattern {
    /// Looks for the pattern in a sentence, from one token on; `places` is room to work in.
    pub(super) fn find_at(
        &self,
        sentence: &Sentence<'_>,
        start: usize,
        places: &mut Vec<usize>,
    ) -> Option<Match> {
        places.resize(self.elements.len() + 1, start);
        if !self.rest(sentence, 0, start, places) {
            return None;
        }
        Some(Match {
            whole: start..places[self.elements.len()],
            pointed: places[self.pointed.start]..places[self.pointed.end],
        })
    }

    /// Whether the elements from `element` on match from `at` on; notes where each begins.
    fn rest(
        &self,
        sentence: &Sentence<'_>,
        element: usize,
        at: usize,
        places: &mut [usize],
    ) -> bool {
        places[element] = at;
        let Some(wanted) = self.elements.get(element) else {
            return true;
        };
        let next = sentence.tokens.get(at).filter(|_| at < sentence.range.end);
        match wanted {
            Element::Start => {
                at == sentence.range.start && self.rest(sentence, element + 1, at, places)
            }
            Element::End => next.is_none() && self.rest(sentence, element + 1, at, places),
            Element::Gap => (at..=sentence.range.end.min(at + GAP))
                .any(|at| self.rest(sentence, element + 1, at, places)),
            Element::One {
                any_of,
                except,
                negated,
                optional,
            } => {
                let takes = match next {
                    Some(token) => {
                        let word = &sentence.text[token.range.clone()];
                        let is_one = |of: &[Atom]| of.iter().any(|atom| atom.matches(token, word));
                        is_one(any_of) != *negated && !is_one(except)
                    }
                    // Behind the end of a sentence stands none of the words.
                    None if *negated => return self.rest(sentence, element + 1, at, places),
                    None => false,
                };
                takes && self.rest(sentence, element + 1, at + 1, places)
                    || *optional && self.rest(sentence, element + 1, at, places)
            }
        }
    }
}

/// A sentence to look in.
pub(super) struct Sentence<'a> {
    pub(super) text: &'a str,
    /// The tokens of the whole document.
    pub(super) tokens: &'a [Token],
    pub(super) range: Range<usize>,
}

impl Atom {
    fn matches(&self, token: &Token, word: &str) -> bool {
        let wordlike = token.shape != Shape::Mark;
        match self {
            Self::Any => wordlike,
            Self::Capital => wordlike && word.starts_with(char::is_uppercase),
            Self::Number => token.shape == Shape::Number,
            Self::Word(wanted) => token.folded == *wanted,
            Self::Exact(wanted) => word == wanted,
            Self::Prefix(start) => token.folded.starts_with(start.as_str()),
            Self::Suffix(end) => {
                token.folded.len() > end.len() && token.folded.ends_with(end.as_str())
            }
            Self::Class(words) => wordlike && words.contains(&token.folded),
            Self::Form(form) => token.shape == Shape::Word && form.has(&token.folded),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::proof::token::tokens;

    fn finds(pattern: &str, text: &str) -> bool {
        let Ok(pattern) = Pattern::parse(pattern, &WordLists::new()) else {
            return false;
        };
        let tokens = tokens(text, 0..text.len());
        let sentence = Sentence {
            text,
            tokens: &tokens,
            range: 0..tokens.len(),
        };
        (0..tokens.len()).any(|at| pattern.find_at(&sentence, at, &mut Vec::new()).is_some())
    }

    #[test]
    fn an_element_takes_none_of_the_words_behind_its_mark() {
        assert!(finds("two *s!*ss|is", "two rows"));
        assert!(!finds("two *s!*ss|is", "two class"));
        assert!(!finds("two *s!*ss|is", "two is"));
        assert!(!finds("two !*ss", "two class"));
        assert!(finds("two .|!|;", "two!"));
    }
}
