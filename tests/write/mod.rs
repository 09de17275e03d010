//! `regards write`, from the notes file to the files on the disk.

mod bad_input;
mod edits;
mod flags;
mod in_vain;
mod reproducible;
mod values;
