//! Lines that stand too deep, too shallow, or behind tabs and odd spaces.

use crate::diagnostic::{Diagnostic, Place};
use crate::yaml::line::Line;

/// A tab where indentation is; the first one up to the error.
pub(super) fn tab(text: &str, at: usize, words: &str) -> Option<Diagnostic> {
    let line = Line::at(text, at);
    let mut start = 0;
    let mut first = None;
    let mut more = 0;
    for each in text.split_inclusive('\n') {
        let blank = each.len() - each.trim_start_matches([' ', '\t']).len();
        if let Some(tab) = each[..blank].find('\t').filter(|_| !each.trim().is_empty()) {
            match first {
                None if start <= line.start || words.contains("tab") => first = Some(start + tab),
                _ => more += 1,
            }
        }
        start += each.len();
    }
    let first = first?;
    let line = Line::at(text, first);
    let mut problem = Diagnostic::error(
        "yaml-tab",
        Place::Bytes(first..first + 1),
        "a tab is used for indentation",
    )
    .label("YAML wants spaces here")
    .help(format!(
        "replace each tab by two spaces:\n{}",
        line.text.replace('\t', "  ")
    ));
    if more > 0 {
        let lines = if more == 1 { "line has" } else { "lines have" };
        problem = problem.help(format!("{more} more {lines} one"));
    }
    Some(problem)
}

/// Indentation with a no-break space, as pages of the web have it.
pub(super) fn odd_space(line: Line<'_>) -> Option<Diagnostic> {
    let odd = line
        .indent()
        .char_indices()
        .find(|(_, char)| !matches!(char, ' ' | '\t'))?;
    let start = line.start + odd.0;
    Some(
        Diagnostic::error(
            "yaml-indent",
            Place::Bytes(start..start + odd.1.len_utf8()),
            "the line is indented with another kind of space",
        )
        .label("a no-break or wide space, often from a web page")
        .help(format!(
            "type ordinary spaces:\n{}",
            ordinary_spaces(line.text)
        )),
    )
}

/// A line with ordinary spaces for all others.
pub(in crate::yaml) fn ordinary_spaces(line: &str) -> String {
    line.replace(|char: char| char.is_whitespace() && char != '\t', " ")
}

/// A key or an item that stands deeper than those it belongs to, or between two levels.
pub(super) fn indented(text: &str, error: Line<'_>, at: usize, words: &str) -> Option<Diagnostic> {
    let begins = error.value_span().start >= at || error.key.is_some();
    if error.key.is_none() && !error.is_item() || !begins {
        return None;
    }
    let above = error.above(text)?;
    let level = level(error);
    let too_deep = above.key.is_some() && !above.value.is_empty() && level > above.lead;
    let fitting = if too_deep {
        above.lead
    } else {
        // Where an item was expected, a key level with the dash belongs into that item.
        let item = words
            .contains("expected '-' indicator")
            .then(|| item_at(text, error, level))
            .flatten();
        match item {
            Some(item) => item.lead,
            None => nearest_level(text, error, level)?,
        }
    };
    (fitting != level).then(|| level_with(error, level, fitting))
}

/// A key under a value that a comment follows: the parser complains of the comment.
pub(super) fn under_comment(text: &str, error: Line<'_>, words: &str) -> Option<Diagnostic> {
    if !words.contains("comment intercepting") {
        return None;
    }
    let below = error.below(text)?;
    if below.key.is_some() || below.is_item() {
        return Some(level_with(below, level(below), level(error)));
    }
    let comment = error.value.find(" #")? + 1;
    let at = error.value_span().start + comment;
    Some(
        Diagnostic::error(
            "yaml-comment",
            Place::Bytes(at..at + 1),
            "a comment stands in the middle of a text",
        )
        .label("the text goes on below it")
        .help("move the comment to a line of its own, above the text"),
    )
}

/// Text that goes on in the next line, but not deeper than the key it belongs to.
pub(super) fn shallow_text(text: &str, error: Line<'_>) -> Option<Diagnostic> {
    if error.key.is_some() {
        // Text above the first key of the file.
        let above = error.above(text).filter(|above| above.key.is_none())?;
        return (above.above(text).is_none() && !above.is_item()).then(|| stray(above));
    }
    if error.value.is_empty() || error.is_item() {
        return None;
    }
    let Some(above) = error.above(text) else {
        return Some(stray(error));
    };
    let fitting = match above.key {
        Some(_) => above.lead + 2,
        None => above.lead,
    };
    if error.lead >= fitting {
        return None;
    }
    Some(
        Diagnostic::error(
            "yaml-indent",
            Place::Bytes(error.span()),
            "the text goes on here, but too far to the left",
        )
        .label(format!("indented by {}, expected {fitting}", error.lead))
        .help(format!(
            "type:\n{}{}",
            " ".repeat(fitting),
            error.text.trim()
        ))
        .help("if it is something else, put a key and a colon before it, or a `#`"),
    )
}

fn stray(line: Line<'_>) -> Diagnostic {
    Diagnostic::error(
        "yaml-colon",
        Place::Bytes(line.span()),
        "a line without a key",
    )
    .help("put a key and a colon before it, or a `#` to make it a comment")
}

/// How deep a key or the dash of an item stands.
fn level(line: Line<'_>) -> usize {
    if line.is_item() {
        line.indent().len()
    } else {
        line.lead
    }
}

fn level_with(line: Line<'_>, level: usize, fitting: usize) -> Diagnostic {
    Diagnostic::error(
        "yaml-indent",
        Place::Bytes(line.span()),
        "the line is not level with the lines it belongs to",
    )
    .label(format!("indented by {level}, expected {fitting}"))
    .help(format!(
        "type:\n{}{}",
        " ".repeat(fitting),
        line.text.trim()
    ))
}

/// The item above whose dash stands at `level`.
fn item_at<'a>(text: &'a str, from: Line<'a>, level: usize) -> Option<Line<'a>> {
    let mut line = from;
    loop {
        line = line.above(text)?;
        if line.is_item() && line.indent().len() == level {
            return line.key.is_some().then_some(line);
        }
    }
}

/// The level of a line above that is nearest to `level`; `None` where one is equal.
fn nearest_level(text: &str, from: Line<'_>, level: usize) -> Option<usize> {
    let mut best: Option<usize> = None;
    let mut line = from;
    while let Some(above) = line.above(text) {
        if above.key.is_some() && (above.is_item() || !from.is_item()) {
            let at = if from.is_item() {
                above.indent().len()
            } else {
                above.lead
            };
            if at == level {
                return None;
            }
            if best.is_none_or(|best| at.abs_diff(level) < best.abs_diff(level)) {
                best = Some(at);
            }
        }
        line = above;
    }
    best
}

/// A list under a key that has a value already.
pub(super) fn misplaced(text: &str, line: Line<'_>) -> Option<Diagnostic> {
    let above = line.above(text)?;
    let dash = line.is_item() && line.indent().len() >= above.lead;
    if !dash || above.key.is_none() || above.value.is_empty() {
        return None;
    }
    Some(
        Diagnostic::error(
            "yaml-indent",
            Place::Bytes(above.value_span()),
            "a list follows, so no text can stand here",
        )
        .label("the list begins on the next line")
        .help(format!(
            "end the line with the colon:\n{}",
            above.before_value().trim_end()
        )),
    )
}
