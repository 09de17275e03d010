use super::super::input::Input;
use super::super::terminal::Terminal;
use crate::notes::{Loaded, people};

/// Whom a name given on the command line means in one notes file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Meant {
    /// Nobody there.
    Nobody,
    /// The person at this place.
    One(usize),
    /// Several, by their names.
    Several(Vec<String>),
}

/// Finds the one person whom any part of a name fits, by the rules of `tell:` in the notes.
pub fn find(wanted: &str, loaded: &Loaded) -> Meant {
    let names: Vec<String> = loaded
        .notes
        .interviewers
        .iter()
        .map(|person| person.name.clone())
        .collect();
    match people(wanted, &names).as_slice() {
        [] => Meant::Nobody,
        [one] => Meant::One(*one),
        several => Meant::Several(several.iter().map(|&place| names[place].clone()).collect()),
    }
}

/// The places of the people whom these names mean in one notes file.
pub fn places(names: &[String], loaded: &Loaded) -> Vec<usize> {
    names
        .iter()
        .filter_map(|name| match find(name, loaded) {
            Meant::One(place) => Some(place),
            _ => None,
        })
        .collect()
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
