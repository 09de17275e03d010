use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Path as KeyPath, Place, Report, Source};
use crate::notes::Loaded;
use crate::output::shown;
use crate::theme::{File, Layer, Theme, builtin};

/// The theme that letters have when nothing else is asked for.
pub const DEFAULT: &str = "warm";

/// What to type where a theme does not exist.
pub const HELP: &str = "the built-in theme is `warm`; one of your own is a folder";

/// How deep the folders of a theme may lie in each other.
const DEEPEST: usize = 4;

/// The largest file of a theme, in bytes.
const LARGEST: u64 = 1024 * 1024;

/// Whether there is a theme of this name, built in or as a folder.
pub fn exists(name: &str) -> bool {
    builtin(name).is_some() || Path::new(name).is_dir()
}

/// Loads a theme: a built-in one by its name, or a folder over the built-in default.
///
/// `by_flag` says whether the name came from `--theme` or from `style.theme` in the notes, whose
/// folder it is then relative to.
///
/// # Errors
/// Every problem of its files, or that there is no theme of that name.
pub fn load(
    name: &str,
    language: &str,
    by_flag: bool,
    loaded: &Loaded,
) -> Result<Theme, Vec<Report>> {
    if let Some(layer) = builtin(name) {
        return Theme::load(&[layer], language);
    }
    let mut folder = PathBuf::from(name);
    if !by_flag && folder.is_relative() {
        folder = Path::new(loaded.source.name()).with_file_name(name);
    }
    if !folder.is_dir() {
        return Err(vec![missing(name, loaded)]);
    }
    let mut files = Vec::new();
    if let Err(cause) = read(&folder, "", DEEPEST, &mut files) {
        let found = Diagnostic::error(
            "unreadable-theme",
            Place::File,
            format!("this theme cannot be read: {cause}"),
        );
        let source = Arc::new(Source::new(shown(&folder), ""));
        return Err(vec![Report {
            source,
            diagnostics: vec![found],
        }]);
    }
    let files: Vec<File<'_>> = files
        .iter()
        .map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
        .collect();
    let shown = shown(&folder);
    let own = Layer {
        name: &shown,
        files: &files,
    };
    let layers: Vec<Layer<'_>> = builtin(DEFAULT).into_iter().chain([own]).collect();
    Theme::load(&layers, language)
}

/// Reads the templates and data files of a folder, by name; hidden files are passed over.
fn read(
    folder: &Path,
    inside: &str,
    depth: usize,
    files: &mut Vec<(String, Vec<u8>)>,
) -> std::io::Result<()> {
    let mut entries = fs::read_dir(folder)?.collect::<Result<Vec<_>, _>>()?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = entry.path();
        let kind = entry.file_type()?;
        let theirs = [".yaml", ".md", ".html"]
            .iter()
            .any(|ending| name.ends_with(ending));
        if name.starts_with('.') {
            continue;
        }
        if kind.is_dir() && depth > 1 {
            read(&path, &format!("{inside}{name}/"), depth - 1, files)?;
        } else if kind.is_file() && theirs && entry.metadata()?.len() <= LARGEST {
            files.push((format!("{inside}{name}"), fs::read(&path)?));
        }
    }
    Ok(())
}

fn missing(name: &str, loaded: &Loaded) -> Report {
    let message = format!("there is no theme and no folder `{name}`");
    let place = Place::Value(KeyPath::root().key("style").key("theme"));
    let found = Diagnostic::error("unknown-theme", place, message).help(HELP);
    Report {
        source: loaded.source.clone(),
        diagnostics: vec![found],
    }
}
