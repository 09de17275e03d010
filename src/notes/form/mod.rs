//! The forms that a value of the notes file may have: what is read, what is refused, its schema.

mod choice;
mod clock;
mod contact;
mod day;
mod number;
mod text;
mod zone;

use schemars::{Schema, SchemaGenerator};

pub(super) use choice::{LanguageTag, choices, choose, wrong_choice};
pub(super) use clock::Clock;
pub(super) use contact::{Email, Link};
pub(super) use day::{Day, PlanDay};
pub(super) use number::{FlagOr, Version, Whole};
pub(super) use text::{Address, LONGEST_NAME, Line, Name, Prose};
pub(super) use zone::Zone;

use super::reader::Reader;
use crate::diagnostic::Path;
use crate::yaml::Node;

/// A form of value.
pub(super) trait Form {
    type Value;
    /// Whether the value is a mapping with keys of its own.
    const NESTED: bool = false;

    /// Reads a value; `None` where it is wrong, which has been reported then.
    fn read(node: &Node, path: &Path, reader: &mut Reader<'_>) -> Option<Self::Value>;

    fn schema(generator: &mut SchemaGenerator) -> Schema;

    /// The value that stands for one that is not known yet; only for a worksheet.
    fn blank() -> Option<Self::Value> {
        None
    }

    /// The lines of an example, without the key.
    fn lines(example: &str) -> Vec<String> {
        vec![example.to_owned()]
    }

    /// The keys of a mapping.
    fn keys() -> Vec<&'static str> {
        Vec::new()
    }

    /// How a text that was typed instead is meant: as the value of the first key.
    fn short(text: &str) -> String {
        text.to_owned()
    }
}
