//! From the files of one or more layers to a theme, or to every problem in them.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use super::builtin::{BUILT_IN, builtin, is_builtin};
use super::engine::engine;
use super::mistake::{self, Form, unknown_names};
use super::origin::Origin;
use super::phrasebook::Pool;
use super::reading::Problems;
use super::scan::{Use, uses};
use super::variables::locals;
use super::{Info, LETTERS, Theme, html, info, misplaced, phrasebook, runaway, unused};
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

impl Theme {
    /// One of the built-in themes, by name; the usual one for a name that is none.
    ///
    /// # Errors
    /// None in a released build: the tests load them all.
    ///
    pub fn builtin(name: &str, folder: &str) -> Result<Self, Vec<Report>> {
        let layers = builtin(name).or_else(|| builtin(BUILT_IN[0]));
        Self::load(layers.unwrap_or_default(), folder)
    }

    /// A user's theme over the built-in one that its `theme.yaml` names as `base`, else over the
    /// usual one.
    ///
    /// # Errors
    /// As of [`load`](Self::load), and where there is no such base.
    pub fn over_base(own: Layer<'_>, folder: &str) -> Result<Self, Vec<Report>> {
        let file = own.files.iter().find(|(path, _)| *path == "theme.yaml");
        let base = file.and_then(|(_, bytes)| info::base(bytes));
        let base = builtin(base.as_deref().unwrap_or(BUILT_IN[0])).or_else(|| builtin(BUILT_IN[0]));
        let layers: Vec<Layer<'_>> = base
            .unwrap_or_default()
            .iter()
            .copied()
            .chain([own])
            .collect();
        Self::load(&layers, folder)
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
            is_checked: layers.iter().all(is_builtin),
            ..Loading::default()
        };
        for layer in layers {
            loading
                .layers
                .push((layer.name.to_owned(), is_builtin(layer)));
            if layer.files.is_empty() {
                loading.warnings.push(unused::nothing(layer.name, folder));
            }
            for (path, bytes) in layer.files {
                loading.file(layer, path, bytes, folder);
            }
        }
        loading.finish()
    }
}

#[derive(Default)]
struct Loading {
    /// Whether it is known already that the files have no problems.
    is_checked: bool,
    /// The layers so far: what messages call each, and whether it is a built-in one.
    layers: Vec<(String, bool)>,
    info: Info,
    pools: BTreeMap<String, Pool>,
    /// Templates that are files, by their name in the language's folder.
    templates: BTreeMap<String, Origin>,
    /// The page around emails.
    html: Option<Origin>,
    /// Whether a file of phrases could not be read, so that nobody knows which pools it holds.
    lacks_pools: bool,
    reports: Vec<Report>,
    warnings: Vec<Report>,
}

impl Loading {
    fn file(&mut self, layer: &Layer<'_>, path: &str, bytes: &[u8], folder: &str) {
        let name = format!("{}/{path}", layer.name);
        let inside = path
            .strip_prefix(folder)
            .and_then(|path| path.strip_prefix('/'));
        match (path, inside) {
            ("theme.yaml", _) => {
                self.yaml(&name, bytes, |loading, document, problems| {
                    loading.info.read(document, problems);
                });
            }
            (_, Some(inside)) if is_phrasebook(inside) => {
                self.lacks_pools |= !self.yaml(&name, bytes, |loading, document, problems| {
                    for mut pool in phrasebook::read(document, problems) {
                        pool.layer = loading.layers.len() - 1;
                        loading.pools.insert(pool.id.clone(), pool);
                    }
                });
            }
            (_, Some(inside)) if inside.ends_with(".md") => {
                if let Some(origin) = self.template(&name, bytes) {
                    self.templates.insert(inside.to_owned(), origin);
                }
            }
            (_, Some(html::FILE)) => self.html = self.template(&name, bytes),
            _ if unused::is_for_people(path) => {}
            _ => match misplaced::problem(layer, path, bytes, folder) {
                Some(report) => self.reports.push(report),
                None => self.warnings.push(unused::file(&name, path, folder)),
            },
        }
    }

