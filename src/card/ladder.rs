//! The steps from a generous setting to a tight one.

use super::Size;
use super::lettering::Setting;

/// The number of steps from the most generous setting to the tightest.
pub(super) const STEPS: usize = 28;
/// Margins at the sides as a part of the width, generous and tight.
const SIDE: (f32, f32) = (0.118, 0.085);
/// Margins above and below as a part of the height, generous and tight.
const ENDS: (f32, f32) = (0.094, 0.068);
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
    /// Whether there is no tighter one.
    pub last: bool,
}

impl Step {
    /// A step by its number, 0 to [`STEPS`].
    pub fn number(step: usize, setting: Setting, card: Size) -> Self {
        let part = step as f32 / STEPS as f32;
        let between = |(from, to): (f32, f32)| from + (to - from) * part;
        Self {
            size: between(setting.size),
            leading: between(setting.leading),
            gaps: between((1.0, TIGHT_GAPS)),
            side: between(SIDE) * card.width,
            ends: between(ENDS) * card.height,
            last: step == STEPS,
        }
    }
}
