//! What a letter leaves out when it is over a ceiling: the facts worth least, each whole.

use super::facts::{Extent, Fact, What};
use super::fragment;
use super::reasons::{BARE, NO_PLACE};
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
    let mut last = u8::MAX;
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
            bring_back(facts, gone - words, &before, &held, last);
            return true;
        }
        let Some(at) = least(facts) else {
            return any;
        };
        let is_said = held.iter().any(|(_, held)| held.contains(&at));
        last = facts[at].rank;
        take_out(facts, at, if is_said { WORDS } else { NO_PLACE });
        any = true;
    }
}

/// Brings back what would fit after all, since something longer had to go: the best of it first.
fn bring_back(
    facts: &mut [Fact<'_>],
    mut spare: usize,
    before: &[bool],
    held: &[(&Said<'_>, Vec<usize>)],
    last: u8,
) {
    let mut gone: Vec<usize> = (0..facts.len())
        // Nothing that is worth less than what had to go last.
        .filter(|&at| before[at] && facts[at].out == Some(WORDS) && facts[at].rank <= last)
        .filter(|&at| {
            matches!(
                facts[at].what,
                What::Qualification(_) | What::LooseEnd(_) | What::Moment | What::ToldMe
            )
        })
        .collect();
    gone.sort_by_key(|&at| (facts[at].rank, at));
    for at in gone {
        let own = held.iter().filter(|(_, held)| held[..] == [at]);
        let own: Vec<&Said<'_>> = own.map(|(part, _)| *part).collect();
        let fitting = extents(facts[at].what).iter().find_map(|&extent| {
            let cost = cost(&facts[at].path, &own, extent.unsaid());
            (1..=spare).contains(&cost).then_some((extent, cost))
        });
        if let Some((extent, cost)) = fitting {
            spare -= cost;
            facts[at].extent = extent;
            facts[at].out = None;
        }
    }
}

/// In how much of itself a fact may come back, the whole first.
fn extents(what: What<'_>) -> &'static [Extent] {
    match what {
        What::Qualification(_) => &[Extent::Whole, Extent::Unproved, Extent::Bare],
        _ => &[Extent::Whole],
    }
}

/// The words of the parts of a fact at `path` without those that say a key which is `unsaid`; none
/// where that would leave nothing but the need.
fn cost(path: &Path, own: &[&Said<'_>], unsaid: &[&str]) -> usize {
    let says = |part: &&Said<'_>, key: &str| part.paths.contains(&path.key(key));
    let stays = |part: &&&Said<'_>| !unsaid.iter().any(|key| says(part, key));
    let stay: Vec<&&Said<'_>> = own.iter().filter(stays).collect();
    let is_told = unsaid.is_empty() || stay.iter().any(|part| !says(part, "meets"));
    stay.iter().filter(|_| is_told).map(|part| part.words).sum()
}

/// Leaves out a fact, and with a topic all that is said about it; with one's own side the topic
/// too, since what they said alone is no letter.
fn take_out(facts: &mut [Fact<'_>], at: usize, why: &'static str) {
    facts[at].out = Some(why);
    let is_in = |what| {
        facts
            .iter()
            .any(|fact| fact.what == what && fact.out.is_none())
    };
    let leans = |topic| {
        let side = facts.iter().find(|fact| fact.what == What::MySide(topic));
        side.is_some_and(|side| fragment::leans(&side.text))
    };
    let topic = match facts[at].what {
        What::Topic(topic) => topic,
        What::MySide(topic) if is_in(What::TheySaid(topic)) || is_in(What::Quote(topic)) => topic,
        What::TheySaid(topic) if is_in(What::MySide(topic)) && !is_in(What::Quote(topic)) => topic,
        // An answer to their words says little without them.
        What::Quote(topic) if is_in(What::MySide(topic)) && leans(topic) => topic,
        _ => return,
    };
    for fact in facts.iter_mut().filter(|fact| fact.out.is_none()) {
        if let What::Topic(index) | What::MySide(index) | What::Quote(index) | What::TheySaid(index) =
            fact.what
            && index == topic
        {
            fact.out = Some(why);
        }
    }
    let is_left = |fact: &Fact<'_>| {
        fact.out.is_none()
            && matches!(
                fact.what,
                What::Topic(_) | What::OwnPoint(_) | What::Moment | What::ToldMe
            )
    };
    // Of a letter that would say nothing of the conversation a bare topic is the better part.
    if !facts.iter().any(is_left)
        && let Some(bare) = facts.iter_mut().find(|fact| fact.out == Some(BARE))
    {
        bare.out = None;
    }
}

/// The fact worth least that is still in; one's own sentences for a place are never left out.
fn least(facts: &[Fact<'_>]) -> Option<usize> {
    (0..facts.len())
        .filter(|&at| facts[at].out.is_none() && !matches!(facts[at].what, What::Say(_)))
        .max_by_key(|&at| (facts[at].rank, at))
}
