//! What is printed in one go: all cards of a size, all envelopes of a size, all labels.

use super::super::side_by_side::side_by_side;
use super::Prepared;
use super::note::Note;
use crate::card::{Binder, Block, CardError, Flip, Fonts, Leaf, PdfMeta, Piece, bind};
use crate::language::Language;
use crate::stationery::{Feed, SheetKind, Stack as Sheets, StationeryError, calibration, impose};

/// A file for one stack of paper.
pub struct Stack {
    /// What is printed.
    pub holds: Holds,
    /// How many of them.
    pub count: usize,
    /// The sheet, where it has a name.
    pub sheet: Option<&'static SheetKind>,
    /// How many sheets of paper it takes.
    pub sheets: usize,
    /// The width and height of the paper in pt.
    pub media: (f32, f32),
    /// The edge around which the paper is turned, where both of its sides are printed.
    pub flip: Option<Flip>,
    /// The PDF.
    pub bytes: Vec<u8>,
}

/// What a stack is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// Cards.
    Cards,
    /// Letters.
    Letters,
    /// Envelopes.
    Envelopes,
    /// Labels.
    Labels,
    /// A page to test the printer with.
    Test,
}

impl Holds {
    /// What one of them is called.
    pub fn noun(self) -> &'static str {
        match self {
            Self::Cards => "card",
            Self::Letters => "letter",
            Self::Envelopes => "envelope",
            Self::Labels => "label",
            Self::Test => "test page",
        }
    }
}

/// All letters of these files, one stack for each size of paper.
///
/// # Errors
/// Where the PDF cannot be made.
pub fn of_letters(prepared: &[&Prepared]) -> Result<Vec<Stack>, StationeryError> {
    one_by_one(prepared, Holds::Letters, "Letters", |note| {
        note.pages.as_ref().map(Piece::Page)
    })
}

/// All envelopes of these files, one stack for each size.
///
/// # Errors
/// Where the PDF cannot be made.
pub fn of_envelopes(prepared: &[&Prepared]) -> Result<Vec<Stack>, StationeryError> {
    one_by_one(prepared, Holds::Envelopes, "Envelopes", |note| {
        note.envelope.as_ref().map(Piece::Block)
    })
}

/// Pages of one size.
struct SameSize<'a> {
    media: (f32, f32),
    pieces: Vec<Piece<'a>>,
    leaves: Vec<Leaf>,
}

/// What each ready note has of a kind, a page each.
fn one_by_one<'a>(
    prepared: &[&'a Prepared],
    holds: Holds,
    title: &str,
    piece: impl Fn(&'a Note) -> Option<Piece<'a>>,
) -> Result<Vec<Stack>, StationeryError> {
    let mut groups: Vec<SameSize<'_>> = Vec::new();
    for each in prepared {
        for note in each.notes.iter().filter(|note| note.held.is_none()) {
            let Some(piece) = piece(note) else { continue };
            let media = piece.size();
            let place = groups.iter().position(|group| group.media == media);
            let place = place.unwrap_or_else(|| {
                groups.push(SameSize {
                    media,
                    pieces: Vec::new(),
                    leaves: Vec::new(),
                });
                groups.len() - 1
            });
            let SameSize { pieces, leaves, .. } = &mut groups[place];
            leaves.push(Leaf::filled(pieces.len(), media).called(note.recipient(&each.loaded)));
            pieces.push(piece);
        }
    }
    let about = meta(title, prepared);
    let stacks = groups.iter().map(|group| {
        Ok(Stack {
            holds,
            count: group.leaves.len(),
            sheet: None,
            sheets: group.leaves.len(),
            media: group.media,
            flip: None,
            bytes: bound(
                &group.pieces,
                &group.leaves,
                &about,
                language(prepared),
                None,
            )?,
        })
    });
    stacks.collect()
}

/// The addresses of those who get a card on sheets of labels; `None` where there is none.
///
/// # Errors
/// Where the sheet has no such place.
pub fn of_labels(
    prepared: &[&Prepared],
    sheet: &'static SheetKind,
    feed: Feed,
) -> Result<Option<Stack>, StationeryError> {
    let Some(cell) = sheet.cell() else {
        return Ok(None);
    };
    let ready = prepared.iter().flat_map(|each| &each.notes);
    let ready = ready.filter(|note| note.held.is_none());
    let blocks: Vec<&Block> = ready.filter_map(|note| note.label.as_ref()).collect();
    if blocks.is_empty() {
        return Ok(None);
    }
    let grid = sheet.grid(cell)?;
    feed.check(&grid, &sheet.name)?;
    let layout = crate::stationery::Layout::plain(cell);
    let count = blocks.len();
    let places: Vec<_> = (0..count).map(|place| (place, None)).collect();
    let leaves = impose(
        &Sheets {
            grid: &grid,
            layout: &layout,
            feed,
        },
        &places,
    );
    let pieces: Vec<Piece<'_>> = blocks.into_iter().map(Piece::Block).collect();
    Ok(Some(Stack {
        holds: Holds::Labels,
        count,
        sheet: Some(sheet),
        sheets: leaves.len(),
        media: grid.page,
        flip: None,
        bytes: bound(
            &pieces,
            &leaves,
            &meta("Address labels", prepared),
            language(prepared),
            None,
        )?,
    }))
}

/// A test page for a sheet and cards of these options.
///
/// # Errors
/// Where the cards do not fit the sheet.
pub fn of_test(
    sheet: &'static SheetKind,
    piece: (f32, f32),
    feed: Feed,
    fonts: &Fonts,
) -> Result<Stack, StationeryError> {
    let grid = sheet.grid(piece)?;
    let (block, leaf) = calibration(&grid, feed, fonts)?;
    let about = PdfMeta {
        title: format!("Test page for {}", sheet.name),
        author: String::new(),
    };
    Ok(Stack {
        holds: Holds::Test,
        count: 1,
        sheet: Some(sheet),
        sheets: 1,
        media: grid.page,
        flip: None,
        bytes: bind(
            &[Piece::Block(&block)],
            &[leaf],
            &about,
            Language::default(),
            None,
        )?,
    })
}

/// Binds the pieces, which are made ready on every core.
fn bound(
    pieces: &[Piece<'_>],
    leaves: &[Leaf],
    about: &PdfMeta,
    language: Language,
    flip: Option<Flip>,
) -> Result<Vec<u8>, CardError> {
    let mut binder = Binder::new();
    pieces.iter().for_each(|piece| binder.learn(*piece));
    let inked = side_by_side(pieces.to_vec(), |piece| binder.ink(piece));
    let inked = inked.into_iter().collect::<Result<_, CardError>>()?;
    binder.bind(inked, leaves, about, language, flip)
}

/// What a file says about itself.
pub(super) fn meta(what: &str, prepared: &[&Prepared]) -> PdfMeta {
    let mut companies: Vec<&str> = Vec::new();
    for each in prepared {
        let company = each.loaded.notes.interview.company.as_str();
        if !companies.contains(&company) {
            companies.push(company);
        }
    }
    let title = match companies.as_slice() {
        [one] => format!("{what}: {one}"),
        _ => what.to_owned(),
    };
    let author = prepared
        .first()
        .map(|each| each.loaded.notes.from.name.clone());
    PdfMeta {
        title,
        author: author.unwrap_or_default(),
    }
}

/// The language of a file: that of the first notes.
pub(super) fn language(prepared: &[&Prepared]) -> Language {
    prepared
        .first()
        .map(|each| each.loaded.notes.language)
        .unwrap_or_default()
}
