//! What a fragment is by its words: a clause with a verb of its own, or a thing.

use super::{Form, LISTS, Word, words};

pub(super) fn as_thing(text: &str) -> (String, Form) {
    let text = text.strip_prefix("about ").unwrap_or(text);
    let inner = ["that ", "because ", "since "]
        .iter()
        .find_map(|start| text.strip_prefix(start));
    let clause = inner.filter(|rest| is_clause(rest)).unwrap_or(text);
    if clause == text && !starts_clause(text) && !is_surely_a_clause(text) {
        return (text.to_owned(), Form::Thing);
    }
    // `you told me that the boiler is from 1961` is a clause about what they said.
    let mut each = clause.splitn(3, ' ');
    let (_, verb, rest) = (
        each.next(),
        each.next().unwrap_or_default(),
        each.next().unwrap_or_default(),
    );
    if LISTS.has("told", verb) && !clause.starts_with("I ") {
        let rest = rest
            .strip_prefix("me ")
            .or(rest.strip_prefix("us "))
            .unwrap_or(rest);
        let rest = rest.strip_prefix("that ").unwrap_or(rest);
        return if is_clause(rest) {
            (rest.to_owned(), Form::Clause)
        } else {
            (
                rest.strip_prefix("about ").unwrap_or(rest).to_owned(),
                Form::Thing,
            )
        };
    }
    (format!("how {clause}"), Form::Thing)
}

pub(super) fn as_clause(text: &str) -> (String, Form) {
    let said = text.strip_prefix("that ");
    // `that two thirds change nothing`: behind "that" no noun takes another determiner.
    let is_said = said.and_then(|rest| words(rest).next());
    let is_said = is_said.is_some_and(|first| LISTS.has("determiners", &first));
    let text = said.unwrap_or(text);
    if is_said || is_clause(text) {
        return (text.to_owned(), Form::Clause);
    }
    (
        text.strip_prefix("about ").unwrap_or(text).to_owned(),
        Form::Thing,
    )
}

fn starts_clause(text: &str) -> bool {
    let first = words(text).next().unwrap_or_default();
    // `you singing it back to me` is a thing, for all its subject.
    let verb = words(text).nth(1);
    LISTS.has("subjects", &first)
        && verb.is_some_and(|verb| verb.len() < 6 || !verb.ends_with("ing"))
}

/// Whether a text has a subject and a verb of its own, as far as its words tell; where they do not
/// tell, a word that may be a verb counts as one, since a clause is what was asked for.
pub(super) fn is_clause(text: &str) -> bool {
    let words: Vec<Word<'_>> = words(text).collect();
    let Some(first) = words.first() else {
        return false;
    };
    // `whoever is loudest` names somebody, and says nothing of them.
    if LISTS.has("questions", first) || first.ends_with("ever") && first.starts_with('w') {
        return false;
    }
    if starts_clause(text) {
        return true;
    }
    let mut relative = false;
    for (at, word) in words.iter().enumerate().skip(1) {
        // What stands in a relative clause makes no clause of the whole.
        if matches!(
            word.as_ref(),
            "who" | "that" | "which" | "where" | "when" | "whose"
        ) {
            relative = true;
            continue;
        }
        let past =
            word.len() > 4 && word.ends_with("ed") && !LISTS.has("determiners", &words[at - 1]);
        let third = at > 1
            && word.len() > 3
            && word.ends_with('s')
            && !word.ends_with("ss")
            && !words[at - 1].ends_with('s')
            && !LISTS.has("determiners", &words[at - 1])
            && !LISTS.has("after-nouns", &words[at - 1]);
        let after_adverb = word.ends_with('s') && LISTS.has("adverbs", &words[at - 1]);
        if LISTS.has("verbs", word) || past || third || after_adverb {
            if !relative {
                return true;
            }
            // The verb of the relative clause; the next one would be the main clause's.
            relative = false;
        }
    }
    false
}

/// Whether a text that begins with a noun goes on with its verb: `the buses count a stroller`.
fn is_surely_a_clause(text: &str) -> bool {
    let words: Vec<Word<'_>> = words(text).collect();
    if words
        .first()
        .is_none_or(|first| LISTS.has("questions", first))
    {
        return false;
    }
    for (at, word) in words.iter().enumerate().skip(1) {
        // What stands in a relative clause makes no clause of the whole.
        if LISTS.has("relative", word) {
            return false;
        }
        let plural = words[at - 1].ends_with('s') && words[at - 1].len() > 3;
        let object = |next: &Word<'_>| LISTS.has("objects", next);
        let verb = plural
            && words.get(at + 1).is_some_and(object)
            && !LISTS.has("after-nouns", word)
            && !word.ends_with("ing");
        if verb || LISTS.has("verbs-sure", word) {
            return true;
        }
    }
    false
}
