//! From the files of one or more layers to a theme, or to every problem in them.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::engine::engine;
use super::mistake::{self, Form, unknown_names};
use super::origin::Origin;
use super::phrasebook::Pool;
use super::reading::Problems;
use super::scan::{Use, uses};
use super::variables::locals;
use super::{Info, LETTERS, Theme, phrasebook, runaway, unused};
use crate::diagnostic::{Diagnostic, Place, Report, Source};
use crate::yaml;

/// A file of a theme: its path inside the theme's folder, with `/`, and its bytes.
pub type File<'a> = (&'a str, &'a [u8]);

/// The files of a theme, and what messages call its folder.
#[derive(Debug, Clone, Copy)]
pub struct Layer<'a> {
    /// The folder, as named in messages.
    pub name: &'a str,
    /// `theme.yaml`, and in a folder for each language templates (`.md`), `phrases.yaml` and more
    /// pools in `phrases/*.yaml`.
    pub files: &'a [File<'a>],
}

/// The files of `templates/warm`, built in.
const WARM: &[File<'static>] = &[
    (
        "theme.yaml",
        include_bytes!("../../templates/warm/theme.yaml"),
    ),
    (
        "en/phrases/card.yaml",
        include_bytes!("../../templates/warm/en/phrases/card.yaml"),
    ),
    (
        "en/phrases/letter.yaml",
        include_bytes!("../../templates/warm/en/phrases/letter.yaml"),
    ),
    (
        "en/phrases/points.yaml",
        include_bytes!("../../templates/warm/en/phrases/points.yaml"),
    ),
    (
        "en/thank-you.card.md",
        include_bytes!("../../templates/warm/en/thank-you.card.md"),
    ),
    (
        "en/thank-you.email.md",
        include_bytes!("../../templates/warm/en/thank-you.email.md"),
    ),
];

/// The files of a built-in theme; `None` for a name that is not one.
pub fn builtin(name: &str) -> Option<Layer<'static>> {
    (name == "warm").then_some(Layer {
        name: "templates/warm",
        files: WARM,
    })
}

impl Theme {
    /// The built-in theme `warm`.
    ///
    /// # Errors
    /// None in a released build: the tests load it.
    pub fn warm(folder: &str) -> Result<Self, Vec<Report>> {
        let layer = Layer {
            name: "templates/warm",
            files: WARM,
        };
        Self::load(&[layer], folder)
    }

    /// Makes a theme from layers, the lowest first: each replaces the pools and files it holds.
    ///
    /// `folder` is the folder of the language, such as `en`
    /// ([`Language::primary`](crate::language::Language::primary)).
    ///
    /// # Errors
    /// A report for each file that has problems, with all of its problems.
    pub fn load(layers: &[Layer<'_>], folder: &str) -> Result<Self, Vec<Report>> {
        // The built-in theme alone holds no problem to look for: a test looks.
        let mut loading = Loading {
            is_checked: layers.iter().all(|layer| layer.files == WARM),
            ..Loading::default()
        };
        for layer in layers {
            if layer.files.is_empty() {
                loading.warnings.push(unused::nothing(layer.name, folder));
            }
            for (path, bytes) in layer.files {
                loading.file(layer.name, path, bytes, folder);
            }
        }
        loading.finish()
    }
}

#[derive(Default)]
struct Loading {
    /// Whether it is known already that the files have no problems.
    is_checked: bool,
    info: Info,
    pools: BTreeMap<String, Pool>,
    /// Templates that are files, by their name in the language's folder.
    templates: BTreeMap<String, Origin>,
    reports: Vec<Report>,
    warnings: Vec<Report>,
}

impl Loading {
    fn file(&mut self, layer: &str, path: &str, bytes: &[u8], folder: &str) {
        let name = format!("{layer}/{path}");
        let inside = path
            .strip_prefix(folder)
            .and_then(|path| path.strip_prefix('/'));
        match (path, inside) {
            ("theme.yaml", _) => self.yaml(&name, bytes, |loading, document, problems| {
                loading.info.read(document, problems);
            }),
            (_, Some(inside)) if is_phrasebook(inside) => {
                self.yaml(&name, bytes, |loading, document, problems| {
                    for pool in phrasebook::read(document, problems) {
                        loading.pools.insert(pool.id.clone(), pool);
                    }
                })
            }
            (_, Some(inside)) if inside.ends_with(".md") => self.template(&name, inside, bytes),
            _ if unused::is_for_people(path) => {}
            _ => self.warnings.push(unused::file(&name, path, folder)),
        }
    }

    fn yaml(
        &mut self,
        name: &str,
        bytes: &[u8],
        read: impl FnOnce(&mut Self, &yaml::Document, &mut Problems),
    ) {
        match yaml::load(name, bytes) {
            Ok(document) => {
                let mut problems = Problems::default();
                read(self, &document, &mut problems);
                self.reports.extend(problems.report(&document.source));
            }
            Err(report) => self.reports.push(report),
        }
    }

    fn template(&mut self, name: &str, inside: &str, bytes: &[u8]) {
        let Ok(text) = std::str::from_utf8(bytes) else {
            let message = "this file is not UTF-8 text";
            self.reports.push(Report {
                source: Arc::new(Source::new(name, "")),
                diagnostics: vec![
                    Diagnostic::error("not-utf8", Place::File, message)
                        .help("save it again with the encoding UTF-8"),
                ],
            });
            return;
        };
        let text = text.trim_start_matches('\u{feff}').to_owned();
        let origin = Origin {
            source: Arc::new(Source::new(name, text.clone())),
            phrase: None,
            text,
        };
        self.templates.insert(inside.to_owned(), origin);
    }

