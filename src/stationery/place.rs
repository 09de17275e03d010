//! Imposition: which piece stands in which place of which sheet, front and back.

use super::StationeryError;
use super::layout::Layout;
use super::marks::crop_marks;
use super::sheet::{Cell, Grid};
use crate::card::{Flip, Leaf, Turn};

/// How the paper lies in the printer.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Feed {
    /// The first place of the first sheet that is still free, counted from 1.
    pub start: usize,
    /// How far to move everything to the right and down, for a printer that is off. Unit: pt.
    pub shift: (f32, f32),
    /// How the printer turns the paper for the backs.
    pub flip: Flip,
}

/// What is to be printed: sheets of some kind, for cards of some layout.
#[derive(Debug, Clone, Copy)]
pub struct Stack<'a> {
    /// The places of a sheet.
    pub grid: &'a Grid,
    /// What a card is.
    pub layout: &'a Layout,
    /// How the paper is fed.
    pub feed: Feed,
}

impl Default for Feed {
    fn default() -> Self {
        Self {
            start: 1,
            shift: (0.0, 0.0),
            flip: Flip::default(),
        }
    }
}

impl Feed {
    /// Whether the sheet has the place at which to begin.
    ///
    /// # Errors
    ///
    /// [`StationeryError::Start`] where it has not.
    pub fn check(&self, grid: &Grid, sheet: &str) -> Result<(), StationeryError> {
        let cells = grid.cells.len();
        if (1..=cells).contains(&self.start) {
            return Ok(());
        }
        let sheet = sheet.to_owned();
        Err(StationeryError::Start {
            start: self.start,
            cells,
            sheet,
        })
    }
}

/// Puts cards on sheets: for each a front and, if it is folded, what stands inside, as places among
/// the pieces of a file.
///
/// Where cards have an inside, every sheet is two leaves, front and back, and what is inside comes
/// to lie behind its front when the printer turns the sheet as the feed says.
pub fn impose(stack: &Stack<'_>, cards: &[(usize, Option<usize>)]) -> Vec<Leaf> {
    let Stack { grid, layout, feed } = *stack;
    let mut leaves = Vec::new();
    let mut rest = cards;
    let mut first = feed.start.saturating_sub(1).min(grid.cells.len());
    while !rest.is_empty() && !grid.cells.is_empty() {
        let (own, later) = rest.split_at(rest.len().min(grid.cells.len() - first));
        let cells = &grid.cells[first..first + own.len()];
        (rest, first) = (later, 0);
        if own.is_empty() {
            continue;
        }
        let mut front = blank(grid);
        for (cell, (piece, _)) in cells.iter().zip(own) {
            front
                .placed
                .push(layout.put(*piece, &layout.front, cell, grid.turn));
        }
        if let Some(bleed) = grid.bleed {
            front.strokes = crop_marks(cells, bleed);
        }
        leaves.push(moved(front, feed.shift));
        if let Some(inside) = &layout.inside {
            let mut back = blank(grid);
            for (cell, (_, piece)) in cells.iter().zip(own) {
                let Some(piece) = piece else { continue };
                let (cell, turn) = behind(cell, grid, feed.flip);
                back.placed.push(layout.put(*piece, inside, &cell, turn));
            }
            leaves.push(moved(back, feed.shift));
        }
    }
    leaves
}

/// Where, on the page of the backs, a cell of the fronts is, and how things are turned there.
///
/// Paper that is turned around its upright edge mirrors columns; turned around its level edge it
/// mirrors rows and stands on its head, which is the same page turned by half a circle.
fn behind(cell: &Cell, grid: &Grid, flip: Flip) -> (Cell, Turn) {
    let (width, height) = grid.page;
    let turn = grid.turn.mirrored();
    let mirrored = Cell {
        x: width - cell.right(),
        ..*cell
    };
    let upright_edge = (height >= width) == (flip == Flip::Long);
    if upright_edge {
        return (mirrored, turn);
    }
    let around = Cell {
        x: width - mirrored.right(),
        y: height - mirrored.top(),
        ..mirrored
    };
    (around, turn.and(Turn::Around))
}

fn blank(grid: &Grid) -> Leaf {
    Leaf {
        width: grid.page.0,
        height: grid.page.1,
        placed: Vec::new(),
        strokes: Vec::new(),
        bookmark: None,
    }
}

fn moved(mut leaf: Leaf, (right, down): (f32, f32)) -> Leaf {
    for placed in &mut leaf.placed {
        placed.x += right;
        placed.y -= down;
    }
    for stroke in &mut leaf.strokes {
        for end in [&mut stroke.from, &mut stroke.to] {
            *end = (end.0 + right, end.1 - down);
        }
    }
    leaf
}

#[cfg(test)]
mod tests {
    use super::super::sheet::{Holds, SheetKind};
    use super::*;
    use crate::card::Placed;

    /// A point and where the top points, seen from the side of the fronts.
    type Seen = ((f32, f32), (i8, i8));

    const SIZES: [(f32, f32); 3] = [(306.0, 396.0), (297.6, 419.5), (432.0, 288.0)];

