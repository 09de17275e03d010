//! Raw tree to [`Node`]s: scalars as typed, whole spans, the place of every path, and what is YAML
//! but not allowed here (tags, keys that are no words, a key given twice).

use std::collections::BTreeMap;
use std::ops::Range;

use super::parse::{Raw, RawValue};
use super::quote::{mended_line, rest_of_line};
use super::{Entry, Node, Scalar, Value};
use crate::diagnostic::{Diagnostic, Path, Place, Source, Spans};

/// How many bytes a key may have: it stands in the path of every value below it.
///
/// The longest that can be meant is a person's name, of 200 characters at most.
const LONGEST_KEY: usize = 1_000;

/// What a raw tree becomes.
pub(super) struct Built {
    pub root: Node,
    pub places: Vec<(Path, Spans)>,
    pub errors: Vec<Diagnostic>,
}

pub(super) fn build(raw: Raw, source: &Source) -> Built {
    let mut builder = Builder {
        text: source.text(),
        source,
        places: Vec::new(),
        errors: Vec::new(),
    };
    let root = builder.node(raw, 0, &Path::root(), None);
    Built {
        root,
        places: builder.places,
        errors: builder.errors,
    }
}

struct Builder<'a> {
    text: &'a str,
    source: &'a Source,
    places: Vec<(Path, Spans)>,
    errors: Vec<Diagnostic>,
}

/// What stands between a value and the token before it.
struct Gap {
    /// Whether `|` or `>` opens a block.
    block: bool,
    /// Where that header or the value itself starts.
    start: usize,
}

