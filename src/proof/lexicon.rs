//! Everyday words by their class, with the forms they take: what `+noun` and its like match.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, LazyLock};

/// The words of each class.
const WORDS: &str = include_str!("lexicon.txt");

/// Words of one class.
pub(super) type Class = Arc<HashSet<String>>;

/// The words of a class: `noun`, `nouns`, `mass`, `verb`, `verbs`, `ing`, `past`, `participle` or
/// `adjective`.
pub(super) fn class(name: &str) -> Option<Class> {
    static CLASSES: LazyLock<HashMap<&str, Class>> = LazyLock::new(read);
    CLASSES.get(name).cloned()
}

fn read() -> HashMap<&'static str, Class> {
    let mut classes: HashMap<&str, HashSet<String>> = HashMap::new();
    let mut put = |class, word: &str| {
        classes.entry(class).or_default().insert(word.to_owned());
    };
    let lines = WORDS.lines().filter(|line| !line.starts_with('#'));
    for (class, words) in lines.filter_map(|line| line.split_once(':')) {
        for word in words.split_whitespace() {
            let forms: Vec<&str> = word.split('/').collect();
            let base = forms[0];
            match class {
                "nouns" => {
                    put("noun", base);
                    put("nouns", forms.get(1).unwrap_or(&plural(base).as_str()));
                }
                "verbs" => {
                    put("verb", base);
                    put("verbs", &third(base));
                    put("ing", &ing(base, forms.get(1).copied()));
                    put("past", forms.get(1).unwrap_or(&past(base).as_str()));
                    put("participle", forms.get(2).unwrap_or(&past(base).as_str()));
                }
                "adjectives" => put("adjective", base),
                _ => put("mass", base),
            }
        }
    }
    let shared = classes.into_iter();
    shared
        .map(|(class, words)| (class, Arc::new(words)))
        .collect()
}

fn is_consonant_y(word: &str) -> bool {
    let stem = word.strip_suffix('y');
    stem.is_some_and(|stem| !stem.ends_with(['a', 'e', 'o', 'u']))
}

/// The plural of a noun, and the form of a verb for one.
fn plural(word: &str) -> String {
    if is_consonant_y(word) {
        return format!("{}ies", &word[..word.len() - 1]);
    }
    if ["s", "x", "ch", "sh", "z"]
        .iter()
        .any(|end| word.ends_with(end))
    {
        return format!("{word}es");
    }
    format!("{word}s")
}

fn third(word: &str) -> String {
    match word {
        "have" => "has".to_owned(),
        "go" => "goes".to_owned(),
        _ => plural(word),
    }
}

fn past(word: &str) -> String {
    if is_consonant_y(word) {
        return format!("{}ied", &word[..word.len() - 1]);
    }
    match word.strip_suffix('e') {
        Some(stem) => format!("{stem}ed"),
        None => format!("{word}ed"),
    }
}

/// The form in -ing; a past form with a doubled letter (`planned`) shows that it doubles as well.
fn ing(word: &str, past: Option<&str>) -> String {
    let doubled = past.and_then(|past| past.strip_suffix("ed"));
    match (doubled, word.strip_suffix('e')) {
        (Some(stem), _) if stem.len() > word.len() => format!("{stem}ing"),
        _ if matches!(word, "get" | "run" | "win" | "begin" | "forget") => {
            format!("{word}{}ing", &word[word.len() - 1..])
        }
        (_, Some(stem)) if !word.ends_with("ee") => format!("{stem}ing"),
        _ => format!("{word}ing"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn has(name: &str, word: &str) -> bool {
        class(name).is_some_and(|words| words.contains(word))
    }

    #[test]
    fn each_class_has_the_forms_of_its_words() {
        for (name, word) in [
            ("noun", "story"),
            ("nouns", "stories"),
            ("nouns", "people"),
            ("nouns", "days"),
            ("nouns", "boxes"),
            ("mass", "advice"),
            ("verbs", "carries"),
            ("verbs", "has"),
            ("ing", "making"),
            ("ing", "planning"),
            ("ing", "seeing"),
            ("ing", "running"),
            ("past", "wrote"),
            ("past", "tried"),
            ("past", "enjoyed"),
            ("participle", "written"),
            ("participle", "hoped"),
            ("adjective", "kind"),
        ] {
            assert!(has(name, word), "{name} {word}");
        }
        assert!(class("no").is_none() && !has("verb", "wrote"));
    }
}
