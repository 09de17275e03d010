//! The marks that a template leaves in its text for the composer: characters of no alphabet.
//!
//! Unicode sets U+FDD0 to U+FDEF aside for use inside a program; notes refuse them, so a mark can
//! never be mistaken for words.

/// Opens a place that is to be filled.
pub const PLACE: char = '\u{FDD0}';
/// Parts the fields of a place.
pub const FIELD: char = '\u{FDD1}';
/// Closes a place.
pub const PLACE_END: char = '\u{FDD2}';
/// Stands before a value that came from the notes.
pub const VALUE: char = '\u{FDD3}';
/// Stands after a value that came from the notes.
pub const VALUE_END: char = '\u{FDD4}';

/// Whether a character is one that templates and the composer keep to themselves.
pub fn is_mark(c: char) -> bool {
    ('\u{FDD0}'..='\u{FDEF}').contains(&c)
}

/// A place that a skeleton left to be filled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place<'a> {
    /// The phrase that is dealt from a pool, told about an item: its name and where it stands.
    Say {
        /// The id of the pool.
        pool: &'a str,
        /// The name the item is bound to and its path in the notes.
        item: Option<(&'a str, &'a str)>,
    },
    /// Own sentences, word for word.
    Own {
        /// The key, such as `my_side` or `say.opening`.
        key: &'a str,
        /// The item that holds the key, by its path in the notes.
        of: Option<&'a str>,
    },
}

impl<'a> Place<'a> {
    /// Writes the place as the text of a mark.
    pub fn write(&self) -> String {
        let (kind, first, name, at) = match self {
            Self::Say { pool, item } => {
                let (name, at) = item.unwrap_or_default();
                ("say", *pool, name, at)
            }
            Self::Own { key, of } => ("own", *key, "", of.unwrap_or_default()),
        };
        format!("{PLACE}{kind}{FIELD}{first}{FIELD}{name}{FIELD}{at}{PLACE_END}")
    }

    /// Reads the text between [`PLACE`] and [`PLACE_END`].
    pub fn read(text: &'a str) -> Option<Self> {
        let mut fields = text.split(FIELD);
        let (kind, first) = (fields.next()?, fields.next()?);
        let (name, at) = (fields.next()?, fields.next()?);
        match kind {
            "say" => Some(Self::Say {
                pool: first,
                item: (!at.is_empty()).then_some((name, at)),
            }),
            "own" => Some(Self::Own {
                key: first,
                of: (!at.is_empty()).then_some(at),
            }),
            _ => None,
        }
    }
}

/// A stretch of a rendered skeleton.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece<'a> {
    /// The skeleton's own words, in Markdown; values are between [`VALUE`] and [`VALUE_END`].
    Words(&'a str),
    /// A place to fill.
    Place(Place<'a>),
}

/// Parts rendered text into words and places to fill.
pub fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((words, after)) = rest.split_once(PLACE) {
        let (inside, next) = after.split_once(PLACE_END).unwrap_or((after, ""));
        if !words.is_empty() {
            pieces.push(Piece::Words(words));
        }
        pieces.extend(Place::read(inside).map(Piece::Place));
        rest = next;
    }
    if !rest.is_empty() {
        pieces.push(Piece::Words(rest));
    }
    pieces
}
