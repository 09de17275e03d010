//! A font that the user brings: what it takes to be one that cards can be set in.

use harfrust::font::Blob;
use harfrust::font::glyph::outline::OutlineSource;
use subsetter::GlyphRemapper;
use thiserror::Error;

use super::Lettering;
use super::embed::subset;
use super::fonts::{Face, Fonts};
use super::sfnt::{Container, fs_type, has_sound_names};

/// Why a font that was brought cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum FontError {
    /// No bytes at all.
    #[error("the file is empty")]
    Empty,
    /// More bytes than any font has that is one.
    #[error("the file is larger than {} MB", Fonts::MOST_BYTES / 1_000_000)]
    TooLarge,
    /// A font that is packed for the web.
    #[error("this is a font for web pages (.woff)")]
    Web,
    /// Something else than a font, or one that is damaged.
    #[error("this is no TrueType or OpenType font, or it is damaged")]
    Unreadable,
    /// The maker does not allow it to be embedded in a file, by `fsType` in the font.
    #[error("its maker does not allow this font to be put into a PDF")]
    Forbidden,
    /// The letters are pictures, or are drawn in a way that no PDF knows.
    #[error("the letters of this font are not drawn in a way that a PDF can hold")]
    Undrawable,
    /// A letter of the Latin alphabet is missing.
    #[error("this font has no letter `{0}`")]
    Lacks(char),
}

impl FontError {
    /// What a user can do about it, as a sentence without a full stop.
    pub fn help(&self) -> &'static str {
        match self {
            Self::Web => "bring the font as .ttf or .otf; most makers offer both",
            Self::Forbidden => {
                "a PDF carries the letters that it shows; choose another font, or ask its maker for \
                 one that may be embedded"
            }
            Self::Lacks(_) => "choose a font with all letters from a to z, small and capital",
            Self::Empty | Self::TooLarge | Self::Unreadable | Self::Undrawable => {
                "bring a .ttf or .otf file, as fonts are installed from"
            }
        }
    }
}

/// The bits of `fsType` (OpenType specification, table OS/2): what the lowest four say when the
/// licence restricts embedding; that the font must not be cut down; that only pictures may go along.
const RESTRICTED: (u16, u16) = (0x000f, 0x0002);
const NO_SUBSETS: u16 = 0x0100;
const BITMAPS_ONLY: u16 = 0x0200;

impl Fonts {
    /// The largest font file that is read, in bytes: fonts for Chinese have up to 30 MB.
    pub const MOST_BYTES: usize = 64_000_000;

    /// These fonts and the user's own, which [`Lettering::Own`] names, from the bytes of a TrueType
    /// or OpenType file. Of a collection the first face is taken, of a variable font its default.
    ///
    /// What it has no letters for is set in the other fonts.
    ///
    /// # Errors
    ///
    /// A [`FontError`] that says why it cannot be used.
    pub fn with_own(&self, bytes: Vec<u8>) -> Result<Self, FontError> {
        if bytes.is_empty() {
            return Err(FontError::Empty);
        }
        if bytes.len() > Self::MOST_BYTES {
            return Err(FontError::TooLarge);
        }
        match Container::of(&bytes) {
            Container::Font | Container::Collection => {}
            Container::Web => return Err(FontError::Web),
            Container::Other => return Err(FontError::Unreadable),
        }
        if !has_sound_names(&bytes) {
            return Err(FontError::Unreadable);
        }
        let fs_type = fs_type(&bytes);
        let restricted = fs_type & RESTRICTED.0 == RESTRICTED.1;
        if restricted || fs_type & (NO_SUBSETS | BITMAPS_ONLY) != 0 {
            return Err(FontError::Forbidden);
        }
        let face = Face::parse(Lettering::Own, Blob::from(bytes)).ok_or(FontError::Unreadable)?;
        try_out(&face)?;
        Ok(self.and(face))
    }
}

/// Draws every letter once, and makes the program that a PDF would carry.
fn try_out(face: &Face) -> Result<(), FontError> {
    let outlines = face.font.outline_glyphs();
    let charmap = face.font.charmap();
    let mut used = GlyphRemapper::new();
    for letter in ('a'..='z').chain('A'..='Z') {
        let glyph = charmap.map_unicode(letter).filter(|_| face.has(letter));
        let glyph = glyph.ok_or(FontError::Lacks(letter))?;
        let outline = outlines.get(glyph).ok_or(FontError::Undrawable)?;
        match outline.source() {
            OutlineSource::Glyf | OutlineSource::Cff => {}
            _ => return Err(FontError::Undrawable),
        }
        used.remap(u16::try_from(glyph.to_u32()).map_err(|_| FontError::Unreadable)?);
    }
    subset(face, &used).map_err(|_| FontError::Unreadable)?;
    Ok(())
}
