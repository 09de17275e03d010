//! A file or an address, given to the program that the system opens it with.

use std::ffi::OsStr;
use std::io;
use std::process::{Command, Stdio};

/// The programs that do it, the usual one first, each with what stands before the file.
///
/// The crate `opener` does this too, but brings the tables of Unicode along to read addresses.
#[cfg(target_os = "macos")]
const OPENERS: &[(&str, &[&str])] = &[("open", &[])];
#[cfg(windows)]
const OPENERS: &[(&str, &[&str])] = &[("rundll32.exe", &["url.dll,FileProtocolHandler"])];
#[cfg(not(any(windows, target_os = "macos")))]
const OPENERS: &[(&str, &[&str])] = &[("xdg-open", &[]), ("wslview", &[])];

/// Opens a file or an address and does not wait: the program may stay open until it is closed.
///
/// # Errors
/// Where there is no such program, or it cannot be started.
pub fn launch(target: &OsStr) -> io::Result<()> {
    let mut failed = io::Error::from(io::ErrorKind::NotFound);
    for (program, before) in OPENERS {
        let started = Command::new(program)
            .args(*before)
            .arg(target)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn();
        match started {
            Ok(_) => return Ok(()),
            Err(error) => failed = error,
        }
    }
    Err(failed)
}
