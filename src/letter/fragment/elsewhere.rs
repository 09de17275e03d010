//! A text told at another time and from another place than it was said.

use std::borrow::Cow;

use super::{LISTS, Word, plain, words};

/// What somebody said of what was to come, as it is said weeks later; `None` where its verb would
/// have to change in a way that is not certain: `you would call`, `there might be a task`.
pub(in crate::letter) fn told_since(text: &str) -> Option<String> {
    let each = text.split(' ').map(|token| match plain(token).as_ref() {
        "will" => "would".to_owned(),
        "may" => "might".to_owned(),
        "won't" => "would not".to_owned(),
        "you'll" => "you would".to_owned(),
        "they'll" => "they would".to_owned(),
        "it'll" => "it would".to_owned(),
        _ => token.to_owned(),
    });
    let text = each.collect::<Vec<_>>().join(" ");
    if is_counted_from_today(&text) {
        return None;
    }
    // `the committee sits on Tuesdays` is so at any time.
    if words(&text).any(|word| LISTS.has("habits", &word)) {
        return Some(text);
    }
    let past = |word: &Word<'_>| LISTS.has("past", word) || word.ends_with("'d");
    // The first verb decides; further on it may be that of a clause inside.
    let is_past = words(&text).take(5).any(|word| past(&word));
    if is_past {
        Some(text)
    } else {
        there_would_be(&text).or_else(|| step_to_come(&text))
    }
}

/// What there is to be, put back to when it was to come: `there is a short exercise` is `there would
/// be a short exercise`.
fn there_would_be(text: &str) -> Option<String> {
    let rest = ["there is ", "there are ", "there's "]
        .iter()
        .find_map(|start| text.strip_prefix(start))?;
    // A second clause would have to change as well.
    let mut said = words(rest);
    let is_one = !said.any(|word| LISTS.has("verbs-sure", &word) || LISTS.has("subjects", &word));
    is_one.then(|| format!("there would be {rest}"))
}

/// Whether a text begins with people and what they do next, in words that may be things as well:
/// `the commissioners vote on the eighth`.
pub(in crate::letter) fn is_step_of_people(text: &str) -> bool {
    let [first, who, verb, ..] = &words(text).take(3).collect::<Vec<_>>()[..] else {
        return false;
    };
    let are_people = ["ers", "ors", "ists", "ees", "ians"]
        .iter()
        .any(|end| who.len() > 5 && who.ends_with(end));
    LISTS.has("determiners", first) && are_people && LISTS.has("steps", verb)
}

/// Whether a text names a day that is another one by the time it is told: `next week`.
fn is_counted_from_today(text: &str) -> bool {
    let words: Vec<Word<'_>> = words(text).collect();
    let spans = |pair: &[Word<'_>]| {
        matches!(pair[0].as_ref(), "this" | "next") && LISTS.has("spans", &pair[1])
    };
    words.iter().any(|word| LISTS.has("today", word)) || words.windows(2).any(spans)
}

/// A step whose first verb tells what a house does next, put back to when it was to come: `the board
/// meets in December` is `the board would meet in December`.
fn step_to_come(text: &str) -> Option<String> {
    let tokens: Vec<&str> = text.split(' ').collect();
    let (at, verb) = (1..tokens.len().min(6)).find_map(|at| {
        let who = plain(tokens[at - 1]);
        let is_subject = LISTS.has("subjects", &who) || !LISTS.has("function", &who);
        let verb = is_subject.then(|| step(tokens[at]))??;
        Some((at, verb))
    })?;
    let before = tokens[..at].iter();
    let is_first = !before
        .into_iter()
        .any(|token| LISTS.has("verbs", &plain(token)));
    let told = [&tokens[..at], &["would", &verb], &tokens[at + 1..]].concat();
    is_first.then(|| that_again(&told.join(" ")))
}

/// A clause with its "that" said again before another one: `the board would meet and that they …`.
fn that_again(text: &str) -> String {
    let tokens: Vec<&str> = text.split(' ').collect();
    let mut out: Vec<&str> = Vec::with_capacity(tokens.len() + 1);
    for (at, token) in tokens.iter().enumerate() {
        out.push(token);
        let next = tokens
            .get(at + 1)
            .is_some_and(|next| LISTS.has("subjects", next));
        let modal = tokens
            .get(at + 2)
            .is_some_and(|verb| LISTS.has("past", verb));
        if *token == "and" && next && modal {
            out.push("that");
        }
    }
    out.join(" ")
}

/// The plain form of a verb of the list, from `vote` or `votes`.
fn step(token: &str) -> Option<String> {
    let ies = token.strip_suffix("ies").map(|stem| format!("{stem}y"));
    let es = token.strip_suffix("es").map(str::to_owned);
    let s = token.strip_suffix('s').map(str::to_owned);
    let forms = [Some(token.to_owned()), s, es, ies].into_iter().flatten();
    forms.into_iter().find(|verb| LISTS.has("steps", verb))
}

/// A text whose "here" is where its speaker works, told from elsewhere: `nobody at Northwind merges
/// …`; `None` where another word would have to change.
pub(in crate::letter) fn at_place(text: &str, at_company: &str) -> Option<String> {
    // `this same lab` is the lab where it was said.
    let text = &text
        .replace("this same ", "the ")
        .replace("this very ", "the ");
    let mut out: Vec<Cow<'_, str>> = Vec::new();
    let tokens: Vec<&str> = text.split(' ').collect();
    let name = at_company.split_once(' ').map_or("", |(_, name)| name);
    for (at, token) in tokens.iter().enumerate() {
        let word = token.trim_matches(|c: char| !c.is_alphanumeric());
        if !word.eq_ignore_ascii_case("here") {
            out.push((*token).into());
            continue;
        }
        let before = at.checked_sub(1).map(|at| plain(tokens[at]));
        let before = before.unwrap_or_default();
        let place = match before.as_ref() {
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
        out.push(token.to_lowercase().replacen("here", &place, 1).into());
    }
    Some(out.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_and_what_they_do_next_are_told_from_things() {
        assert!(is_step_of_people("the commissioners vote on the eighth"));
        assert!(is_step_of_people("the governors meet after half-term"));
        assert!(!is_step_of_people("the sales call on Friday"));
        assert!(!is_step_of_people("the final review on Monday"));
    }

    #[test]
    fn what_was_to_come_is_told_since() {
        for (typed, said) in [
            (
                "you would decide in two weeks",
                "you would decide in two weeks",
            ),
            ("there may be a trial week", "there might be a trial week"),
            ("you will call by Friday", "you would call by Friday"),
            (
                "the committee sits on Tuesdays",
                "the committee sits on Tuesdays",
            ),
            (
                "there is a short exercise for two people on Monday",
                "there would be a short exercise for two people on Monday",
            ),
            ("you'd call", "you'd call"),
            ("you decide in two weeks", "you would decide in two weeks"),
            (
                "the panel meets after Thanksgiving",
                "the panel would meet after Thanksgiving",
            ),
            (
                "the board meets in December and you would like a name",
                "the board would meet in December and that you would like a name",
            ),
            (
                "the recommendation goes to the board and this takes a fortnight",
                "the recommendation would go to the board and this takes a fortnight",
            ),
        ] {
            assert_eq!(told_since(typed).as_deref(), Some(said));
        }
        for unsure in [
            "HR calls this week",
            "the call goes out tomorrow",
            "HR is slow and sees to it later",
            "there is a test and nobody knows when",
            "there is a paid exercise for two of us and you send it out on Monday",
        ] {
            assert_eq!(told_since(unsure), None, "{unsure}");
        }
    }
}
