//! Signs of YAML that are missing or stand in the wrong place.

use super::read;
use crate::diagnostic::{Diagnostic, Place};
use crate::yaml::line::Line;

/// `-text` and `key:text`.
pub(super) fn missing_space(text: &str, error: Line<'_>) -> Option<Diagnostic> {
    if let Some(rest) = error
        .value
        .strip_prefix('-')
        .filter(|_| error.key.is_none())
    {
        let mend = format!("{}- {}", &error.text[..error.lead], rest.trim_start());
        if !rest.is_empty() && !rest.starts_with('-') && read(&mend) {
            let start = error.value_span().start;
            let place = Place::Bytes(start..start + 1);
            return Some(
                Diagnostic::error("yaml-space", place, "a space is missing after the dash")
                    .help(format!("type:\n{mend}")),
            );
        }
    }
    for line in [Some(error), error.above(text)].into_iter().flatten() {
        if line.key.is_some() {
            continue;
        }
        let Some((key, rest)) = line.value.split_once(':') else {
            continue;
        };
        let word = !key.is_empty()
            && key
                .chars()
                .all(|char| char.is_ascii_lowercase() || char == '_');
        if word && !rest.is_empty() && !rest.starts_with([' ', '/']) {
            let colon = line.value_span().start + key.len();
            let mend = format!("{}{key}: {rest}", &line.text[..line.lead]);
            return Some(
                Diagnostic::error(
                    "yaml-space",
                    Place::Bytes(colon..colon + 1),
                    "a space is missing after the colon",
                )
                .help(format!("type:\n{mend}")),
            );
        }
    }
    None
}

/// `interview` on a line of its own, where `interview:` was meant.
pub(super) fn missing_colon(text: &str, error: Line<'_>) -> Option<Diagnostic> {
    let line = [Some(error), error.above(text)]
        .into_iter()
        .flatten()
        .find(|line| {
            line.key.is_none()
                && !line.value.is_empty()
                && line.text.trim() == line.value
                && line
                    .value
                    .chars()
                    .all(|char| char.is_ascii_lowercase() || char == '_')
        })?;
    let end = line.value_span().end;
    Some(
        Diagnostic::error(
            "yaml-colon",
            Place::Bytes(line.value_span()),
            format!("a colon is missing after `{}`", line.value),
        )
        .help(format!("type:\n{}:", &line.text[..end - line.start])),
    )
}

/// `moment: >- text`, where the text has to begin on the next line.
pub(super) fn block_header(line: Line<'_>) -> Option<Diagnostic> {
    let rest = line.value.trim_start_matches(['|', '>', '-', '+']);
    if !line.value.starts_with(['|', '>']) || rest.is_empty() || rest.starts_with('#') {
        return None;
    }
    let header = line.value[..line.value.len() - rest.len()].trim_end();
    let start = line.value_span().start;
    let place = Place::Bytes(start..start + header.len());
    let deeper = " ".repeat(line.lead + 2);
    Some(
        Diagnostic::error(
            "yaml-block",
            place,
            format!("the text after `{header}` begins on the next line"),
        )
        .help(format!(
            "type:\n{}{header}\n{deeper}{}",
            line.before_value(),
            rest.trim()
        )),
    )
}
