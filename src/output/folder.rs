use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use thiserror::Error;

use super::manifest::{MANIFEST, Manifest};
use super::place::{Staged, replace, sweep};

/// A folder of letters: what this program wrote there, and what the user did.
#[derive(Debug)]
pub struct Folder {
    path: PathBuf,
    manifest: Manifest,
}

/// A file to write: its name in the folder and its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// The name, without a folder.
    pub name: String,
    /// The whole contents.
    pub bytes: Vec<u8>,
    /// Whether it takes the place of a file that is the user's.
    pub force: bool,
}

/// What is in a folder under some name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Present {
    /// Nothing.
    Nothing,
    /// Bytes that this program wrote.
    Ours(Vec<u8>),
    /// Bytes that the user wrote or changed.
    Users(Vec<u8>),
}

/// What became, or would become, of a file.
#[derive(Debug)]
pub enum Outcome {
    /// There was none; it was written.
    Created,
    /// It took the place of an earlier one of this program's.
    Updated,
    /// The same bytes were there already.
    Unchanged,
    /// What is there is the user's; it was left as it is.
    Kept,
    /// It could not be written; what was there before is still there.
    Failed(io::Error),
}

/// A folder that cannot be used.
#[derive(Debug, Error)]
pub enum FolderError {
    /// The folder or its manifest cannot be read.
    #[error("cannot read `{path}`: {cause}")]
    Unreadable {
        /// The file or folder.
        path: String,
        /// What the system says.
        cause: io::Error,
    },
    /// The manifest is not one that this program understands.
    #[error("`{path}` is broken or from a later version of regards")]
    Manifest {
        /// The manifest.
        path: String,
    },
}

impl FolderError {
    /// What the user can do about it.
    pub fn help(&self) -> &'static str {
        match self {
            Self::Unreadable { .. } => "choose another folder with `--out DIR`",
            Self::Manifest { .. } => {
                "remove it: every letter there then counts as yours, and none is overwritten"
            }
        }
    }
}

impl Folder {
    /// Opens a folder; one that does not exist yet is empty, and is made by the first write.
    ///
    /// # Errors
    /// Where the manifest is there but cannot be read or understood.
    pub fn open(path: &Path) -> Result<Self, FolderError> {
        let file = path.join(MANIFEST);
        let manifest = match fs::read(&file) {
            Ok(bytes) => Manifest::read(&bytes)
                .ok_or_else(|| FolderError::Manifest { path: shown(&file) })?,
            Err(cause) if is_absent(&cause) => Manifest::default(),
            Err(cause) => {
                return Err(FolderError::Unreadable {
                    path: shown(&file),
                    cause,
                });
            }
        };
        Ok(Self {
            path: path.to_owned(),
            manifest,
        })
    }

    /// Where the folder is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// What is there under a name now.
    ///
    /// # Errors
    /// Where something is there that cannot be read, such as a folder of that name.
    pub fn present(&self, name: &str) -> Result<Present, FolderError> {
        let path = self.path.join(name);
        match fs::read(&path) {
            Ok(bytes) if self.manifest.knows(name, &bytes) => Ok(Present::Ours(bytes)),
            Ok(bytes) => Ok(Present::Users(bytes)),
            Err(cause) if is_absent(&cause) => Ok(Present::Nothing),
            Err(cause) => Err(FolderError::Unreadable {
                path: shown(&path),
                cause,
            }),
        }
    }

    /// What [`Folder::write`] would do with a file.
    pub fn plan(&self, file: &Named) -> Outcome {
        match self.present(&file.name) {
            Ok(Present::Nothing) => Outcome::Created,
            Ok(Present::Ours(bytes) | Present::Users(bytes)) if bytes == file.bytes => {
                Outcome::Unchanged
            }
            Ok(Present::Ours(_)) => Outcome::Updated,
            Ok(Present::Users(_)) if file.force => Outcome::Updated,
            Ok(Present::Users(_)) => Outcome::Kept,
            Err(FolderError::Unreadable { cause, .. }) => Outcome::Failed(cause),
            Err(error) => Outcome::Failed(io::Error::other(error)),
        }
    }

    /// Writes files, each whole or not at all, and says what became of each, in their order.
    ///
    /// All bytes are on the disk before the first file takes its name. The manifest learns of them
    /// in between, so that a run cut short at any point leaves only files that are whole and known.
    pub fn write(&mut self, files: &[Named]) -> Vec<Outcome> {
        if let Err(cause) = fs::create_dir_all(&self.path) {
            return files
                .iter()
                .map(|_| Outcome::Failed(again(&cause)))
                .collect();
        }
        let alone = alone(&self.path);
        if let Ok(now) = Self::open(&self.path) {
            self.manifest = now.manifest;
        }
        if alone.is_some() {
            sweep(&self.path);
        }
        let mut outcomes: Vec<Outcome> = files.iter().map(|file| self.plan(file)).collect();
        let before = self.manifest.clone();
        let mut staged = Vec::new();
        for (place, file) in files.iter().enumerate() {
            match outcomes[place] {
                Outcome::Created | Outcome::Updated => {
                    match Staged::write(&self.path.join(&file.name), &file.bytes) {
                        Ok(bytes) => {
                            self.manifest.add(&file.name, &file.bytes);
                            staged.push((place, bytes));
                        }
                        Err(cause) => outcomes[place] = Outcome::Failed(cause),
                    }
                }
                Outcome::Unchanged => self.manifest.settle(&file.name, &file.bytes),
                Outcome::Kept | Outcome::Failed(_) => {}
            }
        }
        if let Err(cause) = self.save_unless(&before) {
            for (place, _) in staged {
                outcomes[place] = Outcome::Failed(again(&cause));
            }
            return outcomes;
        }
        let added = self.manifest.clone();
        for (place, bytes) in staged {
            match bytes.put() {
                Ok(()) => self
                    .manifest
                    .settle(&files[place].name, &files[place].bytes),
                Err(cause) => outcomes[place] = Outcome::Failed(cause),
            }
        }
        // A failure here loses nothing: the manifest then knows one hash too many.
        let _ = self.save_unless(&added);
        // The new names are on the disk as well once the folder is; not every system can do that.
        let _ = alone.map(|folder| folder.sync_all());
        outcomes
    }

    /// Files of this program's that are still there but are no longer among `names`.
    pub fn stale(&self, names: &[&str]) -> Vec<String> {
        self.manifest
            .names()
            .filter(|name| !names.contains(name) && self.path.join(name).exists())
            .map(str::to_owned)
            .collect()
    }

    fn save_unless(&self, saved: &Manifest) -> io::Result<()> {
        let path = self.path.join(MANIFEST);
        if self.manifest == *saved && path.exists() {
            return Ok(());
        }
        replace(&path, self.manifest.to_json().as_bytes())
    }
}

/// A path as messages show it, with `/` on every system.
pub fn shown(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

/// Waits until no other run writes to a folder; the next one waits until the lock is dropped.
///
/// Best effort: where a folder cannot be locked, as on Windows, two runs at once still leave only
/// whole files, but one may take the other's for the user's.
pub(super) fn alone(folder: &Path) -> Option<File> {
    let folder = File::open(folder).ok()?;
    folder.lock().ok()?;
    Some(folder)
}

/// Whether nothing is there; a file where the folder should be is found out when it is written to.
fn is_absent(cause: &io::Error) -> bool {
    matches!(
        cause.kind(),
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory
    )
}

/// The same failure, for another file that it hit as well.
fn again(cause: &io::Error) -> io::Error {
    io::Error::new(cause.kind(), cause.to_string())
}
