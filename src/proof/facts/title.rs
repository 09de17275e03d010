//! The role and the titles of people: no letter off, no word off.

use std::collections::BTreeSet;

use super::near::near;
use super::people::split;
use super::{word, words_at, words_from};
use crate::diagnostic::Path;
use crate::proof::document::Part;
use crate::proof::finding::Findings;
use crate::proof::registry::known as rule;
use crate::proof::token::{Shape, fold};
use crate::proof::{Page, spelling};

/// Looks for the role and the titles of people, said nearly as the notes have them.
pub(super) fn check(page: &Page<'_>, findings: &mut Findings<'_>) {
    let Some(notes) = page.notes() else { return };
    let interview = Path::root().key("interview");
    let mut titles = vec![(split(&notes.interview.role), interview.key("role"))];
    for (place, person) in notes.interviewers.iter().enumerate() {
        if let Some(title) = &person.job_title {
            let path = Path::root()
                .key("interviewers")
                .item(place)
                .key("job_title");
            titles.push((split(title), path));
        }
    }
    let document = page.document;
    let vocabulary: BTreeSet<String> = titles
        .iter()
        .flat_map(|(title, _)| title.iter().map(|word| fold(word)))
        .collect();
    for zone in &document.zones {
        if zone.part == Part::Salutation {
            continue;
        }
        // Of a title with one word wrong, one of the first two is right.
        let may_begin = |at: usize| {
            let few = document.tokens[at..zone.tokens.end].iter().take(4);
            few.map(|token| token.folded.trim_end_matches('\'').trim_end_matches("'s"))
                .any(|word| vocabulary.contains(word))
        };
        let mut at = zone.tokens.start;
        while at < zone.tokens.end {
            at = may_begin(at)
                .then(|| nearly(page, at, zone.tokens.end, &titles, findings))
                .flatten()
                .or_else(|| another(page, at, zone.tokens.end, &titles, findings))
                .unwrap_or(at + 1);
        }
    }
}

/// A title of which one word is not quite right.
///
/// Titles of one word are left to the dictionary: a `Manager` is many things.
fn nearly(
    page: &Page<'_>,
    at: usize,
    end: usize,
    titles: &[(Vec<String>, Path)],
    findings: &mut Findings<'_>,
) -> Option<usize> {
    let read = |many: usize| {
        let mut places = words_from(page, at, many);
        places.retain(|place| *place < end);
        let typed = words_at(page, &places);
        (places, typed)
    };
    let same = |typed: &[String], right: &[String]| {
        typed.len() == right.len()
            && typed
                .iter()
                .zip(right)
                .all(|(a, b)| a.to_lowercase() == b.to_lowercase())
    };
    for (title, _) in titles {
        let (places, typed) = read(title.len());
        if same(&typed, title) {
            return places.last().map(|last| last + 1);
        }
    }
    for (title, path) in titles.iter().filter(|(title, _)| title.len() > 1) {
        let (places, typed) = read(title.len());
        if typed.len() != title.len() {
            continue;
        }
        let wrong: Vec<(&String, &String)> = typed
            .iter()
            .zip(title)
            .filter(|(typed, right)| typed.to_lowercase() != right.to_lowercase())
            .collect();
        let [(one, right)] = wrong[..] else { continue };
        let is_role = *path == titles[0].1;
        let amid = is_role && !page.document.starts_sentence(at);
        let capital = typed
            .iter()
            .all(|each| each.starts_with(char::is_uppercase) || !right_has_capital(each, title));
        // `controls engineers` is a plural of theirs, not a slip, unless it is written as a title.
        let is_slip =
            is_form(one, right) || near(one, right).is_some() && !are_two_words(page, one, right);
        // Amid the other words of the role, another capital is meant as one of its words.
        let is_other = amid
            && typed
                .iter()
                .all(|each| each.starts_with(char::is_uppercase));
        if !capital || !(is_slip || is_other) {
            continue;
        }
        let range = page.document.span(&(at..places.last()? + 1));
        let message = format!(
            "“{}” is “{}” in the notes",
            page.document.words(&range),
            title.join(" ")
        );
        let found = findings.add(rule("title-mismatch"), &range, message);
        found.suggest(title.join(" ")).better(path.clone());
        return places.last().map(|last| last + 1);
    }
    None
}

/// A title before "role" or "position", or after "role of", that is no title of the notes.
fn another(
    page: &Page<'_>,
    at: usize,
    end: usize,
    titles: &[(Vec<String>, Path)],
    findings: &mut Findings<'_>,
) -> Option<usize> {
    const NOUNS: [&str; 5] = ["role", "position", "post", "vacancy", "opening"];
    let tokens = &page.document.tokens;
    let capital = |at: usize| {
        let typed = page.document.words(&tokens[at].range);
        tokens[at].shape != Shape::Mark
            && typed.starts_with(|c: char| c.is_uppercase() || c.is_numeric())
    };
    let is = |at: Option<usize>, words: &[&str]| {
        at.is_some_and(|at| words.contains(&tokens[at].folded.as_str()))
    };
    let mut last = at;
    while last < end && capital(last) {
        last += 1;
    }
    let behind = is(Some(last).filter(|at| *at < end), &NOUNS)
        && is(at.checked_sub(1), &["the", "your", "this"]);
    let before = is(at.checked_sub(1), &["of", "as"]) && is(at.checked_sub(2), &NOUNS);
    if last == at || !(behind || before) {
        return None;
    }
    let typed: Vec<String> = (at..last).map(|at| word(page, &tokens[at])).collect();
    let said = |title: &[String]| {
        let lower: Vec<String> = title.iter().map(|word| word.to_lowercase()).collect();
        typed
            .iter()
            .all(|each| lower.contains(&each.to_lowercase()))
            || title.iter().all(|each| typed.contains(each))
    };
    let company = page
        .notes()
        .map(|notes| split(&notes.interview.company))
        .unwrap_or_default();
    let vouched = |each: &String| page.proof.vouches_for(each) || company.contains(each);
    let (role, path) = titles.first()?;
    let shares = role.iter().any(|each| typed.contains(each));
    if said(role) || typed.iter().all(vouched) && !shares {
        return None;
    }
    let range = page.document.span(&(at..last));
    let message = format!(
        "“{}” is not the role of the notes, “{}”",
        page.document.words(&range),
        role.join(" ")
    );
    let found = findings.add(rule("title-mismatch"), &range, message);
    found.suggest(role.join(" ")).better(path.clone());
    Some(last)
}

/// Whether two words are both of everyday language and more than a letter apart: `Junior`, `Senior`.
fn are_two_words(page: &Page<'_>, one: &str, other: &str) -> bool {
    let (one, other) = (one.to_lowercase(), other.to_lowercase());
    spelling::is_common(&one, page.language()) && strsim::osa_distance(&one, &other) > 1
}

/// Whether the title has the word with a capital.
fn right_has_capital(typed: &str, title: &[String]) -> bool {
    let lower = typed.to_lowercase();
    !title
        .iter()
        .any(|word| word.to_lowercase() == lower && word.starts_with(char::is_lowercase))
}

/// Whether two words are forms of one: `Control` and `Controls`.
fn is_form(one: &str, other: &str) -> bool {
    let (one, other) = (one.to_lowercase(), other.to_lowercase());
    let stem = |word: &str| {
        word.trim_end_matches("ing")
            .trim_end_matches('s')
            .to_owned()
    };
    stem(&one) == stem(&other)
}
