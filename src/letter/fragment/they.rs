//! Whom a clause that begins with "they" speaks of.

use super::{LISTS, Word, plain, words};

/// Whom a clause that begins with "they" speaks of, told to somebody.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::letter) enum They {
    /// Nobody, or those whom the topic names.
    Named,
    /// Those who spoke: the clause as said to them.
    Reader(String),
    /// It may be anybody.
    Unsure,
}

/// Whom `they have had families ask for it` means after a topic.
pub(in crate::letter) fn who_are_they(text: &str, topic: &str) -> They {
    let mut tokens = words(text);
    let first = tokens.next().unwrap_or_default();
    if !matches!(
        first.as_ref(),
        "they" | "they're" | "they've" | "they'd" | "they'll" | "their"
    ) {
        return They::Named;
    }
    // A name in `s`, such as Christmas, is nobody.
    let is_small = |token: &&str| token.starts_with(|c: char| !c.is_uppercase());
    let is_many = |word: Word<'_>| {
        let is_plural = word.len() > 3 && word.ends_with('s') && !word.ends_with("ss");
        LISTS.has("many", &word)
            || is_plural && !word.ends_with("'s") && !LISTS.has("not-verbs", &word)
    };
    let mut named = topic.split_whitespace().filter(is_small).map(plain);
    if named.any(is_many) {
        return They::Named;
    }
    let does = tokens.next().unwrap_or_default();
    if first == "they" && !LISTS.has("of-a-firm", &does) || first == "their" {
        return They::Unsure;
    }
    let each = text.split(' ').map(|token| {
        let word = plain(token);
        let you = match word.as_ref() {
            "they" => "you",
            "they're" => "you're",
            "they've" => "you've",
            "they'd" => "you'd",
            "they'll" => "you'll",
            "their" => "your",
            "themselves" => "yourselves",
            _ => return token.to_owned(),
        };
        let small = token.to_lowercase().replace('’', "'");
        small.replacen(word.as_ref(), you, 1)
    });
    They::Reader(each.collect::<Vec<_>>().join(" "))
}

/// Whether a topic speaks of somebody for whom nothing in it stands: `when they shout`.
pub(in crate::letter) fn is_nobody(topic: &str) -> bool {
    let is_pronoun = |word: &str| {
        matches!(
            word,
            "they" | "them" | "their" | "he" | "him" | "she" | "they're" | "they've" | "they'd"
        )
    };
    let tokens: Vec<Word<'_>> = words(topic).collect();
    let Some(at) = tokens.iter().position(|word| is_pronoun(word)) else {
        return false;
    };
    let is_somebody = |word: &Word<'_>| {
        let is_plural = word.len() > 3 && word.ends_with('s') && !word.ends_with("ss");
        let does = word.len() > 4 && (word.ends_with("er") || word.ends_with("or"));
        let many = LISTS.has("many", word) || LISTS.has("people", word);
        many || does || is_plural && !LISTS.has("not-verbs", word)
    };
    !tokens[..at].iter().any(is_somebody)
}

/// Whether a clause is a maxim whose "you" may be anybody: `you write it for the barrister who hates
/// you`.
pub(in crate::letter) fn is_of_anybody(text: &str) -> bool {
    let tokens: Vec<Word<'_>> = words(text).collect();
    let [first, .., last] = tokens.as_slice() else {
        return false;
    };
    first == "you" && last == "you"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn they_are_those_who_spoke_unless_somebody_was_named() {
        let asked = "they have had families ask for it";
        assert_eq!(
            who_are_they(asked, "moving the unit to before Christmas"),
            They::Reader("you have had families ask for it".to_owned())
        );
        assert_eq!(who_are_they(asked, "what the schools want"), They::Named);
        assert_eq!(
            who_are_they("they come for the wifi", "the reading room"),
            They::Unsure
        );
        assert_eq!(who_are_they("the board meets", "the date"), They::Named);
        assert!(is_nobody("keeping calm when they shout about the router"));
        for named in [
            "getting a visiting speaker paid before they retire",
            "the drivers and their routes",
            "the old kiln",
        ] {
            assert!(!is_nobody(named), "{named}");
        }
    }
}
