//! The proofreader.

mod clean;
mod command;
mod grammar;
mod guessed;
mod hostile;
mod names;
mod whom_to_ask;

use std::path::PathBuf;
use std::sync::Arc;

use regards::diagnostic::{Level, Source};
use regards::letter::{LetterText, Recipient};
use regards::notes::{Channel, Kind, Loaded, load};
use regards::proof::{Document, Finding, Occasion, Proof};

use crate::support::project;

fn fixtures() -> PathBuf {
    project().join("tests/fixtures/proof")
}

/// Notes from their text.
fn notes(text: &str) -> Loaded {
    load("notes.yaml", text.as_bytes()).unwrap_or_else(|report| panic!("{report:?}"))
}

/// What the proofreader finds in a letter; hints are passed over.
fn findings(loaded: &Loaded, text: &str, kind: Kind, recipient: Option<Recipient>) -> Vec<Finding> {
    let channel =
        LetterText::parse("letter.md", text).map_or(Channel::Email, |letter| letter.channel);
    let occasion = Occasion {
        kind,
        channel,
        recipient,
    };
    let document = Document::read(Arc::new(Source::new("letter.md", text)), occasion);
    let mut found = Proof::new(Some(loaded), &[], None).read(&document);
    found.retain(|finding| finding.level != Level::Hint);
    found
}
