//! Bytes to text: UTF-8 only, and no more than a notes file can need.

use crate::diagnostic::{Diagnostic, Place};

/// The largest file that is read, in bytes: 1 MiB, some hundred times the longest notes.
pub const MAX_BYTES: usize = 1024 * 1024;

/// The text of a file, or what is wrong with its bytes.
///
/// With the problem comes the text as far as it can be read, for the message to point into.
pub(super) fn decode(bytes: &[u8]) -> Result<&str, Box<(String, Diagnostic)>> {
    if bytes.len() > MAX_BYTES {
        let problem = Diagnostic::error(
            "too-big",
            Place::File,
            "the file is larger than 1 MiB (1,048,576 bytes)",
        )
        .help("a notes file is a few pages of text; check that this is the right file");
        return Err(Box::new((String::new(), problem)));
    }
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        let problem = Diagnostic::error("not-utf8", Place::File, "the file is UTF-16, not UTF-8")
            .help("save it again with the encoding UTF-8 (in Notepad: Save as, Encoding: UTF-8)");
        return Err(Box::new((String::new(), problem)));
    }
    std::str::from_utf8(bytes).map_err(|error| {
        let good = error.valid_up_to();
        let byte = bytes.get(good).copied().unwrap_or_default();
        let text = String::from_utf8_lossy(bytes).into_owned();
        // The replacement character stands where the bad byte was; all before it is unchanged.
        let place = Place::Bytes(good..good + char::REPLACEMENT_CHARACTER.len_utf8());
        let mut problem = Diagnostic::error("not-utf8", place, "the file is not UTF-8 text")
            .label(format!("byte 0x{byte:02X} belongs to another encoding"))
            .help("save it again with the encoding UTF-8 (in Notepad: Save as, Encoding: UTF-8)");
        if bytes.contains(&0) {
            problem = problem.help("it holds zero bytes as well: is it a text file at all?");
        }
        Box::new((text, problem))
    })
}
