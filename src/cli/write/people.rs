use crate::notes::Loaded;

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

/// Finds the one person whom any part of a name fits, whatever its case and accents.
///
/// A whole name wins over parts of others: `Ann Lee` means Ann Lee, not Joann Leeds.
pub fn find(wanted: &str, loaded: &Loaded) -> Meant {
    let wanted = folded(wanted);
    let people = &loaded.notes.interviewers;
    let fits = |test: &dyn Fn(&str) -> bool| -> Vec<usize> {
        (0..people.len())
            .filter(|&place| test(&folded(&people[place].name)))
            .collect()
    };
    let tests: [&dyn Fn(&str) -> bool; 3] = [
        &|name| name == wanted,
        &|name| format!(" {name} ").contains(&format!(" {wanted} ")),
        &|name| name.contains(&wanted),
    ];
    for test in tests {
        match fits(test).as_slice() {
            [] => {}
            [one] => return Meant::One(*one),
            several => {
                return Meant::Several(several.iter().map(|&at| people[at].name.clone()).collect());
            }
        }
    }
    Meant::Nobody
}

fn folded(name: &str) -> String {
    deunicode::deunicode(name)
        .to_lowercase()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}
