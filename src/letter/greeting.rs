//! What stands after "Dear": worked out from a name, or the whole name where that cannot be.
//!
//! Never `Mr` or `Ms` by guess: a title is said only where it was typed.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use deunicode::deunicode;

use crate::language::Lists;

/// Titles, particles, suffixes and surnames that come first.
static NAMES: LazyLock<Lists> = LazyLock::new(|| Lists::read(include_str!("names.txt")));

fn listed(list: &str, word: &str) -> bool {
    NAMES.has(list, word)
}

/// Whether a word is a title, in any case and with or without its full stop (`DR.`).
///
/// `Col` without its full stop is a name as well.
fn is_title(list: &str, word: &str) -> bool {
    if word == "Col" {
        return false;
    }
    let bare = word.trim_end_matches('.').to_lowercase();
    let titles = TITLES.get(list);
    titles.is_some_and(|titles| titles.contains(&bare))
}

/// Whether a word is a title of any kind.
pub(super) fn is_any_title(word: &str) -> bool {
    is_title("titles", word) || is_title("titles-given", word)
}

/// The lists of titles in lower case.
static TITLES: LazyLock<BTreeMap<&'static str, BTreeSet<String>>> = LazyLock::new(|| {
    let lists = ["titles", "titles-given", "title-rest"];
    let lower = |list| {
        let words = NAMES.words(list).iter();
        words.map(|word| word.to_lowercase()).collect()
    };
    lists.into_iter().map(|list| (list, lower(list))).collect()
});

/// A title as it is written after "Dear", where a short form looks hasty.
fn spelt_out(title: &str) -> &str {
    match title.trim_end_matches('.') {
        "Fr" => "Father",
        "Prof" => "Professor",
        "Rev" | "Revd" => "Reverend",
        _ => title,
    }
}

/// A name taken apart as far as that is certain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    titles: Vec<String>,
    /// Whether the title goes with the given name (`Sir Ian`).
    title_with_given: bool,
    /// The words of the name without titles and suffixes, given name first where it was last.
    words: Vec<String>,
    /// The surname, where a comma told it (`O'Brien, José`).
    surname: Option<String>,
}

impl Name {
    /// Takes a name apart.
    pub fn read(name: &str) -> Self {
        let mut surname = None;
        let mut parts: Vec<&str> = name
            .split(',')
            .map(str::trim)
            .filter(|part| !part.is_empty())
            .collect();
        // A nickname or a description after the name is not what anybody is greeted by.
        if let [_, described, ..] = parts.as_slice()
            && described
                .split_whitespace()
                .next()
                .is_some_and(|word| listed("describes", word))
        {
            parts.truncate(1);
        }
        while parts.len() > 1 && parts.last().is_some_and(|part| is_suffixes(part)) {
            parts.pop();
        }
        let text = match parts.as_slice() {
            [family, given] if !given.is_empty() && !family.is_empty() => {
                surname = Some((*family).to_owned());
                format!("{given} {family}")
            }
            _ => parts.join(", "),
        };
        let mut words: Vec<String> = text.split_whitespace().map(str::to_owned).collect();
        let mut titles = Vec::new();
        let mut title_with_given = false;
        while words.len() > 1 {
            let bare = words[0].trim_end_matches('.');
            let given = is_title("titles-given", &words[0]);
            if given || is_title("titles", &words[0]) {
                title_with_given = given;
                titles.push(words.remove(0));
            } else if !titles.is_empty() && is_title("title-rest", &bare.replace('.', "")) {
                words.remove(0);
            } else {
                break;
            }
        }
        while words.len() > 2 && words.last().is_some_and(|word| is_suffixes(word)) {
            words.pop();
        }
        Self {
            titles,
            title_with_given,
            words,
            surname,
        }
    }

    /// What stands after "Dear".
    pub fn greeting(&self, first_names: bool) -> String {
        if self.titles.is_empty() {
            return if first_names {
                self.given()
            } else {
                self.whole()
            };
        }
        let mut titles: Vec<&str> = self.titles.iter().map(|title| spelt_out(title)).collect();
        // In English a professor is not called a doctor as well.
        if titles.first() == Some(&"Professor") {
            titles.retain(|title| title.trim_end_matches('.') != "Dr");
        }
        let titles = titles.join(" ");
        if self.title_with_given {
            format!("{titles} {}", self.given())
        } else {
            format!("{titles} {}", self.surname())
        }
    }

