//! Dates in the order of another country: `17 November` in the United States, `November 17` in Britain.

use jiff::civil::Date;

use super::dates::Said;
use crate::language::Language;
use crate::proof::Page;
use crate::proof::finding::Findings;
use crate::proof::registry::known as rule;
use crate::proof::token::Shape;

/// Adds a finding where a date is named in another order than the language has it.
///
/// In Canada either is right.
pub(super) fn check(page: &Page<'_>, said: &Said, findings: &mut Findings<'_>) {
    let language = page.language();
    let Some((day, month, year)) = said.date else {
        return;
    };
    let tokens = &page.document.tokens[..];
    let from = said.tokens.start + behind_weekday(page, said);
    let day_first = tokens
        .get(from)
        .is_some_and(|token| token.shape == Shape::Number);
    let wants_day = language.is_british();
    if language == Language::EnCa || day_first == wants_day {
        return;
    }
    // A leap year, so that every day there is has a name.
    let Ok(date) = Date::new(year.unwrap_or(2024), month, day) else {
        return;
    };
    let range = page.document.span(&(from..said.tokens.end));
    let words = page.document.words(&range);
    // `The 17th of November` is said everywhere; a number and a month with no word before them may be
    // anything (`Room 12 May Street`).
    let before = from.checked_sub(1).and_then(|at| tokens.get(at));
    let leads = before.is_some_and(|token| LEADS.contains(&token.folded.as_str()))
        || said.weekday.is_some();
    // `In May 4 people left`.
    let next = tokens.get(said.tokens.end);
    let counts = next
        .is_some_and(|token| token.is_word() && !FOLLOWS.contains(&token.folded.as_str()))
        && year.is_none();
    if !leads || counts || words.contains(" of ") {
        return;
    }
    let spoken = match year {
        Some(_) => language.full_date(date),
        None => language.month_and_day(date),
    };
    let message = format!("in {} a date is written “{spoken}”", language.tag());
    findings
        .add(rule("dialect-usage"), &range, message)
        .suggest(spoken);
}

/// Words that stand before a date.
const LEADS: [&str; 21] = [
    ",", "on", "for", "by", "from", "to", "until", "till", "since", "before", "after", "of", "and",
    "between", "dated", "is", "was", "through", "around", "about", "this",
];

/// Words that stand behind a date.
const FOLLOWS: [&str; 36] = [
    "at",
    "in",
    "on",
    "and",
    "or",
    "to",
    "for",
    "with",
    "about",
    "from",
    "is",
    "was",
    "are",
    "when",
    "as",
    "if",
    "so",
    "but",
    "that",
    "which",
    "until",
    "by",
    "through",
    "where",
    "will",
    "would",
    "were",
    "because",
    "before",
    "after",
    "suits",
    "i",
    "we",
    "you",
    "onwards",
    "interview",
];

/// How many tokens of what is said are the weekday and what parts it from the date.
fn behind_weekday(page: &Page<'_>, said: &Said) -> usize {
    if said.weekday.is_none() {
        return 0;
    }
    let tokens = &page.document.tokens[said.tokens.clone()];
    let parts = ["morning", "afternoon", "evening", ",", "the"];
    let behind = tokens.iter().skip(1);
    1 + behind
        .take_while(|token| parts.contains(&token.folded.as_str()))
        .count()
}
