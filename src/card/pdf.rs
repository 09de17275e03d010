//! Cards and pages as a PDF, by way of printpdf.
//!
//! printpdf without its default features does not subset fonts, so the glyphs are renumbered here
//! and its font is built from the subset. It writes each width as a whole number of thousandths
//! of an em, cut off: what was cut is given back glyph by glyph. It also joins text that follows
//! on the same baseline; text is therefore only positioned where the pen is not there already.

use std::collections::BTreeMap;
use std::sync::Arc;

use printpdf::{
    Codepoint, Color, DictItem, FontId, FontMetrics, FontType, LinePoint, Op, PaintMode,
    ParsedFont, PdfDocument, PdfFont, PdfFontHandle, PdfFontMetricsStub, PdfPage, PdfSaveOptions,
    Point, Polygon, PolygonRing, Pt, Rect, Rgb, TextItem, TextMatrix, TextRenderingMode,
    WindingOrder,
};

use super::drawing::{Node, Paint, Shape};
use super::embed::{FontUse, Subset};
use super::finish::finish;
use super::fonts::Face;
use super::impose::impose;
use super::page::{GlyphRun, Line};
use super::pages::Rule;
use super::sheet::{Binding, Sheet};
use super::tracking::OUTLINE;
use super::{CardError, Ink, Lettering};

/// What a PDF says about itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PdfMeta {
    /// The title, shown in the window's frame.
    pub title: String,
    /// Who wrote the text.
    pub author: String,
}

/// Writes finished sheets as one file; the one place that knows the file format.
pub(super) trait CardWriter {
    /// Writes one page a sheet.
    fn write(&self, sheets: &[Sheet<'_>], binding: &Binding<'_>) -> Result<Vec<u8>, CardError>;
}

/// The writer in use.
pub(super) struct Printpdf;

/// A pen nearer than this to where it should be is there. Unit: pt.
const NEAR: f32 = 0.004;
/// The thickness of a rule in pt.
const RULE: f32 = 0.5;
/// The colour of a rule: lighter than what is written on it.
const RULE_INK: Ink = Ink::rgb(0x6a, 0x6a, 0x70);

impl CardWriter for Printpdf {
    fn write(&self, sheets: &[Sheet<'_>], binding: &Binding<'_>) -> Result<Vec<u8>, CardError> {
        let mut fonts = FileFonts::default();
        let pages = sheets.iter().map(|sheet| page(sheet, &mut fonts)).collect();
        let mut document = PdfDocument::new(&binding.meta.title);
        document.metadata.info.author = binding.meta.author.clone();
        document.metadata.info.producer = "regards".to_owned();
        document.pages = pages;
        for (lettering, (face, used)) in &fonts.used {
            let font = pdf_font(face, used, used.subset(face)?);
            document
                .resources
                .fonts
                .map
                .insert(font_id(*lettering), PdfFont::new(font));
        }
        // The writer notes, among warnings, what it had to leave out; nothing of ours may be.
        let mut warnings = Vec::new();
        let mut document = document.to_lopdf_document(&PdfSaveOptions::default(), &mut warnings);
        if let Some(leaves) = binding.leaves {
            impose(&mut document, leaves)?;
        }
        finish(document, binding)
    }
}

/// The fonts of one file and what has been used of them.
#[derive(Default)]
struct FileFonts {
    used: BTreeMap<Lettering, (Arc<Face>, FontUse)>,
}

impl FileFonts {
    fn of(&mut self, face: &Arc<Face>) -> &mut FontUse {
        let new = || (Arc::clone(face), FontUse::new());
        &mut self.used.entry(face.lettering).or_insert_with(new).1
    }
}

fn font_id(lettering: Lettering) -> FontId {
    FontId(lettering.name().to_owned())
}

fn page(sheet: &Sheet<'_>, fonts: &mut FileFonts) -> PdfPage {
    let col = colour(sheet.ink);
    let mut page = PageOps {
        ops: vec![Op::SetFillColor { col: col.clone() }],
        pen: None,
    };
    page.shapes(sheet.shapes);
    if !sheet.shapes.is_empty() {
        page.ops.push(Op::SetFillColor { col: col.clone() });
    }
    page.rules(sheet.rules);
    if sheet.has_strong() {
        page.ops.push(Op::SetOutlineColor { col });
    }
    page.ops.push(Op::StartTextSection);
    for line in &sheet.lines {
        for run in &line.runs {
            page.run(sheet, line, run, fonts);
        }
    }
    page.ops.push(Op::EndTextSection);
    let whole = Rect::from_wh(Pt(sheet.width), Pt(sheet.height));
    PdfPage {
        media_box: whole.clone(),
        trim_box: whole.clone(),
        crop_box: whole,
        ops: page.ops,
    }
}

fn colour(ink: Ink) -> Color {
    let part = |value: u8| f32::from(value) / 255.0;
    Color::Rgb(Rgb {
        r: part(ink.red),
        g: part(ink.green),
        b: part(ink.blue),
        icc_profile: None,
    })
}

/// The operators of a page, and where they leave the pen.
struct PageOps {
    ops: Vec<Op>,
    pen: Option<Pen>,
}

struct Pen {
    font: Lettering,
    size: f32,
    strong: bool,
    x: f32,
    y: f32,
    turn: f32,
    spacing: f32,
}

impl PageOps {
    fn shapes(&mut self, shapes: &[Shape]) {
        let mut before: Option<&Shape> = None;
        for shape in shapes {
            if before.is_none_or(|old| old.ink != shape.ink || old.paint != shape.paint) {
                let col = colour(shape.ink);
                match shape.paint {
                    Paint::Fill => self.ops.push(Op::SetFillColor { col }),
                    Paint::Line(thickness) => {
                        self.ops.push(Op::SetOutlineColor { col });
                        let pt = Pt(thickness);
                        self.ops.push(Op::SetOutlineThickness { pt });
                    }
                }
            }
            before = Some(shape);
            match shape.paint {
                Paint::Fill => self.polygon(&shape.contours, PaintMode::Fill),
                // Only the last contour of a polygon is closed, and lines need it.
                Paint::Line(_) => {
                    let contours = shape.contours.chunks(1);
                    contours.for_each(|one| self.polygon(one, PaintMode::Stroke));
                }
            }
        }
    }