    fn middle(placed: &Placed, size: (f32, f32)) -> (f32, f32) {
        let (width, height) = placed.turn.size(size);
        (placed.x + width / 2.0, placed.y + height / 2.0)
    }

    fn top(turn: Turn) -> (i8, i8) {
        match turn {
            Turn::Upright => (0, 1),
            Turn::Left => (-1, 0),
            Turn::Around => (0, -1),
            Turn::Right => (1, 0),
        }
    }

    /// What is printed on a back as it is seen through the paper, by how the paper is turned and
    /// by nothing that the code above knows.
    fn through(page: (f32, f32), flip: Flip, (at, top): Seen) -> Seen {
        let longer_is_upright = page.1 >= page.0;
        let around_upright = match flip {
            Flip::Long => longer_is_upright,
            Flip::Short => !longer_is_upright,
        };
        if around_upright {
            ((page.0 - at.0, at.1), (-top.0, top.1))
        } else {
            ((at.0, page.1 - at.1), (top.0, -top.1))
        }
    }

    #[test]
    fn every_back_meets_its_front_on_every_sheet_and_with_both_flips() {
        let mut seen = 0;
        let cards: Vec<_> = (0..7).map(|card| (card, Some(100 + card))).collect();
        for size in SIZES {
            let layout = Layout::folded(size);
            let sheets = SheetKind::all()
                .iter()
                .filter(|sheet| sheet.holds == Holds::Cards);
            let grids = sheets.filter_map(|sheet| sheet.grid(layout.flat).ok());
            for grid in grids.chain([layout.alone()]) {
                for flip in [Flip::Long, Flip::Short] {
                    let start = grid.cells.len().min(2);
                    let feed = Feed {
                        start,
                        flip,
                        ..Feed::default()
                    };
                    let leaves = impose(
                        &Stack {
                            grid: &grid,
                            layout: &layout,
                            feed,
                        },
                        &cards,
                    );
                    assert_eq!(leaves.len() % 2, 0);
                    let mut met = 0;
                    for pair in leaves.chunks(2) {
                        assert_eq!(pair[0].placed.len(), pair[1].placed.len());
                        for (front, back) in pair[0].placed.iter().zip(&pair[1].placed) {
                            assert_eq!(front.piece + 100, back.piece);
                            let back = (middle(back, size), top(back.turn));
                            let (at, up) = through(grid.page, flip, back);
                            let front_at = middle(front, size);
                            let front_up = top(front.turn);
                            meets(size, (front_at, front_up), (at, up));
                            met += 1;
                        }
                    }
                    assert_eq!(met, cards.len());
                    seen += 1;
                }
            }
        }
        assert!(seen >= 16, "{seen}");
    }

    /// Whether the inside of the text lies where folding the card wants it: behind the back panel,
    /// which is left of the front of a card that opens like a book, and above the front of one that
    /// opens upwards; there the text stands on its head, since the card is opened upwards to be read.
    fn meets(size: (f32, f32), (front, up): Seen, (back, back_up): Seen) {
        let (x, y) = (f32::from(up.0), f32::from(up.1));
        let expected = if size.0 > size.1 {
            (front.0 + x * size.1, front.1 + y * size.1)
        } else {
            // Left of a thing whose top points to (x, y) is (-y, x).
            (front.0 - y * size.0, front.1 + x * size.0)
        };
        let near = |a: f32, b: f32| (a - b).abs() < 0.01;
        assert!(
            near(back.0, expected.0) && near(back.1, expected.1),
            "{back:?} {expected:?}"
        );
        let wanted = if size.0 > size.1 { (-up.0, -up.1) } else { up };
        assert_eq!(back_up, wanted);
    }

    #[test]
    fn a_sheet_in_use_is_filled_from_its_first_free_place() {
        let sheet = SheetKind::named("avery-8387", Holds::Cards).unwrap();
        let layout = Layout::plain((306.0, 396.0));
        let grid = sheet.grid(layout.flat).unwrap();
        let feed = Feed {
            start: 4,
            shift: (3.0, -2.0),
            ..Feed::default()
        };
        assert_eq!(feed.check(&grid, "x"), Ok(()));
        assert!(Feed { start: 5, ..feed }.check(&grid, "x").is_err());
        assert!(Feed { start: 0, ..feed }.check(&grid, "x").is_err());
        let stack = Stack {
            grid: &grid,
            layout: &layout,
            feed,
        };
        let leaves = impose(&stack, &[(0, None), (1, None), (2, None)]);
        let places: Vec<Vec<(usize, f32, f32)>> = leaves
            .iter()
            .map(|leaf| {
                leaf.placed
                    .iter()
                    .map(|each| (each.piece, each.x, each.y))
                    .collect()
            })
            .collect();
        // On the sheet as it is fed: 2 lie side by side, and the first is at the top left.
        let first = vec![(0, 309.0, 2.0)];
        let second = vec![(1, 3.0, 398.0), (2, 309.0, 398.0)];
        assert_eq!(places, [first, second]);
        assert!(impose(&stack, &[]).is_empty());
    }
}
