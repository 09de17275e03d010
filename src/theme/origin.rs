//! Where the text of a template stands in its file.

use std::ops::Range;
use std::sync::Arc;

use crate::diagnostic::{Path, Place, Source};

/// The file a template was read from, and the part of it where it stands.
#[derive(Debug, Clone)]
pub(super) struct Origin {
    pub(super) source: Arc<Source>,
    /// The path of a phrase; `None` for a file that is a template as a whole.
    pub(super) phrase: Option<Path>,
    /// The text of the template.
    pub(super) text: String,
    /// Which layer of the theme a file is taken from, the lowest being 0.
    pub(super) layer: usize,
}

impl Origin {
    /// The bytes of the file for a range of the template's text.
    ///
    /// A phrase that YAML folds or escapes does not stand in the file as it is; the words at the
    /// range are looked for then, and the whole phrase is pointed at where they are not found.
    pub(super) fn place(&self, range: Range<usize>) -> Place {
        let Some(path) = &self.phrase else {
            return Place::Bytes(range);
        };
        let Some(spans) = self.source.spans(path) else {
            return Place::Value(path.clone());
        };
        let raw = self
            .source
            .text()
            .get(spans.value.clone())
            .unwrap_or_default();
        let start = spans.value.start;
        if let Some(at) = raw.find(&self.text) {
            return Place::Bytes(start + at + range.start..start + at + range.end);
        }
        let words = self.text.get(range.clone()).unwrap_or_default();
        let mut found = raw.match_indices(words);
        match (found.next(), found.next()) {
            (Some((at, _)), None) if !words.is_empty() => {
                Place::Bytes(start + at..start + at + words.len())
            }
            _ => Place::Value(path.clone()),
        }
    }
}
