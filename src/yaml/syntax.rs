//! Why a text is not YAML, in the words of somebody who writes notes, with the mended line.
//!
//! The parser says what it expected; this says what was probably meant. Every mended line has been
//! read by the parser before it is shown.

use super::line::Line;
use super::parse::{MAX_DEPTH, Reason, Refused, parse};
use super::quote::quoted;
use crate::diagnostic::{Diagnostic, Place};

/// The message for a text that the parser refused.
pub(super) fn explain(text: &str, refused: &Refused) -> Diagnostic {
    let at = Place::Bytes(refused.at..refused.at);
    match &refused.reason {
        Reason::Documents => Diagnostic::error("several-documents", at, "a second document begins")
            .label("after a line of three dashes")
            .help("put each interview into a file of its own, or delete the line `---`"),
        Reason::TooMany => Diagnostic::error("too-big", at, "the file has more than 20,000 values")
            .help("a notes file is a few pages of text; check that this is the right file"),
        Reason::TooDeep => Diagnostic::error(
            "too-deep",
            at,
            format!("lists and mappings are nested more than {MAX_DEPTH} deep"),
        )
        .help("put quotation marks around text that is full of brackets"),
        Reason::Alias | Reason::Anchor => alias(text, refused),
        Reason::Syntax(words) => syntax(text, refused.at, words),
    }
}

fn alias(text: &str, refused: &Refused) -> Diagnostic {
    let (mark, name) = match refused.reason {
        Reason::Alias => ('*', "alias"),
        _ => ('&', "anchor"),
    };
    // An anchor is noticed at the value behind it, which may stand on the next line.
    let at = text[..refused.at]
        .rfind(mark)
        .filter(|_| !text[refused.at..].starts_with(mark))
        .unwrap_or(refused.at);
    let line = Line::at(text, at);
    let end = text[at..]
        .find(char::is_whitespace)
        .map_or(text.len(), |length| at + length);
    let problem = Diagnostic::error(
        "yaml-alias",
        Place::Bytes(at..end),
        format!("YAML takes `{mark}` for an {name}, and those are not used here"),
    );
    match mended(line, line.value) {
        Some(mended) if line.value.starts_with(mark) && !line.value.contains(['[', '{']) => {
            problem.help(format!("put the text in quotation marks:\n{mended}"))
        }
        _ => problem.help("write the text out where it is needed"),
    }
}

fn syntax(text: &str, at: usize, words: &str) -> Diagnostic {
    let line = Line::at(text, at);
    tab(text, at, words)
        .or_else(|| control_character(text, at))
        .or_else(|| odd_space(line))
        .or_else(|| open_quote(text, line, words))
        .or_else(|| open_bracket(text, at, words))
        .or_else(|| missing_space(text, line))
        .or_else(|| missing_colon(text, line))
        .or_else(|| block_header(line))
        .or_else(|| block_of_prose(text, line))
        .or_else(|| stray_bracket(line))
        .or_else(|| dash_after_key(line))
        .or_else(|| needs_quotes(line))
        .or_else(|| misplaced(text, line))
        .or_else(|| indented(text, line, at))
        .unwrap_or_else(|| {
            Diagnostic::error(
                "yaml-syntax",
                Place::Bytes(at..at),
                format!("this is not YAML: {}", words.replace('`', "'")),
            )
            .help("put quotation marks around text that holds `: `, ` #`, quotes or brackets")
        })
}

/// A tab where indentation is; the first one up to the error.
fn tab(text: &str, at: usize, words: &str) -> Option<Diagnostic> {
    let line = Line::at(text, at);
    let mut start = 0;
    let mut first = None;
    let mut more = 0;
    for each in text.split_inclusive('\n') {
        let blank = each.len() - each.trim_start_matches([' ', '\t']).len();
        if let Some(tab) = each[..blank].find('\t').filter(|_| !each.trim().is_empty()) {
            match first {
                None if start <= line.start || words.contains("tab") => first = Some(start + tab),
                _ => more += 1,
            }
        }
        start += each.len();
    }
    let first = first?;
    let line = Line::at(text, first);
    let mut problem = Diagnostic::error(
        "yaml-tab",
        Place::Bytes(first..first + 1),
        "a tab is used for indentation",
    )
    .label("YAML wants spaces here")
    .help(format!(
        "replace each tab by two spaces:\n{}",
        line.text.replace('\t', "  ")
    ));
    if more > 0 {
        let lines = if more == 1 { "line has" } else { "lines have" };
        problem = problem.help(format!("{more} more {lines} one"));
    }
    Some(problem)
}

fn control_character(text: &str, at: usize) -> Option<Diagnostic> {
    // The parser points at the start of the text that holds it.
    let rest = text[at..].split('\n').next()?;
    let (place, char) = rest
        .char_indices()
        .find(|(_, char)| char.is_control() && !char.is_whitespace())?;
    let at = at + place;
    let place = Place::Bytes(at..at + char.len_utf8());
    Some(
        Diagnostic::error(
            "control-character",
            place,
            format!("a control character, U+{:04X}, is no text", u32::from(char)),
        )
        .label("invisible in most editors")
        .help("delete it and type the character beside it again"),
    )
}