    fn polygon(&mut self, contours: &[Vec<Node>], mode: PaintMode) {
        let point = |node: &Node| LinePoint {
            p: Point {
                x: Pt(hundredths(node.x)),
                y: Pt(hundredths(node.y)),
            },
            bezier: node.is_handle,
        };
        let ring = |contour: &Vec<Node>| PolygonRing {
            points: contour.iter().map(point).collect(),
        };
        let polygon = Polygon {
            rings: contours.iter().map(ring).collect(),
            mode,
            winding_order: WindingOrder::NonZero,
        };
        self.ops.push(Op::DrawPolygon { polygon });
    }

    fn rules(&mut self, rules: &[Rule]) {
        if !rules.is_empty() {
            let col = colour(RULE_INK);
            self.ops.push(Op::SetOutlineColor { col });
            self.ops.push(Op::SetOutlineThickness { pt: Pt(RULE) });
        }
        for rule in rules {
            let end = |x: f32| LinePoint {
                p: Point {
                    x: Pt(hundredths(x)),
                    y: Pt(hundredths(rule.y)),
                },
                bezier: false,
            };
            let line = printpdf::Line {
                points: vec![end(rule.left), end(rule.right)],
                is_closed: false,
            };
            self.ops.push(Op::DrawLine { line });
        }
    }

    fn run(&mut self, sheet: &Sheet<'_>, line: &Line, run: &GlyphRun, fonts: &mut FileFonts) {
        let face = &sheet.faces[run.face];
        let used = fonts.of(face);
        let actual = used.texts.note(run, &line.text);
        self.place_pen(face.lettering, run);
        if let Some(text) = &actual {
            self.ops.push(Op::BeginMarkedContentWithProperties {
                tag: "Span".to_owned(),
                properties: actual_text(text),
            });
        }
        self.show(face, run, used);
        if actual.is_some() {
            self.ops.push(Op::EndMarkedContent);
        }
    }

