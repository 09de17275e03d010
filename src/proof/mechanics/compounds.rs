//! One word that was written as two.

use std::sync::LazyLock;

use crate::diagnostic::Level;
use crate::language::Lists;
use crate::proof::Page;
use crate::proof::document::Document;
use crate::proof::finding::Findings;
use crate::proof::forms::{kinds, single_of};
use crate::proof::registry::known as rule;
use crate::proof::spelling::is_common;
use crate::proof::token::Token;

static WORDS: LazyLock<Lists> = LazyLock::new(|| Lists::read(include_str!("compounds.txt")));

/// Looks for two words that are one.
pub(super) fn check(page: &Page<'_>, findings: &mut Findings<'_>) {
    let document = page.document;
    let rule = rule("split-words");
    let mut whole = String::new();
    for at in 0..document.tokens.len().saturating_sub(1) {
        if !may_be_one(document, at) {
            continue;
        }
        let (first, second) = (&document.tokens[at], &document.tokens[at + 1]);
        whole.clear();
        whole.push_str(&first.folded);
        whole.push_str(&second.folded);
        let level = match WORDS.has("one-word", &whole) {
            true if !stays_two(document, at, &whole) => Level::Error,
            false if is_broken(page, at, &whole) => Level::Error,
            false if is_compound(document, at, &whole) => Level::Warning,
            _ => continue,
        };
        let range = first.range.start..second.range.end;
        let words = document.words(&range);
        let message = format!("“{words}” is one word");
        let put: String = words.split_whitespace().collect();
        findings.add(rule, &range, message).at(level).suggest(put);
    }
}

/// Whether a token and the next are words of one sentence with nothing but a space between, and no
/// part of a longer word with hyphens (`in-memory`).
fn may_be_one(document: &Document, at: usize) -> bool {
    let (first, second) = (&document.tokens[at], &document.tokens[at + 1]);
    let small = || {
        let word = document.words(&second.range);
        word.starts_with(char::is_lowercase)
    };
    let hyphen = |token: usize| {
        let token = document.tokens.get(token);
        token.is_some_and(|token| token.folded == "-" && !token.spaced)
    };
    first.is_word()
        && second.is_word()
        && second.spaced
        && small()
        && !document.quoted[at]
        && !hyphen(at + 2)
        && !at.checked_sub(1).is_some_and(hyphen)
        // The next word may belong to another zone.
        && document.sentence_of(at) == document.sentence_of(at + 1)
}

/// Whether one of two is a piece of a word that hardly ever stands alone, and both are one:
/// `re main`, `off er`.
fn is_broken(page: &Page<'_>, at: usize, whole: &str) -> bool {
    let tokens = &page.document.tokens[at..at + 2];
    let is_short_form = |token: &Token| {
        let word = page.document.words(&token.range);
        word.chars().all(char::is_uppercase)
    };
    let begins = WORDS.has("heads", &tokens[0].folded) && !is_short_form(&tokens[0]);
    let piece = begins || WORDS.has("tails", &tokens[1].folded);
    let whole = whole.strip_suffix("'s").unwrap_or(whole);
    let vouched = || {
        tokens
            .iter()
            .any(|token| page.proof.known.has(&token.folded))
    };
    piece && is_common(whole, page.language()) && !vouched()
}

/// Whether the words around two make them two: `in side by side`.
fn stays_two(document: &Document, at: usize, whole: &str) -> bool {
    let is = |list: &str, token: Option<usize>| {
        let token = token.and_then(|token| document.tokens.get(token));
        token.is_some_and(|token| WORDS.has(list, &format!("{whole}/{}", token.folded)))
    };
    is("before", Some(at + 2)) || is("behind", at.checked_sub(1))
}

/// Whether two nouns are one by the dictionary: `book shelf`.
///
/// A noun that may be a verb has to stand where a noun begins, since `the sun sets` and `they book
/// shelves` are two words each.
fn is_compound(document: &Document, at: usize, whole: &str) -> bool {
    let word = |token: usize| document.tokens.get(token).map_or("", |token| &token.folded);
    let (first, second) = (word(at), word(at + 1));
    if first.len() < 3 || second.len() < 3 {
        return false;
    }
    let several = single_of(whole);
    if several.is_none() && !kinds(whole).noun {
        return false;
    }
    let listed = |word: &str| WORDS.has("no-nouns", word);
    if listed(first) || listed(second) || WORDS.has("often-two", whole) {
        return false;
    }
    let before = kinds(first);
    let doers = || second.strip_suffix('s').filter(|one| is_doer(one));
    let one = single_of(second).or_else(|| doers().map(str::to_owned));
    let after = kinds(one.as_deref().unwrap_or(second));
    let is_noun = after.noun || is_doer(one.as_deref().unwrap_or(second));
    let led = at.checked_sub(1).is_some_and(|before| {
        let lead = word(before);
        WORDS.has("leads", lead) || kinds(lead).adjective && !kinds(lead).verb
    });
    let acts = after.verb && one.is_some();
    let crowd = after.verb && WORDS.has("crowds", first);
    let then = || WORDS.has("then", word(at + 2));
    before.noun
        && !before.adjective
        && is_noun
        && several.is_some() == one.is_some()
        && (led || !before.verb)
        && !crowd
        && !(acts && !(led && then()))
}

/// Whether a word names somebody by what they do: `seller`, `maker`.
fn is_doer(word: &str) -> bool {
    let stem = word.strip_suffix("er").filter(|stem| stem.len() > 2);
    stem.is_some_and(|stem| kinds(stem).verb || kinds(&format!("{stem}e")).verb)
}

#[cfg(test)]
mod tests {
    use super::super::tests::{none, one};

    #[test]
    fn two_nouns_that_the_dictionary_joins_are_one_word() {
        one(
            "The book shelf was full.",
            "split-words",
            "book shelf",
            "bookshelf",
        );
        one(
            "The fire place is lovely.",
            "split-words",
            "fire place",
            "fireplace",
        );
        one(
            "I was a book seller once.",
            "split-words",
            "book seller",
            "bookseller",
        );
        none("The sun set behind the hill. The team work hard. They book shelves for a year.");
        none("The shop keeps a list. The frame works. The hand moves on.");
        none("The tall house was loud. The health care was good.");
    }

    #[test]
    fn a_piece_of_a_word_belongs_to_its_neighbour() {
        one("I re main glad.", "split-words", "re main", "remain");
        one("I read the off er twice.", "split-words", "off er", "offer");
        one(
            "The fore man’s stories.",
            "split-words",
            "fore man’s",
            "foreman’s",
        );
        none("The de facto head. A pro team came. I ring the ex boss. Er, I know.");
    }

    #[test]
    fn the_words_around_two_may_keep_them_apart() {
        one(
            "We went in side the barn.",
            "split-words",
            "in side",
            "inside",
        );
        none("We stood in side by side rows. I had no body of work. You mean while I was there.");
        none("It is an in-side job for with-out help.");
    }
}
