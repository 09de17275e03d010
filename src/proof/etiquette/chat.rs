//! Emoji and smileys.

use std::ops::Range;

use crate::proof::Page;
use crate::proof::finding::Findings;
use crate::proof::registry;
use crate::proof::token::Shape;

/// Smileys made of marks, the longer first where one begins as another.
const SMILEYS: [&str; 27] = [
    ":-))", ":-)", ":))", ":)", ";-)", ";)", ":-(", ":(", ":-D", ":D", ":-P", ":P", ":-p", ":p",
    ":-/", ":'(", ":')", "=)", "=D", "<3", "^_^", "^^", "xD", "XD", ":*", ":-*", ":o",
];

pub(super) fn check(page: &Page<'_>, findings: &mut Findings<'_>) {
    let document = page.document;
    let rule = registry::known("emoji-or-slang");
    if !rule.holds_for(&document.occasion) {
        return;
    }
    for (at, token) in document.tokens.iter().enumerate() {
        let is_emoji = token.shape == Shape::Mark
            && document.words(&token.range).chars().any(is_emoji)
            && !document.quoted[at];
        if is_emoji {
            let message = "an emoji";
            findings
                .add(rule, &token.range, message)
                .help(&*rule.better);
        }
    }
    for zone in &document.zones {
        for range in smileys(document.words(&zone.range)) {
            let range = zone.range.start + range.start..zone.range.start + range.end;
            let message = format!("a smiley, “{}”", document.words(&range));
            findings.add(rule, &range, message).help(&*rule.better);
        }
    }
}

fn is_emoji(c: char) -> bool {
    matches!(
        c,
        '\u{1F300}'..='\u{1FAFF}' | '\u{1F1E6}'..='\u{1F1FF}' | '\u{2600}'..='\u{26FF}'
            | '\u{2702}'..='\u{270D}' | '\u{2728}' | '\u{2753}'..='\u{2757}'
            | '\u{2763}'..='\u{2764}' | '\u{2B50}' | '\u{2B55}'
    )
}

/// Where a text has smileys: by themselves, or at the end of a word (`you:)`).
fn smileys(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    // In brackets, the last of them closes these and smiles at nobody.
    let mut open = 0_usize;
    for chunk in text.split_inclusive(char::is_whitespace) {
        let from = start;
        start += chunk.len();
        open += chunk.matches('(').count();
        let in_brackets = open > 0;
        open = open.saturating_sub(chunk.matches(')').count());
        let bare = chunk.trim_end().trim_end_matches(['.', ',', '!', '?']);
        let smiley = SMILEYS.iter().find(|smiley| {
            let Some(before) = bare.strip_suffix(**smiley) else {
                return false;
            };
            let by_word = before.ends_with(|c: char| c.is_alphabetic() || ".!?,".contains(c));
            let of_marks = !smiley.contains(char::is_alphanumeric);
            before.is_empty() || by_word && of_marks && !in_brackets
        });
        if let Some(smiley) = smiley {
            let end = from + bare.len();
            found.push(end - smiley.len()..end);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn smileys_stand_alone_or_behind_a_word() {
        let text = "Thanks :) and you:) and (see below:) or 10:3. Bye ;-)";
        let found: Vec<&str> = smileys(text).into_iter().map(|at| &text[at]).collect();
        assert_eq!(found, [":)", ":)", ";-)"]);
        assert!(is_emoji('🙂'));
        assert!(!is_emoji('…') && !is_emoji('é') && !is_emoji('–'));
    }
}
