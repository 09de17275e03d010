//! The sender's initials, drawn in a ring.

use std::sync::Arc;

use harfrust::GlyphId;
use harfrust::font::glyph::outline::{DrawMemory, DrawOptions, PathElement};

use super::Ink;
use super::drawing::{Node, Paint, Shape};
use super::fonts::Face;

/// One or two initials.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Initials {
    first: Option<char>,
    last: Option<char>,
}

/// The thickness of the ring in pt.
const RING: f32 = 0.7;
/// The height of a capital as a part of the ring's radius, for one initial and for two.
const ONE: f32 = 0.96;
const TWO: f32 = 0.68;
/// How wide the letters may be as a part of the radius; wider ones, such as W and M, are smaller.
const WIDEST: f32 = 1.3;
/// Between two initials, as a part of their height.
const BETWEEN: f32 = 0.12;

impl Initials {
    /// The first letters of the first and the last word of a name, which has no title before it.
    pub fn of(name: &str) -> Self {
        let initial = |word: &str| {
            let letter = word.chars().find(|c| c.is_alphabetic())?;
            letter.to_uppercase().next()
        };
        let mut initials = name.split_whitespace().filter_map(initial);
        Self {
            first: initials.next(),
            last: initials.next_back(),
        }
    }

    /// Whether there is none.
    pub fn is_empty(self) -> bool {
        self.first.is_none()
    }

    /// The ring and the letters, each in the first of the faces that has it.
    pub(super) fn draw(
        self,
        faces: &[Arc<Face>],
        middle: (f32, f32),
        radius: f32,
        ink: Ink,
    ) -> Vec<Shape> {
        let letters: Vec<char> = self.first.into_iter().chain(self.last).collect();
        let outlines = |height: f32| -> (Vec<Outline>, f32) {
            let each = letters.iter();
            let outlines: Vec<Outline> = each
                .filter_map(|letter| Outline::of(*letter, faces, height))
                .collect();
            let gaps = outlines.len().saturating_sub(1) as f32 * BETWEEN * height;
            let wide = outlines.iter().map(|outline| outline.width).sum::<f32>() + gaps;
            (outlines, wide)
        };
        let mut height = radius * if letters.len() == 1 { ONE } else { TWO };
        let (_, wide) = outlines(height);
        height *= (WIDEST * radius / wide.max(1.0)).min(1.0);
        let (outlines, wide) = outlines(height);
        let mut x = middle.0 - wide / 2.0;
        let mut contours = Vec::new();
        for outline in outlines {
            let moved = |node: &Node| Node {
                x: node.x + x,
                y: node.y + middle.1 - height / 2.0,
                ..*node
            };
            let each = outline.contours.iter();
            contours.extend(each.map(|contour| contour.iter().map(moved).collect()));
            x += outline.width + BETWEEN * height;
        }
        let ring = Shape::circle(middle, radius, RING, ink);
        let letters = Shape {
            contours,
            paint: Paint::Fill,
            ink,
        };
        vec![ring, letters]
    }
}

/// A letter's outline, its ink beginning at the left edge and standing on the baseline.
struct Outline {
    contours: Vec<Vec<Node>>,
    width: f32,
}

impl Outline {
    /// The outline of a capital of some height, in the first face that has it.
    fn of(letter: char, faces: &[Arc<Face>], height: f32) -> Option<Self> {
        let face = faces.iter().find(|face| face.has(letter))?;
        let unit = height / face.metrics.cap_height;
        let glyph: GlyphId = face.font.charmap().map_unicode(letter)?;
        let outline = face.font.outline_glyphs().get(glyph)?;
        let mut path: Vec<PathElement> = Vec::new();
        outline
            .draw(&DrawOptions::new(), DrawMemory::Scratch, &mut path)
            .ok()?;
        let mut contours = contours(&path);
        let nodes = || contours.iter().flatten();
        let left = nodes().map(|node| node.x).fold(f32::MAX, f32::min);
        let right = nodes().map(|node| node.x).fold(f32::MIN, f32::max);
        if left > right {
            return None;
        }
        for node in contours.iter_mut().flatten() {
            (node.x, node.y) = ((node.x - left) * unit, node.y * unit);
        }
        Some(Self {
            contours,
            width: (right - left) * unit,
        })
    }
}

/// The contours of a path, with quadratic curves as the cubic ones that they are.
fn contours(path: &[PathElement]) -> Vec<Vec<Node>> {
    let mut contours: Vec<Vec<Node>> = Vec::new();
    let mut pen = (0.0, 0.0);
    for element in path {
        let between = |from: f32, to: f32| from + (to - from) * 2.0 / 3.0;
        let (nodes, to) = match *element {
            PathElement::MoveTo { x, y } => {
                contours.push(Vec::new());
                (vec![Node::at(x, y)], (x, y))
            }
            PathElement::LineTo { x, y } => (vec![Node::at(x, y)], (x, y)),
            PathElement::QuadTo { cx0, cy0, x, y } => (
                vec![
                    Node::handle(between(pen.0, cx0), between(pen.1, cy0)),
                    Node::handle(between(x, cx0), between(y, cy0)),
                    Node::at(x, y),
                ],
                (x, y),
            ),
            PathElement::CurveTo {
                cx0,
                cy0,
                cx1,
                cy1,
                x,
                y,
            } => (
                vec![
                    Node::handle(cx0, cy0),
                    Node::handle(cx1, cy1),
                    Node::at(x, y),
                ],
                (x, y),
            ),
            PathElement::Close => (Vec::new(), pen),
        };
        pen = to;
        if let Some(contour) = contours.last_mut() {
            contour.extend(nodes);
        }
    }
    contours
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_are_of_the_first_and_the_last_name() {
        for (name, first, last) in [
            ("Amara Okafor", Some('A'), Some('O')),
            ("maría josé de la cruz", Some('M'), Some('C')),
            ("Björk", Some('B'), None),
            ("Ian O'Neill-Vásquez", Some('I'), Some('O')),
            ("Ǆemal ßen", Some('Ǆ'), Some('S')),
            ("Jo 3", Some('J'), None),
            ("", None, None),
        ] {
            assert_eq!(Initials::of(name), Initials { first, last }, "{name}");
        }
    }
}
