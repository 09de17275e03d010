//! The company: its name, and no other's.

use super::near::{near, plain};
use super::people::split;
use super::{is_name_like, word, words_at, words_from};
use crate::diagnostic::{Level, Path};
use crate::language::Lists;
use crate::letter::without_legal_form;
use crate::proof::document::Part;
use crate::proof::finding::{Finding, Findings};
use crate::proof::registry::known as rule;
use crate::proof::{Page, spelling};

use std::sync::LazyLock;

/// Words after which a company's name stands.
static WORDS: LazyLock<Lists> = LazyLock::new(|| Lists::read(include_str!("company.txt")));

/// Looks for names that are nearly the company's, and for another company's where its own belongs.
pub(super) fn check(page: &Page<'_>, findings: &mut Findings<'_>) {
    let Some(notes) = page.notes() else { return };
    let interview = &notes.interview;
    let names = [
        Some(interview.company.as_str()),
        interview.company_in_text.as_deref(),
        // A letter says `Pallet & Loom` where the notes have `Pallet & Loom, Inc.`
        Some(without_legal_form(&interview.company)),
    ];
    let forms: Vec<Vec<String>> = names
        .into_iter()
        .flatten()
        .map(|name| without_article(split(name)))
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

/// A name without the article that a sentence gives it.
fn without_article(mut name: Vec<String>) -> Vec<String> {
    if name.len() > 1 && name[0].eq_ignore_ascii_case("the") {
        name.remove(0);
    }
    name
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
        let places = name_from(page, at, form.len());
        let typed = words_at(page, &places);
        let bare: Vec<&str> = form.iter().map(|word| without_possessive(word)).collect();
        if typed.iter().map(|word| without_possessive(word)).eq(bare) {
            return places.last().map(|last| last + 1);
        }
    }
    for form in forms {
        let places = name_from(page, at, form.len());
        let typed = words_at(page, &places);
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
        // Beside the rest of a long name, whatever stands there is meant as one word of it.
        let amid = form.len() > 1 && !page.document.starts_sentence(at);
        let is_theirs = wrong.iter().any(|(typed, _)| page.proof.vouches_for(typed));
        if wrong.len() == 1
            && is_name
            && !is_word
            && !is_theirs
            && (amid || wrong.iter().all(close))
        {
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
    let near = leads("at", 1) && says_job(page, at);
    if !(is_lead || near) || !is_name_like(page, &tokens[at]) || document.quoted[at] {
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
    let found = report(page, at..end, &forms.first()?.join(" "), findings);
    if !is_lead {
        found.at(Level::Warning);
    }
    Some(end)
}

/// Whether a sentence speaks of the position, so that a company in it should be the one.
fn says_job(page: &Page<'_>, at: usize) -> bool {
    let sentence = page.document.sentence_of(at);
    sentence.is_some_and(|range| {
        let mut tokens = page.document.tokens[range.clone()].iter();
        tokens.any(|token| WORDS.has("job", &token.folded))
    })
}

/// The words from a place on that can be a name, commas inside it passed over.
fn name_from(page: &Page<'_>, at: usize, many: usize) -> Vec<usize> {
    let mut found = words_from(page, at, many);
    while let Some(last) = found.last().copied().filter(|_| found.len() < many) {
        let comma = page
            .document
            .tokens
            .get(last + 1)
            .is_some_and(|token| token.folded == ",");
        let more = words_from(page, last + 2, many - found.len());
        if !comma || more.is_empty() {
            break;
        }
        found.extend(more);
    }
    found
}

/// `Brannock's` of a name that has the `'s` itself is as good as `Brannock`.
fn without_possessive(word: &str) -> &str {
    word.strip_suffix("'s").unwrap_or(word)
}

fn report<'f>(
    page: &Page<'_>,
    at: std::ops::Range<usize>,
    right: &str,
    findings: &'f mut Findings<'_>,
) -> &'f mut Finding {
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
    found.help("a name left over from another letter is the worst of slips; write the right one")
}
