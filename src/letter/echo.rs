//! What a letter should not say twice: the words that a reader hears again, and the same beginning.

use std::collections::BTreeSet;

use super::words;

/// What a letter has said so far, and what its own sentences say.
#[derive(Debug, Default)]
pub(super) struct Echo {
    /// The stems of words that are heard again.
    heard: BTreeSet<&'static str>,
    /// The words that phrases began with.
    began: BTreeSet<String>,
    /// The sentence before, in lower case.
    last: String,
}

impl Echo {
    /// An echo of own sentences, wherever in the letter they come.
    pub(super) fn of<'t>(own: impl Iterator<Item = &'t str>) -> Self {
        let mut echo = Self::default();
        for text in own {
            echo.heard.extend(words::heard(&text.to_lowercase()));
        }
        echo
    }

    /// Takes in what the letter says next.
    pub(super) fn hear(&mut self, text: &str, is_phrase: bool) {
        let text = text.to_lowercase();
        self.heard.extend(words::heard(&text));
        if is_phrase {
            self.began.insert(first(&text).to_owned());
        }
        let mut sentences = text.split_inclusive(['.', '?', '!']);
        let last = sentences.rfind(|each| !first(each).is_empty());
        self.last = last.unwrap_or_default().trim().to_owned();
    }

    /// How much of a phrase whose words in lower case are `fixed` and values would be heard again.
    pub(super) fn again(&self, fixed: &str) -> usize {
        let begins = first(fixed);
        let is_free = |word: &str| words::is_free(word);
        let after_itself = !begins.is_empty() && begins == first(&self.last) && begins != "i";
        let begun = !is_free(begins) && self.began.contains(begins);
        let start = fixed.split_inclusive(['.', '?', '!']).next();
        let thanks = words::thanks(start.unwrap_or_default()) && words::thanks(&self.last);
        let talks = words::talks(start.unwrap_or_default())
            .any(|stem| words::talks(&self.last).any(|last| last == stem));
        let minds = words::minds(start.unwrap_or_default()) && words::minds(&self.last);
        words::heard(fixed).intersection(&self.heard).count()
            + [after_itself, begun, thanks, talks, minds]
                .iter()
                .filter(|&&is| is)
                .count()
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
