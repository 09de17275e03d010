//! `check --contacts`: the notes beside business cards.

use crate::support::Folder;

const NOTES: &str = "\
from: { name: Amara Okafor, email: amara@okafor.example }
interview: { company: Northwind Robotics, role: Controls Engineer, date: 2026-11-18 }
interviewers:
  - name: Kathryn O'Neil
    email: k.oneill@northwind.example
    moment: your story about the 3 a.m. conveyor failure
  - name: Dr. Jose Vasquez
    email: jose@northwind.example
    moment: your tour of the lab
  - name: Mary Coe
    moment: your question about the summer
  - name: Priya
    email: priya@northwind.example
    moment: your drawing of the palletiser
  - name: Dev Patel
    email: DEV@northwind.example
    moment: your drawing of the fourth axis
";

const CARDS: &str = "\
BEGIN:VCARD
VERSION:4.0
FN:Katherine O'Neill
EMAIL:k.oneill@northwind.example
END:VCARD
BEGIN:VCARD
VERSION:4.0
FN:José Vásquez
EMAIL:j.vasquez@northwind.example
END:VCARD
BEGIN:VCARD
VERSION:4.0
FN:Mary Jane Coe
EMAIL:mary@northwind.example
END:VCARD
BEGIN:VCARD
VERSION:4.0
FN:Prof. Dev Patel
EMAIL:dev@northwind.example
END:VCARD
BEGIN:VCARD
VERSION:4.0
FN:Priya Raman
END:VCARD
BEGIN:VCARD
VERSION:4.0
FN:Maria Cole
EMAIL:maria@northwind.example
END:VCARD
";

#[test]
fn what_the_cards_say_otherwise_is_shown_where_the_notes_say_it() {
    let folder = Folder::with("n.yaml", NOTES);
    folder.put("cards.vcf", CARDS);
    let only = "contact-name,contact-address";
    let check = [
        "check",
        "n.yaml",
        "--contacts",
        "cards.vcf",
        "--only",
        only,
        "--fast",
    ];
    let printed = folder.regards(&check).passes();
    insta::assert_snapshot!(printed.stdout);
    let strict = [&check[..], &["--strict"]].concat();
    folder.regards(&strict).fails(1);
    let without = folder
        .regards(&["check", "n.yaml", "--only", only, "--fast"])
        .passes();
    assert_eq!(without.stdout, "");
}

#[test]
fn a_difference_can_be_accepted() {
    let allowed = NOTES.replacen(
        "    moment:",
        "    allow: [{ rule: contact-name, reason: she told me }]\n    moment:",
        1,
    );
    let folder = Folder::with("n.yaml", allowed);
    folder.put("cards.vcf", CARDS);
    let check = ["check", "n.yaml", "--contacts", "cards.vcf", "--fast"];
    let printed = folder.regards(&check).passes();
    assert!(!printed.stdout.contains("Katherine"), "{}", printed.stdout);
    // Without cards nothing can be accepted, which is no mistake.
    let without = folder.regards(&["check", "n.yaml", "--fast"]).passes();
    assert!(
        !without.stdout.contains("contact-name"),
        "{}",
        without.stdout
    );
}

#[test]
fn cards_that_are_not_there_are_said() {
    let folder = Folder::with("n.yaml", NOTES);
    let printed = folder
        .regards(&["check", "n.yaml", "--contacts", "lost.vcf"])
        .fails(2);
    assert!(
        printed.stderr.contains("there is no such file"),
        "{}",
        printed.stderr
    );
}
