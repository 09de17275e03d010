use std::fs::OpenOptions;
use std::io::{self, Read, Write};
use std::path::Path;

/// Puts bytes at the end of a file, in one piece, and makes the file where there is none.
///
/// `next` sees what is there and gives what to add, or nothing. No other run appends between the two
/// where the file can be locked; where it cannot, as on some network drives, pieces of two runs still
/// stand one behind the other. What is there is never changed, and no file is made for nothing: where
/// there is none, `next` is asked before and after it is made. Gives whether anything was added.
///
/// # Errors
/// Where the file cannot be read or written; a full disk may have taken part of the piece.
pub fn append(path: &Path, mut next: impl FnMut(&[u8]) -> Option<Vec<u8>>) -> io::Result<bool> {
    if !path.exists() && next(&[]).is_none() {
        return Ok(false);
    }
    let mut file = OpenOptions::new()
        .read(true)
        .append(true)
        .create(true)
        .open(path)?;
    // Where locks do not exist, the piece is still written at the end and in one go.
    let _ = file.lock();
    let mut before = Vec::new();
    file.read_to_end(&mut before)?;
    let Some(piece) = next(&before) else {
        return Ok(false);
    };
    file.write_all(&piece)?;
    file.sync_all()?;
    Ok(true)
}
