//! What letters of one file have to share: names, the company, the role, and common facts.

use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

use super::Proof;
use super::document::Document;
use super::token::{Shape, tokens};
use crate::notes::{Notes, Point};

/// What stands in the place of what is masked.
const MASK: &str = "@";

/// Runs of words that are masked before letters are compared.
#[derive(Debug, Default)]
pub(super) struct Masks {
    /// The runs under their first words, the longest first.
    runs: HashMap<String, Vec<Vec<String>>>,
}

/// Words that every letter about one day shares.
const DAYS: &str = "monday tuesday wednesday thursday friday saturday sunday january february march \
    april may june july august september october november december morning afternoon evening";

impl Masks {
    pub(super) fn new(proof: &Proof<'_>) -> Self {
        let mut masks = Self::default();
        for day in DAYS.split_whitespace() {
            masks.add(day);
        }
        if let Some(loaded) = proof.notes {
            masks.add_notes(&loaded.notes);
        }
        for runs in masks.runs.values_mut() {
            runs.sort_by_key(|run| std::cmp::Reverse(run.len()));
        }
        masks
    }

    fn add_notes(&mut self, notes: &Notes) {
        let interview = &notes.interview;
        let recruiter = notes.recruiter.iter().map(|each| &each.name);
        let names = notes.interviewers.iter().map(|each| &each.name);
        for name in names.chain(recruiter).chain([&notes.from.name]) {
            name.split_whitespace().for_each(|word| self.add(word));
        }
        self.add(&interview.company);
        self.add(&interview.role);
        let steps = interview.next_steps.iter();
        let steps = steps.filter_map(|step| step.said.as_ref());
        let facts = interview.responsibilities.iter();
        let facts = facts.chain(&interview.looking_for).chain(steps);
        for fact in facts
            .chain(&interview.company_in_text)
            .chain(&interview.place)
        {
            self.add(fact);
        }
        // What two people have both spoken of may stand in both of their letters.
        let mut seen = BTreeSet::new();
        for person in &notes.interviewers {
            let mut own = BTreeSet::new();
            for point in &person.discussed_points {
                if let Point::Topic(topic) = point {
                    own.insert(&topic.topic);
                    own.extend(topic.they_said.iter().chain(&topic.quote));
                }
            }
            for fact in own {
                if !seen.insert(fact) {
                    self.add(fact);
                }
            }
        }
    }

    fn add(&mut self, text: &str) {
        let run: Vec<String> = tokens(text, 0..text.len())
            .into_iter()
            .filter(|token| token.shape != Shape::Mark)
            .map(|token| token.folded)
            .collect();
        if let Some(first) = run.first() {
            self.runs.entry(first.clone()).or_default().push(run);
        }
    }

    /// The words of some tokens, masked, each with its token; masks side by side are one.
    pub(super) fn apply(&self, document: &Document, range: &Range<usize>) -> Vec<(String, usize)> {
        let words: Vec<(&str, usize)> = range
            .clone()
            .filter(|at| document.tokens[*at].shape != Shape::Mark)
            .map(|at| (document.tokens[at].folded.as_str(), at))
            .collect();
        let mut masked: Vec<(String, usize)> = Vec::with_capacity(words.len());
        let mut at = 0;
        while let Some((word, token)) = words.get(at) {
            let bare = word.strip_suffix("'s").unwrap_or(word);
            let runs = self.runs.get(bare).map_or(&[][..], Vec::as_slice);
            let fits = |run: &&Vec<String>| {
                let there = words.get(at + 1..at + run.len());
                there.is_some_and(|there| {
                    let rest = run[1..].iter();
                    there.iter().zip(rest).all(|((word, _), wanted)| {
                        *word == wanted || word.strip_suffix("'s") == Some(wanted)
                    })
                })
            };
            let Some(run) = runs.iter().find(fits) else {
                masked.push(((*word).to_owned(), *token));
                at += 1;
                continue;
            };
            if masked.last().is_none_or(|(last, _)| last != MASK) {
                masked.push((MASK.to_owned(), *token));
            }
            at += run.len();
        }
        masked
    }
}
