//! What the notes hold for one letter, in the order of its worth.

use super::LeftOut;
use super::addressed::{address, name_place, say_who};
use super::fragment::{self, Form};
use super::qualifications::{self, MOST, Told, Why};
use super::reader::Reader;
use super::reasons::{
    ANYBODY, BEFORE, ELSEWHERE, MOMENT, NEGATIVE, NO_CLAUSE, NO_OBJECT, NO_PLACE, NO_THING, OWN,
    QUALIFICATIONS, THIRD_PERSON,
};
use super::selection::{
    give_way, join_bare_topics, keep_few_points, keep_for_card, part_sayings, share,
    spare_bare_topics, spare_open_answers, spare_sayings, spare_unfit_topics, unfit,
};
use super::text::fold;
use super::words;
use super::workplace;
use crate::diagnostic::Path;
use crate::followup::Recipient;
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
    /// Whether the sender's own subject is about it, so that no letter goes without it.
    pub(super) kept: bool,
    /// Whether it is a bare topic that stands in the sentence of the one before it.
    pub(super) joined: bool,
    /// How much of it there is room for, where it is a qualification.
    pub(super) extent: Extent,
    /// Why it is not in the letter; `None` while it is.
    pub(super) out: Option<&'static str>,
}

/// How much of a qualification a letter has room for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Extent {
    Whole,
    /// Without the evidence.
    Unproved,
    /// Without the evidence and the need.
    Bare,
}

impl Extent {
    /// The keys of the notes of which a letter says nothing.
    pub(super) fn unsaid(self) -> &'static [&'static str] {
        match self {
            Self::Whole => &[],
            Self::Unproved => &["evidence"],
            Self::Bare => &["evidence", "meets"],
        }
    }
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
    let reader = Reader::of(Recipient::Interviewer(place), notes);
    address(&mut facts, &reader);
    name_place(&mut facts, &workplace::in_place(notes));
    say_who(&mut facts);
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
        let qualification = &notes.missing_qualifications[each.qualification];
        let rank = match (count, &qualification.meets) {
            // Said to be for this person, it is worth more than an ornament.
            (1, Some(_)) if each.why == Why::Tell => 2,
            (1, Some(need)) if qualifications::is_asked_for(notes, need) => 2,
            (1, Some(_)) => 3,
            (1, None) if each.why == Why::Tell => 3,
            (1, None) => 4,
            _ => 5,
        };
        let mut fact = Fact::new(what, rank, path, value);
        let is_proved = match &notes.missing_qualifications[each.qualification].what {
            Claim::Fact { evidence, .. } => evidence.is_some() || fragment::is_own_sentence(value),
            Claim::Own { .. } => true,
        };
        address(std::slice::from_mut(&mut fact), &reader);
        if count > most || count > 1 && !is_proved {
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
    spare_unfit_topics(&mut facts, person.private.as_deref());
    spare_open_answers(&mut facts);
    if channel == Channel::Email {
        keep_few_points(&mut facts);
        spare_sayings(&mut facts);
        part_sayings(&mut facts);
        spare_bare_topics(&mut facts);
        join_bare_topics(&mut facts);
    }
    facts
}

/// The one thing that a later letter to a person may come back to: own sentences about the moment,
/// the moment, the first topic, or the topic before the moment.
pub(super) fn remembered<'a>(notes: &'a Notes, place: usize, topic_first: bool) -> Vec<Fact<'a>> {
    let person = &notes.interviewers[place];
    let recipient = Recipient::Interviewer(place);
    let at = &recipient.path();
    let mut facts = person_facts(person, at);
    address(&mut facts, &Reader::of(recipient, notes));
    let wanted = |fact: &Fact<'_>| match fact.what {
        What::Say("moment") => 0,
        What::Topic(_) if topic_first => 1,
        What::Moment => 2,
        What::Topic(_) => 3,
        _ => 4,
    };
    let private = person.private.as_deref();
    let sides = facts.iter().filter_map(|fact| match fact.what {
        What::MySide(topic) => Some(topic),
        _ => None,
    });
    let answered: Vec<usize> = sides.collect();
    let is_fit = |fact: &Fact<'_>| {
        let What::Topic(topic) = fact.what else {
            return true;
        };
        // What the sender has something to say about is no secret.
        let private = private.filter(|_| !answered.contains(&topic));
        unfit(&fact.text, private).is_none() && !fragment::is_terms(&fact.text)
    };
    facts.retain(|fact| wanted(fact) < 4 && fact.out.is_none() && is_fit(fact));
    facts.sort_by_key(wanted);
    facts.truncate(1);
    facts.extend(sign_off(person, at));
    keep_for_thanks(&mut facts);
    facts
}

/// A person's own sentences for some places of a letter.
fn own<'a>(
    person: &'a Interviewer,
    at: &Path,
    places: &'static [&'static str],
) -> impl Iterator<Item = Fact<'a>> {
    says(person)
        .filter(|(key, _)| places.contains(key))
        .map(|(key, text)| Fact::new(What::Say(key), 0, at.key("say").key(key), text))
}

/// The words above the signature, which hold for every letter to a person.
fn sign_off<'a>(person: &'a Interviewer, at: &Path) -> impl Iterator<Item = Fact<'a>> {
    own(person, at, &["sign_off"])
}

/// The facts of a letter that says nothing but what its kind has.
pub(super) fn plain<'a>(person: &'a Interviewer, at: &Path) -> Vec<Fact<'a>> {
    let mut facts: Vec<Fact<'_>> = sign_off(person, at).collect();
    keep_for_thanks(&mut facts);
    facts
}

