//! Exclamation marks, sentences that begin with I, and letters to several addresses.

use crate::proof::Page;
use crate::proof::document::Part;
use crate::proof::finding::Findings;
use crate::proof::registry;
use crate::proof::token::fold;

use super::sentences;

/// With fewer sentences, a share of them says nothing.
const FEWEST_SENTENCES: usize = 4;

pub(super) fn check(page: &Page<'_>, findings: &mut Findings<'_>) {
    exclamations(page, findings);
    too_many_i(page, findings);
    several_addresses(page, findings);
    title_with_first_name(page, findings);
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

/// `Dear Mr. Thomas` to Thomas Reed: a title stands before the last name.
fn title_with_first_name(page: &Page<'_>, findings: &mut Findings<'_>) {
    let document = page.document;
    let rule = registry::known("casual-greeting");
    let (Some(to), Some(zone)) = (&document.to, document.parts(Part::Salutation).next()) else {
        return;
    };
    let name = document.source.text()[to.clone()].split('<').next();
    let mut names = name.unwrap_or_default().split_whitespace().map(fold);
    let Some(first) = names.next() else { return };
    // Where the family's name stands first, or is the only one, it is meant.
    let others: Vec<String> = names.collect();
    if others.is_empty() || !rule.holds_for(&document.occasion) {
        return;
    }
    let tokens = &document.tokens[zone.tokens.clone()];
    let words = || tokens.iter().map(|token| token.folded.as_str());
    let title = words().position(|word| TITLES.contains(&word));
    let whole = words().any(|word| others.iter().any(|other| other == word));
    let Some(title) = title.filter(|_| !whole) else {
        return;
    };
    let behind = title
        + 1
        + usize::from(
            tokens
                .get(title + 1)
                .is_some_and(|token| token.folded == "."),
        );
    if tokens
        .get(behind)
        .is_some_and(|token| token.folded == first)
    {
        let from = zone.tokens.start;
        let range = document.span(&(from + title..from + behind + 1));
        let message = format!(
            "“{}” puts a title before a first name",
            document.words(&range)
        );
        findings
            .add(rule, &range, message)
            .help("write the title with the last name, or the first name alone");
    }
}

const TITLES: [&str; 7] = ["mr", "ms", "mrs", "miss", "mx", "mister", "missus"];

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::proof::etiquette::testing::{email, found, letter};

    fn rules(body: &str) -> Vec<&'static str> {
        found(&email("Thank you", body), check)
    }

    #[test]
    fn one_exclamation_mark_is_fine_and_two_are_not() {
        assert!(!rules("Thank you!").contains(&"exclamation-overuse"));
        assert!(rules("Thank you!!").contains(&"exclamation-overuse"));
        assert!(rules("Thank you! It rained! Yours").contains(&"exclamation-overuse"));
        assert!(
            !rules("You said “Hold on!” and “Stop!” in one breath.")
                .contains(&"exclamation-overuse")
        );
    }

    #[test]
    fn most_sentences_may_not_begin_with_i() {
        let many = "I came. I saw. I slept. It rained.";
        let some = "I came. I saw. It rained. You slept.";
        assert!(rules(many).contains(&"too-many-i"));
        assert!(!rules(some).contains(&"too-many-i"));
        assert!(!rules("I came. I saw.").contains(&"too-many-i"));
    }

    #[test]
    fn a_letter_goes_to_one_address() {
        let to = |to: &str| found(&letter(to, "Hello", "Dear Ann,", "It rained."), check);
        assert!(to("Ann <a@b.example>, Bo <b@b.example>").contains(&"group-note"));
        assert!(!to("Ann <a@b.example>").contains(&"group-note"));
    }

    #[test]
    fn a_title_stands_before_a_last_name() {
        let greeted = |greeting: &str| {
            found(
                &letter("Thomas Reed <t@b.example>", "Hello", greeting, "It rained."),
                check,
            )
        };
        assert!(greeted("Dear Mr. Thomas,").contains(&"casual-greeting"));
        assert!(!greeted("Dear Mr. Thomas Reed,").contains(&"casual-greeting"));
        assert!(!greeted("Dear Mr. Reed,").contains(&"casual-greeting"));
        assert!(!greeted("Dear Thomas,").contains(&"casual-greeting"));
    }
}
