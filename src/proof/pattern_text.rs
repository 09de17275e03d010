//! The line of a data file that says what a pattern is.

use super::forms::Form;
use super::lexicon::class;
use super::pattern::{Atom, Element, Pattern, WordLists};

impl Pattern {
    /// Reads a pattern.
    ///
    /// # Errors
    /// What is wrong with it, in words.
    pub(super) fn parse(text: &str, lists: &WordLists) -> Result<Self, String> {
        let mut elements = Vec::new();
        let mut pointed = None;
        let mut opened = None;
        for piece in text.split_whitespace() {
            let mut piece = piece;
            if let Some(rest) = piece.strip_prefix('[') {
                opened = Some(elements.len());
                piece = rest;
            }
            let closes = piece.len() > 1 && piece.ends_with(']');
            if closes {
                piece = &piece[..piece.len() - 1];
            }
            elements.push(element(piece, lists)?);
            if closes {
                let from = opened.take().ok_or("`]` closes nothing")?;
                pointed = Some(from..elements.len());
            }
        }
        if opened.is_some() {
            return Err("`[` is never closed".to_owned());
        }
        if !elements.iter().any(|element| {
            matches!(
                element,
                Element::One {
                    optional: false,
                    negated: false,
                    ..
                }
            )
        }) {
            return Err("nothing in it has to be there".to_owned());
        }
        Ok(Self {
            pointed: pointed.unwrap_or(0..elements.len()),
            elements,
        })
    }
}

/// Reads one piece: what it takes, and whether it has to be there.
fn element(piece: &str, lists: &WordLists) -> Result<Element, String> {
    match piece {
        "^" => return Ok(Element::Start),
        "$" => return Ok(Element::End),
        "..." => return Ok(Element::Gap),
        "" | "[" | "]" => return Err("brackets stand at words, without a space".to_owned()),
        _ => {}
    }
    let optional = piece.len() > 1 && piece.ends_with('?');
    let piece = if optional {
        &piece[..piece.len() - 1]
    } else {
        piece
    };
    let negated = piece.len() > 1 && piece.starts_with('!');
    let piece = if negated { &piece[1..] } else { piece };
    // A `!` beside a `|` is the mark.
    let behind = |at: usize| piece.get(at + 1..).unwrap_or_default();
    let split = piece.match_indices('!').map(|(at, _)| at).find(|at| {
        *at > 0
            && !piece[..*at].ends_with('|')
            && !matches!(behind(*at).chars().next(), None | Some('|'))
    });
    let (piece, except) = match split {
        Some(at) => (&piece[..at], atoms(behind(at), lists)?),
        None => (piece, Vec::new()),
    };
    Ok(Element::One {
        any_of: atoms(piece, lists)?,
        except,
        negated,
        optional,
    })
}

/// Reads words parted by `|`, lists among them.
fn atoms(piece: &str, lists: &WordLists) -> Result<Vec<Atom>, String> {
    let mut atoms = Vec::new();
    for word in piece.split('|') {
        match word.strip_prefix('@') {
            Some(name) if !name.is_empty() => {
                let words = lists.get(name);
                let words = words.ok_or_else(|| format!("there is no list `{name}`"))?;
                atoms.extend(words.iter().map(|word| atom(word)));
            }
            None if word.len() > 1 && word.starts_with('+') => {
                let words = class(&word[1..]);
                let words = words.ok_or_else(|| format!("there is no class `{word}`"))?;
                atoms.push(Atom::Class(words));
            }
            None if word.len() > 1 && word.starts_with('~') => {
                let form = Form::named(&word[1..]);
                let form = form.ok_or_else(|| format!("there is no form `{word}`"))?;
                atoms.push(Atom::Form(form));
            }
            _ if word.is_empty() => return Err(format!("`{piece}` lacks a word beside `|`")),
            _ => atoms.push(atom(word)),
        }
    }
    Ok(atoms)
}

fn atom(word: &str) -> Atom {
    if word.len() > 1 {
        if let Some(exact) = word.strip_prefix('=') {
            return Atom::Exact(exact.to_owned());
        }
        if let Some(end) = word.strip_prefix('*') {
            return Atom::Suffix(end.to_lowercase());
        }
        if let Some(start) = word.strip_suffix('*') {
            return Atom::Prefix(start.to_lowercase());
        }
    }
    match word {
        "*" => Atom::Any,
        "#" => Atom::Number,
        "Aa" => Atom::Capital,
        _ => Atom::Word(word.to_lowercase()),
    }
}
