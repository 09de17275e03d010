//! YAML text as a tree whose values know their bytes.
//!
//! Takes the bytes of a file; gives a [`Document`]: a [`Node`] tree with scalars exactly as they
//! were typed (`01234`, `NO` and `1.10` stay text), and a [`Source`] that knows where each path
//! stands. This is the only code that names the YAML crate; notes and themes are read through it.

use std::ops::Range;
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Report, Source};

/// A file that parsed.
#[derive(Debug, Clone)]
pub struct Document {
    /// The text, with the place of every path.
    pub source: Arc<Source>,
    /// The value of the whole file.
    pub root: Node,
    /// What parsed but was probably not meant, such as a comment that cut a sentence short.
    pub warnings: Vec<Diagnostic>,
}

/// A value and the bytes it stands in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// The value.
    pub value: Value,
    /// The bytes of the value, quotation marks included.
    pub span: Range<usize>,
}

/// A value of YAML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Nothing was typed after the key (`moment:`); `~` and `null` are text.
    Empty,
    /// Text, as it was typed; numbers, dates and booleans are text as well.
    Scalar(Scalar),
    /// A list.
    List(Vec<Node>),
    /// A mapping, in the order of the file; keys are unique.
    Map(Vec<Entry>),
}

/// Text and how it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scalar {
    /// The text that was meant: quotation marks and folding undone.
    pub text: String,
    /// Whether it stood without quotation marks and outside a block.
    pub plain: bool,
}

/// A key and its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The key, as typed.
    pub key: String,
    /// The bytes of the key.
    pub key_span: Range<usize>,
    /// The value.
    pub value: Node,
}

/// Reads YAML; a syntax error, a duplicate key or a file over budget gives a report instead.
///
/// # Errors
/// A report with every problem that could be found before the tree was complete.
pub fn load(_name: &str, _bytes: &[u8]) -> Result<Document, Report> {
    unimplemented!()
}
