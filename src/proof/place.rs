//! Where a finding is to be mended: in the notes, in a phrase, or in the letter as it was edited.

use std::ops::Range;

use super::document::Document;
use super::finding::Finding;
use crate::diagnostic::{Diagnostic, Path, Place};
use crate::letter::{Header, Letter, Part};
use crate::notes::Loaded;

/// A message about a finding, and whose file it points into.
#[derive(Debug, Clone)]
pub struct Placed {
    /// The message.
    pub diagnostic: Diagnostic,
    /// Whether it points into the notes, else into the letter.
    pub in_notes: bool,
}

/// Makes a message of a finding.
///
/// `composed` is the letter as it came from the notes, where nobody has edited it since: words that
/// the notes say are shown there, and of words that a phrase says the phrase is named.
pub fn place(
    finding: &Finding,
    document: &Document,
    composed: Option<&Letter>,
    notes: Option<&Loaded>,
) -> Placed {
    let rule = finding.rule;
    let place = finding.range.clone().map_or(Place::File, Place::Bytes);
    let mut diagnostic = Diagnostic::new(finding.level, &rule.id, place, &finding.message);
    diagnostic.layer = rule.layer.name();
    diagnostic.suggestions.clone_from(&finding.suggestions);
    if !finding.suggestions.is_empty() {
        let words: Vec<String> = finding
            .suggestions
            .iter()
            .map(|words| format!("“{words}”"))
            .collect();
        let verb = if finding.certain {
            "write"
        } else {
            "meant may be"
        };
        diagnostic
            .help
            .push(format!("{verb} {}", crate::language::either(&words)));
    }
    let mut in_notes = false;
    if let (Some(letter), Some(loaded), Some(range)) = (composed, notes, &finding.range) {
        let words = &document.source.text()[range.clone()];
        if let Some(part) = part_at(document, letter, range) {
            if let Some(found) = in_value(part, words, loaded) {
                diagnostic.place = found;
                in_notes = true;
            } else if let Some(phrase) = &part.phrase {
                diagnostic.help.push(format!(
                    "the theme says so, in the phrase `{phrase}` of the pool `{}`: `regards reword` \
                     takes another",
                    part.pool
                ));
            }
        }
    }
    if let (Some(path), Some(loaded)) = (&finding.better, notes)
        && let Some(line) = line_of(path, loaded)
    {
        diagnostic.help.push(line);
    }
    diagnostic.help.extend(finding.help.iter().cloned());
    Placed {
        diagnostic,
        in_notes,
    }
}

/// The part of a composed letter that holds some bytes of its file.
fn part_at<'a>(document: &Document, letter: &'a Letter, range: &Range<usize>) -> Option<&'a Part> {
    let file = document.source.text();
    let header = Header::find(file);
    if let (Some(subject), Some(part)) = (&header.subject, &letter.subject)
        && subject.contains(&range.start)
    {
        return Some(part);
    }
    let mut from = header.body;
    let parts = letter
        .salutation
        .iter()
        .chain(letter.paragraphs.iter().flatten());
    for part in parts.chain(&letter.sign_off) {
        let at = from + file[from..].find(part.markdown.as_str())?;
        let end = at + part.markdown.len();
        if (at..end).contains(&range.start) {
            return Some(part);
        }
        from = end;
    }
    None
}

/// Where one of the values that a part says has some words.
fn in_value(part: &Part, words: &str, loaded: &Loaded) -> Option<Place> {
    let source = &loaded.source;
    let in_value = |path: &Path| {
        let range = source.range(&Place::Value(path.clone()))?;
        let value = &source.text()[range.clone()];
        let at = find_words(value, words)?;
        Some(Place::Bytes(
            range.start + at..range.start + at + words.len(),
        ))
    };
    part.paths.iter().find_map(in_value).or_else(|| {
        // Somebody's own sentences are theirs, however the file folds them.
        let path = part.paths.first().filter(|_| part.phrase.is_none())?;
        source.range(&Place::Value(path.clone())).map(Place::Bytes)
    })
}

/// Where a value has some words, none of them being part of a longer word.
fn find_words(value: &str, words: &str) -> Option<usize> {
    if words.is_empty() {
        return None;
    }
    let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let found = value.match_indices(words).map(|(at, _)| at);
    let mut found = found.filter(|at| {
        let (before, after) = (&value[..*at], &value[at + words.len()..]);
        !is_word(before.chars().next_back()) && !is_word(after.chars().next())
    });
    found.next()
}

/// A help line with what the notes say, and where.
fn line_of(path: &Path, loaded: &Loaded) -> Option<String> {
    let source = &loaded.source;
    let spans = source.spans(path)?;
    let start = spans
        .key
        .as_ref()
        .map_or(spans.value.start, |key| key.start);
    let value = source.text()[start..spans.value.end].lines().next()?;
    Some(format!(
        "{}:{}: {}",
        source.name(),
        source.line(start),
        value.trim()
    ))
}
