//! What one does not say in such a letter, where counting tells; where words tell, the rule's
//! patterns do.

mod chat;
mod length;
mod placeholders;
mod sentences;
mod substance;
#[cfg(test)]
mod testing;
mod theirs;
mod tone;
mod wording;

use super::Page;
use super::finding::Findings;

pub(super) use theirs::Excuses;

/// Judges what is counted: words, paragraphs, marks, thanks.
pub(super) fn check(page: &Page<'_>, findings: &mut Findings<'_>) {
    placeholders::check(page, findings);
    chat::check(page, findings);
    length::check(page, findings);
    tone::check(page, findings);
    substance::check(page, findings);
}
