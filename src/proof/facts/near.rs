//! How near two words are that should be one.

/// How a word differs from the one that was meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Near {
    /// Only by its accents, or its capitals.
    Marks,
    /// By a letter or two, or it sounds the same.
    Letters,
}

/// How near a word is to the one that is right; `None` where they are the same, or are two words.
///
/// One letter apart up to five, two beyond; or very much alike and of one sound (`Kathryn`,
/// `Katherine`). Under four letters nothing is near but what differs by its accents alone.
pub(super) fn near(typed: &str, right: &str) -> Option<Near> {
    if typed == right {
        return None;
    }
    let (a, b) = (plain(typed), plain(right));
    if a == b {
        return Some(Near::Marks);
    }
    let (shorter, longer) = {
        let lengths = (a.chars().count(), b.chars().count());
        (lengths.0.min(lengths.1), lengths.0.max(lengths.1))
    };
    // What is much longer is another word; measuring it would take time for nothing.
    if shorter < 4 || longer > shorter + 3 {
        return None;
    }
    let most = if b.chars().count() <= 5 { 1 } else { 2 };
    let is_close = strsim::osa_distance(&a, &b) <= most;
    let sounds_so = || strsim::jaro_winkler(&a, &b) >= 0.88 && sound(&a) == sound(&b);
    (is_close || sounds_so()).then_some(Near::Letters)
}

/// A word in plain letters and lower case.
pub(super) fn plain(word: &str) -> String {
    let plain = deunicode::deunicode(word).to_lowercase();
    plain.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The consonants that a word is heard by: those that sound alike are one, doubled ones single.
///
/// A rough Metaphone for names: vowels, `h`, `w` and `y` are dropped, `c`, `k` and `q` are one, as
/// are `s` and `z`, `f`, `v` and `ph`, `d` and `t`, `g` and `j`, `m` and `n` stay apart.
fn sound(word: &str) -> String {
    let mut heard = String::new();
    let word = word
        .replace("ph", "f")
        .replace("ck", "k")
        .replace("gh", "g")
        .replace('x', "ks");
    for c in word.chars() {
        let c = match c {
            'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'h' | 'w' => continue,
            'c' | 'q' => 'k',
            'z' => 's',
            'v' => 'f',
            'd' => 't',
            'j' => 'g',
            c => c,
        };
        if !heard.ends_with(c) {
            heard.push(c);
        }
    }
    heard
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_names_are_told_from_other_names() {
        for (typed, right) in [
            ("Kathryn", "Katherine"),
            ("Mateusz", "Mateus"),
            ("O'Neil", "O'Neill"),
            ("Vasques", "Vásquez"),
            ("MacKenzie", "McKenzie"),
            ("Stephen", "Steven"),
        ] {
            assert_eq!(near(typed, right), Some(Near::Letters), "{typed}");
        }
        for (typed, right) in [
            ("Wojcik", "Wójcik"),
            ("Mckenzie", "McKenzie"),
            ("ONeill", "O'Neill"),
        ] {
            assert_eq!(near(typed, right), Some(Near::Marks), "{typed}");
        }
        for (typed, right) in [
            ("Ann", "Anne"),
            ("Anna", "Hannelore"),
            ("Mark", "Maria"),
            ("Li", "Lu"),
            ("Ann", "Ann"),
        ] {
            assert_eq!(near(typed, right), None, "{typed}");
        }
    }
}
