use super::CardError;

/// A face that a card can be set in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lettering {
    /// Caveat, a quick upright pen; the default.
    #[default]
    Caveat,
    /// Playpen Sans, a round and clear hand with Greek and Vietnamese.
    Playpen,
    /// EB Garamond, a book face.
    EbGaramond,
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
    /// Every face, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Caveat, Self::Playpen, Self::EbGaramond];

    /// What it is called on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Caveat => "caveat",
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
    pub(super) fn chain(self) -> [Self; 3] {
        match self {
            Self::Caveat => [Self::Caveat, Self::Playpen, Self::EbGaramond],
            Self::Playpen => [Self::Playpen, Self::Caveat, Self::EbGaramond],
            Self::EbGaramond => [Self::EbGaramond, Self::Playpen, Self::Caveat],
        }
    }

    /// Caveat's small letters are 0.40 em high and Playpen's 0.54 em, so that 12 pt of the first
    /// and 9.5 pt of the second are the same handwriting; below that it is hard to read.
    pub(super) fn setting(self) -> Setting {
        match self {
            Self::Caveat => Setting {
                size: (19.0, 12.0),
                leading: (1.28, 1.12),
            },
            Self::Playpen => Setting {
                size: (14.0, 9.5),
                leading: (1.62, 1.40),
            },
            Self::EbGaramond => Setting {
                size: (14.0, 9.5),
                leading: (1.42, 1.24),
            },
        }
    }

    /// The type size of a document in points, and the distance of its baselines in ems: 11 pt of
    /// the book face, and what is as high of the hands.
    pub(super) fn page_setting(self) -> (f32, f32) {
        match self {
            Self::Caveat => (14.0, 1.2),
            Self::Playpen => (10.0, 1.6),
            Self::EbGaramond => (11.0, 1.4),
        }
    }

    /// The name inside the font file, by which a PDF calls it.
    pub(super) fn postscript_name(self) -> &'static str {
        match self {
            Self::Caveat => "Caveat-Regular",
            Self::Playpen => "PlaypenSans-Regular",
            Self::EbGaramond => "EBGaramond-Regular",
        }
    }
}
