//! Where sentences end.

use std::sync::LazyLock;

use super::Lists;

/// Short forms that keep their full stop.
static WORDS: LazyLock<Lists> = LazyLock::new(|| Lists::read(include_str!("sentences.txt")));

/// Marks that close what a sentence ends in.
const CLOSING: [char; 7] = ['"', '\'', '”', '’', ')', ']', '»'];

/// Whether the stop at the end belongs to a short form, such as `Inc.`, `a.m.` or an initial.
pub fn keeps_stop(text: &str) -> bool {
    let last = text.split_whitespace().last().unwrap_or_default();
    let word = last.trim_start_matches(|c: char| !c.is_alphanumeric());
    let dots = word.matches('.').count();
    let initial = word.chars().count() == 2 && word.starts_with(char::is_uppercase);
    dots > 1 || initial || WORDS.has("stop", word)
}

/// Where the second sentence of a line and those after it begin, in bytes.
pub fn sentence_starts(line: &str) -> Vec<usize> {
    let mut starts = Vec::new();
    for (at, space) in line.match_indices([' ', '\n']) {
        let (before, after) = (&line[..at], &line[at + space.len()..]);
        let word = &before[before.rfind([' ', '\n']).map_or(0, |at| at + 1)..];
        let bare = word.trim_end_matches(CLOSING);
        let ends = bare.ends_with(['?', '!', '…']) || bare.ends_with('.') && !keeps_stop(bare);
        if ends && !after.starts_with(char::is_lowercase) {
            starts.push(at + space.len());
        }
    }
    starts
}
