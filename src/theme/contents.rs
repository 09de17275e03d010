//! What a theme is made of: which layer each template and each pool is taken from.

use super::{Pool, Theme};

/// A template of a theme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Template<'a> {
    /// The name in its language's folder, such as `thank-you.email.md`.
    pub name: &'a str,
    /// The path in its layer's folder, such as `en/thank-you.email.md`.
    pub file: &'a str,
    /// The built-in theme it is taken from; `None` where the theme itself holds it.
    pub base: Option<&'a str>,
}

impl Theme {
    /// The built-in themes it is built on, the nearest first.
    pub fn bases(&self) -> impl Iterator<Item = &str> {
        (0..self.layers.len())
            .rev()
            .filter_map(|layer| self.base(layer))
    }

    /// Every template that is a file, by name, and last the page around emails.
    pub fn templates(&self) -> impl Iterator<Item = Template<'_>> {
        let html = self.html.as_ref().map(|origin| (super::html::FILE, origin));
        let files = self.origins.iter();
        files
            .map(|(name, origin)| (name.as_str(), origin))
            .chain(html)
            .filter(|(_, origin)| origin.phrase.is_none())
            .map(|(name, origin)| Template {
                name,
                file: self.inside(origin.source.name(), origin.layer),
                base: self.base(origin.layer),
            })
    }

    /// The built-in theme that a pool is taken from; `None` where the theme itself holds it.
    pub fn base_of(&self, pool: &Pool) -> Option<&str> {
        self.base(pool.layer)
    }

    /// The path of a pool's file in its layer's folder, such as `en/phrases/letter.yaml`.
    pub fn file_of<'a>(&self, pool: &'a Pool) -> &'a str {
        self.inside(pool.source.name(), pool.layer)
    }

    /// The name of a layer below the topmost.
    fn base(&self, layer: usize) -> Option<&str> {
        let name = self.layers.get(layer)?;
        let is_below = layer + 1 < self.layers.len();
        is_below.then(|| name.strip_prefix("templates/").unwrap_or(name))
    }

    /// The path of a file in the folder of its layer.
    fn inside<'a>(&self, file: &'a str, layer: usize) -> &'a str {
        let folder = self.layers.get(layer).map_or("", String::as_str);
        let inside = file.strip_prefix(folder).unwrap_or(file);
        inside.trim_start_matches('/')
    }
}
