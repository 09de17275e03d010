use super::Language;

/// The list of words that [`article`] cannot judge by their first letter.
const ARTICLES: &str = include_str!("articles.txt");

impl Language {
    /// Joins items as a sentence does: `a`, `a and b`, `a, b, and c`.
    ///
    /// American and Canadian English put a comma before the `and` of three or more; British and
    /// Australian English do not. Where an item holds a comma itself, semicolons part the items.
    pub fn join_and<S: AsRef<str>>(self, items: &[S]) -> String {
        let items: Vec<&str> = items.iter().map(AsRef::as_ref).collect();
        let separator = if items.iter().any(|item| item.contains(',')) {
            ";"
        } else {
            ","
        };
        match items.as_slice() {
            [] => String::new(),
            [only] => (*only).to_owned(),
            [first, second] if separator == "," => format!("{first} and {second}"),
            [first, second] => format!("{first}; and {second}"),
            [head @ .., last] => {
                let serial = separator == ";" || !self.is_british();
                let comma = if serial { separator } else { "" };
                format!("{}{comma} and {last}", head.join(&format!("{separator} ")))
            }
        }
    }
}

/// Names in a row: `Ann`, `Ann and Ben`, `Ann, Ben and Cleo`.
pub fn listed<S: AsRef<str>>(names: &[S]) -> String {
    match names {
        [] => String::new(),
        [one] => one.as_ref().to_owned(),
        [most @ .., last] => {
            let most: Vec<&str> = most.iter().map(AsRef::as_ref).collect();
            format!("{} and {}", most.join(", "), last.as_ref())
        }
    }
}

/// A sentence with its full stop: none is added behind one that it ends in (`Robert Downs Jr.`).
pub fn stopped(sentence: &str) -> String {
    let end = if sentence.ends_with('.') { "" } else { "." };
    format!("{sentence}{end}")
}

/// Joins choices as a message in English does: `a`, `a or b`, `a, b or c`.
pub fn either<S: AsRef<str>>(choices: &[S]) -> String {
    match choices {
        [] => String::new(),
        [one] => one.as_ref().to_owned(),
        [most @ .., last] => {
            let most: Vec<&str> = most.iter().map(AsRef::as_ref).collect();
            format!("{} or {}", most.join(", "), last.as_ref())
        }
    }
}

/// The indefinite article that a word takes by its sound: `an engineer`, `a university`, `an MBA`.
///
/// Gives `a` or `an` alone. A short form in capitals is spelt out by letter (`an HR lead`) unless
/// `articles.txt` lists it as a word (`a NASA engineer`).
pub fn article(text: &str) -> &'static str {
    let word = text
        .trim_start_matches(|c: char| !c.is_alphanumeric())
        .split(|c: char| c.is_whitespace() || c == '/')
        .next()
        .unwrap_or_default();
    let lower = word.to_lowercase();
    let bare = word.split('-').next().unwrap_or_default();
    let mut best: Option<(usize, &'static str)> = None;
    for line in ARTICLES.lines().filter(|line| !line.starts_with('#')) {
        let Some((article, start)) = line.split_once(' ') else {
            continue;
        };
        let capitals = start.chars().any(char::is_uppercase);
        let matches = if capitals {
            bare == start
        } else {
            lower.starts_with(start)
        };
        if matches && best.is_none_or(|(length, _)| start.len() > length) {
            best = Some((start.len(), if article == "an" { "an" } else { "a" }));
        }
    }
    if let Some((_, article)) = best {
        return article;
    }
    let Some(first) = bare.chars().next() else {
        return "a";
    };
    let spelt_out = bare.chars().all(|c| c.is_uppercase() || c.is_numeric())
        && bare.chars().any(char::is_uppercase);
    let vowel = if spelt_out {
        "AEFHILMNORSX".contains(first)
    } else {
        let plain = deunicode::deunicode_char(first).unwrap_or_default();
        plain.starts_with(['a', 'e', 'i', 'o', 'u', 'A', 'E', 'I', 'O', 'U'])
    };
    if vowel { "an" } else { "a" }
}

/// The possessive of a name: `Northwind’s`, and `Siemens’` after an s.
pub fn possessive(name: &str) -> String {
    if name.ends_with(['s', 'S']) {
        format!("{name}’")
    } else {
        format!("{name}’s")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_reads_as_a_sentence() {
        let three = ["tea", "coffee", "rum"];
        assert_eq!(Language::EnUs.join_and(&three), "tea, coffee, and rum");
        assert_eq!(Language::EnGb.join_and(&three), "tea, coffee and rum");
        assert_eq!(Language::EnUs.join_and(&three[..2]), "tea and coffee");
        assert_eq!(Language::EnUs.join_and(&three[..1]), "tea");
        assert_eq!(Language::EnUs.join_and::<&str>(&[]), "");
        assert_eq!(
            Language::EnGb.join_and(&["tea, black", "rum"]),
            "tea, black; and rum"
        );
        assert_eq!(
            Language::EnGb.join_and(&["tea, black", "rum", "ale"]),
            "tea, black; rum; and ale"
        );
    }

    #[test]
    fn the_article_follows_the_sound() {
        for word in [
            "engineer",
            "hour",
            "honest day",
            "MBA",
            "HR lead",
            "SRE",
            "X-ray",
            "8-hour shift",
            "11-person team",
            "18th floor",
            "Übersetzer",
            "AI engineer",
            "RN",
            "LPN",
            "understudy",
            "uninteresting job",
            "ER nurse",
            "“open” house",
            "heir",
            "FBI post",
            "umbrella",
        ] {
            assert_eq!(article(word), "an", "{word}");
        }
        for word in [
            "nurse",
            "university",
            "European",
            "one-off",
            "UX lead",
            "NASA engineer",
            "unicorn",
            "user",
            "US office",
            "UK team",
            "TÜV certificate",
            "SIL-2 assessment",
            "house",
            "unique chance",
            "utility",
            "PhD",
            "100-bed ward",
            "1,100 seats",
            "",
            "union",
        ] {
            assert_eq!(article(word), "a", "{word}");
        }
    }

    #[test]
    fn a_name_that_ends_in_s_takes_an_apostrophe_alone() {
        assert_eq!(possessive("Northwind"), "Northwind’s");
        assert_eq!(possessive("Siemens"), "Siemens’");
    }
}