    /// What stands after "Dear" to somebody whose address may tell which words of three are the given
    /// name: `Mai Lan` where it is `mailan@…`, `Ana` where it is `ana@…`, else the whole name.
    pub fn greeting_at(&self, first_names: bool, address: Option<&str>) -> String {
        if let Some(given) = self.given_by(address).filter(|_| first_names) {
            return given;
        }
        let [first, second, _] = self.words.as_slice() else {
            return self.greeting(first_names);
        };
        let given = self.given();
        let is_open = self.titles.is_empty()
            && first_names
            && given == *first
            && self.surname.is_none()
            && !is_particle(second)
            && !is_initials(second)
            && !second.starts_with(['"', '“', '(', '\'', '‘']);
        if !is_open {
            return self.greeting(first_names);
        }
        let local = address.and_then(|address| address.rsplit_once('@'));
        let local = plain(local.map_or("", |(local, _)| local));
        let (first_word, second_word) = (plain(first), plain(second));
        if local.starts_with(&format!("{first_word}{second_word}")) {
            format!("{first} {second}")
        } else if !local.is_empty() && !local.contains(&second_word) {
            given
        } else {
            self.whole()
        }
    }

    /// The given name behind a family name that comes first, where an address tells which it is:
    /// `Bảo` of `Phan Quốc Bảo` where it is `bao.phan@…`, `Min-jun` where it is `minjun.kim@…`.
    fn given_by(&self, address: Option<&str>) -> Option<String> {
        let is_open = self.titles.is_empty()
            && self.surname.is_none()
            && self.is_family_first()
            && self.words.iter().all(|word| is_latin(word));
        let (local, _) = address.filter(|_| is_open)?.rsplit_once('@')?;
        let (family, rest) = self.words.split_first()?;
        let parts: Vec<String> = local.split(['.', '_', '-']).map(plain).collect();
        // Without the family's name beside it, a word may be anything.
        if parts.len() < 2 || !parts.contains(&plain(family)) {
            return None;
        }
        let given = (0..rest.len()).map(|from| rest[from..].join(" "));
        given.rev().find(|given| parts.contains(&plain(given)))
    }

    /// The given name; the whole name where it cannot be known.
    pub fn given(&self) -> String {
        let first = self.words.first().map(String::as_str).unwrap_or_default();
        let open = self.surname.is_none() && (self.is_family_first() || self.is_given_open());
        // `St. John` and `Wm. Penn`: a short form alone is nobody's name.
        if open || is_initials(first) || is_particle(first) || first.ends_with('.') {
            return self.whole();
        }
        if self.is_several() {
            return self.whole();
        }
        match &self.surname {
            // Both given names of `O'Brien, Mary Ann` are certain to be given names.
            Some(family) => {
                let whole = self.whole();
                whole
                    .strip_suffix(family.as_str())
                    .unwrap_or(&whole)
                    .trim()
                    .to_owned()
            }
            None => first.to_owned(),
        }
    }

    /// The surname with its particles; the whole name where it cannot be known.
    pub fn surname(&self) -> String {
        if let Some(surname) = &self.surname {
            return surname.clone();
        }
        if self.is_several() || self.words.iter().any(|word| !is_latin(word)) {
            return self.whole();
        }
        if self.is_family_first() {
            return self.words[0].clone();
        }
        let last = self.words.len().saturating_sub(1);
        // A surname may be all there is (`Dr. von der Leyen`), but a short given name in front can
        // read as a particle (`Dr. Ben Carson`, `Al`), so there only one in lower case counts.
        let start = (0..last)
            .find(|&at| {
                let word = &self.words[at];
                is_particle(word) && (at > 0 || word.starts_with(char::is_lowercase))
            })
            .unwrap_or(last);
        // `García-de la Torre`: the particle begins inside the word before.
        let is_joined = |at: usize| {
            let ending = self.words[at].rsplit_once('-').map(|(_, ending)| ending);
            ending
                .is_some_and(|ending| ending.starts_with(char::is_lowercase) && is_particle(ending))
        };
        let start = match start.checked_sub(1) {
            Some(before) if is_joined(before) => before,
            _ => start,
        };
        self.words[start..].join(" ")
    }

