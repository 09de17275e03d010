//! Brackets and quotation marks that a paragraph opens and never closes.

use super::super::Page;
use super::super::document::Document;
use super::super::finding::Findings;
use super::super::registry::known;

/// Marks and what closes them.
const PAIRS: [(&str, &str); 3] = [("(", ")"), ("[", "]"), ("“", "”")];

/// Finds marks of a pair that stand alone in their paragraph; apostrophes are none.
pub(super) fn check(page: &Page<'_>, findings: &mut Findings<'_>) {
    let document = page.document;
    for zone in &document.zones {
        for (open, close) in PAIRS {
            let mut opened = Vec::new();
            for at in zone.tokens.clone() {
                let mark = word(document, at);
                if mark == open {
                    opened.push(at);
                } else if mark == close
                    && opened.pop().is_none()
                    && !is_item(document, at, zone.tokens.start)
                {
                    add(
                        document,
                        at,
                        &format!("nothing opens “{close}”").replace("“””", "the quotation mark"),
                        findings,
                    );
                }
            }
            for at in opened {
                add(
                    document,
                    at,
                    &format!("nothing closes “{open}”").replace("““”", "the quotation mark"),
                    findings,
                );
            }
        }
        let straight: Vec<usize> = zone
            .tokens
            .clone()
            .filter(|at| is_quote(document, *at))
            .collect();
        if straight.len() % 2 == 1
            && let Some(last) = straight.last()
        {
            add(
                document,
                *last,
                "a quotation mark is missing its other half",
                findings,
            );
        }
    }
}

/// Whether it is a straight quotation mark, and not one for inches (`6"`).
fn is_quote(document: &Document, at: usize) -> bool {
    let inches = at > 0
        && !document.tokens[at].spaced
        && word(document, at - 1).ends_with(|c: char| c.is_ascii_digit());
    word(document, at) == "\"" && !inches
}

/// Whether the bracket stands behind the number or letter of an item (`1)`, `a)`), or in `:)`.
fn is_item(document: &Document, at: usize, start: usize) -> bool {
    if at == start {
        return true;
    }
    let before = word(document, at - 1);
    before.len() <= 2 && before.chars().all(char::is_alphanumeric)
        || matches!(before, ":" | ";" | "-")
}

fn word(document: &Document, at: usize) -> &str {
    &document.text.plain()[document.tokens[at].range.clone()]
}

fn add(document: &Document, at: usize, message: &str, findings: &mut Findings<'_>) {
    // The word beside it too: a mark alone is hard to see in a message.
    let tokens = &document.tokens;
    let mut range = tokens[at].range.clone();
    if let Some(next) = tokens
        .get(at + 1)
        .filter(|next| !next.spaced && next.is_word())
    {
        range.end = next.range.end;
    }
    findings.add(known("unclosed-mark"), &range, message);
}

#[cfg(test)]
mod tests {
    use super::super::tests::{none, one};

    #[test]
    fn a_mark_without_its_other_half_is_found() {
        one("It ran (which was good.", "unclosed-mark", "(which", "");
        one("It ran, which was) good.", "unclosed-mark", ")", "");
        one(
            "You said “every board is a promise.",
            "unclosed-mark",
            "“every",
            "",
        );
        one("You said \"every board.", "unclosed-mark", "\"every", "");
    }

    #[test]
    fn pairs_items_and_apostrophes_are_left() {
        none("It ran (which was good), and “so it goes” :)");
        none("The boys’ bench is ’twas so: a) wood, b) steel of 6\" and \"oak\".");
    }
}
