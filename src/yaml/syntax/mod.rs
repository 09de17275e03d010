//! Why a text is not YAML, in the words of somebody who writes notes, with the mended line.
//!
//! The parser says what it expected; this says what was probably meant. Every mended line has been
//! read by the parser before it is shown.

mod brackets;
mod indentation;
mod punctuation;
mod quotes;

use brackets::{open_bracket, stray_bracket};
pub(super) use indentation::ordinary_spaces;
use indentation::{indented, misplaced, odd_space, shallow_text, tab, under_comment};
use punctuation::{block_header, missing_colon, missing_space};
use quotes::{block_of_prose, dash_after_key, needs_quotes, open_quote};

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
        .or_else(|| under_comment(text, line, words))
        .or_else(|| missing_space(text, line))
        .or_else(|| missing_colon(text, line))
        .or_else(|| block_header(line))
        .or_else(|| block_of_prose(text, line))
        .or_else(|| stray_bracket(line))
        .or_else(|| dash_after_key(line))
        .or_else(|| needs_quotes(line))
        .or_else(|| misplaced(text, line))
        .or_else(|| shallow_text(text, line))
        .or_else(|| indented(text, line, at, words))
        .unwrap_or_else(|| {
            Diagnostic::error(
                "yaml-syntax",
                Place::Bytes(at..at),
                format!("this is not YAML: {}", words.replace('`', "'")),
            )
            .help("put quotation marks around text that holds `: `, ` #`, quotes or brackets")
        })
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

/// The line with its value in quotation marks, if YAML reads that.
fn mended(line: Line<'_>, value: &str) -> Option<String> {
    let mend = format!("{}{}", line.before_value(), quoted(value));
    read(&mend).then_some(mend)
}

fn read(line: &str) -> bool {
    parse(line.trim_start()).is_ok()
}
