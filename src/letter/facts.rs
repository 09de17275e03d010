//! What the notes hold for one letter, in the order of its worth.

use super::LeftOut;
use super::fragment::{self, Form};
use super::qualifications::{MOST, Told};
use super::text::fold;
use crate::diagnostic::Path;
use crate::notes::{Channel, Claim, Interviewer, Notes, Point};
use crate::theme::Limits;

/// A fact that a letter says or leaves out as a whole.
#[derive(Debug, Clone)]
pub(super) struct Fact<'a> {
    pub(super) what: What<'a>,
    /// What is left out first has the highest rank; the lower is worth more.
    pub(super) rank: u8,
    /// Where the notes say it.
    pub(super) path: Path,
    /// The value, as typed.
    pub(super) value: &'a str,
    /// The value, as the letter says it.
    pub(super) text: String,
    /// Whether its words were changed in a way that their writer should know of.
    pub(super) mended: bool,
    /// Why it is not in the letter; `None` while it is.
    pub(super) out: Option<&'static str>,
}

/// What a fact is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum What<'a> {
    /// Own sentences for a place of the letter, by its key.
    Say(&'a str),
    /// A point that is own sentences.
    OwnPoint(usize),
    /// A topic.
    Topic(usize),
    /// One's own side of a topic.
    MySide(usize),
    /// What they said about a topic.
    TheySaid(usize),
    /// Their words about a topic.
    Quote(usize),
    Moment,
    ToldMe,
    LooseEnd(usize),
    Promised(usize),
    /// By its place in `missing_qualifications`.
    Qualification(usize),
}

const CARD: &str = "a card says one moment or point, and at most one thing more";
const QUALIFICATIONS: &str = "a letter tells of at most two qualifications";
const MOMENT: &str = "the moment stands in its place";
const BARE: &str = "the letter says enough without a bare topic; add what was said about it";
const NEGATIVE: &str = "it says what you do not have, and the list is for what you have";
const NO_THING: &str = "it does not go on after “We talked about …”: write it without its question";
const OWN: &str = "your own sentence stands in its place";
/// It speaks of the reader as he or she, and how it would speak to the reader is not certain.
pub(super) const THIRD_PERSON: &str = "it speaks of the reader as he or she";
const NO_CLAUSE: &str =
    "it does not go on after “You said that …”: write it as a clause, such as “the kiln is old”";
pub(super) const NO_PLACE: &str = "the theme has no place for it";
/// Not left out: it is in the other letter to the same person.
const ELSEWHERE: &str = "";

/// Every fact for one person, those that can go into a letter of this channel chosen.
pub(super) fn of<'a>(
    notes: &'a Notes,
    place: usize,
    told: &[Told],
    channel: Channel,
    both: bool,
    limits: Limits,
) -> Vec<Fact<'a>> {
    let person = &notes.interviewers[place];
    let mut facts = person_facts(person, &Path::root().key("interviewers").item(place));
    let mut count = 0;
    let most = limits.qualifications.unwrap_or(MOST);
    for each in told.iter().filter(|each| each.place == place) {
        let value = match &notes.missing_qualifications[each.qualification].what {
            Claim::Fact { qualification, .. } => qualification,
            Claim::Own { say } => say,
        };
        count += 1;
        let path = Path::root()
            .key("missing_qualifications")
            .item(each.qualification);
        let what = What::Qualification(each.qualification);
        let mut fact = Fact::new(what, 4, path, value);
        if count > most {
            fact.out = Some(QUALIFICATIONS);
        }
        facts.push(fact);
    }
    if both {
        share(&mut facts, channel);
    }
    if channel == Channel::Card {
        keep_for_card(&mut facts, limits.things.unwrap_or(2));
    }
    let is_own = |index: usize| {
        let what = notes.missing_qualifications.get(index);
        matches!(what.map(|each| &each.what), Some(Claim::Own { .. }))
    };
    give_way(&mut facts, is_own);
    if channel == Channel::Email {
        spare_bare_topics(&mut facts);
    }
    facts
}

/// Leaves out topics of which nothing is told, but for a few where the letter would say little.
///
/// "We also talked about X" is what a letter can do without: with a moment, a point that somebody
/// said something about and an answer it is full.
fn spare_bare_topics(facts: &mut [Fact<'_>]) {
    let is_in = |what: What<'_>| {
        facts
            .iter()
            .any(|fact| fact.what == what && fact.out.is_none())
    };
    let is_told = |at: usize| {
        let more = [What::TheySaid(at), What::Quote(at), What::MySide(at)];
        more.into_iter().any(is_in)
    };
    let mut content = 0;
    let mut bare = Vec::new();
    for (at, fact) in facts
        .iter()
        .enumerate()
        .filter(|(_, fact)| fact.out.is_none())
    {
        match fact.what {
            What::Topic(topic) if !is_told(topic) => bare.push(at),
            What::Topic(_) | What::OwnPoint(_) => {
                content += 1;
            }
            What::Moment | What::ToldMe | What::LooseEnd(_) | What::Qualification(_) => {
                content += 1;
            }
            What::Say("moment" | "point" | "loose_end" | "qualification") => content += 1,
            _ => {}
        }
    }
    // Beside nothing else there are two, beside one thing one; a third thing leaves none.
    let allowed = 2_usize.saturating_sub(content);
    for at in bare.into_iter().skip(allowed) {
        facts[at].out = Some(BARE);
    }
}

