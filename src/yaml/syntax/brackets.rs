//! Brackets that are not closed, or close nothing.

use super::read;
use crate::diagnostic::{Diagnostic, Place};
use crate::yaml::line::Line;

/// A list or mapping in brackets that is never closed.
pub(super) fn open_bracket(text: &str, at: usize, words: &str) -> Option<Diagnostic> {
    let signs = [
        "bracket",
        "flow",
        "illegal placement of ':'",
        "EOF",
        "inside a block",
        "character: `|'",
        "character: `>'",
    ];
    if !signs.iter().any(|sign| words.contains(sign)) {
        return None;
    }
    let mut line = Line::at(text, at);
    loop {
        let opening = line.value.chars().next();
        let (open, close) = match opening {
            Some('[') => ('[', ']'),
            Some('{') => ('{', '}'),
            _ => {
                line = line.above(text)?;
                continue;
            }
        };
        let opened = line.value.matches(open).count();
        if opened <= line.value.matches(close).count() {
            line = line.above(text)?;
            continue;
        }
        let start = line.value_span().start;
        let problem = Diagnostic::error(
            "yaml-bracket",
            Place::Bytes(start..start + 1),
            format!("a bracket `{open}` is not closed"),
        )
        .label(format!("no `{close}` ends it"));
        let closed = format!("{}{close}", line.text.trim_end().trim_end_matches(','));
        if line.value.len() == 1 && line.below(text).is_some_and(Line::is_item) {
            return Some(problem.help(format!(
                "delete it: a list with dashes needs no brackets\n{}",
                line.before_value().trim_end()
            )));
        }
        return Some(if line.value.len() > 1 && read(&closed) {
            problem.help(format!("type:\n{closed}"))
        } else {
            problem.help(format!(
                "end the list with `{close}`, or put text that begins with `{open}` in quotation marks"
            ))
        });
    }
}

/// A closing bracket on a line of its own that closes nothing.
pub(super) fn stray_bracket(line: Line<'_>) -> Option<Diagnostic> {
    let bracket = line.value.chars().next()?;
    (line.key.is_none() && matches!(bracket, ']' | '}')).then(|| {
        let start = line.value_span().start;
        Diagnostic::error(
            "yaml-bracket",
            Place::Bytes(start..start + 1),
            format!("a bracket `{bracket}` closes nothing"),
        )
        .help("delete it, or open the list before it")
    })
}
