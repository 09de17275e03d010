//! The address that a letter needs and the notes do not have, and who may know it.

use super::about_notes::message_of;
use crate::diagnostic::{Diagnostic, Place};
use crate::followup::Need;
use crate::letter::Recipient;
use crate::notes::{Channel, HiringRole, Interviewer, Loaded};

/// An address that a letter needs and the notes do not have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing {
    /// Whose it is.
    pub who: Recipient,
    /// How the letter is to go.
    pub channel: Channel,
    /// Whom to ask for it: HR or the recruiter, where the notes name another one than `who`.
    pub asked: Option<Recipient>,
    /// The command for the letter that asks.
    pub command: String,
}

impl Missing {
    /// What a letter to somebody by a channel lacks; `None` where it can go out.
    ///
    /// A note that the recruiter passes on needs no address.
    pub fn of(loaded: &Loaded, who: Recipient, channel: Channel) -> Option<Self> {
        let notes = &loaded.notes;
        let person = who.interviewer(notes);
        let is_missing = match channel {
            Channel::Email => {
                who.email(notes).is_none() && !person.is_some_and(Interviewer::by_recruiter)
            }
            _ => channel.goes_by_post() && person.is_none_or(|person| person.address.is_none()),
        };
        if !is_missing || who == Recipient::Yourself {
            return None;
        }
        let is_hr = |person: &Interviewer| person.hiring_role == Some(HiringRole::Hr);
        let hr = notes.interviewers.iter().position(is_hr);
        let hr = hr.map(Recipient::Interviewer);
        let recruiter = notes.recruiter.as_ref().map(|_| Recipient::Recruiter);
        let mut both = [hr, recruiter].into_iter().flatten();
        let asked = both.find(|asked| *asked != who);
        // The letter goes to the first of the two, whoever is asked about.
        let to = match asked {
            Some(asked) if Some(asked) != hr.or(recruiter) => {
                format!(" --to {}", typed(asked.name(notes)))
            }
            _ => String::new(),
        };
        let command = format!("regards write {} --kind contact-request{to}", file(loaded));
        Some(Self {
            who,
            channel,
            asked,
            command,
        })
    }

    /// What has to be put into the notes.
    pub fn need(&self) -> Need {
        match self.channel {
            Channel::Email => Need::Email,
            _ => Need::Address,
        }
    }

    /// The rule of the proofreader that it breaks.
    pub fn rule(&self) -> &'static str {
        match self.need() {
            Need::Email => "missing-email",
            _ => "missing-address",
        }
    }

    /// The message about the notes.
    pub(super) fn diagnostic(&self, loaded: &Loaded) -> Diagnostic {
        let notes = &loaded.notes;
        let verb = match self.channel {
            Channel::Email => "send",
            _ => "post",
        };
        let message = format!(
            "there is no address to {verb} the {} to {} to",
            self.channel,
            self.who.name(notes)
        );
        let command = &self.command;
        let help = match self.asked {
            Some(asked) => format!("ask {}:\n{command}", asked.name(notes)),
            None => format!(
                "ask the company’s HR; with them as `recruiter:` in the notes, this writes it:\n{command}"
            ),
        };
        message_of(
            self.rule(),
            Place::Value(self.who.path().key("name")),
            message,
        )
        .help(help)
    }
}

/// The notes file as it is typed at a shell.
fn file(loaded: &Loaded) -> String {
    match loaded.source.name() {
        "<stdin>" => "-".to_owned(),
        name => typed(name),
    }
}

/// A word of a command: in quotation marks where a shell would part it.
fn typed(word: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || "/._-~".contains(c);
    match word.chars().all(is_plain) {
        true => word.to_owned(),
        false => format!("'{}'", word.replace('\'', "'\\''")),
    }
}
