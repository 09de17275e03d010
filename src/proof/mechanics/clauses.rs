//! Whole sentences that only a comma joins, and questions that end in a full stop.

use std::ops::Range;

use super::super::Page;
use super::super::document::{Document, Part};
use super::super::finding::Findings;
use super::super::forms::Form;
use super::super::lexicon::class;
use super::super::registry::known;
use crate::diagnostic::Level;

/// Finds both in every sentence of the body.
pub(super) fn check(page: &Page<'_>, findings: &mut Findings<'_>) {
    let document = page.document;
    for zone in document.parts(Part::Body) {
        let from = document
            .sentences
            .partition_point(|sentence| sentence.start < zone.tokens.start);
        let sentences = document.sentences[from..].iter();
        for sentence in sentences.take_while(|sentence| sentence.start < zone.tokens.end) {
            splice(document, sentence, findings);
            question(document, sentence, findings);
        }
    }
}

/// Who can do something, as the first word of a whole sentence.
const WHO: [&str; 9] = ["i", "we", "it", "you", "they", "he", "she", "this", "there"];

/// Words before a name of what a sentence is about.
const DETS: [&str; 6] = ["my", "your", "our", "the", "these", "those"];

/// Forms of verbs that are never anything else.
const FINITE: [&str; 30] = [
    "am", "is", "was", "are", "were", "have", "has", "had", "will", "would", "can", "could", "do",
    "did", "does", "should", "may", "might", "sounds", "seems", "made", "felt", "look", "hope",
    "really", "also", "learned", "enjoyed", "thank", "told",
];

/// Words that make what they stand in half a sentence, or a comma right.
const HALVES: [&str; 28] = [
    "if", "when", "while", "as", "because", "since", "although", "though", "after", "before",
    "once", "until", "unless", "whether", "what", "how", "who", "why", "where", "so", "not",
    "only", "either", "neither", "whatever", "whenever", "however", "more",
];

/// A stretch of time that stands before a sentence without a word between: `The day I came, it rained`.
const TIMES: [&str; 9] = [
    "day", "week", "month", "year", "moment", "minute", "time", "first", "last",
];

/// Verbs of a remark between commas: `It was, I think, the best`.
const REMARKS: [&str; 12] = [
    "think",
    "hope",
    "believe",
    "know",
    "suppose",
    "imagine",
    "guess",
    "understand",
    "gather",
    "said",
    "feel",
    "admit",
];

/// A comma between two whole sentences, where the first begins with who does it.
fn splice(document: &Document, sentence: &Range<usize>, findings: &mut Findings<'_>) {
    let word = |at: usize| document.tokens[at].folded.as_str();
    let is_mark = |at: usize| matches!(word(at), "," | ";" | ":" | "-" | "–" | "—" | "(" | "\"");
    let Some(comma) = sentence.clone().find(|at| is_mark(*at)) else {
        return;
    };
    let first = word(sentence.start);
    let before = sentence.start..comma;
    let begins = WHO.contains(&first)
        || DETS.contains(&first)
        || matches!(first, "that" | "thank" | "thanks");
    let half = before.clone().any(|at| HALVES.contains(&word(at)));
    let timed = before.len() > 1 && TIMES.contains(&word(sentence.start + 1));
    let next = |by: usize| {
        if comma + by < sentence.end {
            word(comma + by)
        } else {
            ""
        }
    };
    let asks = matches!(next(1), "could" | "can" | "would" | "will" | "may")
        && matches!(next(2), "you" | "i" | "we");
    let whole = before.clone().skip(1).any(|at| is_finite(word(at)))
        || first.starts_with("thank")
        || asks && WHO.contains(&first) && Form::Past.has(word(sentence.start + 1));
    // `You said, …` tells; `Thanks to you, …` is no sentence.
    let said = before.len() < 3 || matches!(word(sentence.start + 1), "said" | "to");
    if word(comma) != "," || !begins || half || timed || !whole || said || comma + 4 > sentence.end
    {
        return;
    }
    let (who, verb, then) = (word(comma + 1), word(comma + 2), word(comma + 3));
    let joined = if WHO.contains(&who) {
        is_finite(verb)
    } else if DETS.contains(&who) {
        matches!(
            then,
            "is" | "was" | "are" | "were" | "will" | "has" | "would"
        ) && class("noun").is_some_and(|nouns| nouns.contains(verb))
    } else {
        who.contains('\'')
            && ["i'm", "i'd", "i've", "i'll", "it's", "we're", "they're"].contains(&who)
            || matches!((who, verb), ("thank" | "thanks", "you" | "for" | "again"))
            || (who, verb) == ("please", "let")
            || asks
            || who == "that" && matches!(verb, "is" | "was" | "sounds" | "would" | "made")
    };
    let closes = (comma + 2..sentence.end.min(comma + 6)).any(|at| matches!(word(at), ","));
    if !joined || REMARKS.contains(&verb) || closes || document.quoted[comma] {
        return;
    }
    let range = document.span(&(comma..comma + 2));
    let message = "a comma joins two whole sentences here";
    let found = findings.add(known("comma-splice"), &range, message);
    found.at(Level::Warning);
    found.help("put a full stop, a semicolon, or “and” behind the comma");
}