    /// Moves the pen and takes another font, each only where it must.
    fn place_pen(&mut self, font: Lettering, run: &GlyphRun) {
        let old = self.pen.take();
        if !old
            .as_ref()
            .is_some_and(|pen| pen.font == font && pen.size == run.size)
        {
            let handle = PdfFontHandle::External(font_id(font));
            self.ops.push(Op::SetFont {
                font: handle,
                size: Pt(run.size),
            });
        }
        let was = old.as_ref().map(|pen| (pen.strong, pen.size));
        self.weigh(run, was.filter(|(strong, _)| *strong).map(|(_, size)| size));
        let was = old.as_ref().map_or(0.0, |pen| pen.spacing);
        if run.spacing != was {
            let multiplier = run.spacing;
            self.ops.push(Op::SetCharacterSpacing { multiplier });
        }
        let there = |pen: &Pen| {
            let near = (pen.x - run.x).abs() < NEAR && (pen.y - run.y).abs() < NEAR;
            near && pen.turn == run.turn
        };
        if !old.as_ref().is_some_and(there) {
            let (x, y) = (hundredths(run.x), hundredths(run.y));
            let matrix = if run.turn == 0.0 {
                TextMatrix::Translate(Pt(x), Pt(y))
            } else {
                // Of angles so small the cosine is 1 to within a ten-thousandth.
                TextMatrix::Raw([1.0, run.turn, -run.turn, 1.0, x, y])
            };
            self.ops.push(Op::SetTextMatrix { matrix });
        }
        self.pen = Some(Pen {
            font,
            size: run.size,
            strong: run.strong,
            x: run.x,
            y: run.y,
            turn: run.turn,
            spacing: run.spacing,
        });
    }

    /// Draws an outline around letters that are strong, for want of a heavier face; `before` is
    /// the type size of those that stand before them, where these are strong.
    fn weigh(&mut self, run: &GlyphRun, before: Option<f32>) {
        if run.strong && before != Some(run.size) {
            let pt = Pt(thousandths(run.size * OUTLINE));
            self.ops.push(Op::SetOutlineThickness { pt });
        }
        if run.strong != before.is_some() {
            let mode = if run.strong {
                TextRenderingMode::FillStroke
            } else {
                TextRenderingMode::Fill
            };
            self.ops.push(Op::SetTextRenderingMode { mode });
        }
    }

    fn show(&mut self, face: &Face, run: &GlyphRun, used: &mut FontUse) {
        let per_mille = 1000.0 / face.metrics.units_per_em;
        let mut items = Vec::new();
        let mut raised = 0;
        for glyph in &run.glyphs {
            if glyph.y_offset != raised {
                self.show_items(&mut items);
                let rise = glyph.y_offset as f32 / face.metrics.units_per_em * run.size;
                self.ops.push(Op::SetLineOffset { multiplier: rise });
                raised = glyph.y_offset;
            }
            let shift = glyph.x_offset as f32 * per_mille;
            if shift != 0.0 {
                items.push(TextItem::Offset(-shift));
            }
            let natural = (width(face, glyph.id) * per_mille).trunc();
            let wanted = glyph.advance as f32 * per_mille;
            items.push(TextItem::GlyphIds(vec![Codepoint {
                gid: used.number(glyph.id),
                offset: thousandths(natural - wanted + shift),
                cid: Some(used.texts.of(glyph.id).to_owned()),
            }]));
            if let Some(pen) = &mut self.pen {
                let on = glyph.advance as f32 / face.metrics.units_per_em * run.size + run.spacing;
                pen.x += on;
                pen.y += on * run.turn;
            }
        }
        self.show_items(&mut items);
        if raised != 0 {
            self.ops.push(Op::SetLineOffset { multiplier: 0.0 });
        }
    }

    fn show_items(&mut self, items: &mut Vec<TextItem>) {
        if !items.is_empty() {
            self.ops.push(Op::ShowText {
                items: std::mem::take(items),
            });
        }
    }
}

/// The property list of a span that says its text itself, in UTF-16 with a byte order mark.
fn actual_text(text: &str) -> DictItem {
    let units = std::iter::once(0xfeff).chain(text.encode_utf16());
    let data = units.flat_map(u16::to_be_bytes).collect();
    let text = DictItem::String {
        data,
        literal: false,
    };
    DictItem::Dict {
        map: BTreeMap::from([("ActualText".to_owned(), text)]),
    }
}

/// The font as printpdf wants it, with the glyphs' new numbers.
fn pdf_font(face: &Face, used: &FontUse, subset: Subset) -> ParsedFont {
    let metrics = face.metrics;
    let units_per_em = metrics.units_per_em as u16;
    let widths = used.glyphs().map(|glyph| width(face, glyph) as u16);
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

/// The advance that the font file states for a glyph, in units of the face.
fn width(face: &Face, glyph: u16) -> f32 {
    let glyph = harfrust::GlyphId::from(glyph);
    face.font.glyph_metrics().h_advance(glyph)
}

/// A hundredth of a point is finer than any printer.
fn hundredths(value: f32) -> f32 {
    (value * 100.0).round() / 100.0
}

fn thousandths(value: f32) -> f32 {
    (value * 1000.0).round() / 1000.0
}
