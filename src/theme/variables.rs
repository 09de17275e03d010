//! The variables a template can use: the one list that checks and documentation are made from.

use super::scan::Use;

/// A variable of a letter's templates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Variable {
    /// The dotted path, such as `person.name`.
    pub name: &'static str,
    /// What it holds, and in which form.
    pub says: &'static str,
    /// Where the notes say it; `None` where it is worked out or is a list whose items know.
    ///
    /// `@` stands for the recipient; of several paths the first that the notes fill counts.
    pub from: &'static [&'static str],
}

const fn variable(
    name: &'static str,
    from: &'static [&'static str],
    says: &'static str,
) -> Variable {
    Variable { name, says, from }
}

/// Every variable of a letter. `points.topic` is a field of each item of the list `points`; inside
/// a phrase the item is bound by the name that `ITEMS` gives for its list.
pub const VARIABLES: &[Variable] = &[
    variable(
        "greeting",
        &["@.greeting", "@.name"],
        "what stands after `Dear`: `Dr. O'Neill-Vásquez`, `Amara`",
    ),
    variable(
        "company",
        &["interview.company_in_text", "interview.company"],
        "the company as it stands in a sentence, with its article if it has one",
    ),
    variable(
        "at_company",
        &["interview.company_in_text", "interview.company"],
        "the same after `work`: `at Northwind`, `for the county`",
    ),
    variable(
        "role",
        &["interview.role"],
        "the role, such as `Senior Controls Engineer`",
    ),
    variable(
        "the_role",
        &["interview.role"],
        "the role with its noun: `the Night Porter role`, `the role of Lecturer in the History of Science`",
    ),
    variable(
        "the_position",
        &["interview.role"],
        "the same with `position`",
    ),
    variable(
        "day",
        &["@.date", "interview.date"],
        "the day of the meeting for a text that follows `on`: `Wednesday afternoon`",
    ),
    variable(
        "weekday",
        &["@.date", "interview.date"],
        "the weekday of the meeting: `Wednesday`",
    ),
    variable(
        "date",
        &["@.date", "interview.date"],
        "the day of the meeting: `November 18` or `18 November`",
    ),
    variable(
        "dates",
        &["@.date", "interview.date"],
        "all days of meeting, in letters to the recruiter and those that speak of everybody: `November 11 and 18`; else as `date`",
    ),
    variable(
        "days",
        &["@.date", "interview.date"],
        "as `day` where `dates` are one, else as `dates`",
    ),
    variable(
        "interviews",
        &[],
        "`interview`, or `interviews` where `dates` are several",
    ),
    variable(
        "month",
        &["@.date", "interview.date"],
        "the month of the meeting: `November`",
    ),
    variable("today", &[], "the date at the top of a card: `November 18`"),
    variable("kind", &[], "the kind of letter, such as `thank-you`"),
    variable(
        "language",
        &["language"],
        "the tag of the letter's language: `en-GB`",
    ),
    variable("channel", &[], "`email`, `card`, `phone` or `page`"),
    variable(
        "to_recruiter",
        &[],
        "whether the letter goes to the recruiter",
    ),
    variable(
        "references_known",
        &["interview.next_steps"],
        "whether what they said comes next speaks of references; check-in only; may be missing",
    ),
    variable(
        "inside",
        &["from.email", "@.email"],
        "whether the sender works where the reader does, by the domains of their addresses",
    ),
    variable(
        "together",
        &["@.together"],
        "whether the person was met in one room with others",
    ),
    variable(
        "british",
        &["language"],
        "whether words are those of Britain and Australia",
    ),
    variable(
        "formal",
        &["@.greeting", "@.name"],
        "whether the reader is greeted by a title or, with `first_names: false`, by the whole name",
    ),
    variable(
        "considers",
        &["@.hiring_role"],
        "whether the reader may have a say: no peer, and no coordinator",
    ),
    variable(
        "coordinates",
        &["@.hiring_role"],
        "whether the reader arranged the day",
    ),
    variable(
        "conversed",
        &["@.discussed_points"],
        "whether the notes have anything that was talked about, and it was no whole day",
    ),
    variable(
        "whole_day",
        &["interview.minutes"],
        "whether the meeting took three hours and more for each of the people met",
    ),
    variable(
        "others",
        &["interviewers"],
        "who else was there where several people were met at once: one name, or `the others`; may be missing",
    ),
    variable(
        "several",
        &["interviewers"],
        "whether more than one person was met",
    ),
    variable(
        "asked_before",
        &[],
        "whether own sentences tell of a question before the loose ends; thank-you only",
    ),
    variable(
        "later",
        &[],
        "whether a card carries another date than the day of the meeting",
    ),
    variable(
        "format",
        &["interview.format"],
        "`onsite`, `video` or `phone`; may be missing",
    ),
    variable(
        "outcome",
        &["interview.outcome"],
        "`pending`, `offer`, `accepted`, `declined`, `no-offer` or `withdrawn`",
    ),
    variable("person.name", &["@.name"], "the recipient's name as typed"),
    variable(
        "person.given_name",
        &["@.name"],
        "the given name, or the whole name where it cannot be known",
    ),
    variable(
        "person.job_title",
        &["@.job_title"],
        "the job title; may be missing",
    ),
    variable(
        "person.hiring_role",
        &["@.hiring_role"],
        "the part in hiring, such as `supervisor`; may be missing",
    ),
    variable("from.name", &["from.name"], "the sender's name"),
    variable(
        "from.email",
        &["from.email"],
        "the sender's address; may be missing",
    ),
    variable(
        "from.phone",
        &["from.phone"],
        "the sender's telephone number; may be missing",
    ),
    variable(
        "moment",
        &["@.moment"],
        "a noun phrase, or a clause after `how`; may be missing",
    ),
    variable(
        "moment_liked",
        &[],
        "whether the moment is a small thing or a way of doing, which one can say that one liked; may be missing",
    ),
    variable(
        "moment_event",
        &[],
        "whether the moment is something that happened elsewhere, of which the sender only heard; may be missing",
    ),
    variable(
        "moment_doing",
        &[],
        "whether the moment is what the reader was doing (`you mending a glove`), which goes after a verb; may be missing",
    ),
    variable("told_me", &["@.told_me"], "a clause; may be missing"),
    variable(
        "told_plainly",
        &[],
        "whether nobody would be glad of what they told, or would say that they will remember it; may be missing",
    ),
    variable(
        "topic",
        &[],
        "the first topic, where a later letter speaks of one; may be missing",
    ),
    variable(
        "promised",
        &["@.promised"],
        "a list of noun phrases; may be empty",
    ),
    variable(
        "introduces",
        &["@.promised"],
        "whom an introduction is to, where that alone was promised; may be missing",
    ),
    variable(
        "steps_known",
        &["interview.next_steps"],
        "whether they said what happens next, so that nobody asks when they decide; check-in only; may be missing",
    ),
    variable(
        "said",
        &["interview.next_steps"],
        "what they said happens next, a clause; check-in only; may be missing",
    ),
    variable(
        "names",
        &[],
        "the people a letter is about, as they are called: covering and coordinator",
    ),
    variable(
        "emails",
        &[],
        "the people whose email address is missing; contact-request",
    ),
    variable(
        "addresses",
        &[],
        "the people whose postal address is missing; contact-request",
    ),
    variable(
        "by_post",
        &[],
        "what these are to get: `a card`, `a letter`, or `a note` for both; contact-request",
    ),
    variable("points", &[], "what was talked about; may be empty"),
    variable(
        "points.topic",
        &[],
        "a noun phrase or -ing phrase; missing where the point is an own sentence",
    ),
    variable("points.they_said", &[], "a clause; may be missing"),
    variable("points.quote", &[], "their words; may be missing"),
    variable("points.my_side", &[], "own sentences; may be missing"),
    variable(
        "points.say",
        &[],
        "own sentences instead of a topic; may be missing",
    ),
    variable(
        "points.grave",
        &[],
        "there where the topic is death, an illness and the like; may be missing",
    ),
    variable(
        "points.sober",
        &[],
        "there where nobody is glad of the topic: a grave one, a misfortune, the pay; may be missing",
    ),
    variable(
        "points.alone",
        &[],
        "`yes` where the own sentences on a topic name it themselves and need no lead; else missing",
    ),
    variable(
        "points.winds",
        &[],
        "there where the topic has a clause or several parts in it; may be missing",
    ),
    variable(
        "points.mine",
        &[],
        "there where the own sentences on a topic begin with \"I\"; may be missing",
    ),
    variable("points.at", &[], "where the item stands in the notes"),
    variable(
        "loose_ends",
        &[],
        "answers that did not come out well; may be empty",
    ),
    variable("loose_ends.question", &[], "the question as typed"),
    variable(
        "loose_ends.direct",
        &[],
        "whether the question ends in a question mark",
    ),
    variable(
        "loose_ends.bare",
        &[],
        "there where the answer begins without a verb of its own; may be missing",
    ),
    variable("loose_ends.answer", &[], "own sentences"),
    variable("loose_ends.at", &[], "where the item stands in the notes"),
    variable("qualifications", &[], "what did not come up; may be empty"),
    variable(
        "qualifications.qualification",
        &[],
        "a noun phrase; missing where it is an own sentence",
    ),
    variable(
        "qualifications.done",
        &[],
        "there where the noun phrase does not go on after \"I have\"; may be missing",
    ),
    variable(
        "qualifications.evidence",
        &[],
        "own sentences; may be missing",
    ),
    variable(
        "qualifications.evidence_last",
        &[],
        "there where the evidence stands behind the need, since it is several sentences; may be missing",
    ),
    variable(
        "qualifications.required",
        &[],
        "there where the need is a requirement, which is met; may be missing",
    ),
    variable("qualifications.meets", &[], "a noun phrase; may be missing"),
    variable(
        "qualifications.in_or_with",
        &[],
        "what stands between `help` and `meets`; missing where that is",
    ),
    variable(
        "qualifications.lead",
        &[],
        "there where own sentences do not say themselves that it did not come up; may be missing",
    ),
    variable(
        "qualifications.say",
        &[],
        "own sentences instead; may be missing",
    ),
    variable(
        "qualifications.at",
        &[],
        "where the item stands in the notes",
    ),
    variable(
        "say.opening",
        &["@.say.opening"],
        "own sentences for the opening; thank-you only, as all of `say` but the sign-off; may be missing",
    ),
    variable(
        "say.moment",
        &["@.say.moment"],
        "own sentences; may be missing",
    ),
    variable(
        "say.point",
        &["@.say.point"],
        "own sentences; may be missing",
    ),
    variable(
        "say.loose_end",
        &["@.say.loose_end"],
        "own sentences; may be missing",
    ),
    variable(
        "say.qualification",
        &["@.say.qualification"],
        "own sentences; may be missing",
    ),
    variable(
        "say.closing",
        &["@.say.closing"],
        "own sentences for the closing; may be missing",
    ),
    variable(
        "say.sign_off",
        &["@.say.sign_off"],
        "own words above the signature; may be missing",
    ),
    variable(
        "say.subject",
        &["@.say.subject"],
        "own words for the subject; may be missing",
    ),
    variable(
        "sign_off_thanks",
        &[],
        "whether the own words above the signature thank, so that the closing need not",
    ),
    variable(
        "say_opening_thanks",
        &[],
        "whether the own sentences for the opening thank, so that no phrase does",
    ),
    variable(
        "say_opening_also",
        &[],
        "whether the own sentences for the opening name the role or the day without thanks",
    ),
    variable(
        "say_opening_role",
        &[],
        "whether the own sentences for the opening name the role",
    ),
    variable(
        "role_unnamed",
        &[],
        "whether own sentences stand for the opening, and none of them names the role",
    ),
    variable(
        "withdrawn",
        &[],
        "whether own sentences to anybody say that the sender no longer wants the job",
    ),
    variable(
        "say_closing_thanks",
        &[],
        "whether the own sentences for the closing thank or look ahead",
    ),
    variable(
        "interview.minutes",
        &["interview.minutes"],
        "how long it took; debrief and worksheet only, as all of `interview`; may be missing",
    ),
    variable(
        "interview.lasted",
        &["interview.minutes"],
        "how long it took, as people say it: `95 minutes`, `a little over four hours`; may be missing",
    ),
    variable(
        "interview.round",
        &["interview.round"],
        "the number of the round; may be missing",
    ),
    variable(
        "interview.place",
        &["interview.place"],
        "where, as it stands in a sentence; may be missing",
    ),
    variable(
        "interview.time",
        &["interview.time"],
        "when it begins: `2:00 p.m.` or `14:00`; may be missing",
    ),
    variable(
        "interview.weekday",
        &["interview.date"],
        "the weekday of the interview; may be missing on a worksheet",
    ),
    variable(
        "interview.date",
        &["interview.date"],
        "the day of the interview; may be missing on a worksheet",
    ),
    variable(
        "interview.responsibilities",
        &["interview.responsibilities"],
        "a list; may be empty",
    ),
    variable(
        "interview.looking_for",
        &["interview.looking_for"],
        "a list; may be empty",
    ),
    variable(
        "interview.next_steps",
        &["interview.next_steps"],
        "a list; may be empty",
    ),
    variable(
        "interview.next_steps.said",
        &["interview.next_steps"],
        "their words, a clause; may be missing",
    ),
    variable(
        "interview.next_steps.by",
        &["interview.next_steps"],
        "the day you reckon with; may be missing",
    ),
    variable(
        "interview.steps_said",
        &["interview.next_steps"],
        "what they said happens next, a list of clauses; may be empty",
    ),
    variable(
        "interview.ask_again_after",
        &["interview.ask_again_after"],
        "the day after which to ask; may be missing",
    ),
    variable(
        "people",
        &["interviewers"],
        "everybody who was met, a list; debrief and worksheet only",
    ),
    variable("people.name", &["interviewers"], "the name as typed"),
    variable(
        "people.job_title",
        &["interviewers"],
        "the job title; may be missing",
    ),
    variable(
        "people.email",
        &["interviewers"],
        "the email address; may be missing",
    ),
    variable(
        "people.date",
        &["interviewers"],
        "the day they were met, where people were met on several days; missing else",
    ),
    variable(
        "people.private",
        &["interviewers"],
        "for yourself: debrief page only; may be missing",
    ),
    variable(
        "people.topics",
        &["interviewers"],
        "what was talked about, a list; debrief page only",
    ),
    variable(
        "recruiter.name",
        &["recruiter.name"],
        "the recruiter's name; worksheet only; may be missing",
    ),
    variable(
        "debrief.went",
        &["debrief.went"],
        "how it went; debrief only, as all of `debrief`; may be missing",
    ),
    variable(
        "debrief.learned",
        &["debrief.learned"],
        "a list; may be empty",
    ),
    variable("debrief.liked", &["debrief.liked"], "a list; may be empty"),
    variable(
        "debrief.disliked",
        &["debrief.disliked"],
        "a list; your own page only; may be empty",
    ),
    variable(
        "debrief.meets_expectations",
        &["debrief.meets_expectations"],
        "whether it is what was expected, own words; may be missing",
    ),
    variable(
        "debrief.fits_goals",
        &["debrief.fits_goals"],
        "whether it fits the goals, own words; may be missing",
    ),
    variable(
        "debrief.questions",
        &["debrief.questions"],
        "a list; may be empty",
    ),
    variable(
        "debrief.hesitations",
        &["debrief.hesitations"],
        "a list; may be empty",
    ),
    variable(
        "debrief.unusual_questions",
        &["debrief.unusual_questions"],
        "a list; may be empty",
    ),
    variable(
        "debrief.unusual_questions.question",
        &["debrief.unusual_questions"],
        "as typed",
    ),
    variable(
        "debrief.unusual_questions.answer",
        &["debrief.unusual_questions"],
        "own sentences; may be missing",
    ),
];

