use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock, OnceLock};

use harfrust::font::Blob;
use harfrust::font::name::NameId;
use harfrust::{Direction, Font, GlyphExtents, GlyphId, Script, ShapePlan, ShaperFont};

use super::{CardError, Lettering};

/// The faces that cards are set in, parsed once and shared by every card.
#[derive(Debug, Clone)]
pub struct Fonts {
    faces: BTreeMap<Lettering, Arc<Face>>,
}

/// One face, ready to shape with.
pub struct Face {
    pub(super) lettering: Lettering,
    pub(super) bytes: Blob,
    pub(super) font: Font,
    pub(super) metrics: FaceMetrics,
    /// The name inside the font file, by which a PDF calls it.
    pub(super) postscript_name: String,
    latin: OnceLock<ShapePlan>,
}

/// Measures of a face in its own units.
#[derive(Debug, Clone, Copy)]
pub(super) struct FaceMetrics {
    pub units_per_em: f32,
    pub ascender: f32,
    pub descender: f32,
    pub x_height: f32,
    pub cap_height: f32,
    /// How far it is from the top of `d` to the bottom of `g`, and letters like them.
    pub reach: f32,
    /// Left, bottom, right, top of the box that holds every glyph.
    pub bounds: [f32; 4],
}

/// Height of small letters as a part of the em, where a font has none.
const USUAL_X_HEIGHT: f32 = 0.45;
/// Height of capitals as a part of the em, where a font does not tell.
const USUAL_CAP_HEIGHT: f32 = 0.66;
/// What a height is between, as a part of the em; a font that says otherwise errs.
const CREDIBLE: (f32, f32) = (0.15, 1.2);
/// A font whose small letters are this much higher or lower than it says errs too.
const ROUGHLY: f32 = 0.15;
/// Small letters without strokes up or down; letters with one up, and with one down.
const SMALL: &str = "acemnorsuvwxz";
const UP: &str = "bdhkl";
const DOWN: &str = "gpqy";

impl Fonts {
    /// The fonts that come with the program, parsed when they are first asked for.
    pub fn built_in() -> &'static Self {
        static FONTS: LazyLock<Fonts> = LazyLock::new(|| {
            let faces = [
                (Lettering::Caveat, CAVEAT),
                (Lettering::LaBelleAurore, LA_BELLE_AURORE),
                (Lettering::Playpen, PLAYPEN),
                (Lettering::EbGaramond, EB_GARAMOND),
            ];
            let faces = faces
                .into_iter()
                .map(|(face, bytes)| (face, Blob::Static(bytes)));
            // Their bytes are part of the program: what parses in the test parses everywhere.
            Fonts::from_blobs(faces).expect("the fonts in `fonts/` parse; a test loads each")
        });
        &FONTS
    }

    /// Fonts from the bytes of TrueType or OpenType files, for those who bring their own.
    ///
    /// A character is looked for in the faces that are here and nowhere else.
    ///
    /// # Errors
    ///
    /// [`CardError::BadFont`] for bytes that are no font.
    pub fn new(faces: impl IntoIterator<Item = (Lettering, Vec<u8>)>) -> Result<Self, CardError> {
        Self::from_blobs(
            faces
                .into_iter()
                .map(|(face, bytes)| (face, Blob::from(bytes))),
        )
    }

    /// These fonts and one more, which [`Lettering::Own`] names.
    pub(super) fn and(&self, own: Face) -> Self {
        let mut faces = self.faces.clone();
        faces.insert(own.lettering, Arc::new(own));
        Self { faces }
    }

    fn from_blobs(faces: impl IntoIterator<Item = (Lettering, Blob)>) -> Result<Self, CardError> {
        let parsed = faces.into_iter().map(|(lettering, bytes)| {
            let bad = || CardError::BadFont {
                name: lettering.name().to_owned(),
            };
            Ok((
                lettering,
                Arc::new(Face::parse(lettering, bytes).ok_or_else(bad)?),
            ))
        });
        Ok(Self {
            faces: parsed.collect::<Result<_, CardError>>()?,
        })
    }

    /// The faces for a text, the wanted one first and then those to fall back on.
    pub(super) fn chain(&self, wanted: Lettering) -> Vec<Arc<Face>> {
        wanted
            .chain()
            .iter()
            .filter_map(|face| self.faces.get(face).cloned())
            .collect()
    }
}

