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
