//! A text as its reader sees it, which knows where its file has each part.

use std::ops::Range;

use crate::prose::Run;

/// Plain text put together from stretches of a file.
#[derive(Debug, Clone, Default)]
pub(super) struct Text {
    plain: String,
    /// Where stretches begin: in the plain text, and in the file. Within one, both run alike.
    stretches: Vec<(usize, usize)>,
}

impl Text {
    pub(super) fn plain(&self) -> &str {
        &self.plain
    }

    pub(super) fn len(&self) -> usize {
        self.plain.len()
    }

    /// Adds words that the file has exactly so, from `at` on.
    pub(super) fn push(&mut self, words: &str, at: usize) {
        self.stretches.push((self.plain.len(), at));
        self.plain.push_str(words);
    }

    /// Adds a run of Markdown that begins at `start` in the file; its marks are passed over.
    pub(super) fn push_run(&mut self, run: &Run, markdown: &str, start: usize) {
        let source = &markdown[run.source.clone()];
        let base = start + run.source.start;
        let mut at = 0;
        for c in run.text.chars() {
            at += passed_over(c, &source[at..]);
            self.stretches
                .push((self.plain.len(), base + at.min(source.len())));
            self.plain.push(c);
            at += taken(c, &source[at..]);
        }
        self.stretches.dedup_by(|later, earlier| {
            // Stretches that go on as the one before are one.
            later.0 - earlier.0 == later.1.wrapping_sub(earlier.1) && later.1 >= earlier.1
        });
    }

    /// The bytes of the file that a range of the plain text was read from.
    pub(super) fn in_file(&self, range: &Range<usize>) -> Range<usize> {
        let start = self.place(range.start);
        // The end is behind the last character: what follows may stand elsewhere.
        let last = self.plain[..range.end].chars().next_back();
        let end = match last {
            Some(last) if range.end > range.start => {
                self.place(range.end - last.len_utf8()) + last.len_utf8()
            }
            _ => start,
        };
        start..end.max(start)
    }

    fn place(&self, at: usize) -> usize {
        let index = self.stretches.partition_point(|(plain, _)| *plain <= at);
        match index.checked_sub(1).map(|index| self.stretches[index]) {
            Some((plain, file)) => file + (at - plain),
            None => 0,
        }
    }
}

/// How many bytes of Markdown stand before a character without being part of it.
fn passed_over(c: char, source: &str) -> usize {
    if source.starts_with(c) || c.is_whitespace() {
        return 0;
    }
    match source.chars().next() {
        Some('&') => 0,
        _ => near(source, |each| each == c).unwrap_or(0),
    }
}

/// How many bytes of Markdown a character of the text was read from.
fn taken(c: char, source: &str) -> usize {
    match source.chars().next() {
        Some(first) if first == c && c != '\n' && c != ' ' => c.len_utf8(),
        Some('&') => near(source, |each| each == ';').map_or(1, |at| at + 1),
        Some(_) if c.is_whitespace() => {
            // A break, with the backslash before it and the indent behind it.
            let rest = source.trim_start_matches('\\');
            let break_at = source.len() - rest.len();
            if c == ' ' && rest.starts_with(' ') && break_at == 0 {
                return 1;
            }
            break_at + (rest.len() - rest.trim_start().len())
        }
        Some(first) => first.len_utf8(),
        None => 0,
    }
}

/// The place of a character among the next few of a text.
fn near(source: &str, is_it: impl Fn(char) -> bool) -> Option<usize> {
    let few = source.char_indices().take(10);
    few.filter(|(_, c)| is_it(*c)).map(|(at, _)| at).next()
}
