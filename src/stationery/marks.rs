//! Crop marks: where to cut.

use super::sheet::Cell;
use crate::card::Stroke;

/// The length of a mark in pt: 5 mm.
const LENGTH: f32 = 14.2;
/// The thickness of a mark in pt: a hairline that every printer shows.
const WIDTH: f32 = 0.25;
/// What touches is not yet on it. Unit: pt.
const NEAR: f32 = 0.1;

/// The marks around the cells that hold a card: at each corner, along both edges, beyond the bleed.
///
/// A mark that would run over another card is left out; the card at the other end of that cut has
/// its own.
pub(super) fn crop_marks(filled: &[Cell], bleed: f32) -> Vec<Stroke> {
    let mut strokes = Vec::new();
    for cell in filled {
        let across = [(cell.x, -1.0), (cell.right(), 1.0)];
        let down = [(cell.y, -1.0), (cell.top(), 1.0)];
        for (x, right) in across {
            for (y, up) in down {
                let from = (x + right * bleed, y);
                strokes.push((from, (from.0 + right * LENGTH, y)));
                let from = (x, y + up * bleed);
                strokes.push((from, (x, from.1 + up * LENGTH)));
            }
        }
    }
    strokes.retain(|(from, to)| !filled.iter().any(|cell| touches(cell, bleed, *from, *to)));
    let stroke = |(from, to)| Stroke {
        from,
        to,
        width: WIDTH,
    };
    strokes.into_iter().map(stroke).collect()
}

/// Whether an upright or level line runs into a card or its bleed.
fn touches(cell: &Cell, bleed: f32, from: (f32, f32), to: (f32, f32)) -> bool {
    let around = bleed - NEAR;
    from.0.max(to.0) > cell.x - around
        && from.0.min(to.0) < cell.right() + around
        && from.1.max(to.1) > cell.y - around
        && from.1.min(to.1) < cell.top() + around
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(x: f32, y: f32) -> Cell {
        Cell {
            x,
            y,
            width: 100.0,
            height: 60.0,
        }
    }

    #[test]
    fn a_card_alone_has_eight_marks_off_its_corners() {
        let own = cell(100.0, 100.0);
        let marks = crop_marks(&[own], 9.0);
        assert_eq!(marks.len(), 8);
        for mark in &marks {
            let level = mark.from.1 == mark.to.1;
            let (at, ends) = if level {
                (mark.from.1, [100.0, 160.0])
            } else {
                (mark.from.0, [100.0, 200.0])
            };
            assert!(ends.contains(&at), "in line with an edge: {mark:?}");
            assert!(!touches(&own, 9.0, mark.from, mark.to));
        }
    }

    #[test]
    fn no_mark_runs_over_a_card_and_every_edge_keeps_some() {
        let cells = [cell(100.0, 178.0), cell(218.0, 178.0), cell(100.0, 100.0)];
        let marks = crop_marks(&cells, 9.0);
        for mark in &marks {
            for cell in &cells {
                assert!(!touches(cell, 9.0, mark.from, mark.to), "{mark:?} {cell:?}");
            }
        }
        for cell in &cells {
            for (at, level) in [
                (cell.x, false),
                (cell.right(), false),
                (cell.y, true),
                (cell.top(), true),
            ] {
                let on = |mark: &&Stroke| {
                    let found = if level {
                        (mark.from.1, mark.to.1)
                    } else {
                        (mark.from.0, mark.to.0)
                    };
                    found == (at, at)
                };
                assert!(
                    marks.iter().filter(on).count() >= 2,
                    "{at} {level}: {marks:?}"
                );
            }
        }
    }
}
