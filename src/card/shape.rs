//! Words to glyphs: the whole passage once, to measure it, and each final line once more, because
//! a letter at the end of a line may take another form than in its midst.

use std::ops::Range;
use std::sync::Arc;

use harfrust::{
    Buffer, BufferFlags, Direction, GlyphExtents, GlyphId, Script, ShapeOptions, ShapePlan,
    ShaperFont, shape,
};

use super::CardError;
use super::bidi::Levels;
use super::fonts::Face;
use super::items::{Item, items, within};

/// A box in some unit: left, bottom, right, top.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Ink {
    pub left: f32,
    pub bottom: f32,
    pub right: f32,
    pub top: f32,
}

/// A glyph in the units of its face, relative to where the pen stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct ShapedGlyph {
    pub id: u16,
    pub advance: i32,
    pub x_offset: i32,
    pub y_offset: i32,
    /// The byte of the passage at which the glyph's cluster begins.
    pub cluster: usize,
    /// The ink of the glyph itself, from its own origin; `None` for a space.
    pub ink: Option<[i32; 4]>,
}

/// Glyphs of one face in one direction, from left to right.
#[derive(Debug, Clone)]
pub(super) struct ShapedRun {
    /// The place of the face in the chain.
    pub face: usize,
    /// Bytes of the passage.
    pub range: Range<usize>,
    pub rtl: bool,
    pub glyphs: Vec<ShapedGlyph>,
}

/// A cluster as far as it takes room. Unit: the em of the wanted face.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cell {
    /// The byte of the passage at which it begins.
    pub start: usize,
    pub advance: f32,
    /// Its ink, from where the pen stood before it.
    pub ink: Option<Ink>,
}

/// A passage that has been shaped as one line of any length.
pub(super) struct Shaped<'t> {
    pub text: &'t str,
    /// The clusters in the order of reading.
    pub cells: Vec<Cell>,
    levels: Levels<'t>,
    items: Vec<Item>,
}

impl Shaped<'_> {
    /// How far the pen comes before the byte `at`, in ems.
    pub fn advance_to(&self, at: usize) -> f32 {
        let before = self.cells.iter().filter(|cell| cell.start < at);
        before.map(|cell| cell.advance).sum()
    }
}

/// A chain of faces with what it takes to shape with them.
pub(super) struct Shaper<'f> {
    chain: &'f [Arc<Face>],
    fonts: Vec<ShaperFont<'f, 'f>>,
    scales: Vec<f32>,
    /// The plans made so far, by face, direction and script; a text that goes to and fro between
    /// two scripts would make each anew at every turn.
    plans: Vec<((usize, bool, Script), ShapePlan)>,
    buffer: Buffer,
}

impl<'f> Shaper<'f> {
    pub fn new(chain: &'f [Arc<Face>]) -> Self {
        let wanted = chain.first();
        let scale = |face: &Arc<Face>| wanted.map_or(1.0, |wanted| face.scale_to_match(wanted));
        Self {
            chain,
            fonts: chain.iter().map(|face| face.shaper()).collect(),
            scales: chain.iter().map(scale).collect(),
            plans: Vec::new(),
            buffer: Buffer::new(),
        }
    }

    /// The type size of a face of the chain as a part of the wanted face's.
    pub fn scale(&self, face: usize) -> f32 {
        self.scales[face]
    }

    /// A face's own unit as a part of the wanted face's em.
    pub fn unit(&self, face: usize) -> f32 {
        self.scales[face] / self.chain[face].metrics.units_per_em
    }

