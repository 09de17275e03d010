//! Letters for the tests of the checks.

use std::sync::Arc;

use crate::diagnostic::Source;
use crate::notes::{Channel, Kind};
use crate::proof::finding::Findings;
use crate::proof::{Check, Document, Occasion, Page, Proof};

/// A thank-you by email.
pub(super) fn letter(to: &str, subject: &str, greeting: &str, body: &str) -> Document {
    let text = format!(
        "---\nto: {to}\nsubject: {subject}\nchannel: email\n---\n\n{greeting}\n\n{body}\n\nYours,\nBo\n"
    );
    let occasion = Occasion {
        kind: Kind::ThankYou,
        channel: Channel::Email,
        recipient: None,
    };
    Document::read(Arc::new(Source::new("letter.md", text)), occasion)
}

/// A thank-you to Ann.
pub(super) fn email(subject: &str, body: &str) -> Document {
    letter("Ann Reed <ann@b.example>", subject, "Dear Ann,", body)
}

/// The rules of what a check finds.
pub(super) fn found(document: &Document, check: Check) -> Vec<&'static str> {
    let mut findings = Findings::new(document);
    let page = Page {
        document,
        proof: &Proof::default(),
    };
    check(&page, &mut findings);
    let found = findings.done();
    found
        .iter()
        .map(|finding| finding.rule.id.as_str())
        .collect()
}
