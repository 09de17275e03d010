//! What a card has besides its words, and how much of the room that takes.

use super::drawing::Shape;
use super::ladder::Step;
use super::{CardError, Ink, Size};

/// What is drawn on a card besides its words.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Design {
    /// Nothing; the default.
    #[default]
    Plain,
    /// Fine rules, on which the words are written.
    Ruled,
    /// A frame of two lines.
    Border,
    /// The sender's initials in a ring, at the head.
    Monogram,
}

/// The outer line of a frame stands this far from the edge, in pt: 5.3 mm, further than any printer
/// leaves blank, so that a sheet that is drawn in a little crooked does not show.
const FRAME: f32 = 15.0;
/// Between its two lines.
const BETWEEN: f32 = 2.6;
/// Their thickness.
const OUTER: f32 = 0.9;
const INNER: f32 = 0.35;
/// Between a frame and the words, at least.
const CLEAR: f32 = 11.0;
/// What a frame adds to each margin where there is room.
const FRAMED: f32 = 5.0;

/// The radius of a monogram's ring as a part of the card's short side, in pt at most.
const RING: (f32, f32) = (0.056, 17.0);
/// Between the ring and the words, as a part of its radius.
const UNDER_RING: f32 = 0.75;
/// How much nearer to the edge than the words a ring may stand.
const RING_RISES: f32 = 6.0;

/// Rules are as wide as the words and a little more, since no hand begins exactly where they do.
const RULE_OVERHANG: f32 = 4.0;
/// The thickness of a rule to write on.
const RULE: f32 = 0.4;
/// How far below the baseline it stands, as a part of the type size.
const RULE_DROP: f32 = 0.055;
/// The colour of rules: a pale blue that the ink stands out from, and that a printer without colours
/// still shows.
const RULE_INK: Ink = Ink::rgb(0xa9, 0xb6, 0xc6);

impl Design {
    /// Every design, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Plain, Self::Ruled, Self::Border, Self::Monogram];

    /// What it is called on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Ruled => "ruled",
            Self::Border => "border",
            Self::Monogram => "monogram",
        }
    }

    /// Finds a design by its name, in either case.
    ///
    /// # Errors
    ///
    /// [`CardError::UnknownDesign`] lists the names that exist.
    pub fn parse(name: &str) -> Result<Self, CardError> {
        let found = Self::ALL
            .into_iter()
            .find(|design| design.name().eq_ignore_ascii_case(name.trim()));
        found.ok_or_else(|| CardError::UnknownDesign {
            name: name.to_owned(),
        })
    }

    /// A margin of this many points, where the design is drawn inside it.
    pub(super) fn margin(self, plain: f32) -> f32 {
        match self {
            Self::Border => (plain + FRAMED).max(FRAME + BETWEEN + CLEAR),
            Self::Plain | Self::Ruled | Self::Monogram => plain,
        }
    }

    /// What the words leave open below the upper margin.
    pub(super) fn head(self, card: Size) -> f32 {
        match self {
            Self::Monogram => ring(card) * (2.0 + UNDER_RING) - RING_RISES,
            Self::Plain | Self::Ruled | Self::Border => 0.0,
        }
    }

    /// Whether words stand on rules that are all equally far apart.
    pub(super) fn is_ruled(self) -> bool {
        self == Self::Ruled
    }

    /// The frame of a card; nothing for other designs.
    pub(super) fn frame(self, card: Size, ink: Ink) -> Vec<Shape> {
        if self != Self::Border {
            return Vec::new();
        }
        let lines = [(FRAME, OUTER), (FRAME + BETWEEN, INNER)];
        let line = |(from, thickness): (f32, f32)| {
            let to = (card.width - from, card.height - from);
            Shape::rectangle((from, from), to, thickness, ink)
        };
        lines.map(line).to_vec()
    }

    /// Where the ring of a monogram stands, and its radius.
    pub(super) fn ring(self, card: Size, step: &Step) -> Option<((f32, f32), f32)> {
        let radius = ring(card);
        let top = card.height - step.ends + RING_RISES;
        (self == Self::Monogram).then_some(((card.width / 2.0, top - radius), radius))
    }
}

fn ring(card: Size) -> f32 {
    (RING.0 * card.width.min(card.height)).min(RING.1)
}

/// A rule under the baseline at this height.
pub(super) fn rule(baseline: f32, card: Size, step: &Step) -> Shape {
    let y = baseline - RULE_DROP * step.size;
    let (left, right) = (
        step.side - RULE_OVERHANG,
        card.width - step.side + RULE_OVERHANG,
    );
    Shape::line((left, y), (right, y), RULE, RULE_INK)
}
