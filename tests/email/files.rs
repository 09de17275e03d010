//! The drafts that `regards write` puts beside the letters.

use super::{read, recipient, well_formed};
use crate::support::Folder;

pub const NOTES: &str = "\
from: { name: Amara Okafor, email: amara@okafor.example }
interview: { company: Northwind Robotics, role: Controls Engineer, date: 2026-11-18 }
recruiter: { name: Jo Lindqvist, email: jo@staffing.example }
interviewers:
  - name: O'Brien, José María
    greeting: José María
    email: jose@müller.example
    send: both
    discussed_points: [moving your test benches from LabVIEW to Rust]
  - name: Dev Patel
    email: dev@northwind.example
    send: via-recruiter
    moment: your story about the 3 a.m. conveyor failure
  - name: Laȝamon
    moment: your drawing of the fourth axis
  - name: Mary Coe
    email: mary@northwind.example
    hiring_role: coordinator
    send: card
    moment: your tour of the lab
";

fn letters(folder: &Folder) -> Vec<String> {
    let files = folder.files().into_keys();
    let drafts = files.filter(|name| name.ends_with(".eml"));
    drafts.collect()
}

#[test]
fn each_draft_goes_to_the_right_one() {
    let folder = Folder::with("n.yaml", NOTES);
    folder.regards(&["write", "n.yaml", "--no-proof"]).passes();
    folder
        .regards(&["write", "n.yaml", "--no-proof", "--coordinator"])
        .passes();
    let mut found = Vec::new();
    for name in letters(&folder) {
        let draft = folder.read(&name);
        well_formed(&draft);
        let message = read(&draft);
        let to = match message.to() {
            Some(_) => {
                let (name, address) = recipient(&message);
                format!("{name} <{address}>")
            }
            None => "nobody yet".to_owned(),
        };
        found.push(format!("{}: {to}", name.trim_start_matches("letters/n/")));
    }
    assert_eq!(
        found,
        [
            "jo-lindqvist.covering.eml: Jo Lindqvist <jo@staffing.example>",
            "jose-maria-obrien.thank-you.eml: O'Brien, José María <jose@xn--mller-kva.example>",
            "layamon.thank-you.eml: nobody yet",
            "mary-coe.coordinator.eml: Mary Coe <mary@northwind.example>",
        ],
        "the note that Jo passes on has no draft of its own, and a card has none"
    );
}

#[test]
fn a_draft_follows_the_edited_letter() {
    let folder = Folder::with("n.yaml", NOTES);
    let run = ["write", "n.yaml", "--no-proof", "--to", "Laȝamon"];
    folder.regards(&run).passes();
    let file = "letters/n/layamon.thank-you.md";
    let edited = folder
        .read(file)
        .replace("to: Laȝamon", "to: Laȝamon <l@northwind.example>")
        .replace("your drawing", "*your* drawing");
    folder.put(file, edited);
    let printed = folder.regards(&run).passes();
    assert!(
        printed.stderr.contains("layamon.thank-you.eml (new text)"),
        "{}",
        printed.stderr
    );
    let draft = folder.read("letters/n/layamon.thank-you.eml");
    assert!(draft.contains("<em>your</em> drawing"), "{draft}");
    assert_eq!(recipient(&read(&draft)).1, "l@northwind.example");
}

#[test]
fn an_edited_letter_to_two_addresses_is_shown_where_it_says_so() {
    let folder = Folder::with("n.yaml", NOTES);
    let run = ["write", "n.yaml", "--no-proof", "--to", "Laȝamon"];
    folder.regards(&run).passes();
    let before = folder.files();
    let file = "letters/n/layamon.thank-you.md";
    let edited = folder.read(file).replace(
        "to: Laȝamon",
        "to: Laȝamon <l@b.example>, Dev <d@b.example>",
    );
    folder.put(file, &edited);
    let printed = folder.regards(&run).fails(2);
    insta::assert_snapshot!(printed.stderr);
    assert_eq!(folder.files().len(), before.len());
}

#[test]
fn a_draft_that_the_user_changed_is_kept() {
    let folder = Folder::with("n.yaml", NOTES);
    let run = ["write", "n.yaml", "--no-proof", "--to", "Laȝamon"];
    folder.regards(&run).passes();
    let file = "letters/n/layamon.thank-you.eml";
    let theirs = folder.read(file).replace("X-Unsent: 1", "X-Unsent: 0");
    folder.put(file, &theirs);
    folder.regards(&run).fails(3);
    assert_eq!(folder.read(file), theirs);
    let forced = [&run[..], &["--force"]].concat();
    folder.regards(&forced).passes();
    assert!(folder.read(file).starts_with("X-Unsent: 1"));
}
