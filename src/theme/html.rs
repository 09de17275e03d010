//! `email.html`: what stands around the words of an email.

use std::collections::BTreeMap;
use std::sync::Arc;

use tera::{Context, Tera, Value};

use super::mistake::{self, TERA_FILTERS};
use super::origin::Origin;
use super::reading::suggest;
use super::runaway;
use super::scan::{Use, uses};
use super::variables::locals;
use super::{Theme, engine};
use crate::diagnostic::{Diagnostic, Place, Report, Source};

/// The name of the file in its language's folder.
pub(super) const FILE: &str = "email.html";

/// What `email.html` can use: name, and what it holds.
pub const HTML_VARIABLES: &[(&str, &str)] = &[
    ("body", "the letter as HTML: paragraphs, lists, links"),
    ("subject", "the subject of the email"),
    ("language", "the language of the letter, such as `en-US`"),
];

/// What makes a mail program fetch something, so that a sender learns who reads where and when.
const REMOTE: &[&str] = &[
    "src=",
    "srcset=",
    "background=",
    "url(",
    "@import",
    "<link",
    "<script",
];

impl Theme {
    /// The whole page of an email, around the letter as HTML.
    ///
    /// `body` is HTML already; `subject` and `language` are text.
    ///
    /// # Errors
    /// A report on `email.html`, where it is missing or fails.
    pub fn email(&self, body: &str, subject: &str, language: &str) -> Result<String, Report> {
        let Some(origin) = &self.html else {
            let message = format!("the theme has no `{FILE}`");
            return Err(Report {
                source: Arc::new(Source::new(FILE, "")),
                diagnostics: vec![Diagnostic::error("template", Place::File, message)],
            });
        };
        let origins = || BTreeMap::from([(FILE.to_owned(), origin.clone())]);
        let failed = |error: &tera::Error| mistake::report(error, FILE, &origins());
        let tera = self.page.get_or_init(|| parsed(origin));
        let tera = tera.as_ref().map_err(failed)?;
        let mut context = Context::new();
        context.insert_value("body", Value::safe_string(body));
        context.insert("subject", subject);
        context.insert("language", language);
        engine::render_within(tera, FILE, &context, engine::MOST_BYTES + body.len())
            .map_err(|error| failed(&error))
    }
}

/// An engine with the page alone: its values are escaped for HTML, and it can reach nothing else.
fn parsed(origin: &Origin) -> tera::TeraResult<Tera> {
    let mut tera = engine::bounded();
    tera.add_raw_template(FILE, &origin.text)?;
    Ok(tera)
}

/// Everything that is wrong with an `email.html`.
pub(super) fn problems(origin: &Origin) -> Vec<Diagnostic> {
    let uses = uses(&origin.text);
    let locals = locals(&uses);
    let mut found = runaway::problems(mistake::Form::Skeleton, true, origin);
    let variables: Vec<&str> = HTML_VARIABLES.iter().map(|(name, _)| *name).collect();
    let mut has_body = false;
    for each in &uses {
        let (rule, what, name, known, range) = match each {
            Use::Variable { path, range } => {
                let name = path.first().map_or("", String::as_str);
                has_body |= name == "body";
                if locals.iter().any(|(local, _)| local == name) {
                    continue;
                }
                (
                    "unknown-variable",
                    "variable",
                    name,
                    variables.as_slice(),
                    range,
                )
            }
            Use::Filter { name, range } => {
                let name = name.as_str();
                ("unknown-filter", "filter", name, TERA_FILTERS, range)
            }
            Use::Function { name, range } => {
                let name = name.as_str();
                ("unknown-function", "function", name, &["range"][..], range)
            }
            _ => continue,
        };
        if !known.contains(&name) {
            let place = origin.place(range.start..range.start + name.len());
            let message = format!("unknown {what} `{name}`");
            let problem = Diagnostic::error(rule, place, message);
            found.push(suggest(problem, name, known, &format!("{what}s")));
        }
    }
    // A mistake of syntax hides the rest.
    if found.is_empty()
        && let Err(error) = parsed(origin)
    {
        let origins = BTreeMap::from([(FILE.to_owned(), origin.clone())]);
        return mistake::report(&error, FILE, &origins).diagnostics;
    }
    if !has_body && found.is_empty() {
        let message = "this page leaves the letter out";
        found.push(
            Diagnostic::error("empty-template", Place::File, message)
                .help("write `{{ body }}` where the letter is to stand"),
        );
    }
    let lower = origin.text.to_ascii_lowercase();
    for (at, mark) in REMOTE
        .iter()
        .filter_map(|mark| Some((lower.find(mark)?, *mark)))
    {
        let message = format!("`{mark}` brings something from elsewhere into the email");
        found.push(
            Diagnostic::error("remote-content", Place::Bytes(at..at + mark.len()), message)
                .help("an email of regards is words alone: mail programs block the rest, or tell who reads it"),
        );
    }
    found
}
