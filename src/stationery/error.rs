use thiserror::Error;

use super::envelope::Envelope;
use super::sheet::{Holds, SheetKind};
use crate::card::CardError;
use crate::language::{Language, either};

/// Why something cannot stand on the paper that was asked for.
#[derive(Debug, Clone, PartialEq, Error)]
pub enum StationeryError {
    /// A sheet that is not known.
    #[error("there is no {} `{name}`", .holds.sheet())]
    UnknownSheet {
        /// What was asked for.
        name: String,
        /// What it is to hold.
        holds: Holds,
    },
    /// An envelope that is not known.
    #[error("there is no envelope `{name}`")]
    UnknownEnvelope {
        /// What was asked for.
        name: String,
    },
    /// A place on a sheet that it does not have.
    #[error("`{sheet}` has no place {start}: it has {cells}")]
    Start {
        /// The place that was asked for.
        start: usize,
        /// How many there are.
        cells: usize,
        /// The sheet.
        sheet: String,
    },
    /// A flag that does nothing without another one.
    #[error("`{flag}` says nothing without `--sheet` or `--labels`")]
    Idle {
        /// The flag.
        flag: &'static str,
    },
    /// A card that no place of the sheet is right for.
    #[error("a card of {card} does not fit `{sheet}`, which holds {cell}")]
    DoesNotFit {
        /// The size of the card, unfolded.
        card: String,
        /// The sheet.
        sheet: String,
        /// What fits.
        cell: String,
    },
    /// A card to be folded on a sheet whose cards are parted.
    #[error("the cards of `{sheet}` are single ones, to be torn off, and cannot be folded")]
    NotFolded {
        /// The sheet.
        sheet: String,
    },
    /// A correction that is no pair of lengths, or too large to be one.
    #[error("`{typed}` is no correction for a printer")]
    Shift {
        /// What was typed.
        typed: String,
    },
    /// No envelope is large enough.
    #[error("no envelope is large enough for {size}")]
    NoEnvelope {
        /// The size of the card.
        size: String,
    },
    /// An envelope that was asked for is too small.
    #[error("the envelope `{envelope}` is too small for {size}")]
    TooSmall {
        /// The envelope.
        envelope: String,
        /// The size of what goes into it.
        size: String,
    },
    /// An address that does not fit.
    #[error("the address has no room for `{}`", shortened(line))]
    AddressTooLong {
        /// Its widest line.
        line: String,
    },
    /// An address of too many lines.
    #[error("the address has {lines} lines with the name, and there is room for {most}")]
    AddressTooTall {
        /// How many lines it has.
        lines: usize,
        /// How many have room.
        most: usize,
    },
    /// Something cannot be typeset.
    #[error(transparent)]
    Card(#[from] CardError),
}

impl StationeryError {
    /// What a user can do about it, as a sentence without a full stop.
    pub fn help(&self) -> Option<String> {
        match self {
            Self::UnknownSheet { holds, .. } => {
                let names = SheetKind::all()
                    .iter()
                    .filter(|sheet| sheet.holds == *holds);
                Some(listed(
                    "there is",
                    "there are",
                    names.map(|sheet| sheet.name.as_str()),
                ))
            }
            Self::UnknownEnvelope { .. } => {
                let names = Envelope::all().iter().map(|each| each.name.as_str());
                Some(listed("there is", "there are", names) + "; `auto` finds the one that fits")
            }
            Self::Start { cells, .. } => Some(format!("type a number from 1 to {cells}")),
            Self::Idle { flag } => Some(format!("type, for example, `--sheet us-letter {flag} …`")),
            Self::DoesNotFit { .. } => {
                Some("take another `--size`, or `--sheet us-letter` or `a4`".to_owned())
            }
            Self::NotFolded { .. } => {
                let folds = SheetKind::all()
                    .iter()
                    .filter(|sheet| sheet.folds() != Some(false));
                let folds = folds.filter(|sheet| sheet.holds == Holds::Cards);
                let names: Vec<String> = folds.map(|sheet| format!("`{}`", sheet.name)).collect();
                Some(format!(
                    "leave `--fold` out, or fold cards on {}",
                    either(&names)
                ))
            }
            Self::Shift { .. } => Some(
                "type how far to move the print to the right and down, such as `2mm,-0.5mm`"
                    .to_owned(),
            ),
            Self::NoEnvelope { .. } => {
                let all = Envelope::all();
                let largest = all.iter().max_by(|a, b| a.area().total_cmp(&b.area()))?;
                Some(format!(
                    "the largest is {}: choose a smaller `--size`",
                    largest.about
                ))
            }
            Self::TooSmall { .. } => Some("`--envelope auto` finds the one that fits".to_owned()),
            Self::AddressTooLong { .. } => {
                Some("shorten the line, or divide it into two".to_owned())
            }
            Self::AddressTooTall { most, .. } => Some(format!(
                "write it in {most} lines with the name: put what belongs together on one line, such \
                 as `12 High St, Flat 3`"
            )),
            Self::Card(error) => error.help(),
        }
    }
}

/// The beginning of a line that may be long.
fn shortened(line: &str) -> String {
    let cut = line
        .char_indices()
        .nth(40)
        .filter(|_| line.chars().count() > 44);
    cut.map_or_else(
        || line.to_owned(),
        |(end, _)| format!("{}…", line[..end].trim_end()),
    )
}

/// The names that exist, as a sentence says them.
fn listed<'a>(one: &str, several: &str, names: impl Iterator<Item = &'a str>) -> String {
    let names: Vec<String> = names.map(|name| format!("`{name}`")).collect();
    let verb = if names.len() == 1 { one } else { several };
    format!("{verb} {}", Language::EnGb.join_and(&names))
}
