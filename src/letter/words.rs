//! What a letter's composition reads out of somebody's own words.

use std::sync::LazyLock;

use jiff::civil::Date;

use crate::language::{Language, Lists, weekday};
use crate::notes::Notes;

static WORDS: LazyLock<Lists> = LazyLock::new(|| Lists::read(include_str!("words.txt")));
static THANKS: LazyLock<Stems> = LazyLock::new(|| Stems::of("thanks"));
static HEARD: LazyLock<Stems> = LazyLock::new(|| Stems::of("heard"));
static MIND: LazyLock<Stems> = LazyLock::new(|| Stems::of("mind"));
static TALK: LazyLock<Stems> = LazyLock::new(|| Stems::of("talk"));

/// The beginnings of words in a list, by their first byte: every word of a letter is asked for them.
/// Each has a bit of its own, by its place in the list.
struct Stems([Vec<(&'static str, u64)>; 256]);

impl Stems {
    fn of(list: &str) -> Self {
        let bits = std::iter::successors(Some(1_u64), |bit| bit.checked_mul(2));
        let stems: Vec<_> = WORDS.words(list).iter().copied().zip(bits).collect();
        let begin = |first| {
            let stems = stems.iter().copied();
            stems.filter(move |(stem, _)| stem.bytes().next() == Some(first))
        };
        Self(std::array::from_fn(|first| {
            u8::try_from(first).into_iter().flat_map(begin).collect()
        }))
    }

    /// The bits of those with which a word of a text in lower case begins.
    fn within(&self, text: &str) -> u64 {
        let mut bits = 0;
        for word in words(text) {
            let Some(first) = word.bytes().next() else {
                continue;
            };
            for (stem, bit) in &self.0[usize::from(first)] {
                if word.starts_with(stem) {
                    bits |= bit;
                }
            }
        }
        bits
    }
}

/// Whether a word, in lower case, says nothing of what a qualification fits.
pub(super) fn is_common(word: &str) -> bool {
    WORDS.has("common", word)
}

/// Whether own sentences say which interview they are about: the role or the day.
pub(super) fn names_interview(text: &str, notes: &Notes, date: Date) -> bool {
    let text = text.to_lowercase();
    let mut names = vec![notes.interview.role.clone(), weekday(date).to_owned()];
    // However the letter writes a date, people type either form.
    names.extend([Language::EnUs, Language::EnGb].map(|each| each.month_and_day(date)));
    names.iter().any(|name| says(&text, name))
}

/// Whether a text in lower case looks ahead: `See you on the 7th`, `I hope our paths cross`.
pub(super) fn looks_ahead(text: &str) -> bool {
    has_phrase(text, "ahead")
}

/// Whether a text in lower case speaks of what is still to come, as only a letter before it does:
/// `before you decide`, `while I wait`, `see you on the 7th`.
pub(super) fn is_before(text: &str) -> bool {
    has_phrase(text, "before")
}

/// Whether a text in lower case withdraws: `I have taken my name out`, `I accepted another post`.
pub(crate) fn withdraws(text: &str) -> bool {
    has_phrase(text, "withdraws")
}

/// Whether own sentences in lower case say that they tell something late, or one thing more.
pub(super) fn tells_late(text: &str) -> bool {
    has_phrase(text, "late")
}

/// Whether own sentences in lower case tell of a question of the reader's.
pub(super) fn says_asked(text: &str) -> bool {
    has_phrase(text, "asked")
}

/// Whether a text in lower case has a phrase of a list.
fn has_phrase(text: &str, list: &str) -> bool {
    let said: Vec<&str> = words(text).collect();
    let phrases = WORDS.words(list);
    (0..said.len()).any(|at| {
        let stands = |phrase: &&str| {
            let mut here = said[at..].iter();
            phrase.split('_').all(|word| here.next() == Some(&word))
        };
        phrases.iter().any(stands)
    })
}

/// Whether a text in lower case thanks.
pub(super) fn thanks(text: &str) -> bool {
    THANKS.within(text) != 0
}

/// The words of a text, in lower case, that a reader notices the second time: a bit for each stem.
pub(super) fn heard(text: &str) -> u64 {
    HEARD.within(text)
}

/// Whether a sentence in lower case says that something is remembered or thought about.
pub(super) fn minds(text: &str) -> bool {
    MIND.within(text) != 0
}

/// The ways of talking that a sentence in lower case speaks of, `talk` or `spe`: a bit for each.
pub(super) fn talks(text: &str) -> u64 {
    TALK.within(text)
}

/// Whether many sentences of a letter may begin with a word in lower case.
pub(super) fn is_free(word: &str) -> bool {
    WORDS.has("free", word)
}

/// Whether a text in lower case holds a name as whole words.
fn says(text: &str, name: &str) -> bool {
    let name = name.to_lowercase();
    !name.is_empty()
        && text.match_indices(&name).any(|(at, _)| {
            let before = text[..at].chars().next_back();
            let after = text[at + name.len()..].chars().next();
            !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
        })
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_stem_has_a_bit() {
        for list in ["thanks", "heard", "mind", "talk"] {
            assert!((1..64).contains(&WORDS.words(list).len()), "{list}");
        }
        assert_eq!(heard("i was glad, and gladly"), heard("glad"));
        assert_ne!(heard("glad"), heard("remember"));
        assert_eq!(heard("the tea") | talks("the tea"), 0);
    }
}
