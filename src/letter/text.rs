use crate::notes::Channel;
use crate::prose;

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
