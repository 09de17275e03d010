//! Mistakes in a template, told like mistakes in the notes.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use tera::ErrorKind;

use super::engine::FUNCTIONS;
use super::filters::FILTERS;
use super::origin::Origin;
use super::reading::suggest;
use super::scan::Use;
use super::variables::{ITEMS, Locals, unknown};
use crate::diagnostic::{Diagnostic, Place, Report, Source};

/// Filters of Tera itself that are of use in a letter; not those that lengthen a text for another
/// format, or make lists to loop over.
pub(super) const TERA_FILTERS: &[&str] = &[
    "safe",
    "default",
    "upper",
    "lower",
    "wordcount",
    "pluralize",
    "trim",
    "trim_start",
    "trim_end",
    "replace",
    "capitalize",
    "title",
    "truncate",
    "str",
    "int",
    "float",
    "length",
    "reverse",
    "abs",
    "round",
    "first",
    "last",
    "nth",
    "join",
    "sort",
    "unique",
    "get",
    "values",
    "keys",
    "pairs",
    "group_by",
];

/// What is said of a template that does not stop writing.
const TOO_LONG: &str = "the template writes more than 64 KiB";

/// Functions that templates of other programs have, to look at what is around them.
const OUTSIDE: &[&str] = &[
    "get_env",
    "load_data",
    "load_file",
    "read_file",
    "now",
    "get_random",
];

/// Whether a phrase or a skeleton is looked at: only a skeleton may leave places to fill.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Phrase,
    Skeleton,
}

/// What is wrong with the names that a template uses.
pub(super) fn unknown_names(
    uses: &[Use],
    locals: &Locals,
    form: Form,
    pools: &[&str],
    origin: &Origin,
) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for each in uses {
        match each {
            Use::Variable { path, range } => {
                let Some((depth, known)) = unknown(path, locals) else {
                    found.extend(list_for_item(path, range, locals, origin));
                    continue;
                };
                let before: usize = path[..depth].iter().map(|part| part.len() + 1).sum();
                let start = range.start + before;
                let place = origin.place(start..start + path[depth].len());
                let (message, what) = match depth {
                    0 => (
                        format!("unknown variable `{}`", path[0]),
                        "variables".to_owned(),
                    ),
                    _ => {
                        let parent = path[..depth].join(".");
                        let message = format!("`{parent}` has no field `{}`", path[depth]);
                        (message, format!("fields of `{parent}`"))
                    }
                };
                let diagnostic = Diagnostic::error("unknown-variable", place, message);
                found.push(suggest(diagnostic, &path[depth], &known, &what));
            }
            Use::Filter { name, range } => {
                let ours = FILTERS.iter().map(|(name, _)| *name);
                let known: Vec<&str> = ours.chain(TERA_FILTERS.iter().copied()).collect();
                if !known.contains(&name.as_str()) {
                    let message = format!("unknown filter `{name}`");
                    let place = origin.place(range.clone());
                    let diagnostic = Diagnostic::error("unknown-filter", place, message);
                    found.push(suggest(diagnostic, name, &known, "filters"));
                }
            }
            Use::Function { name, range } => {
                let place = origin.place(range.clone());
                let known: Vec<&str> = FUNCTIONS.iter().map(|(name, ..)| *name).collect();
                if !known.contains(&name.as_str()) && name != "super" {
                    let message = format!("unknown function `{name}`");
                    let mut diagnostic = Diagnostic::error("unknown-function", place, message);
                    if OUTSIDE.contains(&name.as_str()) {
                        diagnostic = diagnostic.help(
                            "a template sees the letter's variables alone: no file, no \
                             environment, no clock; `regards themes variables` lists them",
                        );
                    }
                    found.push(suggest(diagnostic, name, &known, "functions"));
                } else if form == Form::Phrase && matches!(name.as_str(), "say" | "own") {
                    let message = format!("a phrase cannot use `{name}`");
                    found.push(
                        Diagnostic::error("place-in-phrase", place, message)
                            .help("only a skeleton says which phrases follow one another"),
                    );
                }
            }
            Use::Text {
                function,
                argument,
                text,
                range,
            } if (function.as_str(), argument.as_str()) == ("say", "pool")
                && !pools.contains(&text.as_str()) =>
            {
                let message = format!("unknown pool `{text}`");
                let place = origin.place(range.clone());
                let diagnostic = Diagnostic::error("unknown-pool", place, message);
                found.push(suggest(diagnostic, text, pools, "pools"));
            }
            Use::Text { .. } | Use::Local { .. } => {}
        }
    }
    found
}

/// What is wrong with `points.topic`: a list has no fields, its items have.
fn list_for_item(
    path: &[String],
    range: &Range<usize>,
    locals: &Locals,
    origin: &Origin,
) -> Option<Diagnostic> {
    let [root, field, ..] = path else {
        return None;
    };
    let (item, list) = ITEMS.iter().find(|(_, list)| list == root)?;
    if locals.iter().any(|(name, _)| name == root) {
        return None;
    }
    let place = origin.place(range.start..range.start + root.len());
    let message = format!("`{list}` is a list, and has no field `{field}`");
    let found = Diagnostic::error("unknown-variable", place, message)
        .help(format!(
            "a phrase about one of them writes `{item}.{field}`"
        ))
        .help(format!(
            "a skeleton goes through them first: `{{% for {item} in {list} %}}`"
        ));
    Some(found)
}

