//! The variables of a letter: those of its occasion, and the facts that were chosen for it.

use std::collections::BTreeMap;

use serde::Serialize;

use super::claim::{self, Telling};
use super::facts::{self, Extent, Fact, What};
use super::fragment;
use super::occasion::Occasion;
use super::reader::Reader;
use super::text::fold;
use super::words;
use crate::diagnostic::Path;
use crate::notes::{HiringRole, Kind};
use crate::theme::{Context, Value};

/// The variable for whether own sentences can be the whole opening.
pub(super) const OPENS: &str = "say_opening_thanks";
/// The variable for whether own sentences can be the whole closing.
pub(super) const CLOSES: &str = "say_closing_thanks";

/// The variables of one letter, and its items by where they stand in the notes.
pub(super) struct Variables {
    pub(super) context: Context,
    pub(super) items: BTreeMap<String, Item>,
    /// Where the notes say a variable that may come from one key or another.
    pub(super) paths: BTreeMap<&'static str, Path>,
}

/// An item that a phrase can be told about.
pub(super) struct Item {
    pub(super) value: Value,
    /// Its fields, for own sentences.
    pub(super) fields: BTreeMap<&'static str, String>,
    pub(super) path: Path,
    /// Where the notes say a topic that stands beside its own.
    pub(super) beside: Option<Path>,
    /// Whether own sentences stand for all of it.
    pub(super) replaced: bool,
    /// The key that the notes have `say` under, where it is another.
    pub(super) typed_as: Option<&'static str>,
}

impl Item {
    /// Whether one's own side of what they said begins with "We": those are seldom the two who talked.
    pub(super) fn is_ours(&self) -> bool {
        let side = self.fields.get("my_side");
        let is_said = ["they_said", "quote"]
            .iter()
            .any(|key| self.fields.contains_key(key));
        is_said && side.is_some_and(|side| side.starts_with("We "))
    }

    /// Whether what they said would pile one "that" on another.
    pub(super) fn is_piling(&self) -> bool {
        let said = self.fields.get("they_said");
        said.is_some_and(|said| said.split(' ').take(4).any(|word| word == "that"))
    }
}

#[derive(Serialize)]
struct LooseEndView<'a> {
    direct: bool,
    #[serde(flatten)]
    fields: &'a BTreeMap<&'static str, String>,
}

impl Variables {
    /// The sentences of a letter that its sender wrote.
    pub(super) fn own_sentences(&self) -> impl Iterator<Item = &str> {
        let keys = ["say", "my_side", "answer", "evidence"];
        let items = self.items.values().filter(|item| !item.replaced);
        let of_items = items.flat_map(move |item| {
            let fields = keys.into_iter().filter_map(|key| item.fields.get(key));
            fields.map(String::as_str)
        });
        let say = self.context.get("say").and_then(Value::as_map);
        let places = say.into_iter().flat_map(|say| say.values());
        of_items.chain(places.filter_map(Value::as_str))
    }
}

