//! The values of a data file of this program, without what messages to its author would need.

use super::parse::{Raw, RawValue, parse};
use super::{Entry, Node, Scalar, Value};

/// Reads YAML that this program brings along; `None` where it is none, which a test finds.
///
/// Twice as fast as [`read`](super::read): it keeps no places, and forgives what that reports.
pub fn values(text: &str) -> Option<Node> {
    parse(text).ok().map(|raw| node(raw, text))
}

fn node(raw: Raw, text: &str) -> Node {
    let span = raw.span;
    let value = match raw.value {
        RawValue::Scalar(decoded) => {
            let typed = || text[span.clone()].trim().to_owned();
            let words = decoded.unwrap_or_else(typed);
            Value::Scalar(Scalar {
                text: words,
                plain: false,
            })
        }
        RawValue::List(items) => {
            Value::List(items.into_iter().map(|item| node(item, text)).collect())
        }
        RawValue::Map(entries) => Value::Map(
            entries
                .into_iter()
                .map(|(key, value)| {
                    let key_span = key.span.clone();
                    let name = match node(key, text).value {
                        Value::Scalar(scalar) => scalar.text,
                        _ => String::new(),
                    };
                    Entry {
                        key: name,
                        key_span,
                        value: node(value, text),
                    }
                })
                .collect(),
        ),
    };
    Node { value, span }
}
