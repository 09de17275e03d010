//! What one is glad of, what one likes, and what is too grave for either.

use super::{LISTS, Word, words};

/// Whether what somebody told is no matter for being glad of it, or for remembering it: a
/// misfortune, something remembered already, or a clause that would pile one "that" on another.
pub(in crate::letter) fn is_told_plainly(text: &str) -> bool {
    let piles = words(text).take(6).any(|word| word == "that");
    piles || is_grave(text) || tells_misfortune(text)
}

/// Whether a text tells that something went wrong; `a jar of failed samples` does not.
fn tells_misfortune(text: &str) -> bool {
    let mut before = Word::default();
    words(text).any(|word| {
        let is_one = LISTS.has("misfortunes", &word) && before != "of";
        before = word;
        is_one
    })
}

/// Whether a moment is a small thing or a way of doing, of which one says that one liked it: `the
/// drawer of phone chargers`, `your rule about Fridays`, `how you stopped for a child`.
pub(in crate::letter) fn is_liked(text: &str) -> bool {
    if is_grave(text) {
        return false;
    }
    let tokens: Vec<Word<'_>> = words(text).collect();
    let Some((first, rest)) = tokens.split_first() else {
        return false;
    };
    if first == "how" || first == "the" && rest.first().is_some_and(|word| word == "way") {
        return true;
    }
    let begins = LISTS.has("determiners", first) || LISTS.has("objects", first);
    let ends = |word: &&Word<'_>| !LISTS.has("after-nouns", word);
    let head = rest.iter().take_while(ends).last();
    begins
        && head.is_some_and(|head| {
            let one = head.strip_suffix('s').unwrap_or(head);
            LISTS.has("liked", head) || LISTS.has("liked", one)
        })
}

/// Whether a moment is something that happened elsewhere, so that it was only heard of: `the night
/// of the flood`. What has the reader or the sender in it may have happened in the room.
pub(in crate::letter) fn is_event(text: &str) -> bool {
    let tokens: Vec<Word<'_>> = words(text).collect();
    let Some((first, rest)) = tokens.split_first() else {
        return false;
    };
    let ends = |word: &&Word<'_>| !LISTS.has("after-nouns", word);
    let head = rest.iter().take_while(ends).last();
    let is_here = |word: &Word<'_>| {
        matches!(
            word.as_ref(),
            "i" | "me" | "my" | "we" | "us" | "our" | "you" | "interview"
        )
    };
    LISTS.has("determiners", first)
        && head.is_some_and(|head| LISTS.has("events", head))
        && !tokens.iter().any(is_here)
}

/// Whether a moment is what the reader was doing: `you mending that gentleman's glasses`.
pub(in crate::letter) fn is_reader_doing(text: &str) -> bool {
    let mut first = words(text);
    let (subject, verb) = (first.next(), first.next());
    subject.as_deref() == Some("you") && verb.is_some_and(|verb| verb.ends_with("ing"))
}

/// Whether a need is a requirement: it is met, and not helped with.
pub(in crate::letter) fn is_requirement(need: &str) -> bool {
    let mut first = words(need).take(3);
    first.any(|word| matches!(word.as_ref(), "requirement" | "requirements" | "condition"))
}

/// The word by which a text speaks of somebody's home: of a child, a parent, the way to school.
pub(in crate::letter) fn is_of_home(text: &str) -> Option<String> {
    let tokens: Vec<Word<'_>> = words(text).collect();
    let pair = |pair: &&[Word<'_>]| {
        let [first, second] = [pair[0].as_ref(), owner(&pair[1])];
        let is_mine = matches!(first, "my" | "our") && LISTS.has("my-home", second);
        let to_school = matches!(first, "to" | "from" | "after" | "before") && second == "school";
        let of_school = matches!(second, "pickup" | "run" | "year" | "holidays");
        is_mine || to_school || first == "school" && of_school
    };
    let pair = tokens.windows(2).find(pair).map(|pair| pair.join(" "));
    let one = tokens.iter().find(|word| LISTS.has("home", owner(word)));
    one.map(|word| word.clone().into_owned()).or(pair)
}

/// A word without the `'s` of what is its own.
fn owner(word: &str) -> &str {
    word.strip_suffix("'s").unwrap_or(word)
}

/// Whether a text speaks of death, an illness and the like: nobody enjoyed talking about that.
pub(in crate::letter) fn is_grave(text: &str) -> bool {
    words(text).any(|word| LISTS.has("grave", &word))
}

/// Whether a topic is none that one is glad to have heard about: grave, a misfortune, the pay.
pub(in crate::letter) fn is_sober(text: &str) -> bool {
    is_grave(text) || is_terms(text) || tells_misfortune(text)
}

/// Whether a topic is a term of employment: the hours, the pay, who keeps the van.
pub(in crate::letter) fn is_terms(text: &str) -> bool {
    words(text).any(|word| LISTS.has("terms", &word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_misfortune_is_told_plainly() {
        for grave in [
            "you failed your first SQL course",
            "you were a young carer yourself, from the age of nine",
            "you nearly fainted at your first seal necropsy",
            "your first week was the week the pump broke",
            "you learned to read fire from your grandmother",
        ] {
            assert!(is_told_plainly(grave), "{grave}");
        }
        assert!(is_told_plainly(
            "every pun that legal has killed is on the inside of your cupboard door"
        ));
        assert!(!is_told_plainly("you drove the courier van for the lab"));
        assert!(!is_told_plainly("you have a jar of failed sealant samples"));
    }

    #[test]
    fn what_is_of_home_is_known_by_a_word() {
        for (text, word) in [
            ("my mum's Wednesdays at the clinic", "mum's"),
            ("who takes Ander to school", "to school"),
            (
                "Piotr won't move before the school year ends",
                "school year",
            ),
            ("after-school care runs 410 a month", "after-school"),
        ] {
            assert_eq!(is_of_home(text).as_deref(), Some(word), "{text}");
        }
        assert_eq!(is_of_home("how the school is run"), None);
        assert_eq!(is_of_home("thirty children in a class"), None);
    }

    #[test]
    fn what_happened_elsewhere_was_heard_of() {
        assert!(is_event(
            "the shearers' poetry night in the back of the van"
        ));
        assert!(is_event("the winter when the boiler froze"));
        assert!(!is_event("the morning you showed me the yard"));
        assert!(!is_event("the silence when you tasted the gumbo"));
        assert!(!is_event("the night shift board"));
    }

    #[test]
    fn one_likes_a_small_thing_or_a_way_and_nothing_grave() {
        for liked in [
            "the drawer of phone chargers for families",
            "your rule about never ringing a claimant on a Friday afternoon",
            "how you stopped mid-sentence to get a crying kid a cookie",
            "the way you walk every room yourself",
            "your whiteboard drawing of a forklift as a consumer group",
        ] {
            assert!(is_liked(liked), "{liked}");
        }
        for other in [
            "your kelpie putting me in my place at the drafting race",
            "the silence when you tasted the gumbo",
            "your question about whom I had fired",
            "the photo of the nurses who died that spring",
            "you mending that gentleman's arm",
        ] {
            assert!(!is_liked(other), "{other}");
        }
    }
}
