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

/// A key that stands deeper than the keys it belongs to, or between two of them.
pub(super) fn indented(text: &str, error: Line<'_>, at: usize) -> Option<Diagnostic> {
    let begins = error.value_span().start >= at || error.key.is_some();
    if error.key.is_none() && !error.text.trim_start().starts_with("- ") || !begins {
        return None;
    }
    let above = error.above(text)?;
    let level = if error.text.trim_start().starts_with('-') {
        error.indent().len()
    } else {
        error.lead
    };
    let too_deep = above.key.is_some() && !above.value.is_empty() && level > above.lead;
    let fitting = if too_deep {
        above.lead
    } else {
        nearest_level(text, error, level)?
    };
    if fitting == level {
        return None;
    }
    let mend = format!("{}{}", " ".repeat(fitting), error.text.trim());
    Some(
        Diagnostic::error(
            "yaml-indent",
            Place::Bytes(error.span()),
            "the line is not level with the lines it belongs to",
        )
        .label(format!("indented by {level}, expected {fitting}"))
        .help(format!("type:\n{mend}")),
    )
}

/// The level of a line above that is nearest to `level`; `None` where one is equal.
fn nearest_level(text: &str, from: Line<'_>, level: usize) -> Option<usize> {
    let mut best: Option<usize> = None;
    let mut line = from;
    while let Some(above) = line.above(text) {
        let dash = above.text.trim_start().starts_with("- ");
        let at = match from.text.trim_start().starts_with("- ") {
            true => above.indent().len(),
            false => above.lead,
        };
        if above.key.is_some() && (dash || !from.text.trim_start().starts_with("- ")) {
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
    let dash = line.text.trim_start().starts_with("- ") && line.indent().len() >= above.lead;
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