    /// Reads a file that is YAML; gives whether it is.
    fn yaml(
        &mut self,
        name: &str,
        bytes: &[u8],
        read: impl FnOnce(&mut Self, &yaml::Document, &mut Problems),
    ) -> bool {
        match yaml::load(name, bytes) {
            Ok(document) => {
                let mut problems = Problems::default();
                read(self, &document, &mut problems);
                self.reports.extend(problems.report(&document.source));
                true
            }
            Err(report) => {
                self.reports.push(report);
                false
            }
        }
    }

    /// Reads a file that is a template as a whole; reports one that is no text.
    fn template(&mut self, name: &str, bytes: &[u8]) -> Option<Origin> {
        let Ok(text) = std::str::from_utf8(bytes) else {
            let message = "this file is not UTF-8 text";
            self.reports.push(Report {
                source: Arc::new(Source::new(name, "")),
                diagnostics: vec![
                    Diagnostic::error("not-utf8", Place::File, message)
                        .help("save it again with the encoding UTF-8"),
                ],
            });
            return None;
        };
        let text = text.trim_start_matches('\u{feff}').to_owned();
        Some(Origin {
            source: Arc::new(Source::new(name, text.clone())),
            phrase: None,
            text,
            layer: self.layers.len() - 1,
        })
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
            html: self.html,
            page: OnceLock::new(),
            layers: names(self.layers),
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
        if let Some(origin) = &self.html {
            let problems = html::problems(origin);
            merge(&mut self.reports, Arc::clone(&origin.source), problems);
        }
        let mut warnings = self.warnings;
        unused::templates(&origins, &mut warnings);
        let is_built_in = |layer: usize| self.layers[layer].1;
        unused::pools(&self.pools, is_built_in, &origins, &mut warnings);
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
            if self.lacks_pools {
                problems.retain(|problem| problem.rule != "unknown-pool");
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
            html: self.html,
            page: OnceLock::new(),
            layers: names(self.layers),
            warnings,
        })
    }
}

fn names(layers: Vec<(String, bool)>) -> Vec<String> {
    layers.into_iter().map(|(name, _)| name).collect()
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
    fn the_built_in_themes_pass_every_check_that_loading_them_leaves_out() {
        for name in BUILT_IN {
            let nothing = Layer {
                name: "nothing",
                files: &[],
            };
            let layers = builtin(name).expect("it is built in");
            let layers: Vec<Layer<'_>> = layers.iter().copied().chain([nothing]).collect();
            let checked = Theme::load(&layers, "en")
                .unwrap_or_else(|reports| panic!("{}", render(&reports[0], Style::default())));
            let quick = Theme::builtin(name, "en").expect("it has no problems");
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

    #[test]
    fn every_file_of_the_built_in_themes_is_in_the_program() {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("templates");
        for name in BUILT_IN {
            let layer = builtin(name).expect("it is built in").last();
            let known: Vec<&str> = layer
                .iter()
                .flat_map(|layer| layer.files)
                .map(|file| file.0)
                .collect();
            let folder = root.join(name);
            let mut folders = vec![folder.clone()];
            let mut found = Vec::new();
            while let Some(each) = folders.pop() {
                for entry in std::fs::read_dir(each).expect("a folder").flatten() {
                    let path = entry.path();
                    if path.is_dir() {
                        folders.push(path);
                    } else {
                        let inside = path.strip_prefix(&folder).expect("inside");
                        found.push(inside.to_string_lossy().replace('\\', "/"));
                    }
                }
            }
            found.sort();
            let mut known: Vec<String> = known.into_iter().map(str::to_owned).collect();
            known.sort();
            assert_eq!(found, known, "{name}");
        }
    }
}
