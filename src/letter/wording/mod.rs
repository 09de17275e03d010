//! The file of the wordings that were picked by hand: a person's name, and the phrase of each pool.
//!
//! Takes its bytes; gives [`Pins`](super::Pins), doubts about those that name nothing, and the text
//! of the file with other pins. People may edit it: what they wrote there is kept.

mod doubts;
mod text;

use std::sync::Arc;

use super::pins::Pins;
use crate::diagnostic::{Diagnostic, Path, Place, Report, Source};
use crate::yaml::{self, Entry, Value};

/// What every file of wordings begins with.
const HEADER: &str = "\
# Wordings picked with `regards reword`. Take a line out to go back to the one that is dealt.
";

/// The wordings of one notes file as they stand in their file.
#[derive(Debug, Clone)]
pub struct Wording {
    pins: Pins,
    source: Arc<Source>,
    people: Vec<Entry>,
    warnings: Vec<Diagnostic>,
    exists: bool,
}

impl Wording {
    /// The wordings where there is no file; `name` is what messages call it.
    pub fn none(name: &str) -> Self {
        Self {
            pins: Pins::default(),
            source: Arc::new(Source::new(name, "")),
            people: Vec::new(),
            warnings: Vec::new(),
            exists: false,
        }
    }

    /// Reads a file; `name` is what messages call it.
    ///
    /// # Errors
    /// A report with every place that is no YAML, or not a name above pools and phrases.
    pub fn read(name: &str, bytes: &[u8]) -> Result<Self, Report> {
        let document = yaml::load(name, bytes)?;
        let mut reading = Reading::default();
        let people = match document.root.value {
            Value::Map(people) => people,
            Value::Empty => Vec::new(),
            _ => {
                reading.refuse(
                    &Path::root(),
                    "this file holds names, each with its wordings",
                );
                Vec::new()
            }
        };
        people.iter().for_each(|person| reading.person(person));
        let mut report = Report {
            source: document.source,
            diagnostics: reading.problems,
        };
        if report.has_errors() {
            report.sort();
            report.limit();
            return Err(report);
        }
        Ok(Self {
            pins: reading.pins,
            source: report.source,
            people,
            warnings: document.warnings,
            exists: true,
        })
    }

    /// Every pick, whether or not it names something that there is.
    pub fn pins(&self) -> &Pins {
        &self.pins
    }

    /// The text of the file; `None` where there is none.
    pub fn text(&self) -> Option<&str> {
        self.exists.then(|| self.source.text())
    }
}

/// What was read of a file so far.
#[derive(Default)]
struct Reading {
    pins: Pins,
    problems: Vec<Diagnostic>,
}

impl Reading {
    fn person(&mut self, person: &Entry) {
        let at = Path::root().key(&person.key);
        let pools = match &person.value.value {
            Value::Map(pools) => pools,
            // The last wording was taken out.
            Value::Empty => return,
            _ => return self.refuse(&at, "below a name stand a pool and its phrase"),
        };
        for pool in pools {
            match &pool.value.value {
                Value::Scalar(phrase) => self.pins.pin(&person.key, &pool.key, &phrase.text),
                Value::Empty => self.pins.pin(&person.key, &pool.key, ""),
                _ => self.refuse(&at.key(&pool.key), "this must be the name of a phrase"),
            }
        }
    }

    fn refuse(&mut self, at: &Path, message: &str) {
        let example = "write it as:\nKatherine O'Neill:\n  closing: hope-for-the-chance";
        let place = Place::Value(at.clone());
        let found = Diagnostic::error("wording", place, message).help(example);
        self.problems.push(found);
    }
}
