use std::fs;
use std::io;

use super::folder::{Folder, FolderError, Outcome, Present, alone};
use super::place::replace;

impl Folder {
    /// Writes a file that is the user's as much as this program's, whole or not at all.
    ///
    /// The manifest does not learn of it. `before` is what was read of it, `None` where there was
    /// nothing; where something else is there by now, that is kept.
    pub fn write_shared(&self, name: &str, before: Option<&[u8]>, bytes: &[u8]) -> Outcome {
        if before == Some(bytes) {
            return Outcome::Unchanged;
        }
        if let Err(cause) = fs::create_dir_all(self.path()) {
            return Outcome::Failed(cause);
        }
        let _alone = alone(self.path());
        let now = match self.present(name) {
            Ok(Present::Nothing) => None,
            Ok(Present::Ours(bytes) | Present::Users(bytes)) => Some(bytes),
            Err(FolderError::Unreadable { cause, .. }) => return Outcome::Failed(cause),
            Err(error) => return Outcome::Failed(io::Error::other(error)),
        };
        if now.as_deref() != before {
            return Outcome::Kept;
        }
        match replace(&self.path().join(name), bytes) {
            Ok(()) if before.is_some() => Outcome::Updated,
            Ok(()) => Outcome::Created,
            Err(cause) => Outcome::Failed(cause),
        }
    }
}
