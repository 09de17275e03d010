//! The variables of a letter, made from the facts that were chosen for it.

use std::collections::BTreeMap;

use serde::Serialize;

use super::days::Meeting;
use super::facts::{Fact, What, says};
use super::greeting::Name;
use super::words;
use crate::diagnostic::Path;
use crate::language::Language;
use crate::notes::{Channel, Claim, Notes, Point};
use crate::theme::{Context, Value, marks};

/// The variable for whether own sentences can be the whole opening.
pub(super) const OPENS: &str = "say_opening_thanks";
/// The variable for whether own sentences can be the whole closing.
pub(super) const CLOSES: &str = "say_closing_thanks";

/// The variables of one letter, and its items by where they stand in the notes.
pub(super) struct Variables {
    pub(super) context: Context,
    pub(super) items: BTreeMap<String, Item>,
}

/// An item that a phrase can be told about.
pub(super) struct Item {
    pub(super) value: Value,
    /// Its fields, for own sentences.
    pub(super) fields: BTreeMap<&'static str, String>,
    pub(super) path: Path,
    /// Whether own sentences stand for all of it.
    pub(super) replaced: bool,
}

/// What is the same for every letter to one person.
pub(super) struct Person<'a> {
    pub(super) notes: &'a Notes,
    pub(super) place: usize,
    pub(super) meeting: Meeting,
    /// What stands after "Dear".
    pub(super) greeting: String,
    /// The date at the top of a card.
    pub(super) today: jiff::civil::Date,
}

/// The text as typed, on one line: a line break becomes a space, spaces at the ends go.
///
/// Marks of the composer cannot be typed, and are taken out all the same.
pub(super) fn fold(text: &str) -> String {
    let is_break = |c: char| {
        matches!(
            c,
            '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}'
        )
    };
    let clean: String = text.chars().filter(|c| !marks::is_mark(*c)).collect();
    let lines: Vec<&str> = clean
        .split(is_break)
        .map(|line| line.trim_matches(|c: char| c.is_ascii_whitespace()))
        .filter(|line| !line.is_empty())
        .collect();
    lines.join(" ")
}

#[derive(Serialize)]
struct PersonView {
    name: String,
    given_name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    job_title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    hiring_role: Option<crate::notes::HiringRole>,
}

#[derive(Serialize)]
struct SenderView {
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    email: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    phone: Option<String>,
}

#[derive(Serialize)]
struct LooseEndView<'a> {
    direct: bool,
    #[serde(flatten)]
    fields: &'a BTreeMap<&'static str, String>,
}

/// The variables of a letter with the facts that are in it.
pub(super) fn variables(person: &Person<'_>, channel: Channel, facts: &[Fact<'_>]) -> Variables {
    let notes = person.notes;
    let mut context = common(person, channel);
    let mut items = BTreeMap::new();
    let mut points = Vec::new();
    let mut loose_ends = Vec::new();
    let mut qualifications = Vec::new();
    let mut promised = Vec::new();
    let is_in = |what| {
        facts
            .iter()
            .any(|fact| fact.what == what && fact.out.is_none())
    };
    // What own sentences stand for keeps its place, so that they come to stand there.
    for fact in facts.iter().filter(|fact| fact.has_place()) {
        let at = fact.path.parent();
        let replaced = fact.out.is_some();
        match fact.what {
            What::Moment => context.insert("moment", &fold(fact.value)),
            What::ToldMe => context.insert("told_me", &fold(fact.value)),
            What::Promised(_) => promised.push(fold(fact.value)),
            What::OwnPoint(_) => {
                let fields = BTreeMap::from([("say", fold(fact.value))]);
                points.push(item(&mut items, at, fields, None, replaced));
            }
            What::Topic(index) => {
                let Point::Topic(topic) = &notes.interviewers[person.place].discussed_points[index]
                else {
                    continue;
                };
                let mut fields = BTreeMap::from([("topic", fold(&topic.topic))]);
                let they_said = topic
                    .they_said
                    .as_ref()
                    .filter(|_| is_in(What::TheySaid(index)));
                let my_side = topic
                    .my_side
                    .as_ref()
                    .filter(|_| is_in(What::MySide(index)));
                let quote = topic.quote.as_ref().filter(|_| is_in(What::Quote(index)));
                for (key, text) in [
                    ("they_said", they_said),
                    ("quote", quote),
                    ("my_side", my_side),
                ] {
                    fields.extend(text.map(|text| (key, fold(text))));
                }
                points.push(item(&mut items, at, fields, None, replaced));
            }
            What::LooseEnd(index) => {
                let end = &notes.interviewers[person.place].loose_ends[index];
                let question = fold(&end.question);
                let bare = question.trim_end_matches(['"', '”', '\'', '’']);
                let direct = bare.ends_with('?');
                let fields =
                    BTreeMap::from([("question", question), ("answer", fold(&end.answer))]);
                loose_ends.push(item(&mut items, at, fields, Some(direct), replaced));
            }
            What::Qualification(index) => {
                let qualification = &notes.missing_qualifications[index];
                let mut fields = BTreeMap::new();
                match &qualification.what {
                    Claim::Fact {
                        qualification,
                        evidence,
                    } => {
                        fields.insert("qualification", fold(qualification));
                        let evidence = evidence.as_ref().filter(|_| !replaced);
                        fields.extend(evidence.map(|text| ("evidence", fold(text))));
                    }
                    Claim::Own { say } => {
                        fields.insert("say", fold(say));
                    }
                }
                let meets = qualification.meets.as_ref().filter(|_| !replaced);
                fields.extend(meets.map(|text| ("meets", fold(text))));
                let at = fact.path.clone();
                qualifications.push(item(&mut items, at, fields, None, replaced));
            }
            What::Say(_) | What::MySide(_) | What::TheySaid(_) | What::Quote(_) => {}
        }
    }
    let say: BTreeMap<&str, String> = says(&notes.interviewers[person.place])
        .filter(|(key, _)| is_in(What::Say(key)))
        .map(|(key, text)| (key, fold(text)))
        .collect();
    let opens = |text: &String| words::is_opening(text, notes, person.meeting.date);
    let closes = |text: &String| words::is_closing(text, notes);
    context.insert(OPENS, &say.get("opening").is_some_and(opens));
    context.insert(CLOSES, &say.get("closing").is_some_and(closes));
    context.insert("say", &say);
    context.insert("promised", &promised);
    context.insert_value("points", Value::from(points));
    context.insert_value("loose_ends", Value::from(loose_ends));
    context.insert_value("qualifications", Value::from(qualifications));
    Variables { context, items }
}

