//! The variables of a debrief and of a worksheet: the interview as a whole, and everybody met.

use jiff::civil::Date;
use serde::Serialize;

use super::fragment::{Form, fit, is_of_home, own};
use super::greeting::Name;
use super::occasion::{Occasion, days_of};
use super::reader::{Addressed, Reader};
use super::text::fold;
use super::words::is_common;
use crate::diagnostic::Path;
use crate::followup::Recipient;
use crate::language::weekday;
use crate::notes::{Debrief, Interviewer, Kind, Notes, Point};
use crate::theme::Context;

#[derive(Serialize)]
struct InterviewView {
    #[serde(skip_serializing_if = "Option::is_none")]
    minutes: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    lasted: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    round: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    time: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    weekday: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<String>,
    responsibilities: Vec<String>,
    looking_for: Vec<String>,
    next_steps: Vec<StepView>,
    steps_said: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ask_again_after: Option<String>,
}

#[derive(Serialize)]
struct StepView {
    #[serde(skip_serializing_if = "Option::is_none")]
    said: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    by: Option<String>,
}

#[derive(Serialize)]
struct MetView {
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    job_title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    email: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    private: Option<String>,
    /// The day, where people were met on several.
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<String>,
    topics: Vec<String>,
}

#[derive(Serialize)]
struct RecruiterView {
    name: String,
}

#[derive(Serialize)]
struct DebriefView {
    #[serde(skip_serializing_if = "Option::is_none")]
    went: Option<String>,
    learned: Vec<String>,
    liked: Vec<String>,
    disliked: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    meets_expectations: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fits_goals: Option<String>,
    questions: Vec<String>,
    hesitations: Vec<String>,
    unusual_questions: Vec<AskedView>,
}

#[derive(Serialize)]
struct AskedView {
    question: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    answer: Option<String>,
}

/// Adds what the templates of a debrief and of a worksheet may say.
///
/// What is for oneself alone, `private` and `disliked`, is there only where oneself is the reader.
pub(super) fn variables(occasion: &Occasion<'_>, context: &mut Context) {
    let notes = occasion.notes;
    let is_own = occasion.recipient == Recipient::Yourself && occasion.kind == Kind::Debrief;
    let reader = Reader::of(occasion.recipient, notes);
    let several = days_of(notes).len() > 1;
    context.insert("interview", &interview(notes, &reader, several));
    let people = notes.interviewers.iter();
    let people: Vec<MetView> = people
        .map(|person| met(person, notes, is_own, several))
        .collect();
    context.insert("people", &people);
    if let Some(recruiter) = &notes.recruiter {
        let name = fold(&recruiter.name);
        context.insert("recruiter", &RecruiterView { name });
    }
    if let Some(each) = notes
        .debrief
        .as_ref()
        .filter(|_| occasion.kind == Kind::Debrief)
    {
        context.insert("debrief", &debrief(each, notes, &reader, is_own));
    }
}

/// The interview as a whole; `several` says that people were met on several days.
fn interview(notes: &Notes, reader: &Reader, several: bool) -> InterviewView {
    let interview = &notes.interview;
    let day = |date: Date| format!("{}, {}", weekday(date), notes.language.month_and_day(date));
    // Notes for a worksheet may have no day yet.
    let date = Some(interview.date).filter(|date| *date != Date::ZERO);
    InterviewView {
        minutes: interview.minutes,
        lasted: interview.minutes.map(|minutes| match date {
            Some(date) if several => {
                let day = notes.language.month_and_day(date);
                format!("{} on {day}", lasted(minutes))
            }
            _ => lasted(minutes),
        }),
        round: interview.round,
        place: interview.place.as_deref().map(fold),
        time: interview.time.map(|time| notes.language.time(time)),
        weekday: date.map(weekday),
        date: date.map(|date| notes.language.month_and_day(date)),
        responsibilities: all(&interview.responsibilities),
        looking_for: all(&interview.looking_for),
        next_steps: interview
            .next_steps
            .iter()
            .map(|step| StepView {
                said: step
                    .said
                    .as_deref()
                    .and_then(|said| reader.said_or(of_them(&fold(said)))),
                by: step.by.map(day),
            })
            .collect(),
        steps_said: interview
            .next_steps
            .iter()
            .filter_map(|step| reader.said_or(of_them(&fold(step.said.as_deref()?))))
            .collect(),
        ask_again_after: interview.ask_again_after.map(day),
    }
}