impl Face {
    pub(super) fn parse(lettering: Lettering, bytes: Blob) -> Option<Self> {
        let font = Font::new(bytes.clone(), 0)?;
        let found = font.metrics();
        let em = Some(found.units_per_em)
            .filter(|em| *em > 0)
            .map(f32::from)?;
        let line = found.hhea_line.or(found.typo_line)?;
        let bounds = found.bounds;
        let shaper = ShaperFont::new(&font);
        let credible = |height: &f32| (CREDIBLE.0..=CREDIBLE.1).contains(&(height / em));
        let said = |height: Option<f64>| height.map(|height| height as f32).filter(credible);
        let small = median(&shaper, SMALL, |ink| ink.y_bearing).filter(credible);
        let x_height = match (said(found.x_height.map(|x| x.to_f64())), small) {
            (Some(said), Some(small)) if (said - small).abs() > ROUGHLY * small => small,
            (Some(said), _) => said,
            (None, small) => small.unwrap_or(em * USUAL_X_HEIGHT),
        };
        let cap_height = said(found.cap_height.map(|x| x.to_f64()));
        let up = median(&shaper, UP, |ink| ink.y_bearing).unwrap_or(em * USUAL_CAP_HEIGHT);
        let down = median(&shaper, DOWN, |ink| {
            ink.y_bearing.saturating_add(ink.height)
        });
        let metrics = FaceMetrics {
            units_per_em: em,
            ascender: line.ascender.to_f64() as f32,
            descender: line.descender.to_f64() as f32,
            x_height,
            cap_height: cap_height.unwrap_or(em * USUAL_CAP_HEIGHT),
            reach: up - down.unwrap_or(0.0).min(0.0),
            bounds: [bounds.x_min, bounds.y_min, bounds.x_max, bounds.y_max]
                .map(|edge| edge.to_f64() as f32),
        };
        let postscript_name = postscript_name(&font);
        Some(Self {
            lettering,
            bytes,
            font,
            metrics,
            postscript_name,
            latin: OnceLock::new(),
        })
    }

    /// The plan for Latin from left to right, kept because nearly every run is that; other plans
    /// are made when they are needed.
    pub(super) fn latin_plan(&self) -> &ShapePlan {
        let latin = Some(Script::LATIN);
        self.latin
            .get_or_init(|| ShapePlan::new(&self.font, Direction::LeftToRight, latin, None, &[]))
    }

    pub(super) fn shaper(&self) -> ShaperFont<'_, '_> {
        ShaperFont::new(&self.font)
    }

    /// Whether the face has a glyph of its own for a character.
    pub(super) fn has(&self, character: char) -> bool {
        self.font
            .charmap()
            .map_unicode(character)
            .is_some_and(|glyph| glyph != GlyphId::new(0))
    }

    /// The advance that the font file states for a glyph, in units of the face.
    pub(super) fn width(&self, glyph: u16) -> f32 {
        self.font.glyph_metrics().h_advance(GlyphId::from(glyph))
    }

    /// By how much to scale the face so that its small letters are as high as another's.
    pub(super) fn scale_to_match(&self, other: &Self) -> f32 {
        let own = self.metrics.x_height / self.metrics.units_per_em;
        let wanted = other.metrics.x_height / other.metrics.units_per_em;
        wanted / own
    }
}

/// The middle one of a measure of these letters, as far as the font has them.
fn median(
    font: &ShaperFont<'_, '_>,
    letters: &str,
    of: impl Fn(&GlyphExtents) -> i32,
) -> Option<f32> {
    let glyphs = letters
        .chars()
        .filter_map(|letter| font.nominal_glyph(u32::from(letter)));
    let extents = glyphs.filter_map(|glyph| font.glyph_extents(glyph));
    let mut measures: Vec<i32> = extents.map(|extents| of(&extents)).collect();
    measures.sort_unstable();
    measures
        .get(measures.len() / 2)
        .map(|middle| *middle as f32)
}

/// The name by which PDFs call a font: letters, digits and hyphens, at most 63 of them (as much as
/// the format's older readers take).
fn postscript_name(font: &Font) -> String {
    let name = font.names().get(NameId::POSTSCRIPT_NAME);
    let name = name.and_then(|name| name.english_or_first());
    let letters = name.into_iter().flat_map(|name| name.name().chars());
    let plain = letters.filter(|c| c.is_ascii_alphanumeric() || *c == '-');
    let name: String = plain.take(63).collect();
    if name.is_empty() {
        "Unnamed".to_owned()
    } else {
        name
    }
}

impl std::fmt::Debug for Face {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Face")
            .field("lettering", &self.lettering)
            .finish_non_exhaustive()
    }
}

const CAVEAT: &[u8] = include_bytes!("../../fonts/caveat/Caveat-Regular.ttf");
const LA_BELLE_AURORE: &[u8] = include_bytes!("../../fonts/la-belle-aurore/LaBelleAurore.ttf");
const PLAYPEN: &[u8] = include_bytes!("../../fonts/playpen-sans/PlaypenSans-Regular.ttf");
const EB_GARAMOND: &[u8] = include_bytes!("../../fonts/eb-garamond/EBGaramond-Regular.ttf");
