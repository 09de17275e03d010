//! Tera, set up so that a value is always text and a template can neither read nor run away.

use std::collections::BTreeSet;
use std::io::{self, Write};
use std::sync::Arc;

use tera::value::Key;
use tera::{Context, Error, Kwargs, State, Tera, TeraResult, Value};

use super::filters;
use super::marks::{Place, VALUE, VALUE_END};
use crate::prose;

/// The functions that templates can call beside Tera's own.
pub(super) const FUNCTIONS: &[&str] = &["say", "own", "range", "throw"];
/// The most a template may write; a letter is a hundredth of it.
const MOST_BYTES: usize = 64 * 1024;
/// The most turns of a loop over `range`.
const MOST_TURNS: i128 = 1_000;

/// An engine without templates: filters, functions and the escape of values for Markdown.
pub(super) fn engine(pools: Arc<BTreeSet<String>>) -> Tera {
    let mut tera = Tera::default();
    // Every name ends in the empty suffix: values are escaped in every template.
    tera.autoescape_on([""]);
    tera.set_escape_fn(escape);
    filters::register(&mut tera);
    tera.register_function("range", range);
    tera.register_function("own", own);
    tera.register_function("say", move |arguments: Kwargs, _: &State<'_>| {
        say(&arguments, &pools)
    });
    tera
}

/// Renders a template; fails when it writes more than 64 KiB.
pub(super) fn render(tera: &Tera, template: &str, context: &Context) -> TeraResult<String> {
    let mut writer = Limited(Vec::with_capacity(512));
    tera.render_to(template, context, &mut writer)?;
    String::from_utf8(writer.0).map_err(|error| Error::message(error.to_string()))
}

/// Writes a value as Markdown that reads as it was typed, between marks that show its edges.
fn escape(text: &str, output: &mut dyn Write) -> io::Result<()> {
    write!(output, "{VALUE}{}{VALUE_END}", prose::escape(text))
}

/// `range(end=3)`, `range(start=1, end=9, step_by=2)`: as Tera's, but for at most 1,000 turns.
fn range(arguments: Kwargs, _: &State<'_>) -> TeraResult<Vec<i64>> {
    let start = arguments.get::<i64>("start")?.unwrap_or_default();
    let end = arguments.must_get::<i64>("end")?;
    let step = arguments.get::<i64>("step_by")?.unwrap_or(1);
    if step < 1 {
        return Err(Error::message("`step_by` of `range` must be 1 or more"));
    }
    let turns = (i128::from(end) - i128::from(start)) / i128::from(step);
    if turns > MOST_TURNS {
        return Err(Error::message(format!(
            "`range` would make {turns} turns, and a template has at most 1,000"
        )));
    }
    let step = usize::try_from(step).unwrap_or(usize::MAX);
    Ok((start..end).step_by(step).collect())
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
struct Limited(Vec<u8>);

impl Write for Limited {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.0.len() + bytes.len() > MOST_BYTES {
            return Err(io::Error::from(io::ErrorKind::StorageFull));
        }
        self.0.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
