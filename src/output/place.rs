use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Bytes that lie beside their destination, whole and on the disk, but not yet under its name.
#[derive(Debug)]
pub struct Staged {
    temporary: PathBuf,
    destination: PathBuf,
}

impl Staged {
    /// Writes the bytes beside `destination` and waits until the disk has them.
    ///
    /// # Errors
    /// Where the folder cannot be written to or the disk is full; nothing is left behind then.
    pub fn write(destination: &Path, bytes: &[u8]) -> io::Result<Self> {
        let name = destination
            .file_name()
            .unwrap_or_default()
            .to_string_lossy();
        let temporary = destination.with_file_name(format!(".{name}.{}.part", std::process::id()));
        let staged = Self {
            temporary,
            destination: destination.to_owned(),
        };
        let mut file = File::create(&staged.temporary)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        Ok(staged)
    }

    /// Gives the bytes their name, in one step, in place of what had it before.
    ///
    /// # Errors
    /// Where the destination cannot be replaced, such as a folder of that name.
    pub fn put(self) -> io::Result<()> {
        fs::rename(&self.temporary, &self.destination)
    }
}

impl Drop for Staged {
    /// Takes away bytes that were never put in place; after [`Staged::put`] there is nothing left.
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.temporary);
    }
}

/// Writes a file where there is none yet.
///
/// # Errors
/// Of kind `AlreadyExists` where there is one, whatever it is; else where it cannot be written,
/// and nothing is left behind then.
pub fn create(destination: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = File::create_new(destination)?;
    let written = file.write_all(bytes).and_then(|()| file.sync_all());
    if written.is_err() {
        let _ = fs::remove_file(destination);
    }
    written
}

/// Takes away what a run that was cut short has left in a folder: bytes that never got their name.
///
/// Nobody else may be writing there.
pub fn sweep(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        let number = name
            .strip_prefix('.')
            .and_then(|name| name.strip_suffix(".part"));
        let number = number
            .and_then(|name| name.rsplit_once('.'))
            .map(|(_, number)| number);
        if number.is_some_and(|number| number.parse::<u32>().is_ok()) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// Writes one file whole or not at all.
///
/// # Errors
/// Where the folder cannot be written to, the disk is full, or a folder has that name.
pub fn replace(destination: &Path, bytes: &[u8]) -> io::Result<()> {
    Staged::write(destination, bytes)?.put()
}
