//! The steps from a generous setting to a tight one.

use super::broken::scale;
use super::lettering::Setting;
use super::manuscript::Role;
use super::{Design, Size};

/// The number of steps from the most generous setting to the tightest.
pub(super) const STEPS: usize = 28;
/// Margins along the long edges as a part of the card's short side, generous and tight.
const ALONG_LONG: (f32, f32) = (0.118, 0.085);
/// Margins along the short edges as a part of its long side, generous and tight; about as wide.
const ALONG_SHORT: (f32, f32) = (0.094, 0.068);
/// No margin is narrower than this: printers leave up to a quarter of an inch alone, and a hand may
/// come a little beyond its margin.
const NARROWEST: f32 = 20.0;
/// How much of the room between blocks the tightest setting keeps.
const TIGHT_GAPS: f32 = 0.55;

/// One rung of the ladder from generous to tight.
pub(super) struct Step {
    /// The type size of the wanted face in pt.
    pub size: f32,
    /// The distance of baselines as a multiple of the type size.
    pub leading: f32,
    /// The room between blocks, where 1 is generous.
    pub gaps: f32,
    /// The margin at the left and right in pt.
    pub side: f32,
    /// The margin above and below in pt.
    pub ends: f32,
    /// What is left open below the upper margin, for what is drawn there.
    pub head: f32,
    /// Whether every baseline stands on a rule, all equally far apart.
    pub ruled: bool,
    /// Whether there is no tighter one.
    pub last: bool,
}

impl Step {
    /// How far the baselines of a passage are apart.
    pub fn baselines(&self, role: Role) -> f32 {
        let scale = if self.ruled { 1.0 } else { scale(role) };
        self.size * self.leading * scale
    }

    /// Whether there is room for a line to be left empty where a letter's parts meet.
    pub fn is_roomy(&self) -> bool {
        self.gaps > (1.0 + TIGHT_GAPS) / 2.0
    }

    /// A step by its number, 0 to [`STEPS`].
    pub fn number(step: usize, setting: Setting, card: Size, design: Design) -> Self {
        let part = step as f32 / STEPS as f32;
        let between = |(from, to): (f32, f32)| from + (to - from) * part;
        let (sides, ends) = if card.is_landscape() {
            (ALONG_SHORT, ALONG_LONG)
        } else {
            (ALONG_LONG, ALONG_SHORT)
        };
        Self {
            size: between(setting.size),
            leading: between(setting.leading),
            gaps: between((1.0, TIGHT_GAPS)),
            side: design.margin((between(sides) * card.width).max(NARROWEST)),
            ends: design.margin((between(ends) * card.height).max(NARROWEST)),
            head: design.head(card),
            ruled: design.is_ruled(),
            last: step == STEPS,
        }
    }
}
