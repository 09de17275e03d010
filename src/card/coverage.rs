//! Which face each word is set in.
//!
//! A missing glyph would print as an empty box that the shaper reports nowhere, so coverage is
//! settled before anything is shaped: per grapheme cluster, by the rules by which shapers compose
//! and decompose. A word is never set in two faces, nor is a name of several words.

use std::ops::Range;
use std::sync::Arc;

use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

use super::CardError;
use super::fonts::Face;

/// A stretch of text that is set in one face.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct FaceRun {
    /// Bytes of the text.
    pub range: Range<usize>,
    /// The place of the face in the chain.
    pub face: usize,
}

/// Divides a text among the faces of a chain, the first of which is the wanted one.
///
/// The runs follow each other without gap. A space goes with the word before it.
pub(super) fn divide(text: &str, chain: &[Arc<Face>]) -> Result<Vec<FaceRun>, CardError> {
    let mut words = Vec::new();
    let mut from = 0;
    for piece in text.split_inclusive(' ') {
        let word = piece.trim_end_matches(' ');
        let face = face_for(word, chain)?;
        words.push(Word {
            range: from..from + piece.len(),
            text: word,
            face,
        });
        from += piece.len();
    }
    keep_names_together(&mut words, chain);
    Ok(merged(&words))
}

struct Word<'t> {
    range: Range<usize>,
    text: &'t str,
    face: usize,
}

fn face_for(word: &str, chain: &[Arc<Face>]) -> Result<usize, CardError> {
    if let Some(face) = chain.iter().position(|face| covers(face, word)) {
        return Ok(face);
    }
    // No face has all of the word: name the first cluster that no face has, or else the first one
    // that the face which comes nearest has not.
    let lacks = |cluster: &&str| !chain.iter().any(|face| covers_cluster(face, cluster));
    let first_lacks = |cluster: &&str| {
        !chain
            .first()
            .is_some_and(|face| covers_cluster(face, cluster))
    };
    let cluster = word.graphemes(true).find(lacks);
    let cluster = cluster
        .or_else(|| word.graphemes(true).find(first_lacks))
        .unwrap_or(word);
    Err(CardError::NoGlyph {
        character: cluster.to_owned(),
        word: word.to_owned(),
    })
}

fn covers(face: &Face, text: &str) -> bool {
    text.is_ascii() && text.bytes().all(|byte| face.has(char::from(byte)))
        || text
            .graphemes(true)
            .all(|cluster| covers_cluster(face, cluster))
}

fn covers_cluster(face: &Face, cluster: &str) -> bool {
    cluster.chars().all(|c| covers_char(face, c))
        // `e` with a combining diaeresis, where the face has `ë` but no separate mark.
        || cluster.nfc().all(|c| covers_char(face, c))
}

/// Whether a shaper can draw a character: by its own glyph, by the glyphs of a decomposition, or
/// by what it puts in place of some spaces and hyphens.
fn covers_char(face: &Face, character: char) -> bool {
    if face.has(character) || is_ignorable(character) {
        return true;
    }
    if is_replaced_space(character) {
        return face.has(' ');
    }
    if character == '\u{2011}' {
        // The shaper tries U+2010 in its place and nothing else.
        return face.has('\u{2010}');
    }
    let parts: Vec<char> = std::iter::once(character).nfd().collect();
    // The base with as many of its marks as one glyph holds, then the other marks one by one.
    parts.len() > 1
        && (1..parts.len()).rev().any(|split| {
            let (base, marks) = parts.split_at(split);
            let mut composed = base.iter().copied().nfc();
            let single = composed.next().filter(|_| composed.next().is_none());
            single.is_some_and(|c| face.has(c)) && marks.iter().all(|mark| face.has(*mark))
        })
}

/// Characters that are there for the machine and have no picture; shapers leave them out.
pub(super) fn is_ignorable(character: char) -> bool {
    matches!(character,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}' | '\u{e0000}'..='\u{e0fff}')
}

/// Spaces that shapers draw as an advance of the right width where a face has none.
fn is_replaced_space(character: char) -> bool {
    matches!(
        character,
        '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}'
    )
}

/// Sets the words of a name alike: where one with a capital falls back, its neighbours with a
/// capital follow, unless punctuation divides them.
fn keep_names_together(words: &mut [Word<'_>], chain: &[Arc<Face>]) {
    for place in 0..words.len() {
        let face = words[place].face;
        if face == 0 || !is_capitalised(words[place].text) {
            continue;
        }
        for next in place + 1..words.len() {
            if !joins(words[next - 1].text, words[next].text) || !adopt(words, next, face, chain) {
                break;
            }
        }
        // The first word of a sentence has its capital from elsewhere.
        for before in (1..place).rev() {
            if !joins(words[before].text, words[before + 1].text)
                || !adopt(words, before, face, chain)
            {
                break;
            }
        }
    }
}

fn adopt(words: &mut [Word<'_>], place: usize, face: usize, chain: &[Arc<Face>]) -> bool {
    let fits = words[place].face < face && covers(&chain[face], words[place].text);
    if fits {
        words[place].face = face;
    }
    fits
}

fn joins(left: &str, right: &str) -> bool {
    is_capitalised(left)
        && is_capitalised(right)
        && left.ends_with(|c: char| c.is_alphanumeric() || c == '-')
}

fn is_capitalised(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

fn merged(words: &[Word<'_>]) -> Vec<FaceRun> {
    let mut runs: Vec<FaceRun> = Vec::new();
    for word in words {
        match runs.last_mut() {
            Some(run) if run.face == word.face => run.range.end = word.range.end,
            _ => runs.push(FaceRun {
                range: word.range.clone(),
                face: word.face,
            }),
        }
    }
    runs
}
