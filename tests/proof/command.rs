//! `check` with letters, `rules`, `explain`, and `write` where a letter has a mistake.

use std::fs;

use crate::support::{Folder, Printed, project};

const NOTES: &str = "\
from: { name: Amara Okafor, email: amara@okafor.example }
interview: { company: Kestrel Motion Systems, role: Controls Engineer, date: 2026-11-18 }
interviewers:
  - name: Katherine O'Neill
    email: k.oneill@kestrel.example
    discussed_points:
      - topic: moving your test benches from LabVIEW to Rust
        my_side: I could of moved eleven benches in one winter, and I would recieve no complaint.
";

/// A letter to Katherine that somebody has edited badly.
const EDITED: &str = "\
---
to: Katherine O'Neill <k.oneill@kestrel.example>
subject: The benches, and thank you
channel: email
---

Dear Kathryn,

Thank you for talking with me on Thursday about the  Controls Engineer role. I liked the the benches, and
how ONeill's team tests them. Am I still in the running?

I would be glad to work at Kestrel Motion Systems.

Best regards,\\
Amara Okafor
";

const FILE: &str = "letters/notes/katherine-oneill.thank-you.md";

fn both(printed: &Printed) -> String {
    format!("{}{}", printed.stdout, printed.stderr)
}

/// The notes with the letter edited.
fn edited() -> Folder {
    let folder = Folder::with(
        "notes.yaml",
        NOTES
            .replace("could of", "could have")
            .replace("recieve", "receive"),
    );
    folder.regards(&["write", "notes.yaml"]).passes();
    folder.put(FILE, EDITED);
    folder
}

#[test]
fn a_mistake_in_the_notes_is_shown_there_and_holds_the_letter_back() {
    let folder = Folder::with("notes.yaml", NOTES);
    let printed = folder.regards(&["write", "notes.yaml"]).fails(1);
    insta::assert_snapshot!(both(&printed));
    assert!(!folder.path().join(FILE).exists());
}

#[test]
fn an_edited_letter_is_what_is_checked_in_every_format() {
    let folder = edited();
    let mut shown = String::new();
    for format in ["full", "concise", "json"] {
        let printed = folder
            .regards(&["check", "notes.yaml", "--fast", "--format", format])
            .fails(1);
        shown.push_str(&format!("== {format}\n{}", both(&printed)));
    }
    insta::assert_snapshot!(shown);
}

#[test]
fn what_is_certain_is_mended_and_shown_first() {
    let folder = edited();
    let shown = folder
        .regards(&["check", "notes.yaml", "--fast", "--diff"])
        .fails(1);
    assert_eq!(folder.read(FILE), EDITED);
    folder
        .regards(&["check", "notes.yaml", "--fast", "--fix"])
        .fails(1);
    let mended = folder.read(FILE);
    assert_eq!(
        mended,
        EDITED
            .replace("the  Controls", "the Controls")
            .replace("the the", "the")
            .replace("ONeill's", "O'Neill's")
    );
    insta::assert_snapshot!(shown.stdout.split("error[").next().unwrap());
    // A second time there is nothing left that is certain.
    folder
        .regards(&["check", "notes.yaml", "--fast", "--fix"])
        .fails(1);
    assert_eq!(folder.read(FILE), mended);
}

#[test]
fn any_letter_can_be_read_with_or_without_its_notes() {
    let folder = Folder::with(
        "letter.txt",
        "Subject: Following up\n\nDear Kathryn,\n\nThank you for you time. I recieved the plan.\n\nBest,\nAmara\n",
    );
    folder.put("notes.yaml", NOTES);
    let alone = folder
        .regards(&["check", "--letter", "letter.txt", "--fast"])
        .fails(1);
    let with = folder
        .regards(&[
            "check",
            "--letter",
            "letter.txt",
            "notes.yaml",
            "--to",
            "Katherine",
            "--fast",
            "--format",
            "concise",
        ])
        .fails(1);
    insta::assert_snapshot!(format!(
        "{}\n== with the notes\n{}",
        both(&alone),
        both(&with)
    ));
    let piped = folder
        .regards(&["check", "--letter", "-", "--fast"])
        .input("Dear Ann,\n\nThank you for talking with me on Tuesday about the post. I liked what you said about the way a shift hands over its notes, and I have kept the page that you drew for me on the back of the rota. It made the whole day clear. I would be glad to join you.\n\nKind regards,\nBo\n")
        .passes();
    assert_eq!(piped.stdout, "");
    for (arguments, says) in [
        (
            vec!["check", "--letter", "nowhere.txt"],
            "there is no such file",
        ),
        (
            vec![
                "check",
                "--letter",
                "letter.txt",
                "notes.yaml",
                "--to",
                "Zed",
            ],
            "fits nobody",
        ),
        (
            vec!["check", "notes.yaml", "--only", "asks-satus"],
            "did you mean `asks-status`?",
        ),
    ] {
        let printed = folder.regards(&arguments).fails(2);
        assert!(
            both(&printed).contains(says),
            "{arguments:?}: {}",
            both(&printed)
        );
    }
}

