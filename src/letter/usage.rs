//! What a phrase says for one language, and to somebody who is greeted by a title.
//!
//! Themes are written once; `usage.yaml` has the turns that are put otherwise in Britain, and those
//! that are too short or too familiar after "Dear Professor". Values of the notes stay as they are.

use std::borrow::Cow;
use std::sync::LazyLock;

use crate::theme::marks::{VALUE, VALUE_END};
use crate::yaml::{self, Value};

/// A turn, and what stands for it.
type Turn = (String, String);

/// Why a phrase is put otherwise: the parts of the data file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// Own sentences with a "we" of their own come next.
    Ours,
    /// What they said has a "that" of its own near its beginning.
    Piling,
    /// A bare topic comes after a moment.
    Also,
    /// The reader is greeted by a title or by the whole name.
    Formal,
    British,
}

impl Part {
    /// Each with its name in the data file, in the order in which they are put.
    pub(super) const ALL: [(Self, &'static str); 5] = [
        (Self::Ours, "ours"),
        (Self::Piling, "piling"),
        (Self::Also, "also"),
        (Self::Formal, "formal"),
        (Self::British, "british"),
    ];
}

/// The turns of each part, in the order of the file.
static TURNS: LazyLock<[Vec<Turn>; 5]> = LazyLock::new(|| {
    let mut turns: [Vec<Turn>; 5] = Default::default();
    let root = yaml::values(include_str!("usage.yaml")).map(|root| root.value);
    if let Some(Value::Map(parts)) = root {
        for part in parts {
            let known = Part::ALL.iter().position(|(_, name)| part.key == *name);
            if let Some(at) = known {
                turns[at] = read(part.value.value);
            }
        }
    }
    turns
});

/// The turns of one part of the data file.
fn read(part: Value) -> Vec<Turn> {
    let Value::Map(turns) = part else {
        return Vec::new();
    };
    let pair = |entry: yaml::Entry| match entry.value.value {
        Value::Scalar(scalar) => Some((entry.key, scalar.text)),
        _ => None,
    };
    turns.into_iter().filter_map(pair).collect()
}

/// A rendered phrase, its values still marked, as it is put for each part that `is_so`.
pub(super) fn put(text: &str, is_so: impl Fn(Part) -> bool) -> String {
    let mut put = text.to_owned();
    for ((part, _), turns) in Part::ALL.iter().zip(TURNS.iter()) {
        if is_so(*part) {
            put = outside(&put, turns);
        }
    }
    put
}

/// A text with turns replaced outside the values.
fn outside(text: &str, turns: &[Turn]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut depth = 0_usize;
    for piece in text.split_inclusive([VALUE, VALUE_END]) {
        let (words, mark) = match piece.strip_suffix([VALUE, VALUE_END]) {
            Some(words) => (words, piece.chars().next_back()),
            None => (piece, None),
        };
        if depth == 0 {
            let mut put = Cow::Borrowed(words);
            for (turn, by) in turns {
                if put.contains(turn.as_str()) {
                    put = replaced(&put, turn, by).into();
                }
            }
            out.push_str(&put);
        } else {
            out.push_str(words);
        }
        out.extend(mark);
        match mark {
            Some(VALUE) => depth += 1,
            Some(_) => depth = depth.saturating_sub(1),
            None => {}
        }
    }
    out
}

/// A text with each turn that stands there as whole words replaced.
fn replaced(text: &str, turn: &str, by: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(turn) {
        let (before, after) = (&rest[..at], &rest[at + turn.len()..]);
        let joins = |c: char| c.is_alphanumeric() || c == '\'';
        let is_whole = !before.ends_with(joins) && !after.starts_with(joins);
        out.push_str(before);
        out.push_str(if is_whole { by } else { turn });
        rest = after;
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_words_of_the_theme_are_put_otherwise() {
        let text = format!("Thanks for meeting with me. I'd like {VALUE}I'd say{VALUE_END}, I'd.");
        let say = |parts: &[Part]| {
            let put = put(&text, |part| parts.contains(&part));
            put.replace([VALUE, VALUE_END], "|")
        };
        assert_eq!(
            say(&[Part::British, Part::Formal]),
            "Thank you for meeting me. I would like |I'd say|, I would."
        );
        assert_eq!(
            say(&[Part::Piling]),
            "Thanks for meeting with me. I'd like |I'd say|, I'd."
        );
    }

    #[test]
    fn the_data_file_has_turns_and_none_hides_another() {
        for turns in TURNS.iter() {
            assert!(turns.len() > 2);
            for (at, (turn, by)) in turns.iter().enumerate() {
                assert_ne!(turn, by);
                let hidden = turns[..at].iter().find(|(before, _)| turn.contains(before));
                assert!(hidden.is_none(), "{turn} stands behind {hidden:?}");
            }
        }
    }
}
