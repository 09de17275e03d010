//! What somebody has and what somebody did: how a qualification is spoken of.

use super::{LISTS, Word, words};

/// Whether a text says what somebody does not have: `no degree, but …`.
pub(in crate::letter) fn is_negative(text: &str) -> bool {
    words(text)
        .next()
        .is_some_and(|word| LISTS.has("negative", &word))
}

/// Whether a noun phrase goes on after "I have": working Portuguese does, and what somebody did
/// does not (`my years on the committee`, `three closed projects`, `a summer at the cannery`).
pub(in crate::letter) fn is_had(text: &str) -> bool {
    // What stands behind a comma is told of it: `the exam, passed in October`.
    let thing = text.split(", ").next().unwrap_or_default();
    let tokens: Vec<Word<'_>> = words(thing).collect();
    let Some(first) = tokens.first() else {
        return false;
    };
    let ends = |word: &&Word<'_>| !LISTS.has("after-nouns", word);
    let head = tokens[1..].iter().take_while(ends).last();
    let head = head.unwrap_or(first);
    let is_theirs = matches!(first.as_ref(), "my" | "our" | "how" | "being" | "having");
    !is_number(first) && !begins_doing(first) && !is_theirs && !LISTS.has("done", head)
}

/// A thing that the sender did or has, as a letter mentions it: `my hands-on time`, `my four years`,
/// where it begins with no word of its own that tells whose.
pub(in crate::letter) fn as_mine(text: &str) -> String {
    let first = words(text).next().unwrap_or_default();
    if is_number(&first) {
        return format!("my {text}");
    }
    // "We did not get to running a food bank" is something else.
    if begins_doing(&first) {
        return format!("my experience in {text}");
    }
    // "We did not get to a module" does not say that one has it.
    for article in ["a ", "an "] {
        if let Some(rest) = text.strip_prefix(article) {
            return format!("my {rest}");
        }
    }
    let is_told = first.ends_with("'s")
        || LISTS.has("determiners", &first)
        || LISTS.has("questions", &first)
        || LISTS.has("after-nouns", &first)
        || LISTS.has("adverbs", &first)
        || first == "more"
        || LISTS.has("subjects", &first);
    if is_told {
        text.to_owned()
    } else {
        format!("my {text}")
    }
}

/// A tongue that somebody reads or speaks, as something to have: `a reading knowledge of Dutch`.
pub(in crate::letter) fn knowledge(text: &str) -> Option<String> {
    let (first, rest) = text.split_once(' ')?;
    let doing = first.to_lowercase();
    // `reading Dutch and palaeography` is two things.
    let is_tongue = matches!(doing.as_ref(), "reading" | "speaking" | "writing")
        && rest.starts_with(char::is_uppercase)
        && !words(rest).any(|word| word == "and");
    is_tongue.then(|| format!("a {doing} knowledge of {rest}"))
}

/// Whether a word is a number: `12`, `three`.
fn is_number(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit()) || LISTS.has("numbers", word)
}

/// Whether a first word in -ing tells what somebody did: `running`, not `working` Portuguese.
fn begins_doing(first: &str) -> bool {
    first.ends_with("ing") && !LISTS.has("had-ing", first)
}

/// Whether a text is a whole sentence of the writer's own rather than a fragment: `I have …`.
pub(in crate::letter) fn is_own_sentence(text: &str) -> bool {
    let first = words(text).next().unwrap_or_default();
    matches!(first.as_ref(), "i" | "i'm" | "i've" | "i'd" | "i'll")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_done_is_mentioned_as_mine() {
        for (typed, said) in [
            ("three closed projects", "my three closed projects"),
            ("hands-on time as a framer", "my hands-on time as a framer"),
            (
                "running a food bank",
                "my experience in running a food bank",
            ),
            ("a summer at the cannery", "my summer at the cannery"),
            ("the exam in October", "the exam in October"),
        ] {
            assert_eq!(as_mine(typed), said);
        }
    }

    #[test]
    fn a_tongue_is_known() {
        let known = knowledge("reading Dutch");
        assert_eq!(known.as_deref(), Some("a reading knowledge of Dutch"));
        assert_eq!(knowledge("reading Dutch and palaeography"), None);
        assert_eq!(knowledge("running a food bank"), None);
        assert_eq!(knowledge("reading circles for children"), None);
    }

    #[test]
    fn what_was_done_is_not_had() {
        for had in [
            "working Portuguese",
            "a confined space rescue ticket",
            "experience with union drives",
            "the Level 3 certificate",
        ] {
            assert!(is_had(had), "{had}");
        }
        for done in [
            "my years on the joint health and safety committee",
            "three closed FEMA public assistance projects",
            "a summer at the cannery",
            "the FPC exam, passed on October 30",
            "12 volumes of maps",
            "running a food bank",
        ] {
            assert!(!is_had(done), "{done}");
        }
    }
}
