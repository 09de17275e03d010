//! Files and pools of a theme that have no effect: most are misspelt or stand in the wrong folder.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::load::merge;
use super::origin::Origin;
use super::phrasebook::Pool;
use super::reading::suggest;
use super::scan::{Use, uses};
use super::{LETTERS, html};
use crate::diagnostic::{Diagnostic, Place, Report, Source};

/// The warning for a file that is none of a theme's; `path` is its path in the theme's folder.
pub(super) fn file(name: &str, path: &str, folder: &str) -> Report {
    let message = "this file has no effect";
    let warning = Diagnostic::warning("unused-file", Place::File, message);
    Report {
        source: Arc::new(Source::new(name, "")),
        diagnostics: vec![warning.help(belongs(path, folder))],
    }
}

/// Where a file would have an effect, as help.
pub(super) fn belongs(path: &str, folder: &str) -> String {
    let last = path.rsplit('/').next().unwrap_or(path);
    if let Some(stem) = last.strip_suffix(".yml") {
        format!("call it `{stem}.yaml`")
    } else if last == "theme.yaml" {
        "it belongs at the top of the theme's folder".to_owned()
    } else if last == "phrases.yaml" || last == html::FILE || last.ends_with(".md") {
        format!("it belongs into the folder of its language, as `{folder}/{last}`")
    } else if last.ends_with(".yaml") {
        format!("phrases belong into `{folder}/phrases/{last}`")
    } else {
        format!(
            "a theme is `theme.yaml`, `{folder}/*.md`, `{folder}/{}` and `{folder}/phrases/*.yaml`",
            html::FILE
        )
    }
}

/// Whether a file is for the people who look into the folder: a README or a licence.
pub(super) fn is_for_people(path: &str) -> bool {
    let upper = path.to_uppercase();
    ["README", "LICENSE", "LICENCE", "CHANGELOG"]
        .iter()
        .any(|name| upper.starts_with(name))
}

/// The warning for a theme whose folder holds nothing.
pub(super) fn nothing(name: &str, folder: &str) -> Report {
    let message = "this theme holds no files, so it changes nothing";
    let help = format!("put phrases into `{folder}/phrases.yaml`, or templates into `{folder}`");
    Report {
        source: Arc::new(Source::new(name, "")),
        diagnostics: vec![Diagnostic::warning("unused-file", Place::File, message).help(help)],
    }
}

/// Adds a warning for each template that is no letter's and that no other includes.
pub(super) fn templates(origins: &BTreeMap<String, Origin>, warnings: &mut Vec<Report>) {
    let letters: Vec<String> = LETTERS
        .iter()
        .map(|(kind, channel)| format!("{kind}.{channel}.md"))
        .collect();
    let files = || origins.iter().filter(|(_, origin)| origin.phrase.is_none());
    for (name, origin) in files().filter(|(name, _)| !letters.contains(name)) {
        let is_named = |text: &str| {
            ['"', '\'', '`']
                .iter()
                .any(|quote| text.contains(&format!("{quote}{name}{quote}")))
        };
        if !files().any(|(_, other)| is_named(&other.text)) {
            let message = "no letter is made from this template, and none includes it";
            let warning = Diagnostic::warning("unused-file", Place::File, message);
            let warning = suggest(warning, name, &letters, "letters");
            merge(warnings, Arc::clone(&origin.source), vec![warning]);
        }
    }
}

/// Adds a warning for each pool of a user's layer that no template of a file names.
pub(super) fn pools(
    pools: &BTreeMap<String, Pool>,
    is_built_in: impl Fn(usize) -> bool,
    origins: &BTreeMap<String, Origin>,
    warnings: &mut Vec<Report>,
) {
    // An email's subject is dealt without a template that asks for it.
    let mut named = vec!["subject".to_owned()];
    let emails = LETTERS.iter().filter(|(_, channel)| *channel == "email");
    named.extend(emails.map(|(kind, _)| format!("{kind}.subject")));
    let files = origins.values().filter(|origin| origin.phrase.is_none());
    let mut unnamed = 0_usize;
    for each in files.flat_map(|origin| uses(&origin.text)) {
        match each {
            Use::Function { name, .. } if name == "say" => unnamed += 1,
            Use::Text { function, text, .. } if function == "say" => {
                unnamed = unnamed.saturating_sub(1);
                named.push(text);
            }
            _ => {}
        }
    }
    // A pool whose name is put together may be any of them.
    if unnamed > 0 {
        return;
    }
    named.sort();
    named.dedup();
    // A built-in theme may need less than the one it stands on.
    for (id, pool) in pools
        .iter()
        .filter(|(id, pool)| !is_built_in(pool.layer) && !named.contains(id))
    {
        let message = format!("no template asks for the pool `{id}`");
        let place = Place::Key(crate::diagnostic::Path::root().key("pools").key(id));
        let warning = Diagnostic::warning("unused-pool", place, message);
        let warning = suggest(warning, id, &named, "pools");
        merge(warnings, Arc::clone(&pool.source), vec![warning]);
    }
}
