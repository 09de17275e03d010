//! People as the notes have them: the YAML of `interviewers:`.

use super::Contact;
use crate::yaml::exact;

/// People as `interviewers:` of a notes file; each line ends in `\n`.
pub fn as_yaml(people: &[Contact]) -> String {
    let items = people.iter().map(|person| item(person, "  "));
    items.fold("interviewers:\n".to_owned(), |text, item| text + &item)
}

/// A person as an item of a list in lines, each indented so far.
pub(super) fn item(person: &Contact, indent: &str) -> String {
    let mut text = format!("{indent}- name: {}\n", exact(&person.name));
    let keys = [("job_title", &person.job_title), ("email", &person.email)];
    for (key, value) in keys {
        if let Some(value) = value {
            text.push_str(&format!("{indent}  {key}: {}\n", exact(value)));
        }
    }
    if let Some(address) = &person.address {
        text.push_str(&format!("{indent}  address: |\n"));
        for line in address.lines() {
            text.push_str(&format!("{indent}    {line}\n"));
        }
    }
    text
}

/// A person as an item of a list in brackets.
pub(super) fn in_brackets(person: &Contact) -> String {
    let keys = [
        ("name", Some(&person.name)),
        ("job_title", person.job_title.as_ref()),
        ("email", person.email.as_ref()),
        ("address", person.address.as_ref()),
    ];
    let pairs: Vec<String> = keys
        .into_iter()
        .filter_map(|(key, value)| Some(format!("{key}: {}", in_marks(value?))))
        .collect();
    format!("{{ {} }}", pairs.join(", "))
}

/// A text in quotation marks, in which no mark of YAML counts.
fn in_marks(text: &str) -> String {
    let escaped = text.replace('\\', "\\\\").replace('"', "\\\"");
    format!("\"{}\"", escaped.replace('\n', "\\n"))
}
