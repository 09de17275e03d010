//! The text of a card as lines to be set: what is where, in plain words.
//!
//! A hand has one weight and paper cannot be clicked: emphasis is set like the rest, a link as its
//! words with the address after them where that says more.

use super::tidy;
use crate::prose::{self, Addresses, Block, Run};

/// What a passage is on the card.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Date,
    Paragraph,
    Item,
    Closing,
    Signature,
    /// What follows the name, such as a telephone number.
    BelowSignature,
}

/// Text between two line breaks that the writer made, to be broken into lines of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Passage {
    pub role: Role,
    /// The words, with single spaces and no line break. Never empty.
    pub text: String,
    /// Whether a paragraph, an item or the sign-off begins here.
    pub opens: bool,
    /// How many lists it stands in.
    pub depth: usize,
    /// The bytes of a list's mark, under which no later line begins.
    pub hang: usize,
}

/// A sign-off of one line with more words than this is a last paragraph without a sign-off.
const MOST_WORDS_OF_A_NAME: usize = 6;

/// Lays out date and blocks as passages, in reading order.
pub(super) fn manuscript(date: Option<&str>, blocks: &[Block]) -> Vec<Passage> {
    let mut passages = Vec::new();
    if let Some(date) = date {
        push_lines(&mut passages, Role::Date, date, 0, 0);
    }
    let (body, sign_off) = match blocks {
        [
            body @ ..,
            Block::Paragraph(runs) | Block::Heading { runs, .. },
        ] if !body.is_empty() => (body, Some(words(runs))),
        all => (all, None),
    };
    for block in body {
        push_block(&mut passages, block, 0);
    }
    if let Some(text) = sign_off {
        push_sign_off(&mut passages, &text);
    }
    passages
}

fn push_sign_off(passages: &mut Vec<Passage>, text: &str) {
    let lines: Vec<String> = text
        .lines()
        .map(tidy)
        .filter(|line| !line.is_empty())
        .collect();
    match lines.as_slice() {
        [only] if only.split(' ').count() > MOST_WORDS_OF_A_NAME => {
            push_lines(passages, Role::Paragraph, only, 0, 0);
        }
        [only] => push_lines(passages, Role::Signature, only, 0, 0),
        [closing, signature, below @ ..] => {
            push_lines(passages, Role::Closing, closing, 0, 0);
            push_lines(passages, Role::Signature, signature, 0, 0);
            push_lines(passages, Role::BelowSignature, &below.join("\n"), 0, 0);
        }
        [] => {}
    }
}

fn push_block(passages: &mut Vec<Passage>, block: &Block, depth: usize) {
    match block {
        // A card is too small for headings of another size.
        Block::Paragraph(runs) | Block::Heading { runs, .. } => {
            let role = if depth == 0 {
                Role::Paragraph
            } else {
                Role::Item
            };
            push_lines(passages, role, &words(runs), depth, 0);
        }
        Block::List { start, items } => {
            for (place, item) in items.iter().enumerate() {
                let mark = match start {
                    Some(first) => format!("{}. ", first.saturating_add(place as u64)),
                    None => "– ".to_owned(),
                };
                push_item(passages, &mark, item, depth);
            }
        }
    }
}

fn push_item(passages: &mut Vec<Passage>, mark: &str, item: &[Block], depth: usize) {
    let (first, rest) = match item {
        [
            Block::Paragraph(runs) | Block::Heading { runs, .. },
            rest @ ..,
        ] => (words(runs), rest),
        other => (String::new(), other),
    };
    push_lines(
        passages,
        Role::Item,
        &format!("{mark}{first}"),
        depth,
        mark.len(),
    );
    for block in rest {
        push_block(passages, block, depth + 1);
    }
}

fn push_lines(passages: &mut Vec<Passage>, role: Role, text: &str, depth: usize, hang: usize) {
    let lines = text.lines().map(tidy).filter(|line| !line.is_empty());
    for (place, text) in lines.enumerate() {
        let hang = if place == 0 && text.len() > hang {
            hang
        } else {
            0
        };
        passages.push(Passage {
            role,
            text,
            opens: place == 0,
            depth,
            hang,
        });
    }
}

fn words(runs: &[Run]) -> String {
    prose::spoken(runs, Addresses::ByHand)
}

fn tidy(line: &str) -> String {
    let plain = line.chars().map(|c| (c, ()));
    tidy::tidy(plain).into_iter().map(|(c, ())| c).collect()
}
