//! Text that has to stand in quotation marks, and marks that are wrong.

use super::{mended, read};
use crate::diagnostic::{Diagnostic, Place};
use crate::yaml::line::Line;

/// A quotation mark that is never closed, which swallows the lines below it.
pub(super) fn open_quote(text: &str, error: Line<'_>, words: &str) -> Option<Diagnostic> {
    if !words.contains("quote") {
        return None;
    }
    let mut line = error;
    loop {
        if let Some(mark) = unclosed(line.value) {
            let start = line.value_span().start;
            let place = Place::Bytes(start..start + 1);
            let problem = Diagnostic::error("yaml-quote", place, "a quotation mark is not closed")
                .label(format!("no `{mark}` ends the text"));
            let closed = format!("{}{}{mark}", line.before_value(), line.value);
            let mend = match mark {
                // An apostrophe at the start, as in 'twas or '90s, was never meant to quote.
                '\'' => mended(line, line.value),
                _ => read(&closed).then_some(closed),
            };
            return Some(match mend {
                Some(mend) => problem.help(format!("type:\n{mend}")),
                None => problem.help(format!("end the text with `{mark}`")),
            });
        }
        line = line.above(text)?;
    }
}

/// The mark that `value` begins with and never closes.
fn unclosed(value: &str) -> Option<char> {
    let mark = value
        .chars()
        .next()
        .filter(|mark| matches!(mark, '"' | '\''))?;
    let mut rest = value[1..].chars().peekable();
    while let Some(char) = rest.next() {
        match char {
            '\\' if mark == '"' => {
                rest.next();
            }
            _ if char == mark => {
                // Two single quotes stand for one.
                if mark == '\'' && rest.peek() == Some(&mark) {
                    rest.next();
                } else {
                    return None;
                }
            }
            _ => {}
        }
    }
    Some(mark)
}

/// Text with `: `, quotation marks or a leading sign in it, which has to stand in quotes.
pub(super) fn needs_quotes(line: Line<'_>) -> Option<Diagnostic> {
    if line.value.is_empty() || read(&format!("x: {}", line.value)) {
        return None;
    }
    let mend = mended(line, line.value)?;
    let first = line.value.chars().next()?;
    let start = line.value_span().start;
    let (length, message) = match first {
        '"' | '\'' => (
            line.value.len(),
            "text goes on behind a closing quotation mark".to_owned(),
        ),
        _ if "`@%*&!{}[],|>?-".contains(first) => (
            first.len_utf8(),
            match first {
                '`' => "a backtick cannot begin a text".to_owned(),
                '-' => "a dash cannot begin a text after a key".to_owned(),
                _ => format!("`{first}` cannot begin a text"),
            },
        ),
        _ => {
            let colon = line
                .value
                .find(": ")
                .or_else(|| line.value.ends_with(':').then(|| line.value.len() - 1))?;
            let place = Place::Bytes(start + colon..start + colon + 1);
            return Some(
                Diagnostic::error("yaml-quotes", place, "a colon inside the text")
                    .label("YAML takes what stands before it for a key")
                    .help(format!("put the text in quotation marks:\n{mend}")),
            );
        }
    };
    let escape = first == '"' && read(&format!("x: {}", line.value.replace('\\', "/")));
    let problem = if escape {
        Diagnostic::error(
            "yaml-quotes",
            Place::Bytes(start..start + length),
            "a backslash means something else inside double quotation marks",
        )
    } else {
        Diagnostic::error("yaml-quotes", Place::Bytes(start..start + length), message)
    };
    Some(problem.help(format!("put the text in quotation marks:\n{mend}")))
}

/// A colon in the second line of a text: better as a block.
pub(super) fn block_of_prose(text: &str, error: Line<'_>) -> Option<Diagnostic> {
    let colon = error.value.find(": ")?;
    let mut lines = vec![error];
    let mut head = error.above(text)?;
    while head.key.is_none() && head.lead >= error.lead && head.text.trim_start() == head.value {
        lines.push(head);
        head = head.above(text)?;
    }
    if head.value.is_empty() || head.lead >= error.lead {
        return None;
    }
    let deeper = " ".repeat(head.lead + 2);
    let mut mend = format!("{}>-\n{deeper}{}", head.before_value(), head.value);
    for line in lines.iter().rev() {
        mend.push_str(&format!("\n{deeper}{}", line.value));
    }
    let start = error.value_span().start + colon;
    read(&mend).then(|| {
        Diagnostic::error(
            "yaml-quotes",
            Place::Bytes(start..start + 1),
            "a colon inside the text",
        )
        .label("YAML takes what stands before it for a key")
        .help(format!("make the text a block:\n{mend}"))
    })
}

/// `moment: - your story`, where either the dash or the line is wrong.
pub(super) fn dash_after_key(line: Line<'_>) -> Option<Diagnostic> {
    let rest = line
        .value
        .strip_prefix("- ")
        .filter(|_| line.key.is_some())?;
    let (key, start) = (line.before_value(), line.value_span().start);
    let lead = " ".repeat(line.lead + 2);
    Some(
        Diagnostic::error(
            "yaml-quotes",
            Place::Bytes(start..start + 1),
            "a dash cannot stand behind a key",
        )
        .help(format!("for one text, leave the dash out:\n{key}{rest}"))
        .help(format!(
            "for a list, begin it on the next line:\n{}\n{lead}- {rest}",
            key.trim_end()
        )),
    )
}
