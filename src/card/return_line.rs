//! The sender's address in the one small line above a letter's window address.

/// What parts the sender's name from the lines of the address.
const BETWEEN: &str = " · ";

/// The return address in one line: all of it, then shorter and shorter ones.
///
/// The post returns a letter by street and town (DIN 5008: name · street · town), so the country
/// is left out first, then what stands between name and street, then the street, then the town.
pub(super) fn return_lines(from: &[String]) -> Vec<String> {
    let (name, rest) = match from {
        [] => return Vec::new(),
        [name, rest @ ..] => (name, rest),
    };
    let at_home = match rest {
        [before @ .., country] if !before.is_empty() && is_country(country) => before,
        rest => rest,
    };
    let last = |count: usize| &at_home[at_home.len().saturating_sub(count)..];
    let mut lines: Vec<String> = Vec::new();
    for rest in [rest, at_home, last(2), last(1), &[]] {
        let parts: Vec<&str> = std::iter::once(name)
            .chain(rest)
            .map(String::as_str)
            .collect();
        let line = parts.join(BETWEEN);
        if lines.last() != Some(&line) {
            lines.push(line);
        }
    }
    lines
}

/// Whether the last line of an address is a country's name: a town's has a number with it.
fn is_country(line: &str) -> bool {
    !line.chars().any(char::is_numeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(lines: &[&str]) -> Vec<String> {
        let lines: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
        return_lines(&lines)
    }

    #[test]
    fn the_country_goes_first_and_the_name_stays() {
        assert_eq!(
            of(&[
                "Amara Okafor",
                "c/o Brandt",
                "Torstraße 12",
                "10119 Berlin",
                "Germany"
            ]),
            [
                "Amara Okafor · c/o Brandt · Torstraße 12 · 10119 Berlin · Germany",
                "Amara Okafor · c/o Brandt · Torstraße 12 · 10119 Berlin",
                "Amara Okafor · Torstraße 12 · 10119 Berlin",
                "Amara Okafor · 10119 Berlin",
                "Amara Okafor",
            ]
        );
    }

    #[test]
    fn what_is_short_already_is_not_said_twice() {
        assert_eq!(
            of(&["Amara Okafor", "Torstraße 12", "10119 Berlin"]),
            [
                "Amara Okafor · Torstraße 12 · 10119 Berlin",
                "Amara Okafor · 10119 Berlin",
                "Amara Okafor",
            ]
        );
        assert_eq!(of(&["Amara Okafor"]), ["Amara Okafor"]);
        assert!(of(&[]).is_empty());
    }
}
