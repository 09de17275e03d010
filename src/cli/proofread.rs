//! The letters of one notes file under the proofreader's eye, for `write` and `check`.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use jiff::civil::Date;

use super::write::Prepared;
use super::write::note::Note;
use crate::diagnostic::{Diagnostic, Level, Report, Source};
use crate::notes::{Kind, Loaded};
use crate::output::shown;
use crate::proof::{self, Allowed, Document, Finding, Grammar, Occasion, Proof, likeness, place};

/// What is looked for.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Wanted<'a> {
    /// Words that are spelt as they are meant, beside those of the notes.
    pub words: &'a [String],
    /// The day on which the letters are read.
    pub today: Option<Date>,
    /// Only these rules; all where it is empty.
    pub only: &'a [String],
}

impl Wanted<'_> {
    /// Whether a rule is looked for.
    pub fn has(&self, rule: &str) -> bool {
        self.only.is_empty() || self.only.iter().any(|only| only == rule)
    }
}

/// What was found in the letters of one notes file.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// Messages about words of the notes.
    pub in_notes: Vec<Diagnostic>,
    /// For each note: the messages about words of its own, and the weightiest of all about it.
    pub letters: Vec<(Report, Option<Level>)>,
    /// For each note: what was found, as bytes of its file.
    pub findings: Vec<Vec<Finding>>,
    /// What `allow:` has accepted.
    pub allowed: Allowed,
}

/// Makes the proofreader ready on threads of its own, while the letters are composed.
pub(super) fn warm() {
    for each in proof::warm() {
        // Where no thread can be had, the first letter waits for what it would have read.
        let _ = std::thread::Builder::new().spawn(each);
    }
}

/// Reads every letter of a notes file.
///
/// With a checker of grammar, that is looked for as well.
pub(super) fn proofread(
    prepared: &Prepared,
    wanted: &Wanted<'_>,
    mut grammar: Option<&mut Grammar>,
) -> Found {
    let loaded = &prepared.loaded;
    let proof = Proof::new(Some(loaded), wanted.words, wanted.today);
    let documents: Vec<Document> = prepared
        .notes
        .iter()
        .map(|note| document(prepared, note))
        .collect();
    let alike = likeness(&documents.iter().collect::<Vec<_>>(), &proof);
    let mut allowed = Allowed::new(&loaded.notes);
    let mut found = Found::default();
    let mut said: BTreeSet<(&str, String)> = BTreeSet::new();
    for ((note, document), alike) in prepared.notes.iter().zip(&documents).zip(alike) {
        let mut findings = read(&proof, document, wanted, grammar.as_deref_mut());
        findings.extend(alike.into_iter().filter(|each| wanted.has(&each.rule.id)));
        if note.letter.kind == Kind::Covering {
            // What the notes that it carries say is found in those.
            findings.retain(|finding| {
                let words = |range: &Range<usize>| &document.source().text()[range.clone()];
                let range = finding.range.as_ref();
                range.is_none_or(|range| {
                    !said.contains(&(finding.rule.id.as_str(), words(range).to_owned()))
                })
            });
        }
        for finding in &findings {
            if let Some(range) = &finding.range {
                let words = &document.source().text()[range.clone()];
                said.insert((finding.rule.id.as_str(), words.to_owned()));
            }
        }
        allowed.accept(&mut findings, note.letter.recipient, &loaded.notes);
        let composed = note.edit.is_none().then_some(&note.letter);
        let mut report = Report {
            source: Arc::clone(document.source()),
            diagnostics: Vec::new(),
        };
        for finding in &findings {
            let placed = place(finding, document, composed, Some(loaded));
            if placed.in_notes {
                found.in_notes.push(placed.diagnostic);
            } else {
                report.diagnostics.push(placed.diagnostic);
            }
        }
        report.sort();
        let worst = findings.iter().map(|finding| finding.level).min();
        found.letters.push((report, worst));
        found.findings.push(findings);
    }
    found.allowed = allowed;
    found.in_notes.dedup();
    found
}

/// Reads one letter.
pub(super) fn read(
    proof: &Proof<'_>,
    document: &Document,
    wanted: &Wanted<'_>,
    grammar: Option<&mut Grammar>,
) -> Vec<Finding> {
    let mut findings = proof.read(document);
    if let Some(grammar) = grammar {
        grammar.read(proof, document, &mut findings);
    }
    findings.retain(|finding| wanted.has(&finding.rule.id));
    findings
}

/// The messages about a letter that stands for itself, in its order.
pub(super) fn report(findings: &[Finding], document: &Document, notes: Option<&Loaded>) -> Report {
    let placed = findings.iter();
    let placed = placed.map(|finding| place(finding, document, None, notes).diagnostic);
    let mut report = Report {
        source: Arc::clone(document.source()),
        diagnostics: placed.collect(),
    };
    report.sort();
    report
}

fn document(prepared: &Prepared, note: &Note) -> Document {
    let (name, text) = match &note.edit {
        Some(edit) => (edit.path.clone(), edit.text.clone()),
        None => {
            let path = prepared.folder.path().join(&note.file);
            (shown(&path), note.text.to_string())
        }
    };
    let occasion = Occasion {
        kind: note.letter.kind,
        channel: note.text.channel,
        recipient: Some(note.letter.recipient),
    };
    Document::read(Arc::new(Source::new(name, text)), occasion)
}
