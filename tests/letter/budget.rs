//! Ceilings: what does not fit is left out whole, the least important first.

use std::cell::Cell;

use regards::letter::{LetterText, Room};

use super::*;

/// Paper for a number of words that counts how often it is asked.
struct Paper {
    words: usize,
    asked: Cell<usize>,
}

impl Room for Paper {
    fn words_over(&self, text: &LetterText) -> usize {
        self.asked.set(self.asked.get() + 1);
        text.words().saturating_sub(self.words)
    }
}

fn email(max_words: u32) -> regards::letter::Letter {
    let mut notes = full();
    notes.style.max_words = Some(max_words);
    compose(&notes, &warm(), &Endless, &ComposeOptions::default())
        .unwrap()
        .letters
        .remove(0)
}

#[test]
fn a_lower_ceiling_leaves_out_by_rank_and_says_so() {
    let out = |letter: &regards::letter::Letter| -> Vec<String> {
        letter
            .left_out
            .iter()
            .map(|out| out.path.to_string())
            .collect()
    };
    let mut before: Vec<String> = Vec::new();
    for max_words in [400, 200, 170, 150, 120, 90] {
        let letter = email(max_words);
        assert!(
            letter.text.words() <= max_words as usize,
            "{max_words}: {}",
            letter.text
        );
        let now = out(&letter);
        assert!(
            before.iter().all(|path| now.contains(path)),
            "{before:?} {now:?}"
        );
        before = now;
    }
    // Own sentences and the loose end go last.
    let letter = email(90);
    assert!(letter.text.body.contains("andon cord"), "{}", letter.text);
    assert!(!letter.text.body.contains("TÜV"));
}

#[test]
fn own_sentences_for_a_place_are_never_left_out() {
    let mut notes = full();
    notes.interviewers[0].say.closing = Some("I will write again, with thanks.".to_owned());
    notes.style.max_words = Some(20);
    let mut composed = write(&notes);
    let letter = composed.letters.remove(0);
    // A letter that stays over its ceiling went out without a word about it.
    let words = letter.text.words();
    assert_eq!(
        composed.remarks[0].text,
        format!(
            "the email is {words} words, over the ceiling of 20: your own sentences are never cut"
        )
    );
    assert_eq!(composed.remarks[0].recipient, Recipient::Interviewer(0));
    assert!(
        letter
            .text
            .body
            .contains("I will write again, with thanks.")
    );
    assert!(!letter.text.body.contains("andon"));
}

#[test]
fn a_card_asks_its_paper_and_gives_way() {
    let options = ComposeOptions {
        channel: Some(Channel::Card),
        only: Some(vec![Recipient::Interviewer(0)]),
        ..ComposeOptions::default()
    };
    for (words, holds) in [(200, true), (75, true), (45, false), (5, false)] {
        let paper = Paper {
            words,
            asked: Cell::new(0),
        };
        let letter = compose(&full(), &warm(), &paper, &options)
            .unwrap()
            .letters
            .remove(0);
        assert_eq!(
            letter.text.body.contains("conveyor") && letter.text.body.contains("andon"),
            holds,
            "{words}: {}",
            letter.text
        );
        assert!(paper.asked.get() <= 4, "asked {} times", paper.asked.get());
    }
}

#[test]
fn every_fact_is_in_the_letter_or_named_as_left_out() {
    for max_words in [60, 100, 140, 180, 400] {
        let mut notes = full();
        notes.style.max_words = Some(max_words);
        for theme in [warm(), small()] {
            let composed = compose(&notes, &theme, &Endless, &ComposeOptions::default()).unwrap();
            let letter = &composed.letters[0];
            let out = |value: &str| letter.left_out.iter().any(|out| out.value == value);
            for value in [
                "moving your test benches from LabVIEW to Rust",
                "the benches are older than half the team",
                "The benches are where the truth is.",
                "At Halden I moved eleven benches off LabVIEW in one winter, with no line stopped.",
                "the hand-over between shifts",
                "I still owe you the name of the book about Toyota's andon cord.",
                "your story about the 3 a.m. conveyor failure",
                "you started here as an apprentice",
                "How would you handle a supplier slipping six weeks?",
                "the andon paper",
                "a TÜV functional-safety certificate",
            ] {
                let is_in = letter.text.body.contains(value);
                assert!(
                    is_in != out(value),
                    "{max_words} `{value}` in {is_in}: {}",
                    letter.text
                );
            }
        }
    }
}