/// Indentation with a no-break space, as pages of the web have it.
fn odd_space(line: Line<'_>) -> Option<Diagnostic> {
    let odd = line
        .indent()
        .char_indices()
        .find(|(_, char)| !matches!(char, ' ' | '\t'))?;
    let start = line.start + odd.0;
    Some(
        Diagnostic::error(
            "yaml-indent",
            Place::Bytes(start..start + odd.1.len_utf8()),
            "the line is indented with another kind of space",
        )
        .label("a no-break or wide space, often from a web page")
        .help(format!(
            "type ordinary spaces:\n{}",
            ordinary_spaces(line.text)
        )),
    )
}

/// A line with ordinary spaces for all others.
pub(super) fn ordinary_spaces(line: &str) -> String {
    line.replace(|char: char| char.is_whitespace() && char != '\t', " ")
}

/// A quotation mark that is never closed, which swallows the lines below it.
fn open_quote(text: &str, error: Line<'_>, words: &str) -> Option<Diagnostic> {
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

/// A list or mapping in brackets that is never closed.
fn open_bracket(text: &str, at: usize, words: &str) -> Option<Diagnostic> {
    if !["bracket", "flow", "illegal placement of ':'", "EOF"]
        .iter()
        .any(|sign| words.contains(sign))
    {
        return None;
    }
    let mut line = Line::at(text, at);
    loop {
        let opening = line.value.chars().next();
        let (open, close) = match opening {
            Some('[') => ('[', ']'),
            Some('{') => ('{', '}'),
            _ => {
                line = line.above(text)?;
                continue;
            }
        };
        let opened = line.value.matches(open).count();
        if opened <= line.value.matches(close).count() {
            return None;
        }
        let start = line.value_span().start;
        let problem = Diagnostic::error(
            "yaml-bracket",
            Place::Bytes(start..start + 1),
            format!("a bracket `{open}` is not closed"),
        )
        .label(format!("no `{close}` ends it"));
        let closed = format!("{}{close}", line.text.trim_end().trim_end_matches(','));
        return Some(if read(&closed) {
            problem.help(format!("type:\n{closed}"))
        } else {
            problem.help(format!(
                "end the list with `{close}`, or put text that begins with `{open}` in quotation marks"
            ))
        });
    }
}

/// `-text` and `key:text`.
fn missing_space(text: &str, error: Line<'_>) -> Option<Diagnostic> {
    if let Some(rest) = error
        .value
        .strip_prefix('-')
        .filter(|_| error.key.is_none())
    {
        let mend = format!("{}- {}", &error.text[..error.lead], rest.trim_start());
        if !rest.is_empty() && !rest.starts_with('-') && read(&mend) {
            let start = error.value_span().start;
            let place = Place::Bytes(start..start + 1);
            return Some(
                Diagnostic::error("yaml-space", place, "a space is missing after the dash")
                    .help(format!("type:\n{mend}")),
            );
        }
    }
    for line in [Some(error), error.above(text)].into_iter().flatten() {
        if line.key.is_some() {
            continue;
        }
        let Some((key, rest)) = line.value.split_once(':') else {
            continue;
        };
        let word = !key.is_empty()
            && key
                .chars()
                .all(|char| char.is_ascii_lowercase() || char == '_');
        if word && !rest.is_empty() && !rest.starts_with([' ', '/']) {
            let colon = line.value_span().start + key.len();
            let mend = format!("{}{key}: {rest}", &line.text[..line.lead]);
            return Some(
                Diagnostic::error(
                    "yaml-space",
                    Place::Bytes(colon..colon + 1),
                    "a space is missing after the colon",
                )
                .help(format!("type:\n{mend}")),
            );
        }
    }
    None
}

/// `interview` on a line of its own, where `interview:` was meant.
fn missing_colon(text: &str, error: Line<'_>) -> Option<Diagnostic> {
    let line = [Some(error), error.above(text)]
        .into_iter()
        .flatten()
        .find(|line| {
            line.key.is_none()
                && !line.value.is_empty()
                && line.text.trim() == line.value
                && line
                    .value
                    .chars()
                    .all(|char| char.is_ascii_lowercase() || char == '_')
        })?;
    let end = line.value_span().end;
    Some(
        Diagnostic::error(
            "yaml-colon",
            Place::Bytes(line.value_span()),
            format!("a colon is missing after `{}`", line.value),
        )
        .help(format!("type:\n{}:", &line.text[..end - line.start])),
    )
}

/// `moment: >- text`, where the text has to begin on the next line.
fn block_header(line: Line<'_>) -> Option<Diagnostic> {
    let rest = line.value.trim_start_matches(['|', '>', '-', '+']);
    if !line.value.starts_with(['|', '>']) || rest.is_empty() || rest.starts_with('#') {
        return None;
    }
    let header = line.value[..line.value.len() - rest.len()].trim_end();
    let start = line.value_span().start;
    let place = Place::Bytes(start..start + header.len());
    let deeper = " ".repeat(line.lead + 2);
    Some(
        Diagnostic::error(
            "yaml-block",
            place,
            format!("the text after `{header}` begins on the next line"),
        )
        .help(format!(
            "type:\n{}{header}\n{deeper}{}",
            line.before_value(),
            rest.trim()
        )),
    )
}

/// A key that stands deeper than the keys it belongs to, or between two of them.
fn indented(text: &str, error: Line<'_>, at: usize) -> Option<Diagnostic> {
    let begins = error.value_span().start >= at || error.key.is_some();
    if error.key.is_none() && !error.text.trim_start().starts_with("- ") || !begins {
        return None;
    }
    let above = error.above(text)?;
    let level = if error.text.trim_start().starts_with('-') {
        error.indent().len()
    } else {
        error.lead
    };
    let too_deep = above.key.is_some() && !above.value.is_empty() && level > above.lead;
    let fitting = if too_deep {
        above.lead
    } else {
        nearest_level(text, error, level)?
    };
    if fitting == level {
        return None;
    }
    let mend = format!("{}{}", " ".repeat(fitting), error.text.trim());
    Some(
        Diagnostic::error(
            "yaml-indent",
            Place::Bytes(error.span()),
            "the line is not level with the lines it belongs to",
        )
        .label(format!("indented by {level}, expected {fitting}"))
        .help(format!("type:\n{mend}")),
    )
}

/// The level of a line above that is nearest to `level`; `None` where one is equal.
fn nearest_level(text: &str, from: Line<'_>, level: usize) -> Option<usize> {
    let mut best: Option<usize> = None;
    let mut line = from;
    while let Some(above) = line.above(text) {
        let dash = above.text.trim_start().starts_with("- ");
        let at = match from.text.trim_start().starts_with("- ") {
            true => above.indent().len(),
            false => above.lead,
        };
        if above.key.is_some() && (dash || !from.text.trim_start().starts_with("- ")) {
            if at == level {
                return None;
            }
            if best.is_none_or(|best| at.abs_diff(level) < best.abs_diff(level)) {
                best = Some(at);
            }
        }
        line = above;
    }
    best
}

/// A closing bracket on a line of its own that closes nothing.
fn stray_bracket(line: Line<'_>) -> Option<Diagnostic> {
    let bracket = line.value.chars().next()?;
    (line.key.is_none() && matches!(bracket, ']' | '}')).then(|| {
        let start = line.value_span().start;
        Diagnostic::error(
            "yaml-bracket",
            Place::Bytes(start..start + 1),
            format!("a bracket `{bracket}` closes nothing"),
        )
        .help("delete it, or open the list before it")
    })
}

/// `moment: - your story`, where either the dash or the line is wrong.
fn dash_after_key(line: Line<'_>) -> Option<Diagnostic> {
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

/// Text with `: `, quotation marks or a leading sign in it, which has to stand in quotes.
fn needs_quotes(line: Line<'_>) -> Option<Diagnostic> {
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
fn block_of_prose(text: &str, error: Line<'_>) -> Option<Diagnostic> {
    let colon = error.value.find(": ")?;
    let mut lines = vec![error];
    let mut head = error.above(text)?;
    while head.key.is_none() && head.lead >= error.lead && head.text.trim_start() == head.value {
        lines.insert(0, head);
        head = head.above(text)?;
    }
    if head.value.is_empty() || head.lead >= error.lead {
        return None;
    }
    let deeper = " ".repeat(head.lead + 2);
    let mut mend = format!("{}>-\n{deeper}{}", head.before_value(), head.value);
    for line in &lines {
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

/// A list under a key that has a value already.
fn misplaced(text: &str, line: Line<'_>) -> Option<Diagnostic> {
    let above = line.above(text)?;
    let dash = line.text.trim_start().starts_with("- ") && line.indent().len() >= above.lead;
    if !dash || above.key.is_none() || above.value.is_empty() {
        return None;
    }
    Some(
        Diagnostic::error(
            "yaml-indent",
            Place::Bytes(above.value_span()),
            "a list follows, so no text can stand here",
        )
        .label("the list begins on the next line")
        .help(format!(
            "end the line with the colon:\n{}",
            above.before_value().trim_end()
        )),
    )
}

/// The line with its value in quotation marks, if YAML reads that.
fn mended(line: Line<'_>, value: &str) -> Option<String> {
    let mend = format!("{}{}", line.before_value(), quoted(value));
    read(&mend).then_some(mend)
}

fn read(line: &str) -> bool {
    parse(line.trim_start()).is_ok()
}
