//! What one letter is for, and the variables that every letter of its kind has.

use jiff::civil::Date;
use serde::Serialize;

use super::days::Meeting;
use super::fragment::{self, Form};
use super::greeting::Name;
use super::reader::Reader;
use super::text::fold;
use crate::followup::Recipient;
use crate::language::{Language, month};
use crate::notes::{Channel, HiringRole, Interviewer, Kind, Notes, Send};
use crate::theme::Context;

/// What one works at rather than for.
const PLACES: [&str; 14] = [
    "academy",
    "centre",
    "center",
    "clinic",
    "college",
    "gallery",
    "hospital",
    "hotel",
    "institute",
    "library",
    "museum",
    "school",
    "theatre",
    "university",
];

/// Legal forms behind a company's name, in lower case and without full stops.
const LEGAL_FORMS: [&str; 14] = [
    "ltd",
    "limited",
    "inc",
    "incorporated",
    "llc",
    "llp",
    "plc",
    "pa",
    "pty",
    "gmbh",
    "lp",
    "pllc",
    "pc",
    "corp",
];

/// What, before "of", takes an article: the Shire of Gunnawarra.
const BODIES: [&str; 28] = [
    "academy",
    "archdiocese",
    "board",
    "borough",
    "bureau",
    "chamber",
    "church",
    "city",
    "college",
    "commonwealth",
    "corporation",
    "county",
    "department",
    "diocese",
    "district",
    "faculty",
    "government",
    "institute",
    "ministry",
    "municipality",
    "museum",
    "office",
    "port",
    "province",
    "school",
    "shire",
    "town",
    "university",
];

/// What one letter is for.
pub(super) struct Occasion<'a> {
    pub(super) notes: &'a Notes,
    pub(super) kind: Kind,
    pub(super) channel: Channel,
    pub(super) recipient: Recipient,
    pub(super) meeting: Meeting,
    /// What stands after "Dear".
    pub(super) greeting: String,
    /// The date at the top of a card.
    pub(super) today: Date,
    /// Whether the run was told that date.
    pub(super) is_dated: bool,
}

#[derive(Serialize)]
struct PersonView {
    name: String,
    given_name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    job_title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    hiring_role: Option<HiringRole>,
}

#[derive(Serialize)]
struct SenderView {
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    email: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    phone: Option<String>,
}

impl<'a> Occasion<'a> {
    /// A letter of a kind to somebody by a channel; `today` is the day of the meeting where it is
    /// left out.
    pub(super) fn new(
        notes: &'a Notes,
        kind: Kind,
        channel: Channel,
        recipient: Recipient,
        today: Option<Date>,
    ) -> Self {
        let interviewer = recipient.interviewer(notes);
        let meeting = Meeting::of(interviewer, &notes.interview);
        let typed = interviewer.and_then(|person| person.greeting.as_deref());
        let address = recipient.email(notes);
        let greeting = match typed {
            Some(greeting) => after_dear(&fold(greeting)),
            None if channel == Channel::Phone => {
                // As the name is said aloud: nobody says an initial or a nickname in quotes.
                let name = in_a_list(&fold(recipient.name(notes)));
                Name::read(&name).greeting_at(notes.style.first_names, address)
            }
            None => Name::read(&fold(recipient.name(notes)))
                .greeting_at(notes.style.first_names, address),
        };
        Self {
            notes,
            kind,
            channel,
            recipient,
            meeting,
            greeting,
            is_dated: today.is_some(),
            today: today.unwrap_or(meeting.date),
        }
    }

