//! Exclamation marks, sentences that begin with I, and letters to several addresses.

use crate::proof::Page;
use crate::proof::finding::Findings;
use crate::proof::registry;

use super::sentences;

/// With fewer sentences, a share of them says nothing.
const FEWEST_SENTENCES: usize = 4;

pub(super) fn check(page: &Page<'_>, findings: &mut Findings<'_>) {
    exclamations(page, findings);
    too_many_i(page, findings);
    several_addresses(page, findings);
}

fn exclamations(page: &Page<'_>, findings: &mut Findings<'_>) {
    let document = page.document;
    let rule = registry::known("exclamation-overuse");
    if !rule.holds_for(&document.occasion) {
        return;
    }
    let is_mark = |at: &usize| document.tokens[*at].folded == "!" && !document.quoted[*at];
    let marks: Vec<usize> = (0..document.tokens.len())
        .filter(is_mark)
        .filter(|at| !stands_in_name(page, *at))
        .collect();
    let doubled = marks.windows(2).position(|pair| {
        let [one, two] = pair else { return false };
        one + 1 == *two && !document.tokens[*two].spaced
    });
    let Some(from) = doubled.or_else(|| (marks.len() > 1).then_some(1)) else {
        return;
    };
    let mut end = from + 1;
    while marks.get(end).is_some_and(|at| *at == marks[end - 1] + 1) {
        end += 1;
    }
    let range = document.span(&(marks[from]..marks[end - 1] + 1));
    let message = match marks.len() {
        count if doubled.is_none() => format!("{count} exclamation marks in one letter"),
        _ => "exclamation marks one after another".to_owned(),
    };
    findings.add(rule, &range, message).help(&*rule.better);
}

/// Whether the mark belongs to a name of the notes, as in `Yahoo!`.
fn stands_in_name(page: &Page<'_>, mark: usize) -> bool {
    let Some(loaded) = page.proof.notes else {
        return false;
    };
    let Some(before) = mark.checked_sub(1) else {
        return false;
    };
    let interview = &loaded.notes.interview;
    let names = [
        Some(&interview.company),
        interview.company_in_text.as_ref(),
        Some(&interview.role),
    ];
    let word = page.document.words(&page.document.tokens[before].range);
    let name = format!("{word}!");
    names.into_iter().flatten().any(|each| each.contains(&name))
}

fn too_many_i(page: &Page<'_>, findings: &mut Findings<'_>) {
    let document = page.document;
    let rule = registry::known("too-many-i");
    let sentences = sentences::body(document);
    if !rule.holds_for(&document.occasion) || sentences.len() < FEWEST_SENTENCES {
        return;
    }
    let begins = |first: &str| first == "i" || first.starts_with("i'");
    let count = sentences
        .iter()
        .filter(|sentence| begins(&document.tokens[sentence.start].folded))
        .count();
    // Over 60 of 100.
    if count * 10 > sentences.len() * 6 {
        let all = sentences.len();
        let message = format!("{count} of {all} sentences begin with “I”");
        findings.add_whole(rule, message).help(&*rule.better);
    }
}

fn several_addresses(page: &Page<'_>, findings: &mut Findings<'_>) {
    let document = page.document;
    let rule = registry::known("group-note");
    let Some(to) = &document.to else { return };
    let addresses = document.source.text()[to.clone()].matches('@').count();
    if addresses > 1 && rule.holds_for(&document.occasion) {
        let message = format!("the letter goes to {addresses} addresses at once");
        findings
            .in_file(rule, Some(to.clone()), message)
            .help(&*rule.better);
    }
}
