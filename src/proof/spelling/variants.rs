//! A word as it is spelt in another country.

use super::dictionary::Dictionary;

/// The letters that stand for each other, both ways round.
fn pairs() -> impl Iterator<Item = (&'static str, &'static str)> {
    let lines = include_str!("variants.txt").lines();
    let pairs = lines
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once(" = "));
    pairs.flat_map(|(one, other)| [(one, other), (other, one)])
}

/// What a word of another country is in this one: `programme` is `program` in the United States.
///
/// Empty where its letters do not tell.
pub(super) fn variants(word: &str, words: &Dictionary) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for (theirs, ours) in pairs() {
        for (at, _) in word.match_indices(theirs) {
            let rest = at + theirs.len();
            let candidate = format!("{}{ours}{}", &word[..at], &word[rest..]);
            if words.has(&candidate) && !found.contains(&candidate) {
                found.push(candidate);
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::language::Language::{EnGb, EnUs};

    use super::*;

    #[test]
    fn each_word_is_named_as_it_is_spelt_here() {
        for (word, language, here) in [
            ("programme", EnUs, "program"),
            ("programmes", EnUs, "programs"),
            ("organise", EnUs, "organize"),
            ("analysed", EnUs, "analyzed"),
            ("colour", EnUs, "color"),
            ("centre", EnUs, "center"),
            ("fibre", EnUs, "fiber"),
            ("catalogue", EnUs, "catalog"),
            ("travelled", EnUs, "traveled"),
            ("fulfil", EnUs, "fulfill"),
            ("defence", EnUs, "defense"),
            ("anaemia", EnUs, "anemia"),
            ("manoeuvre", EnUs, "maneuver"),
            ("aluminium", EnUs, "aluminum"),
            ("cheque", EnUs, "check"),
            ("grey", EnUs, "gray"),
            ("mould", EnUs, "mold"),
            ("sceptical", EnUs, "skeptical"),
            ("tyres", EnUs, "tires"),
            ("color", EnGb, "colour"),
            ("center", EnGb, "centre"),
            ("traveled", EnGb, "travelled"),
            ("catalog", EnGb, "catalogue"),
            ("aluminum", EnGb, "aluminium"),
            ("mold", EnGb, "mould"),
        ] {
            let found = variants(word, Dictionary::of(language));
            assert_eq!(
                found.first().map(String::as_str),
                Some(here),
                "{word}: {found:?}"
            );
        }
        assert_eq!(variants("tonne", Dictionary::of(EnUs)), [""; 0]);
    }
}
