//! Sheets that hold several cards or labels, and where each stands.

use std::sync::LazyLock;

use super::StationeryError;
use super::figures::{Record, records, shown};
use crate::card::Turn;

/// A kind of sheet, as it is sold. Unit: pt.
#[derive(Debug, Clone, PartialEq)]
pub struct SheetKind {
    /// What it is called on the command line.
    pub name: String,
    /// What it is, for people.
    pub about: String,
    /// The width and height of the paper, as it is fed.
    pub page: (f32, f32),
    /// What is printed on it.
    pub holds: Holds,
    /// What printers leave white along its edges; 0 where its margins are wider than that.
    pub keep: f32,
    /// How it is divided.
    pub division: Division,
}

/// What a sheet is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// Cards.
    Cards,
    /// Labels with addresses.
    Labels,
}

/// How a sheet is divided.
#[derive(Debug, Clone, PartialEq)]
pub enum Division {
    /// As many cards as fit, to be cut out; `bleed` is left free around each.
    Cut {
        /// How far the colour of a card may run over its edge.
        bleed: f32,
    },
    /// Cells that the sheet has already.
    Cells(Cells),
}

/// The cells of a sheet. Unit: pt.
#[derive(Debug, Clone, PartialEq)]
pub struct Cells {
    /// The width and height of one.
    pub size: (f32, f32),
    /// How many stand side by side.
    pub columns: usize,
    /// How many stand one below the other.
    pub rows: usize,
    /// The margins: left, right, top, bottom.
    pub margins: [f32; 4],
    /// The gaps between columns, and between rows.
    pub gaps: (f32, f32),
    /// Whether two that touch are one card with a fold between them, rather than two to be parted.
    pub folds: bool,
}

/// The places of a sheet for pieces of one size.
#[derive(Debug, Clone, PartialEq)]
pub struct Grid {
    /// The width and height of the paper.
    pub page: (f32, f32),
    /// The boxes, from the top left in rows; unit: pt from the lower left corner of the paper.
    pub cells: Vec<Cell>,
    /// How the pieces stand in them.
    pub turn: Turn,
    /// The bleed around each piece where it is to be cut out, with crop marks; else `None`.
    pub bleed: Option<f32>,
}

/// A place for one piece.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Cell {
    /// The left edge.
    pub x: f32,
    /// The lower edge.
    pub y: f32,
    /// The width.
    pub width: f32,
    /// The height.
    pub height: f32,
}

/// Two lengths nearer than this are the same; figures in inches and in millimetres meet. Unit: pt.
const NEAR: f32 = 0.5;

impl Holds {
    /// What such a sheet is called.
    pub(super) fn sheet(self) -> &'static str {
        match self {
            Self::Cards => "sheet",
            Self::Labels => "sheet of labels",
        }
    }
}

