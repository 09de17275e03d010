//! What `write` says and what its flags do.

use serde_json::Value;

use crate::card::read_back::ReadBack;
use crate::support::{Folder, example};

#[test]
fn a_run_says_what_it_did() {
    let folder = Folder::with("panel.yaml", example("panel.yaml"));
    let printed = folder.regards(&["write", "panel.yaml"]).passes();
    assert_eq!(printed.stdout, "");
    insta::assert_snapshot!(printed.stderr);
    let quiet = folder.regards(&["write", "panel.yaml", "--quiet"]).passes();
    assert_eq!(quiet.stdout + &quiet.stderr, "");
}

#[test]
fn a_dry_run_writes_nothing() {
    let folder = Folder::with("panel.yaml", example("panel.yaml"));
    let printed = folder
        .regards(&["write", "panel.yaml", "--dry-run"])
        .passes();
    assert_eq!(folder.files().len(), 1);
    assert!(
        printed
            .stderr
            .starts_with("Would write 5 notes to letters/panel/\n"),
        "{}",
        printed.stderr
    );
}

#[test]
fn letters_go_to_standard_output_from_standard_input() {
    let folder = Folder::new();
    let printed = folder
        .regards(&["write", "-", "--stdout"])
        .input(example("panel.yaml"))
        .passes();
    assert_eq!(folder.files().len(), 0);
    insta::assert_snapshot!(printed.stdout);
    folder
        .regards(&["write", "-"])
        .input(example("minimal.yaml"))
        .passes();
    assert!(
        folder
            .read("letters/stdin/katherine-oneill.thank-you.txt")
            .starts_with("Dear Katherine,")
    );
}

#[test]
fn every_note_is_an_object_of_json() {
    let folder = Folder::with("panel.yaml", example("panel.yaml"));
    let printed = folder
        .regards(&["write", "panel.yaml", "--json", "--quiet"])
        .passes();
    let notes: Vec<Value> = printed
        .stdout
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(notes.len(), 5);
    assert_eq!(notes[0]["channel"], "card");
    assert_eq!(
        notes[0]["files"][1]["path"],
        "letters/panel/katherine-oneill-vasquez.thank-you.pdf"
    );
    assert_eq!(notes[0]["files"][1]["outcome"], "created");
    assert!(notes[0]["subject"].is_null() && notes[1]["subject"].is_string());
}

#[test]
fn each_sentence_is_explained() {
    let folder = Folder::with("panel.yaml", example("panel.yaml"));
    let printed = folder
        .regards(&[
            "write",
            "panel.yaml",
            "--explain",
            "--dry-run",
            "--to",
            "Ludwig",
        ])
        .passes();
    insta::assert_snapshot!(printed.stdout);
}

#[test]
fn one_channel_can_be_had_for_everybody() {
    let folder = Folder::with("panel.yaml", example("panel.yaml"));
    folder
        .regards(&["write", "panel.yaml", "--as", "card", "--out", "cards"])
        .passes();
    folder
        .regards(&["write", "panel.yaml", "--as", "email", "--out", "mails"])
        .passes();
    let count = |ending: &str| {
        folder
            .files()
            .keys()
            .filter(|name| name.ends_with(ending))
            .count()
    };
    assert_eq!((count(".pdf"), count(".txt"), count(".md")), (5, 5, 10));
}

#[test]
fn a_letter_to_a_name_in_doubt_waits_and_the_rest_is_written() {
    let doubtful = example("panel.yaml").replace(
        "name: Ludwig van der Berg",
        "name: Ludwig van der Berg\n    unsure: true",
    );
    let folder = Folder::with("panel.yaml", doubtful);
    let printed = folder.regards(&["write", "panel.yaml", "--quiet"]).fails(1);
    assert!(
        printed.stderr.contains("Ludwig van der Berg"),
        "{}",
        printed.stderr
    );
    // Two emails and two cards are left, the notes and the manifest.
    assert_eq!(folder.files().len(), 2 + 2 * 3 + 2 * 2);
    assert!(folder.files().keys().all(|name| !name.contains("ludwig")));
}

