use super::super::input::Input;
use super::super::terminal::Terminal;
use crate::followup;
use crate::letter::Recipient;
use crate::notes::{Loaded, people};

/// Whom a name given on the command line means in one notes file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Meant {
    /// Nobody there.
    Nobody,
    /// This one.
    One(Recipient),
    /// Several, by their names.
    Several(Vec<String>),
}

/// Finds the one person whom any part of a name fits, by the rules of `tell:` in the notes: an
/// interviewer, the recruiter, or oneself.
pub fn find(wanted: &str, loaded: &Loaded) -> Meant {
    let notes = &loaded.notes;
    let everybody: Vec<Recipient> = everybody(loaded).collect();
    let names: Vec<String> = everybody
        .iter()
        .map(|each| each.name(notes).to_owned())
        .collect();
    match people(wanted, &names).as_slice() {
        [] => Meant::Nobody,
        [one] => Meant::One(everybody[*one]),
        several => Meant::Several(several.iter().map(|&place| names[place].clone()).collect()),
    }
}

/// Everybody a letter can go to: the interviewers, then the recruiter, then oneself.
pub fn everybody(loaded: &Loaded) -> impl Iterator<Item = Recipient> {
    followup::everybody(&loaded.notes)
}

/// Those whom these names mean in one notes file, in its order.
pub fn recipients(names: &[String], loaded: &Loaded) -> Vec<Recipient> {
    let mut found: Vec<Recipient> = names
        .iter()
        .filter_map(|name| match find(name, loaded) {
            Meant::One(recipient) => Some(recipient),
            _ => None,
        })
        .collect();
    found.sort();
    found.dedup();
    found
}

/// Whether each name means somebody in some file, and nowhere two; complains where not.
pub fn are_known(
    names: &[String],
    loaded: &[(&Input, Loaded)],
    flag: &str,
    terminal: &mut Terminal<'_>,
) -> bool {
    let mut good = true;
    for name in names {
        let mut found = false;
        for (input, notes) in loaded {
            match find(name, notes) {
                Meant::Nobody => {}
                Meant::One(_) => found = true,
                Meant::Several(people) => {
                    good = false;
                    found = true;
                    terminal.complain(&format!(
                        "error: `{flag} {name}` fits several people in {}: {}",
                        input.name,
                        people.join(", ")
                    ));
                    terminal.complain("help: type more of the name");
                }
            }
        }
        if !found && !loaded.is_empty() {
            good = false;
            terminal.complain(&format!("error: `{flag} {name}` fits nobody in the notes"));
            let people: Vec<&str> = loaded
                .iter()
                .flat_map(|(_, notes)| &notes.notes.interviewers)
                .map(|person| person.name.as_str())
                .collect();
            terminal.complain(&format!(
                "help: the interviewers are: {}",
                people.join(", ")
            ));
        }
    }
    good
}
