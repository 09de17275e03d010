//! A page to test the printer with.

use super::StationeryError;
use super::figures::MM;
use super::place::Feed;
use super::sheet::{Cell, Grid};
use crate::card::{Align, Block, Fonts, Ink, Inscription, Leaf, Lettering, Placed, Stroke, Turn};

/// The length of the ruler: it fits into a label.
const RULER: f32 = 50.0 * MM;
/// The thickness of all lines in pt.
const WIDTH: f32 = 0.4;

/// A page with a frame around each place of a sheet, the places' numbers, and a ruler of 50 mm in
/// the first.
///
/// # Errors
///
/// [`StationeryError::Card`] where the fonts have no figures.
pub fn calibration(
    grid: &Grid,
    feed: Feed,
    fonts: &Fonts,
) -> Result<(Block, Leaf), StationeryError> {
    let mut inscriptions = Vec::new();
    let mut strokes = Vec::new();
    for (place, cell) in grid.cells.iter().enumerate() {
        let (x, y) = (cell.x + cell.width / 2.0, cell.y + cell.height / 2.0);
        let size = (cell.height * 0.28).min(36.0);
        inscriptions.push(Inscription {
            text: (place + 1).to_string(),
            x,
            baseline: y,
            size,
            align: Align::Middle,
        });
        strokes.extend(frame(cell));
        if place == 0 {
            let baseline = y - size * 0.45;
            strokes.extend(ruler(x - RULER / 2.0, baseline));
            inscriptions.push(Inscription {
                text: "50 mm".to_owned(),
                x,
                baseline: baseline - 11.0,
                size: 9.0,
                align: Align::Middle,
            });
        }
    }
    let block = Block::set(
        grid.page,
        &inscriptions,
        Lettering::EbGaramond,
        Ink::BLACK,
        fonts,
    )?;
    let (right, down) = feed.shift;
    for stroke in &mut strokes {
        for end in [&mut stroke.from, &mut stroke.to] {
            *end = (end.0 + right, end.1 - down);
        }
    }
    let (width, height) = grid.page;
    let placed = vec![Placed {
        piece: 0,
        x: right,
        y: -down,
        turn: Turn::Upright,
    }];
    Ok((
        block,
        Leaf {
            width,
            height,
            placed,
            strokes,
            bookmark: None,
        },
    ))
}

fn frame(cell: &Cell) -> [Stroke; 4] {
    let (left, low, right, high) = (cell.x, cell.y, cell.right(), cell.top());
    [
        line((left, low), (right, low)),
        line((right, low), (right, high)),
        line((right, high), (left, high)),
        line((left, high), (left, low)),
    ]
}

/// A ruler with a tick every millimetre, longer ones every five.
fn ruler(x: f32, y: f32) -> impl Iterator<Item = Stroke> {
    let ticks = (0_u8..=50).map(move |tick| {
        let at = x + f32::from(tick) * MM;
        let length = if tick % 10 == 0 {
            6.0
        } else if tick % 5 == 0 {
            4.5
        } else {
            3.0
        };
        line((at, y), (at, y + length))
    });
    ticks.chain([line((x, y), (x + RULER, y))])
}

fn line(from: (f32, f32), to: (f32, f32)) -> Stroke {
    Stroke {
        from,
        to,
        width: WIDTH,
    }
}
