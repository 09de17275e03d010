//! The text of a document as lines to be set: what is where, in which weight, and where room is
//! left to write on.
//!
//! Paper cannot be clicked: a link is its words with the address after them where that says more.

use std::ops::Range;

use super::blanks::BLANK;
use super::tidy::tidy;
use crate::prose::{self, Addresses, Block, Run};

/// What an entry is in the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Title,
    Section,
    Subsection,
    Paragraph,
    Item,
}

/// Text between two line breaks that the writer made, or a place to write on, or one after the
/// other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry {
    pub part: Part,
    /// The words, with single spaces and no line break. Empty only where there is a blank.
    pub text: String,
    /// The bytes of the words that the writer made heavier, in order.
    pub strong: Vec<Range<usize>>,
    /// Whether room is left to write on, from the words to the margin.
    pub blank: bool,
    /// Whether a heading, a paragraph or an item begins here.
    pub opens: bool,
    /// The marks of the lists that it stands in, under whose words it begins.
    pub under: String,
    /// The bytes of its own list's mark, under which no later line begins.
    pub hang: usize,
}

/// A character and whether it is strong.
type Weighted = (char, bool);

/// Lays out blocks as entries, in reading order.
pub(super) fn entries(blocks: &[Block]) -> Vec<Entry> {
    let mut entries = Vec::new();
    for block in blocks {
        push_block(&mut entries, block, "");
    }
    entries
}

impl Entry {
    /// Whether it is a heading of any size.
    pub fn is_heading(&self) -> bool {
        matches!(self.part, Part::Title | Part::Section | Part::Subsection)
    }

    /// Whether the letter at a byte of the text is heavier.
    pub fn is_strong(&self, byte: usize) -> bool {
        let next = self.strong.partition_point(|range| range.end <= byte);
        let range = self.strong.get(next);
        self.part == Part::Subsection || range.is_some_and(|range| range.contains(&byte))
    }

    /// Whether it is nothing but a place to write on.
    pub fn is_bare(&self) -> bool {
        self.blank && self.text.is_empty()
    }
}

fn push_block(entries: &mut Vec<Entry>, block: &Block, under: &str) {
    match block {
        Block::Paragraph(runs) => {
            let part = if under.is_empty() {
                Part::Paragraph
            } else {
                Part::Item
            };
            push_lines(entries, part, "", &weighted(runs), under);
        }
        Block::Heading { level, runs } => {
            let part = match level {
                1 => Part::Title,
                2 => Part::Section,
                _ => Part::Subsection,
            };
            push_lines(entries, part, "", &weighted(runs), under);
        }
        Block::List { start, items } => {
            for (place, item) in items.iter().enumerate() {
                let mark = match start {
                    Some(first) => format!("{}. ", first.saturating_add(place as u64)),
                    None if under.is_empty() => "• ".to_owned(),
                    None => "– ".to_owned(),
                };
                push_item(entries, &mark, item, under);
            }
        }
    }
}

fn push_item(entries: &mut Vec<Entry>, mark: &str, item: &[Block], under: &str) {
    let (first, rest) = match item {
        [Block::Paragraph(runs), rest @ ..] => (weighted(runs), rest),
        other => (Vec::new(), other),
    };
    push_lines(entries, Part::Item, mark, &first, under);
    let under = format!("{under}{mark}");
    for block in rest {
        push_block(entries, block, &under);
    }
}

/// Adds the lines that a block's characters make, the first of them after a list's mark.
fn push_lines(entries: &mut Vec<Entry>, part: Part, mark: &str, words: &[Weighted], under: &str) {
    let mut mark = mark;
    let mut under = under.to_owned();
    let mut opens = true;
    for line in words.split_inclusive(|(c, _)| matches!(*c, '\n' | BLANK)) {
        let blank = matches!(line, [.., (BLANK, _)]);
        let line = line.iter().filter(|(c, _)| *c != BLANK).copied();
        let marked = mark.chars().map(|c| (c, false)).chain(line);
        let line = tidy(marked);
        if line.is_empty() && !blank {
            continue;
        }
        let text: String = line.iter().map(|(c, _)| c).collect();
        let hang = if text.len() > mark.len() {
            mark.len()
        } else {
            0
        };
        entries.push(Entry {
            part,
            strong: strong(&line),
            blank,
            opens,
            under: under.clone(),
            hang,
            text,
        });
        under.push_str(mark);
        (mark, opens) = ("", false);
    }
    if !mark.is_empty() {
        push_lines(entries, part, "", &weighted_plain(mark), &under);
    }
}

/// The characters of a paragraph with their weights; an address that is added has the usual one.
fn weighted(runs: &[Run]) -> Vec<Weighted> {
    let mut characters = Vec::new();
    for link in runs.chunk_by(|run, next| run.link == next.link) {
        let spoken = prose::spoken(link, Addresses::ByHand);
        let mut strong = link
            .iter()
            .flat_map(|run| run.text.chars().map(|_| run.strong));
        characters.extend(spoken.chars().map(|c| (c, strong.next() == Some(true))));
    }
    characters
}

fn weighted_plain(text: &str) -> Vec<Weighted> {
    text.chars().map(|c| (c, false)).collect()
}

/// The bytes of what is strong.
fn strong(line: &[Weighted]) -> Vec<Range<usize>> {
    let mut ranges = Vec::new();
    let mut from = 0;
    for same in line.chunk_by(|a, b| a.1 == b.1) {
        let to = from + same.iter().map(|(c, _)| c.len_utf8()).sum::<usize>();
        if same[0].1 {
            ranges.push(from..to);
        }
        from = to;
    }
    ranges
}
