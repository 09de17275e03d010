//! People put into a notes file: nothing else of it changes.

use regards::contacts::{AddError, Contact, added, as_yaml};
use regards::diagnostic::{Style, render};

use super::person;
use crate::support::{Folder, example, project};

/// Adds two people; checks that all there was is still there, and gives what is new.
fn add(before: &str) -> Result<String, AddError> {
    let (ann, bob) = people();
    let added = added("n.yaml", before.as_bytes(), &[&ann, &bob])?;
    let new = added.text[added.new.clone()].to_owned();
    let rest = format!(
        "{}{}",
        &added.text[..added.new.start],
        &added.text[added.new.end..]
    );
    assert_eq!(rest, before);
    Ok(new)
}

fn people() -> (Contact, Contact) {
    let ann = person(
        "Dr. Ann Lee",
        Some("ann@b.example"),
        Some("Acme\n1 Main St, #4\nOban"),
    );
    (ann, person("O'Brien: \"José\", #1", None, None))
}

#[test]
fn the_yaml_says_what_the_card_says() {
    let (ann, bob) = people();
    insta::assert_snapshot!(as_yaml(&[ann, bob]));
}

#[test]
fn people_are_typed_as_the_file_is() {
    let head = "from: { name: A B }  # me\n";
    let cases = [
        (
            "a list",
            "interviewers:\n  - name: Cy Coe\n    moment: your tour\nwords: [x]\n",
        ),
        (
            "not indented",
            "interviewers:\n- name: Cy Coe\n\n# the end\n",
        ),
        (
            "deep, with comments",
            "interviewers:\n    # first\n    -   name: Cy Coe\n        address: |\n          1 Quay\n          Oban\n        # not sure\n    # them\n\nwords: [x]\n",
        ),
        (
            "no line break at the end",
            "interviewers:\n  - { name: Cy Coe }",
        ),
        (
            "CRLF",
            "interviewers:\r\n  - name: Cy Coe\r\nwords: [x]\r\n",
        ),
        (
            "in brackets",
            "interviewers: [{ name: Cy Coe }, ]  # all\nwords: [x]\n",
        ),
        ("empty brackets", "interviewers: []\n"),
        ("nobody yet", "interviewers:   # to come\nwords: [x]\n"),
        ("no list", "words: [x]"),
        (
            "an empty last value",
            "interviewers:\n  - name: Cy Coe\n    moment:\n",
        ),
    ];
    let mut all = String::new();
    for (what, list) in cases {
        let before = format!("{head}{list}");
        let new = add(&before).unwrap_or_else(|error| panic!("{what}: {error}"));
        assert_eq!(new.contains("\r\n"), what == "CRLF", "{what}");
        all.push_str(&format!("== {what}\n{}\n", new.replace('\r', "")));
    }
    insta::assert_snapshot!(all);
    let with_mark = format!("\u{feff}{head}words: [x]\n");
    assert!(add(&with_mark).unwrap().starts_with("interviewers:\n  - "));
}

#[test]
fn what_has_no_place_for_people_is_left_as_it_is() {
    for notes in [
        "{ from: { name: A B } }\n",
        "interviewers: Cy Coe\n",
        "interviewers: { name: Cy Coe }\n",
        "- a list\n",
        "interviewers: [{ name: Cy Coe }, # all\n]\n",
    ] {
        assert!(matches!(add(notes), Err(AddError::NoPlace)), "{notes}");
    }
    let Err(AddError::Notes(report)) = add("a: [1\n") else {
        panic!("this is no YAML");
    };
    assert!(!render(&report, Style::default()).is_empty());
}

fn card(name: &str, email: &str) -> String {
    format!("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{name}\r\nEMAIL:{email}\r\nEND:VCARD\r\n")
}

#[test]
fn those_who_are_there_are_left_and_told() {
    let folder = Folder::with("panel.yaml", example("panel.yaml"));
    let before = folder.read("panel.yaml");
    let cards = [
        card("Katharine O'Neill-Vasquez", "k.oneill@northwind.example"),
        card("Ludwig van der Berg", "elsewhere@northwind.example"),
        card("Priya Raman", "priya@northwind.example"),
        "BEGIN:VCARD\nVERSION:3.0\nORG:Northwind\nEND:VCARD\n".to_owned(),
    ];
    folder.put("cards.vcf", cards.concat());
    let into = ["contacts", "cards.vcf", "--into", "panel.yaml"];
    let dry = [&into[..], &["--dry-run"]].concat();
    let printed = folder.regards(&dry).passes();
    assert_eq!(folder.read("panel.yaml"), before);
    assert!(
        printed.stdout.contains("name: Priya Raman"),
        "{}",
        printed.stdout
    );
    let printed = folder.regards(&into).passes();
    insta::assert_snapshot!(printed.stderr);
    let after = folder.read("panel.yaml");
    assert_eq!(after.replace(&printed_new(&after), ""), before);
    folder
        .regards(&["check", "panel.yaml", "--only", "missing-email"])
        .passes();
    let again = folder.regards(&into).passes();
    assert!(
        again.stderr.contains("Nobody was added"),
        "{}",
        again.stderr
    );
    assert_eq!(folder.read("panel.yaml"), after);
}

/// The lines of the one who was added.
fn printed_new(text: &str) -> String {
    let at = text.find("  - name: Priya Raman\n").unwrap();
    let lines = text[at..].split_inclusive('\n');
    lines.take(2).collect()
}

#[test]
fn cards_are_printed_and_what_is_none_is_said() {
    let folder = Folder::with("none.vcf", "hello\n");
    let file = project().join("tests/fixtures/vcards/several-01.vcf");
    let cards = std::fs::read(file).unwrap();
    folder.put("several.vcf", &cards);
    let printed = folder.regards(&["contacts", "several.vcf"]).passes();
    let from_input = folder.regards(&["contacts", "-"]).input(cards).passes();
    assert_eq!(from_input.stdout, printed.stdout);
    let mut all = format!("{}----\n{}", printed.stdout, printed.stderr);
    for arguments in [
        &["none.vcf"][..],
        &["lost.vcf"],
        &["none.vcf", "lost.vcf"],
        &["several.vcf", "--into", "lost.yaml"],
    ] {
        let command = [&["contacts"], arguments].concat();
        let printed = folder.regards(&command).fails(2);
        all.push_str(&format!("----\n{}", printed.stderr));
    }
    insta::assert_snapshot!(all);
}

#[test]
fn a_file_that_is_cut_off_is_never_taken_for_whole() {
    let cards = "BEGIN:VCARD\nVERSION:3.0\nFN:Ann Lee\nEND:VCARD\nBEGIN:VCARD\nVERSION:3.0\nFN:Ben Ode\nEMAIL:ben@nor";
    let folder = Folder::with("cards.vcf", cards);
    let printed = folder
        .regards(&["contacts", "cards.vcf", "--quiet"])
        .passes();
    insta::assert_snapshot!(printed.stdout, @r"
    interviewers:
      - name: Ann Lee
      - name: Ben Ode
    ");
    insta::assert_snapshot!(printed.stderr, @r"
    warning: the card of Ben Ode that begins on line 5 of cards.vcf never ends, so
      part of it is missing: look at what is there, or export it again
    ");
}
