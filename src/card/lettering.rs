use super::CardError;
use super::fonts::FaceMetrics;

/// A face that a card can be set in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lettering {
    /// Caveat, a quick upright pen; the default.
    #[default]
    Caveat,
    /// La Belle Aurore, a light slanting pen with long strokes; of all the most like one.
    LaBelleAurore,
    /// Playpen Sans, a round and clear hand with Greek and Vietnamese.
    Playpen,
    /// EB Garamond, a book face.
    EbGaramond,
    /// The font that the user brought, of which nothing is known but what its file says.
    Own,
}

/// How a face wants to be set: what is given up, from a short text to a long one.
#[derive(Debug, Clone, Copy)]
pub(super) struct Setting {
    /// The type size in points, for a short text and for the longest that fits.
    pub size: (f32, f32),
    /// The distance of baselines as a multiple of the type size, likewise.
    pub leading: (f32, f32),
}

impl Lettering {
    /// Every face that comes with the program, in the order in which they are offered.
    pub const ALL: [Self; 4] = [
        Self::Caveat,
        Self::LaBelleAurore,
        Self::Playpen,
        Self::EbGaramond,
    ];

    /// What it is called on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::Caveat => "caveat",
            Self::LaBelleAurore => "la-belle-aurore",
            Self::Playpen => "playpen",
            Self::EbGaramond => "eb-garamond",
        }
    }

    /// Finds a face by its name, in either case.
    ///
    /// # Errors
    ///
    /// [`CardError::UnknownLettering`] lists the names that exist.
    pub fn parse(name: &str) -> Result<Self, CardError> {
        let found = Self::ALL
            .into_iter()
            .find(|face| face.name().eq_ignore_ascii_case(name.trim()));
        found.ok_or_else(|| CardError::UnknownLettering {
            name: name.to_owned(),
        })
    }

    /// The faces to look for a character in, in this order: hands before the book face, because a
    /// name in type among handwriting looks like a form that was filled in.
    pub(super) fn chain(self) -> &'static [Self] {
        use Lettering::{Caveat, EbGaramond, LaBelleAurore, Own, Playpen};
        match self {
            Caveat => &[Caveat, Playpen, EbGaramond],
            LaBelleAurore => &[LaBelleAurore, Caveat, Playpen, EbGaramond],
            Playpen => &[Playpen, Caveat, EbGaramond],
            EbGaramond => &[EbGaramond, Playpen, Caveat],
            Own => &[Own, Caveat, Playpen, EbGaramond],
        }
    }

    /// Caveat's small letters are 0.40 em high, Playpen's 0.54 em and La Belle Aurore's 0.37 em, so
    /// that 12, 9.5 and 13 pt are the same handwriting; below that it is hard to read. La Belle
    /// Aurore's long strokes may reach between those of the next line, as a pen's do.
    ///
    /// A face that was brought is set so that its small letters are as high as those; its lines are
    /// as far apart as those of the other faces would be by the same measures of their letters.
    pub(super) fn setting(self, metrics: &FaceMetrics) -> Setting {
        match self {
            Self::Caveat => Setting {
                size: (19.0, 12.0),
                leading: (1.28, 1.12),
            },
            Self::LaBelleAurore => Setting {
                size: (20.5, 13.0),
                leading: (1.44, 1.18),
            },
            Self::Playpen => Setting {
                size: (14.0, 9.5),
                leading: (1.62, 1.40),
            },
            Self::EbGaramond => Setting {
                size: (14.0, 9.5),
                leading: (1.42, 1.24),
            },
            Self::Own => {
                let x_height = metrics.x_height / metrics.units_per_em;
                let reach = (metrics.reach / metrics.units_per_em).clamp(0.5, 2.0);
                let tight = 0.46 * reach + 1.8 * x_height;
                Setting {
                    size: (7.6 / x_height, 4.8 / x_height),
                    leading: (1.15 * tight, tight),
                }
            }
        }
    }

    /// The type size of a document in points, and the distance of its baselines in ems: 11 pt of
    /// the book face, and what is as high of the hands.
    pub(super) fn page_setting(self) -> (f32, f32) {
        match self {
            Self::Caveat => (14.0, 1.2),
            Self::LaBelleAurore => (16.0, 1.2),
            Self::Playpen => (10.0, 1.6),
            Self::EbGaramond | Self::Own => (11.0, 1.4),
        }
    }
}
