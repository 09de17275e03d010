//! The filters a template can use beside Tera's own.

use tera::{Error, Kwargs, State, TeraResult, Value};

use super::wording;
use crate::language::{self, Language};

/// The filters of this file: name and what it does.
pub(super) const FILTERS: &[(&str, &str)] = &[
    (
        "sentence",
        "first letter in upper case, full stop at the end",
    ),
    ("clause", "a stray capital and full stop taken away"),
    ("join_and", "items, each as a `clause`, joined with `and`"),
    ("article", "`a` or `an` before it, by its sound"),
    ("possessive", "with `’s` or `’`"),
    ("day", "a date as `November 18`"),
    ("quote", "inside curly quotation marks"),
];

pub(super) fn register(tera: &mut tera::Tera) {
    tera.register_filter("sentence", |text: &str, _: Kwargs, _: &State| {
        wording::sentence(text)
    });
    tera.register_filter("clause", |text: &str, _: Kwargs, _: &State| {
        wording::clause(text)
    });
    tera.register_filter("join_and", join_and);
    tera.register_filter("article", |text: &str, _: Kwargs, _: &State| {
        format!("{} {text}", language::article(text))
    });
    tera.register_filter("possessive", |text: &str, _: Kwargs, _: &State| {
        language::possessive(text)
    });
    tera.register_filter("day", day);
    tera.register_filter("quote", |text: &str, _: Kwargs, _: &State| {
        language::quote(text)
    });
}

fn join_and(items: &Value, _: Kwargs, state: &State) -> TeraResult<String> {
    let items = items
        .as_array()
        .ok_or_else(|| Error::message("`join_and` takes a list, such as `promised`"))?;
    let items: Vec<String> = items
        .iter()
        .map(|item| wording::clause(&item.to_string()))
        .collect();
    Ok(language_of(state).join_and(&items))
}

fn day(text: &str, _: Kwargs, state: &State) -> TeraResult<String> {
    let date: jiff::civil::Date = text
        .parse()
        .map_err(|_| Error::message(format!("`{text}` is not a date such as 2026-11-18")))?;
    Ok(language_of(state).month_and_day(date))
}

/// The language that the letter's variables name; the default where they name none.
fn language_of(state: &State) -> Language {
    let tag: Option<String> = state.get("language").ok().flatten();
    Language::ALL
        .into_iter()
        .find(|language| Some(language.tag()) == tag.as_deref())
        .unwrap_or_default()
}
