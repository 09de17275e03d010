//! What is shown of a file around a place: its lines, or a stretch of them where they are long.
//!
//! Thousands of messages may point into one line of a whole file; laying out that line for each of
//! them would take minutes.

use std::borrow::Cow;
use std::ops::Range;

use super::Source;

/// As many lines are underlined as a whole.
const MOST_LINES: usize = 4;

/// As many bytes of lines are shown as they are.
const WHOLE: usize = 1_000;

/// As many bytes are shown before and behind what is marked, and of the mark itself, where the
/// lines are longer; more than any terminal is wide.
const AROUND: usize = 300;

/// The text to show for a range of bytes, and where the range stands in that text.
pub(super) fn around(source: &Source, range: Range<usize>) -> (Cow<'_, str>, Range<usize>) {
    let text = source.text();
    let range = shown(text, range);
    let lines = source.lines(range.clone());
    if lines.len() <= WHOLE {
        let mark = range.start - lines.start..range.end - lines.start;
        return (Cow::Borrowed(&text[lines]), mark);
    }
    let first = first_line(&text[range.clone()]);
    let end = floor(text, range.start + first.min(AROUND)).max(range.start);
    let start = floor(text, range.start.saturating_sub(AROUND)).max(lines.start);
    let rest = first_line(&text[end..lines.end]);
    let stop = floor(text, end + rest.min(AROUND));
    let dots = |cut: bool| if cut { "..." } else { "" };
    let before = dots(start > lines.start);
    let mark = range.start - start + before.len()..end - start + before.len();
    let stretch = format!("{before}{}{}", &text[start..stop], dots(stop < end + rest));
    (Cow::Owned(stretch), mark)
}

/// The part of a range that is underlined: of a long one the first line, which is enough to find
/// the place by.
fn shown(text: &str, range: Range<usize>) -> Range<usize> {
    let marked = &text[range.clone()];
    if marked.lines().nth(MOST_LINES).is_none() {
        return range;
    }
    range.start..range.start + first_line(marked)
}

/// How many bytes the first line has, without white space at its end.
fn first_line(text: &str) -> usize {
    text.lines().next().unwrap_or_default().trim_end().len()
}

/// The last start of a character at or before `byte`.
fn floor(text: &str, mut byte: usize) -> usize {
    byte = byte.min(text.len());
    while !text.is_char_boundary(byte) {
        byte -= 1;
    }
    byte
}
