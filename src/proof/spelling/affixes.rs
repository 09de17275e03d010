//! Whether a word is an entry of the dictionary with its affixes, as Hunspell reads them.

use std::sync::LazyLock;

use super::entries::entries;

pub(super) const AFFIXES: &str = include_str!("../../../dictionaries/english.aff");

/// One line of an affix.
struct Affix {
    /// The letter by which entries name it.
    flag: char,
    /// What it takes from the entry, and what it puts there.
    strip: &'static str,
    add: &'static str,
    /// What the entry ends in: the letters of each place, and whether it is one of them or none.
    ends: Vec<(bool, &'static str)>,
    /// Whether it goes with one at the other end.
    crosses: bool,
}

struct Affixes {
    prefixes: Vec<Affix>,
    suffixes: Vec<Affix>,
}

static ALL: LazyLock<Affixes> = LazyLock::new(|| {
    let mut all = Affixes {
        prefixes: Vec::new(),
        suffixes: Vec::new(),
    };
    let mut crosses = false;
    for line in AFFIXES.lines() {
        let fields: Vec<&'static str> = line.split_whitespace().collect();
        let (kind, flag, rest) = match fields[..] {
            [kind @ ("PFX" | "SFX"), flag, ref rest @ ..] => (kind, flag, rest),
            _ => continue,
        };
        match rest {
            [cross @ ("Y" | "N"), _] => crosses = *cross == "Y",
            [strip, add, ends] => {
                let affix = Affix {
                    flag: flag.chars().next().unwrap_or_default(),
                    strip: strip.trim_start_matches('0'),
                    add: add.trim_start_matches('0'),
                    ends: places(ends),
                    crosses,
                };
                match kind {
                    "PFX" => all.prefixes.push(affix),
                    _ => all.suffixes.push(affix),
                }
            }
            _ => {}
        }
    }
    all
});

/// The places of a condition such as `[^aeiou]y`.
fn places(condition: &'static str) -> Vec<(bool, &'static str)> {
    let mut places = Vec::new();
    let mut rest = condition;
    while let Some(first) = rest.chars().next() {
        let inside = rest.strip_prefix('[').and_then(|rest| rest.split_once(']'));
        match inside {
            Some((letters, behind)) => {
                let negated = letters.strip_prefix('^');
                places.push((negated.is_none(), negated.unwrap_or(letters)));
                rest = behind;
            }
            None => {
                let (letter, behind) = rest.split_at(first.len_utf8());
                // A dot is any letter.
                places.push(if letter == "." {
                    (false, "")
                } else {
                    (true, letter)
                });
                rest = behind;
            }
        }
    }
    places
}

/// Whether a dictionary has a word, spelt exactly so; `language` is the letter of one of the four.
pub(super) fn has_exactly(word: &str, language: Option<char>) -> bool {
    let takes = |stem: &str, flags: &[char]| {
        entries(stem).any(|entry| {
            let theirs = match (language, entry.languages) {
                (Some(language), Some(languages)) => languages.contains(language),
                _ => true,
            };
            // What is only a part of numbers is no word.
            theirs
                && !entry.flags.contains('c')
                && flags.iter().all(|flag| entry.flags.contains(*flag))
        })
    };
    let all = &*ALL;
    if takes(word, &[]) || with_suffix(word, |stem, suffix| takes(stem, &[suffix.flag])) {
        return true;
    }
    all.prefixes.iter().any(|prefix| {
        let rest = word
            .strip_prefix(prefix.add)
            .filter(|rest| !rest.is_empty());
        rest.is_some_and(|rest| {
            takes(rest, &[prefix.flag])
                || with_suffix(rest, |stem, suffix| {
                    suffix.crosses && prefix.crosses && takes(stem, &[suffix.flag, prefix.flag])
                })
        })
    })
}

/// Whether one of the stems that a word may have before a suffix will do.
fn with_suffix(word: &str, mut takes: impl FnMut(&str, &Affix) -> bool) -> bool {
    let mut stem = String::new();
    ALL.suffixes.iter().any(|suffix| {
        let Some(bare) = word
            .strip_suffix(suffix.add)
            .filter(|bare| !bare.is_empty())
        else {
            return false;
        };
        stem.clear();
        stem.push_str(bare);
        stem.push_str(suffix.strip);
        let fits = || {
            let mut letters = stem.chars().rev();
            suffix.ends.iter().rev().all(|(one_of, place)| {
                letters
                    .next()
                    .is_some_and(|letter| place.contains(letter) == *one_of)
            })
        };
        fits() && takes(&stem, suffix)
    })
}