/// The variables of a letter with the facts that are in it; `shared` are those of its occasion.
pub(super) fn variables(
    occasion: &Occasion<'_>,
    shared: &Context,
    facts: &[Fact<'_>],
) -> Variables {
    let mut chosen = Chosen {
        context: shared.clone(),
        items: BTreeMap::new(),
        paths: BTreeMap::new(),
        facts,
    };
    let mut lists: [Vec<Value>; 3] = Default::default();
    let mut promised = Vec::new();
    // What own sentences stand for keeps its place, so that they come to stand there.
    for fact in facts.iter().filter(|fact| fact.has_place()) {
        match fact.what {
            What::Moment => {
                chosen.plain("moment", fact);
                let liked = fragment::is_liked(&fact.text);
                chosen.context.insert("moment_liked", &liked);
                let event = fragment::is_event(&fact.text);
                chosen.context.insert("moment_event", &event);
                let doing = fragment::is_reader_doing(&fact.text);
                chosen.context.insert("moment_doing", &doing);
            }
            What::ToldMe => {
                chosen.plain("told_me", fact);
                let plainly = fragment::is_told_plainly(&fact.text);
                chosen.context.insert("told_plainly", &plainly);
            }
            What::Promised(_) => promised.push(fact.text.clone()),
            What::Topic(_) if occasion.kind != Kind::ThankYou => chosen.plain("topic", fact),
            What::OwnPoint(_) => lists[0].push(chosen.own_point(fact)),
            What::Topic(_) if fact.joined => chosen.beside(fact, &mut lists[0]),
            What::Topic(index) => lists[0].push(chosen.point(fact, index)),
            What::LooseEnd(index) => lists[1].extend(chosen.loose_end(occasion, fact, index)),
            What::Qualification(index) => {
                lists[2].push(chosen.qualification(occasion, fact, index));
            }
            What::Say(_) | What::MySide(_) | What::TheySaid(_) | What::Quote(_) => {}
        }
    }
    let say: BTreeMap<&str, &str> = facts
        .iter()
        .filter(|fact| fact.out.is_none())
        .filter_map(|fact| match fact.what {
            What::Say(key) => Some((key, fact.text.as_str())),
            _ => None,
        })
        .collect();
    let notes = occasion.notes;
    let names = |text: &&str| words::names_interview(text, notes, occasion.meeting.date);
    let thanks = |text: &&str| words::thanks(&text.to_lowercase());
    let context = &mut chosen.context;
    context.insert(OPENS, &say.get("opening").is_some_and(thanks));
    let places = |text: &&str| names(text) && !thanks(text);
    let is_placed = say.get("opening").is_some_and(places);
    context.insert("say_opening_also", &is_placed);
    // A day that own sentences speak of may be another one: the letter then gives the date.
    let weekday = crate::language::weekday(occasion.meeting.date).to_lowercase();
    let names_day = |text: &&str| text.to_lowercase().contains(&weekday);
    if is_placed && say.get("opening").is_some_and(names_day) {
        let date = notes.language.month_and_day(occasion.meeting.date);
        context.insert("weekday", &date);
    }
    let closes = |text: &&str| thanks(text) || words::looks_ahead(&text.to_lowercase());
    context.insert(CLOSES, &say.get("closing").is_some_and(closes));
    context.insert("sign_off_thanks", &say.get("sign_off").is_some_and(thanks));
    let role = notes.interview.role.to_lowercase();
    let has_role = |text: &&str| text.to_lowercase().contains(&role);
    context.insert(
        "say_opening_role",
        &say.get("opening").is_some_and(has_role),
    );
    let is_placed = say.get("opening").is_none_or(|text| !thanks(text));
    // Whoever arranged the day is told nothing of the role.
    let coordinator = Some(HiringRole::Coordinator);
    let arranges = occasion
        .interviewer()
        .is_some_and(|who| who.hiring_role == coordinator);
    let is_named = is_placed || arranges || say.values().any(has_role);
    context.insert("role_unnamed", &!is_named);
    context.insert("withdrawn", &facts::is_withdrawn(notes));
    let asked = |text: &str| words::says_asked(&text.to_lowercase());
    let before = ["opening", "moment", "point"].map(|key| say.get(key).copied());
    let of_points = facts.iter().filter(|fact| fact.out.is_none());
    let of_points =
        of_points.filter(|fact| matches!(fact.what, What::OwnPoint(_) | What::MySide(_)));
    let mut before = before
        .into_iter()
        .flatten()
        .chain(of_points.map(|fact| fact.text.as_str()));
    context.insert("asked_before", &before.any(asked));
    context.insert("say", &say);
    if let [only] = promised.as_slice()
        && let Some(whom) = fragment::introduced(only)
    {
        context.insert("introduces", whom);
    }
    context.insert("promised", &promised);
    for (name, list) in ["points", "loose_ends", "qualifications"]
        .into_iter()
        .zip(lists)
    {
        context.insert_value(name, Value::from(list));
    }
    Variables {
        context: chosen.context,
        items: chosen.items,
        paths: chosen.paths,
    }
}

struct Chosen<'f, 'n> {
    context: Context,
    items: BTreeMap<String, Item>,
    paths: BTreeMap<&'static str, Path>,
    facts: &'f [Fact<'n>],
}

impl Chosen<'_, '_> {
    /// A fact that is a variable of its own.
    fn plain(&mut self, name: &'static str, fact: &Fact<'_>) {
        self.context.insert(name, &fact.text);
        self.paths.insert(name, fact.path.clone());
    }

    fn own_point(&mut self, fact: &Fact<'_>) -> Value {
        let fields = BTreeMap::from([("say", fact.text.clone())]);
        self.item(fact, fact.path.parent(), fields, None)
    }

    fn point(&mut self, fact: &Fact<'_>, index: usize) -> Value {
        let mut fields = BTreeMap::from([("topic", fact.text.clone())]);
        weigh(&mut fields, &fact.text);
        if fragment::winds(&fact.text) {
            fields.insert("winds", "yes".to_owned());
        }
        let more = [
            ("they_said", What::TheySaid(index)),
            ("quote", What::Quote(index)),
            ("my_side", What::MySide(index)),
        ];
        for (key, what) in more {
            let found = self.facts.iter().find(|fact| fact.what == what);
            let found = found.filter(|fact| fact.out.is_none());
            fields.extend(found.map(|fact| (key, fact.text.clone())));
        }
        if fields
            .get("my_side")
            .is_some_and(|own| fragment::is_own_sentence(own))
        {
            fields.insert("mine", "yes".to_owned());
        }
        let is_said = fields.contains_key("they_said") || fields.contains_key("quote");
        let names = |own: &String| fragment::names_topic(own, &fact.text);
        if !is_said && fields.get("my_side").is_some_and(names) {
            fields.insert("alone", "yes".to_owned());
        }
        self.item(fact, fact.path.parent(), fields, None)
    }

