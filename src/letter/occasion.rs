//! What one letter is for, and the variables that every letter of its kind has.

use jiff::civil::Date;
use serde::Serialize;

use super::days::Meeting;
use super::fragment::{self, Form};
use super::greeting::{Name, is_any_title};
use super::reader::Reader;
use super::text::fold;
use super::workplace::{at, company, in_place, role, with_article, with_its_noun};
use crate::followup::Recipient;
use crate::language::month;
use crate::notes::{Channel, Format, HiringRole, Interviewer, Kind, Notes, Send};
use crate::theme::Context;

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
    /// Whether the reader is greeted by a title or, at the sender's wish, by the whole name.
    pub(super) is_formal: bool,
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
        let typed_name = fold(recipient.name(notes));
        let name = Name::read(&typed_name);
        let greeting = match typed {
            Some(greeting) => after_dear(&fold(greeting)),
            None if channel == Channel::Phone => {
                // As the name is said aloud: nobody says an initial or a nickname in quotes.
                let name = Name::read(&in_a_list(&typed_name));
                name.greeting_at(notes.style.first_names, address)
            }
            None => name.greeting_at(notes.style.first_names, address),
        };
        let is_formal = is_formal(notes, &name, &greeting)
            || kind == Kind::ThankYou
                && interviewer.is_some_and(Interviewer::by_recruiter)
                && notes.recruiter.as_ref().is_some_and(|recruiter| {
                    // A note below a covering email is no less formal than that.
                    let name = Name::read(&fold(&recruiter.name));
                    is_formal(notes, &name, &name.greeting(true))
                });
        Self {
            notes,
            kind,
            channel,
            recipient,
            meeting,
            greeting,
            is_formal,
            is_dated: today.is_some(),
            today: today.unwrap_or(meeting.date),
        }
    }

    pub(super) fn interviewer(&self) -> Option<&'a Interviewer> {
        self.recipient.interviewer(self.notes)
    }

    /// The days that a letter looks back on: that of meeting its reader, or all where it speaks of
    /// the others too.
    fn days(&self) -> Vec<Date> {
        let of_all = matches!(
            self.kind,
            Kind::Coordinator | Kind::Covering | Kind::ContactRequest
        );
        if of_all || self.recipient == Recipient::Recruiter {
            days_of(self.notes)
        } else {
            vec![self.meeting.date]
        }
    }

    /// Who else was there where several people were met at once: the one, or `the others`.
    fn others(&self) -> String {
        let people = self.notes.interviewers.iter().filter(|each| each.together);
        match called(people, self.recipient, self.notes).as_slice() {
            [one] => one.clone(),
            _ => "the others".to_owned(),
        }
    }

    /// Whether the meeting was a day of work rather than a talk: three hours and more for each one.
    fn was_long(&self) -> bool {
        let interview = &self.notes.interview;
        let people = self.notes.interviewers.len().max(1);
        let minutes = interview.minutes.unwrap_or_default();
        let is_there = !matches!(interview.format, Some(Format::Video | Format::Phone));
        is_there && usize::try_from(minutes).is_ok_and(|minutes| minutes / people >= 180)
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
        let days = self.days();
        context.insert("dates", &language.days(&days));
        let interviews = if days.len() > 1 {
            "interviews"
        } else {
            "interview"
        };
        context.insert("interviews", interviews);
        context.insert(
            "days",
            &match days.as_slice() {
                [_] => self.meeting.day(language),
                several => language.days(several),
            },
        );
        context.insert("today", &language.month_and_day(self.today));
        context.insert("language", language.tag());
        context.insert("kind", self.kind.name());
        context.insert("channel", self.channel.name());
        context.insert("to_recruiter", &to_recruiter);
        context.insert("inside", &self.is_inside());
        let together = interviewer.is_some_and(|person| person.together);
        context.insert("together", &together);
        if together {
            context.insert("others", &self.others());
        }
        context.insert("british", &language.is_british());
        context.insert("formal", &self.is_formal);
        let part = interviewer.and_then(|person| person.hiring_role);
        let is_coordinator = part == Some(HiringRole::Coordinator);
        let conversed = interviewer.is_some_and(|person| !person.discussed_points.is_empty());
        let whole_day = self.was_long();
        context.insert("whole_day", &whole_day);
        context.insert("conversed", &(conversed && !whole_day));
        context.insert("several", &(notes.interviewers.len() > 1));
        // Who held the only interview, or talked of the work, is thanked for that.
        let coordinates = is_coordinator && !conversed && notes.interviewers.len() > 1;
        context.insert("coordinates", &coordinates);
        let considers = !is_coordinator && part != Some(HiringRole::Peer);
        context.insert("considers", &considers);
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

    /// What they said comes next, as it is told to the reader of this letter when it has come.
    fn told_since(&self, said: &str) -> Option<String> {
        let said = fragment::fit(said, Form::Clause);
        let is_clause = said.form == Form::Clause || fragment::is_step_of_people(&said.text);
        let is_own_body = self
            .interviewer()
            .is_some_and(|who| names_body_of(&said.text, &who.name, who.job_title.as_deref()));
        if !is_clause || said.doubtful || is_own_body {
            return None;
        }
        // Nobody is told of themselves by name.
        let reader = Reader::of(self.recipient, self.notes);
        let said = match self.recipient {
            // "You" were those who said it; what they would do besides is told without "they".
            Recipient::Recruiter => {
                let first = said.text.split(" and you ").next().unwrap_or_default();
                super::report::of_them(first)
            }
            _ => said.text,
        };
        let said = fragment::told_since(&reader.said_or(said)?)?;
        fragment::at_place(&said, &in_place(self.notes))
    }

    /// What a letter of this kind says of the interview as a whole, or of other people.
    fn about_others(&self, context: &mut Context) {
        let notes = self.notes;
        match self.kind {
            Kind::CheckIn => {
                let steps = notes.interview.next_steps.iter();
                let steps: Vec<&str> = steps.filter_map(|step| step.said.as_deref()).collect();
                let takes_up = |said: &&str| said.to_lowercase().contains("reference");
                context.insert("steps_known", &!steps.is_empty());
                context.insert("references_known", &steps.iter().any(takes_up));
                let said = steps.first().and_then(|said| self.told_since(said));
                if let Some(said) = said {
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
                let addresses = people()
                    .filter(by_post)
                    .filter(|each| each.address.is_none());
                context.insert("emails", &called(emails, self.recipient, notes));
                context.insert("by_post", goes_by_post(addresses.clone()));
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

/// Whether a text speaks of people as of others of whom somebody is one: of the commissioners to a
/// commissioner.
fn names_body_of(text: &str, name: &str, job_title: Option<&str>) -> bool {
    let known = format!("{name} {}", job_title.unwrap_or_default()).to_lowercase();
    let mut words = text.split(|c: char| !c.is_alphabetic());
    words.any(|word| {
        let one = word.strip_suffix('s').filter(|one| one.len() >= 6);
        one.is_some_and(|one| known.contains(&one.to_lowercase()))
    })
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

/// The days on which people were met, in their order.
pub(super) fn days_of(notes: &Notes) -> Vec<Date> {
    let people = notes.interviewers.iter();
    let days = people.map(|person| person.date.unwrap_or(notes.interview.date));
    let mut days: Vec<Date> = days.collect();
    days.push(notes.interview.date);
    // Notes for a worksheet may have no day yet.
    days.retain(|day| *day != Date::ZERO);
    days.sort_unstable();
    days.dedup();
    days
}

/// Whether somebody is greeted by a title or, since the sender does not use first names, in full.
fn is_formal(notes: &Notes, name: &Name, greeting: &str) -> bool {
    !notes.style.first_names || name.is_formal_greeting(greeting)
}

/// How people are called in a letter to somebody else: whoever has a title as in a greeting, the
/// others by their full names.
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
        .map(|person| {
            let name = fold(&person.name);
            let read = Name::read(&name);
            let typed = person
                .greeting
                .as_deref()
                .map(|each| after_dear(&fold(each)));
            let greeting = typed.unwrap_or_else(|| read.greeting(true));
            // A greeting of several words that was typed is what the person is called.
            let is_typed = person.greeting.is_some() && greeting.contains(' ');
            if is_typed || read.is_formal_greeting(&greeting) {
                greeting
            } else {
                in_a_list(&name)
            }
        })
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
        // The initial of `J. R. Smith` is half of what he is called, with a title or without.
        let is_called = || words[at - 1].ends_with('.') || is_any_title(words[at - 1]);
        !(inside && (quoted(word) || initial(word) && !is_called()))
    };
    let mut kept: Vec<&str> = (0..words.len()).filter(stays).map(|at| words[at]).collect();
    // Nobody is called the third.
    if kept.len() > 2 && kept.last().is_some_and(|last| is_ordinal(last)) {
        kept.pop();
    }
    kept.join(" ")
}

/// Whether the end of a name counts those who have borne it: `III`.
fn is_ordinal(word: &str) -> bool {
    matches!(word, "II" | "III" | "IV" | "V")
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
    fn a_commissioner_is_one_of_the_commissioners() {
        let is_one = |text| names_body_of(text, "Wendell Hargrove", Some("Board of Commissioners"));
        assert!(is_one("the commissioners vote on the eighth"));
        assert!(!is_one("the partners vote on Thursday"));
    }

    #[test]
    fn a_name_in_a_list_is_the_one_that_people_use() {
        for (typed, said) in [
            ("Augustus \"Gus\" Pellingham III", "Augustus Pellingham"),
            ("Denise M. Pruitt, RN", "Denise Pruitt"),
            ("J. R. Smith Jr.", "J. R. Smith Jr."),
            ("Mr J. R. Smith Jr.", "Mr J. R. Smith Jr."),
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
