//! The runs of three words of a text, for telling how much two texts are alike.

/// The words of a run.
const RUN: usize = 3;

/// The runs of three words of a text, each once, as hashes in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shingles(Vec<u64>);

impl Shingles {
    /// The runs of some words.
    pub fn of<'a>(words: impl IntoIterator<Item = &'a str>) -> Self {
        let words: Vec<&str> = words.into_iter().collect();
        let mut runs: Vec<u64> = words
            .windows(RUN)
            .map(|run| hash(run.iter().copied()))
            .collect();
        runs.sort_unstable();
        runs.dedup();
        Self(runs)
    }

    /// The runs of several texts, none of which goes on in the next.
    pub fn joined(texts: impl IntoIterator<Item = Self>) -> Self {
        let mut runs: Vec<u64> = texts.into_iter().flat_map(|text| text.0).collect();
        runs.sort_unstable();
        runs.dedup();
        Self(runs)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether the text has fewer than three words.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What both have of what either has, from 0 to 1 (Jaccard).
    pub fn similarity(&self, other: &Self) -> f64 {
        let shared = self.shared(other);
        let either = self.len() + other.len() - shared;
        shared as f64 / either.max(1) as f64
    }

    /// What both have of what the shorter has, from 0 to 1.
    pub fn containment(&self, other: &Self) -> f64 {
        let shorter = self.len().min(other.len());
        self.shared(other) as f64 / shorter.max(1) as f64
    }

    fn shared(&self, other: &Self) -> usize {
        let mut theirs = other.0.iter().peekable();
        let mut shared = 0;
        for run in &self.0 {
            while theirs.next_if(|their| *their < run).is_some() {}
            shared += usize::from(theirs.next_if_eq(&run).is_some());
        }
        shared
    }
}

/// The hash of some words, the same on every machine (FNV-1a of 64 bits).
pub(super) fn hash<'a>(words: impl Iterator<Item = &'a str>) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for word in words {
        for byte in word.bytes().chain([0]) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    hash
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shared_runs_are_counted() {
        let of = |text: &str| {
            let words: Vec<String> = text.split(' ').map(str::to_owned).collect();
            Shingles::of(words.iter().map(String::as_str))
        };
        let (one, two) = (of("a b c d"), of("b c d e"));
        assert!((one.similarity(&two) - 1.0 / 3.0).abs() < 1e-9);
        assert!((one.containment(&two) - 0.5).abs() < 1e-9);
        assert!(of("a b").is_empty());
        assert!(one.similarity(&of("a b")).abs() < 1e-9);
    }
}
