//! Questions and answers: how a question is asked, and whether an answer is a whole sentence.

use super::clause::is_clause;
use super::{LISTS, Word, words};

/// Whether an answer begins with a fragment, which only a lead with an open end can go before:
/// `With the number and the cause, before morning tea.`
pub(in crate::letter) fn is_bare_answer(text: &str) -> bool {
    let end = text.find(['.', '?', '!', ';']).unwrap_or(text.len());
    !text[..end].split([',', ':']).any(|segment| {
        let inner = |word: &Word<'_>| LISTS.has("relative", word) || word == "and" || word == "but";
        let subject = words(segment).next();
        let begins = subject
            .as_ref()
            .is_some_and(|word| LISTS.has("subjects", word) || !inner(word));
        begins && is_clause(segment.trim())
    })
}

/// Whether a text is a question as it is asked: `how does the team split the work`.
pub(in crate::letter) fn is_question(text: &str) -> bool {
    let mut words = words(text);
    let asks = words
        .next()
        .is_some_and(|word| LISTS.has("questions", &word));
    asks && words
        .next()
        .is_some_and(|word| LISTS.has("auxiliaries", &word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_may_be_no_sentence() {
        for bare in [
            "With the number, the cause and two ways back, before morning tea.",
            "Early, with the cause and the next number, and before they ask. I would rather wait.",
            "Put a person at the filters with a radio.",
        ] {
            assert!(is_bare_answer(bare), "{bare}");
        }
        for whole in [
            "I would say no to any new consumer of that table.",
            "At the clinic, we had four latches.",
            "The pump runs until the pressure drops.",
        ] {
            assert!(!is_bare_answer(whole), "{whole}");
        }
    }
}