/// The one thing that a later letter to a person may come back to: the moment, else the first topic.
pub(super) fn remembered<'a>(person: &'a Interviewer, at: &Path) -> Vec<Fact<'a>> {
    let mut facts = person_facts(person, at);
    let wanted = |fact: &Fact<'_>| match fact.what {
        What::Say("moment") => 0,
        What::Moment => 1,
        What::Topic(_) => 2,
        _ => 3,
    };
    facts.retain(|fact| wanted(fact) < 3 && fact.out.is_none());
    facts.sort_by_key(wanted);
    facts.truncate(1);
    facts.extend(sign_off(person, at));
    facts
}

/// The words above the signature, which hold for every letter to a person.
fn sign_off<'a>(person: &'a Interviewer, at: &Path) -> Option<Fact<'a>> {
    let text = person.say.sign_off.as_deref()?;
    Some(Fact::new(
        What::Say("sign_off"),
        0,
        at.key("say").key("sign_off"),
        text,
    ))
}

/// The facts of a letter that says nothing but what its kind has.
pub(super) fn plain<'a>(person: &'a Interviewer, at: &Path) -> Vec<Fact<'a>> {
    sign_off(person, at).into_iter().collect()
}

/// Own sentences for a place stand for the whole first item there, with all that belongs to it.
///
/// `is_own` tells whether a qualification is own sentences already.
fn give_way(facts: &mut [Fact<'_>], is_own: impl Fn(usize) -> bool) {
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

fn person_facts<'a>(person: &'a Interviewer, at: &Path) -> Vec<Fact<'a>> {
    let mut facts = Vec::new();
    let mut add = |what, rank, path, value| facts.push(Fact::new(what, rank, path, value));
    for (key, text) in says(person) {
        add(What::Say(key), 0, at.key("say").key(key), text);
    }
    let has_moment = person.moment.is_some() || person.told_me.is_some();
    let mut needs_topic = !has_moment;
    for (index, point) in person.discussed_points.iter().enumerate() {
        let at = at.key("discussed_points").item(index);
        match point {
            Point::Own { say } => add(What::OwnPoint(index), 0, at.key("say"), say),
            Point::Topic(topic) => {
                let said = topic.they_said.is_some() || topic.quote.is_some();
                let rank = match (&topic.my_side, needs_topic) {
                    (Some(_), _) => 2,
                    (None, true) => 3,
                    (None, false) if said => 5,
                    (None, false) => 9,
                };
                needs_topic = false;
                // One's own side answers what they said: the two go together.
                let answered = topic.my_side.is_some();
                add(What::Topic(index), rank, at.key("topic"), &topic.topic);
                if let Some(text) = &topic.quote {
                    let rank = if answered { 3 } else { 6 };
                    add(What::Quote(index), rank, at.key("quote"), text);
                }
                if let Some(text) = &topic.they_said {
                    let alone = answered && topic.quote.is_none();
                    let rank = if alone { 2 } else { 7 };
                    add(What::TheySaid(index), rank, at.key("they_said"), text);
                }
                // The last of equal rank goes first: an answer before what it answers.
                if let Some(text) = &topic.my_side {
                    add(What::MySide(index), 2, at.key("my_side"), text);
                }
            }
        }
    }
    let moment = person
        .moment
        .as_ref()
        .map(|text| Fact::new(What::Moment, 3, at.key("moment"), text));
    let told_me = person
        .told_me
        .as_ref()
        .map(|text| Fact::new(What::ToldMe, 3, at.key("told_me"), text));
    let mut main = None;
    for mut fact in moment.into_iter().chain(told_me) {
        // Which of them it is depends on its form, not on its key; mostly one is said.
        if let Some(what) = main.replace(fact.what) {
            fact.rank = 5;
            fact.out = (what == fact.what).then_some(MOMENT);
        }
        facts.push(fact);
    }
    let mut add = |what, rank, path, value| facts.push(Fact::new(what, rank, path, value));
    for (index, end) in person.loose_ends.iter().enumerate() {
        let at = at.key("loose_ends").item(index);
        add(What::LooseEnd(index), 1, at.key("question"), &end.question);
    }
    for (index, text) in person.promised.iter().enumerate() {
        add(
            What::Promised(index),
            3,
            at.key("promised").item(index),
            text,
        );
    }
    facts
}

