//! Names that are nearly those of the notes.

use super::calendar::{MONTHS, WEEKDAYS};
use super::near::{Near, near, plain};
use super::people::{Person, split};
use super::{is_name_like, word, words_at, words_from};
use crate::diagnostic::Level;
use crate::proof::document::Part;
use crate::proof::finding::Findings;
use crate::proof::registry::known as rule;
use crate::proof::{Page, spelling};

/// Looks for names that nobody of the notes has, but somebody nearly.
pub(super) fn check(page: &Page<'_>, findings: &mut Findings<'_>) {
    let document = page.document;
    for zone in &document.zones {
        // What the greeting says is judged by itself, and more strictly.
        if zone.part == Part::Salutation {
            continue;
        }
        let mut at = zone.tokens.start;
        while at < zone.tokens.end {
            at = surname(page, at, findings)
                .or_else(|| strangers(page, at, findings))
                .unwrap_or_else(|| {
                    single(page, at, findings);
                    at + 1
                });
        }
    }
}

/// One word that is nearly one of somebody's name.
fn single(page: &Page<'_>, at: usize, findings: &mut Findings<'_>) {
    let token = &page.document.tokens[at];
    if !is_name_like(page, token) {
        return;
    }
    let typed = word(page, token);
    let people = &page.proof.people;
    let lower = typed.to_lowercase();
    if people.has(&typed) || is_calendar(&lower) || typed.len() < 3 {
        return;
    }
    let best = people
        .0
        .iter()
        .flat_map(|person| person.words.iter().map(move |right| (person, right)))
        .filter(|(_, right)| right.chars().count() > 2)
        .filter_map(|(person, right)| Some((near(&typed, right)?, person, right)))
        .min_by_key(|(near, _, right)| {
            (*near == Near::Letters, strsim::osa_distance(&typed, right))
        });
    let Some((near, person, right)) = best else {
        return;
    };
    let beside = is_beside(page, at, person, right);
    let is_word = spelling::is_common(&lower, page.language());
    // `Grace` and `Grant` are words, and `March` is near `Marsh`: only beside the rest of the name.
    if !beside && (is_word || page.proof.vouches_for(&typed) && near == Near::Letters) {
        return;
    }
    report(page, at..at + 1, &typed, right, person, near, findings);
}

/// Whether a word with a capital is a day or a month: near many names, and never one.
fn is_calendar(lower: &str) -> bool {
    MONTHS.contains(&lower) || WEEKDAYS.contains(&lower)
}

/// Whether another word of the same name stands beside a token.
fn is_beside(page: &Page<'_>, at: usize, person: &Person, right: &str) -> bool {
    let tokens = &page.document.tokens;
    let mut neighbours = [at.checked_sub(1), Some(at + 1)].into_iter().flatten();
    neighbours.any(|other| {
        tokens.get(other).is_some_and(|token| {
            let typed = word(page, token);
            typed != right && typed.starts_with(char::is_uppercase) && person.words.contains(&typed)
        })
    })
}

/// A surname of several words, of which one is not quite right: `van den Berg`.
fn surname(page: &Page<'_>, at: usize, findings: &mut Findings<'_>) -> Option<usize> {
    let people = &page.proof.people.0;
    let tokens = &page.document.tokens;
    let before = at.checked_sub(1).map(|before| word(page, &tokens[before]));
    let mut best: Option<((bool, usize), &Person, Vec<usize>)> = None;
    for person in people.iter().filter(|person| person.surname.len() > 1) {
        let places = words_from(page, at, person.surname.len());
        let typed = words_at(page, &places);
        let (Some(last), true) = (typed.last(), typed.len() == person.surname.len()) else {
            continue;
        };
        if !last.starts_with(char::is_uppercase) {
            continue;
        }
        if people.iter().any(|other| other.surname == typed) {
            return None;
        }
        let (joined, right) = (typed.join(" "), person.surname.join(" "));
        let far = strsim::osa_distance(&joined.to_lowercase(), &right.to_lowercase());
        // The last word carries the name; what stands before it must be part of one as well.
        let alike = person
            .surname
            .last()
            .is_some_and(|right| plain(last) == plain(right));
        let is_theirs = before.as_ref() == person.words.first();
        let rank = (!is_theirs, far);
        if (1..=2).contains(&far) && alike && best.as_ref().is_none_or(|(other, ..)| rank < *other)
        {
            best = Some((rank, person, places));
        }
    }
    let (_, person, places) = best?;
    let end = places.last()? + 1;
    let typed = words_at(page, &places);
    let (joined, right) = (typed.join(" "), person.surname.join(" "));
    let how = match plain(&joined) == plain(&right) {
        true => Near::Marks,
        false => Near::Letters,
    };
    report(page, at..end, &joined, &right, person, how, findings);
    Some(end)
}

