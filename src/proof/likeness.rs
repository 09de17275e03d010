//! Likeness among the letters of one file: people who sat on one panel compare what they got.
//!
//! Takes the letters and the notes; gives findings at the later letter of each pair. Names and facts
//! that several letters have to share are masked, so that what is measured is the wording.

use std::collections::BTreeMap;
use std::ops::Range;

use super::document::{Document, Part};
use super::finding::Findings;
use super::masks::Masks;
use super::registry;
use super::shingles::{Shingles, hash};
use super::{Finding, Proof};
use crate::diagnostic::Level;

/// From here on two letters are one letter (those with only the names changed have .69 to .89).
const SAME: f64 = 0.60;
/// From here on they are too much alike; truly personal ones have .01 to .05.
const ALIKE: f64 = 0.35;
/// The part of the shorter that may be found in the longer.
const CONTAINED: f64 = 0.70;
/// From here on they are worth a look.
const NEAR: f64 = 0.20;
/// A run of so many shared words is pointed at.
const LONG_RUN: usize = 20;
/// The shortest sentence whose repetition a reader notices.
const SENTENCE: usize = 6;
/// With fewer runs of three words, a letter is too short to be compared.
const FEWEST: usize = 8;
/// The words of a letter that are searched for a shared run.
const SEARCHED: usize = 2_000;

/// Compares the letters of one file; gives the findings of each.
///
/// Letters of one kind and channel are compared; of a letter and a card to one person only whether
/// they share a sentence. Each pair is reported once, at the later letter.
pub fn likeness(documents: &[&Document], proof: &Proof<'_>) -> Vec<Vec<Finding>> {
    let masks = Masks::new(proof);
    let read: Vec<Read<'_>> = documents
        .iter()
        .map(|document| Read::new(document, &masks))
        .collect();
    let later = read.iter().enumerate();
    later
        .map(|(at, one)| {
            let mut findings = Findings::new(one.document);
            for other in &read[..at] {
                compare(one, other, proof, &mut findings);
            }
            findings.done()
        })
        .collect()
}

/// A letter with its wording taken out.
struct Read<'a> {
    document: &'a Document,
    /// The words of the body, masked, with the token each was read from.
    words: Vec<(String, usize)>,
    shingles: Shingles,
    /// The hash of each sentence that is long enough, and its tokens.
    sentences: BTreeMap<u64, Range<usize>>,
}

impl<'a> Read<'a> {
    fn new(document: &'a Document, masks: &Masks) -> Self {
        let mut words = Vec::new();
        for zone in document.parts(Part::Body) {
            words.extend(masks.apply(document, &zone.tokens));
        }
        let shingles = Shingles::of(words.iter().map(|(word, _)| word.as_str()));
        let mut sentences = BTreeMap::new();
        for range in &document.sentences {
            let from = words.partition_point(|(_, at)| *at < range.start);
            let to = words.partition_point(|(_, at)| *at < range.end);
            let said = words[from..to].iter().map(|(word, _)| word.as_str());
            if to - from >= SENTENCE {
                sentences.insert(hash(said), range.clone());
            }
        }
        Self {
            document,
            words,
            shingles,
            sentences,
        }
    }
}

