//! YAML text as a tree whose values know their bytes.
//!
//! Takes the bytes of a file; gives a [`Document`]: a [`Node`] tree with scalars exactly as they
//! were typed (`01234`, `NO` and `1.10` stay text), and a [`Source`] that knows where each path
//! stands. This is the only code that names the YAML crate; notes and themes are read through it.

mod comment;
mod decode;
mod line;
mod parse;
mod quote;
mod syntax;
mod tree;
mod values;

use std::ops::Range;
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Report, Source};

pub use decode::MAX_BYTES;
pub use quote::{as_typed, exact, mended_line, quoted};
pub use values::values;

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

impl Node {
    /// A mapping without entries that stands nowhere.
    pub fn nothing() -> Self {
        Self {
            value: Value::Map(Vec::new()),
            span: 0..0,
        }
    }
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
pub fn load(name: &str, bytes: &[u8]) -> Result<Document, Report> {
    let (mut document, errors) = read(name, bytes)?;
    if errors.is_empty() {
        return Ok(document);
    }
    let mut report = Report {
        source: Arc::clone(&document.source),
        diagnostics: errors,
    };
    report.diagnostics.append(&mut document.warnings);
    report.sort();
    report.limit();
    Err(report)
}

/// Reads YAML as far as it has a tree, for a reader who has more to say about the file.
///
/// With the document come the problems that [`load`] refuses it for: a key given twice (the first
/// one is in the tree), a tag, a key that is no word.
///
/// # Errors
/// A report with the one problem that kept the text from being a tree.
pub fn read(name: &str, bytes: &[u8]) -> Result<(Document, Vec<Diagnostic>), Report> {
    let alone = |text: &str, problem: Diagnostic| Report {
        source: Arc::new(Source::new(name, text)),
        diagnostics: vec![problem],
    };
    let text = decode::decode(bytes).map_err(|refused| alone(&refused.0, refused.1))?;
    let raw = parse::parse(text).map_err(|refused| alone(text, syntax::explain(text, &refused)))?;
    let mut source = Source::new(name, text);
    let built = tree::build(raw, &source);
    for (path, spans) in built.places {
        source.insert(path, spans);
    }
    let document = Document {
        warnings: comment::cut(&built.root, text),
        source: Arc::new(source),
        root: built.root,
    };
    Ok((document, built.errors))
}
