//! What a letter should not say twice: the words that a reader hears again, and the same beginning.

use std::collections::BTreeSet;

use super::words;

/// What a letter has said so far, and what its own sentences say.
#[derive(Debug, Default)]
pub(super) struct Echo {
    /// The words that are noticed again, a bit for each stem.
    heard: u64,
    /// The words that phrases began with.
    began: BTreeSet<String>,
    last: Sentence,
}

/// What a sentence does.
#[derive(Debug, Default)]
struct Sentence {
    /// The word it begins with, in lower case.
    first: String,
    thanks: bool,
    minds: bool,
    /// The ways of talking it speaks of, a bit for each.
    talks: u64,
}

impl Sentence {
    /// A sentence in lower case.
    fn of(text: &str) -> Self {
        Self {
            first: first(text).to_owned(),
            thanks: words::thanks(text),
            minds: words::minds(text),
            talks: words::talks(text),
        }
    }
}

impl Echo {
    /// An echo of own sentences, wherever in the letter they come.
    pub(super) fn of<'t>(own: impl Iterator<Item = &'t str>) -> Self {
        let heard = own.map(|text| words::heard(&text.to_lowercase()));
        Self {
            heard: heard.fold(0, |heard, more| heard | more),
            ..Self::default()
        }
    }

    /// Takes in what the letter says next.
    pub(super) fn hear(&mut self, text: &str, is_phrase: bool) {
        let text = text.to_lowercase();
        self.heard |= words::heard(&text);
        if is_phrase {
            self.began.insert(first(&text).to_owned());
        }
        let mut sentences = text.split_inclusive(['.', '?', '!']);
        let last = sentences.rfind(|each| !first(each).is_empty());
        self.last = Sentence::of(last.unwrap_or_default());
    }

    /// How much of a phrase whose words in lower case are `fixed` and values would be heard again.
    pub(super) fn again(&self, fixed: &str) -> u32 {
        let start = fixed.split_inclusive(['.', '?', '!']).next();
        let (next, last) = (Sentence::of(start.unwrap_or_default()), &self.last);
        let begins = next.first.as_str();
        let after_itself = !begins.is_empty() && begins == last.first && begins != "i";
        let begun = !words::is_free(begins) && self.began.contains(begins);
        let thanks = next.thanks && last.thanks;
        let talks = next.talks & last.talks != 0;
        let minds = next.minds && last.minds;
        let each = [after_itself, begun, thanks, talks, minds];
        (words::heard(fixed) & self.heard).count_ones() + each.map(u32::from).iter().sum::<u32>()
    }
}

/// The first word of a text in lower case, without what is contracted with it.
fn first(text: &str) -> &str {
    let mut words = text.split(|c: char| !c.is_alphanumeric());
    words.find(|word| !word.is_empty()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::theme::fixed;

    #[test]
    fn a_word_or_a_beginning_is_heard_again() {
        let mut echo = Echo::of(["I was glad of the tea."].into_iter());
        echo.hear("About looms, you said that they are old.", true);
        echo.hear("I will remember that. Thank you for it.", true);
        for (phrase, again) in [
            ("I was glad to talk about {{ point.topic | clause }}.", 1),
            ("I won't forget {{ remember }}.", 0),
            ("What I remember best is {{ moment }}.", 1),
            ("About {{ point.topic }}, you said, {{ point.quote }}.", 1),
            ("Thank you for considering me.", 2),
            ("I hope to join you. Thank you again.", 0),
            ("I would be happy to come. I am glad to say so.", 1),
        ] {
            assert_eq!(echo.again(&fixed(phrase)), again, "{phrase}");
        }
    }
}
