//! Spaces that are missing, and those that are one too many; marks that are written twice.

use std::ops::Range;

use super::super::Page;
use super::super::document::Document;
use super::super::finding::Findings;
use super::super::registry::known;
use super::super::token::Shape;

/// Finds spaces and marks that no sentence has so.
pub(super) fn check(page: &Page<'_>, findings: &mut Findings<'_>) {
    let document = page.document;
    for zone in &document.zones {
        double_spaces(document, &zone.range, findings);
        for at in zone.tokens.clone() {
            if !document.quoted[at] {
                marks(document, at, &zone.tokens, findings);
            }
            missing_space(document, at, &zone.tokens, findings);
        }
    }
}

/// Two spaces between words; those behind a full stop are a habit that is left alone.
fn double_spaces(document: &Document, zone: &Range<usize>, findings: &mut Findings<'_>) {
    let text = &document.text.plain()[zone.clone()];
    for (at, _) in text.match_indices("  ") {
        let before = text[..at].chars().next_back();
        let after = text[at + 2..].trim_start_matches(' ');
        let first = before.is_some_and(|c| !c.is_whitespace());
        let stop = before.is_some_and(|c| ".!?:”\")".contains(c));
        if !first || stop || after.is_empty() || after.starts_with('\n') {
            continue;
        }
        let end = text.len() - after.len();
        let range = zone.start + at..zone.start + end;
        findings
            .add(known("spacing"), &range, "one space is enough here")
            .suggest(" ")
            .certain();
    }
}

/// A space before a mark, and marks that stand beside each other.
fn marks(document: &Document, at: usize, zone: &Range<usize>, findings: &mut Findings<'_>) {
    let token = &document.tokens[at];
    let mark = token.folded.as_str();
    if !matches!(mark, "," | "." | ";" | ":" | "?" | "!") || at == zone.start {
        return;
    }
    let before = &document.tokens[at - 1];
    let next = document.tokens.get(at + 1).filter(|_| at + 1 < zone.end);
    let joined = next.is_some_and(|next| !next.spaced);
    if token.spaced {
        // `.NET` and `:)` begin with theirs.
        if !joined && (before.is_word() || before.shape == Shape::Number || before.folded == ")") {
            let range = before.range.end..token.range.end;
            let message = format!("no space belongs before “{mark}”");
            let found = findings.add(known("spacing"), &range, message);
            found.suggest(mark).certain();
        }
        return;
    }
    let Some(next) = next.filter(|_| joined) else {
        return;
    };
    let wrong = match (mark, next.folded.as_str()) {
        ("," | ";" | ":", "," | "." | ";" | ":") | ("!" | "?", ".") => true,
        (".", ".") => {
            // Three are an ellipsis, and more than two a manner of writing.
            let run = |from: &mut dyn Iterator<Item = usize>| {
                from.take_while(|at| zone.contains(at) && document.tokens[*at].folded == ".")
                    .count()
            };
            before.folded != "." && run(&mut (at..)) == 2
        }
        // `etc.,` is right; `home.,` is not.
        (".", "," | ";") => before.folded.len() > 5 && !before.folded.contains('.'),
        _ => false,
    };
    if wrong {
        let range = token.range.start..next.range.end;
        let message = format!("“{mark}{}” is one mark too many", next.folded);
        let put = match next.folded.as_str() {
            "." => ".",
            _ => mark,
        };
        findings.add(known("spacing"), &range, message).suggest(put);
    }
}

/// A mark between two words without a space behind it.
fn missing_space(document: &Document, at: usize, zone: &Range<usize>, findings: &mut Findings<'_>) {
    let text = document.text.plain();
    let token = &document.tokens[at];
    let mut add = |range: Range<usize>, put: String, mark: &str| {
        let message = format!("a space is missing behind “{mark}”");
        findings.add(known("spacing"), &range, message).suggest(put);
    };
    // A full stop or a colon between letters stays inside the word: `second.It’s`.
    if token.is_word() {
        let word = &text[token.range.clone()];
        if let Some((first, rest)) = word.split_once(['.', ':'])
            && first.len() > 1
            && (rest.len() > 1 || matches!(rest, "I" | "a" | "A"))
            && !rest.contains(['.', ':'])
            && !first.chars().skip(1).any(char::is_uppercase)
            && (rest.starts_with(char::is_uppercase) || word.contains(':'))
        {
            let mark = &word[first.len()..=first.len()];
            add(token.range.clone(), format!("{first}{mark} {rest}"), mark);
        }
        return;
    }
    if at == zone.start || at + 1 >= zone.end || token.spaced {
        return;
    }
    let (before, next) = (&document.tokens[at - 1], &document.tokens[at + 1]);
    let mark = token.folded.as_str();
    let words = before.is_word() && next.is_word() && !next.spaced;
    let missing = match mark {
        "," | ";" | "?" | "!" => words,
        ":" => words && before.range.len() > 1 && next.range.len() > 1,
        "." => words && before.range.len() > 1 && next.is_capital(text) && next.range.len() > 1,
        ")" => words && next.range.len() > 1 && before.range.len() > 1,
        _ => false,
    };
    if missing {
        let range = before.range.start..next.range.end;
        let put = format!(
            "{}{mark} {}",
            &text[before.range.clone()],
            &text[next.range.clone()]
        );
        add(range, put, mark);
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{none, one};

    #[test]
    fn spaces_that_no_sentence_has_are_found() {
        one("I would  love to.", "spacing", "  ", " ");
        one("I went home , and slept.", "spacing", " ,", ",");
        one("It counts..", "spacing", "..", ".");
        one("By hand,. I had one.", "spacing", ",.", ".");
        one("The goals:I want one.", "spacing", "goals:I", "goals: I");
        one(
            "It is second.It’s first.",
            "spacing",
            "second.It’s",
            "second. It’s",
        );
        one("I came,saw and left.", "spacing", "came,saw", "came, saw");
    }

    #[test]
    fn numbers_names_and_short_forms_are_left() {
        none("It was 1,000 of them at 9:30 a.m., e.g. on node.js or .NET ... and so on.");
        none("Two spaces.  They are a habit. See okafor.example, or Smith Inc., for more.");
        none("It was 3.5 or so (a lot), and/or more… See https://a.example/b,c too.");
    }
}
