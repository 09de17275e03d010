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
            '%' => enclosed(rest, "%", "%").filter(|length| !rest[..*length].contains(' ')),
            '*' => enclosed(rest, "*|", "|*"),
            '_' => row(rest, '_', 2),
            '?' => row(rest, '?', 3),
            '#' => row(rest, '#', 2),
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
        assert!(places("50 % of 3 < 4 [12], <a@b.example>, a_b, really??").is_empty());
    }
}
