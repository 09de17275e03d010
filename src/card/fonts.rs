use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock, OnceLock};

use harfrust::font::Blob;
use harfrust::{Direction, Font, GlyphId, Script, ShapePlan, ShaperFont};

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
    /// Left, bottom, right, top of the box that holds every glyph.
    pub bounds: [f32; 4],
}

/// Height of small letters as a part of the em, where a font does not tell.
const USUAL_X_HEIGHT: f64 = 0.45;
/// Height of capitals as a part of the em, where a font does not tell.
const USUAL_CAP_HEIGHT: f64 = 0.66;

impl Fonts {
    /// The fonts that come with the program, parsed when they are first asked for.
    pub fn built_in() -> &'static Self {
        static FONTS: LazyLock<Fonts> = LazyLock::new(|| {
            let faces = [
                (Lettering::Caveat, CAVEAT),
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
    fn parse(lettering: Lettering, bytes: Blob) -> Option<Self> {
        let font = Font::new(bytes.clone(), 0)?;
        let found = font.metrics();
        let em = f64::from(found.units_per_em);
        let line = found.hhea_line.or(found.typo_line)?;
        let bounds = found.bounds;
        let metrics = FaceMetrics {
            units_per_em: em as f32,
            ascender: line.ascender.to_f64() as f32,
            descender: line.descender.to_f64() as f32,
            x_height: found.x_height.map_or(em * USUAL_X_HEIGHT, |x| x.to_f64()) as f32,
            cap_height: found
                .cap_height
                .map_or(em * USUAL_CAP_HEIGHT, |x| x.to_f64()) as f32,
            bounds: [bounds.x_min, bounds.y_min, bounds.x_max, bounds.y_max]
                .map(|edge| edge.to_f64() as f32),
        };
        Some(Self {
            lettering,
            bytes,
            font,
            metrics,
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

    /// By how much to scale the face so that its small letters are as high as another's.
    pub(super) fn scale_to_match(&self, other: &Self) -> f32 {
        let own = self.metrics.x_height / self.metrics.units_per_em;
        let wanted = other.metrics.x_height / other.metrics.units_per_em;
        wanted / own
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
const PLAYPEN: &[u8] = include_bytes!("../../fonts/playpen-sans/PlaypenSans-Regular.ttf");
const EB_GARAMOND: &[u8] = include_bytes!("../../fonts/eb-garamond/EBGaramond-Regular.ttf");