#[test]
fn text_wraps_at_the_column_asked_for() {
    let folder = Folder::with("panel.yaml", example("panel.yaml"));
    folder
        .regards(&["write", "panel.yaml", "--wrap", "60"])
        .passes();
    let text = folder.read("letters/panel/ludwig-van-der-berg.thank-you.txt");
    assert!(
        text.lines().all(|line| line.chars().count() <= 60),
        "{text}"
    );
    assert!(text.lines().any(|line| line.chars().count() > 45), "{text}");
}

#[test]
fn folders_of_notes_are_one_run() {
    let folder = Folder::with("all/panel.yaml", example("panel.yaml"));
    folder.put("all/phone.yml", example("phone.yaml"));
    folder.put("all/.hidden.yaml", "no: notes");
    folder.put("all/readme.txt", "no notes");
    folder.regards(&["write", "all"]).passes();
    assert!(
        folder
            .files()
            .contains_key("all/letters/phone/eilidh-macdonald.thank-you.txt")
    );
    assert!(
        folder
            .files()
            .contains_key("all/letters/panel/zoe-zed-muller.thank-you.pdf")
    );
}

#[test]
fn standard_output_wraps_too_and_touches_no_file() {
    let folder = Folder::with("minimal.yaml", example("minimal.yaml"));
    folder.regards(&["write", "minimal.yaml"]).passes();
    folder.put("letters/minimal/katherine-oneill.thank-you.txt", "mine");
    let printed = folder
        .regards(&["write", "minimal.yaml", "--stdout", "--wrap", "40"])
        .passes();
    assert!(
        printed
            .stdout
            .lines()
            .skip(2)
            .all(|line| line.chars().count() <= 40)
    );
    assert_eq!(
        folder.read("letters/minimal/katherine-oneill.thank-you.txt"),
        "mine"
    );
}

#[test]
fn of_many_files_only_those_with_the_person_are_spoken_of() {
    let folder = Folder::with("all/panel.yaml", example("panel.yaml"));
    folder.put("all/phone.yaml", example("phone.yaml"));
    let printed = folder.regards(&["write", "all", "--to", "Eilidh"]).passes();
    assert!(!printed.stderr.contains("panel"), "{}", printed.stderr);
    assert!(
        folder
            .files()
            .keys()
            .all(|name| !name.starts_with("all/letters/panel"))
    );
}

#[test]
fn a_file_named_twice_is_one_file() {
    let folder = Folder::with("minimal.yaml", example("minimal.yaml"));
    let printed = folder
        .regards(&["write", "minimal.yaml", "./minimal.yaml", "."])
        .passes();
    assert_eq!(
        printed.stderr.matches("Wrote 1 note").count(),
        1,
        "{}",
        printed.stderr
    );
}

#[test]
fn each_notes_file_has_its_own_theme() {
    let theme = |words: &str| {
        format!("pools:\n  closing:\n    says: interest\n    phrases:\n      only: {words}\n")
    };
    let notes = example("minimal.yaml") + "style: { theme: mine }\n";
    let folder = Folder::with("a/one.yaml", &notes);
    folder.put("b/two.yaml", &notes);
    folder.put(
        "a/mine/en/phrases/closing.yaml",
        theme("Here speaks the first theme."),
    );
    folder.put(
        "b/mine/en/phrases/closing.yaml",
        theme("Here speaks the second theme."),
    );
    let printed = folder
        .regards(&["write", "a/one.yaml", "b/two.yaml", "--stdout"])
        .passes();
    assert!(
        printed.stdout.contains("the first theme"),
        "{}",
        printed.stdout
    );
    assert!(
        printed.stdout.contains("the second theme"),
        "{}",
        printed.stdout
    );
}

#[cfg(target_os = "linux")]
#[test]
fn a_result_that_does_not_arrive_is_a_failure() {
    use std::process::{Command, Stdio};
    let full = std::fs::OpenOptions::new()
        .write(true)
        .open("/dev/full")
        .unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_regards"))
        .arg("schema")
        .stdout(Stdio::from(full))
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(3));
    assert!(String::from_utf8_lossy(&output.stderr).contains("could not be written"));
}