#[test]
fn warnings_fail_only_when_strict_and_words_and_rules_can_be_chosen() {
    let text = "Dear Ann,\n\nThank you for talking with me on Tuesday about the post. I liked what you said about the way a shift hands over its notes, and I have kept the page that you drew for me on the back of the rota. It made the whole day clear. I run kubeflux, and would be glad to join you.\n\nKind regards,\nBo\n";
    let folder = Folder::with("letter.txt", text);
    let check = |more: &[&str]| {
        folder.regards(&[&["check", "--letter", "letter.txt", "--fast"], more].concat())
    };
    let printed = check(&[]).passes();
    assert!(
        printed.stdout.contains("“kubeflux” is in no dictionary"),
        "{}",
        printed.stdout
    );
    check(&["--strict"]).fails(1);
    assert_eq!(
        check(&["--strict", "--words", "kubeflux"]).passes().stdout,
        ""
    );
    assert_eq!(
        check(&["--strict", "--only", "no-thanks,begging"])
            .passes()
            .stdout,
        ""
    );
}

#[test]
fn what_was_looked_at_is_accepted_and_what_accepts_nothing_is_named() {
    let allow = "    allow:\n      - { rule: misspelling, reason: it is meant so }\n      - { rule: mixed-up-words, reason: it is meant so }\n";
    let folder = Folder::with("notes.yaml", format!("{NOTES}{allow}"));
    let printed = folder
        .regards(&["check", "notes.yaml", "--fast", "--strict"])
        .passes();
    assert_eq!(printed.stdout, "");
    let mended = NOTES
        .replace("could of", "could have")
        .replace("recieve", "receive");
    folder.put(
        "notes.yaml",
        format!("{mended}{allow}      - {{ rule: to-long, reason: fine }}\n"),
    );
    let printed = folder.regards(&["check", "notes.yaml", "--fast"]).passes();
    insta::assert_snapshot!(both(&printed));
}

#[test]
fn every_rule_is_listed_and_explained() {
    let folder = Folder::new();
    let list = folder.regards(&["rules"]).passes().stdout;
    let files = fs::read_dir(project().join("src/proof/rules")).unwrap();
    let mut many = 0;
    for file in files {
        let name = file.unwrap().file_name().to_string_lossy().into_owned();
        let Some(id) = name.strip_suffix(".yaml") else {
            continue;
        };
        many += 1;
        assert!(list.contains(&format!("  {id} ")), "{id} is not listed");
        let page = folder.regards(&["explain", id]).passes().stdout;
        for head in ["What it does", "Why it matters", "Example", "Use instead"] {
            assert!(page.contains(head), "{id}: {page}");
        }
    }
    assert!(many > 60, "{many} rules");
    assert!(
        list.lines().all(|line| line.chars().count() <= 80),
        "{list}"
    );
    let printed = folder.regards(&["explain", "asks-status"]).passes();
    insta::assert_snapshot!(printed.stdout);
    let printed = folder.regards(&["explain", "ask-status"]).fails(2);
    assert!(
        printed.stderr.contains("did you mean `asks-status`?"),
        "{}",
        printed.stderr
    );
}

#[test]
fn an_allow_that_only_an_edited_letter_of_another_kind_needs_is_of_use() {
    let notes = NOTES
        .replace("could of", "could have")
        .replace("recieve", "receive");
    let allow = "    allow: [{ rule: doubled-word, reason: it is the name of their band }]\n";
    let folder = Folder::with("notes.yaml", format!("{notes}{allow}"));
    let unused = folder.regards(&["check", "notes.yaml", "--fast"]).passes();
    assert!(both(&unused).contains("unused-allow"), "{}", both(&unused));

    folder
        .regards(&["write", "notes.yaml", "--kind", "check-in"])
        .passes();
    let file = "letters/notes/katherine-oneill.check-in.md";
    let letter = folder.read(file);
    folder.put(file, letter.replacen("the ", "the the ", 1));
    let used = folder.regards(&["check", "notes.yaml", "--fast"]).passes();
    assert!(!both(&used).contains("unused-allow"), "{}", both(&used));
    // Where only letters of another kind are read, nobody can say.
    let one = folder
        .regards(&["check", "notes.yaml", "--fast", "--kind", "thank-you"])
        .passes();
    assert!(!both(&one).contains("unused-allow"), "{}", both(&one));
}

#[test]
fn from_the_day_on_which_one_may_ask_a_check_in_may() {
    let notes = NOTES
        .replace("could of", "could have")
        .replace("recieve", "receive")
        .replace(
            "date: 2026-11-18 }",
            "date: 2026-11-18, ask_again_after: 2026-12-07 }",
        );
    let folder = Folder::with("notes.yaml", notes);
    folder.put(
        "letter.md",
        "Dear Katherine,\n\nThank you for talking with me about the benches. Is there any news about \
         the position?\n\nBest regards,\nAmara Okafor\n",
    );
    let asks = |today: &str| {
        let arguments = [
            "check",
            "notes.yaml",
            "--letter",
            "letter.md",
            "--kind",
            "check-in",
            "--to",
            "Katherine",
            "--fast",
            "--only",
            "asks-status",
            "--date",
            today,
        ];
        folder.regards(&arguments)
    };
    let early = both(&asks("2026-12-06").fails(1));
    assert!(early.contains("asks-status"), "{early}");
    asks("2026-12-07").passes();
    asks("2026-12-09").passes();
}
