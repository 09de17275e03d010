//! What each glyph says, so that the words of a PDF can be searched, copied and read aloud.
//!
//! A PDF holds one text for each glyph of a font (its ToUnicode map). Where a card needs a glyph
//! with two different texts, the word that comes second carries its text itself (ActualText).

use std::collections::BTreeMap;

use super::coverage::is_ignorable;
use super::page::{Glyph, GlyphRun};

/// The texts of the glyphs of one font, in one file.
#[derive(Debug, Default)]
pub(super) struct GlyphTexts {
    texts: BTreeMap<u16, String>,
}

impl GlyphTexts {
    /// Takes note of a run. Gives its text where the map alone would not give it back.
    pub fn note(&mut self, run: &GlyphRun, line: &str) -> Option<String> {
        let mut exact = true;
        for cluster in run.glyphs.chunk_by(|a, b| a.cluster == b.cluster) {
            for (glyph, text) in cluster.iter().zip(shared_out(cluster, line)) {
                let known = self.texts.entry(glyph.id).or_insert_with(|| text.clone());
                exact &= *known == text;
            }
        }
        (!exact).then(|| seen(&line[run.range.clone()]))
    }

    /// The text of a glyph that has been noted.
    pub fn of(&self, glyph: u16) -> &str {
        self.texts.get(&glyph).map_or("", String::as_str)
    }
}

/// The text of a cluster, shared out among its glyphs: one character each where they are as many,
/// as with a letter and a separate mark; else all of it to the first.
fn shared_out(cluster: &[Glyph], line: &str) -> Vec<String> {
    let text = cluster
        .first()
        .map_or("", |glyph| &line[glyph.cluster.clone()]);
    let text = seen(text);
    if text.chars().count() == cluster.len() {
        return text.chars().map(String::from).collect();
    }
    let mut texts = vec![String::new(); cluster.len()];
    if let Some(first) = texts.first_mut() {
        *first = text;
    }
    texts
}

/// A text without the characters that have no picture.
fn seen(text: &str) -> String {
    text.chars().filter(|c| !is_ignorable(*c)).collect()
}