#[test]
fn a_card_looks_as_the_notes_say_and_flags_win() {
    let looks = "card: { size: 5x7in, hand: la-belle-aurore, design: border, ink: sepia }\n";
    let folder = Folder::with("notes.yaml", example("minimal.yaml") + "\n" + looks);
    let card = |flags: &[&str]| {
        let all = [&["write", "notes.yaml", "--as", "card"], flags].concat();
        folder.regards(&all).passes();
        let pdf = folder
            .files()
            .into_iter()
            .find(|(name, _)| name.ends_with(".pdf"));
        let read = ReadBack::of(&pdf.unwrap().1);
        let fonts = read.fonts.values();
        let font = fonts
            .map(|font| font.base_name[7..].to_owned())
            .collect::<Vec<_>>();
        (
            read.media_box()[2..].to_vec(),
            font.join(" "),
            read.strokes(),
        )
    };
    assert_eq!(
        card(&[]),
        (vec![360.0, 504.0], "LaBelleAurore".to_owned(), 2)
    );
    let flags = [
        "--size", "4bar", "--hand", "caveat", "--design", "plain", "--force",
    ];
    assert_eq!(
        card(&flags),
        (vec![252.0, 351.0], "Caveat-Regular".to_owned(), 0)
    );
}

#[test]
fn a_card_looks_as_the_theme_says_where_the_notes_do_not() {
    let folder = Folder::with("notes.yaml", example("minimal.yaml"));
    let looks = "card: { size: a7, hand: playpen, design: border, ink: sepia }\n";
    folder.put("mine/theme.yaml", looks);
    let card = |flags: &[&str]| {
        let common = [
            "write",
            "notes.yaml",
            "--as",
            "card",
            "--theme",
            "mine",
            "--force",
        ];
        folder.regards(&[&common, flags].concat()).passes();
        let files = folder.files();
        let pdf = files.iter().find(|(name, _)| name.ends_with(".pdf"));
        let read = ReadBack::of(pdf.unwrap().1);
        let font = read.fonts.values().next().unwrap().base_name[7..].to_owned();
        (read.media_box()[2], font, read.strokes())
    };
    assert_eq!(card(&[]), (360.0, "PlaypenSans-Regular".to_owned(), 2));
    // A flag wins, and the rest stays.
    let flags = ["--hand", "caveat"];
    assert_eq!(card(&flags), (360.0, "Caveat-Regular".to_owned(), 2));
    // So do the notes.
    let notes = example("minimal.yaml") + "\ncard: { size: 4bar, design: plain }\n";
    folder.put("notes.yaml", notes);
    assert_eq!(card(&[]), (252.0, "PlaypenSans-Regular".to_owned(), 0));
    // A sheet with cells of its own wins over the theme's size.
    let sheet = ["--sheet", "avery-8387"];
    folder.put("notes.yaml", example("minimal.yaml"));
    assert_eq!(card(&sheet).0, 306.0);
    folder.put("mine/theme.yaml", "name: mine\ncard: { hand: cravat }\n");
    let wrong = ["write", "notes.yaml", "--as", "card", "--theme", "mine"];
    let said = folder.regards(&wrong).fails(2).stderr;
    assert!(said.contains("`card: hand` of the theme `mine`"), "{said}");
    assert!(said.contains("caveat"), "{said}");
    folder.put("mine/theme.yaml", "card: { colour: sepia }\n");
    let said = folder.regards(&wrong).fails(2).stderr;
    assert!(said.contains("unknown key `colour`"), "{said}");
}

#[test]
fn measures_in_the_notes_that_are_no_cards_are_shown_where_they_stand() {
    let folder = Folder::with(
        "notes.yaml",
        example("minimal.yaml") + "\ncard: { size: 50x70in }\n",
    );
    let printed = folder
        .regards(&["write", "notes.yaml", "--as", "card"])
        .fails(2);
    insta::assert_snapshot!(printed.stderr);
}
