//! The proofreader: letters become findings.
//!
//! Takes [`Document`]s (letters as composed, or as somebody has edited them) and the notes they came
//! from; gives [`Finding`]s. Its layers, strongest first: facts against the notes, spelling, the
//! phrases that such letters get wrong, grammar (a feature), etiquette, and likeness among the
//! letters of one file. Every rule is a data file under `rules/`, with code beside it where patterns
//! are not enough.

mod about_notes;
mod allow;
mod document;
mod etiquette;
mod facts;
mod finding;
mod forms;
mod grammar;
#[cfg(feature = "grammar")]
mod harper;
mod lexicon;
mod likeness;
mod masks;
mod mechanics;
mod mend;
mod missing;
mod pattern;
mod phrases;
mod place;
mod registry;
mod rule;
mod rule_file;
mod rules;
mod shingles;
mod spelling;
mod text;
mod token;
mod too_soon;

use jiff::civil::Date;

use crate::language::Language;
use crate::notes::{Loaded, Notes};

pub use about_notes::about_notes;
pub use allow::Allowed;
pub use document::{Document, Occasion};
pub use facts::is_near;
pub use finding::Finding;
pub use grammar::Grammar;
pub use likeness::likeness;
pub use mend::mended;
pub use missing::Missing;
pub use place::{Placed, place};
pub use registry::{rule, rules};
pub use rule::{Layer, Rule};
pub use shingles::Shingles;
pub use too_soon::about_check_ins;

use facts::People;
use finding::Findings;
use spelling::Known;

/// What a proofreader goes by: the notes, and what they vouch for.
#[derive(Debug, Clone, Default)]
pub struct Proof<'a> {
    notes: Option<&'a Loaded>,
    language: Language,
    today: Option<Date>,
    known: Known,
    people: People,
}

impl<'a> Proof<'a> {
    /// Makes ready to read letters that came from these notes; without notes, only language and
    /// etiquette are judged.
    ///
    /// `words` are spelt as they are meant; `today` is the day on which the letters are read.
    pub fn new(notes: Option<&'a Loaded>, words: &[String], today: Option<Date>) -> Self {
        Self {
            notes,
            language: notes
                .map(|loaded| loaded.notes.language)
                .unwrap_or_default(),
            today,
            known: Known::new(notes, words),
            people: notes
                .map(|loaded| People::new(&loaded.notes))
                .unwrap_or_default(),
        }
    }
}

impl Proof<'_> {
    /// Whether the notes hold a word, whoever is meant by it.
    fn vouches_for(&self, word: &str) -> bool {
        self.known.has(&token::fold(word))
    }
}

/// What takes longer to read than a letter, so that it is there when the first letter is: each to be
/// called beside other work.
pub fn warm() -> [fn(); 2] {
    [|| registry::warm(0), || registry::warm(1)]
}

/// A letter and what it is judged by.
struct Page<'a> {
    document: &'a Document,
    proof: &'a Proof<'a>,
}

impl Page<'_> {
    /// The language of the letter.
    fn language(&self) -> Language {
        self.proof.language
    }

    /// The notes that it came from.
    fn notes(&self) -> Option<&Notes> {
        self.proof.notes.map(|loaded| &loaded.notes)
    }
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
    /// needs all letters of a file.
    pub fn read(&self, document: &Document) -> Vec<Finding> {
        let page = Page {
            document,
            proof: self,
        };
        let mut findings = Findings::new(document);
        for check in CHECKS {
            check(&page, &mut findings);
        }
        findings.done()
    }
}
