//! Sentences that begin in lower case, and paragraphs that end without a mark.

use super::super::Page;
use super::super::document::{Document, Part, Zone};
use super::super::finding::Findings;
use super::super::registry::known;
use super::super::token::{Shape, Token, capitalised};
use crate::diagnostic::Level;
use crate::language::keeps_stop;

/// Finds what should begin with a capital, and what should end with a mark.
pub(super) fn check(page: &Page<'_>, findings: &mut Findings<'_>) {
    let document = page.document;
    for zone in document.parts(Part::Body) {
        starts(document, zone, findings);
        end(document, zone, findings);
        lost_stop(document, zone, findings);
    }
}

/// A small letter at the start of a paragraph, or behind a mark that ends a sentence.
fn starts(document: &Document, zone: &Zone, findings: &mut Findings<'_>) {
    let text = document.text.plain();
    // An item of a list, or a line that goes on from a list, may begin small.
    let whole = ends_in_mark(document, zone);
    for at in zone.tokens.clone() {
        let token = &document.tokens[at];
        if !token.is_word() || document.quoted[at] {
            continue;
        }
        let first = at == zone.tokens.start;
        let behind = at > zone.tokens.start && token.spaced && {
            let mark = &document.tokens[at - 1];
            let stop = matches!(mark.folded.as_str(), "." | "?" | "!");
            stop && !mark.spaced && ends_sentence(document, at - 1, zone)
        };
        let small = is_small(token, text);
        if small && (first && whole || behind) {
            let word = &text[token.range.clone()];
            let put = capitalised(word);
            let message = format!("a sentence begins with “{word}”");
            let found = findings.add(known("sentence-start"), &token.range, message);
            found.suggest(put);
        }
    }
}

/// Whether the mark behind these words ends a sentence, as far as the words before it tell.
fn ends_sentence(document: &Document, mark: usize, zone: &Zone) -> bool {
    let text = document.text.plain();
    if mark == zone.tokens.start || document.tokens[mark].folded != "." {
        return mark > zone.tokens.start;
    }
    let before = &document.tokens[mark - 1];
    let word = &text[before.range.start..document.tokens[mark].range.end];
    // `approx. two` and `no. five` go on; so does what follows three stops.
    before.is_word() && before.range.len() > 3 && !keeps_stop(word) && !word.contains("..")
}

/// Whether a word begins with a small letter and has none that is large (`iPad`, `eBay`).
fn is_small(token: &Token, text: &str) -> bool {
    let word = &text[token.range.clone()];
    word.starts_with(char::is_lowercase)
        && !word.contains(char::is_uppercase)
        && !matches!(
            word,
            "dbt"
                | "npm"
                | "pandas"
                | "von"
                | "van"
                | "de"
                | "da"
                | "la"
                | "le"
                | "du"
                | "bell"
                | "pytest"
                | "git"
        )
}

fn ends_in_mark(document: &Document, zone: &Zone) -> bool {
    let last = document.tokens[zone.tokens.clone()].last();
    last.is_some_and(|last| last.shape == Shape::Mark)
}

/// A paragraph of whole sentences that ends without a mark.
fn end(document: &Document, zone: &Zone, findings: &mut Findings<'_>) {
    let tokens = &document.tokens[zone.tokens.clone()];
    let Some(last) = tokens.last() else { return };
    let words = tokens.iter().filter(|token| token.shape != Shape::Mark);
    // A line of five words may be a heading, an item or a signature; an address may end a line.
    let text = document.text.plain();
    let first = tokens.first().is_some_and(|token| token.is_capital(text));
    if !matches!(last.shape, Shape::Word | Shape::Number) || words.count() <= 5 || !first {
        return;
    }
    let word = &text[last.range.clone()];
    let message = format!("no mark ends the paragraph after “{word}”");
    let found = findings.add(known("sentence-start"), &last.range, message);
    found.suggest(format!("{word}."));
    found.help("put a full stop, or a question mark, at its end");
}

/// Words that begin a sentence so often that their capital inside one shows a lost full stop.
const BEGIN: [&str; 22] = [
    "the", "this", "that", "these", "it", "we", "you", "they", "my", "your", "our", "thank",
    "thanks", "please", "with", "when", "what", "after", "as", "if", "for", "in",
];

/// A capital that begins a sentence which nothing before it has ended: `lost none With`.
fn lost_stop(document: &Document, zone: &Zone, findings: &mut Findings<'_>) {
    let text = document.text.plain();
    for at in zone.tokens.clone().skip(3) {
        let (before, token) = (&document.tokens[at - 1], &document.tokens[at]);
        let word = &text[token.range.clone()];
        let small = |token: &Token| token.is_word() && !token.is_capital(text);
        let next = document.tokens.get(at + 1);
        // A title such as `Growing Up With the Bell` has capitals around it.
        let plain = next.is_some_and(small) && small(before) && small(&document.tokens[at - 2]);
        if plain
            && token.spaced
            && !document.quoted[at]
            && word.chars().skip(1).all(char::is_lowercase)
            && word.starts_with(char::is_uppercase)
            && BEGIN.contains(&token.folded.as_str())
            && !matches!(
                before.folded.as_str(),
                "the" | "a" | "called" | "of" | "and" | "read"
            )
        {
            let range = before.range.start..token.range.end;
            let said = &text[before.range.clone()];
            let message = format!("a full stop seems to be missing before “{word}”");
            let found = findings.add(known("sentence-start"), &range, message);
            found.suggest(format!("{said}. {word}")).at(Level::Warning);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{none, one};

    #[test]
    fn a_sentence_begins_with_a_capital() {
        one("thank you for it.", "sentence-start", "thank", "Thank");
        one(
            "We met here. the rest is known.",
            "sentence-start",
            "the",
            "The",
        );
    }

    #[test]
    fn a_paragraph_ends_with_a_mark() {
        let body = "I hope to see the bench again soon";
        one(body, "sentence-start", "soon", "soon.");
    }

    #[test]
    fn a_capital_inside_a_sentence_shows_a_lost_stop() {
        let body = "We lost none With the rest I was glad.";
        one(body, "sentence-start", "none With", "none. With");
    }

    #[test]
    fn lists_short_forms_and_names_are_left() {
        none("My plan:\n\n- read the file\n- mend it\n\nIt was so, e.g. at noon, approx. ten.");
        none("iPad users came. “is it so?” he asked. The book The Bell was read.");
    }
}