    /// Whether the surname behind a title is only a guess: two words or more stand before the last one,
    /// and any of them may belong to it (`Dr. José María Aznar López`).
    ///
    /// An address in which the last word alone stands settles it.
    pub fn is_surname_guessed(&self, address: Option<&str>) -> bool {
        let is_asked = !self.titles.is_empty() && !self.title_with_given && self.surname.is_none();
        let is_told = self.is_several() || self.is_family_first();
        let is_nickname = |word: &str| word.starts_with(['"', '“', '(', '\'', '‘']);
        let words: Vec<&str> = self.words.iter().map(String::as_str).collect();
        let has_particle = words.iter().skip(1).any(|word| is_particle(word));
        let names = words.into_iter();
        let names: Vec<&str> = names
            .filter(|word| !is_initials(word) && !is_nickname(word))
            .collect();
        let [.., before, last] = names.as_slice() else {
            return false;
        };
        let plain = |text: &str| deunicode(text).to_lowercase();
        let local = address.and_then(|address| address.rsplit_once('@'));
        let local = plain(local.map_or("", |(local, _)| local));
        let is_settled = local.contains(&plain(last)) && !local.contains(&plain(before));
        is_asked
            && !is_told
            && !is_settled
            && !has_particle
            && !last.contains('-')
            && names.len() > 2
    }

    /// What stands after "Dear" to somebody with a title and two surnames.
    pub fn greeting_with_two_surnames(&self) -> String {
        let from = self.words.len().saturating_sub(2);
        let words = self.titles.iter().chain(self.words.iter().skip(from));
        words.map(String::as_str).collect::<Vec<_>>().join(" ")
    }

    /// Whether a greeting is by a title or by the surname: `Dr. O'Neill`, `Mr McGettigan`, `Sir Ian`.
    pub fn is_formal_greeting(&self, greeting: &str) -> bool {
        let mut words = greeting.split_whitespace();
        let first = words.next().unwrap_or_default();
        let last = words.next_back();
        // Not the whole name, but its end: `Matron Adjei` of `Matron Philomena Adjei`.
        let by_surname = self.words.len() > 1
            && !self.is_family_first()
            && self.words.last().map(String::as_str) == last
            && self.whole() != greeting;
        last.is_some() && (is_any_title(first) || by_surname)
    }

    /// The name without titles and suffixes; `and` between two people.
    pub fn whole(&self) -> String {
        if self.is_several() {
            let words: Vec<&str> = self.words.iter().map(String::as_str).collect();
            return words.join(" ").replace(" & ", " and ");
        }
        self.words.join(" ")
    }

    fn is_family_first(&self) -> bool {
        if self.words.len() < 2 {
            return false;
        }
        let first = self.words[0].as_str();
        let hyphen = self.words[1].contains('-') && self.words.len() == 2;
        self.words.iter().any(|word| !is_latin(word))
            || listed("family-first", first)
            || (hyphen && listed("family-first-before-hyphen", first))
    }

    /// Whether the name is that of two people, such as `Anna & Ben`.
    fn is_several(&self) -> bool {
        let inner = 1..self.words.len().saturating_sub(1);
        self.words
            .get(inner)
            .is_some_and(|words| words.iter().any(|word| word == "&" || word == "and"))
    }

    fn is_given_open(&self) -> bool {
        self.words.len() > 2
            && self
                .words
                .last()
                .is_some_and(|word| listed("given-open", word))
    }
}

/// Whether every word is a degree or a generation, such as `Jr.` or `PhD`.
fn is_suffixes(text: &str) -> bool {
    let mut words = text.split_whitespace().peekable();
    words.peek().is_some() && words.all(|word| listed("suffixes", &word.replace(['.', ','], "")))
}

/// A name as addresses spell it.
fn plain(text: &str) -> String {
    let letters = deunicode(text).to_lowercase();
    letters
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .collect()
}

fn is_particle(word: &str) -> bool {
    let word = word.to_lowercase();
    // `St.` of a surname may be typed with its full stop.
    listed("particles", word.strip_suffix('.').unwrap_or(&word))
}

