//! A theme: the skeletons and phrases that letters are made of, and the engine that fills them.
//!
//! Takes the files of a theme as named bytes, one [`Layer`] over another; gives a [`Theme`] whose
//! every template was read and checked. A user's theme need hold only what it changes: whatever it
//! lacks comes from the layer below, pool by pool and file by file. This stage reads no files, and
//! a template can reach neither files nor the environment.

mod builtin;
mod contents;
mod eject;
mod engine;
mod filters;
mod html;
mod info;
mod load;
pub mod marks;
mod misplaced;
mod mistake;
mod origin;
mod phrasebook;
mod reading;
mod reference;
mod runaway;
mod scan;
mod unused;
mod variables;
mod wording;

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use tera::{Tera, TeraResult};

pub use builtin::{BUILT_IN, builtin};
pub use contents::Template;
pub use eject::{EjectError, eject};
pub use html::HTML_VARIABLES;
pub use info::{Info, LETTERS, Limits};
pub use load::{File, Layer};
#[cfg(test)]
pub(crate) use phrasebook::fixed;
pub use phrasebook::{Phrase, Pool};
pub use reference::reference;
pub use tera::{Context, Value};
pub use variables::{ITEMS, VARIABLES, Variable};
pub use wording::{clause, ends_sentence, finished, sentence};

use crate::diagnostic::{Diagnostic, Place, Report, Source};
use origin::Origin;

/// The filters that templates can use beside Tera's own: name and what each does.
pub const FILTERS: &[(&str, &str)] = filters::FILTERS;

/// The functions that templates can call: name, a call of each, and what it does.
pub const FUNCTIONS: &[(&str, &str, &str)] = engine::FUNCTIONS;

/// A theme that can be used: every template in it can be parsed, every name in them is known.
pub struct Theme {
    info: Info,
    pools: BTreeMap<String, Pool>,
    /// The engine that holds the skeletons, and all phrases of a theme that had to be checked.
    tera: Tera,
    /// The engine without a template, for a phrase that is parsed when it is first said.
    bare: Tera,
    origins: BTreeMap<String, Origin>,
    /// The page around emails.
    html: Option<Origin>,
    /// The engine of that page, made for the first email.
    page: OnceLock<TeraResult<Tera>>,
    /// What messages call each layer, the lowest first.
    layers: Vec<String>,
    warnings: Vec<Report>,
}

impl Theme {
    /// What is not wrong but has no effect: files and pools that nothing uses, each in its file.
    pub fn warnings(&self) -> &[Report] {
        &self.warnings
    }

    /// What `theme.yaml` says.
    pub fn info(&self) -> &Info {
        &self.info
    }

    /// The limits of a kind of letter and a channel, by their names.
    pub fn limits(&self, kind: &str, channel: &str) -> Limits {
        let key = (kind.to_owned(), channel.to_owned());
        self.info.limits.get(&key).copied().unwrap_or_default()
    }

    /// Every pool, by id.
    pub fn pools(&self) -> impl Iterator<Item = &Pool> {
        self.pools.values()
    }

    /// The pool of an id.
    pub fn pool(&self, id: &str) -> Option<&Pool> {
        self.pools.get(id)
    }

    /// Renders the skeleton of a kind of letter and a channel, by their names.
    ///
    /// The text holds the [`marks`] of places to fill and of the edges of values.
    ///
    /// # Errors
    /// A report on the template's file, where the skeleton is missing or fails.
    pub fn skeleton(&self, kind: &str, channel: &str, context: &Context) -> Result<String, Report> {
        self.render(&format!("{kind}.{channel}.md"), context)
    }

    /// The report for a skeleton whose text is no letter: it lacks a salutation or a sign-off.
    pub fn no_letter(&self, kind: &str, channel: &str) -> Report {
        let name = format!("{kind}.{channel}.md");
        let source = match self.origins.get(&name) {
            Some(origin) => Arc::clone(&origin.source),
            None => Arc::new(Source::new(name, "")),
        };
        let message = "the template makes no letter: salutation, words and sign-off are paragraphs";
        let diagnostic = Diagnostic::error("no-letter", Place::File, message)
            .help("put an empty line between them; begin with `Dear {{ greeting }},`")
            .help("end with `{{ say(pool=\"sign-off\") }}\\` and `{{ from.name }}` below it");
        Report {
            source,
            diagnostics: vec![diagnostic],
        }
    }

    /// Renders a phrase of this theme; the edges of values are marked.
    ///
    /// # Errors
    /// A report on the phrasebook, where the phrase fails with these variables.
    pub fn phrase(&self, phrase: &Phrase, context: &Context) -> Result<String, Report> {
        if self.origins.contains_key(&phrase.template) {
            return self.render(&phrase.template, context);
        }
        let engine = match phrase.engine.get() {
            Some(engine) => engine,
            None => {
                let mut engine = self.bare.clone();
                engine
                    .add_raw_template(&phrase.template, &phrase.text)
                    .map_err(|error| self.failed(phrase, &error))?;
                phrase.engine.get_or_init(|| engine)
            }
        };
        engine::render(engine, &phrase.template, context)
            .map_err(|error| self.failed(phrase, &error))
    }

    /// The report for a phrase that the theme's own engine does not hold.
    fn failed(&self, phrase: &Phrase, error: &tera::Error) -> Report {
        let mut origins = self.origins.clone();
        let pool = phrase.template.split('#').next().unwrap_or_default();
        if let Some(pool) = self.pools.get(pool) {
            origins.insert(phrase.template.clone(), phrase.origin(&pool.source));
        }
        mistake::report(error, &phrase.template, &origins)
    }

    fn render(&self, template: &str, context: &Context) -> Result<String, Report> {
        engine::render(&self.tera, template, context)
            .map_err(|error| mistake::report(&error, template, &self.origins))
    }
}

impl std::fmt::Debug for Theme {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Theme")
            .field("info", &self.info)
            .field("pools", &self.pools.keys())
            .field("templates", &self.origins.len())
            .finish_non_exhaustive()
    }
}
