//! What stands on a sheet as the bytes of a content stream.
//!
//! printpdf keeps some ten objects for every glyph until the file is saved; a card is therefore
//! written as it goes into the file. printpdf cuts each width off to a whole number of thousandths
//! of an em, and what was cut is given back between the glyphs, as soon as it is half of one.

use super::drawing::{Node, Paint, Shape};
use super::embed::{FileFonts, FontUse};
use super::fonts::Face;
use super::operators::{Operators, Places};
use super::page::{GlyphRun, Line};
use super::pages::Rule;
use super::sheet::Sheet;
use super::tracking::OUTLINE;
use super::{CardError, Ink, Lettering};

/// A pen nearer than this to where it should be is there. Unit: pt.
const NEAR: f32 = 0.004;
/// The thickness of a rule in pt.
const RULE: f32 = 0.5;
/// The colour of a rule: lighter than what is written on it.
const RULE_INK: Ink = Ink::rgb(0x6a, 0x6a, 0x70);
/// A hundredth of a point is finer than any printer.
const STRAIGHT: Places = Places::Two;
/// Nobody sees by a twentieth of a point where a word stands that is moved by more than that.
const MOVED: Places = Places::One;

/// Writes a sheet whose glyphs the fonts have learnt.
pub(super) fn content(sheet: &Sheet<'_>, fonts: &FileFonts) -> Result<Vec<u8>, CardError> {
    let mut page = PageContent {
        out: Operators::default(),
        pen: None,
        // A page begins upright, at its lower left corner.
        origin: Some((0, 0)),
    };
    page.shapes(sheet.shapes);
    page.rules(sheet.rules);
    page.colour(sheet.ink, "rg");
    if sheet.has_strong() {
        page.colour(sheet.ink, "RG");
    }
    page.out.operator("BT");
    for line in &sheet.lines {
        for run in &line.runs {
            page.run(sheet, line, run, fonts)?;
        }
    }
    page.out.operator("ET");
    Ok(page.out.bytes())
}

/// The operators of a page, and where they leave the pen.
struct PageContent {
    out: Operators,
    pen: Option<Pen>,
    /// Where the last move of an upright pen began, in hundredths of a point: the next one is
    /// relative to it. `None` where the pen was turned.
    origin: Option<(i64, i64)>,
}

struct Pen {
    font: Lettering,
    size: f32,
    strong: bool,
    x: f32,
    y: f32,
    turn: f32,
    spacing: f32,
    /// How far the pen in the file is behind, in thousandths of an em.
    behind: f32,
}

impl PageContent {
    fn colour(&mut self, ink: Ink, name: &str) {
        let part = |value: u8| (f32::from(value) / 255.0, Places::Three);
        let parts = [part(ink.red), part(ink.green), part(ink.blue)];
        self.out.numbers(&parts, name);
    }

    fn shapes(&mut self, shapes: &[Shape]) {
        let mut before: Option<&Shape> = None;
        for shape in shapes {
            if before.is_none_or(|old| old.ink != shape.ink || old.paint != shape.paint) {
                match shape.paint {
                    Paint::Fill => self.colour(shape.ink, "rg"),
                    Paint::Line(thickness) => {
                        self.colour(shape.ink, "RG");
                        self.out.numbers(&[(thickness, Places::Three)], "w");
                    }
                }
            }
            before = Some(shape);
            for contour in &shape.contours {
                self.contour(contour);
                if let Paint::Line(_) = shape.paint {
                    self.out.operator("S");
                }
            }
            // One path, so that a contour inside another is a hole.
            if shape.paint == Paint::Fill {
                self.out.operator("f");
            }
        }
    }

    /// A closed contour. Handles come in pairs, with the end of their curve behind them.
    fn contour(&mut self, nodes: &[Node]) {
        let Some((first, rest)) = nodes.split_first() else {
            return;
        };
        self.points(&[first], "m");
        let mut rest = rest;
        while let [node, after @ ..] = rest {
            match rest {
                [one, two, end, after @ ..] if one.is_handle && two.is_handle => {
                    self.points(&[one, two, end], "c");
                    rest = after;
                }
                _ => {
                    self.points(&[node], "l");
                    rest = after;
                }
            }
        }
        self.out.operator("h");
    }

    fn points(&mut self, nodes: &[&Node], name: &str) {
        let numbers = nodes.iter().flat_map(|node| [node.x, node.y]);
        let numbers: Vec<_> = numbers.map(|number| (number, STRAIGHT)).collect();
        self.out.numbers(&numbers, name);
    }

    fn rules(&mut self, rules: &[Rule]) {
        if !rules.is_empty() {
            self.colour(RULE_INK, "RG");
            self.out.numbers(&[(RULE, Places::Three)], "w");
        }
        for rule in rules {
            self.points(&[&Node::at(rule.left, rule.y)], "m");
            self.points(&[&Node::at(rule.right, rule.y)], "l");
            self.out.operator("S");
        }
    }

