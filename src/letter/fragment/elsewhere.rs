//! A text told at another time and from another place than it was said.

use super::{LISTS, plain, words};

/// What somebody said of what was to come, as it is said weeks later; `None` where its verb would
/// have to change in a way that is not certain: `you would call`, `there might be a task`.
pub(in crate::letter) fn told_since(text: &str) -> Option<String> {
    let each = text.split(' ').map(|token| match plain(token).as_str() {
        "will" => "would".to_owned(),
        "may" => "might".to_owned(),
        "won't" => "would not".to_owned(),
        "you'll" => "you would".to_owned(),
        "they'll" => "they would".to_owned(),
        "it'll" => "it would".to_owned(),
        _ => token.to_owned(),
    });
    let text = each.collect::<Vec<_>>().join(" ");
    let past = |word: &String| LISTS.has("past", word) || word.ends_with("'d");
    // The first verb decides; further on it may be that of a clause inside.
    let is_past = words(&text).take(5).any(|word| past(&word));
    is_past.then_some(text)
}

/// A text whose "here" is where its speaker works, told from elsewhere: `nobody at Northwind merges
/// …`; `None` where another word would have to change.
pub(in crate::letter) fn at_place(text: &str, at_company: &str) -> Option<String> {
    // `this same lab` was this one where it was said.
    let text = &text
        .replace("this same ", "the same ")
        .replace("this very ", "the very ");
    let mut out: Vec<String> = Vec::new();
    let tokens: Vec<&str> = text.split(' ').collect();
    let name = at_company.split_once(' ').map_or("", |(_, name)| name);
    for (at, token) in tokens.iter().enumerate() {
        if plain(token) != "here" {
            out.push((*token).to_owned());
            continue;
        }
        let before = at.checked_sub(1).map(|at| plain(tokens[at]));
        let before = before.unwrap_or_default();
        let place = match before.as_str() {
            "around" | "round" | "right" => {
                out.pop();
                at_company.to_owned()
            }
            "nobody" | "everybody" | "everyone" | "somebody" | "anybody" => {
                "on your team".to_owned()
            }
            word if LISTS.has("motion", word) => format!("to {name}"),
            "" => return None,
            word if LISTS.has("function", word) && !LISTS.has("objects", word) => return None,
            _ => at_company.to_owned(),
        };
        out.push(token.to_lowercase().replacen("here", &place, 1));
    }
    Some(out.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_to_come_is_told_since() {
        for (typed, said) in [
            (
                "you would decide in two weeks",
                "you would decide in two weeks",
            ),
            ("there may be a trial week", "there might be a trial week"),
            ("you will call by Friday", "you would call by Friday"),
            ("you'd call", "you'd call"),
        ] {
            assert_eq!(told_since(typed).as_deref(), Some(said));
        }
        for unsure in [
            "you decide in two weeks",
            "the board meets on the first of December and you would like a name",
        ] {
            assert_eq!(told_since(unsure), None, "{unsure}");
        }
    }
}
