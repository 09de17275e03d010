//! Names, company, role and dates of a letter against the notes.

mod calendar;
mod company;
mod date_order;
mod dates;
mod figures;
mod greeting;
mod names;
mod near;
mod people;
mod title;

use super::Page;
use super::finding::Findings;
use super::token::{Shape, Token, straight};

pub(super) use people::People;

/// Whether a word of a name is nearly, but not exactly, the one that is right.
///
/// It differs by its accents or capitals alone, by a letter or two, or sounds the same.
pub fn is_near(typed: &str, right: &str) -> bool {
    near::near(typed, right).is_some()
}

/// Compares the letter with the notes; without notes there is only the calendar to compare with.
pub(super) fn check(page: &Page<'_>, findings: &mut Findings<'_>) {
    if page.proof.notes.is_some() {
        greeting::check(page, findings);
        names::check(page, findings);
        company::check(page, findings);
        title::check(page, findings);
    }
    dates::check(page, findings);
    figures::check(page, findings);
}

/// A word of the letter as typed, with straight apostrophes and without an `'s`.
fn word(page: &Page<'_>, token: &Token) -> String {
    let typed = straight(page.document.words(&token.range));
    let bare = typed
        .strip_suffix("'s")
        .or_else(|| typed.strip_suffix('\''));
    bare.map_or(typed.clone(), str::to_owned)
}

/// The words at some places of the letter, as [`word`] gives them.
fn words_at(page: &Page<'_>, places: &[usize]) -> Vec<String> {
    let tokens = places.iter().map(|at| &page.document.tokens[*at]);
    tokens.map(|token| word(page, token)).collect()
}

/// Whether a token is a word with a capital, and neither all capitals nor the word `I`.
fn is_name_like(page: &Page<'_>, token: &Token) -> bool {
    let typed = page.document.words(&token.range);
    let small = typed.chars().any(char::is_lowercase);
    token.shape == Shape::Word && typed.starts_with(char::is_uppercase) && small
}

/// The tokens from one place on that stand in one sentence with it and are words, marks such as
/// hyphens passed over: at most `many`.
fn words_from(page: &Page<'_>, at: usize, many: usize) -> Vec<usize> {
    let tokens = &page.document.tokens;
    let mut found = Vec::with_capacity(many);
    let mut next = at;
    while found.len() < many {
        let Some(token) = tokens.get(next) else { break };
        match token.shape {
            Shape::Word | Shape::Number => found.push(next),
            // A hyphen inside a word, the full stop of a title; nothing else joins words of a name.
            Shape::Mark
                if !found.is_empty()
                    && matches!(token.folded.as_str(), "-" | "." | "&" | "/" | "'") => {}
            _ => break,
        }
        next += 1;
    }
    found
}
