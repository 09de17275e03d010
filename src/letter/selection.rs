//! Which of the facts for a person go into one letter: each thing once, and few of them on a card.

use super::facts::{Fact, What};
use super::fragment;
use super::reasons::{
    BARE, CARD, ELSEWHERE, LEANS, NOBODY, OWN, POINTS, PRIVATE, QUOTED, SAID, SAID_INSTEAD, TERMS,
};
use crate::notes::Channel;

/// The points that a letter makes, however many have a side of one's own.
const POINTS_MADE: usize = 2;

/// Leaves out what would make a list of a letter: points beyond two that have no side of one's own,
/// and what they said where their own words are quoted.
pub(super) fn keep_few_points(facts: &mut [Fact<'_>]) {
    let is_own = |facts: &[Fact<'_>], topic| is_in(facts, What::MySide(topic));
    let mut made = facts
        .iter()
        .filter(|fact| fact.out.is_none())
        .filter(|fact| match fact.what {
            What::Topic(topic) => is_own(facts, topic),
            what => matches!(what, What::OwnPoint(_) | What::Say("point")),
        })
        .count();
    for at in 0..facts.len() {
        let (What::Topic(topic), None) = (facts[at].what, facts[at].out) else {
            continue;
        };
        let said = [What::TheySaid(topic), What::Quote(topic)];
        if said.iter().all(|&what| is_in(facts, what)) {
            // An answer to what they said keeps that.
            let leans = facts.iter().any(|fact| {
                fact.what == What::MySide(topic)
                    && fact.out.is_none()
                    && fragment::leans(&fact.text)
                    && !facts[at].kept
            });
            let gone = if leans { said[1] } else { said[0] };
            leave_out(facts, &[gone], if leans { SAID_INSTEAD } else { QUOTED });
        }
        if is_own(facts, topic) || !said.iter().any(|&what| is_in(facts, what)) {
            continue;
        }
        made += 1;
        if made > POINTS_MADE && !facts[at].kept {
            leave_out(facts, &[facts[at].what, said[0], said[1]], POINTS);
        }
    }
}

/// Whether a fact is worth a letter by itself, whatever was said about topics.
fn is_content(what: What) -> bool {
    matches!(
        what,
        What::OwnPoint(_)
            | What::Moment
            | What::ToldMe
            | What::LooseEnd(_)
            | What::Qualification(_)
            | What::Say("moment" | "point" | "loose_end" | "qualification")
    )
}

/// Leaves out what they said about a topic where one's own side of it is not there and the letter
/// has enough else: told back to them alone, it says little.
pub(super) fn spare_sayings(facts: &mut [Fact<'_>]) {
    let is_saying = |facts: &[Fact<'_>], topic| {
        is_in(facts, What::TheySaid(topic)) && !is_in(facts, What::MySide(topic))
    };
    let mut content: usize = facts
        .iter()
        .filter(|fact| fact.out.is_none())
        .map(|fact| match fact.what {
            What::Topic(topic) if is_saying(facts, topic) => 0,
            What::MySide(_) | What::Quote(_) => 2,
            what => usize::from(is_content(what)),
        })
        .sum();
    for at in 0..facts.len() {
        let (What::Topic(topic), None) = (facts[at].what, facts[at].out) else {
            continue;
        };
        if !is_saying(facts, topic) {
            continue;
        }
        if content >= 2 && !facts[at].kept {
            leave_out(facts, &[What::Topic(topic), What::TheySaid(topic)], SAID);
        }
        content += 1;
    }
}

/// Leaves out one of two sayings of theirs that would stand side by side with nothing of the
/// sender's own between them; but for two subjects where the letter has nothing else.
pub(super) fn part_sayings(facts: &mut [Fact<'_>]) {
    let has_more = facts.iter().any(|fact| {
        fact.out.is_none() && (is_content(fact.what) || matches!(fact.what, What::MySide(_)))
    });
    if !has_more {
        return;
    }
    let told = facts.iter().find(|fact| {
        fact.what == What::ToldMe && fact.out.is_none() && fragment::is_told_plainly(&fact.text)
    });
    let mut before = told.map(|fact| fact.what);
    for at in 0..facts.len() {
        let (What::Topic(topic), None) = (facts[at].what, facts[at].out) else {
            if facts[at].out.is_none() && matches!(facts[at].what, What::OwnPoint(_)) {
                before = None;
            }
            continue;
        };
        let said = [What::TheySaid(topic), What::Quote(topic)];
        if is_in(facts, What::MySide(topic)) || !said.iter().any(|&what| is_in(facts, what)) {
            before = None;
            continue;
        }
        let this = facts[at].what;
        match before {
            Some(What::ToldMe) if facts[at].kept => leave_out(facts, &[What::ToldMe], SAID),
            Some(_) if !facts[at].kept => {
                leave_out(facts, &[this, said[0], said[1]], SAID);
                continue;
            }
            _ => {}
        }
        before = Some(this);
    }
}

/// Leaves out bare topics that nobody could make a sentence of for the reader: what the sender's
/// private note speaks of, and what "they" do whom nothing names.
pub(super) fn spare_unfit_topics(facts: &mut [Fact<'_>], private: Option<&str>) {
    for at in bare_topics(facts) {
        let text = &facts[at].text;
        // Where the letter says nothing else, "when they shout" is understood from the job.
        let alone = facts.iter().filter(|fact| fact.out.is_none()).count() == 1;
        let why = unfit(text, private);
        let is_understood = why == Some(NOBODY) && alone && !fragment::is_sober(text);
        if !is_understood {
            facts[at].out = why;
        }
    }
}

/// Why a bare topic is for no letter, where it is for none.
pub(crate) fn unfit(topic: &str, private: Option<&str>) -> Option<&'static str> {
    if private.is_some_and(|private| fragment::touches(private, topic)) {
        Some(PRIVATE)
    } else {
        fragment::is_nobody(topic).then_some(NOBODY)
    }
}

/// Leaves out an answer that leans on what they said where the letter does not say that.
pub(super) fn spare_open_answers(facts: &mut [Fact<'_>]) {
    for at in 0..facts.len() {
        let (What::MySide(topic), None) = (facts[at].what, facts[at].out) else {
            continue;
        };
        let said = [What::TheySaid(topic), What::Quote(topic)];
        let was_said = facts.iter().any(|fact| said.contains(&fact.what));
        let is_said = said.iter().any(|&what| is_in(facts, what));
        if was_said && !is_said && fragment::leans(&facts[at].text) {
            leave_out(facts, &[What::Topic(topic), What::MySide(topic)], LEANS);
        }
    }
}

/// Leaves out topics of which nothing is told, but for a few where the letter would say little.
///
/// "We also talked about X" is what a letter can do without: with a moment, a point that somebody
/// said something about and an answer it is full.
pub(super) fn spare_bare_topics(facts: &mut [Fact<'_>]) {
    let bare = bare_topics(facts);
    let content: usize = (0..facts.len())
        .filter(|at| facts[*at].out.is_none() && !bare.contains(at))
        .map(|at| match facts[at].what {
            // Where something was said about one topic, another by itself says nothing.
            What::Topic(_) => 2,
            what => usize::from(is_content(what)),
        })
        .sum();
    // Beside nothing else there are two, beside one thing one; a third thing leaves none.
    let allowed = 2_usize.saturating_sub(content);
    // Thanks for the hours or the pay are for a letter that has nothing else to say.
    let is_terms = |at: &usize| fragment::is_terms(&facts[*at].text);
    let (terms, others): (Vec<usize>, Vec<usize>) = bare.into_iter().partition(is_terms);
    let has_else = content > 0 || !others.is_empty();
    let left = others.into_iter().map(|at| (at, BARE)).skip(allowed);
    let spared = if has_else { 0 } else { 1 };
    let terms = terms
        .into_iter()
        .map(|at| (at, if allowed == 0 { BARE } else { TERMS }));
    for (at, why) in left.chain(terms.skip(spared)).collect::<Vec<_>>() {
        if !facts[at].kept {
            facts[at].out = Some(why);
        }
    }
}

/// Puts two bare topics into one sentence where they are short; else the second is left out.
pub(super) fn join_bare_topics(facts: &mut [Fact<'_>]) {
    let [first, second] = bare_topics(facts)[..] else {
        return;
    };
    if [first, second]
        .iter()
        .all(|&at| fragment::joins(&facts[at].text))
    {
        facts[second].joined = true;
    } else {
        facts[second].out = Some(BARE);
    }
}

/// The places of the topics in a letter of which nothing more is told.
fn bare_topics(facts: &[Fact<'_>]) -> Vec<usize> {
    let is_bare = |at: &usize| match facts[*at].what {
        What::Topic(topic) => ![
            What::TheySaid(topic),
            What::Quote(topic),
            What::MySide(topic),
        ]
        .into_iter()
        .any(|what| is_in(facts, what)),
        _ => false,
    };
    (0..facts.len())
        .filter(|&at| facts[at].out.is_none())
        .filter(is_bare)
        .collect()
}

fn is_in(facts: &[Fact<'_>], what: What<'_>) -> bool {
    facts
        .iter()
        .any(|fact| fact.what == what && fact.out.is_none())
}

fn leave_out(facts: &mut [Fact<'_>], what: &[What<'_>], why: &'static str) {
    for fact in facts.iter_mut().filter(|fact| fact.out.is_none()) {
        if what.contains(&fact.what) {
            fact.out = Some(why);
        }
    }
}

/// Own sentences for a place stand for the whole first item there, with all that belongs to it.
///
/// `is_own` tells whether a qualification is own sentences already.
pub(super) fn give_way(facts: &mut [Fact<'_>], is_own: impl Fn(usize) -> bool) {
    let chosen: Vec<&str> = facts
        .iter()
        .filter(|fact| fact.out.is_none())
        .filter_map(|fact| match fact.what {
            What::Say(key) => Some(key),
            _ => None,
        })
        .collect();
    let open = |fact: &&Fact<'_>| matches!(fact.out, None | Some(CARD));
    let mut of: Vec<What<'_>> = Vec::new();
    for key in chosen {
        let first = facts
            .iter()
            .filter(open)
            .map(|fact| fact.what)
            .find(|what| match (key, what) {
                ("point", What::Topic(_)) | ("loose_end", What::LooseEnd(_)) => true,
                ("qualification", What::Qualification(index)) => !is_own(*index),
                _ => false,
            });
        of.extend(first);
        match (key, first) {
            (_, Some(What::Topic(at))) => {
                of.extend([What::TheySaid(at), What::Quote(at), What::MySide(at)]);
            }
            ("moment", _) => of.extend([What::Moment, What::ToldMe]),
            _ => {}
        }
    }
    for fact in facts.iter_mut() {
        if matches!(fact.out, None | Some(CARD)) && of.contains(&fact.what) {
            fact.out = Some(OWN);
        }
    }
}

/// Whoever gets both an email and a card reads each thing once: the moment on the card.
pub(super) fn share(facts: &mut [Fact<'_>], channel: Channel) {
    let has_moment = facts.iter().any(|fact| fact.what == What::Moment);
    for fact in facts {
        let on_card = match fact.what {
            What::Moment | What::Say("moment") => true,
            What::ToldMe => !has_moment,
            _ => false,
        };
        // The words above the signature belong to both.
        let is_both = matches!(fact.what, What::Say("sign_off"));
        if !is_both && on_card != (channel == Channel::Card) && fact.out.is_none() {
            fact.out = Some(ELSEWHERE);
        }
    }
}

/// A card says one moment or point, and one thing more.
pub(super) fn keep_for_card(facts: &mut [Fact<'_>], things: usize) {
    let mut order: Vec<usize> = (0..facts.len())
        .filter(|&at| facts[at].out.is_none())
        .collect();
    let is_bare = |topic: usize| {
        let told = [What::Quote(topic), What::MySide(topic)];
        !facts
            .iter()
            .any(|fact| fact.out.is_none() && told.contains(&fact.what))
    };
    // The moment comes before everything else that is not in one's own words, and a topic of which
    // more is told before a bare one.
    order.sort_by_key(|&at| match facts[at].what {
        What::Say(_) => 0,
        _ if facts[at].kept => 0,
        What::Moment => 1,
        What::ToldMe => 2,
        What::OwnPoint(_) => 3,
        What::Topic(topic) if is_bare(topic) => 6,
        What::Topic(_) | What::Quote(_) => 4,
        What::MySide(_) => 5,
        _ => 7,
    });
    // One's own side may lean on what they said, and a card says only their own words.
    let answers = |topic: usize, facts: &[Fact<'_>]| {
        let has = |what| facts.iter().any(|fact| fact.what == what);
        let side = facts.iter().find(|fact| fact.what == What::MySide(topic));
        has(What::TheySaid(topic))
            && !has(What::Quote(topic))
            && side.is_some_and(|side| fragment::leans(&side.text))
    };
    let mut said = 0;
    let mut main = false;
    let mut topic = None;
    for at in order {
        let fits = match facts[at].what {
            What::Say("opening" | "closing" | "sign_off") => continue,
            What::Say("moment" | "point") | What::Moment | What::ToldMe | What::Topic(_) => {
                let first = !main;
                main = true;
                first
            }
            What::OwnPoint(_) => true,
            // Their words belong to the topic.
            What::Quote(index) if topic == Some(index) => continue,
            What::MySide(index) => topic == Some(index) && !answers(index, facts),
            _ => false,
        };
        if let (What::Topic(index), true) = (facts[at].what, fits) {
            topic = Some(index);
        }
        if fits && said < things {
            said += 1;
        } else {
            facts[at].out = Some(CARD);
        }
    }
}
