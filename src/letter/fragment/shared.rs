//! What two texts have in common: a subject and a point, a topic and own sentences about it.

use super::{LISTS, Word, words};
use crate::letter::words::is_common;

/// Whether a subject takes up what a text says: a word or two of it that say something.
pub(in crate::letter) fn echoes(subject: &str, text: &str) -> bool {
    let said = |word: &Word<'_>| word.len() > 3 && !is_common(word);
    let of_subject: Vec<Word<'_>> = words(subject)
        .filter(said)
        .filter(|word| !LISTS.has("of-subjects", word))
        .collect();
    if of_subject.is_empty() {
        return false;
    }
    let of_text: Vec<Word<'_>> = words(text).collect();
    let shared = of_subject.iter().filter(|word| of_text.contains(word));
    let shared: Vec<&Word<'_>> = shared.collect();
    let tells = shared.iter().any(|word| !LISTS.has("numbers", word));
    tells && (shared.len() >= 2 || shared.len() == of_subject.len())
}

/// Whether own sentences name what a topic is about, so that they need no lead into it.
pub(in crate::letter) fn names_topic(own: &str, topic: &str) -> bool {
    let of_topic: Vec<Word<'_>> = telling(topic).collect();
    let first: Vec<Word<'_>> = words(first_sentence(own)).map(stem).collect();
    let shared = of_topic.iter().filter(|word| first.contains(word)).count();
    !begins_open(own) && shared > 0 && (shared >= 2 || shared == of_topic.len())
}

/// Whether evidence says the claim again: two words that say something, or its number.
pub(in crate::letter) fn repeats(evidence: &str, claim: &str) -> bool {
    let of_claim: Vec<Word<'_>> = telling(claim).collect();
    let of_evidence: Vec<Word<'_>> = telling(evidence).collect();
    let shared = of_claim.iter().filter(|word| of_evidence.contains(word));
    let is_number =
        |word: &Word<'_>| word.chars().all(char::is_numeric) || LISTS.has("numbers", word);
    let in_claim: Vec<Word<'_>> = words(claim).filter(is_number).collect();
    shared.count() >= 2 || words(evidence).any(|word| in_claim.contains(&word))
}

/// Whether two texts have a word in common that says something.
pub(in crate::letter) fn touches(one: &str, other: &str) -> bool {
    let of_one: Vec<Word<'_>> = telling(one).collect();
    telling(other).any(|word| of_one.contains(&word))
}

/// How many words that say something a text has and another has not.
pub(in crate::letter) fn adds(one: &str, other: &str) -> usize {
    let of_other: Vec<Word<'_>> = telling(other).collect();
    telling(one).filter(|word| !of_other.contains(word)).count()
}

/// Whether own sentences lean on what somebody said before them, so that they say little without it:
/// `The third which did`, `Yes, twice`, `So have I`, `… and that is why`.
pub(in crate::letter) fn leans(own: &str) -> bool {
    let first = first_sentence(own);
    let mut of_first = words(first);
    let opens = of_first.next().unwrap_or_default();
    let points = |word: Word<'_>| LISTS.has("pointers", &word);
    // `I'm stealing that` is about what was said.
    let ends = words(first).last().is_some_and(|word| word == "that");
    own.trim_start().starts_with(['…', '.'])
        || ends
        || LISTS.has("answers", &opens)
        || begins_open(own)
        || words(first).any(points)
        || points_at_a_thing(first)
}

/// Whether a sentence points at a thing that was named before it: `that passage with the bowing`, and
/// not `that people with dogs`, which has no verb of learning or saying before it.
fn points_at_a_thing(sentence: &str) -> bool {
    let words: Vec<Word<'_>> = words(sentence).collect();
    words.windows(3).any(|three| {
        let [pointer, thing, after] = three else {
            return false;
        };
        let is_thing = !LISTS.has("subjects", thing) && !LISTS.has("determiners", thing);
        matches!(pointer.as_ref(), "that" | "this")
            && is_thing
            && !thing.ends_with('s')
            && !LISTS.has("many", thing)
            && !LISTS.has("after-nouns", thing)
            && LISTS.has("after-nouns", after)
    })
}

/// Whether a sentence takes the place of a claim: it says whose it is, and points to nothing before.
pub(in crate::letter) fn stands_alone(evidence: &str) -> bool {
    super::is_own_sentence(evidence)
        && !words(evidence).any(|word| {
            matches!(
                word.as_ref(),
                "it" | "them" | "they" | "that" | "those" | "these" | "both" | "one"
            )
        })
}

/// Whether own sentences are more than one, and could stand behind a sentence about what they prove:
/// they do not begin with a word for something that was said just before them.
pub(in crate::letter) fn can_follow(own: &str) -> bool {
    let first = first_sentence(own);
    let rest = &own[first.len()..];
    // `I chaired about thirty of them` is about the thing itself.
    let points = words(first).any(|word| matches!(word.as_ref(), "them" | "those" | "these"));
    !begins_open(own) && !points && rest.chars().any(char::is_alphanumeric)
}

/// Whether a text begins with a word for something that was said before it.
fn begins_open(text: &str) -> bool {
    words(text)
        .next()
        .is_some_and(|word| LISTS.has("open", &word))
}

fn first_sentence(text: &str) -> &str {
    let end = text.find(['.', '?', '!']).unwrap_or(text.len());
    &text[..end]
}

/// The stems of the words of a text that say something.
fn telling(text: &str) -> impl Iterator<Item = Word<'_>> {
    words(text)
        .filter(|word| word.len() > 3 && !is_common(word))
        .map(stem)
}

fn stem(word: Word<'_>) -> Word<'_> {
    let stem = word.strip_suffix("'s").unwrap_or(&word);
    let stem = stem.strip_suffix('s').unwrap_or(stem).len();
    match word {
        Word::Borrowed(word) => word[..stem].into(),
        Word::Owned(mut word) => {
            word.truncate(stem);
            word.into()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn evidence_that_says_the_claim_again_is_known() {
        for (evidence, claim) in [
            (
                "All three closed without a clawback.",
                "three closed projects",
            ),
            (
                "I passed the second level of the CFA in August.",
                "the second level of the CFA",
            ),
        ] {
            assert!(repeats(evidence, claim), "{evidence}");
        }
        assert!(!repeats(
            "I sat it in August.",
            "the second level of the CFA"
        ));
        assert!(stands_alone(
            "I hold the licence and drove for two summers."
        ));
        assert!(!stands_alone("All three closed without a clawback."));
        assert!(!stands_alone("I sat it in August."));
    }

    #[test]
    fn evidence_of_several_sentences_can_stand_behind_the_need() {
        assert!(can_follow("I drive it daily. It runs until 2028."));
        assert!(!can_follow("I drive it daily."));
        assert!(!can_follow("It runs until 2028. I drive daily."));
        assert!(!can_follow(
            "I chaired about thirty of them. The best were short."
        ));
    }

    #[test]
    fn an_answer_leans_on_what_it_answers() {
        for leaning in [
            "I should look first at the third which did change something.",
            "Yes, twice, and each time in writing.",
            "So have I, at Halden.",
            "That one came back in a week.",
            "I learned that passage with the bowing reversed.",
            "… and nobody noticed.",
            "I'm stealing that.",
        ] {
            assert!(leans(leaning), "{leaning}");
        }
        for whole in [
            "At Halden I moved eleven benches off LabVIEW.",
            "My rule has been the same evening, by telephone.",
            "I learned that people with dogs walk more.",
        ] {
            assert!(!leans(whole), "{whole}");
        }
    }
}
