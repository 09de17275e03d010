//! What is drawn on a card rather than written: rules, frames, outlines.

use super::Ink;

/// A shape of one or more closed contours. A line is a contour there and back.
#[derive(Debug, Clone, PartialEq)]
pub struct Shape {
    /// The contours; where several are filled, a contour inside another is a hole.
    pub contours: Vec<Vec<Node>>,
    /// How it is painted.
    pub paint: Paint,
    /// Its colour.
    pub ink: Ink,
}

/// A point of a contour, in pt from the lower left corner, upwards.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Node {
    /// How far from the left edge.
    pub x: f32,
    /// How far from the lower edge.
    pub y: f32,
    /// Whether it is one of the two points between nodes that a cubic Bézier curve is drawn towards.
    pub is_handle: bool,
}

/// How a shape is painted.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Paint {
    /// Filled.
    Fill,
    /// A line along each contour, of this thickness in pt.
    Line(f32),
}

/// How far a handle is from its end of a quarter of a circle whose radius is 1.
const QUARTER: f32 = 0.552_284_8;

impl Node {
    /// A point that the contour goes through.
    pub const fn at(x: f32, y: f32) -> Self {
        Self {
            x,
            y,
            is_handle: false,
        }
    }

    /// A point that a curve is drawn towards.
    pub const fn handle(x: f32, y: f32) -> Self {
        Self {
            x,
            y,
            is_handle: true,
        }
    }
}

impl Shape {
    /// A straight line between two points.
    pub fn line(from: (f32, f32), to: (f32, f32), thickness: f32, ink: Ink) -> Self {
        Self {
            contours: vec![vec![Node::at(from.0, from.1), Node::at(to.0, to.1)]],
            paint: Paint::Line(thickness),
            ink,
        }
    }

    /// A rectangle by its lower left and its upper right corner.
    pub fn rectangle(from: (f32, f32), to: (f32, f32), thickness: f32, ink: Ink) -> Self {
        let corners = [
            (from.0, from.1),
            (to.0, from.1),
            (to.0, to.1),
            (from.0, to.1),
        ];
        Self {
            contours: vec![corners.map(|(x, y)| Node::at(x, y)).to_vec()],
            paint: Paint::Line(thickness),
            ink,
        }
    }

    /// A circle.
    pub fn circle((x, y): (f32, f32), radius: f32, thickness: f32, ink: Ink) -> Self {
        let (r, k) = (radius, radius * QUARTER);
        let node = |dx: f32, dy: f32| Node::at(x + dx, y + dy);
        let handle = |dx: f32, dy: f32| Node::handle(x + dx, y + dy);
        let contour = vec![
            node(r, 0.0),
            handle(r, k),
            handle(k, r),
            node(0.0, r),
            handle(-k, r),
            handle(-r, k),
            node(-r, 0.0),
            handle(-r, -k),
            handle(-k, -r),
            node(0.0, -r),
            handle(k, -r),
            handle(r, -k),
            node(r, 0.0),
        ];
        Self {
            contours: vec![contour],
            paint: Paint::Line(thickness),
            ink,
        }
    }
}