impl SheetKind {
    /// Every sheet that is known.
    pub fn all() -> &'static [Self] {
        static ALL: LazyLock<Vec<SheetKind>> = LazyLock::new(|| {
            let records = records(include_str!("sheets.yaml"));
            records
                .into_iter()
                .filter_map(|(name, said)| SheetKind::read(name, &said))
                .collect()
        });
        &ALL
    }

    /// Finds a sheet by its name, in either case.
    ///
    /// # Errors
    ///
    /// [`StationeryError::UnknownSheet`] lists the names that exist.
    pub fn named(name: &str, holds: Holds) -> Result<&'static Self, StationeryError> {
        let mut all = Self::all().iter().filter(|sheet| sheet.holds == holds);
        let found = all.find(|sheet| sheet.name.eq_ignore_ascii_case(name.trim()));
        let unknown = || StationeryError::UnknownSheet {
            name: name.to_owned(),
            holds,
        };
        found.ok_or_else(unknown)
    }

    fn read(name: String, said: &Record) -> Option<Self> {
        let holds = match said.text("holds")? {
            "cards" => Holds::Cards,
            "labels" => Holds::Labels,
            _ => return None,
        };
        let division = match said.length("bleed") {
            Some(bleed) => Division::Cut { bleed },
            None => Division::Cells(Cells::read(said)?),
        };
        Some(Self {
            name,
            about: said.text("about")?.to_owned(),
            page: said.size("page")?,
            holds,
            keep: said.length("keep").unwrap_or(0.0),
            division,
        })
    }

    /// The size of the cells where the sheet has them; a sheet to be cut takes any card.
    pub fn cell(&self) -> Option<(f32, f32)> {
        match &self.division {
            Division::Cut { .. } => None,
            Division::Cells(cells) => Some(cells.size),
        }
    }

    /// Whether its cards can be folded: `None` for a sheet to be cut, on which any can.
    pub fn folds(&self) -> Option<bool> {
        match &self.division {
            Division::Cut { .. } => None,
            Division::Cells(cells) => Some(cells.folds),
        }
    }

    /// The places for pieces of some size, which is that of a card laid flat.
    ///
    /// Two cells that touch make one place for a card to be folded.
    ///
    /// # Errors
    ///
    /// [`StationeryError::DoesNotFit`] where there is no place for such a piece.
    pub fn grid(&self, piece: (f32, f32)) -> Result<Grid, StationeryError> {
        let found = match &self.division {
            Division::Cut { bleed } => self.cut(piece, *bleed),
            Division::Cells(cells) => cells.joined().find_map(|cells| {
                let turn = [Turn::Upright, Turn::Left]
                    .into_iter()
                    .find(|turn| is_near(turn.size(piece), cells.size))?;
                Some(Grid {
                    page: self.page,
                    cells: cells.places(self.page),
                    turn,
                    bleed: None,
                })
            }),
        };
        found.ok_or_else(|| StationeryError::DoesNotFit {
            card: shown(piece),
            sheet: self.name.clone(),
            cell: match &self.division {
                Division::Cut { .. } => format!("less than {}", shown(self.page)),
                Division::Cells(cells) => shown(cells.size),
            },
        })
    }

    /// As many pieces as fit, upright or turned, in the middle of the sheet.
    fn cut(&self, piece: (f32, f32), bleed: f32) -> Option<Grid> {
        let fits = |turn: Turn| {
            let size = turn.size(piece);
            let around = 2.0 * bleed;
            let columns = ((self.page.0 + NEAR) / (size.0 + around)).floor() as usize;
            let rows = ((self.page.1 + NEAR) / (size.1 + around)).floor() as usize;
            (columns, rows, size, turn)
        };
        let (upright, turned) = (fits(Turn::Upright), fits(Turn::Left));
        let (columns, rows, size, turn) = if turned.0 * turned.1 > upright.0 * upright.1 {
            turned
        } else {
            upright
        };
        if columns * rows == 0 {
            return None;
        }
        let gap = 2.0 * bleed;
        let side = (self.page.0 - columns as f32 * (size.0 + gap) + gap) / 2.0;
        let end = (self.page.1 - rows as f32 * (size.1 + gap) + gap) / 2.0;
        let cells = Cells {
            size,
            columns,
            rows,
            margins: [side, side, end, end],
            gaps: (gap, gap),
            folds: false,
        };
        Some(Grid {
            page: self.page,
            cells: cells.places(self.page),
            turn,
            bleed: Some(bleed),
        })
    }
}

impl Cells {
    fn read(said: &Record) -> Option<Self> {
        let mut margins = [0.0; 4];
        for (margin, key) in margins.iter_mut().zip(["left", "right", "top", "bottom"]) {
            *margin = said.length(key)?;
        }
        Some(Self {
            size: said.size("cell")?,
            columns: said.count("columns")?,
            rows: said.count("rows")?,
            margins,
            gaps: (said.length("across")?, said.length("down")?),
            folds: said.text("folds") == Some("yes"),
        })
    }

    /// The cells as they are, then in pairs side by side, then in pairs one below the other.
    fn joined(&self) -> impl Iterator<Item = Self> + '_ {
        let beside =
            (self.folds && self.gaps.0 == 0.0 && self.columns.is_multiple_of(2)).then(|| Self {
                size: (self.size.0 * 2.0, self.size.1),
                columns: self.columns / 2,
                ..self.clone()
            });
        let below =
            (self.folds && self.gaps.1 == 0.0 && self.rows.is_multiple_of(2)).then(|| Self {
                size: (self.size.0, self.size.1 * 2.0),
                rows: self.rows / 2,
                ..self.clone()
            });
        [Some(self.clone()), beside, below].into_iter().flatten()
    }

    /// Where each cell is, from the top left in rows.
    pub fn places(&self, page: (f32, f32)) -> Vec<Cell> {
        let [left, _, top, _] = self.margins;
        let (width, height) = self.size;
        let row = |row: usize| {
            let y = page.1 - top - height - row as f32 * (height + self.gaps.1);
            let cell = move |column: usize| Cell {
                x: left + column as f32 * (width + self.gaps.0),
                y,
                width,
                height,
            };
            (0..self.columns).map(cell)
        };
        (0..self.rows).flat_map(row).collect()
    }
}