/// The name by which a phrase knows an item, and its list.
pub const ITEMS: &[(&str, &str)] = &[
    ("point", "points"),
    ("loose_end", "loose_ends"),
    ("qualification", "qualifications"),
];

/// Names that a template gives itself, with the path each stands for; empty where unknown.
pub(super) type Locals = Vec<(String, Vec<String>)>;

/// The names that a template gives itself.
pub(super) fn locals(uses: &[Use]) -> Locals {
    let mut locals: Locals = vec![
        ("loop".to_owned(), Vec::new()),
        ("__tera_context".to_owned(), Vec::new()),
    ];
    for each in uses {
        if let Use::Local { name, from } = each {
            locals.push((name.clone(), from.clone()));
        }
    }
    locals
}

/// What is wrong with a path: the part that is unknown, and the names that stand there instead.
///
/// `None` where the path is known, or where it leads through a local name that holds anything.
pub(super) fn unknown(path: &[String], locals: &Locals) -> Option<(usize, Vec<&'static str>)> {
    let root = path.first()?;
    let mut full: Vec<String> = path.to_vec();
    if let Some((_, from)) = locals.iter().find(|(name, _)| name == root) {
        if from.is_empty() || !is_known(from) {
            return None;
        }
        full.splice(..1, from.iter().cloned());
    } else if let Some((_, list)) = ITEMS.iter().find(|(item, _)| item == root) {
        full[0] = (*list).to_owned();
    }
    let extra = full.len() - path.len();
    for depth in 1..=full.len() {
        if !is_known(&full[..depth]) {
            let parent = &full[..depth - 1];
            // A text or a list has no fields to list: Tera's own message serves.
            let names = fields(parent);
            return Some((depth - 1 - extra.min(depth - 1), names));
        }
    }
    None
}

fn is_known(path: &[String]) -> bool {
    VARIABLES.iter().any(|variable| {
        let mut parts = variable.name.split('.');
        path.iter().all(|part| parts.next() == Some(part))
    })
}

/// The names that may follow a path.
fn fields(parent: &[String]) -> Vec<&'static str> {
    let mut names: Vec<&'static str> = Vec::new();
    for variable in VARIABLES {
        let parts: Vec<&'static str> = variable.name.split('.').collect();
        if parts.len() > parent.len()
            && parts
                .iter()
                .zip(parent)
                .all(|(part, parent)| part == parent)
            && !names.contains(&parts[parent.len()])
        {
            names.push(parts[parent.len()]);
        }
    }
    if parent.is_empty() {
        names.extend(ITEMS.iter().map(|(item, _)| *item));
    }
    names.sort_unstable();
    names
}
