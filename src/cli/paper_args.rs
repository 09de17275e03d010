use clap::{Args, ValueEnum};

use crate::card::Flip;

/// The paper that cards are printed on.
#[derive(Debug, Clone, Default, Args)]
#[command(next_help_heading = "Paper")]
pub struct PaperArgs {
    /// Put the cards of a file on sheets too: us-letter, a4, avery-8387, avery-8315 or avery-8389
    #[arg(long, value_name = "NAME")]
    pub sheet: Option<String>,

    /// The first free place of a sheet partly used: 1 is the top left of the sheet held upright
    #[arg(long, value_name = "K")]
    pub start: Option<usize>,

    /// Move the print to the right and down, for a printer that is off, such as 1mm,-0.5mm
    #[arg(long, value_name = "X,Y", allow_hyphen_values = true)]
    pub shift: Option<String>,

    /// Write a test page for --sheet or --labels, to lay over a sheet
    #[arg(long)]
    pub calibrate: bool,

    /// Put the cards of the whole run into one PDF too, with a bookmark for each
    #[arg(long)]
    pub bundle: bool,

    /// Write an envelope for each card and letter: a2, a6, a7, 10, c6, dl, or auto for the one that fits
    #[arg(long, value_name = "NAME|auto")]
    pub envelope: Option<String>,

    /// Put the addresses of those who get a card on sheets of labels: avery-5160
    #[arg(long, value_name = "NAME")]
    pub labels: Option<String>,

    /// Fold the card: a front, the text inside, a blank back
    #[arg(long, value_name = "half")]
    pub fold: Option<FoldChoice>,

    /// What stands on the front of a folded card; left out: thank-you
    #[arg(long, value_name = "thank-you|monogram", requires = "fold")]
    pub front: Option<FrontChoice>,

    /// The edge around which the printer turns the paper for the backs; left out: long
    #[arg(long, value_name = "long|short", requires = "fold")]
    pub flip: Option<FlipChoice>,
}

/// How a card is folded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum FoldChoice {
    /// Once, in the middle
    Half,
}

/// What stands on the front of a folded card.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum FrontChoice {
    /// “Thank you”, in the card's lettering
    ThankYou,
    /// Your initials
    Monogram,
}

/// The edge around which a printer turns paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum FlipChoice {
    /// The longer one
    Long,
    /// The shorter one
    Short,
}

impl From<FlipChoice> for Flip {
    fn from(choice: FlipChoice) -> Self {
        match choice {
            FlipChoice::Long => Self::Long,
            FlipChoice::Short => Self::Short,
        }
    }
}
