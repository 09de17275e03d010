//! Letters that nobody gets, and those that cannot go out yet: what is said, and what to type.

use crate::support::Folder;

const NOTES: &str = "\
from: { name: Amara Okafor, email: amara@okafor.example }
interview: { company: Meridian Analytics Inc., role: Data Engineer, date: 2026-11-18 }
recruiter: { name: Jo Lindqvist, email: jo@staffing.example }
interviewers:
  - { name: Robert Downs Jr., discussed_points: [how releases are tested on real meters] }
  - { name: Lena Fischer, send: card, moment: your tour of the archive }
  - { name: Priya Nair, send: letter, moment: your story about the flood of 2013 }
  - { name: Tom Weller, send: via-recruiter, moment: your drawing of the sluice }
";

/// What a run of `write` says.
fn said(notes: &str, arguments: &[&str], code: i32) -> String {
    let folder = Folder::with("n.yaml", notes);
    let all = [&["write", "n.yaml"], arguments].concat();
    folder.regards(&all).fails(code).stderr
}

/// The lines that are about people.
fn lines_with<'t>(text: &'t str, words: &[&str]) -> Vec<&'t str> {
    let has = |line: &&str| words.iter().any(|word| line.contains(word));
    text.lines().filter(has).collect()
}

#[test]
fn an_address_that_is_missing_is_named_with_whom_to_ask() {
    insta::assert_snapshot!(said(NOTES, &[], 0));
    // Who asks needs no advice to ask.
    let asking = said(NOTES, &["--kind", "contact-request"], 0);
    assert!(!asking.contains("No `"), "{asking}");
    let json = Folder::with("n.yaml", NOTES);
    let json = json
        .regards(&["write", "n.yaml", "--json", "--quiet"])
        .passes()
        .stdout;
    let needs: Vec<&str> = json
        .lines()
        .map(|line| {
            line.split("\"needs\":")
                .nth(1)
                .unwrap()
                .split(',')
                .next()
                .unwrap()
        })
        .collect();
    assert_eq!(
        needs,
        ["\"email\"", "\"address\"", "\"address\"", "null", "null"]
    );
    // What is accepted, and what an edited letter has in its header, is not missed.
    let allowed = NOTES.replace(
        "send: card,",
        "send: card, allow: [{ rule: missing-address, reason: by hand }],",
    );
    let allowed = said(&allowed, &[], 0);
    assert!(
        allowed.contains("No `address` for Priya Nair: ask Jo Lindqvist.\n"),
        "{allowed}"
    );
    let folder = Folder::with("n.yaml", NOTES);
    folder.regards(&["write", "n.yaml"]).passes();
    let file = "letters/n/robert-downs.thank-you.md";
    let letter = folder.read(file);
    folder.put(
        file,
        letter.replace(
            "to: Robert Downs Jr.",
            "to: Robert Downs Jr. <rob@m.example>",
        ),
    );
    let edited = folder.regards(&["write", "n.yaml"]).passes().stderr;
    assert!(
        !edited.contains("No `email`") && !edited.contains("without a recipient"),
        "{edited}"
    );
}

#[test]
fn whoever_can_be_reached_by_post_alone_can_have_a_card() {
    let posted = NOTES.replace("Robert Downs Jr.,", "Robert Downs Jr., address: 1 Quay St,");
    let text = said(&posted, &[], 0);
    let line =
        "The notes have a postal address of Robert Downs Jr.: --to 'Robert Downs Jr.' --as card";
    assert!(text.replace("\n  ", " ").contains(line), "{text}");
    let card = said(&posted, &["--to", "Robert Downs Jr.", "--as", "card"], 0);
    assert!(!card.contains("postal address"), "{card}");
    let asked = posted.replace("address: 1 Quay St,", "address: 1 Quay St, send: email,");
    assert!(!said(&asked, &[], 0).contains("postal address"));
}

#[test]
fn nobody_to_ask_is_said_too() {
    let alone = NOTES.replace(
        "recruiter: { name: Jo Lindqvist, email: jo@staffing.example }\n",
        "",
    );
    let alone = alone.replace("send: via-recruiter", "email: tom@weller.example");
    let text = said(&alone, &[], 0);
    let lines = lines_with(&text, &["No `", "To ask", "ask the"]);
    insta::assert_snapshot!(lines.join("\n"));
}

#[test]
fn the_recruiter_gets_the_email_with_the_notes_that_it_carries() {
    let folder = Folder::with("n.yaml", NOTES);
    let printed = folder.regards(&["write", "n.yaml", "--to", "Jo"]).passes();
    assert!(
        printed.stderr.starts_with("Wrote 2 notes"),
        "{}",
        printed.stderr
    );
    let text = folder.read("letters/n/jo-lindqvist.covering.txt");
    assert!(text.contains("your drawing of the sluice"), "{text}");
    let whole = Folder::with("n.yaml", NOTES);
    whole.regards(&["write", "n.yaml"]).passes();
    for name in ["jo-lindqvist.covering.md", "tom-weller.thank-you.md"] {
        let name = format!("letters/n/{name}");
        assert_eq!(folder.read(&name), whole.read(&name));
    }
    assert!(
        !folder
            .files()
            .contains_key("letters/n/lena-fischer.thank-you.md")
    );
}

#[test]
fn no_notes_are_never_written_without_a_reason() {
    let plain = NOTES.replace("send: via-recruiter", "email: tom@weller.example");
    let cases: [(&str, &[&str]); 7] = [
        (NOTES, &["--as", "phone"]),
        (NOTES, &["--as", "page"]),
        (NOTES, &["--to", "Amara"]),
        (NOTES, &["--to", "Tom"]),
        (&plain, &["--to", "Jo"]),
        (&plain, &["--to", "Jo", "--to", "Tom", "--stdout"]),
        (NOTES, &["--kind", "check-in", "--to", "Amara"]),
    ];
    let mut all = String::new();
    for (notes, arguments) in cases {
        let text = said(notes, arguments, 0);
        let talk: Vec<&str> = text.lines().take_while(|line| !line.is_empty()).collect();
        all.push_str(&format!(
            "$ {}\n{}\n\n",
            arguments.join(" "),
            talk.join("\n")
        ));
    }
    insta::assert_snapshot!(all);
}
