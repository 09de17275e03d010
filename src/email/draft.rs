//! A letter as a draft: a message that a mail program opens to be looked over and sent.

use sha2::{Digest, Sha256};

use super::header::{line, words};
use super::mailbox::Mailbox;
use super::quoted_printable::encode;
use super::{html, text};
use crate::diagnostic::Report;
use crate::letter::LetterText;
use crate::prose;
use crate::theme::Theme;

/// Who sends the drafts, and in which language.
#[derive(Debug, Clone, Copy)]
pub struct Sender<'a> {
    /// The one they are from; the mail program puts its own where there is none.
    pub from: Option<&'a Mailbox>,
    /// The language of the letters, such as `en-US`.
    pub language: &'a str,
}

/// The letter as the bytes of an `.eml` file: text and HTML, both of the same words.
///
/// `X-Unsent` has a mail program open it as a draft. There is no date and no id: who sends a message
/// gives it those. Without a recipient it has no `To`, which is then typed in the mail program.
/// Every line ends in CRLF; only a line with one long address is over 78 characters.
///
/// # Errors
/// A report on the theme's `email.html`, where it cannot be used.
pub fn draft(
    letter: &LetterText,
    to: Option<&Mailbox>,
    sender: Sender<'_>,
    theme: &Theme,
    wrap: Option<usize>,
) -> Result<Vec<u8>, Report> {
    let subject = letter.subject.as_deref().unwrap_or_default();
    let body = html::fragment(&prose::parse(&letter.body));
    let plain = encode(&text(letter, wrap));
    let html = encode(&theme.email(&body, subject, sender.language)?);
    // Quoted-printable never holds `=_`, so the boundary stands in neither part.
    let boundary = format!("=_{}", digest(&[&plain, &html]));
    let mut message = line("X-Unsent", &["1".to_owned()]);
    for (name, mailbox) in [("From", sender.from), ("To", to)] {
        if let Some(mailbox) = mailbox {
            message.push_str(&line(name, &mailbox.words()));
        }
    }
    if !subject.is_empty() {
        message.push_str(&line("Subject", &words(subject)));
    }
    message.push_str("MIME-Version: 1.0\r\n");
    message.push_str(&format!(
        "Content-Type: multipart/alternative; boundary=\"{boundary}\"\r\n\r\n"
    ));
    // The later part is the one that a reader prefers (RFC 2046, section 5.1.4).
    for (kind, part) in [("plain", plain), ("html", html)] {
        message.push_str(&format!(
            "--{boundary}\r\nContent-Type: text/{kind}; charset=utf-8\r\n\
             Content-Transfer-Encoding: quoted-printable\r\n\r\n{part}\r\n"
        ));
    }
    message.push_str(&format!("--{boundary}--\r\n"));
    Ok(message.into_bytes())
}

/// The first 24 hexadecimal digits of the SHA-256 of texts.
fn digest(texts: &[&str]) -> String {
    let mut hash = Sha256::new();
    for text in texts {
        hash.update(text.as_bytes());
    }
    let bytes = hash.finalize();
    bytes
        .iter()
        .take(12)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}
