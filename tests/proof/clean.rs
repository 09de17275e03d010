//! Good letters: quiet.

use std::fs;

use regards::letter::Recipient;
use regards::notes::{Kind, load, people};

use super::{findings, fixtures};

/// Each clean letter of the corpus by its name, with the findings of level error or warning.
fn read_all() -> Vec<(String, Vec<String>)> {
    let mut read = Vec::new();
    let mut folders: Vec<_> = fs::read_dir(fixtures().join("clean")).unwrap().collect();
    folders.sort_by_key(|folder| folder.as_ref().unwrap().file_name());
    for folder in folders {
        let folder = folder.unwrap().path();
        let stem = folder.file_name().unwrap().to_string_lossy().into_owned();
        let bytes = fs::read(fixtures().join(format!("notes/{stem}.yaml"))).unwrap();
        let loaded = load(&stem, &bytes).unwrap();
        for file in fs::read_dir(&folder).unwrap() {
            let path = file.unwrap().path();
            let name = format!("{stem}/{}", path.file_name().unwrap().to_string_lossy());
            let text = fs::read_to_string(&path).unwrap();
            let kind = Kind::ALL
                .into_iter()
                .find(|kind| name.contains(&format!(".{kind}.")));
            let to = text
                .lines()
                .find_map(|line| line.strip_prefix("to: "))
                .unwrap();
            let to = to.split(" <").next().unwrap();
            let notes = &loaded.notes;
            let mut names: Vec<String> = notes
                .interviewers
                .iter()
                .map(|each| each.name.clone())
                .collect();
            names.extend(
                notes
                    .recruiter
                    .as_ref()
                    .map(|recruiter| recruiter.name.clone()),
            );
            let recipient = match people(to, &names)[..] {
                [place] if place < notes.interviewers.len() => Recipient::Interviewer(place),
                [_] => Recipient::Recruiter,
                _ => panic!("{name}: {to}"),
            };
            let found = findings(&loaded, &text, kind.unwrap(), Some(recipient));
            let shown = found.iter().map(|finding| {
                let words = finding.range.clone().map_or("", |range| &text[range]);
                format!("{name}: {}: {words}: {}", finding.rule.id, finding.message)
            });
            read.push((name.clone(), shown.collect()));
        }
    }
    read
}

#[test]
fn of_twenty_good_letters_at_most_one_is_doubted() {
    let read = read_all();
    assert!(read.len() >= 60, "{} letters", read.len());
    let alarms: Vec<&String> = read.iter().flat_map(|(_, found)| found).collect();
    assert!(
        alarms.len() * 20 <= read.len(),
        "{} false alarms in {} letters:\n{alarms:#?}",
        alarms.len(),
        read.len()
    );
}
