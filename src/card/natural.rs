use super::Lettering;

/// How far from ruler-straight a card is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Natural(u8);

impl Natural {
    /// As straight as type.
    pub const STRAIGHT: Self = Self(0);
    /// The furthest that can be asked for.
    pub const MOST: u8 = 3;

    /// A level, 0 to [`Natural::MOST`]; what is above counts as the furthest.
    pub fn level(level: u8) -> Self {
        Self(level.min(Self::MOST))
    }

    /// How a face is written when nothing else is asked for: a hand as a steady hand writes, a book
    /// face as type.
    pub fn of(lettering: Lettering) -> Self {
        match lettering {
            Lettering::Caveat | Lettering::LaBelleAurore | Lettering::Playpen | Lettering::Own => {
                Self(1)
            }
            Lettering::EbGaramond => Self::STRAIGHT,
        }
    }

    /// By how much the measures of a steady hand are multiplied.
    pub(super) fn strength(self) -> f32 {
        match self.0 {
            0 => 0.0,
            1 => 1.0,
            2 => 1.8,
            _ => 2.8,
        }
    }
}
