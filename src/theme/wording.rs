//! Mends at the edges of a fragment: a stray capital, a full stop too many or too few.

use std::sync::LazyLock;

use crate::language::{Lists, keeps_stop};

/// First words that lose their capital inside a sentence.
static WORDS: LazyLock<Lists> = LazyLock::new(|| Lists::read(include_str!("wording.txt")));

/// The text as a sentence: its first letter in upper case, a full stop where no mark ends it.
pub fn sentence(text: &str) -> String {
    finished(&capitalised(text.trim()))
}

/// The text with a full stop, unless it ends in one or in `?` or `!` (also inside quotation marks).
pub fn finished(text: &str) -> String {
    let text = text.trim();
    if text.is_empty() || ends_sentence(text) {
        return text.to_owned();
    }
    match text.strip_suffix([',', ';', ':']) {
        Some(text) => format!("{text}."),
        None => format!("{text}."),
    }
}

/// Whether a sentence ends with the text: `.`, `?`, `!` or `…`, before any closing marks.
pub fn ends_sentence(text: &str) -> bool {
    text.trim_end()
        .trim_end_matches(['"', '\'', '”', '’', ')', ']', '»'])
        .ends_with(['.', '?', '!', '…', '。', '？', '！'])
}

/// The text as it stands inside a sentence.
///
/// A capital goes only where the first word is one that has none inside a sentence (`The`, `You`),
/// or an article before a word in lower case (`A licence`, not `A Coruña`). A full stop goes only
/// where it ends no short form (`Inc.`) and is no ellipsis; a comma, semicolon or colon always.
pub fn clause(text: &str) -> String {
    let text = text.trim();
    let text = if is_entity(text) {
        text
    } else {
        text.trim_end_matches(|c: char| matches!(c, ',' | ';' | ':') || c.is_whitespace())
    };
    let text = match text.strip_suffix('.') {
        Some(rest) if !rest.ends_with('.') && !keeps_stop(text) => rest,
        _ => text,
    };
    let first: String = text.chars().take_while(|c| c.is_alphabetic()).collect();
    let rest = &text[first.len()..];
    let next = rest.chars().next();
    let stands_alone = next.is_none_or(|c| c.is_whitespace() || matches!(c, ',' | '’' | '\''));
    let before_lower = rest
        .strip_prefix(' ')
        .is_some_and(|rest| rest.starts_with(char::is_lowercase));
    let is_stray = stands_alone && WORDS.has("lower", &first)
        || before_lower && WORDS.has("lower-before-lower", &first);
    if is_stray {
        return format!("{}{rest}", first.to_lowercase());
    }
    text.to_owned()
}

/// Whether a text ends in a character reference, such as `&amp;`, whose semicolon is its own.
fn is_entity(text: &str) -> bool {
    let word = text
        .strip_suffix(';')
        .and_then(|text| text.rsplit_once('&'));
    word.is_some_and(|(_, name)| {
        !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || c == '#')
    })
}

fn capitalised(text: &str) -> String {
    let at = text
        .char_indices()
        .find(|(_, c)| !matches!(c, '"' | '\'' | '“' | '‘' | '(' | '['))
        .map_or(0, |(at, _)| at);
    let word: String = text[at..]
        .chars()
        .take_while(|c| c.is_alphanumeric())
        .collect();
    // A word with a capital inside is written that way on purpose: `iPad`, `dbt` is not known.
    if word.chars().skip(1).any(char::is_uppercase) {
        return text.to_owned();
    }
    let mut chars = text[at..].chars();
    match chars.next() {
        Some(first) => {
            let upper: String = first.to_uppercase().collect();
            format!("{}{upper}{}", &text[..at], chars.as_str())
        }
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_gets_its_capital_and_its_stop_once() {
        assert_eq!(sentence("the benches are old"), "The benches are old.");
        assert_eq!(sentence("Is it?"), "Is it?");
        assert_eq!(sentence("she said “stop.”"), "She said “stop.”");
        assert_eq!(sentence("iPads are in"), "iPads are in.");
        assert_eq!(sentence("“quiet” hours"), "“Quiet” hours.");
        assert_eq!(sentence("one, "), "One.");
        assert_eq!(sentence(""), "");
    }

    #[test]
    fn a_clause_loses_only_what_is_certainly_stray() {
        assert_eq!(clause("The benches are old."), "the benches are old");
        assert_eq!(clause("Rust is new."), "Rust is new");
        assert_eq!(clause("you sell to Acme Inc."), "you sell to Acme Inc.");
        assert_eq!(clause("it starts at 9 a.m."), "it starts at 9 a.m.");
        assert_eq!(clause("and so on..."), "and so on...");
        assert_eq!(clause("I left"), "I left");
        assert_eq!(clause("You’re growing"), "you’re growing");
        assert_eq!(clause("The-Bench is a firm"), "The-Bench is a firm");
        assert_eq!(clause("A Coruña is home"), "A Coruña is home");
        // An article kept its capital, and marks of the end met those of the phrase.
        assert_eq!(clause("A licence."), "a licence");
        assert_eq!(clause("A"), "A");
        assert_eq!(clause("Your trailing;"), "your trailing");
        assert_eq!(clause("so: , "), "so");
        assert_eq!(clause("Is it all?"), "is it all?");
    }
}
