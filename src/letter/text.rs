use crate::notes::Channel;
use crate::prose;
use crate::theme::marks;

/// A letter as its `.md` file holds it: a short header and a body in Markdown.
///
/// The first paragraph of the body is the salutation; the last one is the sign-off, with the
/// signature after a hard line break. Everything else (`.txt`, `.pdf`) is made from this alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LetterText {
    /// The recipient: a name, or a name and an address, as `Name <address>`.
    pub to: String,
    /// The subject line; emails only.
    pub subject: Option<String>,
    /// The date at the top; cards and letters only.
    pub date: Option<String>,
    /// How it travels.
    pub channel: Channel,
    /// The body in Markdown, one paragraph a line, blocks separated by an empty line.
    pub body: String,
}

impl LetterText {
    /// The number of words a reader sees in the body, salutation and sign-off counted.
    pub fn words(&self) -> usize {
        prose::words(&prose::parse(&self.body))
    }
}

/// The text as typed, on one line: a line break becomes a space, spaces at the ends go.
///
/// Marks of the composer cannot be typed, and are taken out all the same.
pub(super) fn fold(text: &str) -> String {
    let is_break = |c: char| {
        matches!(
            c,
            '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}'
        )
    };
    let is_plain = !text.contains(|c: char| is_break(c) || marks::is_mark(c));
    if is_plain {
        return text
            .trim_matches(|c: char| c.is_ascii_whitespace())
            .to_owned();
    }
    let clean: String = text.chars().filter(|c| !marks::is_mark(*c)).collect();
    let lines: Vec<&str> = clean
        .split(is_break)
        .map(|line| line.trim_matches(|c: char| c.is_ascii_whitespace()))
        .filter(|line| !line.is_empty())
        .collect();
    lines.join(" ")
}
