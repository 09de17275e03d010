//! What two texts have in common: a subject and a point, a topic and own sentences about it.

use super::{LISTS, words};
use crate::letter::words::is_common;

/// Whether a subject takes up what a text says: a word or two of it that say something.
pub(in crate::letter) fn echoes(subject: &str, text: &str) -> bool {
    let said = |word: &String| word.len() > 3 && !is_common(word);
    let of_text: Vec<String> = words(text).collect();
    let of_subject: Vec<String> = words(subject)
        .filter(said)
        .filter(|word| !LISTS.has("of-subjects", word))
        .collect();
    let shared = of_subject.iter().filter(|word| of_text.contains(word));
    let shared: Vec<&String> = shared.collect();
    let tells = shared.iter().any(|word| !LISTS.has("numbers", word));
    tells && (shared.len() >= 2 || shared.len() == of_subject.len())
}

/// Whether own sentences name what a topic is about, so that they need no lead into it.
pub(in crate::letter) fn names_topic(own: &str, topic: &str) -> bool {
    let stem = |word: String| -> String {
        let word = word.strip_suffix("'s").unwrap_or(&word);
        word.strip_suffix('s').unwrap_or(word).to_owned()
    };
    let said = |word: &String| word.len() > 3 && !is_common(word);
    let of_topic: Vec<String> = words(topic).filter(said).map(stem).collect();
    let end = own.find(['.', '?', '!']).unwrap_or(own.len());
    let first: Vec<String> = words(&own[..end]).map(stem).collect();
    let leans = first.first().is_some_and(|word| {
        matches!(
            word.as_str(),
            "that" | "thi" | "it" | "they" | "those" | "these" | "then" | "so" | "and" | "but"
        )
    });
    let shared = of_topic.iter().filter(|word| first.contains(word)).count();
    !leans && shared > 0 && (shared >= 2 || shared == of_topic.len())
}