/// The report for an error of Tera, in the file where it arose.
pub(super) fn report(error: &tera::Error, at: &str, origins: &BTreeMap<String, Origin>) -> Report {
    let (name, place, message) = match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => (
            report.filename().to_owned(),
            Some(report.span().range.clone()),
            report.message().to_owned(),
        ),
        ErrorKind::Io(_) => (at.to_owned(), None, TOO_LONG.to_owned()),
        ErrorKind::CircularExtend { tpl, .. } => {
            (tpl.clone(), None, "the template extends itself".to_owned())
        }
        ErrorKind::CircularInclude { tpl, .. } => {
            (tpl.clone(), None, "the template includes itself".to_owned())
        }
        ErrorKind::MissingParent { current, parent } => (
            current.clone(),
            None,
            format!("unknown template `{parent}`"),
        ),
        _ => from_text(&error.to_string(), at),
    };
    let Some(origin) = origins.get(&name).or_else(|| origins.get(at)) else {
        let source = Arc::new(Source::new(name, ""));
        let diagnostics = vec![Diagnostic::error("template", Place::File, plain(&message))];
        return Report {
            source,
            diagnostics,
        };
    };
    // Tera does not say where an unknown template is named: its name is looked for.
    let named = message.split('`').nth(1).and_then(|name| {
        let start = origin.text.find(name)?;
        (message.starts_with("Unknown template") || message.starts_with("unknown template"))
            .then_some(start..start + name.len())
    });
    let place = match place.or(named) {
        Some(range) => origin.place(range),
        None if origin.phrase.is_some() => origin.place(0..origin.text.len()),
        None => Place::File,
    };
    let (rule, message, help) = told(error, &message);
    let mut diagnostic = Diagnostic::error(rule, place, message);
    for help in help {
        diagnostic = diagnostic.help(help);
    }
    if diagnostic.message.starts_with("unknown template") {
        let files: Vec<&String> = origins
            .iter()
            .filter(|(_, origin)| origin.phrase.is_none())
            .map(|(name, _)| name)
            .collect();
        diagnostic = suggest(diagnostic, "", &files, "templates")
            .help("a template can include files of its own folder only");
    }
    Report {
        source: Arc::clone(&origin.source),
        diagnostics: vec![diagnostic],
    }
}

/// Name, place and message of a mistake that Tera gives as laid-out text:
/// ``error: Unknown template `x` `` over ` --> name:1:12`.
fn from_text(text: &str, at: &str) -> (String, Option<std::ops::Range<usize>>, String) {
    let mut lines = text.lines();
    let first = lines.next().unwrap_or_default();
    let message = first.strip_prefix("error: ").unwrap_or(first).to_owned();
    let name = lines
        .next()
        .and_then(|line| line.trim_start().strip_prefix("--> "))
        .and_then(|place| place.rsplitn(3, ':').nth(2));
    (name.unwrap_or(at).to_owned(), None, message)
}

/// The rule, the message in our words, and help.
fn told(error: &tera::Error, message: &str) -> (&'static str, String, Vec<String>) {
    let syntax = matches!(error.kind(), ErrorKind::SyntaxError(_));
    let name = message.split('`').nth(1).unwrap_or_default();
    if message == "Unexpected end of input" {
        return (
            "template-syntax",
            "the template ends inside a block that was opened".to_owned(),
            vec!["close it: `{% endif %}`, `{% endfor %}`, `}}` or `%}`".to_owned()],
        );
    }
    if let Some(rest) = message.strip_prefix("Variable `")
        && let Some((_, known)) = rest.split_once("Available variables: ")
    {
        let known: Vec<&str> = known.split(", ").collect();
        let help = suggest(
            Diagnostic::error("", Place::File, ""),
            name,
            &known,
            "variables",
        )
        .help;
        let mut help = help;
        help.insert(
            0,
            format!("ask for it first: `{{% if {name} %}}…{{% endif %}}`"),
        );
        return (
            "unknown-variable",
            format!("`{name}` is not in this letter"),
            help,
        );
    }
    if let Some(rest) = message.strip_prefix("Field `") {
        let known = rest
            .split_once("Available fields: ")
            .map_or("", |(_, known)| known);
        let known: Vec<&str> = known.split(", ").filter(|name| !name.is_empty()).collect();
        let help = suggest(
            Diagnostic::error("", Place::File, ""),
            name,
            &known,
            "fields",
        )
        .help;
        return (
            "unknown-variable",
            format!("there is no field `{name}` here"),
            help,
        );
    }
    let help = if message.starts_with("`range` gives") {
        vec!["go through a list of the notes: `{% for point in points %}`".to_owned()]
    } else if message == TOO_LONG {
        vec!["a letter is a hundredth of that; see which loop writes so much".to_owned()]
    } else {
        Vec::new()
    };
    let rule = if syntax {
        "template-syntax"
    } else {
        "template"
    };
    (rule, plain(message), help)
}

/// Tera's words in the form of ours: lower case, no full stop.
fn plain(message: &str) -> String {
    let message = message.trim().trim_end_matches('.');
    let mut chars = message.chars();
    match chars.next() {
        Some(first) => first.to_lowercase().collect::<String>() + chars.as_str(),
        None => "the template cannot be used".to_owned(),
    }
}
