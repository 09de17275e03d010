//! Which one person each missing qualification goes to.

use std::collections::BTreeSet;

use super::words;
use crate::notes::{Claim, HiringRole, Interviewer, Notes, Qualification, Send};

/// The most qualifications that one letter tells of.
pub const MOST: usize = 2;

/// Who is told of a qualification, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Told {
    /// The place of the qualification in `missing_qualifications`.
    pub qualification: usize,
    /// The place of the person in `interviewers`.
    pub place: usize,
    /// Why it goes to this person.
    pub why: Why,
}

/// Why a qualification goes to a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// The notes say so, by `tell`.
    Tell,
    /// What was talked about with them, or their job title, has words of it.
    Fits,
    /// They decide, or lead the team, or come first in the file.
    Role,
}

/// Gives each qualification to one person: by `tell`, else to whom it fits best.
///
/// The fit is the number of words that the qualification and its need share with the person's
/// points and title; then the hiring manager comes first, then the supervisor, then the order of
/// the file. People who get an email and were told of fewer than two come before others.
pub fn assign(notes: &Notes) -> Vec<Told> {
    let mut told: Vec<Told> = Vec::new();
    let people = &notes.interviewers;
    for (index, qualification) in notes.missing_qualifications.iter().enumerate() {
        if let Some(place) = qualification.tell.filter(|place| *place < people.len()) {
            told.push(Told {
                qualification: index,
                place,
                why: Why::Tell,
            });
        }
    }
    let mut counts = vec![0_usize; people.len()];
    for each in &told {
        counts[each.place] += 1;
    }
    let words: Vec<BTreeSet<String>> = people.iter().map(words_of_person).collect();
    for (index, qualification) in notes.missing_qualifications.iter().enumerate() {
        if told.iter().any(|each| each.qualification == index) {
            continue;
        }
        let wanted = words_of_qualification(qualification);
        let best = (0..people.len()).min_by_key(|&place| {
            let shared = wanted.intersection(&words[place]).count();
            (
                counts[place] >= MOST,
                people[place].send == Some(Send::Card),
                std::cmp::Reverse(shared),
                standing(people[place].hiring_role),
                place,
            )
        });
        let Some(place) = best else { continue };
        counts[place] += 1;
        let fits = !wanted.is_disjoint(&words[place]);
        told.push(Told {
            qualification: index,
            place,
            why: if fits { Why::Fits } else { Why::Role },
        });
    }
    told.sort_by_key(|each| each.qualification);
    told
}

/// Whether a need is among what the job asks for: its duties, or what they look for.
pub(super) fn is_asked_for(notes: &Notes, need: &str) -> bool {
    let interview = &notes.interview;
    let mut asked = BTreeSet::new();
    let listed = interview
        .responsibilities
        .iter()
        .chain(&interview.looking_for);
    listed.for_each(|text| add(&mut asked, text));
    let mut wanted = BTreeSet::new();
    add(&mut wanted, need);
    !wanted.is_disjoint(&asked)
}

fn standing(role: Option<HiringRole>) -> u8 {
    match role {
        Some(HiringRole::HiringManager) => 0,
        Some(HiringRole::Supervisor) => 1,
        _ => 2,
    }
}

fn words_of_qualification(qualification: &Qualification) -> BTreeSet<String> {
    let mut words = BTreeSet::new();
    match &qualification.what {
        Claim::Fact { qualification, .. } => add(&mut words, qualification),
        Claim::Own { say } => add(&mut words, say),
    }
    qualification
        .meets
        .iter()
        .for_each(|text| add(&mut words, text));
    words
}

fn words_of_person(person: &Interviewer) -> BTreeSet<String> {
    use crate::notes::Point;

    let mut words = BTreeSet::new();
    person
        .job_title
        .iter()
        .for_each(|text| add(&mut words, text));
    for point in &person.discussed_points {
        match point {
            Point::Topic(topic) => {
                add(&mut words, &topic.topic);
                let more = [&topic.they_said, &topic.quote, &topic.my_side];
                more.into_iter()
                    .flatten()
                    .for_each(|text| add(&mut words, text));
            }
            Point::Own { say } => add(&mut words, say),
        }
    }
    words
}

/// Adds the words that carry meaning: four letters and more, without a plural `s`.
fn add(found: &mut BTreeSet<String>, text: &str) {
    let words = text.split(|c: char| !c.is_alphanumeric());
    for word in words.filter(|word| word.len() >= 4) {
        let mut word = word.to_lowercase();
        if word.ends_with('s') {
            word.pop();
        }
        if word.chars().count() >= 4 && !words::is_common(&word) {
            found.insert(word);
        }
    }
}
