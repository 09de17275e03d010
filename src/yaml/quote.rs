//! Text as YAML that means it: the mended lines in help.

use std::ops::Range;

use super::parse::{Raw, RawValue, parse};

/// `text` in quotation marks, in the kind that needs the least escaping.
///
/// A value that was meant to be quoted, such as `'it's here'`, loses the marks it has.
pub fn quoted(text: &str) -> String {
    let text = inside(text);
    if !text.contains(['"', '\\']) {
        format!("\"{text}\"")
    } else {
        format!("'{}'", text.replace('\'', "''"))
    }
}

/// `text` without quotation marks where YAML reads it so, else in them.
pub fn as_typed(text: &str) -> String {
    let read = parse(&format!("x: {text}"));
    let same = match read.map(|raw| raw.value) {
        Ok(RawValue::Map(entries)) => match entries.as_slice() {
            [(_, value)] => value.span == (3..3 + text.len()) && !text.starts_with(['"', '\'']),
            _ => false,
        },
        _ => false,
    };
    if same { text.to_owned() } else { quoted(text) }
}

/// `text` as a key or a value that is read back as exactly this text, its own marks included:
/// without quotation marks where that is safe.
pub fn exact(text: &str) -> String {
    if is_bare(text) {
        text.to_owned()
    } else if text.contains(needs_escape) {
        format!("\"{}\"", text.chars().map(escaped).collect::<String>())
    } else if text.contains(['"', '\\']) {
        format!("'{}'", text.replace('\'', "''"))
    } else {
        format!("\"{text}\"")
    }
}

/// Whether a text without quotation marks is the same text, as a key and as a value.
fn is_bare(text: &str) -> bool {
    if text != text.trim() {
        return false;
    }
    let length = text.len();
    let is_it = |raw: &Raw, from: usize| match &raw.value {
        RawValue::Scalar(Some(read)) => read == text && raw.span == (from..from + length),
        _ => false,
    };
    let Ok(RawValue::Map(entries)) = parse(&format!("{text}: {text}")).map(|raw| raw.value) else {
        return false;
    };
    // `<<` merges, in files that others may read.
    match entries.as_slice() {
        [(key, value)] => text != "<<" && is_it(key, 0) && is_it(value, length + 2),
        _ => false,
    }
}

/// Whether a character cannot stand as it is between quotation marks on one line.
fn needs_escape(char: char) -> bool {
    let code = u32::from(char);
    char.is_control()
        || matches!(char, '\u{2028}' | '\u{2029}' | '\u{feff}')
        || code & 0xFFFE == 0xFFFE
}

/// A character inside double quotation marks.
fn escaped(char: char) -> String {
    match char {
        '"' | '\\' => format!("\\{char}"),
        _ if needs_escape(char) => format!("\\U{:08X}", u32::from(char)),
        _ => char.to_string(),
    }
}

/// What stands inside the marks around the whole text, where they were meant as such.
///
/// `"quote", he said` and `"a" and "b"` keep theirs: the second mark closes a first quotation.
/// In `'it's here'` it is an apostrophe, and in `"say "no" twice"` it opens another one.
fn inside(text: &str) -> &str {
    let Some(mark) = text
        .chars()
        .next()
        .filter(|mark| matches!(mark, '"' | '\''))
    else {
        return text;
    };
    let Some(within) = text[1..].strip_suffix(mark) else {
        return text;
    };
    let Some(second) = within.find(mark) else {
        return within;
    };
    let before = within[..second].chars().next_back();
    let after = within[second + 1..].chars().next();
    let apostrophe = mark == '\''
        && before.is_some_and(char::is_alphanumeric)
        && after.is_some_and(char::is_alphanumeric);
    let opens = before.is_some_and(|char| char.is_whitespace() || char == '(');
    if apostrophe || opens { within } else { text }
}

/// How many bytes a line may have to be shown mended: nobody finds a change in a longer one, and
/// thousands of problems on one line of a whole file would each bring that line along.
const LONGEST_LINE: usize = 300;

/// The line that `span` begins on, with the bytes of `span` put into quotation marks; `None` where
/// the line is too long to be shown.
///
/// A text over several lines becomes one line.
pub fn mended_line(text: &str, span: Range<usize>) -> Option<String> {
    let start = start_of_line(text, span.start)?;
    let rest = rest_of_line(text, span.end)?;
    if span.end + rest.len() - start > LONGEST_LINE {
        return None;
    }
    let typed: Vec<&str> = text[span.clone()].split_whitespace().collect();
    let lead = &text[start..span.start];
    let line = format!("{lead}{}{rest}", quoted(&typed.join(" ")));
    Some(line.trim_end().to_owned())
}

/// The first byte of the line that byte `at` stands on; `None` where it is too far away.
fn start_of_line(text: &str, at: usize) -> Option<usize> {
    let before = text.as_bytes().get(..at)?;
    let near = before.len().saturating_sub(LONGEST_LINE);
    let found = before[near..].iter().rposition(|byte| *byte == b'\n');
    match found {
        Some(place) => Some(near + place + 1),
        None => (near == 0).then_some(0),
    }
}

/// What stands on its line from byte `at` on; `None` where that is too long to be shown.
pub(super) fn rest_of_line(text: &str, at: usize) -> Option<&str> {
    let bytes = text.as_bytes().get(at..)?;
    let near = &bytes[..bytes.len().min(LONGEST_LINE)];
    let end = near.iter().position(|byte| matches!(byte, b'\r' | b'\n'));
    match end {
        Some(length) => text.get(at..at + length),
        None => (near.len() == bytes.len()).then(|| text.get(at..))?,
    }
}