    /// Shapes a passage to be measured.
    pub fn passage<'t>(&mut self, text: &'t str) -> Result<Shaped<'t>, CardError> {
        let levels = Levels::of(text);
        let items = items(text, &levels, self.chain)?;
        let mut cells: Vec<Cell> = Vec::with_capacity(text.len());
        for item in &items {
            let glyphs = self.shape(text, item, item.range.clone());
            let unit = self.unit(item.face);
            let from = cells.len();
            for glyph in &glyphs {
                if glyph.id == 0 {
                    return Err(missing(text, glyph.cluster));
                }
                match cells[from..].last_mut() {
                    Some(cell) if cell.start == glyph.cluster => cell.add(glyph, unit),
                    _ => cells.push(Cell::of(glyph, unit)),
                }
            }
            if item.rtl {
                cells[from..].reverse();
            }
        }
        Ok(Shaped {
            text,
            cells,
            levels,
            items,
        })
    }

    /// Shapes a final line: its runs from left to right.
    pub fn line(&mut self, shaped: &Shaped<'_>, line: Range<usize>) -> Vec<ShapedRun> {
        let mut runs = Vec::new();
        for part in shaped.levels.visual(line) {
            let mut placed: Vec<ShapedRun> = within(&shaped.items, part.range)
                .map(|(item, range)| ShapedRun {
                    face: item.face,
                    rtl: item.rtl,
                    glyphs: self.shape(shaped.text, item, range.clone()),
                    range,
                })
                .collect();
            if part.rtl {
                placed.reverse();
            }
            runs.append(&mut placed);
        }
        runs
    }

    fn shape(&mut self, text: &str, item: &Item, range: Range<usize>) -> Vec<ShapedGlyph> {
        let face = &self.chain[item.face];
        let font = &self.fonts[item.face];
        let direction = if item.rtl {
            Direction::RightToLeft
        } else {
            Direction::LeftToRight
        };
        let key = (item.face, item.rtl, item.script);
        let plan = if item.script == Script::LATIN && !item.rtl {
            face.latin_plan()
        } else {
            let known = self.plans.iter().position(|(of, _)| *of == key);
            let place = known.unwrap_or_else(|| {
                let plan = ShapePlan::new(&face.font, direction, Some(item.script), None, &[]);
                self.plans.push((key, plan));
                self.plans.len() - 1
            });
            &self.plans[place].1
        };
        let buffer = &mut self.buffer;
        buffer.clear();
        buffer.set_flags(BufferFlags::REMOVE_DEFAULT_IGNORABLES);
        for (place, character) in text[range.clone()].char_indices() {
            buffer.push(u32::from(character), (range.start + place) as u32);
        }
        buffer.set_direction(direction);
        buffer.set_script(Some(item.script));
        let options = ShapeOptions::new().plan(Some(plan));
        // The library refuses only a buffer that holds glyphs already (it was cleared above) or
        // one whose direction or script is not the plan's; both were just made from one item.
        shape(font, buffer, options).expect("the plan is of the buffer's direction and script");
        let glyphs = buffer.glyph_infos().iter().zip(buffer.glyph_positions());
        glyphs
            .map(|(info, position)| ShapedGlyph {
                id: u16::try_from(info.glyph_id).unwrap_or(0),
                advance: position.x_advance,
                x_offset: position.x_offset,
                y_offset: position.y_offset,
                cluster: info.cluster as usize,
                ink: font
                    .glyph_extents(GlyphId::new(info.glyph_id))
                    .and_then(edges),
            })
            .collect()
    }
}

impl Cell {
    fn of(glyph: &ShapedGlyph, unit: f32) -> Self {
        let mut cell = Self {
            start: glyph.cluster,
            advance: 0.0,
            ink: None,
        };
        cell.add(glyph, unit);
        cell
    }

    fn add(&mut self, glyph: &ShapedGlyph, unit: f32) {
        if let Some(ink) = glyph.ink_at(self.advance / unit) {
            let ink = ink.scaled(unit);
            self.ink = Some(self.ink.map_or(ink, |own| own.joined(ink)));
        }
        self.advance += glyph.advance as f32 * unit;
    }
}

impl ShapedGlyph {
    /// The ink when the pen stands at `x` on the baseline, in units of the face.
    pub fn ink_at(&self, x: f32) -> Option<Ink> {
        let (dx, dy) = (x + self.x_offset as f32, self.y_offset as f32);
        self.ink.map(|[left, bottom, right, top]| Ink {
            left: dx + left as f32,
            bottom: dy + bottom as f32,
            right: dx + right as f32,
            top: dy + top as f32,
        })
    }
}

impl Ink {
    pub fn joined(self, other: Self) -> Self {
        Self {
            left: self.left.min(other.left),
            bottom: self.bottom.min(other.bottom),
            right: self.right.max(other.right),
            top: self.top.max(other.top),
        }
    }

    pub fn scaled(self, by: f32) -> Self {
        Self {
            left: self.left * by,
            bottom: self.bottom * by,
            right: self.right * by,
            top: self.top * by,
        }
    }
}

fn edges(extents: GlyphExtents) -> Option<[i32; 4]> {
    let GlyphExtents {
        x_bearing,
        y_bearing,
        width,
        height,
    } = extents;
    let has_ink = width != 0 && height != 0;
    has_ink.then(|| [x_bearing, y_bearing + height, x_bearing + width, y_bearing])
}

/// The last line of defence; coverage has already refused what no face has.
fn missing(text: &str, at: usize) -> CardError {
    let is_space = |c: char| c == ' ';
    let start = text[..at].rfind(is_space).map_or(0, |space| space + 1);
    let end = text[at..]
        .find(is_space)
        .map_or(text.len(), |space| at + space);
    CardError::NoGlyph {
        character: text[at..]
            .chars()
            .next()
            .map(String::from)
            .unwrap_or_default(),
        word: text[start..end].to_owned(),
    }
}
