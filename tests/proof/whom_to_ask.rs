//! Who knows an address that the notes lack, and the command that asks for it.

use crate::support::Folder;

const HEAD: &str = "\
from: { name: Amara Okafor, email: amara@okafor.example }
interview: { company: Northwind Robotics, role: Controls Engineer, date: 2026-11-18 }
";
const PRIYA: &str = "  - { name: Priya Raman, moment: your tour of the lab }\n";
const HR: &str = "  - { name: Mary Coe, hiring_role: hr, send: card }\n";
const JO: &str = "recruiter: { name: Jo Lindqvist, email: jo@staffing.example }\n";

#[test]
fn the_one_to_ask_is_named_with_the_command_that_writes_to_them() {
    let mut all = String::new();
    for (what, notes) in [
        ("nobody", format!("{HEAD}interviewers:\n{PRIYA}")),
        ("a recruiter", format!("{HEAD}{JO}interviewers:\n{PRIYA}")),
        (
            "hr, and a recruiter who knows hr's address",
            format!("{HEAD}{JO}interviewers:\n{PRIYA}{HR}"),
        ),
    ] {
        let folder = Folder::with("my notes.yaml", notes);
        let only = "missing-email,missing-address";
        let check = ["check", "my notes.yaml", "--fast", "--only", only];
        let printed = folder.regards(&check).passes();
        all.push_str(&format!("== {what}\n{}", printed.stdout));
        // The command does what is said, where there is somebody to ask.
        let write = [
            "write",
            "my notes.yaml",
            "--kind",
            "contact-request",
            "--dry-run",
        ];
        let code = if what == "nobody" { 2 } else { 0 };
        folder.regards(&write).fails(code);
        if printed.stdout.contains("--to") {
            let to_jo = [&write[..], &["--to", "Jo Lindqvist"]].concat();
            let said = folder.regards(&to_jo).passes().stderr;
            assert!(said.contains("Jo Lindqvist: email"), "{said}");
        }
    }
    insta::assert_snapshot!(all);
}
