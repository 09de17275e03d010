//! Comments that cut a sentence short.
//!
//! ` #` begins a comment, so `moment: your talk on issue #12` ends at "issue", and nothing tells.

use std::ops::Range;

use super::quote::mended_line;
use super::{Node, Value};
use crate::diagnostic::{Diagnostic, Place};

/// As many words make a value prose rather than a name, a date or a choice.
const PROSE_WORDS: usize = 3;

/// A warning for every plain value of prose that a comment follows on its line.
///
/// A shorter value is warned of as well where the comment looks like the rest of it: one space
/// before the `#` and none behind, as in `company: Acme #1 Logistics`. So is an empty value before
/// a `#` with no space behind it, as in `ink: #1c2b4e`.
pub(super) fn cut(root: &Node, text: &str) -> Vec<Diagnostic> {
    let mut warnings = Vec::new();
    walk(root, text, &mut warnings);
    warnings
}

fn walk(node: &Node, text: &str, warnings: &mut Vec<Diagnostic>) {
    match &node.value {
        Value::Scalar(scalar) if scalar.plain => {
            if let Some(comment) = after(node.span.end, text) {
                let rest = &text[comment.clone()];
                let glued = comment.start == node.span.end + 1 && !rest.starts_with("# ");
                if glued || scalar.text.split_whitespace().count() >= PROSE_WORDS {
                    let whole = mended_line(text, node.span.start..comment.end);
                    warnings.push(warning(&scalar.text, comment, whole));
                }
            }
        }
        Value::Empty => {
            if let Some(comment) = after(node.span.end, text)
                && !text[comment.clone()].starts_with("# ")
                && comment.len() > 1
            {
                let whole = mended_line(text, comment.clone());
                warnings.push(empty(comment, whole));
            }
        }
        Value::Scalar(_) => {}
        Value::List(items) => items.iter().for_each(|item| walk(item, text, warnings)),
        Value::Map(entries) => {
            for entry in entries {
                walk(&entry.value, text, warnings);
            }
        }
    }
}

fn empty(comment: Range<usize>, whole: Option<String>) -> Diagnostic {
    Diagnostic::warning(
        "cut-by-comment",
        Place::Bytes(comment.start..comment.start + 1),
        "` #` begins a comment, so nothing is typed here",
    )
    .help(match whole {
        Some(line) => format!("if it is the value, put it in quotation marks:\n{line}"),
        None => "if it is the value, put it in quotation marks".to_owned(),
    })
    .help("if it is a comment, put a space behind the `#`")
}

fn warning(value: &str, comment: Range<usize>, whole: Option<String>) -> Diagnostic {
    Diagnostic::warning(
        "cut-by-comment",
        // The sign alone: a long comment under a long line would push the label out of sight.
        Place::Bytes(comment.start..comment.start + 1),
        "` #` begins a comment, so this is not part of the text",
    )
    .label(format!("the text ends with \"{}\"", last_words(value)))
    .help(match whole {
        Some(line) => {
            format!("if it belongs to the text, put all of it in quotation marks:\n{line}")
        }
        None => "if it belongs to the text, put all of it in quotation marks".to_owned(),
    })
    .help("if it is a comment, move it to a line of its own")
}

/// The comment that follows byte `end` on its line, without the white space before it.
fn after(end: usize, text: &str) -> Option<Range<usize>> {
    let rest = text.get(end..)?;
    let comment = rest.trim_start_matches([' ', '\t']);
    let blank = rest.len() - comment.len();
    if blank == 0 || !comment.starts_with('#') {
        return None;
    }
    // Only now the rest of the line: a list of thousands of items may stand on one.
    let comment = comment.split(['\r', '\n']).next()?.trim_end();
    Some(end + blank..end + blank + comment.len())
}

/// The last two words, enough to find the place by.
fn last_words(value: &str) -> String {
    let words: Vec<&str> = value.split_whitespace().collect();
    words[words.len().saturating_sub(2)..].join(" ")
}
