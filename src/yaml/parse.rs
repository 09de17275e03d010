//! Text to a raw tree with byte offsets, by the YAML crate. Nothing else names the crate.

use std::fmt;
use std::ops::Range;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_yaml::options::{DuplicateKeyPolicy, MergeKeyPolicy, NonFiniteFloatPolicy};
use serde_yaml::{Error, Location, Options, Spanned};

/// How many values and keys a file may have.
const MAX_NODES: usize = 20_000;
/// How deep lists and mappings may be nested.
pub(super) const MAX_DEPTH: usize = 32;

/// A value as the parser saw it.
pub(super) struct Raw {
    pub value: RawValue,
    /// The bytes the parser gives: a scalar's own, or only the start of a list or mapping.
    pub span: Range<usize>,
}

pub(super) enum RawValue {
    /// A scalar; `None` where the parser took it for null, a boolean or a number, so that only
    /// the bytes tell what was typed.
    Scalar(Option<String>),
    List(Vec<Raw>),
    Map(Vec<(Raw, Raw)>),
}

/// Why a text is no tree.
pub(super) struct Refused {
    pub reason: Reason,
    /// The byte at which the parser noticed.
    pub at: usize,
}

pub(super) enum Reason {
    /// The parser's own words.
    Syntax(String),
    Alias,
    Anchor,
    Documents,
    TooMany,
    TooDeep,
}

/// Reads one document.
pub(super) fn parse(text: &str) -> Result<Raw, Refused> {
    serde_yaml::from_str_with_options::<Spanned<Tree>>(text, options())
        .map(|tree| raw(tree, text))
        .map_err(|error| refused(&error, text))
}

fn options() -> Options {
    serde_yaml::options! {
        budget: serde_yaml::budget! {
            max_aliases: 0,
            max_anchors: 0,
            max_depth: MAX_DEPTH,
            max_nodes: MAX_NODES,
        },
        // Duplicates are reported here, all of them, each with its place.
        duplicate_keys: DuplicateKeyPolicy::PassThrough,
        merge_keys: MergeKeyPolicy::AsOrdinary,
        non_finite_float_policy: NonFiniteFloatPolicy::AsString,
        with_snippet: false,
    }
}

fn refused(error: &Error, text: &str) -> Refused {
    let at = error
        .location()
        .map_or(text.len(), |location| byte(location, text));
    let reason = match error {
        Error::UnknownAnchor { .. } => Reason::Alias,
        Error::MultipleDocuments { .. } => Reason::Documents,
        Error::Budget { breach, .. } => {
            use serde_yaml::budget::BudgetBreach;
            match breach {
                BudgetBreach::Aliases { .. } | BudgetBreach::AliasAnchorRatio { .. } => {
                    Reason::Alias
                }
                BudgetBreach::Anchors { .. } => Reason::Anchor,
                BudgetBreach::Depth { .. } => Reason::TooDeep,
                _ => Reason::TooMany,
            }
        }
        Error::ExternalMessage { msg, .. } if msg == "recursion limit exceeded" => Reason::TooDeep,
        Error::ExternalMessage { msg, .. } => Reason::Syntax(msg.clone()),
        other => {
            // The crate adds "at line 3, column 4", which the message shows anyway.
            let message = other.to_string();
            let words = message.split(" at line ").next().unwrap_or(&message);
            Reason::Syntax(words.to_owned())
        }
    };
    Refused { reason, at }
}

/// The byte of a location; syntax errors know only the character.
fn byte(location: Location, text: &str) -> usize {
    let span = location.span();
    let byte = match span.byte_offset() {
        Some(byte) => usize::try_from(byte).unwrap_or(text.len()),
        None => {
            let place = usize::try_from(span.offset()).unwrap_or(text.len());
            text.char_indices()
                .nth(place)
                .map_or(text.len(), |(at, _)| at)
        }
    };
    on_character(text, byte)
}

/// The start of the character that `byte` falls into.
fn on_character(text: &str, byte: usize) -> usize {
    let mut byte = byte.min(text.len());
    while !text.is_char_boundary(byte) {
        byte -= 1;
    }
    byte
}

fn raw(tree: Spanned<Tree>, text: &str) -> Raw {
    let start = byte(tree.referenced, text);
    let length = tree.referenced.span().byte_len().unwrap_or(0);
    let end = on_character(text, start + usize::try_from(length).unwrap_or(0));
    let value = match tree.value {
        Tree::Scalar(scalar) => RawValue::Scalar(scalar),
        Tree::List(items) => {
            RawValue::List(items.into_iter().map(|item| raw(item, text)).collect())
        }
        Tree::Map(entries) => RawValue::Map(
            entries
                .into_iter()
                .map(|(key, value)| (raw(key, text), raw(value, text)))
                .collect(),
        ),
    };
    Raw {
        value,
        span: start..end.max(start),
    }
}

enum Tree {
    Scalar(Option<String>),
    List(Vec<Spanned<Tree>>),
    Map(Vec<(Spanned<Tree>, Spanned<Tree>)>),
}

impl<'de> Deserialize<'de> for Tree {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TreeVisitor)
    }
}

struct TreeVisitor;

impl<'de> Visitor<'de> for TreeVisitor {
    type Value = Tree;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E>(self) -> Result<Tree, E> {
        Ok(Tree::Scalar(None))
    }

    fn visit_bool<E>(self, _: bool) -> Result<Tree, E> {
        Ok(Tree::Scalar(None))
    }

    fn visit_i64<E>(self, _: i64) -> Result<Tree, E> {
        Ok(Tree::Scalar(None))
    }

    fn visit_u64<E>(self, _: u64) -> Result<Tree, E> {
        Ok(Tree::Scalar(None))
    }

    fn visit_f64<E>(self, _: f64) -> Result<Tree, E> {
        Ok(Tree::Scalar(None))
    }

    fn visit_str<E>(self, text: &str) -> Result<Tree, E> {
        Ok(Tree::Scalar(Some(text.to_owned())))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Tree, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Tree::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Tree, A::Error> {
        let mut map = Vec::new();
        while let Some(entry) = entries.next_entry()? {
            map.push(entry);
        }
        Ok(Tree::Map(map))
    }
}
