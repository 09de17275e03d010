//! The data files of the rules, brought into the program.

/// Files of this folder, by their names.
macro_rules! files {
    ($($name:literal)*) => {
        &[$(($name, include_str!($name))),*]
    };
}

/// Every rule's file; a test holds that none of the folder is missing here.
pub(super) const FILES: &[(&str, &str)] = files!(
    "asks-status.yaml"
    "company-mismatch.yaml"
    "dialect-spelling.yaml"
    "grammar.yaml"
    "missing-address.yaml"
    "missing-email.yaml"
    "misspelling.yaml"
    "mixed-up-words.yaml"
    "name-diacritics.yaml"
    "name-near-miss.yaml"
    "sent-late.yaml"
    "title-mismatch.yaml"
    "unsure-name.yaml"
    "unverified-spelling.yaml"
    "weekday-mismatch.yaml"
    "wrong-recipient.yaml"
);
