//! Files, each whole or not at all: the only stage that writes.
//!
//! Takes names and bytes; gives files in a [`Folder`], whose manifest tells this program's work
//! from the user's. What the user wrote or changed is never overwritten unasked.

mod append;
mod folder;
mod manifest;
mod new_folder;
mod place;
mod shared;
mod slug;

pub use append::append;
pub use folder::{Folder, FolderError, Named, Outcome, Present, shown};
pub use new_folder::{NewFolderError, new_folder};
pub use place::{create, replace};
pub use slug::{slug, slugs};
