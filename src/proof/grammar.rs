//! Grammar in general, by the checker `harper-core`; without the feature `grammar`, nothing.

use super::Proof;
use super::document::Document;
use super::finding::Finding;

/// A grammar checker, which takes most of a second to make ready and is kept for all letters.
#[derive(Default)]
pub struct Grammar {
    #[cfg(feature = "grammar")]
    harper: super::harper::Harper,
}

impl Grammar {
    /// Whether this program was built with one.
    pub const IS_BUILT_IN: bool = cfg!(feature = "grammar");

    /// Adds what it finds where nothing else was found.
    pub fn read(&mut self, proof: &Proof<'_>, document: &Document, findings: &mut Vec<Finding>) {
        #[cfg(feature = "grammar")]
        {
            let found = self.harper.read(proof, document);
            let is_new = |finding: &Finding| {
                let overlaps = |other: &Finding| match (&other.range, &finding.range) {
                    (Some(one), Some(two)) => one.start < two.end && two.start < one.end,
                    _ => false,
                };
                !findings.iter().any(overlaps)
            };
            let mut found: Vec<Finding> = found.into_iter().filter(is_new).collect();
            findings.append(&mut found);
            findings.sort_by_key(|finding| finding.range.as_ref().map(|range| range.start));
        }
        #[cfg(not(feature = "grammar"))]
        let _ = (proof, document, findings);
    }
}
