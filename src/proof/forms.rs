//! What a word may be, by the flags of the dictionary and the lexicon: a noun, a verb.

use super::lexicon::class;
use super::spelling::english;

/// What an entry of the dictionary may be; more than one of them as a rule.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Kinds {
    /// A noun: something may be its own.
    pub(super) noun: bool,
    /// A word that takes an -s.
    pub(super) plural: bool,
    /// A verb: it takes -ing.
    pub(super) verb: bool,
    /// An adjective: it takes -er, -est or -ness.
    pub(super) adjective: bool,
}

/// A form that a word has by the dictionary, and that is nothing else: what `~single` and its like
/// match in patterns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// What may be a noun, whatever else it may be: `guide`.
    Noun,
    /// One of what is counted: `technician`.
    Single,
    /// Several of them: `technicians`.
    Plural,
    /// A verb as `to` takes it: `receive`.
    Base,
    /// The -ed of a verb: `received`.
    Past,
}

/// Nouns whose plural is no -s.
const IRREGULAR: [(&str, &str); 12] = [
    ("person", "people"),
    ("child", "children"),
    ("man", "men"),
    ("woman", "women"),
    ("wife", "wives"),
    ("life", "lives"),
    ("shelf", "shelves"),
    ("half", "halves"),
    ("calf", "calves"),
    ("knife", "knives"),
    ("leaf", "leaves"),
    ("loaf", "loaves"),
];

/// What looks like one of several and may be both, or several people.
const BOTH: [&str; 26] = [
    "aircraft",
    "bread",
    "cattle",
    "crew",
    "data",
    "deer",
    "family",
    "fish",
    "folk",
    "graphics",
    "headquarters",
    "media",
    "offspring",
    "people",
    "personnel",
    "police",
    "salmon",
    "sheep",
    "staff",
    "team",
    "trout",
    "youth",
    "public",
    "majority",
    "minority",
    "goods",
];

/// What the dictionary has as nouns too, and letters hardly ever.
const NEVER: [&str; 48] = [
    "a", "all", "am", "and", "any", "as", "at", "be", "but", "by", "can", "do", "down", "for",
    "go", "had", "has", "have", "he", "her", "here", "him", "i", "if", "in", "it", "may", "might",
    "must", "no", "now", "off", "on", "one", "or", "our", "out", "over", "she", "so", "then",
    "there", "to", "up", "us", "we", "well", "will",
];

impl Form {
    /// The form of a name in patterns.
    pub(super) fn named(name: &str) -> Option<Self> {
        Some(match name {
            "noun" => Self::Noun,
            "single" => Self::Single,
            "plural" => Self::Plural,
            "base" => Self::Base,
            "past" => Self::Past,
            _ => return None,
        })
    }

    /// Whether a word in lower case has the form.
    pub(super) fn has(self, word: &str) -> bool {
        match self {
            Self::Noun => kinds(word).noun && !NEVER.contains(&word),
            Self::Single => {
                let is = kinds(word);
                let single = is.noun && is.plural && !is.verb && !is.adjective;
                single && !BOTH.contains(&word) && !NEVER.contains(&word)
            }
            // `letters` and `dates` are verbs as well, but hardly ever.
            Self::Plural => single_of(word).is_some_and(|one| {
                let is = |name| class(name).is_some_and(|words| words.contains(&one));
                !kinds(&one).verb || is("noun") && !is("verb")
            }),
            Self::Base => {
                let is = kinds(word);
                is.verb && !is.noun && !is.adjective
            }
            Self::Past => {
                let stem = word.strip_suffix("ed").filter(|stem| stem.len() > 1);
                stem.is_some_and(|stem| {
                    let with_e = format!("{stem}e");
                    let with_y = stem.strip_suffix('i').map(|stem| format!("{stem}y"));
                    kinds(stem).verb
                        || kinds(&with_e).verb
                        || with_y.is_some_and(|verb| kinds(&verb).verb)
                })
            }
        }
    }
}

/// The one of which a word is the plural, as far as the dictionary knows.
pub(super) fn single_of(word: &str) -> Option<String> {
    if let Some((one, _)) = IRREGULAR.iter().find(|(_, several)| *several == word) {
        return Some((*one).to_owned());
    }
    // `news` and `process` stand in it for themselves.
    let stem = word.strip_suffix('s')?;
    if stem.len() < 2 || BOTH.contains(&word) || kinds(word) != Kinds::default() {
        return None;
    }
    let counted = |stem: &str| {
        let is = kinds(stem);
        is.noun && is.plural
    };
    let ies = stem.strip_suffix("ie").map(|stem| format!("{stem}y"));
    let es = stem.strip_suffix('e').map(str::to_owned);
    let stems = [Some(stem.to_owned()), es, ies].into_iter().flatten();
    stems.into_iter().find(|stem| counted(stem))
}

/// What a word in lower case may be as it stands: one of what is counted, or what is not counted.
pub(super) fn is_one(word: &str) -> bool {
    let is = kinds(word);
    is.noun && !is.adjective && !BOTH.contains(&word)
}

/// What the dictionary and the lexicon say of an entry; nothing where neither has it.
pub(super) fn kinds(word: &str) -> Kinds {
    let mut kinds = Kinds::default();
    // The dictionary gives the article the endings of a verb.
    if word == "the" {
        return kinds;
    }
    for entry in english(word) {
        let of = entry.flags;
        kinds.noun |= of.contains('M');
        kinds.plural |= of.contains('S');
        kinds.verb |= of.contains('G');
        kinds.adjective |= of.contains(['T', 'P']);
    }
    // `lockers` stands in it under `lock`.
    kinds.plural |= kinds.noun && word.ends_with("er");
    let listed = |name| class(name).is_some_and(|words| words.contains(word));
    kinds.noun |= listed("noun") || listed("mass");
    kinds.plural |= listed("noun");
    kinds.verb |= listed("verb");
    kinds.adjective |= listed("adjective");
    kinds
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_dictionary_has_may_be_nothing() {
        assert_eq!(kinds("xyzzy"), Kinds::default());
        assert_eq!(kinds(""), Kinds::default());
        assert_eq!(kinds("a/b"), Kinds::default());
    }

    #[test]
    fn a_form_is_nothing_else() {
        for (form, word) in [
            (Form::Single, "technician"),
            (Form::Single, "locker"),
            (Form::Plural, "transcripts"),
            (Form::Plural, "deputies"),
            (Form::Plural, "children"),
            (Form::Base, "receive"),
            (Form::Past, "received"),
            (Form::Past, "carried"),
            (Form::Past, "impressed"),
        ] {
            assert!(form.has(word), "{form:?} {word}");
        }
        for (form, word) in [
            (Form::Base, "the"),
            (Form::Single, "visit"),
            (Form::Single, "staff"),
            (Form::Plural, "news"),
            (Form::Plural, "works"),
            (Form::Base, "work"),
            (Form::Past, "need"),
            (Form::Past, "hundred"),
        ] {
            assert!(!form.has(word), "{form:?} {word}");
        }
    }
}