impl Cell {
    /// The right edge.
    pub fn right(&self) -> f32 {
        self.x + self.width
    }

    /// The upper edge.
    pub fn top(&self) -> f32 {
        self.y + self.height
    }
}

fn is_near(a: (f32, f32), b: (f32, f32)) -> bool {
    (a.0 - b.0).abs() < NEAR && (a.1 - b.1).abs() < NEAR
}

#[cfg(test)]
mod tests {
    use super::super::figures::MM;
    use super::*;

    #[test]
    fn every_entry_of_the_data_is_read() {
        let written = records(include_str!("sheets.yaml"));
        assert_eq!(written.len(), SheetKind::all().len());
        assert!(written.len() >= 6);
    }

    #[test]
    fn margins_cells_and_gaps_add_up_to_the_sheet() {
        for sheet in SheetKind::all() {
            let Division::Cells(cells) = &sheet.division else {
                continue;
            };
            let [left, right, top, bottom] = cells.margins;
            let sum = |before, count: usize, each, gap, after| {
                before + count as f32 * each + (count - 1) as f32 * gap + after
            };
            let across = sum(left, cells.columns, cells.size.0, cells.gaps.0, right);
            let down = sum(top, cells.rows, cells.size.1, cells.gaps.1, bottom);
            assert!(
                is_near((across, down), sheet.page),
                "{}: {across} × {down}",
                sheet.name
            );
        }
    }

    /// Cards of the sizes that people have.
    const PIECES: [(f32, f32); 6] = [
        (306.0, 396.0),
        (105.0 * MM, 148.0 * MM),
        (360.0, 504.0),
        (252.0, 351.0),
        (432.0, 288.0),
        (612.0, 396.0),
    ];

    #[test]
    fn cells_lie_on_the_sheet_and_none_on_another() {
        let mut seen = 0;
        for sheet in SheetKind::all() {
            let pieces = PIECES.iter().copied().chain(sheet.cell());
            for grid in pieces.filter_map(|piece| sheet.grid(piece).ok()) {
                seen += 1;
                for (place, cell) in grid.cells.iter().enumerate() {
                    let name = &sheet.name;
                    assert!(cell.x >= -0.01 && cell.y >= -0.01, "{name} {cell:?}");
                    assert!(cell.right() <= sheet.page.0 + 0.01, "{name} {cell:?}");
                    assert!(cell.top() <= sheet.page.1 + 0.01, "{name} {cell:?}");
                    // Two bleeds lie beside each other, never on each other.
                    let apart = 2.0 * grid.bleed.unwrap_or(0.0) - 0.01;
                    for other in &grid.cells[place + 1..] {
                        let beside =
                            other.x >= cell.right() + apart || cell.x >= other.right() + apart;
                        let below = cell.y >= other.top() + apart;
                        assert!(beside || below, "{name}: {cell:?} and {other:?}");
                    }
                }
            }
        }
        assert!(seen >= 15, "{seen}");
    }

    #[test]
    fn a_sheet_takes_as_many_cards_as_fit() {
        let count = |sheet: &str, piece| {
            let grid = SheetKind::named(sheet, Holds::Cards).unwrap().grid(piece);
            grid.map(|grid| (grid.cells.len(), grid.turn)).ok()
        };
        let a2 = (306.0, 396.0);
        assert_eq!(count("us-letter", a2), Some((2, Turn::Left)));
        assert_eq!(count("us-letter", (252.0, 351.0)), Some((4, Turn::Upright)));
        assert_eq!(count("a4", (105.0 * MM, 148.0 * MM)), Some((2, Turn::Left)));
        assert_eq!(count("AVERY-8387", a2), Some((4, Turn::Upright)));
        assert_eq!(count("avery-8315", a2), Some((4, Turn::Upright)));
        assert_eq!(
            count("avery-8315", (612.0, 396.0)),
            Some((2, Turn::Upright))
        );
        // Its cards are parted where they touch, not folded.
        assert_eq!(count("avery-8387", (612.0, 396.0)), None);
        assert_eq!(
            count("avery-8389", (432.0, 288.0)),
            Some((2, Turn::Upright))
        );
        assert_eq!(count("avery-8389", a2), None);
        assert_eq!(count("us-letter", (700.0, 800.0)), None);
        assert!(SheetKind::named("avery-5160", Holds::Cards).is_err());
    }
}
