//! One of a few words.

use schemars::{Schema, SchemaGenerator, json_schema};

use super::Form;
use crate::diagnostic::{Diagnostic, Path, Place};
use crate::language::Language;
use crate::notes::mapping::{meant, ticked};
use crate::notes::reader::{Reader, called};
use crate::yaml::Node;

/// Reads one of `choices`; capitals, and spaces or `_` for `-`, do not matter.
pub(in crate::notes) fn choose<T: Copy>(
    node: &Node,
    path: &Path,
    reader: &mut Reader<'_>,
    choices: &[(&'static str, T)],
) -> Option<T> {
    let plain = |word: &str| word.to_lowercase().replace([' ', '_'], "-");
    let words: Vec<&str> = choices.iter().map(|(word, _)| *word).collect();
    let typed = plain(reader.scalar(node, path, &ticked(&words))?.text.trim());
    if let Some((_, choice)) = choices.iter().find(|(word, _)| plain(word) == typed) {
        return Some(*choice);
    }
    let problem = wrong_choice(path, &ticked(&words));
    reader.report(match meant(&typed, &words) {
        Some(word) => problem
            .label(format!("did you mean `{word}`?"))
            .help(format!("type `{word}`")),
        None => match words.as_slice() {
            [only] => problem.help(format!("type `{only}`, or leave {} out", called(path))),
            _ => problem.help(format!(
                "type one of these words, or leave {} out",
                called(path)
            )),
        },
    });
    None
}

/// A message that the value at `path` is none of those that can be had.
pub(in crate::notes) fn wrong_choice(path: &Path, wants: &str) -> Diagnostic {
    Diagnostic::error(
        "wrong-choice",
        Place::Value(path.clone()),
        format!("{} should be {wants}", called(path)),
    )
}

/// Defines a choice of words: the enum, its words, how it is read, its schema.
macro_rules! choices {
    (
        $(#[doc = $about:literal])+
        $name:ident { $( $(#[doc = $doc:literal])+ $choice:ident = $word:literal, )+ }
    ) => {
        $(#[doc = $about])+
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
        pub enum $name {
            $( $(#[doc = $doc])+ #[serde(rename = $word)] $choice, )+
        }

        impl $name {
            /// The word that stands for it in the notes.
            pub fn name(self) -> &'static str {
                match self {
                    $( Self::$choice => $word, )+
                }
            }
        }

        impl crate::notes::form::Form for $name {
            type Value = Self;

            fn read(
                node: &crate::yaml::Node,
                path: &crate::diagnostic::Path,
                reader: &mut crate::notes::reader::Reader<'_>,
            ) -> Option<Self> {
                let choices = [$( ($word, Self::$choice), )+];
                crate::notes::form::choose(node, path, reader, &choices)
            }

            fn schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({ "type": "string", "enum": [$( $word, )+] })
            }
        }
    };
}

pub(in crate::notes) use choices;

/// The language of the letters, by its tag.
pub(in crate::notes) struct LanguageTag;

impl Form for LanguageTag {
    type Value = Language;

    fn read(node: &Node, path: &Path, reader: &mut Reader<'_>) -> Option<Language> {
        let choices = Language::ALL.map(|language| (language.tag(), language));
        choose(node, path, reader, &choices)
    }

    fn schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "enum": Language::ALL.map(Language::tag) })
    }
}
