//! Text as YAML that means it: the mended lines in help.

use super::parse::RawValue;

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
    let read = super::parse::parse(&format!("x: {text}"));
    let same = match read.map(|raw| raw.value) {
        Ok(RawValue::Map(entries)) => match entries.as_slice() {
            [(_, value)] => value.span == (3..3 + text.len()) && !text.starts_with(['"', '\'']),
            _ => false,
        },
        _ => false,
    };
    if same { text.to_owned() } else { quoted(text) }
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

/// The line that `span` begins on, with the bytes of `span` put into quotation marks.
///
/// A text over several lines becomes one line.
pub fn mended_line(text: &str, span: std::ops::Range<usize>) -> String {
    let start = text[..span.start].rfind('\n').map_or(0, |at| at + 1);
    let rest = text[span.end..].split(['\r', '\n']).next();
    let typed: Vec<&str> = text[span.clone()].split_whitespace().collect();
    let lead = &text[start..span.start];
    format!(
        "{lead}{}{}",
        quoted(&typed.join(" ")),
        rest.unwrap_or_default()
    )
    .trim_end()
    .to_owned()
}
