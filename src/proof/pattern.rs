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

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use super::document::Document;
use super::forms::Form;
use super::lexicon::{Class, class};
use super::token::{Shape, Token};

/// How many words `...` passes over at most.
const GAP: usize = 4;

/// A pattern that can be looked for.
#[derive(Debug, Clone)]
pub(super) struct Pattern {
    elements: Vec<Element>,
    /// The elements that a finding points at.
    pointed: Range<usize>,
}

#[derive(Debug, Clone)]
enum Element {
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

#[derive(Debug, Clone, PartialEq, Eq)]
enum Atom {
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
    /// Reads a pattern.
    ///
    /// # Errors
    /// What is wrong with it, in words.
    pub(super) fn parse(text: &str, lists: &WordLists) -> Result<Self, String> {
        let mut elements = Vec::new();
        let mut pointed = None;
        let mut opened = None;
        for piece in text.split_whitespace() {
            let mut piece = piece;
            if let Some(rest) = piece.strip_prefix('[') {
                opened = Some(elements.len());
                piece = rest;
            }
            let closes = piece.len() > 1 && piece.ends_with(']');
            if closes {
                piece = &piece[..piece.len() - 1];
            }
            elements.push(element(piece, lists)?);
            if closes {
                let from = opened.take().ok_or("`]` closes nothing")?;
                pointed = Some(from..elements.len());
            }
        }
        if opened.is_some() {
            return Err("`[` is never closed".to_owned());
        }
        if !elements.iter().any(|element| {
            matches!(
                element,
                Element::One {
                    optional: false,
                    negated: false,
                    ..
                }
            )
        }) {
            return Err("nothing in it has to be there".to_owned());
        }
        Ok(Self {
            pointed: pointed.unwrap_or(0..elements.len()),
            elements,
        })
    }

    /// Looks for the pattern in a sentence, from one token on; `places` is room to work in.
    fn find_at(
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

/// The words and marks that stand in every other sentence of a letter.
const COMMON: [&str; 40] = [
    ",", ".", "-", "\"", "i", "you", "your", "we", "it", "they", "he", "she", "my", "me", "the",
    "a", "an", "this", "that", "to", "of", "in", "on", "at", "for", "with", "about", "and", "but",
    "or", "as", "be", "is", "are", "was", "were", "have", "has", "had", "not",
];

/// A sentence to look in.
struct Sentence<'a> {
    text: &'a str,
    /// The tokens of the whole document.
    tokens: &'a [Token],
    range: Range<usize>,
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

fn element(piece: &str, lists: &WordLists) -> Result<Element, String> {
    match piece {
        "^" => return Ok(Element::Start),
        "$" => return Ok(Element::End),
        "..." => return Ok(Element::Gap),
        "" | "[" | "]" => return Err("brackets stand at words, without a space".to_owned()),
        _ => {}
    }
    let optional = piece.len() > 1 && piece.ends_with('?');
    let piece = if optional {
        &piece[..piece.len() - 1]
    } else {
        piece
    };
    let negated = piece.len() > 1 && piece.starts_with('!');
    let piece = if negated { &piece[1..] } else { piece };
    // A `!` beside a `|` is the mark.
    let behind = |at: usize| piece.get(at + 1..).unwrap_or_default();
    let split = piece.match_indices('!').map(|(at, _)| at).find(|at| {
        *at > 0
            && !piece[..*at].ends_with('|')
            && !matches!(behind(*at).chars().next(), None | Some('|'))
    });
    let (piece, except) = match split {
        Some(at) => (&piece[..at], atoms(behind(at), lists)?),
        None => (piece, Vec::new()),
    };
    Ok(Element::One {
        any_of: atoms(piece, lists)?,
        except,
        negated,
        optional,
    })
}

/// Reads words parted by `|`, lists among them.
fn atoms(piece: &str, lists: &WordLists) -> Result<Vec<Atom>, String> {
    let mut atoms = Vec::new();
    for word in piece.split('|') {
        match word.strip_prefix('@') {
            Some(name) if !name.is_empty() => {
                let words = lists.get(name);
                let words = words.ok_or_else(|| format!("there is no list `{name}`"))?;
                atoms.extend(words.iter().map(|word| atom(word)));
            }
            None if word.len() > 1 && word.starts_with('+') => {
                let words = class(&word[1..]);
                let words = words.ok_or_else(|| format!("there is no class `{word}`"))?;
                atoms.push(Atom::Class(words));
            }
            None if word.len() > 1 && word.starts_with('~') => {
                let form = Form::named(&word[1..]);
                let form = form.ok_or_else(|| format!("there is no form `{word}`"))?;
                atoms.push(Atom::Form(form));
            }
            _ if word.is_empty() => return Err(format!("`{piece}` lacks a word beside `|`")),
            _ => atoms.push(atom(word)),
        }
    }
    Ok(atoms)
}

fn atom(word: &str) -> Atom {
    if word.len() > 1 {
        if let Some(exact) = word.strip_prefix('=') {
            return Atom::Exact(exact.to_owned());
        }
        if let Some(end) = word.strip_prefix('*') {
            return Atom::Suffix(end.to_lowercase());
        }
        if let Some(start) = word.strip_suffix('*') {
            return Atom::Prefix(start.to_lowercase());
        }
    }
    match word {
        "*" => Atom::Any,
        "#" => Atom::Number,
        "Aa" => Atom::Capital,
        _ => Atom::Word(word.to_lowercase()),
    }
}

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
