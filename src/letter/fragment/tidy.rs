//! What haste leaves in a fragment or in own sentences: shouting, chat, capitals that lack.

use std::borrow::Cow;

use super::{LISTS, plain};
use crate::language::keeps_stop;

/// Own sentences with the capitals that were left out in haste: of `i` alone, and after a stop.
pub(in crate::letter) fn own(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        let before = out.trim_end();
        let begins_word = before.len() < out.len() || out.ends_with('(') || at == 0;
        let after = text[at + c.len_utf8()..].chars().next().unwrap_or(' ');
        let alone = c == 'i' && matches!(after, ' ' | ',' | '\'' | '’');
        let after_stop = before.len() < out.len()
            && before.ends_with(['.', '?', '!'])
            && ends_in_a_word(before)
            && !before.ends_with("..")
            && !keeps_stop(before);
        let upper = begins_word && (alone || after_stop) && c.is_lowercase();
        if upper {
            out.extend(c.to_uppercase());
        } else {
            out.push(c);
        }
    }
    out
}

/// Whether a word of several letters stands before the marks at the end, no number or initial.
fn ends_in_a_word(text: &str) -> bool {
    let last = text.split_whitespace().next_back().unwrap_or_default();
    last.chars().filter(|c| c.is_alphabetic()).count() > 1
}

/// A fragment without words that shout: two and more in capitals beside words in small letters, or
/// one that is no name and no short form: `RIDICULOUS`, `HUGE`.
pub(super) fn without_shouts(text: &str) -> Option<String> {
    let tokens: Vec<&str> = text.split(' ').collect();
    let shouts = |token: &&str| {
        let letters = token.chars().filter(|c| c.is_alphabetic());
        letters.clone().count() > 2 && letters.clone().all(char::is_uppercase)
    };
    let loud: Vec<bool> = tokens.iter().map(shouts).collect();
    let beside = |at: usize| {
        at > 0 && loud[at - 1]
            || loud.get(at + 1).copied().unwrap_or_default()
            || is_emphasis(tokens[at])
    };
    if loud.iter().all(|loud| *loud) || !(0..loud.len()).any(|at| loud[at] && beside(at)) {
        return None;
    }
    let word = |(at, token): (usize, &&str)| match loud[at] && beside(at) {
        true => token.to_lowercase(),
        false => (*token).to_owned(),
    };
    Some(
        tokens
            .iter()
            .enumerate()
            .map(word)
            .collect::<Vec<_>>()
            .join(" "),
    )
}

/// A fragment with the quotation marks of a letter for pairs of straight ones; a nickname keeps its
/// own: `what "on time" means`, not `Zoë "Zed" Müller`.
pub(super) fn curled(text: &str) -> String {
    let pieces: Vec<&str> = text.split('"').collect();
    let is_word = |piece: &&str| piece.starts_with(char::is_lowercase);
    let quoted = pieces.iter().skip(1).step_by(2);
    if pieces.len().is_multiple_of(2) || !quoted.clone().all(is_word) {
        return text.to_owned();
    }
    let each = pieces.iter().enumerate().map(|(at, piece)| match at % 2 {
        0 => (*piece).to_owned(),
        _ => format!("“{piece}”"),
    });
    each.collect()
}

/// Whether a word is written in capitals for its weight alone.
fn is_emphasis(token: &str) -> bool {
    let word = plain(token);
    let ends = ["ous", "ful", "ible", "able", "ingly", "ally", "iful"];
    LISTS.has("emphasis", &word) || word.len() > 6 && ends.iter().any(|end| word.ends_with(end))
}

/// A fragment without the capitals that polite people give its reader in the middle: `the way You
/// run it`.
pub(super) fn without_stray_capitals(text: &str) -> String {
    let mut words: Vec<Cow<'_, str>> = text.split(' ').map(Cow::Borrowed).collect();
    for word in words.iter_mut().skip(1) {
        if matches!(
            word.as_ref(),
            "You" | "Your" | "Yours" | "You're" | "You’re"
        ) {
            *word = word.to_lowercase().into();
        }
    }
    if let [first, second, ..] = words.as_mut_slice()
        && is_doing(first)
        && second.starts_with(char::is_lowercase)
    {
        *first = first.to_lowercase().into();
    }
    words.join(" ")
}

/// A fragment without a memory of one's own, since a letter remembers it: `your account of …`.
pub(super) fn without_recollection(text: &str) -> Option<String> {
    let (owner, rest) = text.split_once(' ')?;
    let (memory, of) = rest.split_once(' ')?;
    let is_theirs = matches!(plain(owner).as_ref(), "your" | "his" | "her" | "the");
    let is_of = of.starts_with("of ");
    (is_theirs && is_of && LISTS.has("memories", &plain(memory)))
        .then(|| format!("{owner} account {of}"))
}

/// Whether a word with a capital is what somebody does rather than a name: `Reviewing`.
fn is_doing(word: &str) -> bool {
    let stem = word.strip_suffix("ing").unwrap_or_default();
    stem.len() > 2
        && stem.chars().skip(1).all(char::is_lowercase)
        && !LISTS.has("names-in-ing", &word.to_lowercase())
}

/// A text without what is written in a chat and not in a letter; `None` where there is nothing such.
///
/// Words without a meaning go (`ngl`), spoken forms are spelt out (`kinda`), and an aside after the
/// last comma goes (`, super cool`): it was meant for the writer.
pub(super) fn without_chat(text: &str) -> Option<String> {
    let mut words: Vec<Cow<'_, str>> = Vec::new();
    for token in text.split(' ') {
        let word = plain(token);
        if LISTS.has("chat", &word) {
            continue;
        }
        let spelt = match word.as_ref() {
            "kinda" => "kind of",
            "sorta" => "sort of",
            "gonna" => "going to",
            "wanna" => "want to",
            "gotta" => "have to",
            "cuz" | "bc" | "b/c" => "because",
            "w/" => "with",
            "u" => "you",
            "ur" => "your",
            "thru" => "through",
            "tho" => "though",
            "prolly" => "probably",
            _ => "",
        };
        if spelt.is_empty() {
            words.push(token.into());
        } else {
            words.push(
                token
                    .to_lowercase()
                    .replacen(word.as_ref(), spelt, 1)
                    .into(),
            );
        }
    }
    let mut out = words.join(" ");
    if let Some((before, aside)) = out.rsplit_once(", ") {
        let first = plain(aside.split(' ').next().unwrap_or_default());
        if LISTS.has("asides", &first) && aside.split(' ').count() <= 4 {
            out = before.to_owned();
        }
    }
    let out = out.trim_end_matches([' ', ',']).to_owned();
    (out != text && !out.is_empty()).then_some(out)
}

/// A text in capitals throughout in small letters; `None` where it is not.
pub(super) fn without_capitals(text: &str) -> Option<String> {
    let letters = || text.chars().filter(|c| c.is_alphabetic());
    let mut words = text.split_whitespace();
    let is_shouted = words.clone().count() > 3 && words.any(|word| word.chars().count() > 4);
    (is_shouted && letters().all(|c| !c.is_lowercase())).then(|| own(&text.to_lowercase()))
}
