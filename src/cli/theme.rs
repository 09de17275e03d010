use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::terminal::Terminal;
use crate::diagnostic::{Diagnostic, Path as KeyPath, Place, Report, Source};
use crate::notes::Loaded;
use crate::output::shown;
use crate::theme::{BUILT_IN, File, Layer, Theme, builtin};

/// What to type where a theme does not exist.
pub const HELP: &str =
    "the built-in themes are `warm`, `formal` and `brief`; one of your own is a folder";

/// How deep the folders of a theme may lie in each other.
const DEEPEST: usize = 4;

/// The endings of a theme's files; others are none of its business.
const ENDINGS: [&str; 4] = [".yaml", ".yml", ".md", ".html"];

/// The largest file of a theme, in bytes.
const LARGEST: u64 = 1024 * 1024;

/// Whether there is a theme of this name, built in or as a folder.
pub fn exists(name: &str) -> bool {
    builtin(name).is_some() || Path::new(name).is_dir()
}

/// Themes, each loaded once for each language.
#[derive(Default)]
pub struct Themes(BTreeMap<(String, PathBuf, &'static str), Arc<Theme>>);

impl Themes {
    /// The theme of a notes file: by flag, else by `style.theme`, else the default.
    ///
    /// What it holds to no effect is warned of when it is loaded.
    ///
    /// It is a built-in one by its name, or a folder over the built-in default. A folder that the
    /// notes name is relative to the notes file, `notes`.
    ///
    /// # Errors
    /// Every problem of the theme's files, or that there is no such theme.
    pub fn load(
        &mut self,
        flag: Option<&str>,
        notes: Option<&Path>,
        loaded: &Loaded,
        terminal: &mut Terminal<'_>,
    ) -> Result<Arc<Theme>, Vec<Report>> {
        let noted = loaded.notes.style.theme.as_deref();
        let name = flag.or(noted).unwrap_or(BUILT_IN[0]);
        let folder = match notes {
            Some(notes) if flag.is_none() => notes.with_file_name(name),
            _ => PathBuf::from(name),
        };
        let language = loaded.notes.language.primary();
        match self.0.entry((name.to_owned(), folder, language)) {
            Entry::Occupied(theme) => Ok(Arc::clone(theme.get())),
            Entry::Vacant(place) => {
                let (name, folder, _) = place.key();
                let theme = open(name, folder, language)
                    .unwrap_or_else(|| Err(vec![missing(name, loaded)]))?;
                theme
                    .warnings()
                    .iter()
                    .for_each(|report| terminal.report(report));
                Ok(Arc::clone(place.insert(Arc::new(theme))))
            }
        }
    }
}

/// A built-in theme by its name, or a folder over the built-in one that it names as its base.
///
/// `None` where there is neither. `language` is the folder of the language, such as `en`.
pub fn open(name: &str, folder: &Path, language: &str) -> Option<Result<Theme, Vec<Report>>> {
    if let Some(layers) = builtin(name) {
        return Some(Theme::load(layers, language));
    }
    folder.is_dir().then(|| own(folder, language))
}

fn own(folder: &Path, language: &str) -> Result<Theme, Vec<Report>> {
    let mut files = Vec::new();
    if let Err(cause) = read(folder, "", DEEPEST, &mut files) {
        let message = format!("this theme cannot be read: {cause}");
        let found = Diagnostic::error("unreadable-theme", Place::File, message);
        let source = Arc::new(Source::new(shown(folder), ""));
        return Err(vec![Report {
            source,
            diagnostics: vec![found],
        }]);
    }
    let files: Vec<File<'_>> = files
        .iter()
        .map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
        .collect();
    let shown = shown(folder);
    let own = Layer {
        name: shown.trim_end_matches('/'),
        files: &files,
    };
    Theme::over_base(own, language)
}

/// Reads the templates and data files of a folder, by name; hidden files are passed over.
fn read(
    folder: &Path,
    inside: &str,
    depth: usize,
    files: &mut Vec<(String, Vec<u8>)>,
) -> io::Result<()> {
    let mut entries = fs::read_dir(folder)?.collect::<Result<Vec<_>, _>>()?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with('.') {
            continue;
        }
        let path = entry.path();
        // A link to a file or a folder counts as what it leads to.
        let kind = fs::metadata(&path)?;
        let inside = format!("{inside}{name}");
        if kind.is_dir() && depth > 1 {
            read(&path, &format!("{inside}/"), depth - 1, files)?;
        } else if kind.is_file() && ENDINGS.iter().any(|ending| name.ends_with(ending)) {
            if kind.len() > LARGEST {
                return Err(io::Error::other(format!("`{inside}` is larger than 1 MiB")));
            }
            files.push((inside, fs::read(&path)?));
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
