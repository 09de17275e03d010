//! The variables a template can use: the one list that checks and documentation are made from.

use super::scan::Use;

/// A variable: its dotted path and what it holds.
pub type Variable = (&'static str, &'static str);

/// Every variable of a letter. `points.topic` is a field of each item of the list `points`; inside
/// a phrase the item is bound by the name that `ITEMS` gives for its list.
pub const VARIABLES: &[Variable] = &[
    (
        "greeting",
        "what stands after `Dear`: `Dr. O'Neill-Vásquez`, `Amara`",
    ),
    (
        "company",
        "the company as it stands in a sentence, with its article if it has one",
    ),
    ("role", "the role, such as `Senior Controls Engineer`"),
    (
        "day",
        "the day of the meeting for a text that follows `on`: `Wednesday afternoon`",
    ),
    ("weekday", "the weekday of the meeting: `Wednesday`"),
    (
        "date",
        "the day of the meeting: `November 18` or `18 November`",
    ),
    ("today", "the date at the top of a card: `November 18`"),
    ("language", "the tag of the letter's language: `en-GB`"),
    ("channel", "`email` or `card`"),
    (
        "together",
        "whether the person was met in one room with others",
    ),
    ("british", "whether the spelling is British"),
    (
        "later",
        "whether a card carries another date than the day of the meeting",
    ),
    ("format", "`onsite`, `video` or `phone`; may be missing"),
    ("person.name", "the interviewer's name as typed"),
    (
        "person.given_name",
        "the given name, or the whole name where it cannot be known",
    ),
    ("person.job_title", "the job title; may be missing"),
    (
        "person.hiring_role",
        "the part in hiring, such as `supervisor`; may be missing",
    ),
    ("from.name", "the sender's name"),
    ("from.email", "the sender's address; may be missing"),
    (
        "from.phone",
        "the sender's telephone number; may be missing",
    ),
    ("moment", "a noun phrase; may be missing"),
    ("told_me", "a clause; may be missing"),
    ("promised", "a list of noun phrases; may be empty"),
    ("points", "what was talked about; may be empty"),
    (
        "points.topic",
        "a noun phrase or -ing phrase; missing where the point is an own sentence",
    ),
    ("points.they_said", "a clause; may be missing"),
    ("points.quote", "their words; may be missing"),
    ("points.my_side", "own sentences; may be missing"),
    (
        "points.say",
        "own sentences instead of a topic; may be missing",
    ),
    ("points.at", "where the item stands in the notes"),
    (
        "loose_ends",
        "answers that did not come out well; may be empty",
    ),
    ("loose_ends.question", "the question as typed"),
    (
        "loose_ends.direct",
        "whether the question ends in a question mark",
    ),
    ("loose_ends.answer", "own sentences"),
    ("loose_ends.at", "where the item stands in the notes"),
    ("qualifications", "what did not come up; may be empty"),
    (
        "qualifications.qualification",
        "a noun phrase; missing where it is an own sentence",
    ),
    ("qualifications.evidence", "own sentences; may be missing"),
    ("qualifications.meets", "a noun phrase; may be missing"),
    (
        "qualifications.say",
        "own sentences instead; may be missing",
    ),
    ("qualifications.at", "where the item stands in the notes"),
    (
        "say.opening",
        "own sentences for the opening; may be missing",
    ),
    ("say.moment", "own sentences; may be missing"),
    ("say.point", "own sentences; may be missing"),
    ("say.loose_end", "own sentences; may be missing"),
    ("say.qualification", "own sentences; may be missing"),
    (
        "say.closing",
        "own sentences for the closing; may be missing",
    ),
    (
        "say.sign_off",
        "own words above the signature; may be missing",
    ),
    (
        "say_opening_thanks",
        "whether the own sentences for the opening thank and name the role or the day",
    ),
    (
        "say_closing_thanks",
        "whether the own sentences for the closing thank and speak of the company or the work",
    ),
    ("say.subject", "own words for the subject; may be missing"),
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
    VARIABLES.iter().any(|(name, _)| {
        let mut parts = name.split('.');
        path.iter().all(|part| parts.next() == Some(part))
    })
}

/// The names that may follow a path.
fn fields(parent: &[String]) -> Vec<&'static str> {
    let mut names: Vec<&'static str> = Vec::new();
    for (name, _) in VARIABLES {
        let parts: Vec<&'static str> = name.split('.').collect();
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
