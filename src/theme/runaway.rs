//! What a template may not do, because it could then run without end or fill the memory.
//!
//! Tera stops nothing: what a template writes is limited while it writes, but a loop need not write
//! and a variable can double. So loops lie in one another twice at most (once in a part that is
//! included, which includes nothing), `range` gives 100 numbers in all for one rendering, and a
//! variable is never set to a text that was put together.

use super::mistake::Form;
use super::origin::Origin;
use super::scan::{Tag, Token, tags};
use crate::diagnostic::Diagnostic;

/// Filters whose result is no longer than what they are given, or longer by a few letters.
const IN_SET: &[&str] = &[
    "length",
    "wordcount",
    "first",
    "last",
    "nth",
    "get",
    "default",
    "int",
    "float",
    "abs",
    "round",
    "clause",
    "sentence",
    "trim",
    "trim_start",
    "trim_end",
    "lower",
    "upper",
    "capitalize",
    "title",
    "safe",
    "sort",
    "unique",
    "reverse",
    "keys",
    "values",
    "truncate",
    "article",
    "possessive",
    "day",
];

/// Everything in a template that could run away; `is_part` where other templates include it.
pub(super) fn problems(form: Form, is_part: bool, origin: &Origin) -> Vec<Diagnostic> {
    let deepest = if is_part { 1 } else { 2 };
    let mut found = Vec::new();
    let mut loops = 0_usize;
    for tag in tags(&origin.text) {
        let Some((Token::Word(word), range)) = tag.first() else {
            continue;
        };
        let problem = match *word {
            "for" => {
                loops += 1;
                (loops > deepest).then(|| {
                    let place = if is_part { " of a part" } else { "" };
                    (
                        format!("loops{place} lie in one another {loops} deep"),
                        format!("{deepest} is the most; take the inner one apart"),
                    )
                })
            }
            "endfor" => {
                loops = loops.saturating_sub(1);
                None
            }
            "set" | "set_global" if grows(&tag) => Some((
                "a variable cannot be set to a text that is put together".to_owned(),
                "write the pieces one after another where the text is to stand".to_owned(),
            )),
            "include" if is_part || form == Form::Phrase => Some((
                "only the template of a letter can include another".to_owned(),
                "include both of them there".to_owned(),
            )),
            "component" => Some((
                "a template cannot have components".to_owned(),
                "put what is used twice into a file of its own, and include it".to_owned(),
            )),
            _ => None,
        };
        if let Some((message, help)) = problem {
            let place = origin.place(range.clone());
            found.push(Diagnostic::error("template-runaway", place, message).help(help));
        }
    }
    found
}

/// Whether what a variable is set to could be longer than what it is made of.
fn grows(tag: &Tag<'_>) -> bool {
    let Some(equals) = tag.iter().position(|(token, _)| *token == Token::Sign('=')) else {
        // Everything up to `endset`.
        return true;
    };
    let value = &tag[equals + 1..];
    value
        .iter()
        .enumerate()
        .any(|(at, (token, _))| match token {
            Token::Sign('~' | '[' | '{') => true,
            Token::Word(name) if at > 0 && value[at - 1].0 == Token::Sign('|') => {
                !IN_SET.contains(name)
            }
            _ => false,
        })
}
