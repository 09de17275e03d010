//! The fonts of a file: which glyphs it uses, and a font program with just those.

use std::collections::BTreeMap;
use std::sync::Arc;

use sha2::{Digest, Sha256};
use subsetter::GlyphRemapper;

use super::fonts::Face;
use super::glyph_text::GlyphTexts;
use super::sheet::Sheet;
use super::{CardError, Lettering};

/// The fonts of one file and what is used of them.
#[derive(Default)]
pub(super) struct FileFonts {
    used: BTreeMap<Lettering, FontUse>,
}

/// What a file uses of a face.
pub(super) struct FontUse {
    pub face: Arc<Face>,
    pub texts: GlyphTexts,
    glyphs: GlyphRemapper,
}

/// A font program for one file.
pub(super) struct Subset {
    pub bytes: Vec<u8>,
    /// The name by which the PDF calls it: six letters for the subset, then the font's own.
    pub name: String,
}

impl FileFonts {
    /// Takes note of the glyphs of a sheet: a glyph that is new gets the next number and its text.
    pub fn learn(&mut self, sheet: &Sheet<'_>) {
        for line in &sheet.lines {
            for run in &line.runs {
                let face = &sheet.faces[run.face];
                let new = || FontUse::new(Arc::clone(face));
                let used = self.used.entry(face.lettering).or_insert_with(new);
                used.texts.learn(run, &line.text);
                for glyph in &run.glyphs {
                    used.glyphs.remap(glyph.id);
                }
            }
        }
    }

    /// What is used of a face, if anything.
    pub fn of(&self, lettering: Lettering) -> Option<&FontUse> {
        self.used.get(&lettering)
    }

    /// Each face that is used.
    pub fn all(&self) -> impl Iterator<Item = &FontUse> + '_ {
        self.used.values()
    }
}

impl FontUse {
    fn new(face: Arc<Face>) -> Self {
        Self {
            face,
            texts: GlyphTexts::default(),
            glyphs: GlyphRemapper::new(),
        }
    }

    /// The number that a glyph has in the subset; `None` for one that has not been learnt.
    pub fn number(&self, glyph: u16) -> Option<u16> {
        self.glyphs.get(glyph)
    }

    /// The glyphs' numbers in the face, in the order of their numbers in the subset.
    pub fn glyphs(&self) -> impl Iterator<Item = u16> + '_ {
        self.glyphs.remapped_gids()
    }

    /// The font cut down to the glyphs that are used.
    pub fn subset(&self) -> Result<Subset, CardError> {
        subset(&self.face, &self.glyphs)
    }
}

/// Cuts a font down to some of its glyphs.
pub(super) fn subset(face: &Face, glyphs: &GlyphRemapper) -> Result<Subset, CardError> {
    let bytes = subsetter::subset(&face.bytes, 0, glyphs).map_err(|problem| CardError::Pdf {
        reason: problem.to_string(),
    })?;
    let tag: String = Sha256::digest(&bytes)
        .iter()
        .take(6)
        .map(|byte| char::from(b'A' + byte % 26))
        .collect();
    Ok(Subset {
        bytes,
        name: format!("{tag}+{}", face.postscript_name),
    })
}
