//! Phrases and templates that stand where nothing reads them: letters would go out in other words.

use std::ops::Range;
use std::sync::Arc;

use super::load::{File, Layer};
use super::{LETTERS, html, unused};
use crate::diagnostic::{Diagnostic, Place, Report, Source};

/// The error for a file that holds a part of a theme in the wrong folder or under a wrong name.
///
/// `None` where the file is no part of a theme for certain, and where it is for another language
/// than `folder`'s in a theme that has files for both.
pub(super) fn problem(layer: &Layer<'_>, path: &str, bytes: &[u8], folder: &str) -> Option<Report> {
    let text = std::str::from_utf8(bytes).ok()?;
    let text = text.trim_start_matches('\u{feff}');
    let (what, line) = part(path, text)?;
    let found = match other_language(path, folder) {
        None => {
            let message = format!("{what} not read from here, so the letters would not change");
            Diagnostic::error("misplaced-file", Place::Bytes(line), message)
                .help(unused::belongs(path, folder))
        }
        Some(language) => {
            let before = layer.files.iter().take_while(|(each, _)| *each != path);
            let is_other = |(each, bytes): &File<'_>| {
                let text = std::str::from_utf8(bytes).unwrap_or_default();
                other_language(each, folder).is_some() && part(each, text).is_some()
            };
            // One message says it for all files of the theme.
            if before.copied().any(|file| is_other(&file)) || speaks(layer, folder) {
                return None;
            }
            let message = format!(
                "this theme has words for `{language}`, and none for `{folder}`, the language of \
                 the letters"
            );
            Diagnostic::error("other-language", Place::Bytes(line), message)
                .help("letters are written in English so far")
                .help(format!(
                    "if these words are English, call the folder `{folder}`"
                ))
        }
    };
    Some(Report {
        source: Arc::new(Source::new(format!("{}/{path}", layer.name), text)),
        diagnostics: vec![found],
    })
}

/// Whether a layer holds anything for a language.
fn speaks(layer: &Layer<'_>, folder: &str) -> bool {
    let inside = format!("{folder}/");
    layer
        .files
        .iter()
        .any(|(path, _)| path.starts_with(&inside))
}

/// What part of a theme a file certainly is, and the line of it to show.
fn part(path: &str, text: &str) -> Option<(&'static str, Range<usize>)> {
    let last = path.rsplit('/').next().unwrap_or(path);
    let is_yaml = last.ends_with(".yaml") || last.ends_with(".yml");
    let is_letter = |(kind, channel): &(&str, &str)| last == format!("{kind}.{channel}.md");
    if is_yaml && let Some(line) = line(text, |line| line.starts_with("pools:")) {
        return Some(("these phrases are", line));
    }
    let first = || {
        line(text, |line| {
            !line.trim().is_empty() && !line.starts_with('#')
        })
    };
    if matches!(last, "theme.yaml" | "theme.yml") {
        return Some(("what a theme says of itself is", first()?));
    }
    if last == html::FILE {
        return Some(("this page is", first()?));
    }
    LETTERS
        .iter()
        .any(is_letter)
        .then(first)?
        .map(|line| ("this template is", line))
}

/// The bytes of the first line that is looked for.
fn line(text: &str, is_it: impl Fn(&str) -> bool) -> Option<Range<usize>> {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if is_it(line) {
            return Some(start..start + line.trim_end().len());
        }
        start += line.len();
    }
    None
}

/// The language whose folder a path begins with, where it is another than `folder`'s.
fn other_language<'a>(path: &'a str, folder: &str) -> Option<&'a str> {
    let (language, _) = path.split_once('/')?;
    let primary = language.split(['-', '_']).next()?;
    let is_tag = matches!(primary.len(), 2 | 3) && primary.chars().all(|c| c.is_ascii_lowercase());
    (is_tag && primary != folder).then_some(language)
}