/// Whether a word is a verb that somebody does.
fn is_finite(word: &str) -> bool {
    FINITE.contains(&word)
        || ["past", "verb", "verbs"]
            .iter()
            .any(|name| class(name).is_some_and(|words| words.contains(word)))
            && !class("noun").is_some_and(|words| words.contains(word))
            && !class("nouns").is_some_and(|words| words.contains(word))
}

/// A sentence that begins as a question and ends in a full stop.
fn question(document: &Document, sentence: &Range<usize>, findings: &mut Findings<'_>) {
    let word = |at: usize| document.tokens[at].folded.as_str();
    if sentence.len() < 4 || word(sentence.end - 1) != "." {
        return;
    }
    let who = |word: &str| {
        WHO.contains(&word) || DETS.contains(&word) || matches!(word, "a" | "anyone" | "that")
    };
    let (one, two, three) = (
        word(sentence.start),
        word(sentence.start + 1),
        word(sentence.start + 2),
    );
    let asks = match one {
        "would" | "could" | "can" | "will" | "do" | "does" | "did" | "is" | "are" | "was"
        | "have" | "has" => who(two),
        "when" | "where" | "why" | "how" => {
            matches!(
                two,
                "do" | "does"
                    | "did"
                    | "is"
                    | "are"
                    | "was"
                    | "will"
                    | "would"
                    | "can"
                    | "could"
                    | "should"
            ) && who(three)
        }
        "what" => {
            matches!(
                two,
                "do" | "does" | "did" | "would" | "can" | "could" | "should"
            ) && who(three)
        }
        _ => false,
    };
    let comma = sentence.clone().any(|at| word(at) == ",");
    if !asks || comma || document.quoted[sentence.start] {
        return;
    }
    let range = document.span(&(sentence.end - 2..sentence.end));
    let last = word(sentence.end - 2);
    let message = "this reads like a question, and no question mark ends it";
    let found = findings.add(known("sentence-start"), &range, message);
    found.suggest(format!("{last}?")).at(Level::Warning);
}

#[cfg(test)]
mod tests {
    use super::super::tests::{none, one};

    #[test]
    fn two_whole_sentences_need_more_than_a_comma() {
        one(
            "The tour was great, thank you for it.",
            "comma-splice",
            ", thank",
            "",
        );
        one(
            "Your questions were good, they made me think.",
            "comma-splice",
            ", they",
            "",
        );
        one(
            "I missed your call this morning, could you try me again?",
            "comma-splice",
            ", could",
            "",
        );
        none("If it rains, I will come. The day I came, it rained.");
        none("If you have a moment, could you call me? When you are free, can we talk?");
        none("It was, I think, the best. The tour was short, which I liked.");
        none("I liked the ovens, the knives and the cellar.");
    }

    #[test]
    fn a_question_ends_in_its_mark() {
        one(
            "When do you expect to decide.",
            "sentence-start",
            "decide.",
            "decide?",
        );
        none("When you decide, tell me. What you do is fine. Is it you?");
        none("Should you need more, I am here.");
    }
}
