//! How long a letter, its paragraphs and its subject are.

use crate::diagnostic::Level;
use crate::notes::{Channel, Point};
use crate::proof::Page;
use crate::proof::document::Part;
use crate::proof::finding::Findings;
use crate::proof::registry;

use super::theirs::interviewer;

/// The words of an email that most advisers find enough; the notes may set another number.
const LONG: usize = 200;
/// The words of an email that nobody finds right.
const TOO_LONG: usize = 250;
/// The words of a card: more do not fit at a size that can be read.
const LONG_CARD: usize = 160;
/// Under so many words a letter says little about its reader.
const SHORT: usize = 50;
const MOST_PARAGRAPHS: usize = 5;
const LONG_PARAGRAPH: usize = 90;
/// The characters of a subject that lists of mail show.
const LONG_SUBJECT: usize = 60;

pub(super) fn check(page: &Page<'_>, findings: &mut Findings<'_>) {
    words(page, findings);
    paragraphs(page, findings);
    subject(page, findings);
}

fn words(page: &Page<'_>, findings: &mut Findings<'_>) {
    let document = page.document;
    let occasion = &document.occasion;
    let words = document.count();
    let (long, too_long) = match occasion.channel {
        Channel::Card => (LONG_CARD, usize::MAX),
        _ => {
            let style = page.proof.notes.map(|loaded| &loaded.notes.style);
            let meant = style.and_then(|style| style.max_words);
            let long = meant.map_or(LONG, |most| most as usize);
            (long, long.max(TOO_LONG))
        }
    };
    let rule = registry::known("too-long");
    if words > long && rule.holds_for(occasion) {
        let message = format!("{words} words, over {long}");
        let found = findings.add_whole(rule, message);
        found.help(&*rule.better);
        if words > too_long {
            found.at(Level::Error);
        }
    }
    let rule = registry::known("too-short");
    let is_short = words < SHORT && occasion.channel.worded_as() == Channel::Email;
    if is_short && words > 0 && rule.holds_for(occasion) {
        let message = format!("{words} words, under {SHORT}");
        findings.add_whole(rule, message).help(&*rule.better);
    }
}

fn paragraphs(page: &Page<'_>, findings: &mut Findings<'_>) {
    let document = page.document;
    let rule = registry::known("too-many-paragraphs");
    if !rule.holds_for(&document.occasion) {
        return;
    }
    let count = document.parts(Part::Body).count();
    if count > MOST_PARAGRAPHS {
        let message = format!("{count} paragraphs, over {MOST_PARAGRAPHS}");
        findings.add_whole(rule, message).help(&*rule.better);
    }
    for zone in document.parts(Part::Body) {
        let words = document.words(&zone.range).split_whitespace().count();
        if words > LONG_PARAGRAPH && !is_own_run(page, document.words(&zone.range)) {
            let message = format!("a paragraph of {words} words, over {LONG_PARAGRAPH}");
            let first = zone.tokens.start..zone.tokens.end.min(zone.tokens.start + 5);
            let range = document.span(&first);
            findings
                .add(rule, &range, message)
                .help("part it where the subject changes");
        }
    }
}

/// Whether what makes a paragraph long is one text that the notes have so: who composes a letter
/// cannot part it, and who wrote it has meant it.
fn is_own_run(page: &Page<'_>, paragraph: &str) -> bool {
    let Some(person) = interviewer(page) else {
        return false;
    };
    let mut texts: Vec<&str> = person.say.sentences().collect();
    texts.extend(
        person
            .discussed_points
            .iter()
            .filter_map(|point| match point {
                Point::Own { say } => Some(&**say),
                Point::Topic(_) => None,
            }),
    );
    let flat = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let paragraph = flat(paragraph);
    texts
        .into_iter()
        .map(flat)
        .any(|text| text.split(' ').count() > LONG_PARAGRAPH && paragraph.contains(&text))
}

fn subject(page: &Page<'_>, findings: &mut Findings<'_>) {
    let document = page.document;
    let occasion = &document.occasion;
    let Some(subject) = document.parts(Part::Subject).next() else {
        let rule = registry::known("subject-vague");
        if document.to.is_some() && rule.holds_for(occasion) {
            let found = findings.add_whole(rule, "the email has no subject");
            found.help(&*rule.better);
        }
        return;
    };
    let rule = registry::known("subject-too-long");
    let count = document.words(&subject.range).chars().count();
    if count > LONG_SUBJECT && rule.holds_for(occasion) {
        let message = format!("a subject of {count} characters, over {LONG_SUBJECT}");
        findings
            .add(rule, &subject.range, message)
            .help(&*rule.better);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::proof::etiquette::testing::{email, found};

    #[test]
    fn words_are_counted_from_both_ends() {
        let body = |words: usize| "word ".repeat(words).trim_end().to_owned() + ".";
        let rules = |words: usize| found(&email("Thank you", &body(words)), check);
        assert!(rules(20).contains(&"too-short"));
        assert!(!rules(60).contains(&"too-short"));
        assert!(!rules(180).contains(&"too-long"));
        assert!(rules(230).contains(&"too-long"));
    }

    #[test]
    fn paragraphs_are_counted_and_measured() {
        let rules = |body: &str| found(&email("Thank you", body), check);
        let long = "word ".repeat(91);
        let fair = "word ".repeat(80);
        assert!(rules(&long).contains(&"too-many-paragraphs"));
        assert!(!rules(&fair).contains(&"too-many-paragraphs"));
        assert!(rules(&"It rained.\n\n".repeat(6)).contains(&"too-many-paragraphs"));
        assert!(!rules(&"It rained.\n\n".repeat(5)).contains(&"too-many-paragraphs"));
    }

    #[test]
    fn a_subject_is_there_and_fits_a_list_of_mail() {
        let rules = |subject: &str| found(&email(subject, "It rained."), check);
        assert!(rules(&"x".repeat(61)).contains(&"subject-too-long"));
        assert!(!rules(&"x".repeat(60)).contains(&"subject-too-long"));
    }
}
