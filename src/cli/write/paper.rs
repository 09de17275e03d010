//! The paper that was asked for: the flags, checked.

use super::super::paper_args::{FrontChoice, PaperArgs};
use crate::card::Size;
use crate::stationery::{Envelope, Feed, Front, Holds, Layout, SheetKind, StationeryError, length};

/// What the cards of a run are to stand on.
#[derive(Debug, Clone, Default)]
pub struct Paper {
    /// The sheets that hold several cards.
    pub sheet: Option<&'static SheetKind>,
    /// The sheets of labels.
    pub labels: Option<&'static SheetKind>,
    /// How the paper is fed.
    pub feed: Feed,
    /// Which envelopes to write.
    pub envelope: Option<Wanted>,
    /// Whether cards are folded, and what stands on their front.
    pub fold: Option<FrontChoice>,
    /// Whether all cards of the run go into one file as well.
    pub bundle: bool,
    /// Whether test pages are written.
    pub calibrate: bool,
    /// Whether the cards are printed by this run.
    pub prints: bool,
}

/// Which envelopes to write.
#[derive(Debug, Clone, Copy)]
pub enum Wanted {
    /// The one that fits.
    Auto,
    /// This one.
    Named(&'static Envelope),
}

/// The farthest that a printer is off, in pt: half an inch. More is a slip of the keyboard.
const FARTHEST: f32 = 36.0;

impl Paper {
    /// Checks the flags.
    ///
    /// # Errors
    /// The first of them whose value does not exist or asks for nothing.
    pub fn new(flags: &PaperArgs) -> Result<Self, StationeryError> {
        let sheet = flags
            .sheet
            .as_deref()
            .map(|name| SheetKind::named(name, Holds::Cards));
        let labels = flags
            .labels
            .as_deref()
            .map(|name| SheetKind::named(name, Holds::Labels));
        let envelope = flags.envelope.as_deref().map(|name| match name.trim() {
            "auto" => Ok(Wanted::Auto),
            name => Envelope::named(name).map(Wanted::Named),
        });
        let (sheet, labels) = (sheet.transpose()?, labels.transpose()?);
        if let (Some(_), Some(sheet)) = (flags.fold, sheet)
            && sheet.folds() == Some(false)
        {
            return Err(StationeryError::NotFolded {
                sheet: sheet.name.clone(),
            });
        }
        let needing = [
            (flags.start.is_some(), "--start"),
            (flags.calibrate, "--calibrate"),
        ];
        if sheet.is_none()
            && labels.is_none()
            && let Some((_, flag)) = needing.into_iter().find(|(given, _)| *given)
        {
            return Err(StationeryError::Idle { flag });
        }
        let feed = Feed {
            start: flags.start.unwrap_or(1),
            shift: flags.shift.as_deref().map_or(Ok((0.0, 0.0)), shift)?,
            flip: flags.flip.map(Into::into).unwrap_or_default(),
        };
        // Found out here where the sheet says how many places it has; else when the card is known.
        for sheet in [sheet, labels].into_iter().flatten() {
            if let Some(cell) = sheet.cell() {
                let layout = match flags.fold {
                    Some(_) if sheet.holds == Holds::Cards => Layout::folded(cell),
                    _ => Layout::plain(cell),
                };
                feed.check(&sheet.grid(layout.flat)?, &sheet.name)?;
            }
        }
        Ok(Self {
            sheet,
            labels,
            feed,
            envelope: envelope.transpose()?,
            fold: flags
                .fold
                .map(|_| flags.front.unwrap_or(FrontChoice::ThankYou)),
            bundle: flags.bundle,
            calibrate: flags.calibrate,
            prints: false,
        })
    }

    /// The size of the cards that the sheet holds, where it has cells of its own.
    pub fn card_size(&self) -> Option<Size> {
        let (width, height) = self.sheet?.cell()?;
        let known = Size::ALL.into_iter().find(|size| {
            let near = |a: f32, b: f32| (a - b).abs() < 0.5;
            let upright = near(size.width, width) && near(size.height, height);
            upright || (near(size.width, height) && near(size.height, width))
        });
        Some(known.unwrap_or(Size {
            name: "custom",
            width,
            height,
        }))
    }

    /// Whether the typeset cards are needed after each has its own file.
    pub fn gathers(&self) -> bool {
        self.is_by_file() || self.is_together()
    }

    /// Whether all cards of the run go onto paper together.
    pub fn is_together(&self) -> bool {
        if self.prints {
            !self.calibrate
        } else {
            self.bundle
        }
    }

    /// On which sheets all cards of the run go together: a file that holds them all has a page for
    /// each.
    pub fn sheet_of_all(&self) -> Option<&'static SheetKind> {
        self.sheet.filter(|_| self.prints)
    }

    /// Whether the cards of each notes file go onto paper by themselves.
    pub fn is_by_file(&self) -> bool {
        self.sheet.is_some() && !self.prints
    }

    /// What a card of some size is on this paper.
    pub fn layout(&self, size: Size) -> Layout {
        let size = (size.width, size.height);
        match self.fold {
            Some(_) => Layout::folded(size),
            None => Layout::plain(size),
        }
    }
}

impl FrontChoice {
    /// What stands on the front of a card from somebody.
    pub fn of(self, sender: &str) -> Front {
        match self {
            Self::ThankYou => Front::ThankYou,
            Self::Monogram => Front::monogram(sender),
        }
    }
}

/// Reads how far to the right and down.
fn shift(typed: &str) -> Result<(f32, f32), StationeryError> {
    let parts = typed.split_once(',');
    let lengths = parts.and_then(|(right, down)| Some((length(right)?, length(down)?)));
    let near = |shift: &(f32, f32)| shift.0.abs() <= FARTHEST && shift.1.abs() <= FARTHEST;
    lengths.filter(near).ok_or_else(|| StationeryError::Shift {
        typed: typed.to_owned(),
    })
}
