//! Findings that somebody has looked at and accepts.

use super::finding::Finding;
use super::registry::{rule, rules};
use crate::diagnostic::{Diagnostic, Path, Place, nearest};
use crate::letter::Recipient;
use crate::notes::Notes;

/// What a file's `allow:` lists accept, and which of them have accepted anything.
#[derive(Debug, Default)]
pub struct Allowed {
    /// The interviewer, the place in their list, and whether it was of use.
    used: Vec<(usize, usize, bool)>,
}

impl Allowed {
    /// The lists of a notes file.
    pub fn new(notes: &Notes) -> Self {
        let people = notes.interviewers.iter().enumerate();
        let used = people.flat_map(|(place, person)| {
            (0..person.allow.len()).map(move |item| (place, item, false))
        });
        Self {
            used: used.collect(),
        }
    }

    /// Takes out of some findings those that are accepted in letters to this recipient.
    pub fn accept(&mut self, findings: &mut Vec<Finding>, recipient: Recipient, notes: &Notes) {
        let Recipient::Interviewer(to) = recipient else {
            return;
        };
        findings.retain(|finding| {
            let mut accepted = false;
            for (place, item, used) in &mut self.used {
                let rule = &notes.interviewers[*place].allow[*item].rule;
                if *place == to && *rule == finding.rule.id {
                    accepted = true;
                    *used = true;
                }
            }
            !accepted
        });
    }

    /// Takes out of some messages about the notes those that are accepted beside the person whom they
    /// are about.
    pub fn accept_in_notes(&mut self, messages: &mut Vec<Diagnostic>, notes: &Notes) {
        let people = Path::root().key("interviewers");
        messages.retain(|message| {
            let (Place::Value(path) | Place::Key(path)) = &message.place else {
                return true;
            };
            let mut accepted = false;
            for (place, item, used) in &mut self.used {
                let theirs = people.item(*place);
                let is_theirs = path.rebased(&theirs, &theirs).is_some();
                if is_theirs && notes.interviewers[*place].allow[*item].rule == message.rule {
                    accepted = true;
                    *used = true;
                }
            }
            !accepted
        });
    }

    /// A message for each entry that names no rule, or that accepted nothing of what was looked for.
    ///
    /// `was_run` tells of a rule whether it was looked for at all.
    pub fn unused(&self, notes: &Notes, was_run: impl Fn(&str) -> bool) -> Vec<Diagnostic> {
        let mut messages = Vec::new();
        for (place, item, used) in &self.used {
            let id = &notes.interviewers[*place].allow[*item].rule;
            let path = Path::root()
                .key("interviewers")
                .item(*place)
                .key("allow")
                .item(*item);
            if rule(id).is_none() {
                let place = Place::Value(path.key("rule"));
                let found =
                    Diagnostic::warning("unknown-rule", place, format!("there is no rule `{id}`"));
                let ids: Vec<&str> = rules().iter().map(|rule| rule.id.as_str()).collect();
                messages.push(match nearest(id, &ids) {
                    Some(near) => found.help(format!("did you mean `{near}`?")),
                    None => found.help("`regards rules` lists them"),
                });
            } else if !used && was_run(id) {
                let name = &notes.interviewers[*place].name;
                let message = format!("nothing in the letters to {name} is accepted by this");
                let found = Diagnostic::warning("unused-allow", Place::Value(path), message);
                messages.push(found.help("take it away, so that it hides nothing later"));
            }
        }
        messages
    }
}
