//! The dictionaries of the four kinds of English.

use std::collections::hash_map::DefaultHasher;
use std::hash::BuildHasherDefault;
use std::sync::OnceLock;

use super::affixes::{AFFIXES, has_exactly};
use super::entries::{WORDS, WORKPLACE};
use crate::language::Language;

/// A dictionary whose order of suggestions never depends on a seed.
type Hunspell = spellbook::Dictionary<BuildHasherDefault<DefaultHasher>>;

/// The words of one kind of English, or of all four.
pub(super) struct Dictionary {
    /// The letter of the language, where it is one.
    letter: Option<char>,
    /// What suggests: read when it is first asked, which takes some 25 ms.
    suggests: OnceLock<Option<Hunspell>>,
}

/// Each language's, in the order of [`Language::ALL`], and that of all.
static EACH: [Dictionary; 5] = [
    Dictionary::new(Some('u')),
    Dictionary::new(Some('g')),
    Dictionary::new(Some('c')),
    Dictionary::new(Some('a')),
    Dictionary::new(None),
];

impl Dictionary {
    const fn new(letter: Option<char>) -> Self {
        Self {
            letter,
            suggests: OnceLock::new(),
        }
    }

    /// The dictionary of a language.
    pub(super) fn of(language: Language) -> &'static Self {
        match language {
            Language::EnUs => &EACH[0],
            Language::EnGb => &EACH[1],
            Language::EnCa => &EACH[2],
            Language::EnAu => &EACH[3],
        }
    }

    /// The words of all four together.
    pub(super) fn any() -> &'static Self {
        &EACH[4]
    }

    fn hunspell(&self) -> Option<&Hunspell> {
        let read = || {
            let own = WORKPLACE.lines().filter(|line| !line.starts_with('#'));
            let theirs = WORDS
                .lines()
                .chain(own)
                .filter_map(|line| match line.split_once('\t') {
                    Some((word, who)) => {
                        let theirs = self.letter.is_none_or(|each| who.contains(each));
                        theirs.then_some(word)
                    }
                    None => Some(line),
                });
            // The first line is a count, which only saves room.
            let mut words = String::with_capacity(WORDS.len() + WORKPLACE.len());
            words.push_str("60000");
            for line in theirs {
                words.push('\n');
                words.push_str(line);
            }
            let read = Hunspell::new_with_hasher(AFFIXES, &words, BuildHasherDefault::default());
            // A test reads all of them.
            debug_assert!(read.is_ok());
            read.ok()
        };
        self.suggests.get_or_init(read).as_ref()
    }

    /// Whether it has a word, in this case or with a capital it may have.
    pub(super) fn has(&self, word: &str) -> bool {
        match self.has_plain(word) {
            Some(has) => has,
            None => self.hunspell().is_none_or(|words| words.check(word)),
        }
    }

    /// The same for a word in lower case, or with one capital at its head; `None` for all others, of
    /// which Hunspell knows more.
    fn has_plain(&self, word: &str) -> Option<bool> {
        let mut letters = word.chars();
        let first = letters.next().filter(|first| is_plain(*first))?;
        if !letters.all(|letter| is_plain(letter) && !letter.is_uppercase()) || word.len() > LONGEST
        {
            return None;
        }
        if has_exactly(word, self.letter) {
            return Some(true);
        }
        Some(first.is_uppercase() && has_exactly(&word.to_lowercase(), self.letter))
    }

    /// What may be meant by a word that it does not have, the likeliest first.
    ///
    /// Takes some ten thousand times as long as [`has`](Self::has).
    pub(super) fn suggest(&self, word: &str) -> Vec<String> {
        let mut found = Vec::new();
        if let Some(words) = self.hunspell() {
            let suggester = words.suggester().with_ngram_suggestions(false);
            suggester.suggest(word, &mut found);
        }
        found
    }
}

/// The longest word that is looked up without Hunspell, in bytes; it has a limit of its own.
const LONGEST: usize = 60;

/// Whether a letter has one upper and one lower form.
fn is_plain(letter: char) -> bool {
    letter.is_ascii_alphabetic()
        || letter == '\''
        || matches!(letter, 'À'..='Ö' | 'Ø'..='Þ' | 'à'..='ö' | 'ø'..='ÿ')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_spells_its_own_way() {
        let has = |language, word| Dictionary::of(language).has(word);
        for language in Language::ALL {
            assert!(has(language, "don't") && has(language, "onboarding"));
            assert!(!has(language, "recieve") && !has(language, "oppurtunity"));
        }
        assert!(has(Language::EnUs, "organize") && !has(Language::EnUs, "organise"));
        assert!(has(Language::EnGb, "colour") && !has(Language::EnUs, "colour"));
        assert!(has(Language::EnCa, "centre") && has(Language::EnAu, "organise"));
        assert!(Dictionary::any().has("organise") && Dictionary::any().has("organize"));
    }

    /// Words as they are, with every ending, and with a letter changed, as Hunspell sees them.
    #[test]
    fn a_word_is_looked_up_as_hunspell_does() {
        const ENDS: [&str; 24] = [
            "", "s", "es", "'s", "ed", "d", "ied", "ing", "ings", "er", "ers", "ier", "est",
            "iest", "ly", "ness", "iness", "able", "ment", "ive", "ion", "ions", "ieth", "s'",
        ];
        const HEADS: [&str; 8] = ["", "re", "in", "un", "de", "dis", "con", "pro"];
        let stems: Vec<&str> = WORDS
            .lines()
            .chain(WORKPLACE.lines())
            .map(|line| line.split(['/', '\t']).next().unwrap_or_default())
            .filter(|stem| !stem.starts_with('#'))
            .collect();
        let mut looked_up = 0;
        for (number, stem) in stems.iter().enumerate() {
            let dictionary = &EACH[number % EACH.len()];
            let short = stem.strip_suffix(['e', 'y']).unwrap_or(stem);
            let end = ENDS[number % ENDS.len()];
            let head = HEADS[number / 7 % HEADS.len()];
            let twisted: String = stem.chars().rev().collect();
            for word in [
                (*stem).to_owned(),
                format!("{stem}{end}"),
                format!("{short}{end}"),
                format!("{head}{short}{end}"),
                format!("{head}{stem}s"),
                crate::proof::token::capitalised(stem),
                stem.to_lowercase(),
                twisted,
            ] {
                if let Some(has) = dictionary.has_plain(&word) {
                    let wanted = dictionary.hunspell().unwrap().check(&word);
                    assert_eq!(has, wanted, "{word} {:?}", dictionary.letter);
                    looked_up += 1;
                }
            }
        }
        assert!(looked_up > 300_000, "{looked_up}");
    }
}
