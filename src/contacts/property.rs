//! A line of a card as a property: `item1.EMAIL;TYPE=work:k@northwind.example`.

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

/// A property, its text decoded but not yet parted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Property {
    /// What ties it to others, such as `item1`; empty where nothing does.
    pub group: String,
    /// The name in upper case.
    pub name: String,
    /// Parameters: name in upper case (empty where there was a value alone) and value as typed.
    parameters: Vec<(String, String)>,
    /// The text, its escapes still in it.
    pub value: String,
}

impl Property {
    /// Reads a line; `None` where it is no property.
    pub(super) fn read(line: &[u8]) -> Option<Self> {
        let colon = outside_quotes(line, b':').next()?;
        let (head, value) = (line.get(..colon)?, line.get(colon + 1..)?);
        let head = String::from_utf8_lossy(head).into_owned();
        let bounds: Vec<usize> = outside_quotes(head.as_bytes(), b';').collect();
        let mut parts = split_at(&head, &bounds).into_iter();
        let full = parts.next()?;
        let (group, name) = full.rsplit_once('.').unwrap_or(("", full));
        let parameters: Vec<(String, String)> = parts
            .map(|part| {
                let (name, value) = part.split_once('=').unwrap_or(("", part));
                (
                    name.trim().to_uppercase(),
                    value.trim().trim_matches('"').to_owned(),
                )
            })
            .collect();
        let mut property = Self {
            group: group.to_lowercase(),
            name: name.trim().to_uppercase(),
            parameters,
            value: String::new(),
        };
        property.value = property.decoded(value);
        Some(property)
    }

    /// Whether it is of a type: `TYPE=work,pref`, `type="WORK"`, or in version 2.1 `;WORK`.
    pub(super) fn is(&self, kind: &str) -> bool {
        let types = self
            .parameters
            .iter()
            .filter(|(name, _)| name.is_empty() || name == "TYPE");
        types
            .flat_map(|(_, value)| value.split(','))
            .any(|value| value.trim_matches('"').trim().eq_ignore_ascii_case(kind))
    }

    /// The value of a parameter.
    pub(super) fn parameter(&self, wanted: &str) -> Option<&str> {
        let found = self.parameters.iter().find(|(name, _)| name == wanted);
        found.map(|(_, value)| value.as_str())
    }

    /// Whether its owner prefers it: `PREF=1`, or of the type `pref`.
    pub(super) fn is_preferred(&self) -> bool {
        self.is("pref") || self.parameter("PREF").is_some_and(|rank| rank == "1")
    }

    /// The parts between semicolons, each with its escapes undone, on one line.
    pub(super) fn parts(&self) -> Vec<String> {
        parted(&self.value, ';')
            .iter()
            .map(|part| plain(part))
            .collect()
    }

    /// A part of it as the lines it has.
    pub(super) fn lines_of(&self, part: usize) -> Vec<String> {
        let parts = parted(&self.value, ';');
        parts
            .get(part)
            .map(|part| as_lines(&unescaped(part)))
            .unwrap_or_default()
    }

    /// The whole value with its escapes undone, on one line.
    pub(super) fn text(&self) -> String {
        plain(&self.value)
    }

    /// The whole value with its escapes undone, as the lines it has.
    pub(super) fn lines(&self) -> Vec<String> {
        as_lines(&unescaped(&self.value))
    }

    fn decoded(&self, value: &[u8]) -> String {
        let encoding = self.parameter("ENCODING").or_else(|| {
            let bare = self.parameters.iter().filter(|(name, _)| name.is_empty());
            bare.map(|(_, value)| value.as_str())
                .find(|value| value.eq_ignore_ascii_case("QUOTED-PRINTABLE"))
        });
        let bytes = match encoding {
            Some(name) if name.eq_ignore_ascii_case("QUOTED-PRINTABLE") => quoted_printable(value),
            _ => value.to_vec(),
        };
        let named = self
            .parameter("CHARSET")
            .and_then(|name| Encoding::for_label(name.as_bytes()));
        let text = match std::str::from_utf8(&bytes) {
            // What is UTF-8 is hardly ever anything else, whatever a card says of itself.
            Ok(text) => text.to_owned(),
            Err(_) => {
                let encoding = named
                    .filter(|named| *named != UTF_8)
                    .unwrap_or(WINDOWS_1252);
                encoding.decode(&bytes).0.into_owned()
            }
        };
        match named {
            // Encodings of other scripts in ASCII bytes, such as ISO-2022-JP.
            Some(named) if !named.is_ascii_compatible() => named.decode(&bytes).0.into_owned(),
            _ => text,
        }
    }
}

/// The places of a mark that does not stand in quotation marks.
fn outside_quotes(line: &[u8], mark: u8) -> impl Iterator<Item = usize> {
    let mut quoted = false;
    line.iter().enumerate().filter_map(move |(at, byte)| {
        quoted ^= *byte == b'"';
        (*byte == mark && !quoted).then_some(at)
    })
}

fn split_at<'a>(text: &'a str, bounds: &[usize]) -> Vec<&'a str> {
    let mut parts = Vec::new();
    let mut start = 0;
    for bound in bounds {
        parts.push(text.get(start..*bound).unwrap_or_default());
        start = bound + 1;
    }
    parts.push(text.get(start..).unwrap_or_default());
    parts
}

/// A value parted at a mark, not where a backslash stands before it.
fn parted(value: &str, mark: char) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut escaped = false;
    for c in value.chars() {
        if c == mark && !escaped {
            parts.push(String::new());
        } else if let Some(part) = parts.last_mut() {
            part.push(c);
        }
        escaped = c == '\\' && !escaped;
    }
    parts
}

/// A text with its escapes undone: `\,` `\;` `\:` `\\` and the line break `\n`.
fn unescaped(value: &str) -> String {
    let mut text = String::with_capacity(value.len());
    let mut rest = value.chars();
    while let Some(c) = rest.next() {
        match c {
            '\\' => match rest.next() {
                Some('n' | 'N') => text.push('\n'),
                Some(c) => text.push(c),
                None => text.push('\\'),
            },
            c => text.push(c),
        }
    }
    text
}

/// The lines of a text that say anything.
pub(super) fn as_lines(text: &str) -> Vec<String> {
    let lines = text.split(['\n', '\r']).map(one_line);
    lines.filter(|line| !line.is_empty()).collect()
}

fn plain(value: &str) -> String {
    one_line(&unescaped(value))
}

/// Words with single spaces between them, without what cannot be seen.
fn one_line(text: &str) -> String {
    let is_hidden = |c: &char| {
        let code = u32::from(*c);
        (c.is_control() && !c.is_whitespace())
            || code & 0xFFFE == 0xFFFE
            || (0xFDD0..=0xFDEF).contains(&code)
            || matches!(c, '\u{ad}' | '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}'
                | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{fffd}')
    };
    let seen: String = text.chars().filter(|c| !is_hidden(c)).collect();
    seen.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn quoted_printable(value: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(value.len());
    let mut at = 0;
    while let Some(byte) = value.get(at) {
        let digits = value
            .get(at + 1..at + 3)
            .and_then(|two| std::str::from_utf8(two).ok());
        let code = digits.and_then(|two| u8::from_str_radix(two, 16).ok());
        match (byte, code) {
            (b'=', Some(code)) => {
                bytes.push(code);
                at += 3;
            }
            (byte, _) => {
                bytes.push(*byte);
                at += 1;
            }
        }
    }
    bytes
}
