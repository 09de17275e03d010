//! What the notes say reaches the reader as typed, in the email and in the text of the card.

use crate::card::read_back::ReadBack;
use crate::support::Folder;

const VALUES: [&str; 9] = [
    "A*STAR",
    "R_D (C_O_R_E)",
    "1. whether <b>bold</b> needs {{ proof }} & C#",
    "Null",
    "NO",
    "01234",
    "O'Brien, José",
    "Nguyễn Thị Minh Khai",
    "Zoë \"Zed\" Müller",
];

/// A notes file in which one person has every place of a value, by `send`.
fn notes(value: &str, send: &str) -> String {
    // A JSON string is a YAML string.
    let value = serde_json::to_string(value).unwrap();
    format!(
        "from: {{ name: {value} }}\n\
         interview: {{ company: {value}, role: {value}, date: 2026-11-18 }}\n\
         interviewers:\n\
         \x20 - name: {value}\n\
         \x20   greeting: {value}\n\
         \x20   send: {send}\n\
         \x20   moment: {value}\n\
         \x20   discussed_points:\n\
         \x20     - {{ topic: {value}, my_side: {value} }}\n"
    )
}

/// Text with every run of white space as one space: a card's lines break where they like.
fn on_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn values_are_in_the_email_as_typed() {
    for value in VALUES {
        let folder = Folder::with("notes.yaml", notes(value, "email"));
        let text = folder
            .regards(&["write", "notes.yaml", "--stdout"])
            .passes()
            .stdout;
        // Recipient, greeting, moment, own sentence that names the topic, signature.
        assert!(text.matches(value).count() >= 5, "{value}: {text}");
        assert!(text.contains(&format!("Dear {value},")), "{text}");
        assert!(text.ends_with(&format!("\n{value}\n")), "{text}");
    }
}

#[test]
fn values_are_in_the_text_of_the_card_as_typed() {
    for value in VALUES {
        let folder = Folder::with("notes.yaml", notes(value, "card"));
        folder.regards(&["write", "notes.yaml"]).passes();
        let files = folder.files();
        let (_, pdf) = files
            .iter()
            .find(|(name, _)| name.ends_with(".pdf"))
            .unwrap();
        let text = on_one_line(&ReadBack::of(pdf).text());
        assert!(text.matches(value).count() >= 4, "{value}: {text}");
    }
}
