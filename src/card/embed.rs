//! The fonts of a file: which glyphs it uses, and a font program with just those.

use sha2::{Digest, Sha256};
use subsetter::GlyphRemapper;

use super::CardError;
use super::fonts::Face;
use super::glyph_text::GlyphTexts;

/// What a file uses of a face.
pub(super) struct FontUse {
    pub texts: GlyphTexts,
    glyphs: GlyphRemapper,
}

/// A font program for one file.
pub(super) struct Subset {
    pub bytes: Vec<u8>,
    /// The name by which the PDF calls it: six letters for the subset, then the font's own.
    pub name: String,
}

impl FontUse {
    pub fn new() -> Self {
        Self {
            texts: GlyphTexts::default(),
            glyphs: GlyphRemapper::new(),
        }
    }

    /// The number that a glyph has in the subset; it is given one if it has none.
    pub fn number(&mut self, glyph: u16) -> u16 {
        self.glyphs.remap(glyph)
    }

    /// The glyphs' numbers in the face, in the order of their numbers in the subset.
    pub fn glyphs(&self) -> impl Iterator<Item = u16> + '_ {
        self.glyphs.remapped_gids()
    }

    /// Cuts the font down to the glyphs that are used.
    pub fn subset(&self, face: &Face) -> Result<Subset, CardError> {
        let bytes =
            subsetter::subset(&face.bytes, 0, &self.glyphs).map_err(|problem| CardError::Pdf {
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
}
