//! Files into a folder that was not there before: all of them, or none.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use thiserror::Error;

use super::{create, shown};

/// Why a new folder was not made.
#[derive(Debug, Error)]
pub enum NewFolderError {
    /// Something is there already, which is left as it is.
    #[error("{what}, and was left as it is")]
    Taken {
        /// What is there.
        what: String,
    },
    /// A file or a folder cannot be written; what was written before it is taken away again.
    #[error("`{path}` cannot be written: {cause}")]
    Failed {
        /// The file or the folder.
        path: String,
        /// Why.
        #[source]
        cause: io::Error,
    },
}

impl NewFolderError {
    /// What to do about it.
    pub fn help(&self) -> &'static str {
        match self {
            Self::Taken { .. } => "name a folder that is new or empty",
            Self::Failed { .. } => "name a folder in a place that you may write to",
        }
    }
}

/// Writes files, by their paths with `/`, into a folder that is new or empty.
///
/// Nothing is ever overwritten, not even what comes to be there meanwhile.
///
/// # Errors
/// Where something is there, or cannot be written; no file of these is left behind then.
pub fn new_folder(folder: &Path, files: &BTreeMap<String, Vec<u8>>) -> Result<(), NewFolderError> {
    is_free(folder)?;
    let mut made = Made::default();
    for (name, bytes) in files {
        let path = folder.join(name);
        let written = made
            .folder(path.parent().unwrap_or(folder))
            .and_then(|()| create(&path, bytes));
        if let Err(cause) = written {
            made.undo();
            let path = shown(&path);
            return Err(match cause.kind() {
                io::ErrorKind::AlreadyExists => NewFolderError::Taken {
                    what: format!("`{path}` is there already"),
                },
                _ => NewFolderError::Failed { path, cause },
            });
        }
        made.files.push(path);
    }
    Ok(())
}

/// Whether there is nothing yet, or a folder without anything in it.
fn is_free(folder: &Path) -> Result<(), NewFolderError> {
    let name = shown(folder);
    let taken = |what| Err(NewFolderError::Taken { what });
    match fs::read_dir(folder) {
        Ok(mut entries) => match entries.next() {
            None => Ok(()),
            Some(_) => taken(format!("the folder `{name}` holds something already")),
        },
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(cause) if cause.kind() == io::ErrorKind::NotADirectory => {
            // It may be one of the folders above that is none.
            let file = folder.ancestors().find(|each| each.is_file());
            taken(format!("`{}` is a file", shown(file.unwrap_or(folder))))
        }
        Err(cause) => Err(NewFolderError::Failed { path: name, cause }),
    }
}

/// What was made so far.
#[derive(Default)]
struct Made {
    files: Vec<PathBuf>,
    folders: BTreeSet<PathBuf>,
}

impl Made {
    /// Makes a folder and those above it that are missing.
    fn folder(&mut self, folder: &Path) -> io::Result<()> {
        let missing = folder
            .ancestors()
            .take_while(|each| !each.as_os_str().is_empty() && !each.exists());
        let missing: Vec<PathBuf> = missing.map(Path::to_owned).collect();
        fs::create_dir_all(folder)?;
        self.folders.extend(missing);
        Ok(())
    }

    /// Takes everything away again; folders only as far as nobody else has put something in.
    fn undo(self) {
        for file in self.files {
            let _ = fs::remove_file(file);
        }
        // The innermost come last in this order.
        for folder in self.folders.into_iter().rev() {
            let _ = fs::remove_dir(folder);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(names: &[&str]) -> BTreeMap<String, Vec<u8>> {
        let files = names.iter();
        files
            .map(|name| ((*name).to_owned(), name.as_bytes().to_vec()))
            .collect()
    }

    #[test]
    fn a_folder_is_made_whole_or_not_at_all() {
        let place = tempfile::tempdir().expect("a folder");
        let new = place.path().join("a/b");
        // `x` would have to be a file and a folder.
        let failed = new_folder(&new, &files(&["w/y", "x", "x/y"]));
        assert!(failed.is_err());
        assert!(!place.path().join("a").exists());
        new_folder(&new, &files(&["w/y", "x"])).expect("it can be written");
        assert_eq!(fs::read(new.join("w/y")).expect("a file"), b"w/y");
        let again = new_folder(&new, &files(&["z"]));
        assert!(matches!(again, Err(NewFolderError::Taken { .. })));
        assert!(!new.join("z").exists());
    }

    #[test]
    fn a_folder_that_was_empty_stays_where_writing_fails() {
        let place = tempfile::tempdir().expect("a folder");
        assert!(new_folder(place.path(), &files(&["x", "x/y"])).is_err());
        let left = fs::read_dir(place.path()).expect("it is there").count();
        assert_eq!(left, 0);
    }
}