    fn run(
        &mut self,
        sheet: &Sheet<'_>,
        line: &Line,
        run: &GlyphRun,
        fonts: &FileFonts,
    ) -> Result<(), CardError> {
        let face = &sheet.faces[run.face];
        let used = fonts.of(face.lettering).ok_or_else(unknown)?;
        self.place_pen(face.lettering, run);
        let actual = used.texts.actual(run, &line.text);
        if let Some(text) = &actual {
            self.out.begin_span(text);
        }
        self.show(face, run, used)?;
        if actual.is_some() {
            self.out.operator("EMC");
        }
        Ok(())
    }

    /// Moves the pen and takes another font, each only where it must.
    fn place_pen(&mut self, font: Lettering, run: &GlyphRun) {
        let old = self.pen.take();
        if !old
            .as_ref()
            .is_some_and(|pen| pen.font == font && pen.size == run.size)
        {
            self.out.font(font.name(), run.size);
        }
        let was = old.as_ref().map(|pen| (pen.strong, pen.size));
        self.weigh(run, was.filter(|(strong, _)| *strong).map(|(_, size)| size));
        let was = old.as_ref().map_or(0.0, |pen| pen.spacing);
        if run.spacing != was {
            self.out.numbers(&[(run.spacing, Places::Three)], "Tc");
        }
        let there = old.as_ref().filter(|pen| {
            let near = (pen.x - run.x).abs() < NEAR && (pen.y - run.y).abs() < NEAR;
            near && pen.turn == run.turn
        });
        let behind = match there {
            Some(pen) => pen.behind * pen.size / run.size,
            None => {
                self.move_pen(run);
                0.0
            }
        };
        self.pen = Some(Pen {
            font,
            size: run.size,
            strong: run.strong,
            x: run.x,
            y: run.y,
            turn: run.turn,
            spacing: run.spacing,
            behind,
        });
    }

    fn move_pen(&mut self, run: &GlyphRun) {
        let place = |value: f32| (f64::from(value) * STRAIGHT.scale() as f64).round() as i64;
        let to = (place(run.x), place(run.y));
        if run.turn != 0.0 {
            // Of angles so small the cosine is 1 to within a ten-thousandth.
            let [one, turn, back] = [1.0, run.turn, -run.turn].map(|part| (part, Places::Three));
            let (x, y) = ((run.x, MOVED), (run.y, MOVED));
            self.out.numbers(&[one, turn, back, one, x, y], "Tm");
            self.origin = None;
            return;
        }
        match self.origin {
            Some(from) => {
                let apart = |to: i64, from: i64| (to - from) as f32 / STRAIGHT.scale() as f32;
                let by = [apart(to.0, from.0), apart(to.1, from.1)].map(|part| (part, STRAIGHT));
                self.out.numbers(&by, "Td");
            }
            None => {
                let [one, none] = [1.0, 0.0].map(|part| (part, Places::None));
                let (x, y) = ((run.x, STRAIGHT), (run.y, STRAIGHT));
                self.out.numbers(&[one, none, none, one, x, y], "Tm");
            }
        }
        self.origin = Some(to);
    }

    /// Draws an outline around letters that are strong, for want of a heavier face; `before` is
    /// the type size of those that stand before them, where these are strong.
    fn weigh(&mut self, run: &GlyphRun, before: Option<f32>) {
        if run.strong && before != Some(run.size) {
            self.out
                .numbers(&[(run.size * OUTLINE, Places::Three)], "w");
        }
        if run.strong != before.is_some() {
            // Filled and outlined, or filled.
            self.out.operator(if run.strong { "2 Tr" } else { "0 Tr" });
        }
    }

    fn show(&mut self, face: &Face, run: &GlyphRun, used: &FontUse) -> Result<(), CardError> {
        let units_per_em = face.metrics.units_per_em;
        let per_mille = 1000.0 / units_per_em;
        let mut raised = 0;
        for glyph in &run.glyphs {
            if glyph.y_offset != raised {
                let rise = glyph.y_offset as f32 / units_per_em * run.size;
                self.out.numbers(&[(rise, Places::Three)], "Ts");
                raised = glyph.y_offset;
            }
            let Some(pen) = &mut self.pen else { continue };
            let shift = glyph.x_offset as f32 * per_mille;
            let wanted = glyph.advance as f32 * per_mille;
            let natural = (face.width(glyph.id) * per_mille).trunc();
            let before = (pen.behind + shift).round();
            if before != 0.0 {
                self.out.advance(before);
            }
            self.out.glyph(used.number(glyph.id).ok_or_else(unknown)?);
            // The offset moves the glyph, and not the pen.
            pen.behind += wanted - natural - before;
            let on = glyph.advance as f32 / units_per_em * run.size + run.spacing;
            pen.x += on;
            pen.y += on * run.turn;
        }
        if raised != 0 {
            self.out.operator("0 Ts");
        }
        Ok(())
    }
}

/// A mistake of this program, not of its user.
fn unknown() -> CardError {
    CardError::Pdf {
        reason: "a glyph is shown that the file's fonts have not learnt".to_owned(),
    }
}
