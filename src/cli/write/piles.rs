//! The cards of many notes files on their way into one file for each size of card.
//!
//! A typeset card takes ten times the room of what is printed of it. It is therefore taken up as
//! soon as it is made, and can be let go of then.

use super::super::side_by_side::side_by_side;
use super::Prepared;
use super::job::Job;
use super::note::Note;
use super::paper::Paper;
use super::stack::{Holds, Stack, language, meta};
use crate::card::{Binder, Card, CardError, CardOptions, Inked, Leaf, Piece};
use crate::stationery::{Feed, SheetKind, Stack as Sheets, StationeryError, front, impose};

/// The cards that have been taken up, those of each size by themselves.
#[derive(Default)]
pub struct Piles {
    sheet: Option<&'static SheetKind>,
    piles: Vec<Pile>,
    /// How many notes files have been seen.
    seen: usize,
    refused: Option<StationeryError>,
}

/// The cards of one size.
struct Pile {
    options: CardOptions,
    binder: Binder,
    inked: Vec<Inked>,
    /// The places among the pieces of what stands on the front of a card, and on its back.
    places: Vec<(usize, Option<usize>)>,
    /// Whom each card is for.
    names: Vec<String>,
    /// Which of the notes files have one of them.
    files: Vec<usize>,
    pieces: usize,
}

/// The cards of one notes file that are ready, in its order.
fn cards(prepared: &Prepared) -> impl Iterator<Item = (&Note, &Card)> {
    let ready = prepared.notes.iter().filter(|note| note.held.is_none());
    ready.filter_map(|note| Some((note, note.card.as_ref()?)))
}

impl Piles {
    /// For cards on sheets of a kind, else one card a page.
    pub fn on(sheet: Option<&'static SheetKind>) -> Self {
        Self {
            sheet,
            ..Self::default()
        }
    }

    /// Takes up the cards of some notes files; what keeps one of them off is told by
    /// [`stacks`](Self::stacks).
    pub fn take(&mut self, prepared: &[Prepared], job: &Job) {
        if self.refused.is_none() {
            self.refused = self.taken(prepared, job).err();
        }
    }

    fn taken(&mut self, prepared: &[Prepared], job: &Job) -> Result<(), StationeryError> {
        let mut fronts = Vec::new();
        for each in prepared {
            let from = &each.loaded.notes.from.name;
            let fold = job.paper.fold.filter(|_| cards(each).next().is_some());
            let front = fold.map(|fold| front(&fold.of(from), &each.card, &job.fonts));
            fronts.push(front.transpose()?);
        }
        let mut pieces: Vec<(usize, Piece<'_>)> = Vec::new();
        for (each, front) in prepared.iter().zip(&fronts) {
            self.seen += 1;
            if cards(each).next().is_none() {
                continue;
            }
            let place = self.place(&each.card);
            let pile = &mut self.piles[place];
            pile.files.push(self.seen - 1);
            let mut learn = |piece| {
                pieces.push((place, piece));
                pile.binder.learn(piece);
                pile.pieces += 1;
                pile.pieces - 1
            };
            let outside = front.as_ref().map(|front| learn(Piece::Block(front)));
            for (note, card) in cards(each) {
                let own = learn(Piece::Card(card));
                let place = outside.map_or((own, None), |outside| (outside, Some(own)));
                pile.places.push(place);
                pile.names.push(note.recipient(&each.loaded).to_owned());
            }
        }
        let inked = side_by_side(pieces, |(place, piece)| {
            Ok::<_, CardError>((place, self.piles[place].binder.ink(piece)?))
        });
        for each in inked {
            let (place, inked) = each?;
            self.piles[place].inked.push(inked);
        }
        Ok(())
    }

    /// The place of the pile for cards of such options.
    fn place(&mut self, options: &CardOptions) -> usize {
        let place = self
            .piles
            .iter()
            .position(|pile| pile.options.size == options.size);
        place.unwrap_or_else(|| {
            self.piles.push(Pile {
                options: *options,
                binder: Binder::new(),
                inked: Vec::new(),
                places: Vec::new(),
                names: Vec::new(),
                files: Vec::new(),
                pieces: 0,
            });
            self.piles.len() - 1
        })
    }

    /// All that was taken up on paper: one stack for each size of card. `prepared` are all notes
    /// files that were seen.
    ///
    /// # Errors
    /// Where a card does not fit the sheet, or has no such place.
    pub fn stacks(
        self,
        prepared: &[Prepared],
        paper: &Paper,
    ) -> Result<Vec<Stack>, StationeryError> {
        if let Some(refused) = self.refused {
            return Err(refused);
        }
        let sheet = self.sheet;
        let stacks = self
            .piles
            .into_iter()
            .map(|pile| pile.stack(prepared, paper, sheet));
        stacks.collect()
    }
}

impl Pile {
    fn stack(
        self,
        prepared: &[Prepared],
        paper: &Paper,
        sheet: Option<&'static SheetKind>,
    ) -> Result<Stack, StationeryError> {
        let layout = paper.layout(self.options.size);
        let (grid, feed) = match sheet {
            Some(sheet) => (sheet.grid(layout.flat)?, paper.feed),
            None => (
                layout.alone(),
                Feed {
                    start: 1,
                    ..paper.feed
                },
            ),
        };
        feed.check(&grid, sheet.map_or("", |sheet| sheet.name.as_str()))?;
        let stack = Sheets {
            grid: &grid,
            layout: &layout,
            feed,
        };
        let mut leaves = impose(&stack, &self.places);
        let sides = if layout.inside.is_some() { 2 } else { 1 };
        let cells = sheet.map(|_| grid.cells.len());
        name_leaves(&mut leaves, sides, &self.names, cells, feed.start);
        let flip = layout.inside.map(|_| feed.flip);
        let group = self.files.iter().filter_map(|place| prepared.get(*place));
        let group: Vec<&Prepared> = group.collect();
        let about = meta("Cards", &group);
        let binder = self.binder;
        Ok(Stack {
            holds: Holds::Cards,
            count: self.names.len(),
            sheet,
            sheets: leaves.len() / sides,
            media: grid.page,
            flip,
            bytes: binder.bind(self.inked, &leaves, &about, language(&group), flip)?,
        })
    }
}

/// Names the leaves by whose cards stand on them, so that a reader of the file finds each; `cells`
/// of them on each sheet, or one on each page.
fn name_leaves(
    leaves: &mut [Leaf],
    sides: usize,
    names: &[String],
    cells: Option<usize>,
    start: usize,
) {
    let mut rest = names;
    let mut room = cells.map_or(1, |cells| cells.saturating_sub(start.saturating_sub(1)));
    for leaf in leaves.iter_mut().step_by(sides) {
        let (own, later) = rest.split_at(rest.len().min(room));
        leaf.bookmark = Some(own.join(", "));
        (rest, room) = (later, cells.unwrap_or(1));
    }
}
