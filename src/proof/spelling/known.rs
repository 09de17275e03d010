//! Words that the notes vouch for.

use std::collections::HashSet;

use super::super::token::{fold, tokens};
use crate::notes::Loaded;

/// Words that are spelt as they are meant, folded.
#[derive(Debug, Clone, Default)]
pub(in crate::proof) struct Known(HashSet<String>);

impl Known {
    /// The names, the company and the `words:` of a notes file, with what was given besides.
    ///
    /// A word with a capital inside a value is a name as well (`At Halden`); other words of the notes
    /// are looked up like those of the letters.
    pub(in crate::proof) fn new(loaded: Option<&Loaded>, words: &[String]) -> Self {
        let mut known = Self::default();
        words.iter().for_each(|word| known.add(word));
        let Some(loaded) = loaded else { return known };
        let notes = &loaded.notes;
        let interview = &notes.interview;
        let names = [&notes.from.name, &interview.company, &interview.role];
        names.into_iter().for_each(|text| known.add(text));
        let more = [&interview.company_in_text, &interview.place];
        more.into_iter().flatten().for_each(|text| known.add(text));
        for person in &notes.interviewers {
            known.add(&person.name);
            let more = [&person.greeting, &person.job_title];
            more.into_iter().flatten().for_each(|text| known.add(text));
        }
        if let Some(recruiter) = &notes.recruiter {
            known.add(&recruiter.name);
        }
        notes.words.iter().for_each(|word| known.add(word));
        known.add_capitals(loaded.source.text());
        known
    }

    /// Every word, folded.
    #[cfg(feature = "grammar")]
    pub(in crate::proof) fn words(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }

    pub(in crate::proof) fn has(&self, folded: &str) -> bool {
        self.0.contains(folded)
    }

    fn add(&mut self, text: &str) {
        for token in tokens(text, 0..text.len()) {
            self.0.insert(token.folded);
        }
        self.0.insert(fold(text.trim()));
    }

    /// Adds the words with a capital that follow a word in lower case.
    fn add_capitals(&mut self, text: &str) {
        let all = tokens(text, 0..text.len());
        for pair in all.windows(2) {
            let [before, token] = pair else { continue };
            let small = text[before.range.clone()].starts_with(char::is_lowercase);
            let same_line = !text[before.range.end..token.range.start].contains('\n');
            let capital = text[token.range.clone()].starts_with(char::is_uppercase);
            let after_name = self.0.contains(&before.folded);
            if token.is_word() && capital && same_line && (small || after_name) {
                self.0.insert(token.folded.clone());
            }
        }
    }
}
