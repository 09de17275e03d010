//! Whether a letter thanks, says that one would like the job, and has something of its reader.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::letter::{is_withdrawn, unfit, withdraws};
use crate::notes::{Claim, HiringRole, Interviewer, Kind, Notes, Point};
use crate::proof::Page;
use crate::proof::document::{Document, Part};
use crate::proof::finding::Findings;
use crate::proof::pattern_index::Index;
use crate::proof::registry;

use super::sentences;
use super::theirs::{content, interviewer};
use super::wording::{INTEREST, THANKS};

pub(super) fn check(page: &Page<'_>, findings: &mut Findings<'_>) {
    thanks(page, findings);
    interest(page, findings);
    detail(page, findings);
}

/// How many sentences at either end of a thank-you may hold the thanks.
const AT_AN_END: usize = 2;

fn thanks(page: &Page<'_>, findings: &mut Findings<'_>) {
    let document = page.document;
    let rule = registry::known("no-thanks");
    let sentences = sentences::body(document);
    let Some(first) = sentences.first() else {
        return;
    };
    if !rule.holds_for(&document.occasion) {
        return;
    }
    let at_ends = document.occasion.kind == Kind::ThankYou;
    let early = sentences[sentences.len().min(AT_AN_END) - 1].end;
    let late = sentences[sentences.len().saturating_sub(AT_AN_END)].start;
    let thanked = said(&THANKS, document)
        .into_iter()
        .any(|at| !at_ends || at < early || at >= late);
    if !thanked {
        let range = document.span(first);
        findings.add(rule, &range, &*rule.says).help(&*rule.better);
    }
}

fn interest(page: &Page<'_>, findings: &mut Findings<'_>) {
    let document = page.document;
    let rule = registry::known("thanks-only");
    let sentences = sentences::body(document);
    let Some(last) = sentences.last() else { return };
    // Whoever has written the close themselves has said what they would say.
    let own = interviewer(page).is_some_and(|person| person.say.closing.is_some());
    // Who withdraws, here or in another letter, does not want the job.
    let out = withdraws(&document.words(&body_of(document)).to_lowercase())
        || page
            .proof
            .notes
            .is_some_and(|loaded| is_withdrawn(&loaded.notes));
    // Whoever arranged the day is thanked for that.
    let arranged =
        interviewer(page).is_some_and(|person| person.hiring_role == Some(HiringRole::Coordinator));
    let own = own || arranged;
    if !rule.holds_for(&document.occasion) || own || out || !said(&INTEREST, document).is_empty() {
        return;
    }
    let range = document.span(last);
    findings.add(rule, &range, &*rule.says).help(&*rule.better);
}

/// The bytes from the first paragraph of the body to the last.
fn body_of(document: &Document) -> Range<usize> {
    let mut zones = document.parts(Part::Body);
    let first = zones.next().map_or(0, |zone| zone.range.start);
    let parts = document.parts(Part::Body);
    let end = parts.last().map_or(first, |zone| zone.range.end);
    first..end
}

/// Where the body or the sign-off has one of some wordings outside quotation marks.
fn said(wordings: &Index, document: &Document) -> Vec<usize> {
    let inside = |at: usize| {
        let place = document.zones.partition_point(|zone| zone.tokens.end <= at);
        let zone = document.zones.get(place);
        zone.is_some_and(|zone| matches!(zone.part, Part::Body | Part::SignOff))
    };
    let found = wordings.find(document).into_iter();
    found
        .map(|(_, matched)| matched.whole.start)
        .filter(|at| !document.quoted[*at] && inside(*at))
        .collect()
}

/// So many words of the notes are enough.
const SHARED: usize = 1;

fn detail(page: &Page<'_>, findings: &mut Findings<'_>) {
    let document = page.document;
    let rule = registry::known("no-specific-detail");
    let (Some(loaded), Some(person)) = (page.proof.notes, interviewer(page)) else {
        return;
    };
    if !rule.holds_for(&document.occasion) {
        return;
    }
    let theirs = noted(&loaded.notes, person);
    if theirs.is_empty() {
        return;
    }
    let mut shared = BTreeSet::new();
    for zone in document.parts(Part::Body) {
        let tokens = document.tokens[zone.tokens.clone()].iter();
        shared.extend(
            tokens
                .filter_map(|token| content(&token.folded))
                .filter(|word| theirs.contains(word)),
        );
    }
    if shared.len() < SHARED.min(theirs.len()) {
        findings.add_whole(rule, &*rule.says).help(&*rule.better);
    }
}

/// The words that carry meaning in what the notes have about a person.
fn noted(notes: &Notes, person: &Interviewer) -> BTreeSet<String> {
    let mut texts: Vec<&str> = Vec::new();
    for point in &person.discussed_points {
        match point {
            Point::Topic(topic) => {
                let more = [&topic.they_said, &topic.quote, &topic.my_side];
                let is_bare = more.into_iter().all(Option::is_none);
                // What no letter can say of a topic, none lacks.
                if is_bare && unfit(&topic.topic, person.private.as_deref()).is_some() {
                    continue;
                }
                texts.push(&topic.topic);
                texts.extend(more.into_iter().flatten().map(String::as_str));
            }
            Point::Own { say } => texts.push(say),
        }
    }
    texts.extend(person.say.sentences());
    let more = [&person.moment, &person.told_me];
    texts.extend(more.into_iter().flatten().map(String::as_str));
    for end in &person.loose_ends {
        texts.extend([&*end.question, &*end.answer]);
    }
    texts.extend(person.promised.iter().map(String::as_str));
    if texts.is_empty() {
        return BTreeSet::new();
    }
    for each in &notes.missing_qualifications {
        match &each.what {
            Claim::Fact {
                qualification,
                evidence,
            } => {
                texts.push(qualification);
                texts.extend(evidence.as_deref());
            }
            Claim::Own { say } => texts.push(say),
        }
        texts.extend(each.meets.as_deref());
    }
    texts.into_iter().flat_map(super::theirs::words).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::proof::etiquette::testing::{email, found};

    fn rules(body: &str) -> Vec<&'static str> {
        found(&email("Hello", body), check)
    }

    #[test]
    fn thanks_stand_at_an_end() {
        let middle = "It rained. You laughed. Thank you for the hour. The belt sang. It rained.";
        assert!(rules("It rained all day.").contains(&"no-thanks"));
        assert!(rules(middle).contains(&"no-thanks"));
        assert!(!rules("Thank you for the hour. It rained.").contains(&"no-thanks"));
        assert!(!rules("It rained. You laughed. The belt sang. Thank you.").contains(&"no-thanks"));
        assert!(rules("You said “thank you” to the belt.").contains(&"no-thanks"));
    }

    #[test]
    fn a_thank_you_says_that_one_would_like_the_job() {
        assert!(rules("Thank you for the hour.").contains(&"thanks-only"));
        let keen = "Thank you for the hour. I would be glad to join your team.";
        assert!(!rules(keen).contains(&"thanks-only"));
    }

    #[test]
    fn without_notes_nobody_knows_what_was_said() {
        assert!(!rules("Thank you for the hour.").contains(&"no-specific-detail"));
    }
}
