//! A letter as a `mailto:` address, which every mail program opens as a new message (RFC 6068).

use super::{Mailbox, text};
use crate::letter::LetterText;

/// The longest address that is handed to a mail program, in bytes: Windows and old programs cut
/// longer ones off in the middle of the letter.
const LONGEST: usize = 2_000;

/// The address that opens the letter as a new message; `None` where it would be too long.
///
/// It carries the text alone. Without a recipient, that one is typed in the mail program.
pub fn mailto(letter: &LetterText, to: Option<&Mailbox>) -> Option<String> {
    let mut uri = String::from("mailto:");
    if let Some(to) = to {
        // Only the last `@` parts the address; both sides are encoded.
        let (local, domain) = to.address.rsplit_once('@')?;
        uri.push_str(&format!("{}@{}", encoded(local), encoded(domain)));
    }
    uri.push_str("?subject=");
    let subject = letter.subject.as_deref().unwrap_or_default();
    let words: Vec<&str> = subject.split_whitespace().collect();
    uri.push_str(&encoded(&words.join(" ")));
    uri.push_str("&body=");
    // Line breaks are CRLF (RFC 6068, section 5).
    uri.push_str(&encoded(
        &text(letter, None).trim_end().replace('\n', "\r\n"),
    ));
    (uri.len() <= LONGEST).then_some(uri)
}

/// Everything but letters and digits of ASCII and four marks, percent-encoded (RFC 3986).
fn encoded(text: &str) -> String {
    let mut uri = String::with_capacity(text.len() * 2);
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                uri.push(char::from(byte));
            }
            byte => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}
