//! The company: its name, and no other's.

use super::near::{near, plain};
use super::people::split;
use super::{is_name_like, word, words_from};
use crate::diagnostic::Path;
use crate::language::Lists;
use crate::proof::document::Part;
use crate::proof::finding::Findings;
use crate::proof::registry::known as rule;
use crate::proof::{Page, spelling};

use std::sync::LazyLock;

/// Words after which a company's name stands.
static WORDS: LazyLock<Lists> = LazyLock::new(|| Lists::read(include_str!("company.txt")));

/// Looks for names that are nearly the company's, and for another company's where its own belongs.
pub(super) fn check(page: &Page<'_>, findings: &mut Findings<'_>) {
    let Some(notes) = page.notes() else { return };
    let interview = &notes.interview;
    let forms: Vec<Vec<String>> = [Some(&interview.company), interview.company_in_text.as_ref()]
        .into_iter()
        .flatten()
        .map(|name| split(name))
        .collect();
    let document = page.document;
    for zone in &document.zones {
        if matches!(zone.part, Part::Salutation | Part::SignOff) {
            continue;
        }
        let mut at = zone.tokens.start;
        while at < zone.tokens.end {
            let end = nearly(page, at, &forms, findings)
                .or_else(|| another(page, at, zone.tokens.start, &forms, findings));
            at = end.unwrap_or(at + 1);
        }
    }
}

/// A name that is nearly the company's.
fn nearly(
    page: &Page<'_>,
    at: usize,
    forms: &[Vec<String>],
    findings: &mut Findings<'_>,
) -> Option<usize> {
    let document = page.document;
    if !is_name_like(page, &document.tokens[at]) {
        return None;
    }
    for form in forms {
        let places = words_from(page, at, form.len());
        let typed: Vec<String> = places
            .iter()
            .map(|at| word(page, &document.tokens[*at]))
            .collect();
        let end = places.last()? + 1;
        if typed == *form {
            return Some(end);
        }
    }
    for form in forms {
        let places = words_from(page, at, form.len());
        let typed: Vec<String> = places
            .iter()
            .map(|at| word(page, &document.tokens[*at]))
            .collect();
        if typed.len() != form.len() {
            continue;
        }
        let wrong: Vec<(&String, &String)> = typed
            .iter()
            .zip(form)
            .filter(|(typed, right)| typed != right)
            .collect();
        let close = |(typed, right): &(&String, &String)| {
            near(typed, right).is_some()
                || strsim::osa_distance(typed, right) <= 1 && right.len() > 3
        };
        let is_word = form.len() == 1
            && (spelling::is_common(&typed[0].to_lowercase(), page.language())
                || page.proof.people.has(&typed[0])
                || page.proof.vouches_for(&typed[0]));
        // A word of its own in lower case (`the northwind team`) is no name.
        let is_name = wrong
            .iter()
            .all(|(typed, _)| typed.starts_with(char::is_uppercase));
        if wrong.len() == 1 && is_name && !is_word && wrong.iter().all(close) {
            let end = places.last()? + 1;
            report(page, at..end, &form.join(" "), findings);
            return Some(end);
        }
    }
    None
}

/// A name that stands where the company's belongs (`the role at …`) and that the notes never say.
fn another(
    page: &Page<'_>,
    at: usize,
    start: usize,
    forms: &[Vec<String>],
    findings: &mut Findings<'_>,
) -> Option<usize> {
    let document = page.document;
    let tokens = &document.tokens;
    let leads = |list: &str, back: usize| {
        at.checked_sub(back)
            .filter(|before| *before >= start)
            .is_some_and(|before| WORDS.has(list, &tokens[before].folded))
    };
    let is_lead = leads("joins", 1) || leads("at", 1) && leads("before-at", 2);
    if !is_lead || !is_name_like(page, &tokens[at]) || document.quoted[at] {
        return None;
    }
    let mut end = at;
    while end < tokens.len()
        && is_name_like(page, &tokens[end])
        && (end == at || tokens[end].spaced)
    {
        end += 1;
    }
    let typed: Vec<String> = (at..end).map(|at| word(page, &tokens[at])).collect();
    let known = |each: &String| {
        let ours = forms
            .iter()
            .flatten()
            .any(|right| plain(right) == plain(each));
        ours || page.proof.people.has(each)
            || page.proof.vouches_for(each)
            || WORDS.has("no-company", &each.to_lowercase())
    };
    if typed.is_empty() || typed.iter().any(known) {
        return None;
    }
    report(page, at..end, &forms.first()?.join(" "), findings);
    Some(end)
}

fn report(page: &Page<'_>, at: std::ops::Range<usize>, right: &str, findings: &mut Findings<'_>) {
    let range = page.document.span(&at);
    let typed = page.document.words(&range).to_owned();
    let path = Path::root().key("interview").key("company");
    let company = page
        .notes()
        .map_or(right, |notes| match &notes.interview.company_in_text {
            Some(text) if split(text).join(" ") == right => text,
            _ => &notes.interview.company,
        });
    let message = format!("“{typed}” is not the company of the notes, “{company}”");
    let found = findings.add(rule("company-mismatch"), &range, message);
    found.suggest(company).better(path);
    found.help("a name left over from another letter is the worst of slips; write the right one");
}
