//! The data files of the rules, brought into the program.

/// Files of this folder, by their names.
macro_rules! files {
    ($($name:literal)*) => {
        &[$(($name, include_str!($name))),*]
    };
}

/// Every rule's file; a test holds that none of the folder is missing here.
pub(super) const FILES: &[(&str, &str)] = files!(
    "agreement.yaml"
    "articles.yaml"
    "asks-status.yaml"
    "capitals.yaml"
    "comma-splice.yaml"
    "doubled-word.yaml"
    "missing-word.yaml"
    "mixed-up-words.yaml"
    "prepositions.yaml"
    "sentence-start.yaml"
    "spacing.yaml"
    "split-words.yaml"
    "unclosed-mark.yaml"
    "verb-form.yaml"
);