/// `J.`, `J.R.` or a single capital.
fn is_initials(word: &str) -> bool {
    let letters: Vec<char> = word.chars().filter(|c| *c != '.' && *c != '-').collect();
    let dotted = word.contains('.') && letters.iter().all(|c| c.is_uppercase());
    (letters.len() == 1 && letters[0].is_uppercase()) || (dotted && letters.len() <= 3)
}

/// Whether a word is in Latin letters: other scripts may put the family's name first.
fn is_latin(word: &str) -> bool {
    word.chars().all(|c| {
        !c.is_alphabetic() || matches!(u32::from(c), 0..=0x24F | 0x1E00..=0x1EFF | 0x2B0..=0x2FF)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_greeting_by_title_or_surname_is_formal() {
        for (name, greeting, is_formal) in [
            ("Dr. Katherine O'Neill", "Dr. O'Neill", true),
            ("Matron Philomena Adjei", "Matron Adjei", true),
            ("Sir Peregrine Olatunji", "Sir Peregrine", true),
            ("Augustus Pellingham", "Mr Pellingham", true),
            ("Augustus Pellingham", "Gus", false),
            ("Mai Lan Bordelon", "Mai Lan", false),
            ("Prudence St. Cyr", "Prudence", false),
            ("Kwabena Pruitt", "Kwabena Pruitt", false),
            ("Trần Thị Ngọc Ánh", "Ngọc Ánh", false),
            ("Chef Solange Robichaux", "Chef", false),
        ] {
            assert_eq!(
                Name::read(name).is_formal_greeting(greeting),
                is_formal,
                "{name}"
            );
        }
    }

    #[test]
    fn a_greeting_says_what_a_careful_person_would() {
        for (name, greeting) in [
            ("Katherine O'Neill", "Katherine"),
            ("Dr. Katherine O'Neill-Vásquez", "Dr. O'Neill-Vásquez"),
            ("Dr. med. Anna Schmidt", "Dr. Schmidt"),
            ("Prof. Ludwig van der Berg", "Professor van der Berg"),
            ("Ludwig van der Berg", "Ludwig"),
            ("María-José Ñíguez", "María-José"),
            ("J. R. Smith Jr.", "J. R. Smith"),
            ("J.R. Smith, Jr.", "J.R. Smith"),
            ("Mary J. Blige", "Mary"),
            ("O'Brien, José", "José"),
            ("O'Brien, Dr. José", "Dr. O'Brien"),
            ("Jane Doe, PhD, MBA", "Jane"),
            ("Dr. Jane Doe, PhD", "Dr. Doe"),
            (
                "Dr. Ahmed bin Rashid al-Maktoum",
                "Dr. bin Rashid al-Maktoum",
            ),
            ("Dr. Seán Ó Briain", "Dr. Ó Briain"),
            ("Dean Whitmore", "Dean Whitmore"),
            ("Sir Ian Holm", "Sir Ian"),
            ("Rev. Amos Clay III", "Reverend Clay"),
            ("Nguyễn Thị Minh Khai", "Nguyễn Thị Minh Khai"),
            ("Thanh Hà Nguyễn", "Thanh Hà Nguyễn"),
            ("山田 太郎", "山田 太郎"),
            ("Kim Min-jun", "Kim Min-jun"),
            ("Kim Novak", "Kim"),
            ("Dr. Wang Fang", "Dr. Wang"),
            ("Иван Петров", "Иван Петров"),
            ("Teller", "Teller"),
            ("Dr. Chen", "Dr. Chen"),
            ("Zoë \"Zed\" Müller", "Zoë"),
            ("van der Berg", "van der Berg"),
            ("Ms. Rosa Diaz", "Ms. Diaz"),
            // A particle that follows the title at once was lost.
            ("Dr. von der Leyen", "Dr. von der Leyen"),
            ("Mrs. de la Cruz", "Mrs. de la Cruz"),
            ("Prof. van den Berg", "Professor van den Berg"),
            ("Ms. van Dyk", "Ms. van Dyk"),
            ("Dr. Ben Carson", "Dr. Carson"),
            ("Dr. Al Franken", "Dr. Franken"),
            // Titles that were not known, or not in this case, became the whole greeting.
            ("Herr Müller", "Herr Müller"),
            ("Frau Dr. Anna Schmidt", "Frau Dr. Schmidt"),
            ("Engr. Musa Bello", "Engr. Bello"),
            ("Señora Ana Ruiz", "Señora Ruiz"),
            ("Chief Ade Bakare", "Chief Bakare"),
            ("DR. ANNA SCHMIDT", "DR. SCHMIDT"),
            ("dr. Anna Schmidt", "dr. Schmidt"),
            ("St. John Smith", "St. John Smith"),
            ("Wm. Penn", "Wm. Penn"),
            ("Dipl.-Ing. Jan Roth", "Dipl.-Ing. Roth"),
            // A description is no given name, and two people are two.
            ("Anna, the Boss", "Anna"),
            ("Anna Bauer, Head of Sales", "Anna"),
            ("Tran, An", "An"),
            ("Eng Wei Tan", "Eng"),
            ("Eng. Musa Bello", "Eng. Musa Bello"),
            ("Anna & Ben", "Anna and Ben"),
            ("Anna and Ben", "Anna and Ben"),
            ("Anna & Ben Smith", "Anna and Ben Smith"),
            ("Łukasz Żak", "Łukasz"),
            ("Prudence St. Cyr", "Prudence"),
            ("Commissioner Wendell Hargrove", "Commissioner Hargrove"),
        ] {
            assert_eq!(Name::read(name).greeting(true), greeting, "{name}");
        }
        for (name, address, greeting) in [
            ("Mai Lan Bordelon", Some("mailan@a.example"), "Mai Lan"),
            (
                "Mai Lan Bordelon",
                Some("mlan.b@a.example"),
                "Mai Lan Bordelon",
            ),
            ("Ana Ruiz Prado", Some("ana.prado@a.example"), "Ana"),
            (
                "Ana Ruiz Prado",
                Some("a.ruizprado@a.example"),
                "Ana Ruiz Prado",
            ),
            ("Eng Wei Tan", None, "Eng Wei Tan"),
            ("Phan Quốc Bảo", Some("bao.phan@a.example"), "Bảo"),
            ("Phan Quốc Bảo", Some("phan.quocbao@a.example"), "Quốc Bảo"),
            ("Phan Quốc Bảo", Some("phanqb@a.example"), "Phan Quốc Bảo"),
            ("Phan Quốc Bảo", None, "Phan Quốc Bảo"),
            ("Kim Min-jun", Some("minjun.kim@a.example"), "Min-jun"),
            ("Mary J. Blige", None, "Mary"),
            ("Zoë \"Zed\" Müller", None, "Zoë"),
            ("Ludwig van Berg", None, "Ludwig"),
            ("Dr. Anna Maria Schmidt", None, "Dr. Schmidt"),
        ] {
            assert_eq!(
                Name::read(name).greeting_at(true, address),
                greeting,
                "{name}"
            );
        }
        for (name, address, is_guessed) in [
            ("Dr. José María Aznar López", None, true),
            ("Mr José María Aznar López", Some("jaznar@a.example"), true),
            ("Dr. Anna Maria Schmidt", Some("a.schmidt@a.example"), false),
            ("Dr. Anna Maria Schmidt", None, true),
            ("Dr. Mary J. Blige", None, false),
            ("Dr. Anna Schmidt", None, false),
            ("Dr. Ahmed bin Rashid", None, false),
            ("Prof. Ludwig van der Berg", None, false),
            ("Dr. Anna Maria Schmidt-Weber", None, false),
            ("Dr. Aznar López, José María", None, false),
            ("José María Aznar López", None, false),
            ("Sir Ian Murray Holm", None, false),
        ] {
            let name = Name::read(name);
            assert_eq!(name.is_surname_guessed(address), is_guessed, "{name:?}");
        }
        let name = Name::read("J. R. Smith Jr.");
        assert_eq!(name.greeting(false), "J. R. Smith");
        assert_eq!(Name::read("Amara Okafor").greeting(false), "Amara Okafor");
        assert_eq!(Name::read("").greeting(true), "");
    }
}