/// The facts of a letter to whoever arranged the day: what the sender says to them word for word.
pub(super) fn of_coordinator<'a>(person: &'a Interviewer, at: &Path) -> Vec<Fact<'a>> {
    own(person, at, &["opening", "moment", "sign_off"]).collect()
}

/// Leaves own sentences out of a later letter that were typed before something was known.
fn keep_for_thanks(facts: &mut [Fact<'_>]) {
    for fact in facts {
        let is_own = matches!(fact.what, What::Say(_));
        if is_own && words::is_before(&fact.text.to_lowercase()) {
            fact.out = Some(BEFORE);
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
    // What the sender's own subject is about comes first.
    let subject = person.say.subject.as_deref().unwrap_or_default();
    let echoed = person
        .discussed_points
        .iter()
        .position(|point| match point {
            Point::Own { say } => fragment::echoes(subject, say),
            Point::Topic(topic) => [
                Some(&topic.topic),
                topic.they_said.as_ref(),
                topic.quote.as_ref(),
                topic.my_side.as_ref(),
            ]
            .into_iter()
            .flatten()
            .any(|text| fragment::echoes(subject, text)),
        });
    let mut points: Vec<(usize, &Point)> = person.discussed_points.iter().enumerate().collect();
    points.sort_by_key(|(index, _)| Some(*index) != echoed);
    let mut answers = 0;
    for (index, point) in points {
        let at = at.key("discussed_points").item(index);
        match point {
            Point::Own { say } => add(What::OwnPoint(index), 1, at.key("say"), say),
            Point::Topic(topic) => {
                let said = topic.they_said.is_some() || topic.quote.is_some();
                let rank = match (&topic.my_side, needs_topic) {
                    (Some(_), _) if answers == 0 => 2,
                    (Some(_), _) => 4,
                    (None, true) => 3,
                    (None, false) if said => 5,
                    (None, false) => 9,
                };
                needs_topic = false;
                // One's own side answers what they said: the two go together.
                let answered = topic.my_side.is_some();
                answers += usize::from(answered);
                add(What::Topic(index), rank, at.key("topic"), &topic.topic);
                if let Some(text) = &topic.quote {
                    let rank = if answered { rank.max(3) } else { 6 };
                    add(What::Quote(index), rank, at.key("quote"), text);
                }
                if let Some(text) = &topic.they_said {
                    let alone = answered && topic.quote.is_none();
                    let rank = if alone { rank } else { 7 };
                    add(What::TheySaid(index), rank, at.key("they_said"), text);
                }
                // The last of equal rank goes first: an answer before what it answers.
                if let Some(text) = &topic.my_side {
                    add(What::MySide(index), rank, at.key("my_side"), text);
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
        // A second answer is worth less than a qualification that they need.
        let rank = if index == 0 { 1 } else { 4 };
        add(
            What::LooseEnd(index),
            rank,
            at.key("question"),
            &end.question,
        );
    }
    for fact in &mut facts {
        let of_point = match fact.what {
            What::OwnPoint(index)
            | What::Topic(index)
            | What::TheySaid(index)
            | What::Quote(index)
            | What::MySide(index) => Some(index) == echoed,
            What::Moment | What::ToldMe => fragment::echoes(subject, fact.value),
            _ => false,
        };
        if of_point {
            fact.kept = true;
            fact.rank = fact.rank.min(1);
        }
    }
    let mut add = |what, rank, path, value| facts.push(Fact::new(what, rank, path, value));
    for (index, text) in person.promised.iter().enumerate() {
        // What was promised is the last that may go.
        let at = at.key("promised").item(index);
        add(What::Promised(index), 0, at, text);
    }
    facts
}

/// Whether own sentences to anybody say that the sender no longer wants the job: then no letter of
/// the file says that they would like it.
pub(crate) fn is_withdrawn(notes: &Notes) -> bool {
    let people = notes.interviewers.iter();
    let mut texts = people.flat_map(|who| says(who).map(|(_, text)| text));
    texts.any(|text| words::withdraws(&text.to_lowercase()))
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

impl<'a> Fact<'a> {
    /// A fact that is in the letter, its words made to fit their place where that is certain.
    fn new(what: What<'a>, rank: u8, path: Path, value: &'a str) -> Self {
        let wanted = match what {
            What::Topic(_) | What::Moment | What::Promised(_) => Some(Form::Thing),
            What::Qualification(_) if !fragment::is_own_sentence(value) => Some(Form::Thing),
            What::TheySaid(_) | What::ToldMe => Some(Form::Clause),
            _ => None,
        };
        // `I'd send the pinout` is the pinout.
        let value_said = match what {
            What::Promised(_) => fragment::sent(value),
            _ => value,
        };
        let fitted = wanted.map(|wanted| (wanted, fragment::fit(value_said, wanted)));
        let mut fact = Self {
            what,
            rank,
            path,
            value,
            text: String::new(),
            mended: false,
            kept: false,
            joined: false,
            extent: Extent::Whole,
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
                if matches!(what, What::TheySaid(_)) && fragment::is_of_anybody(value) {
                    fact.out = Some(ANYBODY);
                }
                if matches!(what, What::Qualification(_)) && fragment::is_negative(value) {
                    fact.out = Some(NEGATIVE);
                }
                if matches!(what, What::Topic(_)) && fragment::is_question(value) {
                    fact.out = Some(NO_THING);
                }
                if matches!(what, What::Promised(_)) && fragment::is_no_object(value_said) {
                    fact.out = Some(NO_OBJECT);
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
