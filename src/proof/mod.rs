//! The proofreader: letters become findings.
//!
//! Takes [`Document`]s (letters as composed, or as somebody has edited them) and the notes they came
//! from; gives [`Finding`]s. Its layers, strongest first: facts against the notes, spelling, the
//! phrases that such letters get wrong, grammar (a feature), etiquette, and likeness among the
//! letters of one file. Every rule is a data file under `rules/`, with code beside it where patterns
//! are not enough.

mod document;
mod etiquette;
mod facts;
mod finding;
mod mechanics;
mod pattern;
mod phrases;
mod registry;
mod rule;
mod rule_file;
mod rules;
mod spelling;
mod text;
mod token;

use jiff::civil::Date;

use crate::notes::Loaded;

pub use document::{Document, Occasion};
pub use finding::Finding;
pub use registry::{rule, rules};
pub use rule::{Layer, Rule};

use finding::Findings;

/// What a proofreader goes by.
#[derive(Debug, Clone, Copy, Default)]
pub struct Proof<'a> {
    /// The notes that the letters came from; without them only language and etiquette are judged.
    pub notes: Option<&'a Loaded>,
    /// Words that are spelt as they are meant, beside those of the notes.
    pub words: &'a [String],
    /// The day on which the letters are read.
    pub today: Option<Date>,
}

/// A letter and what it is judged by.
struct Page<'a> {
    document: &'a Document,
    proof: Proof<'a>,
}

/// A file of code that judges a letter.
type Check = fn(&Page<'_>, &mut Findings<'_>);

/// Those that judge one letter at a time, in the order of their layers.
const CHECKS: [Check; 5] = [
    facts::check,
    spelling::check,
    phrases::check,
    mechanics::check,
    etiquette::check,
];

impl Proof<'_> {
    /// Reads one letter.
    ///
    /// The findings come in the order of the letter, those about the whole of it first. Likeness
    /// needs all letters of a file: see [`likeness`].
    pub fn read(&self, document: &Document) -> Vec<Finding> {
        let page = Page {
            document,
            proof: *self,
        };
        let mut findings = Findings::new(document);
        for check in CHECKS {
            check(&page, &mut findings);
        }
        findings.done()
    }
}
