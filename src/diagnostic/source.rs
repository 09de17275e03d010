use std::collections::BTreeMap;
use std::ops::Range;

use super::{Path, Place, Step};

/// Where a value stands in its file: the bytes of its key, where it has one, and of the value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spans {
    /// The bytes of the key; `None` for an item of a list and for the document.
    pub key: Option<Range<usize>>,
    /// The bytes of the value.
    pub value: Range<usize>,
}

/// A file that messages can point into: its name, its text, and where each value stands.
#[derive(Debug, Clone, Default)]
pub struct Source {
    name: String,
    text: String,
    /// The first byte of every line but the first.
    line_starts: Vec<usize>,
    places: BTreeMap<Path, Spans>,
}

impl Source {
    /// A file with nothing known about its values: only byte ranges can be shown.
    ///
    /// `name` is shown in messages; its backslashes become `/`, so that a message reads the same
    /// on every system.
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        let text = text.into();
        Self {
            name: name.into().replace('\\', "/"),
            line_starts: text.match_indices('\n').map(|(at, _)| at + 1).collect(),
            text,
            places: BTreeMap::new(),
        }
    }

    /// The name that messages show.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The whole text of the file.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Records where the value at `path` stands.
    pub fn insert(&mut self, path: Path, spans: Spans) {
        self.places.insert(path, spans);
    }

    /// Records that what stands under `from` can be asked for under `to` as well, unless the file
    /// has a value there.
    pub fn also_at(&mut self, from: &Path, to: &Path) {
        if self.places.contains_key(to) {
            return;
        }
        let moved: Vec<(Path, Spans)> = self
            .places
            .iter()
            .filter_map(|(path, spans)| Some((path.rebased(from, to)?, spans.clone())))
            .collect();
        self.places.extend(moved);
    }

    /// Where the value at `path` stands, if the file has it.
    pub fn spans(&self, path: &Path) -> Option<&Spans> {
        self.places.get(path)
    }

    /// The bytes a place names; `None` where it names the file as a whole.
    ///
    /// A path that the file does not have falls back to the nearest value around it.
    pub fn range(&self, place: &Place) -> Option<Range<usize>> {
        let range = match place {
            Place::File => return None,
            Place::Bytes(range) => range.clone(),
            Place::Value(path) => self.nearest(path)?.value.clone(),
            Place::Key(path) => {
                let spans = self.nearest(path)?;
                spans.key.clone().unwrap_or_else(|| spans.value.clone())
            }
        };
        Some(self.on_characters(range))
    }

    /// The line of a byte, counted from 1; its column takes longer to count.
    pub fn line(&self, byte: usize) -> usize {
        self.line_starts.partition_point(|start| *start <= byte) + 1
    }

    /// What stands on its line before a byte.
    pub fn before(&self, byte: usize) -> &str {
        let byte = self.on_characters(byte..byte).start;
        &self.text[self.line_start(self.line(byte))..byte]
    }

    /// Line and column of a byte, both counted from 1, the column in characters.
    pub fn line_column(&self, byte: usize) -> (usize, usize) {
        let column = self
            .before(byte)
            .trim_start_matches('\u{feff}')
            .chars()
            .count()
            + 1;
        (self.line(byte), column)
    }

    /// The whole lines that a range of bytes touches, without the last line's break.
    pub fn lines(&self, range: Range<usize>) -> Range<usize> {
        let last = self.line(range.end);
        let end = self.line_starts.get(last - 1).copied();
        let end = end.map_or(self.text.len(), |next| next - 1);
        self.line_start(self.line(range.start))..end.max(range.end.min(self.text.len()))
    }

    /// The first byte of a line, counted from 1.
    fn line_start(&self, line: usize) -> usize {
        match line {
            0 | 1 => 0,
            _ => self.line_starts.get(line - 2).copied().unwrap_or_default(),
        }
    }

    fn nearest(&self, path: &Path) -> Option<&Spans> {
        let mut path = path.clone();
        loop {
            if let Some(spans) = self.places.get(&path) {
                return Some(spans);
            }
            if path.steps().is_empty() {
                return None;
            }
            path = path.parent();
        }
    }

    /// Keeps a range inside the text and off the middle of a character.
    fn on_characters(&self, range: Range<usize>) -> Range<usize> {
        let floor = |mut byte: usize| {
            byte = byte.min(self.text.len());
            while !self.text.is_char_boundary(byte) {
                byte -= 1;
            }
            byte
        };
        let start = floor(range.start);
        start..floor(range.end).max(start)
    }
}

/// The last key of a path, as it is typed in the file; `None` for an item of a list.
pub fn last_key(path: &Path) -> Option<&str> {
    match path.steps().last() {
        Some(Step::Key(key)) => Some(key),
        _ => None,
    }
}
