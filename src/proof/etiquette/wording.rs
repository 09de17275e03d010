//! Wordings whose absence tells, in the pattern language of the rules.

use std::sync::LazyLock;

use crate::proof::pattern::{Pattern, WordLists};
use crate::proof::pattern_index::Index;

/// Words that thank.
pub(super) static THANKS: LazyLock<Index> = LazyLock::new(|| read(include_str!("thanks.txt")).0);

/// Words that say that one would like the job.
pub(super) static INTEREST: LazyLock<Index> =
    LazyLock::new(|| read(include_str!("interest.txt")).0);

/// Reads a file of patterns, one a line; gives what is wrong with them as well.
fn read(text: &str) -> (Index, Vec<String>) {
    let mut index = Index::default();
    let mut problems = Vec::new();
    for line in text.lines() {
        if line.is_empty() || line.starts_with("# ") {
            continue;
        }
        match Pattern::parse(line, &WordLists::new()) {
            Ok(pattern) => {
                index.add(pattern);
            }
            Err(why) => problems.push(format!("`{line}`: {why}")),
        }
    }
    (index, problems)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_files_are_patterns() {
        for text in [include_str!("thanks.txt"), include_str!("interest.txt")] {
            assert_eq!(read(text).1, Vec::<String>::new());
        }
    }
}
