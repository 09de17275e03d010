use textwrap::{Options, WordSeparator, WordSplitter};

use super::{Addresses, Block, spoken};

/// Plain text without a mark of Markdown: paragraphs, headings and lists parted by an empty line.
///
/// A paragraph is one line, or is wrapped at `wrap` columns; a link is its text and its whole address
/// (see [`spoken`]). Ends in a line break unless it is empty.
pub fn plain(blocks: &[Block], wrap: Option<usize>) -> String {
    let mut text = String::new();
    for block in blocks {
        if !text.is_empty() {
            text.push('\n');
        }
        write_block(&mut text, block, "", "", wrap);
    }
    text
}

/// The number of words a reader sees: stretches between white space that hold a letter or digit.
pub fn words(blocks: &[Block]) -> usize {
    blocks
        .iter()
        .map(|block| match block {
            Block::Paragraph(runs) | Block::Heading { runs, .. } => {
                let text: String = runs.iter().map(|run| run.text.as_str()).collect();
                text.split_whitespace()
                    .filter(|word| word.contains(char::is_alphanumeric))
                    .count()
            }
            Block::List { items, .. } => items.iter().map(|item| words(item)).sum(),
        })
        .sum()
}

/// Writes one block; `first` stands before its first line and `other` before the rest.
fn write_block(text: &mut String, block: &Block, first: &str, other: &str, wrap: Option<usize>) {
    match block {
        Block::Paragraph(runs) | Block::Heading { runs, .. } => {
            write_paragraph(text, &spoken(runs, Addresses::Whole), first, other, wrap)
        }
        Block::List { start, items } => {
            for (index, item) in items.iter().enumerate() {
                let mark = match start {
                    Some(start) => format!("{}. ", start + index as u64),
                    None => "- ".to_owned(),
                };
                let indent = " ".repeat(mark.len());
                let before = if index == 0 { first } else { other };
                let mut before = format!("{before}{mark}");
                if item.is_empty() {
                    text.push_str(before.trim_end());
                    text.push('\n');
                }
                for block in item {
                    write_block(text, block, &before, &format!("{other}{indent}"), wrap);
                    before = format!("{other}{indent}");
                }
            }
        }
    }
}

fn write_paragraph(text: &mut String, words: &str, first: &str, other: &str, wrap: Option<usize>) {
    for (index, line) in words.split('\n').enumerate() {
        let before = if index == 0 { first } else { other };
        let line = line.trim();
        match wrap {
            Some(width) => {
                let options = Options::new(width)
                    .initial_indent(before)
                    .subsequent_indent(other)
                    .word_separator(WordSeparator::AsciiSpace)
                    .word_splitter(WordSplitter::NoHyphenation)
                    .break_words(false);
                for line in textwrap::wrap(line, options) {
                    text.push_str(line.trim_end());
                    text.push('\n');
                }
            }
            None => {
                text.push_str(&format!("{before}{line}\n"));
            }
        }
    }
}