/// A person's own sentences, by key.
pub(super) fn says(person: &Interviewer) -> impl Iterator<Item = (&'static str, &str)> {
    let say = &person.say;
    [
        ("opening", &say.opening),
        ("moment", &say.moment),
        ("point", &say.point),
        ("loose_end", &say.loose_end),
        ("qualification", &say.qualification),
        ("closing", &say.closing),
        ("sign_off", &say.sign_off),
        ("subject", &say.subject),
    ]
    .into_iter()
    .filter_map(|(key, text)| text.as_deref().map(|text| (key, text)))
}

/// Whoever gets both an email and a card reads each thing once: the moment on the card.
fn share(facts: &mut [Fact<'_>], channel: Channel) {
    let has_moment = facts.iter().any(|fact| fact.what == What::Moment);
    for fact in facts {
        let on_card = match fact.what {
            What::Moment | What::Say("moment") => true,
            What::ToldMe => !has_moment,
            _ => false,
        };
        if on_card != (channel == Channel::Card) && fact.out.is_none() {
            fact.out = Some(ELSEWHERE);
        }
    }
}

/// A card says one moment or point, and one thing more.
fn keep_for_card(facts: &mut [Fact<'_>], things: usize) {
    let mut order: Vec<usize> = (0..facts.len())
        .filter(|&at| facts[at].out.is_none())
        .collect();
    // The moment comes before everything else that is not in one's own words.
    order.sort_by_key(|&at| match facts[at].what {
        What::Say(_) => 0,
        What::Moment => 1,
        What::ToldMe => 2,
        What::OwnPoint(_) => 3,
        What::Topic(_) => 4,
        What::MySide(_) => 5,
        _ => 6,
    });
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
            What::MySide(index) => topic == Some(index),
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

impl<'a> Fact<'a> {
    /// A fact that is in the letter, its words made to fit their place where that is certain.
    fn new(what: What<'a>, rank: u8, path: Path, value: &'a str) -> Self {
        let wanted = match what {
            What::Topic(_) | What::Moment | What::Promised(_) => Some(Form::Thing),
            What::Qualification(_) if !fragment::is_own_sentence(value) => Some(Form::Thing),
            What::TheySaid(_) | What::ToldMe => Some(Form::Clause),
            _ => None,
        };
        let fitted = wanted.map(|wanted| (wanted, fragment::fit(value, wanted)));
        let mut fact = Self {
            what,
            rank,
            path,
            value,
            text: String::new(),
            mended: false,
            out: None,
        };
        match fitted {
            Some((wanted, fitted)) => {
                fact.what = match what {
                    What::Moment if fitted.form == Form::Clause => What::ToldMe,
                    What::ToldMe if fitted.form == Form::Thing => What::Moment,
                    _ => what,
                };
                let unfit = matches!(what, What::TheySaid(_)) && fitted.form != wanted;
                fact.out = unfit.then_some(NO_CLAUSE);
                if matches!(what, What::Qualification(_)) && fragment::is_negative(value) {
                    fact.out = Some(NEGATIVE);
                }
                if matches!(what, What::Topic(_)) && fragment::is_question(value) {
                    fact.out = Some(NO_THING);
                }
                if fitted.doubtful {
                    fact.out = Some(THIRD_PERSON);
                }
                fact.mended = fitted.mended;
                fact.text = fitted.text;
            }
            // What somebody else said stays as it is, to the letter.
            None if matches!(what, What::Quote(_) | What::LooseEnd(_)) => fact.text = fold(value),
            None => fact.text = fragment::own(&fold(value)),
        }
        fact
    }
}

impl Fact<'_> {
    /// Whether a place of the letter is for this fact: to say it, or own sentences instead.
    pub(super) fn has_place(&self) -> bool {
        matches!(self.out, None | Some(OWN))
    }

    /// Whether a value of the notes belongs to this fact.
    pub(super) fn holds(&self, path: &Path) -> bool {
        match self.what {
            What::Topic(_) => {
                let at = self.path.parent();
                path == &at || path == &self.path
            }
            What::LooseEnd(_) => path.steps().starts_with(self.path.parent().steps()),
            // A phrase that joins what was promised says all of the list.
            What::Promised(_) => *path == self.path || *path == self.path.parent(),
            _ => path.steps().starts_with(self.path.steps()),
        }
    }
}

/// What is not in the letter, by rank; `said` tells whether a fact that was chosen is in it.
pub(super) fn left_out(facts: &[Fact<'_>], said: impl Fn(&Fact<'_>) -> bool) -> Vec<LeftOut> {
    let has_moment = facts
        .iter()
        .any(|fact| fact.what == What::Moment && said(fact));
    let mut out: Vec<&Fact<'_>> = facts.iter().collect();
    out.sort_by_key(|fact| fact.rank);
    out.into_iter()
        .filter_map(|fact| {
            let why = match fact.out {
                Some(why) => why,
                None if said(fact) => return None,
                None => NO_PLACE,
            };
            let why = if why == NO_PLACE && fact.what == What::ToldMe && has_moment {
                MOMENT
            } else {
                why
            };
            (why != ELSEWHERE).then(|| LeftOut {
                path: fact.path.clone(),
                value: fact.value.to_owned(),
                why,
            })
        })
        .collect()
}
