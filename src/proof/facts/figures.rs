//! Dates and times in figures that are written as another country writes them: `04/28/2025` in
//! Britain, `10.30am` in the United States.

use std::ops::Range;

use crate::language::Language;
use crate::proof::Page;
use crate::proof::finding::Findings;
use crate::proof::registry::known as rule;
use crate::proof::token::{Shape, Token};

/// Looks at every number of the letter.
pub(super) fn check(page: &Page<'_>, findings: &mut Findings<'_>) {
    let tokens = &page.document.tokens[..];
    for (at, token) in tokens.iter().enumerate() {
        if token.shape != Shape::Number || page.document.quoted[at] {
            continue;
        }
        date(page, at, findings);
        time(page, at, findings);
    }
}

/// A date whose middle is over twelve in Britain and Australia, or whose beginning is in the United
/// States. In Canada either order is usual.
fn date(page: &Page<'_>, at: usize, findings: &mut Findings<'_>) {
    let Some([first, slash, second, other_slash, year]) = page.document.tokens.get(at..at + 5)
    else {
        return;
    };
    let joined = ![slash, second, other_slash, year]
        .iter()
        .any(|token| token.spaced);
    let (Ok(one), Ok(two)) = (first.folded.parse::<u8>(), second.folded.parse::<u8>()) else {
        return;
    };
    let is_year = matches!(year.folded.len(), 2 | 4) && year.folded.parse::<u16>().is_ok();
    let is_month = |number: u8| (1..=12).contains(&number);
    let is_day = |number: u8| (13..=31).contains(&number);
    let wrong = match page.language() {
        Language::EnUs => is_day(one) && is_month(two),
        Language::EnGb | Language::EnAu => is_month(one) && is_day(two),
        Language::EnCa => false,
    };
    let slashes = slash.folded == "/" && other_slash.folded == "/";
    if !joined || !is_year || !wrong || !slashes {
        return;
    }
    let put = format!("{}/{}/{}", second.folded, first.folded, year.folded);
    say(page, &(first.range.start..year.range.end), put, findings);
}

/// A time with a full stop and am or pm behind it in the United States or Canada.
fn time(page: &Page<'_>, at: usize, findings: &mut Findings<'_>) {
    if page.language().is_british() {
        return;
    }
    let token = &page.document.tokens[at];
    let (figures, mut end) = (token.folded.as_str(), token.range.end);
    let half = |of: &str| matches!(of, "am" | "pm");
    let (figures, ending) = match figures.len().checked_sub(2) {
        Some(cut) if figures.get(cut..).is_some_and(half) => figures.split_at(cut),
        _ => match page.document.tokens.get(at + 1) {
            Some(next) if half(&next.folded) => {
                end = next.range.end;
                (figures, next.folded.as_str())
            }
            _ => return,
        },
    };
    let Some((hour, minute)) = figures.split_once('.') else {
        return;
    };
    let number = |text: &str| text.parse::<u8>().ok();
    let is_hour = number(hour).is_some_and(|hour| (1..=12).contains(&hour));
    if !is_hour || minute.len() != 2 || number(minute).is_none_or(|minute| minute > 59) {
        return;
    }
    // The full stop of `p.m.` is the sentence's as well.
    let stop = page.document.tokens.get(at + 1..).and_then(|rest| {
        let is_stop = |token: &&Token| token.folded == "." && token.range.start == end;
        rest.iter().take(2).find(is_stop)
    });
    let half = ending.split_at(1).0;
    let dot = if stop.is_some() { "" } else { "." };
    let put = format!("{hour}:{minute} {half}.m{dot}");
    say(page, &(token.range.start..end), put, findings);
}

fn say(page: &Page<'_>, range: &Range<usize>, put: String, findings: &mut Findings<'_>) {
    let words = page.document.words(range);
    let noted = page
        .proof
        .notes
        .is_some_and(|notes| notes.source.text().contains(words));
    if noted {
        return;
    }
    let message = format!("in {} it is written “{put}”", page.language().tag());
    findings
        .add(rule("dialect-usage"), range, message)
        .suggest(put);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language::{EnAu, EnCa, EnGb, EnUs};
    use crate::proof::document::Document;
    use crate::proof::{Page, Proof};

    /// What is put in the place of the figures of a sentence.
    fn put(language: Language, sentence: &str) -> Vec<String> {
        let document = Document::of_body(sentence);
        let proof = Proof {
            language,
            ..Proof::default()
        };
        let page = Page {
            document: &document,
            proof: &proof,
        };
        let mut findings = Findings::new(&document);
        check(&page, &mut findings);
        let found = findings.done().into_iter();
        found.flat_map(|finding| finding.suggestions).collect()
    }

    #[test]
    fn a_date_in_figures_goes_by_its_country() {
        for language in [EnGb, EnAu] {
            assert_eq!(put(language, "I start on 04/28/2025."), ["28/04/2025"]);
            assert_eq!(put(language, "I start on 28/04/2025."), [""; 0]);
        }
        assert_eq!(put(EnUs, "I start on 28/04/25."), ["04/28/25"]);
        for sentence in [
            "I start on 04/28/2025.",
            "I start on 04/05/2025.",
            "I start on 2025-04-28.",
            "I was there 24/7/365, and on 9/10 days.",
            "“I start on 28/04/2025,” she wrote.",
        ] {
            assert_eq!(put(EnUs, sentence), [""; 0], "{sentence}");
        }
        assert_eq!(put(EnCa, "I start on 04/28/2025 or 28/04/2025."), [""; 0]);
    }

    #[test]
    fn a_full_stop_in_a_time_is_british() {
        assert_eq!(put(EnUs, "I came at 10.30am and left."), ["10:30 a.m."]);
        assert_eq!(put(EnUs, "I came at 9.05 pm."), ["9:05 p.m"]);
        assert_eq!(put(EnGb, "I came at 10.30am and left."), [""; 0]);
        assert_eq!(
            put(EnUs, "It rose by 10.30 points in 2.5 am shifts."),
            [""; 0]
        );
    }
}
