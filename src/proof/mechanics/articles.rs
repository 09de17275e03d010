//! “a” and “an” by the sound of the next word.

use super::super::Page;
use super::super::finding::Findings;
use super::super::registry::known;
use super::super::token::Shape;
use crate::language::article;

/// Words that both articles are said before, and letters that may be names of things.
const EITHER: [&str; 12] = [
    "historic",
    "historical",
    "historian",
    "herb",
    "herbal",
    "hotel",
    "a",
    "an",
    "hypothesis",
    "unprinted",
    "ukulele",
    "heroic",
];

/// Finds “a” before a vowel that is heard, and “an” before a consonant.
pub(super) fn check(page: &Page<'_>, findings: &mut Findings<'_>) {
    let document = page.document;
    let text = document.text.plain();
    for zone in &document.zones {
        let range = zone.tokens.clone();
        for at in range.start..range.end.saturating_sub(1) {
            let (token, next) = (&document.tokens[at], &document.tokens[at + 1]);
            let said = token.folded.as_str();
            let words = matches!(next.shape, Shape::Word | Shape::Number);
            // `plan A is`, `vitamin A`: a capital inside a sentence is a letter.
            let letter = token.is_capital(text)
                && at > 0
                && document.tokens[at - 1].shape != Shape::Mark
                && at != range.start;
            // `a.m.` and `a/an` are marks beside a letter.
            let apart = token.spaced && next.spaced;
            if !matches!(said, "a" | "an") || !words || letter || !apart || document.quoted[at] {
                continue;
            }
            // Up to the next space, so that `a US-wide` is seen whole.
            let from = next.range.start;
            let rest = &text[from..zone.range.end];
            let word = rest.split(char::is_whitespace).next().unwrap_or_default();
            let word = word.trim_end_matches(|c: char| !c.is_alphanumeric());
            let right = article(word);
            // A letter alone, or a short name that is not known, may be said either way.
            let unsure = word.len() < 2
                || EITHER.contains(&next.folded.as_str())
                || !word.is_ascii()
                || word.len() <= 5
                    && word.chars().skip(1).any(char::is_uppercase)
                    && said == "a"
                    && !plain_short_form(word);
            if right == said || unsure {
                continue;
            }
            let range = token.range.start..next.range.end;
            let message = format!(
                "“{said} {}” is said “{right} {}”",
                &text[next.range.clone()],
                &text[next.range.clone()]
            );
            let put = if token.is_capital(text) {
                right.replacen('a', "A", 1)
            } else {
                right.to_owned()
            };
            let put = format!("{put} {}", &text[next.range.clone()]);
            findings
                .add(known("articles"), &range, message)
                .suggest(put);
        }
    }
}

/// Short forms of this trade that are said letter by letter, so that “an” is certain.
fn plain_short_form(word: &str) -> bool {
    matches!(
        word.trim_end_matches('s'),
        "MBA"
            | "HR"
            | "RN"
            | "MRI"
            | "MSc"
            | "FAQ"
            | "NDA"
            | "NGO"
            | "MVP"
            | "SLA"
            | "XML"
            | "IT"
            | "AI"
            | "API"
            | "EHR"
            | "ESL"
            | "RFP"
    )
}

#[cfg(test)]
mod tests {
    use super::super::tests::{none, one};

    #[test]
    fn the_article_goes_by_the_sound() {
        one("It took a hour.", "articles", "a hour", "an hour");
        one("She is an user.", "articles", "an user", "a user");
        one("I took an one-day course.", "articles", "an one", "a one");
        one(
            "An university did it.",
            "articles",
            "An university",
            "A university",
        );
        one("He has a MBA.", "articles", "a MBA", "an MBA");
        one("I had a honest talk.", "articles", "a honest", "an honest");
    }

    #[test]
    fn what_may_be_said_either_way_is_left() {
        none("It was an hour, a union, a one-off and an 8-bit tool.");
        none("Plan A is a historic one, at 9 a.m. on a SQL day.");
        none("She said “a hour”.");
    }
}
