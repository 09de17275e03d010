//! British letters that write -ise in one place and -ize in another.
//!
//! Either is right in Britain, and both together look pasted.

use super::super::Page;
use super::super::finding::Findings;
use super::super::registry::known as rule;
use super::super::token::{Token, capitalised};
use super::dictionary::Dictionary;
use crate::language::Language;

/// Finds the words whose ending is the rarer one of the letter and its notes.
pub(super) fn check(page: &Page<'_>, findings: &mut Findings<'_>) {
    if page.language() != Language::EnGb {
        return;
    }
    let document = page.document;
    let tokens = || document.tokens.iter().filter(|token| token.is_word());
    let with_z: Vec<(&Token, String)> = tokens()
        .filter_map(|token| Some((token, with_s(&token.folded)?)))
        .collect();
    if with_z.is_empty() {
        return;
    }
    let with_s: Vec<(&Token, String)> = tokens()
        .filter_map(|token| Some((token, with_z_of(&token.folded)?)))
        .collect();
    if with_s.is_empty() {
        return;
    }
    let (rarer, usual) = match with_z.len() > with_s.len() {
        true => (with_s, with_z),
        false => (with_z, with_s),
    };
    let other = usual
        .first()
        .map_or("", |(token, _)| document.words(&token.range));
    for (token, put) in rarer {
        let word = document.words(&token.range);
        let quoted = document.quoted.iter().zip(&document.tokens);
        if quoted
            .into_iter()
            .any(|(quoted, each)| *quoted && each.range == token.range)
        {
            continue;
        }
        let message = format!("“{word}” and “{other}” do not end alike");
        let put = match word.starts_with(char::is_uppercase) {
            true => capitalised(&put),
            false => put,
        };
        let found = findings.add(rule("dialect-spelling"), &token.range, message);
        found
            .suggest(put)
            .help("either ending is right in Britain: keep to one of them");
    }
}

/// A word in -ize with its s: `organized` is `organised`.
fn with_s(word: &str) -> Option<String> {
    let put = changed(word, "iz", "is")?;
    let british = Dictionary::of(Language::EnGb);
    (british.has(&put) && !british.has(word)).then_some(put)
}

/// A word in -ise that Oxford writes with a z: `organised`, and neither `advise` nor `analyse`.
fn with_z_of(word: &str) -> Option<String> {
    let put = changed(word, "is", "iz")?;
    (Dictionary::of(Language::EnUs).has(&put) && !Dictionary::of(Language::EnUs).has(word))
        .then_some(put)
}

/// A word with the letters of its ending changed.
fn changed(word: &str, from: &str, to: &str) -> Option<String> {
    let at = word.rfind(from).filter(|at| *at > 1)?;
    let rest = &word[at + from.len()..];
    let is_ending = [
        "e", "ed", "es", "er", "ers", "ing", "ation", "ations", "able",
    ]
    .contains(&rest);
    is_ending.then(|| format!("{}{to}{rest}", &word[..at]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_may_end_either_way_is_compared() {
        assert_eq!(with_s("organized").as_deref(), Some("organised"));
        assert_eq!(with_z_of("organised").as_deref(), Some("organized"));
        for word in [
            "advise", "analyse", "surprise", "exercise", "size", "prize", "seized", "is",
        ] {
            assert_eq!((with_s(word), with_z_of(word)), (None, None), "{word}");
        }
    }
}
