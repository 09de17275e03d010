//! The dictionary as it lies in the program: its lines in the order of their bytes, of which a word is
//! found by halving, so that nothing has to be built before the first word is looked up.

use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The words and their flags, in the order of their bytes.
pub(super) static WORDS: &str = include_str!("../../../dictionaries/english.dic");
pub(super) const WORKPLACE: &str = include_str!("../../../dictionaries/workplace.dic");

/// Where each line of [`WORDS`] begins.
static STARTS: LazyLock<Vec<u32>> = LazyLock::new(|| {
    let mut starts = vec![0];
    let breaks = WORDS.bytes().zip(1..).filter(|(byte, _)| *byte == b'\n');
    starts.extend(breaks.map(|(_, at)| at));
    starts
});

/// The words of [`WORKPLACE`].
static OWN: LazyLock<BTreeMap<&str, Entry>> = LazyLock::new(|| {
    let lines = WORKPLACE.lines().filter(|line| !line.starts_with('#'));
    let entries = lines.map(|line| {
        let (line, languages) = match line.split_once('\t') {
            Some((line, languages)) => (line, Some(languages)),
            None => (line, None),
        };
        let (word, flags) = line.split_once('/').unwrap_or((line, ""));
        (word, Entry { flags, languages })
    });
    entries.collect()
});

/// An entry of the dictionary.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::proof) struct Entry {
    /// The letters of the affixes that it takes.
    pub(in crate::proof) flags: &'static str,
    /// The letters of the languages that have it; `None` where all have.
    pub(in crate::proof) languages: Option<&'static str>,
}

/// The entries of a word, spelt exactly so, in the dictionary of the four languages.
pub(in crate::proof) fn english(word: &str) -> impl Iterator<Item = Entry> {
    let sought = !word.is_empty() && !word.contains(['/', '\t', '\n']);
    let first = match sought {
        true => STARTS.partition_point(|start| rest(*start).as_bytes() < word.as_bytes()),
        false => STARTS.len(),
    };
    STARTS[first..]
        .iter()
        .map_while(move |start| rest(*start).strip_prefix(word))
        .map(|rest| rest.split('\n').next().unwrap_or_default())
        // Behind `age` stand `age-old` and `age’s`, before `age/DSM`.
        .take_while(|rest| rest.bytes().next().is_none_or(|byte| byte <= b'/'))
        .filter_map(|rest| {
            let (flags, languages) = match rest.split_once('\t') {
                Some((flags, languages)) => (flags, Some(languages)),
                None => (rest, None),
            };
            let flags = match flags {
                "" => "",
                flags => flags.strip_prefix('/')?,
            };
            Some(Entry { flags, languages })
        })
}

/// The entries of a word, those of the workplace among them.
pub(super) fn entries(word: &str) -> impl Iterator<Item = Entry> {
    english(word).chain(OWN.get(word).copied())
}

/// The dictionary from a line on.
fn rest(start: u32) -> &'static str {
    WORDS.get(start as usize..).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_dictionary_is_found() {
        let lines: Vec<&str> = WORDS.lines().collect();
        assert!(lines.is_sorted_by(|a, b| a.as_bytes() <= b.as_bytes()));
        for line in lines {
            let (word, languages) = match line.split_once('\t') {
                Some((word, languages)) => (word, Some(languages)),
                None => (line, None),
            };
            let (word, flags) = word.split_once('/').unwrap_or((word, ""));
            let entry = Entry { flags, languages };
            assert!(english(word).any(|each| each == entry), "{line}");
        }
        assert!(english("xyzzy").next().is_none() && english("").next().is_none());
    }
}