impl Builder<'_> {
    /// Makes a node of `raw`; `from` is the end of the token before it.
    fn node(&mut self, raw: Raw, from: usize, path: &Path, key: Option<Range<usize>>) -> Node {
        let at = self.places.len();
        let gap = self.gap(from, raw.span.start);
        let (value, span) = match raw.value {
            RawValue::Scalar(decoded) => self.scalar(decoded, raw.span, &gap, key.as_ref()),
            RawValue::List(items) => self.list(items, raw.span, path),
            RawValue::Map(entries) => self.map(entries, raw.span, path),
        };
        let spans = Spans {
            key,
            value: span.clone(),
        };
        self.places.insert(at, (path.clone(), spans));
        Node { value, span }
    }

    fn scalar(
        &self,
        decoded: Option<String>,
        span: Range<usize>,
        gap: &Gap,
        key: Option<&Range<usize>>,
    ) -> (Value, Range<usize>) {
        let typed = &self.text[span.clone()];
        let kept = typed.trim_end();
        let trimmed = span.start..span.start + kept.len();
        let first = typed.chars().next();
        let plain = !gap.block && !matches!(first, Some('"' | '\'' | '|' | '>'));
        if plain && kept.is_empty() {
            // After the colon, where the value is missing.
            let at = key
                .map_or(span.start, |key| key.end + 1)
                .min(self.text.len());
            return (Value::Empty, at..at);
        }
        let text = match decoded {
            // A line of a plain scalar is what was typed; several lines the parser has folded.
            Some(text) if !plain || kept.contains(['\n', '\r']) => text,
            _ => kept.to_owned(),
        };
        let span = if kept.is_empty() {
            gap.start..gap.start + 1
        } else {
            trimmed
        };
        (Value::Scalar(Scalar { text, plain }), span)
    }

    fn list(&mut self, raw: Vec<Raw>, span: Range<usize>, path: &Path) -> (Value, Range<usize>) {
        let mut end = span.end;
        let mut items = Vec::with_capacity(raw.len());
        for (index, item) in raw.into_iter().enumerate() {
            let item = self.node(item, end, &path.item(index), None);
            end = item.span.end.max(end);
            items.push(item);
        }
        let span = self.around(span, items.first().map(|item| item.span.start), end);
        (Value::List(items), span)
    }

    fn map(
        &mut self,
        raw: Vec<(Raw, Raw)>,
        span: Range<usize>,
        path: &Path,
    ) -> (Value, Range<usize>) {
        let mut end = span.end;
        let mut entries: Vec<Entry> = Vec::with_capacity(raw.len());
        let mut seen = BTreeMap::new();
        for (key, value) in raw {
            self.gap(end, key.span.start);
            let key_span = key.span.clone();
            let Some(name) = self.key(key) else {
                end = key_span.end.max(value.span.end).max(end);
                continue;
            };
            let below = path.key(&name);
            let value = self.node(value, key_span.end, &below, Some(key_span.clone()));
            end = value.span.end.max(key_span.end).max(end);
            if let Some(first) = seen.get(&name) {
                let lists = matches!(value.value, Value::List(_));
                self.repeated(&name, &key_span, *first, lists);
                continue;
            }
            seen.insert(name.clone(), key_span.start);
            entries.push(Entry {
                key: name,
                key_span,
                value,
            });
        }
        let first = entries.first().map(|entry| entry.key_span.start);
        let span = self.around(span, first, end);
        (Value::Map(entries), span)
    }

    /// The name of a key, or a message where it is not text.
    fn key(&mut self, key: Raw) -> Option<String> {
        let typed = &self.text[key.span.clone()];
        let place = Place::Bytes(key.span.clone());
        match key.value {
            RawValue::Scalar(_) if typed == "<<" => {
                let problem = Diagnostic::error("yaml-merge", place, "`<<` is not used here")
                    .help("write the keys out where they are needed");
                self.errors.push(problem);
                None
            }
            RawValue::Scalar(_) if typed.starts_with(|first: char| first.is_whitespace()) => {
                let blank = typed.len() - typed.trim_start().len();
                let problem = Diagnostic::error(
                    "yaml-indent",
                    Place::Bytes(key.span.start..key.span.start + blank),
                    "the line is indented with another kind of space",
                )
                .label("a no-break or wide space, often from a web page");
                let help = match rest_of_line(self.text, key.span.start) {
                    Some(line) => format!(
                        "type ordinary spaces:\n{}",
                        super::syntax::ordinary_spaces(line)
                    ),
                    None => "type ordinary spaces".to_owned(),
                };
                self.errors.push(problem.help(help));
                None
            }
            RawValue::Scalar(_) if typed.len() > LONGEST_KEY => {
                let problem = Diagnostic::error("yaml-key", place, "a key is longer than any")
                    .label("YAML takes what stands before a colon for a key")
                    .help("put quotation marks around text that holds a colon");
                self.errors.push(problem);
                None
            }
            RawValue::Scalar(decoded) => match decoded {
                Some(text) if !text.is_empty() => Some(text),
                _ if !typed.trim().is_empty() => Some(typed.trim().to_owned()),
                _ => {
                    let problem = Diagnostic::error("yaml-key", place, "a key is missing")
                        .label("nothing stands before the colon")
                        .help("write `key: value`, or put quotation marks around the text");
                    self.errors.push(problem);
                    None
                }
            },
            RawValue::List(_) | RawValue::Map(_) => {
                let problem = Diagnostic::error("yaml-key", place, "a key has to be one word")
                    .label("YAML takes the bracket for a list or a mapping")
                    .help("put quotation marks around text that begins with `[` or `{`");
                self.errors.push(problem);
                None
            }
        }
    }

    fn repeated(&mut self, name: &str, key: &Range<usize>, first: usize, list: bool) {
        let line = self.source.line(first);
        self.errors.push(
            Diagnostic::error(
                "duplicate-key",
                Place::Bytes(key.clone()),
                format!("`{name}` is given twice"),
            )
            .label(format!("it stands on line {line} already"))
            .help(if list {
                "put the items of both under one of them"
            } else {
                "keep one of the two, and delete the other"
            }),
        );
    }

    /// Reads what stands before a value: a block's header, or a tag, which is refused.
    fn gap(&mut self, from: usize, to: usize) -> Gap {
        let mut gap = Gap {
            block: false,
            start: to,
        };
        let Some(between) = self.text.get(from..to) else {
            return gap;
        };
        let mut comment = false;
        for (at, char) in between.char_indices() {
            match char {
                '\n' => comment = false,
                _ if comment => {}
                '#' => comment = true,
                '|' | '>' => {
                    gap.block = true;
                    gap.start = from + at;
                    break;
                }
                '!' => {
                    self.tag(from + at);
                    break;
                }
                _ => {}
            }
        }
        gap
    }

    fn tag(&mut self, at: usize) {
        let rest = &self.text[at..];
        let tag = rest
            .split([' ', '\t', '\r', '\n', ','])
            .next()
            .unwrap_or("!");
        let mended = rest_of_line(self.text, at)
            .and_then(|line| mended_line(self.text, at..at + line.trim_end().len()));
        self.errors.push(
            Diagnostic::error(
                "yaml-tag",
                Place::Bytes(at..at + tag.len()),
                format!("YAML takes `{tag}` for a tag, and tags are not used here"),
            )
            .help(match mended {
                Some(line) => format!("put the text in quotation marks:\n{line}"),
                None => "put the text in quotation marks".to_owned(),
            }),
        );
    }

    /// The whole of a list or mapping, its closing bracket included.
    fn around(&self, span: Range<usize>, first: Option<usize>, end: usize) -> Range<usize> {
        let opening = self.text[span.start..].chars().next();
        let closing = match opening {
            Some('[') if !span.is_empty() => ']',
            Some('{') if !span.is_empty() => '}',
            _ => {
                let start = first.unwrap_or(span.start);
                return start..end.max(start);
            }
        };
        let mut comment = false;
        for (at, char) in self.text[end..].char_indices() {
            match char {
                '\n' => comment = false,
                _ if comment => {}
                '#' => comment = true,
                _ if char == closing => return span.start..end + at + 1,
                ',' | ' ' | '\t' | '\r' => {}
                _ => break,
            }
        }
        span.start..end
    }
}
