//! What is only guessed, or spelt as elsewhere: the way to say it right is named.

use crate::support::Folder;

const NOTES: &str = "\
from: { name: Amara Okafor, email: amara@okafor.example }
interview: { company: Northwind Robotics, role: Controls Engineer, date: 2026-11-18 }
style: { first_names: false }
interviewers:
  - name: Mr José María Aznar López
    email: jaznar@northwind.example
    discussed_points: [the training programme for new operators]
  - name: Dr. Anna Maria Schmidt
    email: a.schmidt@northwind.example
    moment: your tour of the lab
";

#[test]
fn a_surname_that_is_a_guess_names_the_key_that_settles_it() {
    let only = [
        "check",
        "n.yaml",
        "--fast",
        "--only",
        "guessed-surname,dialect-spelling",
    ];
    let folder = Folder::with("n.yaml", NOTES);
    insta::assert_snapshot!(folder.regards(&only).passes().stdout);
    let settled = NOTES
        .replace(
            "    email: jaznar",
            "    greeting: Mr Aznar López\n    email: jaznar",
        )
        .replace("programme", "program");
    let folder = Folder::with("n.yaml", settled);
    assert_eq!(folder.regards(&only).passes().stdout, "");
}
