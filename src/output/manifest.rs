use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// The version of the manifest's format that this program writes.
const VERSION: u32 = 1;

/// The manifest's file name, beside the files it tells of.
pub const MANIFEST: &str = ".regards.json";

/// Which files of a folder were written by this program, and with which bytes.
///
/// A file whose hash is not here was written or changed by the user. A file may have two hashes for
/// a moment: the new one is added before its bytes are put in place and the old one is taken out
/// afterwards, so that a run that is cut short never mistakes its own work for the user's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    version: u32,
    files: BTreeMap<String, BTreeSet<String>>,
}

impl Default for Manifest {
    fn default() -> Self {
        Self {
            version: VERSION,
            files: BTreeMap::new(),
        }
    }
}

impl Manifest {
    /// Reads a manifest; `None` where it is broken or of a later version.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let manifest: Self = serde_json::from_slice(bytes).ok()?;
        (manifest.version == VERSION).then_some(manifest)
    }

    /// The manifest as JSON, keys in order, with a line break at its end.
    pub fn to_json(&self) -> String {
        let mut text = serde_json::to_string_pretty(self).unwrap_or_default();
        text.push('\n');
        text
    }

    /// Whether these bytes are what this program wrote under that name.
    pub fn knows(&self, name: &str, bytes: &[u8]) -> bool {
        self.files
            .get(name)
            .is_some_and(|hashes| hashes.contains(&hash(bytes)))
    }

    /// Adds the hash of bytes that are about to be put in place.
    pub fn add(&mut self, name: &str, bytes: &[u8]) {
        self.files
            .entry(name.to_owned())
            .or_default()
            .insert(hash(bytes));
    }

    /// Keeps only the hash of the bytes that are in place now.
    pub fn settle(&mut self, name: &str, bytes: &[u8]) {
        self.files
            .insert(name.to_owned(), BTreeSet::from([hash(bytes)]));
    }

    /// The names of all files it tells of, in order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }
}

/// The SHA-256 of bytes, as `sha256:` and 64 hexadecimal digits.
pub fn hash(bytes: &[u8]) -> String {
    let mut text = String::from("sha256:");
    for byte in Sha256::digest(bytes) {
        text.push_str(&format!("{byte:02x}"));
    }
    text
}