fn compare(one: &Read<'_>, other: &Read<'_>, proof: &Proof<'_>, findings: &mut Findings<'_>) {
    let (this, that) = (&one.document.occasion, &other.document.occasion);
    let rule = registry::known("notes-too-similar");
    if this.kind != that.kind || !rule.holds_for(this) || !rule.holds_for(that) {
        return;
    }
    let whom = match (that.recipient, proof.notes) {
        (Some(recipient), Some(loaded)) => recipient.name(&loaded.notes),
        _ => other.document.source.name(),
    };
    if this.channel != that.channel {
        let shared = one.sentences.iter();
        let shared = shared.filter(|(sentence, _)| other.sentences.contains_key(sentence));
        let same_reader = this.recipient.is_some() && this.recipient == that.recipient;
        for (_, tokens) in shared.filter(|_| same_reader) {
            let channel = that.channel;
            let message = format!("the {channel} to the same person has this sentence as well");
            let range = one.document.span(tokens);
            findings
                .add(rule, &range, message)
                .at(Level::Warning)
                .help("say it once");
        }
        return;
    }
    if one.shingles.len().min(other.shingles.len()) < FEWEST {
        return;
    }
    let alike = one.shingles.similarity(&other.shingles);
    let level = match alike {
        SAME.. => Level::Error,
        ALIKE.. => Level::Warning,
        _ if one.shingles.containment(&other.shingles) >= CONTAINED => Level::Warning,
        NEAR.. => Level::Hint,
        _ => return,
    };
    let percent = (alike * 100.0).round();
    let message = format!("{percent} % of its wording is that of the letter to {whom}");
    let run = shared_run(one, other);
    let found = match run.len() {
        LONG_RUN.. => {
            let tokens = one.words[run.start].1..one.words[run.end - 1].1 + 1;
            let range = one.document.span(&tokens);
            let message = format!("{message}; these {} words are in both", run.len());
            findings.add(rule, &range, message)
        }
        _ => findings.add_whole(rule, message),
    };
    found.at(level).help(&*rule.better);
}

/// The longest run of words that a letter shares with another, as a range of its words.
fn shared_run(one: &Read<'_>, other: &Read<'_>) -> Range<usize> {
    let ours = &one.words[..one.words.len().min(SEARCHED)];
    let theirs = &other.words[..other.words.len().min(SEARCHED)];
    let mut best = 0..0;
    // The length of the run that ends at each of their words.
    let mut before = vec![0; theirs.len() + 1];
    for (at, (word, _)) in ours.iter().enumerate() {
        let mut now = vec![0; theirs.len() + 1];
        for (place, (their, _)) in theirs.iter().enumerate() {
            if word == their {
                now[place + 1] = before[place] + 1;
                if now[place + 1] > best.len() {
                    best = at + 1 - now[place + 1]..at + 1;
                }
            }
        }
        before = now;
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::letter::Recipient;
    use crate::notes::Channel;

    fn letter(body: &str) -> Document {
        Document::of_body(body)
    }

    const ONE: &str = "Thank you for the hour at the bench on Tuesday. I keep thinking about \
        the belt that sings before it snaps. I would be glad to join you.";

    #[test]
    fn the_same_letter_is_an_error_at_the_later_one() {
        let (one, two) = (letter(ONE), letter(&ONE.replace("Tuesday", "Monday")));
        let found = likeness(&[&one, &two], &Proof::default());
        assert!(found[0].is_empty());
        assert_eq!(found[1].len(), 1);
        assert_eq!(found[1][0].level, Level::Error);
        assert!(found[1][0].message.ends_with("words are in both"));
    }

    #[test]
    fn a_card_to_the_same_person_shares_no_sentence_with_the_email() {
        let to = |channel: Channel, recipient: Option<Recipient>| {
            let mut document = letter(ONE);
            document.occasion.channel = channel;
            document.occasion.recipient = recipient;
            document
        };
        let (ann, bo) = (
            Some(Recipient::Interviewer(0)),
            Some(Recipient::Interviewer(1)),
        );
        let shared = |one: &Document, two: &Document| likeness(&[one, two], &Proof::default());
        let email = to(Channel::Email, ann);
        let found = shared(&email, &to(Channel::Card, ann));
        assert!(found[0].is_empty() && !found[1].is_empty());
        assert!(found[1].iter().all(|each| each.level == Level::Warning));
        // Of two people, or of nobody known, a letter and a card are not compared.
        assert!(shared(&email, &to(Channel::Card, bo))[1].is_empty());
        assert!(shared(&to(Channel::Email, None), &to(Channel::Card, None))[1].is_empty());
    }

    #[test]
    fn letters_about_two_conversations_are_not_alike() {
        let other = "It was kind of you to show me the ledgers that your mother kept. You asked \
            how I would close a month without her, and my answer is: slowly, the first time.";
        let (one, two) = (letter(ONE), letter(other));
        let found = likeness(&[&one, &two], &Proof::default());
        assert!(found.iter().all(Vec::is_empty));
    }
}