/// A given name and a surname that belong to two different people, or to nobody.
fn strangers(page: &Page<'_>, at: usize, findings: &mut Findings<'_>) -> Option<usize> {
    let tokens = &page.document.tokens;
    if !is_name_like(page, &tokens[at]) {
        return None;
    }
    let given = word(page, &tokens[at]);
    // `Katherine’s O’Neill` is two names.
    if given.len() != tokens[at].range.len() {
        return None;
    }
    let people = &page.proof.people.0;
    let mut of_surname = people.iter().filter_map(|person| {
        let places = words_from(page, at + 1, person.surname.len());
        let typed = words_at(page, &places);
        let end = places.last()? + 1;
        let spaced = tokens.get(at + 1)?.spaced;
        (typed == person.surname && person.words.len() > person.surname.len() && spaced)
            .then_some((person, end))
    });
    let (person, end) = of_surname.next()?;
    let same: Vec<&Person> = [person]
        .into_iter()
        .chain(of_surname.map(|(other, _)| other))
        .collect();
    if same
        .iter()
        .any(|person| person.words.contains(&given) || person.greeting.contains(&given))
    {
        return None;
    }
    let is_given = |person: &Person| person.words.first() == Some(&given);
    let close = |person: &&Person| {
        let right = &person.words[0];
        strsim::osa_distance(&given.to_lowercase(), &right.to_lowercase()) <= 1
            || near(&given, right).is_some()
    };
    let whole = |person: &Person| format!("{} {}", person.words[0], person.surname.join(" "));
    let said = format!("{given} {}", person.surname.join(" "));
    // Whoever is meant has the one or the other, or nearly.
    let meant = people
        .iter()
        .filter(|person| is_given(person) || same.iter().any(|each| each.who == person.who))
        .filter(|person| people.iter().any(is_given) || close(person))
        .min_by_key(|person| strsim::osa_distance(&said, &whole(person)))?;
    let typed = page
        .document
        .words(&page.document.span(&(at..end)))
        .to_owned();
    let right = whole(meant);
    report(
        page,
        at..end,
        &typed,
        &right,
        meant,
        Near::Letters,
        findings,
    );
    Some(end)
}

/// Adds the finding that a name is not as the notes have it.
pub(super) fn report(
    page: &Page<'_>,
    at: std::ops::Range<usize>,
    typed: &str,
    right: &str,
    person: &Person,
    near: Near,
    findings: &mut Findings<'_>,
) {
    let span = page.document.span(&at);
    let only_accents = near == Near::Marks
        && deunicode::deunicode(typed) == deunicode::deunicode(right)
        && !split(right).is_empty();
    let (id, message) = if only_accents {
        let message = format!("“{typed}” lacks the accents of “{right}”");
        ("name-diacritics", message)
    } else {
        (
            "name-near-miss",
            format!("“{typed}” is “{right}” in the notes"),
        )
    };
    let found = findings.add(rule(id), &span, message);
    let written = page.document.words(&span);
    let has_own = typed.ends_with("'s");
    let endings = ["'s", "’s"].into_iter().filter(|_| !has_own);
    let ending = endings
        .into_iter()
        .find(|ending| written.ends_with(ending))
        .unwrap_or_default();
    found
        .suggest(format!("{right}{ending}"))
        .better(person.path.clone());
    if near == Near::Marks {
        found.certain();
    } else if page.proof.vouches_for(typed) {
        // The notes have it both ways.
        found.at(Level::Warning);
    }
    found.help(
        "write it as the notes do; where somebody else is meant, add the name under `words:`",
    );
}
