//! From filled blocks to the text of a letter: paragraphs, salutation, sign-off, signature.

use super::fill::{is_laid_out, join};
use super::{Letter, LetterText, Part, paragraphs};
use crate::notes::Channel;
use crate::prose;
use crate::theme::Limits;

/// Blocks as paragraphs; a list or a heading stands by itself, and parts what is around it.
pub(super) fn parted(blocks: Vec<Vec<Part>>, channel: Channel, limits: Limits) -> Vec<Vec<Part>> {
    let most = limits.paragraphs.unwrap_or(usize::MAX);
    let mut paragraphs = Vec::new();
    let mut running: Vec<Vec<Part>> = Vec::new();
    for block in blocks {
        if block.iter().any(|part| is_laid_out(&part.markdown)) {
            paragraphs.extend(paragraphs::plan(
                std::mem::take(&mut running),
                channel,
                most,
            ));
            paragraphs.push(block);
        } else {
            running.push(block);
        }
    }
    paragraphs.extend(paragraphs::plan(running, channel, most));
    paragraphs
}

/// The body of a letter in Markdown, signed.
pub(super) fn body(letter: &Letter, signature: &str) -> String {
    let salutation = letter.salutation.iter().map(|part| part.markdown.clone());
    let paragraphs = letter.paragraphs.iter().map(|parts| markdown(parts));
    let sign_off = letter.sign_off.iter().map(|part| {
        let words = &part.markdown;
        let breaks = if words.is_empty() { "" } else { "\\\n" };
        format!("{words}{breaks}{}", prose::escape(signature))
    });
    let blocks: Vec<String> = salutation.chain(paragraphs).chain(sign_off).collect();
    blocks.join("\n\n")
}

/// A paragraph from its parts.
fn markdown(parts: &[Part]) -> String {
    parts
        .iter()
        .fold(String::new(), |text, part| join(&text, &part.markdown))
}

/// A subject is plain text: its Markdown is undone.
pub(super) fn plain(markdown: &str) -> String {
    prose::plain(&prose::parse(markdown), None)
        .trim()
        .to_owned()
}

impl Letter {
    /// Puts the notes that somebody is to pass on below a letter, each under the name it goes to.
    pub fn enclose(&mut self, notes: &[&LetterText]) {
        for note in notes {
            let name = note.to.split('<').next().unwrap_or_default().trim();
            self.text.body.push_str(&format!(
                "\n\n**For {}**\n\n{}",
                prose::escape(name),
                note.body
            ));
        }
    }
}
