//! Words that are the reader's trade: an etiquette rule is silent about them.
//!
//! A payroll clerk may write of salaries, and somebody who met a drinks factory of drinks.

use std::cell::OnceCell;
use std::collections::{BTreeSet, HashSet};
use std::ops::Range;
use std::sync::LazyLock;

use crate::letter::Recipient;
use crate::notes::{Interviewer, Point};
use crate::proof::Page;
use crate::proof::document::Document;
use crate::proof::rule::{Layer, Rule};
use crate::proof::token;

/// What excuses the findings of a letter, worked out when it is first asked for.
pub(in crate::proof) struct Excuses<'a> {
    page: &'a Page<'a>,
    words: OnceCell<BTreeSet<String>>,
}

impl<'a> Excuses<'a> {
    pub(in crate::proof) fn new(page: &'a Page<'a>) -> Self {
        Self {
            page,
            words: OnceCell::new(),
        }
    }

    /// Whether the notes make it right to say what a rule has found at some tokens.
    pub(in crate::proof) fn excuse(&self, rule: &Rule, tokens: &Range<usize>) -> bool {
        let Some(loaded) = self
            .page
            .proof
            .notes
            .filter(|_| rule.layer == Layer::Etiquette)
        else {
            return false;
        };
        let document = self.page.document;
        match &*rule.id {
            // A value of the notes is as somebody has typed it.
            "placeholder-left" => {
                let words = document.words(&document.span(tokens));
                loaded.source.text().contains(words)
            }
            "attachment-mention" => {
                interviewer(self.page).is_none_or(|person| !person.promised.is_empty())
            }
            "salary-talk" if self.pay_is_their_trade() && !asks_for_pay(document, tokens) => true,
            _ => {
                let tokens = document.tokens[tokens.clone()].iter();
                let mut words = tokens.filter_map(|token| content(&token.folded)).peekable();
                let theirs = self.words.get_or_init(|| theirs(self.page));
                // All of them: “my last hotel was hopeless” is no trade, though hotels are.
                words.peek().is_some() && words.all(|word| theirs.contains(&word))
            }
        }
    }

    /// Whether what the reader does all day is pay.
    fn pay_is_their_trade(&self) -> bool {
        let theirs = self.words.get_or_init(|| theirs(self.page));
        PAY.iter()
            .filter_map(|word| content(word))
            .any(|word| theirs.contains(&word))
    }

    /// Whether the day has not passed that they have named for their answer.
    pub(in crate::proof) fn is_early(&self) -> bool {
        let proof = &self.page.proof;
        let (Some(loaded), Some(today)) = (proof.notes, proof.today) else {
            return false;
        };
        let interview = &loaded.notes.interview;
        // On the day from which one may ask, one may; on the day of an answer, it may still come.
        if let Some(from) = interview.ask_again_after {
            return today < from;
        }
        let steps = interview.next_steps.iter().filter_map(|step| step.by);
        steps.max().is_some_and(|due| today <= due)
    }
}

/// Words of people whose trade is pay.
const PAY: [&str; 14] = [
    "payroll",
    "salary",
    "wage",
    "pension",
    "compensation",
    "remuneration",
    "bonus",
    "payslip",
    "overtime",
    "pay",
    "reward",
    "timesheet",
    "actuary",
    "commission",
];

/// Whether a sentence asks for money or leave of one's own, whatever the trade.
fn asks_for_pay(document: &Document, tokens: &Range<usize>) -> bool {
    let sentence = document.sentence_of(tokens.start).unwrap_or(tokens);
    let words = || {
        document.tokens[sentence.clone()]
            .iter()
            .map(|token| &*token.folded)
    };
    let own = document.tokens[tokens.clone()].iter();
    let mut own = own.map(|token| &*token.folded);
    own.any(|word| matches!(word, "my" | "me" | "i" | "i'd" | "i'll" | "i'm"))
        || words().any(|word| {
            matches!(
                word,
                "?" | "expect"
                    | "expecting"
                    | "expectations"
                    | "negotiate"
                    | "negotiable"
                    | "hoping"
                    | "looking"
                    | "i'd"
                    | "afford"
            )
        })
}

/// The interviewer whom a letter is for.
pub(super) fn interviewer<'a>(page: &Page<'a>) -> Option<&'a Interviewer> {
    let loaded = page.proof.notes?;
    match page.document.occasion.recipient {
        Some(Recipient::Interviewer(place)) => loaded.notes.interviewers.get(place),
        _ => None,
    }
}

/// The words of the reader's work and of what they talked about.
fn theirs(page: &Page<'_>) -> BTreeSet<String> {
    let Some(loaded) = page.proof.notes else {
        return BTreeSet::new();
    };
    let interview = &loaded.notes.interview;
    let mut texts: Vec<&str> = vec![&interview.company, &interview.role];
    texts.extend(interview.company_in_text.as_deref());
    texts.extend(interview.responsibilities.iter().map(String::as_str));
    let everybody = &loaded.notes.interviewers;
    let people = match interviewer(page) {
        Some(person) => std::slice::from_ref(person),
        None => everybody.as_slice(),
    };
    for person in people {
        texts.push(&person.name);
        let lines = [&person.greeting, &person.job_title, &person.told_me];
        texts.extend(lines.into_iter().flatten().map(String::as_str));
        texts.extend(person.promised.iter().map(String::as_str));
        for point in &person.discussed_points {
            match point {
                Point::Topic(topic) => {
                    texts.push(&topic.topic);
                    let theirs = [&topic.they_said, &topic.quote];
                    texts.extend(theirs.into_iter().flatten().map(String::as_str));
                }
                Point::Own { say } => texts.push(say),
            }
        }
    }
    texts.into_iter().flat_map(words).collect()
}

/// The words of a text that carry meaning, as [`content`] gives them.
pub(super) fn words(text: &str) -> Vec<String> {
    let tokens = token::tokens(text, 0..text.len());
    tokens
        .iter()
        .filter_map(|token| content(&token.folded))
        .collect()
}

/// A word that carries meaning, without its ending; `None` for one that any such letter has.
pub(super) fn content(folded: &str) -> Option<String> {
    let is_word = folded.chars().all(|c| c.is_alphanumeric() || c == '\'');
    let long = folded.chars().count() > 2;
    (is_word && long && !plain_word(folded)).then(|| stem(folded).to_owned())
}

/// Words that say nothing about anybody, with those that every letter after an interview has.
static PLAIN: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    let lines = include_str!("plain_words.txt").lines();
    lines
        .filter(|line| !line.starts_with('#'))
        .flat_map(str::split_whitespace)
        .collect()
});

/// Whether a word in lower case says nothing about anybody.
fn plain_word(folded: &str) -> bool {
    PLAIN.contains(folded)
}

/// A word without the commonest endings, so that `salaries` and `salary` are one.
fn stem(folded: &str) -> &str {
    let word = folded.strip_suffix("'s").unwrap_or(folded);
    for ending in ["ies", "ing", "es", "ed", "s", "y", "e"] {
        if let Some(before) = word.strip_suffix(ending)
            && before.chars().count() > 2
        {
            return before;
        }
    }
    word
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings_are_no_difference_and_plain_words_no_content() {
        assert_eq!(content("salaries"), content("salary"));
        assert_eq!(content("drinks"), content("drink"));
        assert_eq!(content("interview"), None);
        assert_eq!(content("the"), None);
    }
}
