//! Takes indentation out of a letter that Markdown would read as code.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

/// A text without the indentation that made code of some lines, and what was taken out of it.
pub(super) struct Outdented {
    pub text: String,
    /// Places in the text, in order, and how many bytes had stood in the original before each
    /// that are gone.
    cuts: Vec<(usize, usize)>,
}

/// Takes the indentation from code that is marked by nothing else.
///
/// In a letter, four spaces are the first line of a paragraph as typewriters began it, or a sign-off
/// that was moved to the right by hand. Nobody means code, which would also show every escape. What
/// stands between fences was put there on purpose and stays.
pub(super) fn outdent(markdown: &str) -> Outdented {
    let mut text = String::with_capacity(markdown.len());
    let mut cuts = Vec::new();
    let (mut from, mut gone) = (0, 0);
    for gap in indentation(markdown) {
        text.push_str(&markdown[from..gap.start]);
        from = gap.end;
        gone += gap.len();
        cuts.push((text.len(), gone));
    }
    text.push_str(&markdown[from..]);
    Outdented { text, cuts }
}

impl Outdented {
    /// The bytes of the original that a part of the text was.
    ///
    /// What was cut right before the part is not the part's, nor is what was cut right after it.
    pub fn original(&self, part: Range<usize>) -> Range<usize> {
        let gone = |cuts: usize| cuts.checked_sub(1).map_or(0, |last| self.cuts[last].1);
        let before = gone(self.cuts.partition_point(|(at, _)| *at <= part.start));
        let within = gone(self.cuts.partition_point(|(at, _)| *at < part.end));
        part.start + before..part.end + within.max(before)
    }
}

/// The blanks before the lines of indented code, in order.
fn indentation(markdown: &str) -> Vec<Range<usize>> {
    // No indented code without one of these, and nearly no letter with one.
    if !markdown.contains("    ") && !markdown.contains('\t') {
        return Vec::new();
    }
    let mut gaps: Vec<Range<usize>> = Vec::new();
    let mut in_code = false;
    for (event, range) in Parser::new_ext(markdown, Options::empty()).into_offset_iter() {
        match event {
            Event::Start(Tag::CodeBlock(kind)) => in_code = kind == CodeBlockKind::Indented,
            Event::End(TagEnd::CodeBlock) => in_code = false,
            Event::Text(_) if in_code => {
                let line = &markdown[range.start..];
                let more = line.len() - line.trim_start_matches([' ', '\t']).len();
                let gap = code_indent(&markdown[..range.start])..range.start + more;
                if !gap.is_empty() && gaps.last().is_none_or(|last| last.end <= gap.start) {
                    gaps.push(gap);
                }
            }
            _ => {}
        }
    }
    gaps
}

/// Where the four columns begin that make code of what follows; what is before them may belong to
/// a list.
fn code_indent(before: &str) -> usize {
    let mut from = before.len();
    let mut columns = 0;
    for byte in before.bytes().rev() {
        match byte {
            b' ' => columns += 1,
            b'\t' => columns += 4,
            _ => break,
        }
        from -= 1;
        if columns >= 4 {
            break;
        }
    }
    from
}
