//! What people type for a key, or for the word of a choice, who remember what it is about only.

use std::sync::LazyLock;

use crate::yaml::{self, Value};

/// The right word, and the other words for it as they are compared.
type Synonyms = Vec<(String, Vec<String>)>;

/// The words of the data file, in its order.
static SYNONYMS: LazyLock<Synonyms> = LazyLock::new(|| read(include_str!("synonyms.yaml")));

/// The first of the known words that the typed one is another word for.
pub(super) fn synonym<'k>(typed: &str, known: &[&'k str]) -> Option<&'k str> {
    let typed = plain(typed);
    SYNONYMS
        .iter()
        .filter(|(_, others)| others.contains(&typed))
        .find_map(|(word, _)| known.iter().find(|known| *known == word))
        .copied()
}

fn read(text: &str) -> Synonyms {
    let entries = match yaml::values(text).map(|root| root.value) {
        Some(Value::Map(entries)) => entries,
        _ => Vec::new(),
    };
    let mut synonyms = Synonyms::new();
    for entry in entries {
        let Value::List(items) = entry.value.value else {
            continue;
        };
        let words = items.iter().filter_map(|item| match &item.value {
            Value::Scalar(scalar) => Some(plain(&scalar.text)),
            _ => None,
        });
        synonyms.push((entry.key, words.collect()));
    }
    synonyms
}

/// A word as it is compared.
fn plain(word: &str) -> String {
    let mut word = word.to_lowercase();
    word.retain(|letter| !matches!(letter, '-' | '_' | ' '));
    word
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_read_and_leads_to_a_word_of_the_notes() {
        let schema = crate::notes::schema();
        let lines = include_str!("synonyms.yaml")
            .lines()
            .filter(|line| !line.is_empty() && !line.starts_with('#'));
        assert_eq!(SYNONYMS.len(), lines.count());
        for (word, others) in SYNONYMS.iter() {
            assert!(schema.contains(&format!("\"{word}\"")), "{word}");
            assert!(!others.is_empty(), "{word}");
            assert!(!others.contains(&plain(word)), "{word}");
        }
    }

    #[test]
    fn only_words_of_the_section_are_meant() {
        let interview = ["company", "role"];
        let person = ["name", "job_title"];
        assert_eq!(synonym("Position", &interview), Some("role"));
        assert_eq!(synonym("position", &person), Some("job_title"));
        assert_eq!(synonym("in person", &["onsite", "video"]), Some("onsite"));
        assert_eq!(synonym("in-person", &["video", "phone"]), None);
        assert_eq!(synonym("company", &person), None);
    }
}
