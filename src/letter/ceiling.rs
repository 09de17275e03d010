//! What a letter leaves out when it is over a ceiling: the facts worth least, each whole.

use super::facts::{Fact, NO_PLACE, What};
use crate::diagnostic::Path;

const WORDS: &str = "the letter would be too long";

/// A part of a letter as the choice of facts sees it.
pub(super) struct Said<'a> {
    /// The values of the notes that it says.
    pub(super) paths: &'a [Path],
    /// Its words.
    pub(super) words: usize,
}

/// Leaves out what is worth least until about `words` are gone.
///
/// What is gone is reckoned from the parts of the letter as it is: a part goes with the last fact
/// that it says, and until then loses the words of the value. Gives whether anything was left out.
pub(super) fn leave_out(facts: &mut [Fact<'_>], words: usize, parts: &[Said<'_>]) -> bool {
    let before: Vec<bool> = facts.iter().map(|fact| fact.out.is_none()).collect();
    let held: Vec<(&Said<'_>, Vec<usize>)> = parts
        .iter()
        .map(|part| {
            let holds =
                |at: &usize| before[*at] && part.paths.iter().any(|path| facts[*at].holds(path));
            (part, (0..facts.len()).filter(holds).collect::<Vec<_>>())
        })
        .filter(|(_, held)| !held.is_empty())
        .collect();
    let mut any = false;
    loop {
        let gone: usize = held
            .iter()
            .map(|(part, held)| {
                let out = held.iter().filter(|&&at| facts[at].out.is_some());
                let values: usize = out
                    .clone()
                    .map(|&at| facts[at].value.split_whitespace().count())
                    .sum();
                if out.count() == held.len() {
                    part.words
                } else {
                    values.min(part.words)
                }
            })
            .sum();
        if any && gone >= words {
            return true;
        }
        let Some(at) = least(facts) else {
            return any;
        };
        let is_said = held.iter().any(|(_, held)| held.contains(&at));
        take_out(facts, at, if is_said { WORDS } else { NO_PLACE });
        any = true;
    }
}

/// Leaves out a fact, and with a topic all that is said about it.
fn take_out(facts: &mut [Fact<'_>], at: usize, why: &'static str) {
    facts[at].out = Some(why);
    let What::Topic(topic) = facts[at].what else {
        return;
    };
    for fact in facts.iter_mut().filter(|fact| fact.out.is_none()) {
        if let What::MySide(index) | What::Quote(index) | What::TheySaid(index) = fact.what
            && index == topic
        {
            fact.out = Some(why);
        }
    }
}

/// The fact worth least that is still in; one's own sentences for a place are never left out.
fn least(facts: &[Fact<'_>]) -> Option<usize> {
    (0..facts.len())
        .filter(|&at| facts[at].out.is_none() && !matches!(facts[at].what, What::Say(_)))
        .max_by_key(|&at| (facts[at].rank, at))
}
