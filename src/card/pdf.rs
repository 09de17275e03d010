//! Typeset pieces as a PDF, by way of printpdf.
//!
//! printpdf without its default features does not subset fonts, so the glyphs are renumbered here
//! and its font is built from the subset. It is shown every glyph once with its text; what it makes
//! of that (fonts, catalog, information) becomes the file, in which the pieces take their places.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Stream};
use printpdf::{
    Codepoint, FontId, FontMetrics, FontType, Op, ParsedFont, PdfDocument, PdfFont, PdfFontHandle,
    PdfFontMetricsStub, PdfPage, PdfSaveOptions, Pt, Rect, TextItem,
};

use super::content::content;
use super::deflate::compress;
use super::embed::{FileFonts, FontUse, Subset};
use super::finish::finish;
use super::impose::impose;
use super::sheet::{Binding, Sheet};
use super::{CardError, Flip, Leaf, Piece};
use crate::language::Language;

/// What a PDF says about itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PdfMeta {
    /// The title, shown in the window's frame.
    pub title: String,
    /// Who wrote the text.
    pub author: String,
}

/// A file while its pieces are made ready; the one place that knows the file format.
///
/// First [`learn`](Self::learn) each piece, one after the other: that gives the glyphs their
/// numbers. Then [`ink`](Self::ink) it, which can be done on every core, and let go of the piece:
/// what is inked is some thirtieth of it. Pieces can be learnt and inked in batches. At last
/// [`bind`](Self::bind) them all. However many cores and batches, the bytes are the same.
#[derive(Default)]
pub struct Binder {
    fonts: FileFonts,
}

/// A piece as it stands in the file of its [`Binder`].
#[derive(Debug, Clone)]
pub struct Inked {
    pub(super) stream: Stream,
    /// Its width and height in pt.
    pub(super) size: (f32, f32),
}

impl Binder {
    /// A file without pieces.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes note of what a piece uses of its fonts.
    pub fn learn(&mut self, piece: Piece<'_>) {
        self.fonts.learn(&Sheet::of(piece));
    }

    /// Makes a piece that has been learnt ready.
    ///
    /// # Errors
    ///
    /// [`CardError::Pdf`] for a piece that has not been learnt.
    pub fn ink(&self, piece: Piece<'_>) -> Result<Inked, CardError> {
        self.inked(&Sheet::of(piece))
    }

    /// Binds leaves on which the pieces stand into a PDF: each piece is in it once, each font once
    /// for all of them.
    ///
    /// `flip` is told to the print dialog where fronts and backs alternate. The same pieces and
    /// leaves give the same bytes, on every machine and day.
    ///
    /// # Errors
    ///
    /// [`CardError::Pdf`] if the PDF library refuses something.
    pub fn bind(
        self,
        pieces: Vec<Inked>,
        leaves: &[Leaf],
        meta: &PdfMeta,
        language: Language,
        flip: Option<Flip>,
    ) -> Result<Vec<u8>, CardError> {
        let binding = Binding {
            meta,
            language,
            keeps_size: true,
            flip,
        };
        self.bound(pieces, leaves, &binding)
    }

    /// The same of sheets, each of which is a page.
    pub(super) fn pages(
        mut self,
        sheets: &[Sheet<'_>],
        binding: &Binding<'_>,
    ) -> Result<Vec<u8>, CardError> {
        sheets.iter().for_each(|sheet| self.fonts.learn(sheet));
        let inked = sheets
            .iter()
            .map(|sheet| self.inked(sheet))
            .collect::<Result<_, CardError>>()?;
        let pages = sheets.iter().enumerate();
        let leaves: Vec<Leaf> = pages
            .map(|(place, sheet)| Leaf::filled(place, (sheet.width, sheet.height)))
            .collect();
        self.bound(inked, &leaves, binding)
    }

    fn inked(&self, sheet: &Sheet<'_>) -> Result<Inked, CardError> {
        let mut stream = Stream::new(Dictionary::new(), content(sheet, &self.fonts)?);
        compress(&mut stream);
        Ok(Inked {
            stream,
            size: (sheet.width, sheet.height),
        })
    }

    fn bound(
        self,
        pieces: Vec<Inked>,
        leaves: &[Leaf],
        binding: &Binding<'_>,
    ) -> Result<Vec<u8>, CardError> {
        let mut document = self.document(binding.meta)?;
        impose(&mut document, pieces, leaves)?;
        finish(document, binding)
    }

    /// A document with the fonts, and one page that shows every glyph of them.
    fn document(&self, meta: &PdfMeta) -> Result<Document, CardError> {
        let mut document = PdfDocument::new(&meta.title);
        document.metadata.info.author = meta.author.clone();
        document.metadata.info.producer = "regards".to_owned();
        let mut ops = vec![Op::StartTextSection];
        for used in self.fonts.all() {
            let id = FontId(used.face.lettering.name().to_owned());
            ops.push(Op::SetFont {
                font: PdfFontHandle::External(id.clone()),
                size: Pt(1.0),
            });
            ops.push(specimen(used));
            let font = PdfFont::new(pdf_font(used, used.subset()?));
            document.resources.fonts.map.insert(id, font);
        }
        ops.push(Op::EndTextSection);
        let whole = Rect::from_wh(Pt(1.0), Pt(1.0));
        document.pages = vec![PdfPage {
            media_box: whole.clone(),
            trim_box: whole.clone(),
            crop_box: whole,
            ops,
        }];
        // The writer notes, among warnings, what it had to leave out; nothing of ours may be.
        let mut warnings = Vec::new();
        Ok(document.to_lopdf_document(&PdfSaveOptions::default(), &mut warnings))
    }
}

/// Every glyph once, with its text; of these printpdf makes the fonts' widths and texts.
fn specimen(used: &FontUse) -> Op {
    let glyphs = used.glyphs().filter_map(|glyph| {
        Some(Codepoint {
            gid: used.number(glyph)?,
            offset: 0.0,
            cid: Some(used.texts.of(glyph).to_owned()),
        })
    });
    Op::ShowText {
        items: vec![TextItem::GlyphIds(
            glyphs.filter(|shown| shown.gid != 0).collect(),
        )],
    }
}

/// The font as printpdf wants it, with the glyphs' new numbers.
fn pdf_font(used: &FontUse, subset: Subset) -> ParsedFont {
    let metrics = used.face.metrics;
    let units_per_em = metrics.units_per_em as u16;
    let widths = used.glyphs().map(|glyph| used.face.width(glyph) as u16);
    let [x_min, y_min, x_max, y_max] = metrics.bounds.map(|edge| edge as i16);
    ParsedFont {
        original_bytes: subset.bytes,
        font_index: 0,
        font_name: Some(subset.name),
        codepoint_to_glyph: BTreeMap::new(),
        glyph_widths: (0..).zip(widths).collect(),
        units_per_em,
        font_metrics: FontMetrics {
            ascent: metrics.ascender as i16,
            descent: metrics.descender as i16,
        },
        font_type: FontType::TrueType,
        pdf_font_metrics: PdfFontMetricsStub {
            units_per_em,
            x_min,
            y_min,
            x_max,
            y_max,
            us_weight_class: 400,
            ..PdfFontMetricsStub::default()
        },
    }
}
