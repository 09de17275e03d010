//! What each glyph says, so that the words of a PDF can be searched, copied and read aloud.
//!
//! A PDF holds one text for each glyph of a font (its ToUnicode map). Where a card needs a glyph
//! with two different texts, the word that comes second carries its text itself (ActualText).

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::coverage::is_ignorable;
use super::page::{Glyph, GlyphRun};

/// The texts of the glyphs of one font, in one file.
#[derive(Debug, Default)]
pub(super) struct GlyphTexts {
    texts: BTreeMap<u16, String>,
}

impl GlyphTexts {
    /// Takes note of what a run's glyphs say; what a glyph has said before stays.
    pub fn learn(&mut self, run: &GlyphRun, line: &str) {
        each(run, line, |glyph, text| {
            self.texts.entry(glyph).or_insert_with(|| text.to_owned());
        });
    }

    /// The text of a run that has been learnt, where the map alone would not give it back.
    pub fn actual(&self, run: &GlyphRun, line: &str) -> Option<String> {
        let mut exact = true;
        each(run, line, |glyph, text| exact &= self.of(glyph) == text);
        (!exact).then(|| seen(&line[run.range.clone()]).into_owned())
    }

    /// The text of a glyph that has been learnt.
    pub fn of(&self, glyph: u16) -> &str {
        self.texts.get(&glyph).map_or("", String::as_str)
    }
}

/// Each glyph of a run with its share of the text: one character each where a cluster has as many
/// glyphs, as with a letter and a separate mark; else all of it to the first.
fn each(run: &GlyphRun, line: &str, mut tell: impl FnMut(u16, &str)) {
    for cluster in run.glyphs.chunk_by(|a, b| a.cluster == b.cluster) {
        let Some(first) = cluster.first() else {
            continue;
        };
        let text = seen(&line[first.cluster.clone()]);
        if text.chars().count() == cluster.len() {
            let mut buffer = [0; 4];
            for (glyph, character) in cluster.iter().zip(text.chars()) {
                tell(glyph.id, character.encode_utf8(&mut buffer));
            }
        } else {
            for (place, Glyph { id, .. }) in cluster.iter().enumerate() {
                tell(*id, if place == 0 { &text } else { "" });
            }
        }
    }
}

/// A text without the characters that have no picture.
fn seen(text: &str) -> Cow<'_, str> {
    if text.chars().any(is_ignorable) {
        text.chars().filter(|c| !is_ignorable(*c)).collect()
    } else {
        Cow::Borrowed(text)
    }
}