    pub(super) fn interviewer(&self) -> Option<&'a Interviewer> {
        self.recipient.interviewer(self.notes)
    }

    /// Whether the sender works where the reader does: their addresses have one domain.
    fn is_inside(&self) -> bool {
        let domain = |address: &'a str| Some(address.rsplit_once('@')?.1.to_lowercase());
        let own = self.notes.from.email.as_deref().and_then(domain);
        let theirs = self.recipient.email(self.notes).and_then(domain);
        let open = [
            "gmail.com",
            "outlook.com",
            "hotmail.com",
            "yahoo.com",
            "icloud.com",
            "proton.me",
        ];
        let is_open = |domain: &String| open.contains(&domain.as_str());
        matches!(self.recipient, Recipient::Interviewer(_))
            && own.is_some()
            && own == theirs
            && !own.as_ref().is_some_and(is_open)
    }

    /// The variables that do not depend on which facts are chosen.
    pub(super) fn context(&self) -> Context {
        let notes = self.notes;
        let language = notes.language;
        let interviewer = self.interviewer();
        let mut context = Context::new();
        context.insert("greeting", &self.greeting);
        let to_recruiter = self.recipient == Recipient::Recruiter;
        let company = with_article(&fold(company(notes, to_recruiter)));
        context.insert("at_company", &at(&company));
        context.insert("company", &company);
        let role = role(&fold(&notes.interview.role));
        context.insert("the_role", &with_its_noun(&role, "role"));
        context.insert("the_position", &with_its_noun(&role, "position"));
        context.insert("role", &role);
        context.insert("day", &self.meeting.day(language));
        context.insert("weekday", &self.meeting.weekday(language));
        context.insert("month", month(self.meeting.date));
        context.insert("date", &language.month_and_day(self.meeting.date));
        context.insert("today", &language.month_and_day(self.today));
        context.insert("language", language.tag());
        context.insert("kind", self.kind.name());
        context.insert("channel", self.channel.name());
        context.insert("to_recruiter", &to_recruiter);
        context.insert("inside", &self.is_inside());
        let together = interviewer.is_some_and(|person| person.together);
        context.insert("together", &together);
        let british = matches!(language, Language::EnGb | Language::EnAu);
        context.insert("british", &british);
        let later = self.channel == Channel::Card && self.today != self.meeting.date;
        context.insert("later", &later);
        context.insert("outcome", &notes.interview.outcome);
        if let Some(format) = notes.interview.format {
            context.insert("format", &format);
        }
        let name = fold(self.recipient.name(notes));
        context.insert(
            "person",
            &PersonView {
                given_name: Name::read(&name).given(),
                name,
                job_title: interviewer.and_then(|each| each.job_title.as_deref().map(fold)),
                hiring_role: interviewer.and_then(|each| each.hiring_role),
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
        self.about_others(&mut context);
        context
    }

    /// What a letter of this kind says of the interview as a whole, or of other people.
    fn about_others(&self, context: &mut Context) {
        let notes = self.notes;
        match self.kind {
            Kind::CheckIn => {
                // "You mentioned that …" is for those who were there.
                let steps = notes.interview.next_steps.iter();
                let steps: Vec<&str> = steps.filter_map(|step| step.said.as_deref()).collect();
                let takes_up = |said: &&str| said.to_lowercase().contains("reference");
                context.insert("references_known", &steps.iter().any(takes_up));
                let said = steps.first().map(|said| fragment::fit(said, Form::Clause));
                let said = said.filter(|said| said.form == Form::Clause);
                // Nobody is told of themselves by name.
                let reader = Reader::of(self.recipient, notes);
                let said = said.filter(|said| !said.doubtful);
                let said = said.and_then(|said| reader.said_or(said.text));
                let said = said.and_then(|said| fragment::told_since(&said));
                let said = said.and_then(|said| fragment::at_place(&said, &in_place(notes)));
                if let (Some(said), Recipient::Interviewer(_)) = (said, self.recipient) {
                    context.insert("said", &said);
                }
            }
            Kind::ContactRequest => {
                let by_post = |person: &&Interviewer| {
                    matches!(person.send, Some(Send::Card | Send::Letter | Send::Both))
                };
                let people = || notes.interviewers.iter();
                let on_paper =
                    |each: &&Interviewer| matches!(each.send, Some(Send::Card | Send::Letter));
                let emails = people().filter(|each| !on_paper(each));
                let emails = emails.filter(|each| each.email.is_none() && !each.by_recruiter());
                let addresses = || {
                    people()
                        .filter(by_post)
                        .filter(|each| each.address.is_none())
                };
                context.insert("emails", &called(emails, self.recipient, notes));
                context.insert("by_post", goes_by_post(addresses()));
                let addresses = addresses();
                context.insert("addresses", &called(addresses, self.recipient, notes));
            }
            Kind::Coordinator => {
                let everybody = notes.interviewers.iter();
                context.insert("names", &called(everybody, self.recipient, notes));
            }
            Kind::Covering => {
                let passed_on = notes.interviewers.iter().filter(|each| each.by_recruiter());
                context.insert("names", &called(passed_on, self.recipient, notes));
            }
            Kind::Debrief | Kind::Worksheet => super::report::variables(self, context),
            _ => {}
        }
    }
}

/// What people get by post, as somebody else is told of it.
fn goes_by_post<'a>(people: impl Iterator<Item = &'a Interviewer>) -> &'static str {
    let letters: Vec<bool> = people
        .map(|person| person.send == Some(Send::Letter))
        .collect();
    if letters.iter().all(|is_letter| !is_letter) {
        "a card"
    } else if letters.iter().all(|is_letter| *is_letter) {
        "a letter"
    } else {
        "a note"
    }
}

