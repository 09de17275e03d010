//! Tera, set up so that a value is always text and a template can neither read nor run away.

use std::cell::Cell;
use std::collections::BTreeSet;
use std::io::{self, Write};
use std::sync::Arc;

use tera::value::Key;
use tera::{Context, Error, Kwargs, State, Tera, TeraResult, Value};

use super::filters;
use super::marks::{Place, VALUE, VALUE_END};
use crate::prose;

/// The functions that templates can call: name, a call of each, and what it does.
pub(super) const FUNCTIONS: &[(&str, &str, &str)] = &[
    (
        "say",
        "say(pool=\"point.topic\", point=point)",
        "the phrase that the reader is dealt from a pool, about an item where one is given; \
         in a skeleton only",
    ),
    (
        "own",
        "own(of=point, key=\"my_side\")",
        "own sentences of the notes, word for word: a field of an item, or without `of` a path \
         such as `say.opening`; in a skeleton only",
    ),
    (
        "range",
        "range(end=3)",
        "the numbers 0, 1 and 2; `start` and `step_by` can be given; 100 numbers in all for one \
         letter",
    ),
    (
        "throw",
        "throw(message=\"no points\")",
        "stops with this message, and nothing is written",
    ),
];
/// The most a template may write; a letter is a hundredth of it.
pub(super) const MOST_BYTES: usize = 64 * 1024;
/// The most numbers that `range` gives while one template is rendered. Loops lie in one another at
/// most three deep, so all of them together end within a million turns.
const MOST_TURNS: usize = 100;

thread_local! {
    /// The numbers that `range` may still give while this thread renders a template.
    static TURNS: Cell<usize> = const { Cell::new(MOST_TURNS) };
}

/// An engine without templates: filters, functions and the escape of values for Markdown.
pub(super) fn engine(pools: Arc<BTreeSet<String>>) -> Tera {
    let mut tera = bounded();
    // Every name ends in the empty suffix: values are escaped in every template.
    tera.autoescape_on([""]);
    tera.set_escape_fn(escape);
    filters::register(&mut tera);
    tera.register_function("own", own);
    tera.register_function("say", move |arguments: Kwargs, _: &State<'_>| {
        say(&arguments, &pools)
    });
    tera
}

/// Tera without what could run away; values are escaped for HTML in templates of that ending.
pub(super) fn bounded() -> Tera {
    let mut tera = Tera::default();
    tera.register_filter("replace", replace);
    tera.register_function("range", range);
    tera
}

/// Renders a template; fails when it writes more than 64 KiB.
pub(super) fn render(tera: &Tera, template: &str, context: &Context) -> TeraResult<String> {
    render_within(tera, template, context, MOST_BYTES)
}

/// Renders a template; fails when it writes more than so many bytes.
pub(super) fn render_within(
    tera: &Tera,
    template: &str,
    context: &Context,
    most: usize,
) -> TeraResult<String> {
    TURNS.set(MOST_TURNS);
    let mut writer = Limited {
        written: Vec::with_capacity(512),
        most,
    };
    tera.render_to(template, context, &mut writer)?;
    String::from_utf8(writer.written).map_err(|error| Error::message(error.to_string()))
}

/// Writes a value as Markdown that reads as it was typed, between marks that show its edges.
fn escape(text: &str, output: &mut dyn Write) -> io::Result<()> {
    write!(output, "{VALUE}{}{VALUE_END}", prose::escape(text))
}

/// `range(end=3)`, `range(start=1, end=9, step_by=2)`: as Tera's, within [`MOST_TURNS`].
fn range(arguments: Kwargs, _: &State<'_>) -> TeraResult<Vec<i64>> {
    let start = arguments.get::<i64>("start")?.unwrap_or_default();
    let end = arguments.must_get::<i64>("end")?;
    let step = arguments.get::<i64>("step_by")?.unwrap_or(1);
    if step < 1 {
        return Err(Error::message("`step_by` of `range` must be 1 or more"));
    }
    let span = i128::from(end) - i128::from(start);
    let turns = span.max(0).div_euclid(i128::from(step)) + i128::from(span % i128::from(step) > 0);
    let left = usize::try_from(turns)
        .ok()
        .and_then(|turns| TURNS.get().checked_sub(turns));
    let Some(left) = left else {
        return Err(Error::message(format!(
            "`range` gives at most {MOST_TURNS} numbers in all for one letter, and this is over it"
        )));
    };
    TURNS.set(left);
    let step = usize::try_from(step).unwrap_or(usize::MAX);
    Ok((start..end).step_by(step).collect())
}

/// `replace(from="a", to="b")`: as Tera's, for a text that stays within [`MOST_BYTES`].
fn replace(text: &str, arguments: Kwargs, _: &State<'_>) -> TeraResult<String> {
    let from = arguments.must_get::<&str>("from")?;
    let to = arguments.must_get::<&str>("to")?;
    let count = text.matches(from).count();
    if text.len().saturating_add(count.saturating_mul(to.len())) > MOST_BYTES {
        return Err(Error::message("`replace` makes a text of more than 64 KiB"));
    }
    Ok(text.replace(from, to))
}

/// `say(pool="opening")`, `say(pool="point.topic", point=point)`: the phrase that is dealt.
fn say(arguments: &Kwargs, pools: &BTreeSet<String>) -> TeraResult<Value> {
    let pool = arguments.must_get::<&str>("pool")?;
    if !pools.contains(pool) {
        return Err(Error::message(format!("unknown pool `{pool}`")));
    }
    let mut item = None;
    for (name, value) in arguments.iter() {
        let name = name.as_str().unwrap_or_default();
        if name != "pool" {
            item = Some((name, place_of(name, value)?));
        }
    }
    Ok(Value::safe_string(&Place::Say { pool, item }.write()))
}

/// `own(key="say.opening")`, `own(of=point, key="my_side")`: own sentences, word for word.
fn own(arguments: Kwargs, _: &State<'_>) -> TeraResult<Value> {
    let key = arguments.must_get::<&str>("key")?;
    let of = match arguments
        .iter()
        .find(|(name, _)| name.as_str() == Some("of"))
    {
        Some((_, value)) => Some(place_of("of", value)?),
        None => None,
    };
    Ok(Value::safe_string(&Place::Own { key, of }.write()))
}

/// Where an item of the notes stands: every item carries its path as `at`.
fn place_of<'a>(name: &str, value: &'a Value) -> TeraResult<&'a str> {
    value
        .as_map()
        .and_then(|map| map.get(&Key::Str("at")))
        .and_then(Value::as_str)
        .ok_or_else(|| {
            Error::message(format!(
                "`{name}` must be an item of `points`, `loose_ends` or `qualifications`"
            ))
        })
}

/// A writer that fails once too much was written.
struct Limited {
    written: Vec<u8>,
    most: usize,
}

impl Write for Limited {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.written.len() + bytes.len() > self.most {
            return Err(io::Error::from(io::ErrorKind::StorageFull));
        }
        self.written.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
