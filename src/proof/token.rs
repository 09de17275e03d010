//! A text as words and marks.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// A word, its apostrophes included (`don’t`).
    Word,
    /// A number, or a word that holds digits (`p99`, `3rd`).
    Number,
    /// An address of mail or the web: nothing for a proofreader to read.
    Address,
    /// A single mark: a full stop, a quotation mark, an emoji.
    Mark,
}

/// A word or a mark.
#[derive(Debug, Clone)]
pub(super) struct Token {
    /// The bytes of the plain text.
    pub(super) range: Range<usize>,
    pub(super) shape: Shape,
    /// The token in lower case, with straight apostrophes and quotation marks.
    pub(super) folded: String,
    /// Whether a space or a line break stands before it.
    pub(super) spaced: bool,
}

impl Token {
    pub(super) fn is_word(&self) -> bool {
        self.shape == Shape::Word
    }

    /// Whether it begins with a capital.
    pub(super) fn is_capital(&self, text: &str) -> bool {
        text[self.range.clone()].starts_with(char::is_uppercase)
    }
}

/// The longest stretch without a space that is taken apart: no word is longer.
const LONGEST: usize = 400;

/// Takes a stretch of the text apart; the ranges are those of the whole text.
pub(super) fn tokens(text: &str, within: Range<usize>) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut start = within.start;
    for chunk in text[within].split_inclusive(char::is_whitespace) {
        let words = chunk.trim_end();
        if !words.is_empty() {
            take_apart(words, start, &mut tokens);
        }
        start += chunk.len();
    }
    tokens
}

/// The tokens of what stands between two spaces.
fn take_apart(chunk: &str, start: usize, tokens: &mut Vec<Token>) {
    let mut spaced = true;
    let mut push = |range: Range<usize>, shape: Shape| {
        let folded = fold(&chunk[range.clone()]);
        tokens.push(Token {
            range: start + range.start..start + range.end,
            shape,
            folded,
            spaced: std::mem::take(&mut spaced),
        });
    };
    if is_address(chunk) || chunk.len() > LONGEST {
        let bare = chunk.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', '>']);
        push(0..bare.len(), Shape::Address);
        for (at, mark) in chunk[bare.len()..].char_indices() {
            let at = bare.len() + at;
            push(at..at + mark.len_utf8(), Shape::Mark);
        }
        return;
    }
    let mut at = 0;
    for piece in chunk.split_word_bounds() {
        let range = at..at + piece.len();
        at = range.end;
        let shape = match piece.chars().next() {
            Some(first) if !first.is_alphanumeric() => Shape::Mark,
            _ if piece.contains(|c: char| c.is_numeric()) => Shape::Number,
            _ => Shape::Word,
        };
        push(range, shape);
    }
}

fn is_address(chunk: &str) -> bool {
    chunk.contains("://")
        || chunk.starts_with("www.")
        || chunk
            .find('@')
            .is_some_and(|at| at > 0 && chunk[at..].contains('.'))
        || is_domain(chunk)
}

/// Whether it looks like the name of a machine: `okafor.example`, `index.html`.
fn is_domain(chunk: &str) -> bool {
    let bare = chunk.trim_end_matches(['.', ',', ';', ':', '!', '?', ')']);
    let Some((before, after)) = bare.rsplit_once('.') else {
        return false;
    };
    // `end.Then` lacks a space; what follows the dot of a name is short and small.
    before.len() > 1
        && (2..=7).contains(&after.len())
        && after.bytes().all(|byte| byte.is_ascii_lowercase())
        && before.bytes().all(|byte| byte.is_ascii_graphic())
        && !before.starts_with(['"', '(', '\''])
}

/// A word in lower case with straight apostrophes and quotation marks.
pub(super) fn fold(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    word.chars()
        .map(|c| match c {
            '’' | '‘' | 'ʼ' => '\'',
            '“' | '”' | '„' | '«' | '»' => '"',
            '…' => '…',
            c => c,
        })
        .flat_map(char::to_lowercase)
        .collect()
}

/// A text with straight apostrophes.
pub(super) fn straight(text: &str) -> String {
    text.replace(['’', '‘', 'ʼ'], "'")
}

/// A word with its first letter in upper case.
pub(super) fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        let tokens = tokens(text, 0..text.len());
        tokens.into_iter().map(|token| token.folded).collect()
    }

    #[test]
    fn a_word_keeps_its_apostrophe_and_marks_stand_alone() {
        assert_eq!(
            words("I don’t re-plan, “really”: O'Neill at a@b.example."),
            [
                "i",
                "don't",
                "re",
                "-",
                "plan",
                ",",
                "\"",
                "really",
                "\"",
                ":",
                "o'neill",
                "at",
                "a@b.example",
                "."
            ]
        );
        assert!(tokens("", 0..0).is_empty());
    }
}
