//! The sentences between the greeting and the sign-off.

use std::ops::Range;

use crate::proof::document::{Document, Part};

/// The sentences of the body that have a word, as ranges of tokens.
pub(super) fn body(document: &Document) -> Vec<Range<usize>> {
    let mut zones = document.parts(Part::Body).peekable();
    let mut sentences = Vec::new();
    for sentence in &document.sentences {
        while zones
            .next_if(|zone| zone.tokens.end <= sentence.start)
            .is_some()
        {}
        let inside = zones
            .peek()
            .is_some_and(|zone| zone.tokens.contains(&sentence.start));
        let tokens = &document.tokens[sentence.clone()];
        if inside && tokens.iter().any(|token| token.is_word()) {
            sentences.push(sentence.clone());
        }
    }
    sentences
}
