//! The parts of a letter by number and name: what can be reworded, and what stands in the notes.

use super::super::terminal::Terminal;
use super::super::write::summary::line_number;
use super::desk::Desk;
use crate::diagnostic::{last_key, nearest};
use crate::language::either;
use crate::letter::Part;

/// What stands before every line below a number.
pub(super) const INDENT: &str = "     ";

/// What a part that was asked for may be.
enum Found {
    /// The part at a place, from 0.
    Part(usize),
    /// Several, by their pools.
    Several(Vec<String>),
    /// None.
    Nothing,
}

/// Shows every part with its number, its pool and its words, and says how to go on.
pub(super) fn show(desk: &Desk, terminal: &mut Terminal<'_>) {
    let letter = desk.letter();
    let name = desk.name();
    let heading = format!("The {} to {name} by {}", letter.kind, letter.channel);
    terminal.result_paragraph(&heading, "", "  ");
    terminal.result("\n");
    for (place, part) in letter.parts().enumerate() {
        let number = format!("{:>3}  ", place + 1);
        terminal.result_paragraph(&heading_of(place, part, desk), &number, INDENT);
        for line in part.plain().lines() {
            terminal.result_paragraph(line, INDENT, INDENT);
        }
    }
    terminal.result("\n");
    if let Some(edit) = &desk.note().edit {
        let file = &edit.path;
        terminal.say(&format!(
            "You have edited this letter: what you wrote in {file} is sent. Above is what it was \
             composed from."
        ));
    }
    let example = letter.parts().filter(|part| part.phrase.is_some()).last();
    match example {
        Some(part) => terminal.say(&format!(
            "For other wordings of a part, add --part and its name or number, such as --part {}.",
            part.pool
        )),
        None => terminal.say("None of it comes from a phrase, so there is nothing to reword."),
    }
}

/// What a part is, and where it is from.
fn heading_of(place: usize, part: &Part, desk: &Desk) -> String {
    let is_greeting = is_greeting(place, desk);
    match (&part.phrase, line_of(part, desk)) {
        (Some(phrase), _) => {
            let pinned = desk.prepared.wording.pins().phrase(desk.name(), &part.pool);
            let picked = if pinned == Some(phrase) {
                " (picked)"
            } else {
                ""
            };
            format!("{}{picked}", part.pool)
        }
        (None, Some(line)) if is_greeting => format!("the greeting, from line {line}"),
        (None, Some(line)) => format!("your own words, line {line}"),
        (None, None) => "the theme's own words".to_owned(),
    }
}

fn is_greeting(place: usize, desk: &Desk) -> bool {
    let letter = desk.letter();
    letter.salutation.is_some() && place == usize::from(letter.subject.is_some())
}

/// The first line of the notes that a part says.
fn line_of(part: &Part, desk: &Desk) -> Option<usize> {
    let lines = part.paths.iter();
    lines
        .filter_map(|path| line_number(&desk.prepared, path))
        .min()
}

/// Finds the part that was typed: a number, a pool, the key of own words, or what fits one pool
/// alone, such as `closing` for `card.closing`.
fn find(typed: &str, desk: &Desk) -> Found {
    let parts: Vec<&Part> = desk.letter().parts().collect();
    let typed = typed.trim();
    if let Ok(number) = typed.parse::<usize>() {
        return match number.checked_sub(1).filter(|place| *place < parts.len()) {
            Some(place) => Found::Part(place),
            None => Found::Nothing,
        };
    }
    let key = typed.replace('_', "-");
    let is_own = |part: &Part| {
        let of = part.paths.first().and_then(last_key);
        part.pool.is_empty() && of.is_some_and(|of| of.replace('_', "-") == key)
    };
    let inside = (format!(".{key}"), format!("{key}."));
    let near = |part: &Part| part.pool.ends_with(&inside.0) || part.pool.starts_with(&inside.1);
    let is_it = |part: &Part| part.pool == key;
    for fits in [&is_it as &dyn Fn(&Part) -> bool, &is_own, &near] {
        let fitting: Vec<usize> = (0..parts.len()).filter(|at| fits(parts[*at])).collect();
        match fitting.as_slice() {
            [] => {}
            [one] => return Found::Part(*one),
            // A pool that stands in a letter twice has one wording there.
            [first, ..] if parts[*first].pool == key => return Found::Part(*first),
            several => {
                let pools = several.iter().map(|at| parts[*at].pool.clone());
                return Found::Several(pools.collect());
            }
        }
    }
    Found::Nothing
}

/// The part that was typed; complains where it is none or several, and says which there are.
pub(super) fn one(typed: &str, desk: &Desk, terminal: &mut Terminal<'_>) -> Option<usize> {
    let letter = desk.letter();
    let of = format!("the {} to {}", letter.kind, desk.name());
    match find(typed, desk) {
        Found::Part(part) => return Some(part),
        Found::Several(pools) => {
            let pools: Vec<&str> = pools.iter().map(String::as_str).collect();
            terminal.complain(&format!("error: `{typed}` fits several parts of {of}"));
            terminal.complain(&format!("help: type {}", either(&pools)));
        }
        Found::Nothing => {
            let mut pools: Vec<&str> = letter.parts().map(|part| part.pool.as_str()).collect();
            let count = pools.len();
            pools.retain(|pool| !pool.is_empty());
            terminal.complain(&format!("error: {of} has no part `{typed}`"));
            if let Some(near) = nearest(typed, &pools) {
                terminal.complain(&format!("help: did you mean `{near}`?"));
            }
            let number = format!("a number from 1 to {count}");
            pools.insert(0, &number);
            terminal.complain(&format!("help: type {}", either(&pools)));
        }
    }
    None
}

/// The pool that a part comes from; complains where it comes from the notes or the template.
pub(super) fn pool(place: usize, desk: &Desk, terminal: &mut Terminal<'_>) -> Option<String> {
    let part = desk.letter().parts().nth(place)?;
    if part.phrase.is_some() {
        return Some(part.pool.clone());
    }
    let number = place + 1;
    let source = desk.prepared.loaded.source.name();
    let Some(line) = line_of(part, desk) else {
        terminal.complain(&format!("error: part {number} is the theme's own words"));
        terminal.complain("help: they stand in its template; a theme of your own can say others");
        return None;
    };
    if is_greeting(place, desk) {
        terminal.complain(&format!(
            "error: part {number} is the greeting, from line {line} of {source}"
        ));
        terminal.complain("help: the key `greeting` there says how the person is greeted");
    } else {
        terminal.complain(&format!(
            "error: part {number} is your own words, from line {line} of {source}"
        ));
        let write = &desk.write;
        terminal.complain(&format!("help: edit them there, and run `{write}`"));
    }
    None
}