    /// Phrases that are checked already are parsed when they are first said: few of them are.
    fn finish(self) -> Result<Theme, Vec<Report>> {
        if !self.is_checked || !self.reports.is_empty() {
            return self.check();
        }
        let mut tera = engine(Arc::new(self.pools.keys().cloned().collect()));
        let bare = tera.clone();
        let texts = self.templates.iter();
        tera.add_raw_templates(texts.map(|(name, origin)| (name, &origin.text)))
            .map_err(|error| vec![mistake::report(&error, "", &self.templates)])?;
        Ok(Theme {
            info: self.info,
            pools: self.pools,
            tera,
            bare,
            origins: self.templates,
            warnings: Vec::new(),
        })
    }

    fn check(mut self) -> Result<Theme, Vec<Report>> {
        let ids: Vec<&str> = self.pools.keys().map(String::as_str).collect();
        let mut found: Vec<(String, Arc<Source>, Vec<Diagnostic>)> = Vec::new();
        let mut origins = self.templates;
        for (name, origin) in &origins {
            let mut uses = uses(&origin.text);
            let names = locals(&uses);
            let is_letter =
                |(kind, channel): &(&str, &str)| *name == format!("{kind}.{channel}.md");
            // A part that is included may use what the templates around it have set.
            if !LETTERS.iter().any(is_letter) {
                uses.retain(|each| !matches!(each, Use::Variable { .. }));
            }
            let is_part = !LETTERS.iter().any(is_letter);
            let mut problems = unknown_names(&uses, &names, Form::Skeleton, &ids, origin);
            problems.extend(runaway::problems(Form::Skeleton, is_part, origin));
            if !is_part && origin.text.trim().is_empty() {
                let message = "the template of a letter has no words";
                problems.push(
                    Diagnostic::error("empty-template", Place::File, message)
                        .help("write the letter in it, or take the file away: the built-in one is used then"),
                );
            }
            found.push((name.clone(), Arc::clone(&origin.source), problems));
        }
        for pool in self.pools.values() {
            for phrase in &pool.phrases {
                let origin = phrase.origin(&pool.source);
                let uses = uses(&phrase.text);
                let names = locals(&uses);
                let mut problems = unknown_names(&uses, &names, Form::Phrase, &ids, &origin);
                problems.extend(runaway::problems(Form::Phrase, false, &origin));
                found.push((phrase.template.clone(), Arc::clone(&pool.source), problems));
                origins.insert(phrase.template.clone(), origin);
            }
        }
        let mut warnings = self.warnings;
        unused::templates(&origins, &mut warnings);
        unused::pools(&self.pools, &origins, &mut warnings);
        let mut tera = engine(Arc::new(self.pools.keys().cloned().collect()));
        let bare = tera.clone();
        let texts = origins.iter().map(|(name, origin)| (name, &origin.text));
        let added = tera.add_raw_templates(texts);
        for (name, source, mut problems) in found {
            if added.is_err()
                && let Some(origin) = origins.get(&name)
                && let Some(mistake) = syntax(&tera, &name, origin)
            {
                // A mistake of syntax stands alone, since it hides the rest.
                problems = mistake;
            }
            merge(&mut self.reports, source, problems);
        }
        if let Err(error) = added
            && self.reports.is_empty()
        {
            self.reports.push(mistake::report(&error, "", &origins));
        }
        if !self.reports.is_empty() {
            return Err(self.reports);
        }
        Ok(Theme {
            info: self.info,
            pools: self.pools,
            tera,
            bare,
            origins,
            warnings,
        })
    }
}

/// Pools stand in `phrases.yaml`, or in any number of files of the folder `phrases`.
fn is_phrasebook(inside: &str) -> bool {
    inside == "phrases.yaml" || (inside.starts_with("phrases/") && inside.ends_with(".yaml"))
}

/// A template's own mistake of syntax, apart from the templates it includes.
fn syntax(base: &tera::Tera, name: &str, origin: &Origin) -> Option<Vec<Diagnostic>> {
    let error = base.clone().add_raw_template(name, &origin.text).err()?;
    matches!(error.kind(), tera::ErrorKind::SyntaxError(_)).then(|| {
        let origins = BTreeMap::from([(name.to_owned(), origin.clone())]);
        mistake::report(&error, name, &origins).diagnostics
    })
}

/// Adds problems to the report of their file, in the order of their places.
pub(super) fn merge(reports: &mut Vec<Report>, source: Arc<Source>, problems: Vec<Diagnostic>) {
    if problems.is_empty() {
        return;
    }
    let same = reports
        .iter_mut()
        .find(|report| report.source.name() == source.name());
    let report = match same {
        Some(report) => report,
        None => {
            reports.push(Report {
                source,
                diagnostics: Vec::new(),
            });
            // The report that was pushed last.
            let last = reports.len() - 1;
            &mut reports[last]
        }
    };
    report.diagnostics.extend(problems);
    report.sort();
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Style, render};

    #[test]
    fn the_built_in_theme_passes_every_check_that_loading_it_leaves_out() {
        let layers = [
            builtin("warm").expect("warm is built in"),
            Layer {
                name: "nothing",
                files: &[],
            },
        ];
        let checked = Theme::load(&layers, "en")
            .unwrap_or_else(|reports| panic!("{}", render(&reports[0], Style::default())));
        let quick = Theme::warm("en").expect("it has no problems");
        let phrases: usize = checked.pools().map(|pool| pool.phrases.len()).sum();
        assert_eq!(checked.origins.len(), quick.origins.len() + phrases);
        // An engine without any other template is enough for each phrase.
        for phrase in checked.pools().flat_map(|pool| &pool.phrases) {
            let added = quick
                .bare
                .clone()
                .add_raw_template(&phrase.template, &phrase.text);
            assert!(added.is_ok(), "{}: {added:?}", phrase.template);
        }
    }
}