fn common(person: &Person<'_>, channel: Channel) -> Context {
    let notes = person.notes;
    let interviewer = &notes.interviewers[person.place];
    let language = notes.language;
    let mut context = Context::new();
    context.insert("greeting", &person.greeting);
    context.insert("company", &fold(company(notes)));
    context.insert("role", &role(&fold(&notes.interview.role)));
    context.insert("day", &person.meeting.day());
    context.insert("weekday", person.meeting.weekday());
    context.insert("date", &language.month_and_day(person.meeting.date));
    context.insert("today", &language.month_and_day(person.today));
    context.insert("language", language.tag());
    context.insert("channel", channel.name());
    context.insert("together", &interviewer.together);
    let british = matches!(language, Language::EnGb | Language::EnAu);
    context.insert("british", &british);
    let later = channel == Channel::Card && person.today != person.meeting.date;
    context.insert("later", &later);
    if let Some(format) = notes.interview.format {
        context.insert("format", &format);
    }
    context.insert(
        "person",
        &PersonView {
            name: fold(&interviewer.name),
            given_name: Name::read(&fold(&interviewer.name)).given(),
            job_title: interviewer.job_title.as_deref().map(fold),
            hiring_role: interviewer.hiring_role,
        },
    );
    context.insert(
        "from",
        &SenderView {
            name: fold(&notes.from.name),
            email: notes.from.email.as_deref().map(fold),
            phone: notes.from.phone.as_deref().map(fold),
        },
    );
    context
}

/// The role as it stands before "role" and after "the", which phrases say themselves.
fn role(typed: &str) -> String {
    let mut words: Vec<&str> = typed.split(' ').collect();
    let is = |word: &str, list: &[&str]| list.iter().any(|each| word.eq_ignore_ascii_case(each));
    if words.len() > 1
        && is(words[0], &["the", "a", "an"])
        && words[1].starts_with(char::is_alphabetic)
    {
        words.remove(0);
    }
    let last = words.last().copied().unwrap_or_default();
    if words.len() > 1 && is(last, &["role", "position", "job", "post"]) {
        words.pop();
    }
    words.join(" ")
}

/// The company as it stands in a sentence.
fn company(notes: &Notes) -> &str {
    let interview = &notes.interview;
    interview
        .company_in_text
        .as_deref()
        .unwrap_or(&interview.company)
}

fn item(
    items: &mut BTreeMap<String, Item>,
    path: Path,
    mut fields: BTreeMap<&'static str, String>,
    direct: Option<bool>,
    replaced: bool,
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
    items.insert(
        at,
        Item {
            value: value.clone(),
            fields,
            path,
            replaced,
        },
    );
    value
}
