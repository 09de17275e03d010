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
                // An answer that names its topic says that as well.
                let said_as = match value {
                    "moving your test benches from LabVIEW to Rust" => "benches off LabVIEW",
                    value => value,
                };
                let is_in = letter.text.body.contains(said_as);
                assert!(
                    is_in != out(value),
                    "{max_words} `{value}` in {is_in}: {}",
                    letter.text
                );
            }
        }
    }
}

/// What the only letter of one person says, and what it leaves out.
fn email_of(points: Vec<Point>, moment: Option<&str>) -> (String, Vec<String>) {
    let mut who = person("Ada Byron");
    who.discussed_points = points;
    who.moment = moment.map(str::to_owned);
    let composed = compose(
        &notes(vec![who]),
        &warm(),
        &Endless,
        &ComposeOptions::default(),
    );
    let letter = composed.unwrap().letters.remove(0);
    let out = letter.left_out.iter().map(|out| out.path.to_string());
    (letter.text.body.clone(), out.collect())
}

fn point(topic: &str, they_said: Option<&str>, my_side: Option<&str>) -> Point {
    Point::Topic(Topic {
        topic: topic.to_owned(),
        they_said: they_said.map(str::to_owned),
        quote: None,
        my_side: my_side.map(str::to_owned),
    })
}

#[test]
fn a_letter_makes_two_points_beyond_those_with_a_side_of_ones_own() {
    let said = |topic| point(topic, Some("it is slow"), None);
    let (text, out) = email_of(vec![said("looms"), said("dyes"), said("wool")], None);
    assert!(text.contains("looms") && text.contains("dyes"), "{text}");
    assert!(!text.contains("wool"), "{text}");
    assert_eq!(
        out,
        [
            "interviewers[0].discussed_points[2].topic",
            "interviewers[0].discussed_points[2].they_said"
        ]
    );
    // Three sides of one's own are all said, and leave no room for what was only heard.
    let mine = |topic| point(topic, None, Some("I would wait."));
    let points = vec![said("silk"), mine("looms"), mine("dyes"), mine("wool")];
    let (text, out) = email_of(points, None);
    for topic in ["looms", "dyes", "wool"] {
        assert!(text.contains(topic), "{text}");
    }
    assert!(!text.contains("silk"), "{text}");
    assert_eq!(out.len(), 2);
}

#[test]
fn two_bare_topics_are_one_sentence_where_they_are_short() {
    let (text, out) = email_of(vec![topic("the looms"), topic("the night shift")], None);
    assert!(text.contains("the looms and the night shift."), "{text}");
    assert_eq!(out, [""; 0]);
    // "Looms and dyes and wool" would not say what belongs to what.
    let (text, out) = email_of(vec![topic("looms and dyes"), topic("wool")], None);
    assert!(!text.contains("wool"), "{text}");
    assert_eq!(out, ["interviewers[0].discussed_points[1].topic"]);
    let (text, out) = email_of(
        vec![topic("the looms"), topic("wool")],
        Some("the old loom"),
    );
    assert!(!text.contains("wool"), "{text}");
    assert_eq!(out, ["interviewers[0].discussed_points[1].topic"]);
}

#[test]
fn a_second_qualification_needs_evidence_of_its_own() {
    let mut notes = full();
    for (evidence, is_in) in [(None, false), (Some("I flew for ten years."), true)] {
        let Claim::Fact { .. } = notes.missing_qualifications[0].what else {
            panic!("the first is a fact")
        };
        notes.missing_qualifications[1] = Qualification {
            what: Claim::Fact {
                qualification: "my pilot's licence".to_owned(),
                evidence: evidence.map(str::to_owned),
            },
            meets: None,
            tell: Some(0),
        };
        notes.style.max_words = Some(400);
        let letter = compose(&notes, &warm(), &Endless, &ComposeOptions::default())
            .unwrap()
            .letters
            .remove(0);
        assert_eq!(letter.text.body.contains("pilot"), is_in, "{}", letter.text);
    }
}
