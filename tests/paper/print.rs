//! `regards print`, with programs in the place of CUPS that write down what they are given.
#![cfg(unix)]

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;

use crate::support::{Folder, Run, example};

const LPSTAT: &str = "#!/bin/sh
case $1 in
    -d) echo 'system default destination: office' ;;
    -e) echo office; echo attic ;;
esac
";

/// Keeps arguments and input, a file a job; refuses whatever is for the attic.
const LP: &str = "#!/bin/sh
case $2 in attic) echo 'lp: Error - The printer is on fire.' >&2; exit 1 ;; esac
n=$(ls jobs | wc -l)
for word; do printf '%s\\n' \"$word\"; done > jobs/$n.words
cat > jobs/$n.pdf
";

fn folder(programs: &[(&str, &str)]) -> Folder {
    let folder = Folder::with("panel.yaml", example("panel.yaml"));
    fs::create_dir_all(folder.path().join("bin")).unwrap();
    fs::create_dir_all(folder.path().join("jobs")).unwrap();
    for (name, text) in programs {
        let path = folder.path().join("bin").join(name);
        fs::write(&path, text).unwrap();
        fs::set_permissions(&path, Permissions::from_mode(0o755)).unwrap();
    }
    folder
}

fn print(folder: &Folder, flags: &[&str]) -> Run {
    let bin = folder.path().join("bin");
    let arguments = [&["print", "panel.yaml", "--as", "card"], flags].concat();
    let path = format!("{}:/usr/bin:/bin", bin.display());
    folder.regards(&arguments).env("PATH", &path)
}

fn jobs(folder: &Folder) -> Vec<(String, Vec<u8>)> {
    let files = folder.files();
    let words = files.iter().filter(|(name, _)| name.ends_with(".words"));
    words
        .map(|(name, words)| {
            let pdf = files[&name.replace(".words", ".pdf")].clone();
            (String::from_utf8(words.clone()).unwrap(), pdf)
        })
        .collect()
}

const ALL: [&str; 6] = [
    "--fold",
    "half",
    "--envelope",
    "auto",
    "--labels",
    "avery-5160",
];

#[test]
fn each_stack_of_paper_is_one_job_with_its_media_and_sides() {
    let folder = folder(&[("lp", LP), ("lpstat", LPSTAT)]);
    // Three have no address.
    let printed = print(&folder, &[&ALL[..], &["--yes"]].concat()).fails(1);
    insta::assert_snapshot!(printed.stderr);
    let jobs = jobs(&folder);
    assert!(jobs.iter().all(|(_, pdf)| pdf.starts_with(b"%PDF-1.7")));
    let words: Vec<String> = jobs
        .into_iter()
        .map(|(words, _)| words.replace('\n', " "))
        .collect();
    insta::assert_snapshot!(words.join("\n"));
    let letters = folder
        .files()
        .into_keys()
        .filter(|name| name.starts_with("letters/"));
    assert_eq!(letters.count(), 0, "nothing was written");
}

#[test]
fn nothing_is_printed_that_was_not_agreed_to() {
    let folder = folder(&[("lp", LP), ("lpstat", LPSTAT)]);
    print(&folder, &ALL).input("n\ny\n").fails(1);
    let jobs = jobs(&folder);
    assert_eq!(jobs.len(), 1, "the input ended before the third question");
    assert!(
        jobs[0].0.contains("media=na_a2_4.375x5.75in"),
        "{}",
        jobs[0].0
    );
}

#[test]
fn letters_are_a_stack_of_their_own() {
    let notes = example("panel.yaml").replacen("send: card", "send: letter", 1);
    let folder = folder(&[("lp", LP), ("lpstat", LPSTAT)]);
    folder.put("panel.yaml", notes);
    let path = format!("{}:/usr/bin:/bin", folder.path().join("bin").display());
    let arguments = [
        "print",
        "panel.yaml",
        "--envelope",
        "auto",
        "--yes",
        "--quiet",
    ];
    folder.regards(&arguments).env("PATH", &path).passes();
    let titles: Vec<String> = jobs(&folder)
        .into_iter()
        .map(|(words, _)| words.lines().nth(3).unwrap_or_default().to_owned())
        .collect();
    assert_eq!(
        titles,
        [
            "regards: 1 card of 4.25 x 5.5 in",
            "regards: 1 letter of 8.5 x 11 in",
            "regards: 1 envelope of 9.5 x 4.125 in",
            "regards: 1 envelope of 5.75 x 4.375 in",
        ]
    );
}

#[test]
fn a_dry_run_prints_the_commands() {
    let folder = folder(&[("lp", LP), ("lpstat", LPSTAT)]);
    let flags = ["--dry-run", "--sheet", "avery-8387", "--printer", "attic"];
    let printed = print(&folder, &flags).passes();
    insta::assert_snapshot!(printed.stdout + &printed.stderr);
    assert!(jobs(&folder).is_empty());
    let flags = ["--dry-run", "--sheet", "avery-8389", "--calibrate"];
    let printed = print(&folder, &flags).passes();
    assert_eq!(printed.stdout.lines().count(), 1, "{}", printed.stdout);
    assert!(
        printed.stdout.contains("test page for avery-8389"),
        "{}",
        printed.stdout
    );
}

#[test]
fn a_dry_run_needs_no_default_printer() {
    let none = "#!/bin/sh\n[ \"$1\" = -d ] && echo 'no system default destination'\n";
    let folder = folder(&[("lp", LP), ("lpstat", none)]);
    let printed = print(&folder, &["--dry-run", "--quiet", "--envelope", "auto"]);
    let printed = printed.fails(1);
    // Without an address there is no envelope, which is what it fails for.
    let commands: Vec<&str> = printed.stdout.lines().collect();
    assert_eq!(commands.len(), 2, "{}", printed.stdout);
    assert!(
        commands[0].starts_with("lp -t 'regards: 5 cards"),
        "{}",
        commands[0]
    );
    assert!(
        commands[0].ends_with("-o print-scaling=none cards.pdf"),
        "{}",
        commands[0]
    );
    assert!(commands[1].ends_with(" envelopes.pdf"), "{}", commands[1]);
    assert!(jobs(&folder).is_empty());
}

#[test]
fn what_stands_in_the_way_is_said() {
    let folder = folder(&[("lp", LP), ("lpstat", LPSTAT)]);
    let mut said = print(&folder, &["--printer", "cellar", "--quiet"])
        .fails(2)
        .stderr;
    said += &print(&folder, &["--printer", "attic", "--yes", "--quiet"])
        .fails(3)
        .stderr;
    let emails = ["print", "panel.yaml", "--to", "Ludwig", "--quiet"];
    said += &folder.regards(&emails).passes().stderr;
    insta::assert_snapshot!(said);
}

#[test]
fn without_cups_it_says_how_to_print_by_hand() {
    let folder = folder(&[]);
    let bin = folder.path().join("bin").display().to_string();
    let arguments = [
        "print",
        "panel.yaml",
        "--as",
        "card",
        "--fold",
        "half",
        "--flip",
        "short",
    ];
    let printed = folder.regards(&arguments).env("PATH", &bin).fails(3);
    insta::assert_snapshot!(printed.stderr);
}
