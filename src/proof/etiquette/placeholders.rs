//! Places that were never filled in: brackets, braces, underlines, rows of question marks.

use std::ops::Range;

use crate::proof::Page;
use crate::proof::finding::Findings;
use crate::proof::registry;

/// The most characters between two brackets: what is longer is a remark.
const LONGEST: usize = 60;

pub(super) fn check(page: &Page<'_>, findings: &mut Findings<'_>) {
    let document = page.document;
    let rule = registry::known("placeholder-left");
    if !rule.holds_for(&document.occasion) {
        return;
    }
    for zone in &document.zones {
        for range in places(document.words(&zone.range)) {
            let range = zone.range.start + range.start..zone.range.start + range.end;
            let words = document.words(&range);
            let from_notes = |text: &str| text.contains(words);
            if page
                .proof
                .notes
                .is_some_and(|loaded| from_notes(loaded.source.text()))
            {
                continue;
            }
            let message = format!("“{words}” is still to be filled in");
            findings.add(rule, &range, message).help(&*rule.better);
        }
    }
}

/// The places to fill of a text.
fn places(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for (at, c) in text.char_indices() {
        if found.last().is_some_and(|before| at < before.end) {
            continue;
        }
        let rest = &text[at..];
        let length = match c {
            '[' => enclosed(rest, "[", "]"),
            '{' => enclosed(rest, "{{", "}}")
                .or_else(|| enclosed(rest, "{%", "%}"))
                .or_else(|| enclosed(rest, "{", "}")),
            '<' => enclosed(rest, "<<", ">>").or_else(|| enclosed(rest, "<", ">")),
            '%' => enclosed(rest, "%", "%")
                .filter(|length| !rest[..*length].contains(' '))
                .or_else(|| conversion(rest)),
            '$' => variable(rest),
            '(' => named(rest, "(", ")"),
            '«' => named(rest, "«", "»"),
            '‹' => named(rest, "‹", "›"),
            '*' => enclosed(rest, "*|", "|*"),
            '_' => row(rest, '_', 2),
            '?' => row(rest, '?', 3),
            '#' => row(rest, '#', 2).or_else(|| cell_error(rest)),
            '.' => row(rest, '.', 5),
            '@' => row(rest, '@', 2),
            _ => None,
        };
        found.extend(length.map(|length| at..at + length));
    }
    found
}

/// How long the place is that a text begins with, brackets counted.
fn enclosed(text: &str, open: &str, close: &str) -> Option<usize> {
    let inside = text.strip_prefix(open)?;
    let end = inside.char_indices().nth(LONGEST);
    let near = &inside[..end.map_or(inside.len(), |(at, _)| at)];
    let words = &near[..near.find(close)?];
    let is_name = words.contains(char::is_alphabetic)
        && !words.contains(['@', '\n'])
        && !words.contains("://");
    is_name.then_some(open.len() + words.len() + close.len())
}

/// What people write between marks where a word is to be put.
const NAMES: [&str; 38] = [
    "company",
    "employer",
    "firm",
    "name",
    "names",
    "role",
    "position",
    "title",
    "job",
    "date",
    "day",
    "time",
    "topic",
    "detail",
    "details",
    "interviewer",
    "interviewer's",
    "manager",
    "surname",
    "recipient",
    "project",
    "product",
    "department",
    "insert",
    "fill",
    "add",
    "check",
    "todo",
    "tbd",
    "tbc",
    "xx",
    "xxx",
    "placeholder",
    "your",
    "first",
    "last",
    "phone",
    "email",
];

/// How long a place in marks is that also enclose other things: it holds nothing but the names of
/// what belongs there, or begins with the order to put it.
fn named(text: &str, open: &str, close: &str) -> Option<usize> {
    let length = enclosed(text, open, close)?;
    let inside = &text[open.len()..length - close.len()];
    let inside = inside.to_lowercase();
    let mut words = inside.split_whitespace();
    let is_order = matches!(
        words.next(),
        Some("insert" | "fill" | "todo" | "tbd" | "tbc")
    ) || ["add ", "check ", "enter "]
        .iter()
        .any(|order| inside.starts_with(order))
        && inside.split_whitespace().count() < 5;
    let is_named = |word: &str| NAMES.contains(&word.trim_matches(['!', '?', ',', '.']));
    (is_order || inside.split_whitespace().all(is_named)).then_some(length)
}

/// How long a variable of a template is that a text begins with: `$NAME`, `${name}`.
fn variable(text: &str) -> Option<usize> {
    let behind = text.strip_prefix('$')?;
    if behind.starts_with('{') {
        return enclosed(behind, "{", "}").map(|length| 1 + length);
    }
    let is_part = |c: char| c.is_ascii_uppercase() || c == '_';
    let length = behind.find(|c| !is_part(c)).unwrap_or(behind.len());
    let goes_on = behind[length..].starts_with(char::is_alphanumeric);
    (length > 2 && !goes_on).then_some(1 + length)
}

/// How long a place of a program's text is that a text begins with: `%s`, `%d`.
fn conversion(text: &str) -> Option<usize> {
    let place = ["%s", "%d"]
        .into_iter()
        .find(|place| text.starts_with(place))?;
    let goes_on = text[place.len()..].starts_with(char::is_alphanumeric);
    (!goes_on).then_some(place.len())
}

/// How long the failure of a table's cell is that a text begins with: `#NAME?`.
fn cell_error(text: &str) -> Option<usize> {
    let errors = ["#NAME?", "#REF!", "#VALUE!", "#N/A", "#NULL!", "#DIV/0!"];
    let error = errors.into_iter().find(|error| text.starts_with(error))?;
    Some(error.len())
}

/// How long a row of a mark is that a text begins with, where it has so many at least.
fn row(text: &str, mark: char, least: usize) -> Option<usize> {
    let length = text.len() - text.trim_start_matches(mark).len();
    (length >= least).then_some(length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_to_fill_are_seen_and_other_marks_are_not() {
        let places = |text: &'static str| -> Vec<&str> {
            places(text).into_iter().map(|at| &text[at]).collect()
        };
        assert_eq!(
            places("Dear [Name], at {{ company }} on ____ as {role}: ???"),
            ["[Name]", "{{ company }}", "____", "{role}", "???"]
        );
        assert_eq!(places("on <DAY> at <<place>>"), ["<DAY>", "<<place>>"]);
        assert_eq!(
            places("at $COMPANY or ${team} on %s, (date), «Company» (insert detail): #REF!"),
            [
                "$COMPANY",
                "${team}",
                "%s",
                "(date)",
                "«Company»",
                "(insert detail)",
                "#REF!"
            ]
        );
        assert!(places("$US 40, US$30, (the date is set), «oui», 5 %, (see below)...").is_empty());
        assert!(places("50 % of 3 < 4 [12], <a@b.example>, a_b, really??").is_empty());
    }
}
