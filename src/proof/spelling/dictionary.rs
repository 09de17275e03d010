//! The dictionaries of the four kinds of English.

use std::collections::hash_map::DefaultHasher;
use std::hash::BuildHasherDefault;
use std::sync::OnceLock;

use crate::language::Language;

/// The words and their flags, in the order of their bytes.
pub(in crate::proof) static WORDS: &str = include_str!("../../../dictionaries/english.dic");
const AFFIXES: &str = include_str!("../../../dictionaries/english.aff");
const WORKPLACE: &str = include_str!("../../../dictionaries/workplace.dic");

/// A dictionary whose order of suggestions never depends on a seed.
type Hunspell = spellbook::Dictionary<BuildHasherDefault<DefaultHasher>>;

/// The words of one kind of English, or of all four.
pub(super) struct Dictionary(Option<Hunspell>);

impl Dictionary {
    /// The dictionary of a language; read when it is first asked for.
    pub(super) fn of(language: Language) -> &'static Self {
        static EACH: [OnceLock<Dictionary>; 4] = [const { OnceLock::new() }; 4];
        let letter = letter(language);
        let place = Language::ALL.iter().position(|each| *each == language);
        EACH[place.unwrap_or_default()].get_or_init(|| Self::read(Some(letter)))
    }

    /// The words of all four together.
    pub(super) fn any() -> &'static Self {
        static ANY: OnceLock<Dictionary> = OnceLock::new();
        ANY.get_or_init(|| Self::read(None))
    }

    fn read(letter: Option<char>) -> Self {
        let lines = || {
            let english = WORDS
                .lines()
                .filter_map(|line| match line.split_once('\t') {
                    Some((word, who)) => {
                        letter.is_none_or(|each| who.contains(each)).then_some(word)
                    }
                    None => Some(line),
                });
            english.chain(WORKPLACE.lines().filter(|line| !line.starts_with('#')))
        };
        let mut words = String::with_capacity(WORDS.len() + WORKPLACE.len());
        words.push_str(&lines().count().to_string());
        for line in lines() {
            words.push('\n');
            words.push_str(line);
        }
        let read = Hunspell::new_with_hasher(AFFIXES, &words, BuildHasherDefault::default());
        // A test reads all of them.
        debug_assert!(read.is_ok());
        Self(read.ok())
    }

    /// Whether it has a word, in this case or with a capital it may have.
    pub(super) fn has(&self, word: &str) -> bool {
        self.0.as_ref().is_none_or(|words| words.check(word))
    }

    /// What may be meant by a word that it does not have, the likeliest first.
    ///
    /// Takes some ten thousand times as long as [`has`](Self::has).
    pub(super) fn suggest(&self, word: &str) -> Vec<String> {
        let mut found = Vec::new();
        if let Some(words) = &self.0 {
            let suggester = words.suggester().with_ngram_suggestions(false);
            suggester.suggest(word, &mut found);
        }
        found
    }
}

/// The letter that marks a language's own lines in the dictionary.
fn letter(language: Language) -> char {
    match language {
        Language::EnUs => 'u',
        Language::EnGb => 'g',
        Language::EnCa => 'c',
        Language::EnAu => 'a',
    }
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
}
