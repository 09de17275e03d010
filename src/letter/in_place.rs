//! A part of a letter between the sentences around it, to be judged there.

use super::{Letter, Part};
use crate::language::sentence_starts;
use crate::prose;

/// The words of a part, and what is read before and after them; all of it plain text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InPlace {
    /// The sentence before, or the salutation.
    pub before: Option<String>,
    /// The words of the part.
    pub words: String,
    /// The sentence after, or the sign-off.
    pub after: Option<String>,
}

impl Letter {
    /// A part, by its place among [`Letter::parts`], with the sentences around it.
    ///
    /// A subject stands alone.
    pub fn in_place(&self, part: usize) -> Option<InPlace> {
        let parts: Vec<&Part> = self.parts().collect();
        let body = usize::from(self.subject.is_some());
        let words = parts.get(part)?.plain();
        if part < body {
            return Some(InPlace {
                before: None,
                words,
                after: None,
            });
        }
        let before = parts[body..part].last().map(|part| part.plain());
        let after = parts.get(part + 1).map(|part| part.plain());
        Some(InPlace {
            before: before.map(|text| last_sentence(&text).to_owned()),
            words,
            after: after.map(|text| first_sentence(&text).to_owned()),
        })
    }
}

impl Part {
    /// The words as a reader sees them.
    pub fn plain(&self) -> String {
        let blocks = prose::parse(&self.markdown);
        prose::plain(&blocks, None).trim().to_owned()
    }
}

fn first_sentence(text: &str) -> &str {
    let line = text.lines().next().unwrap_or_default();
    let end = sentence_starts(line).first().copied().unwrap_or(line.len());
    line[..end].trim_end()
}

fn last_sentence(text: &str) -> &str {
    let line = text.lines().last().unwrap_or_default();
    &line[sentence_starts(line).last().copied().unwrap_or_default()..]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_does_not_end_in_a_short_form_or_before_a_small_letter() {
        for (text, first, last) in [
            ("One. Two? Three.", "One.", "Three."),
            ("The 3 a.m. failure at Acme Inc. went on.", "", ""),
            (
                "“Why?” she asked. “Well.” That was it.",
                "“Why?” she asked.",
                "That was it.",
            ),
            ("- One\n- Two. Three", "- One", "Three"),
            ("", "", ""),
        ] {
            let whole = if first.is_empty() { text } else { first };
            assert_eq!(first_sentence(text), whole);
            let whole = if last.is_empty() { text } else { last };
            assert_eq!(last_sentence(text), whole);
        }
    }
}
