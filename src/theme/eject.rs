//! A built-in theme as files that can be changed: what `regards themes eject` writes.

use std::collections::BTreeMap;

use thiserror::Error;

use super::{BUILT_IN, Info, LETTERS, Theme, builtin, reference};
use crate::diagnostic::nearest;
use crate::language::either;
use crate::yaml;

/// What a theme's own README begins with; `@MINE@` and `@BASE@` are the themes' names.
const README: &str = include_str!("../../templates/eject.md");

/// Why a theme cannot be ejected.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum EjectError {
    /// There is no built-in theme of that name.
    #[error("there is no built-in theme `{0}`")]
    Theme(String),
    /// The theme has no such file.
    #[error("the theme `{theme}` has no file `{file}`")]
    File {
        /// The theme's name.
        theme: String,
        /// The file that was asked for.
        file: String,
        /// The theme's file of nearly that name, else all of them.
        near: Vec<String>,
    },
}

impl EjectError {
    /// What to type instead.
    pub fn help(&self) -> String {
        match self {
            Self::Theme(name) => match nearest(name, &BUILT_IN) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("the built-in themes are {}", either(&BUILT_IN)),
            },
            Self::File { near, .. } => match near.as_slice() {
                [near] => format!("did you mean `{near}`?"),
                all => format!("the files are {}", all.join(", ")),
            },
        }
    }
}

/// The files of a built-in theme as a theme of its own called `mine`, by their paths with `/`.
///
/// They are every template and phrasebook that `theme` uses in the language of `folder`, a
/// `theme.yaml` that names `theme` as its base, and a `README.md`. Where `only` names files, they
/// are just these, and `theme.yaml` where the rest would come from another theme without it.
///
/// # Errors
/// Where there is no such theme, or it has no such file.
pub fn eject(
    theme: &str,
    mine: &str,
    folder: &str,
    only: &[String],
) -> Result<BTreeMap<String, Vec<u8>>, EjectError> {
    let unknown = || EjectError::Theme(theme.to_owned());
    let layers = builtin(theme).ok_or_else(unknown)?;
    let loaded = Theme::builtin(theme, folder).map_err(|_| unknown())?;
    let inside = format!("{folder}/");
    let mut files = BTreeMap::new();
    for (path, bytes) in layers.iter().flat_map(|layer| layer.files) {
        if path.starts_with(&inside) {
            files.insert((*path).to_owned(), bytes.to_vec());
        }
    }
    let about = about(loaded.info(), mine, theme);
    files.insert("theme.yaml".to_owned(), about.into_bytes());
    let readme = README.replace("@MINE@", mine).replace("@BASE@", theme) + "\n" + &reference();
    files.insert("README.md".to_owned(), readme.into_bytes());
    if only.is_empty() {
        return Ok(files);
    }
    let mut kept = BTreeMap::new();
    for typed in only {
        let path = typed.replace('\\', "/");
        let path = path.strip_prefix("./").unwrap_or(&path);
        let Some(bytes) = files.get(path) else {
            return Err(no_file(theme, path, &files));
        };
        kept.insert(path.to_owned(), bytes.clone());
    }
    // Without a base the rest would come from the usual theme.
    if theme != BUILT_IN[0]
        && let Some((path, bytes)) = files.remove_entry("theme.yaml")
    {
        kept.insert(path, bytes);
    }
    Ok(kept)
}

/// The error for a file that the theme does not have; `closing.yaml` may mean one in a folder.
fn no_file(theme: &str, path: &str, files: &BTreeMap<String, Vec<u8>>) -> EjectError {
    let all: Vec<&str> = files.keys().map(String::as_str).collect();
    let last = |path: &str| path.rsplit('/').next().map(str::to_owned);
    let same = all.iter().find(|each| last(each) == last(path));
    let near = match same.copied().or_else(|| nearest(path, &all)) {
        Some(near) => vec![near],
        None => all,
    };
    EjectError::File {
        theme: theme.to_owned(),
        file: path.to_owned(),
        near: near.into_iter().map(str::to_owned).collect(),
    }
}

/// A `theme.yaml` that says what a built-in one says, for a theme built on it.
fn about(info: &Info, name: &str, base: &str) -> String {
    let mut text = format!(
        "# What the theme is called, what it is built on, and how much its letters may hold.\n\
         # Every file, pool and limit that is not here comes from the base.\n\
         name: {}\n\
         description: {}\n\
         base: {base}\n\n\
         # What is over a limit is left out whole, the least important first. `words` count the\n\
         # salutation and the sign-off, `paragraphs` do not; `things` are a moment, a point and\n\
         # the like. How many words a card holds depends on its size.\n",
        yaml::as_typed(name),
        yaml::as_typed(&info.description)
    );
    let mut last = "";
    for (kind, channel) in LETTERS {
        let Some(limits) = info
            .limits
            .get(&((*kind).to_owned(), (*channel).to_owned()))
        else {
            continue;
        };
        if *kind != last {
            text.push_str(&format!("{kind}:\n"));
        }
        last = kind;
        text.push_str(&format!("  {channel}:\n"));
        for (limit, most) in limits.named() {
            text.push_str(&format!("    {limit}: {most}\n"));
        }
    }
    text
}
