use jiff::civil::{Date, Time};
use serde::Serialize;

use crate::language::Language;

/// Everything that one notes file says, checked.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Notes {
    pub regards: u32,
    pub language: Language,
    pub from: Sender,
    pub interview: Interview,
    pub recruiter: Option<Recruiter>,
    pub interviewers: Vec<Interviewer>,
    pub missing_qualifications: Vec<Qualification>,
    #[serde(skip)]
    pub debrief: Option<Debrief>,
    pub words: Vec<String>,
    pub card: CardChoices,
    pub style: Style,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Sender {
    pub name: String,
    pub email: Option<String>,
    pub phone: Option<String>,
    pub links: Vec<String>,
    pub address: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Interview {
    pub company: String,
    pub company_in_text: Option<String>,
    pub role: String,
    pub date: Date,
    pub time: Option<Time>,
    pub timezone: Option<String>,
    pub minutes: Option<u32>,
    pub round: Option<u32>,
    pub format: Option<Format>,
    pub place: Option<String>,
    pub responsibilities: Vec<String>,
    pub looking_for: Vec<String>,
    pub next_steps: Vec<NextStep>,
    pub ask_again_after: Option<Date>,
    pub outcome: Outcome,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Format {
    Onsite,
    Video,
    Phone,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    #[default]
    Pending,
    Offer,
    Accepted,
    Declined,
    NoOffer,
    Withdrawn,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct NextStep {
    pub said: Option<String>,
    pub by: Option<Date>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Recruiter {
    pub name: String,
    pub email: Option<String>,
    pub contacted_by: Option<ContactedBy>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ContactedBy {
    Email,
    Phone,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Interviewer {
    pub name: String,
    pub unsure: bool,
    pub greeting: Option<String>,
    pub job_title: Option<String>,
    pub hiring_role: Option<HiringRole>,
    pub email: Option<String>,
    pub contacted_by: Option<ContactedBy>,
    pub address: Option<String>,
    pub send: Option<Send>,
    pub date: Option<Date>,
    pub together: bool,
    pub discussed_points: Vec<Point>,
    pub moment: Option<String>,
    pub told_me: Option<String>,
    pub loose_ends: Vec<LooseEnd>,
    pub promised: Vec<String>,
    #[serde(skip)]
    pub private: Option<String>,
    pub say: Say,
    #[serde(skip)]
    pub allow: Vec<Allow>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum HiringRole {
    HiringManager,
    Supervisor,
    Peer,
    Panel,
    Hr,
    Coordinator,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Send {
    Email,
    Card,
    Letter,
    Both,
    ViaRecruiter,
}

/// Something that was talked about: a topic, or a whole sentence of your own.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Point {
    Topic(Topic),
    Own { say: String },
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Topic {
    pub topic: String,
    pub they_said: Option<String>,
    pub quote: Option<String>,
    pub my_side: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LooseEnd {
    pub question: String,
    pub answer: String,
}

/// Your own sentences for a place in the letter, used as they are.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Say {
    pub opening: Option<String>,
    pub moment: Option<String>,
    pub point: Option<String>,
    pub loose_end: Option<String>,
    pub qualification: Option<String>,
    pub closing: Option<String>,
    pub sign_off: Option<String>,
    pub subject: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Allow {
    pub rule: String,
    pub reason: String,
}

/// Something you have, they need, and nobody asked about.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Qualification {
    #[serde(flatten)]
    pub what: Claim,
    pub meets: Option<String>,
    /// The place in `interviewers` of the one person it goes to, where the notes name one.
    pub tell: Option<usize>,
}

/// A qualification as a noun phrase with its evidence, or as whole sentences.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Claim {
    Fact {
        qualification: String,
        evidence: Option<String>,
    },
    Own {
        say: String,
    },
}

#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Debrief {
    pub went: Option<String>,
    pub learned: Vec<String>,
    pub liked: Vec<String>,
    pub disliked: Vec<String>,
    pub meets_expectations: Option<String>,
    pub fits_goals: Option<String>,
    pub questions: Vec<String>,
    pub hesitations: Vec<String>,
    pub unusual_questions: Vec<UnusualQuestion>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct UnusualQuestion {
    pub question: String,
    pub answer: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct CardChoices {
    pub size: Option<String>,
    pub hand: Option<String>,
    pub ink: Option<String>,
    pub design: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Style {
    pub theme: Option<String>,
    pub first_names: bool,
    pub max_words: Option<u32>,
}
