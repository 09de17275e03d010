//! Letters of other kinds that an earlier run wrote, and that somebody may have edited since.

use std::sync::Arc;

use super::super::proofread::{read, report};
use super::super::write::Prepared;
use super::super::write::prepare::stems;
use super::Check;
use super::alone::kind_of;
use crate::diagnostic::{Report, Source};
use crate::letter::LetterText;
use crate::output::{Present, shown};
use crate::proof::{Allowed, Document, Occasion, Proof};

impl Check<'_> {
    /// Checks the letters that lie in the folder, were edited, and are not those of today.
    ///
    /// What nobody has edited would come out of today's notes anew, and is not what will be sent.
    /// Notes in `allowed` what is accepted in them, and gives the messages, one report a letter.
    pub(super) fn others(&mut self, prepared: &Prepared, allowed: &mut Allowed) -> Vec<Report> {
        let mut reports = Vec::new();
        if !self.arguments.is_whole() {
            return reports;
        }
        let loaded = &prepared.loaded;
        let made: Vec<&str> = prepared
            .notes
            .iter()
            .map(|note| note.file.as_str())
            .collect();
        let proof = Proof::new(Some(loaded), self.wanted.words, self.wanted.today);
        let stems = stems(loaded);
        for name in prepared.folder.stale(&made) {
            let stem = name.split('.').next().unwrap_or_default();
            let who = stems.iter().find(|(_, each)| each == stem);
            let (Some(kind), Some((who, _)), true) = (kind_of(&name), who, name.ends_with(".md"))
            else {
                continue;
            };
            let Ok(Present::Users(bytes)) = prepared.folder.present(&name) else {
                continue;
            };
            let path = shown(&prepared.folder.path().join(&name));
            let text = String::from_utf8_lossy(&bytes).into_owned();
            self.counts.letters += 1;
            let letter = match LetterText::parse(&path, &text) {
                Ok(letter) => letter,
                Err(report) => {
                    reports.push(report);
                    continue;
                }
            };
            let source = Arc::new(Source::new(path, text));
            let occasion = Occasion {
                kind,
                channel: letter.channel,
                recipient: Some(*who),
            };
            let document = Document::read(source, occasion);
            let mut findings = read(&proof, &document, &self.wanted, self.grammar.as_mut());
            allowed.accept(&mut findings, *who, &loaded.notes);
            reports.push(report(&findings, &document, Some(loaded)));
        }
        reports
    }
}