    /// A bare topic that stands in the sentence of the one before it, or alone without that.
    fn beside(&mut self, fact: &Fact<'_>, points: &mut Vec<Value>) {
        let before =
            self.facts.iter().rev().find(|each| {
                matches!(each.what, What::Topic(_)) && each.out.is_none() && !each.joined
            });
        let text = match before {
            Some(before) => format!("{} and {}", before.text, fact.text),
            None => fact.text.clone(),
        };
        let place = before.unwrap_or(fact);
        let mut fields = BTreeMap::new();
        weigh(&mut fields, &text);
        fields.insert("topic", text);
        let value = self.item(place, place.path.parent(), fields, None);
        let at = place.path.parent().to_string();
        let said = points.iter_mut().find(|each| {
            let found = each
                .as_map()
                .and_then(|map| map.get(&"at".to_owned().into()));
            found.and_then(Value::as_str) == Some(&at)
        });
        match said {
            Some(said) => *said = value,
            None => points.push(value),
        }
        if let Some(item) = self.items.get_mut(&at) {
            item.beside = Some(fact.path.clone());
        }
    }

    fn loose_end(
        &mut self,
        occasion: &Occasion<'_>,
        fact: &Fact<'_>,
        index: usize,
    ) -> Option<Value> {
        let end = occasion.interviewer()?.loose_ends.get(index)?;
        let bare = fact.text.trim_end_matches(['"', '”', '\'', '’']);
        let direct = bare.ends_with('?');
        let answer = fragment::own(&fold(&end.answer));
        let mut fields = BTreeMap::from([("question", fact.text.clone())]);
        if fragment::is_bare_answer(&answer) {
            fields.insert("bare", "yes".to_owned());
        }
        fields.insert("answer", answer);
        Some(self.item(fact, fact.path.parent(), fields, Some(direct)))
    }

    fn qualification(&mut self, occasion: &Occasion<'_>, fact: &Fact<'_>, index: usize) -> Value {
        let replaced = fact.out.is_some();
        let qualification = &occasion.notes.missing_qualifications[index];
        let mut fields = BTreeMap::new();
        let mut typed = None;
        match claim::telling(qualification, &fact.text) {
            Telling::Own(text, typed_as) => {
                if claim::needs_lead(&text) {
                    fields.insert("lead", "yes".to_owned());
                }
                fields.insert("say", text);
                typed = Some(typed_as);
            }
            Telling::Thing(evidence) => {
                let thing = if let Some(known) = fragment::knowledge(&fact.text) {
                    known
                } else if fragment::is_had(&fact.text) {
                    fact.text.clone()
                } else {
                    fields.insert("done", "yes".to_owned());
                    fragment::as_mine(&fact.text)
                };
                fields.insert("qualification", thing);
                let evidence = evidence.filter(|_| !replaced && fact.extent == Extent::Whole);
                fields.extend(evidence.map(|text| ("evidence", text)));
            }
        }
        let has_room = !replaced && fact.extent != Extent::Bare;
        let need = has_room.then(|| claim::need(qualification)).flatten();
        let reader = || Reader::of(occasion.recipient, occasion.notes);
        if let Some(need) = need.and_then(|need| reader().said_or(need)) {
            let link = if fragment::is_doing(&need) {
                "in"
            } else {
                "with"
            };
            // Behind several sentences "that" would mean the last of them.
            if fields
                .get("evidence")
                .is_some_and(|own| fragment::can_follow(own))
            {
                fields.insert("evidence_last", "yes".to_owned());
            }
            if fragment::is_requirement(&need) {
                fields.insert("required", "yes".to_owned());
            }
            fields.insert("in_or_with", link.to_owned());
            fields.insert("meets", need);
        }
        let value = self.item(fact, fact.path.clone(), fields, None);
        if let Some(item) = self.items.get_mut(&fact.path.to_string()) {
            item.typed_as = typed;
        }
        value
    }

    fn item(
        &mut self,
        fact: &Fact<'_>,
        path: Path,
        mut fields: BTreeMap<&'static str, String>,
        direct: Option<bool>,
    ) -> Value {
        let at = path.to_string();
        fields.insert("at", at.clone());
        let value = match direct {
            Some(direct) => Value::from_serializable(&LooseEndView {
                direct,
                fields: &fields,
            }),
            None => Value::from_serializable(&fields),
        };
        self.items.insert(
            at,
            Item {
                value: value.clone(),
                fields,
                path,
                beside: None,
                replaced: fact.out.is_some(),
                typed_as: None,
            },
        );
        value
    }
}

/// Says of a topic whether it is grave, and whether one is glad of it at all.
fn weigh(fields: &mut BTreeMap<&'static str, String>, topic: &str) {
    if fragment::is_grave(topic) {
        fields.insert("grave", "yes".to_owned());
    }
    if fragment::is_sober(topic) {
        fields.insert("sober", "yes".to_owned());
    }
}