/// How people are called in a letter to somebody else: by their full names, titles included.
///
/// Whoever the letter goes to is left out.
fn called<'a>(
    people: impl Iterator<Item = &'a Interviewer>,
    to: Recipient,
    notes: &Notes,
) -> Vec<String> {
    let reader = to.interviewer(notes).map(|person| &person.name);
    people
        .filter(|person| Some(&person.name) != reader)
        .map(|person| in_a_list(&fold(&person.name)))
        .collect()
}

/// A name as it stands among others: without a nickname in quotation marks, a single letter in the
/// middle and what follows a comma (`Denise "Dee" M. Pruitt, RN`).
fn in_a_list(name: &str) -> String {
    let whole = name.split(", ").next().unwrap_or(name);
    let is_family_first = name.split(", ").nth(1).is_some_and(|rest| {
        // `O'Brien, José` is a name turned round.
        !rest.starts_with(|c: char| c.is_uppercase()) || rest.chars().any(char::is_lowercase)
    });
    let words: Vec<&str> = if is_family_first { name } else { whole }
        .split(' ')
        .collect();
    let last = words.len().saturating_sub(1);
    let quoted = |word: &str| {
        let marks = ['"', '“', '”'];
        word.starts_with(marks) && word.ends_with(marks)
    };
    let initial = |word: &str| word.len() == 2 && word.ends_with('.');
    let stays = |at: &usize| {
        let inside = *at > 0 && *at < last;
        let word = words[*at];
        // The initial of `J. R. Smith` is half of what he is called.
        !(inside && (quoted(word) || initial(word) && !words[at - 1].ends_with('.')))
    };
    let kept: Vec<&str> = (0..words.len()).filter(stays).map(|at| words[at]).collect();
    kept.join(" ")
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

/// `the Night Porter role`; where the title is long, `the role of Registered Nurse, Nights`.
///
/// What stands in brackets or after a comma behind the title is for forms (`Registered Nurse
/// (Nights)`, `Associate, Credit Risk`).
fn with_its_noun(role: &str, noun: &str) -> String {
    let role = match role.rsplit_once(" (") {
        Some((title, rest)) if rest.ends_with(')') && !title.is_empty() => title,
        _ => role,
    };
    let turned = match role.split_once(", ") {
        Some((title, rest)) if !title.is_empty() && !role.contains('(') => shortened(title, rest),
        _ => None,
    };
    let role = turned.as_deref().unwrap_or(role);
    let is_long = role.split(' ').count() > 3 || role.contains([',', '(', '/', ':']);
    let joins = role
        .split(' ')
        .any(|word| matches!(word, "of" | "in" | "with" | "for" | "to"));
    if is_long || joins {
        format!("the {noun} of {role}")
    } else {
        format!("the {role} {noun}")
    }
}

/// A title without what stands behind its comma (`Registered Nurse, Nights`), and that in front of
/// it where the title alone would not say what the job is: `Credit Risk Associate`. `None` where
/// neither is certain.
fn shortened(title: &str, rest: &str) -> Option<String> {
    let is_grade = |word: &&str| {
        word.chars().all(|c| matches!(c, 'I' | 'V' | 'X')) || word.chars().all(|c| c.is_numeric())
    };
    if title.split(' ').filter(|word| !is_grade(word)).count() > 1 {
        return Some(title.to_owned());
    }
    let words: Vec<&str> = rest.split(' ').collect();
    let is_name =
        |word: &&str| word.starts_with(char::is_uppercase) || *word == "&" || *word == "and";
    let turns = words.len() <= 3 && words.iter().all(is_name) && !rest.contains([',', '(', '/']);
    turns.then(|| format!("{rest} {title}"))
}

/// The company as it stands in a sentence: `the bank` to those inside, its name to the recruiter.
fn company(notes: &Notes, to_recruiter: bool) -> &str {
    let interview = &notes.interview;
    let in_text = interview.company_in_text.as_deref();
    in_text
        .filter(|_| !to_recruiter)
        .unwrap_or_else(|| without_legal_form(&interview.company))
}

/// A company's name without what only a contract says: `Pallet & Loom`, not `Pallet & Loom, Inc.`
pub(crate) fn without_legal_form(company: &str) -> &str {
    let mut name = company.trim();
    loop {
        let before = name.rsplit_once(' ');
        let Some((rest, last)) = before else {
            return name;
        };
        let form = last.replace('.', "").to_lowercase();
        let is_form = LEGAL_FORMS.contains(&form.as_str());
        let rest = rest.trim_end_matches(',').trim_end();
        if !is_form || rest.is_empty() || rest.ends_with('&') {
            return name;
        }
        // What stands in brackets before it belongs to the form: `Stanhope & Sons (Upholstery) Ltd`.
        name = match rest.rsplit_once(" (") {
            Some((name, inside)) if inside.ends_with(')') => name,
            _ => rest,
        };
    }
}

/// Where those inside the company are: `at the Commission`, though one works for it.
pub(super) fn in_place(notes: &Notes) -> String {
    format!("at {}", with_article(&fold(company(notes, false))))
}

/// One works at Northwind and at the University, and for the county.
fn at(company: &str) -> String {
    let head = company.split(" of ").next().unwrap_or(company);
    let head = head.rsplit(' ').next().unwrap_or(head).to_lowercase();
    let is_place = PLACES.contains(&head.as_str());
    let place = if company.starts_with("the ") && !is_place {
        "for"
    } else {
        "at"
    };
    format!("{place} {company}")
}

/// `the City of Kettle Narrows`: such a name takes an article in a sentence.
fn with_article(company: &str) -> String {
    let words: Vec<String> = company.split(' ').map(str::to_lowercase).collect();
    let of = words.iter().position(|word| word == "of");
    let body = of.and_then(|of| words.get(of.checked_sub(1)?));
    let takes = of.is_some_and(|of| of <= 3)
        && body.is_some_and(|body| BODIES.contains(&body.as_str()))
        && words.first().is_some_and(|first| first != "the");
    if takes {
        format!("the {company}")
    } else {
        company.to_owned()
    }
}

/// A greeting as it stands between "Dear" and its comma, which some people type with it.
fn after_dear(greeting: &str) -> String {
    let text = greeting.trim().trim_end_matches([',', ':']).trim_end();
    let rest = match text.split_once(' ') {
        Some((dear, rest)) if dear.eq_ignore_ascii_case("dear") => rest.trim_start(),
        _ => text,
    };
    if rest.is_empty() { greeting } else { rest }.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_behind_a_comma_still_says_what_the_job_is() {
        for (typed, said) in [
            ("Associate, Credit Risk", "the Credit Risk Associate role"),
            (
                "Registered Nurse, Step-Down Unit",
                "the Registered Nurse role",
            ),
            ("Engineer II, Platform", "the Platform Engineer II role"),
            (
                "Associate, to the end of May",
                "the role of Associate, to the end of May",
            ),
        ] {
            assert_eq!(with_its_noun(typed, "role"), said);
        }
    }

    #[test]
    fn one_works_at_a_place_and_for_a_body() {
        for (company, said) in [
            ("Northwind", "at Northwind"),
            ("City of Kettle Narrows", "for the City of Kettle Narrows"),
            ("University of St Oswald", "at the University of St Oswald"),
            ("the county", "for the county"),
            ("the University", "at the University"),
            ("Bank of Ireland", "at Bank of Ireland"),
            ("the library service", "for the library service"),
        ] {
            assert_eq!(at(&with_article(company)), said);
        }
    }

    #[test]
    fn a_legal_form_is_not_said() {
        for (company, said) in [
            ("Pallet & Loom, Inc.", "Pallet & Loom"),
            (
                "Wattlebird Constructions Pty Ltd",
                "Wattlebird Constructions",
            ),
            (
                "Stanhope & Daughters (Upholstery) Ltd",
                "Stanhope & Daughters",
            ),
            ("Wirrimbah Pastoral Co.", "Wirrimbah Pastoral Co."),
            ("Inc.", "Inc."),
        ] {
            assert_eq!(without_legal_form(company), said);
        }
    }

    #[test]
    fn a_name_in_a_list_is_the_one_that_people_use() {
        for (typed, said) in [
            ("Augustus \"Gus\" Pellingham III", "Augustus Pellingham III"),
            ("Denise M. Pruitt, RN", "Denise Pruitt"),
            ("J. R. Smith Jr.", "J. R. Smith Jr."),
            (
                "Dr. Katherine O'Neill-Vásquez",
                "Dr. Katherine O'Neill-Vásquez",
            ),
            ("O'Brien, José", "O'Brien, José"),
            ("Nguyễn Thị Minh Khai", "Nguyễn Thị Minh Khai"),
        ] {
            assert_eq!(in_a_list(typed), said);
        }
    }
}
