use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::terminal::Terminal;
use crate::diagnostic::{Diagnostic, Place, Report, Source};
use crate::notes::{self, Loaded};
use crate::output::shown;
use crate::yaml;

/// A notes file that was asked for.
#[derive(Debug, Clone)]
pub struct Input {
    /// The file; `None` for standard input.
    pub path: Option<PathBuf>,
    /// How messages call it.
    pub name: String,
}

impl Input {
    /// The folder for its letters: `letters/<stem>` beside it, or `<out>/<stem>`.
    pub fn folder(&self, out: Option<&Path>) -> PathBuf {
        let stem = self.stem();
        match (out, &self.path) {
            (Some(out), _) => out.join(stem),
            (None, Some(path)) => path.with_file_name("letters").join(stem),
            (None, None) => Path::new("letters").join(stem),
        }
    }

    /// The file's name without its ending; `stdin` for standard input.
    pub fn stem(&self) -> String {
        let path = self.path.as_deref().unwrap_or(Path::new("stdin"));
        path.file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned()
    }

    /// Reads and checks it.
    ///
    /// # Errors
    /// A report where it cannot be read or is not a notes file without errors.
    pub fn load(&self, terminal: &mut Terminal<'_>) -> Result<Loaded, Report> {
        self.load_with(notes::load, terminal)
    }

    /// Reads it and checks it by another reader than that of letters.
    ///
    /// # Errors
    /// As of [`load`](Self::load).
    pub fn load_with(
        &self,
        check: fn(&str, &[u8]) -> Result<Loaded, Report>,
        terminal: &mut Terminal<'_>,
    ) -> Result<Loaded, Report> {
        let bytes = match &self.path {
            None => read(terminal.input()),
            Some(path) => File::open(path).and_then(|mut file| read(&mut file)),
        };
        match bytes {
            Ok(bytes) => check(&self.name, &bytes),
            Err(cause) => Err(unreadable(&self.name, &cause)),
        }
    }
}

/// Every notes file that the arguments name: files, the YAML files of folders in order, `-`.
///
/// # Errors
/// One report for each argument that names nothing.
pub fn inputs(arguments: &[PathBuf]) -> Result<Vec<Input>, Vec<Report>> {
    let mut found: Vec<Input> = Vec::new();
    let mut problems = Vec::new();
    for argument in arguments {
        if argument.as_os_str() == "-" {
            found.push(Input {
                path: None,
                name: "<stdin>".to_owned(),
            });
        } else if argument.is_dir() {
            match in_folder(argument) {
                Ok(inside) if inside.is_empty() => problems.push(empty_folder(argument)),
                Ok(inside) => found.extend(inside),
                Err(cause) => problems.push(unreadable(&shown(argument), &cause)),
            }
        } else {
            found.push(file(argument.clone()));
        }
    }
    once(&mut found);
    if problems.is_empty() {
        Ok(found)
    } else {
        Err(problems)
    }
}

/// Keeps the first of those that are the same file.
fn once(inputs: &mut Vec<Input>) {
    let mut seen = BTreeSet::new();
    inputs.retain(|input| {
        let place = input.path.as_ref().map(|path| {
            fs::canonicalize(path)
                .or_else(|_| std::path::absolute(path))
                .unwrap_or(path.clone())
        });
        seen.insert(place)
    });
}

fn file(path: PathBuf) -> Input {
    Input {
        name: shown(&path),
        path: Some(path),
    }
}

/// The YAML files right inside a folder, by name; those that start with a dot are passed over.
fn in_folder(folder: &Path) -> io::Result<Vec<Input>> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let hidden = path
            .file_name()
            .is_some_and(|name| name.to_string_lossy().starts_with('.'));
        let yaml = path
            .extension()
            .is_some_and(|ending| ending == "yaml" || ending == "yml");
        if yaml && !hidden && path.is_file() {
            paths.push(path);
        }
    }
    paths.sort();
    Ok(paths.into_iter().map(file).collect())
}

/// Reads at most one byte more than a notes file may have: enough to see that it is too large.
fn read(stream: &mut dyn Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    stream
        .take(yaml::MAX_BYTES as u64 + 1)
        .read_to_end(&mut bytes)?;
    Ok(bytes)
}

pub(super) fn unreadable(name: &str, cause: &io::Error) -> Report {
    let (message, help) = match cause.kind() {
        io::ErrorKind::NotFound => (
            "there is no such file".to_owned(),
            format!("to start one, run `regards init {name}`"),
        ),
        io::ErrorKind::PermissionDenied => (
            "this file may not be read".to_owned(),
            "change its permissions, or copy it to a place of your own".to_owned(),
        ),
        _ => (
            format!("this file cannot be read: {cause}"),
            "name a notes file, a folder of notes files, or `-`".to_owned(),
        ),
    };
    about(
        name,
        Diagnostic::error("unreadable-file", Place::File, message).help(help),
    )
}

fn empty_folder(folder: &Path) -> Report {
    let name = shown(folder);
    let found = Diagnostic::error(
        "empty-folder",
        Place::File,
        "this folder holds no notes file",
    )
    .help("notes files end in `.yaml` or `.yml`")
    .help(format!(
        "to start one, run `regards init {name}/interview.yaml`"
    ));
    about(&name, found)
}

fn about(name: &str, found: Diagnostic) -> Report {
    Report {
        source: Arc::new(Source::new(name, "")),
        diagnostics: vec![found],
    }
}