/// What somebody said to the writer of the notes (`you would decide soon`), told to somebody else.
pub(super) fn of_them(said: &str) -> String {
    let words: Vec<String> = said
        .split(' ')
        .map(|word| {
            let bare = word.trim_matches(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’');
            let them = match bare.replace('’', "'").to_lowercase().as_str() {
                "you" => "they",
                "your" => "their",
                "you'd" => "they'd",
                "you'll" => "they'll",
                "you're" => "they're",
                "you've" => "they've",
                _ => return word.to_owned(),
            };
            word.replacen(bare, them, 1)
        })
        .collect();
    words.join(" ")
}

/// A length of time as people say it: `95 minutes`, `three hours`, `a little over four hours`.
fn lasted(minutes: u32) -> String {
    let (hours, rest) = (minutes / 60, minutes % 60);
    let in_words = |hours: u32| match hours {
        2 => "two".to_owned(),
        3 => "three".to_owned(),
        4 => "four".to_owned(),
        5 => "five".to_owned(),
        6 => "six".to_owned(),
        7 => "seven".to_owned(),
        8 => "eight".to_owned(),
        9 => "nine".to_owned(),
        10 => "ten".to_owned(),
        more => more.to_string(),
    };
    let (these, next) = (in_words(hours), in_words(hours + 1));
    match (hours, rest) {
        (0, 1) => "1 minute".to_owned(),
        (0 | 1, _) => format!("{minutes} minutes"),
        (_, 0) => format!("{these} hours"),
        (_, 1..20) => format!("a little over {these} hours"),
        (_, 20..40) => format!("about {these} and a half hours"),
        (_, 40..55) => format!("a little under {next} hours"),
        _ => format!("almost {next} hours"),
    }
}

fn met(person: &Interviewer, notes: &Notes, is_own: bool, several: bool) -> MetView {
    let topic = |point: &Point| match point {
        Point::Topic(topic) => Some(fit(&topic.topic, Form::Thing).text),
        Point::Own { .. } => None,
    };
    let date = person.date.unwrap_or(notes.interview.date);
    let date = Some(date).filter(|date| several && *date != Date::ZERO);
    MetView {
        date: date.map(|date| notes.language.month_and_day(date)),
        name: fold(&person.name),
        job_title: person.job_title.as_deref().map(fold),
        email: person.email.as_deref().map(fold),
        private: person.private.as_deref().filter(|_| is_own).map(fold),
        topics: person.discussed_points.iter().filter_map(topic).collect(),
    }
}

/// The word by which a question would hint at what the notes on a person keep private, and whose
/// notes they are: a name, or a word of five letters and more that says something.
fn hinted(question: &str, notes: &Notes) -> Option<(String, String)> {
    let words = |text: &str| -> Vec<(String, bool)> {
        let of = text.split(|c: char| !c.is_alphanumeric());
        of.filter(|word| !word.is_empty())
            .enumerate()
            .map(|(at, word)| {
                let name = at > 0 && word.len() > 2 && word.starts_with(char::is_uppercase);
                (word.to_lowercase(), name)
            })
            .collect()
    };
    let asked = words(question);
    notes.interviewers.iter().find_map(|person| {
        let private = words(person.private.as_deref()?);
        let name = Name::read(&fold(&person.name));
        let names = [name.given(), name.surname()].map(|name| (name.to_lowercase(), true));
        let given = name.given().to_lowercase();
        // `Leo` is Leopold.
        let short = asked
            .iter()
            .filter(|(word, is_name)| *is_name && word.len() > 2 && given.starts_with(word));
        let short: Vec<(String, bool)> = short.cloned().collect();
        let mut private = private.into_iter().chain(names).chain(short);
        let found = private.find(|(word, name)| {
            let tells = *name || word.chars().count() > 4 && !is_common(word);
            tells && asked.iter().any(|(each, _)| each == word)
        });
        found.map(|(word, _)| (word, fold(&person.name)))
    })
}

/// Why a question or a hesitation is for oneself alone, and the word of it that tells so.
pub(super) enum Personal {
    /// It would hint at what the notes on a person keep private.
    Hints(String, String),
    /// It speaks of the sender's home, in a letter that may be forwarded.
    OfHome(String),
}

/// Why a question or a hesitation is not for the recruiter; `None` where it is.
pub(super) fn personal(text: &str, notes: &Notes) -> Option<Personal> {
    let hints = hinted(text, notes).map(|(word, name)| Personal::Hints(word, name));
    hints.or_else(|| is_of_home(text).map(Personal::OfHome))
}

/// What a debrief for somebody else leaves out, since it speaks of its reader by name.
pub(super) fn unsaid(notes: &Notes, recipient: Recipient) -> Vec<Path> {
    let reader = Reader::of(recipient, notes);
    let mut unsaid = Vec::new();
    let mut judge = |path: Path, text: &str| {
        if reader.said(&fold(text)) == Addressed::Unsure {
            unsaid.push(path);
        }
    };
    let steps = Path::root().key("interview").key("next_steps");
    for (at, step) in notes.interview.next_steps.iter().enumerate() {
        if let Some(said) = &step.said {
            judge(steps.item(at).key("said"), &of_them(said));
        }
    }
    let Some(debrief) = &notes.debrief else {
        return unsaid;
    };
    let path = Path::root().key("debrief");
    for (key, texts) in [
        ("learned", &debrief.learned),
        ("liked", &debrief.liked),
        ("questions", &debrief.questions),
        ("hesitations", &debrief.hesitations),
    ] {
        for (at, text) in texts.iter().enumerate() {
            judge(path.key(key).item(at), text);
        }
    }
    for (key, text) in [
        ("went", &debrief.went),
        ("meets_expectations", &debrief.meets_expectations),
        ("fits_goals", &debrief.fits_goals),
    ] {
        if let Some(text) = text {
            judge(path.key(key), text);
        }
    }
    unsaid
}

fn debrief(debrief: &Debrief, notes: &Notes, reader: &Reader, is_own: bool) -> DebriefView {
    let one = |text: &Option<String>| {
        let text = text.as_deref().map(|text| own(&fold(text)));
        text.and_then(|text| reader.said_or(text))
    };
    let all = |texts: &[String]| -> Vec<String> {
        let texts = all(texts).into_iter();
        texts.filter_map(|text| reader.said_or(text)).collect()
    };
    // What hints at something private is for oneself alone.
    let shown = |texts: &[String]| -> Vec<String> {
        let mut texts = all(texts);
        texts.retain(|text| is_own || personal(text, notes).is_none());
        texts
    };
    DebriefView {
        went: one(&debrief.went),
        learned: all(&debrief.learned),
        liked: all(&debrief.liked),
        disliked: if is_own {
            all(&debrief.disliked)
        } else {
            Vec::new()
        },
        meets_expectations: one(&debrief.meets_expectations),
        fits_goals: one(&debrief.fits_goals),
        questions: shown(&debrief.questions).into_iter().map(asked).collect(),
        hesitations: shown(&debrief.hesitations),
        unusual_questions: debrief
            .unusual_questions
            .iter()
            .map(|each| AskedView {
                question: fold(&each.question),
                answer: one(&each.answer),
            })
            .collect(),
    }
}

/// A question with its mark.
fn asked(text: String) -> String {
    if text.ends_with(|c: char| c.is_alphanumeric()) {
        text + "?"
    } else {
        text
    }
}

fn all(texts: &[String]) -> Vec<String> {
    texts.iter().map(|text| own(&fold(text))).collect()
}
