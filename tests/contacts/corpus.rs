//! A hundred cards in the forms that address books and phones write, whole and mutated.

use std::collections::BTreeMap;
use std::fs;

use proptest::prelude::*;
use regards::contacts::{Cards, Contact, Cut, as_yaml, read};
use regards::yaml::{Node, Value, values};

use crate::support::{files_below, project};

/// The files, by name, without the list of what they hold.
fn files() -> BTreeMap<String, Vec<u8>> {
    let mut files = files_below(&project().join("tests/fixtures/vcards"));
    files.remove("expected.yaml").unwrap();
    files
}

fn map(node: &Node) -> BTreeMap<String, &Node> {
    let Value::Map(entries) = &node.value else {
        panic!("{node:?}");
    };
    entries
        .iter()
        .map(|entry| (entry.key.clone(), &entry.value))
        .collect()
}

fn list(node: &Node) -> &[Node] {
    let Value::List(items) = &node.value else {
        panic!("{node:?}");
    };
    items
}

fn text(node: &Node) -> String {
    let Value::Scalar(scalar) = &node.value else {
        panic!("{node:?}");
    };
    scalar.text.clone()
}

/// What each file should hold; the organisation is not told apart, so it is left out.
fn expected() -> BTreeMap<String, Cards> {
    let file = project().join("tests/fixtures/vcards/expected.yaml");
    let root = values(&fs::read_to_string(file).unwrap()).unwrap();
    let lines = |node: &&Node| list(node).iter().map(text).collect::<Vec<_>>();
    let person = |node: &Node| {
        let keys = map(node);
        Contact {
            name: text(keys["name"]),
            job_title: keys.get("job_title").map(|node| text(node)),
            email: keys.get("email").map(|node| text(node)),
            address: keys.get("address").map(|node| lines(node).join("\n")),
            organisation: None,
        }
    };
    let cards = |node: &Node| {
        let keys = map(node);
        let people: Vec<Contact> = list(keys["people"]).iter().map(person).collect();
        // The last one of these files never ends.
        let last = people
            .last()
            .map_or_else(String::new, |last| last.name.clone());
        let cut = |line: String| Cut {
            line: line.parse().unwrap(),
            of: last.clone(),
        };
        let begun = keys.get("cut").map(lines).unwrap_or_default();
        Cards {
            others: keys.get("others").map(lines).unwrap_or_default(),
            cut: begun.into_iter().map(cut).collect(),
            people,
        }
    };
    map(&root)
        .into_iter()
        .map(|(name, node)| (name, cards(node)))
        .collect()
}

#[test]
fn every_card_names_the_right_person_and_addresses() {
    let (files, expected) = (files(), expected());
    assert_eq!(files.len(), 100);
    assert!(files.keys().eq(expected.keys()));
    let mut wrong = Vec::new();
    for (name, bytes) in &files {
        let mut cards = read(bytes);
        for person in &mut cards.people {
            person.organisation = None;
        }
        if cards != expected[name] {
            wrong.push(format!(
                "{name}\n  is {cards:?}\n  not {:?}",
                expected[name]
            ));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} files:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[test]
fn the_people_of_every_card_can_stand_in_notes() {
    let head = "from: { name: Amara Okafor }\n\
                interview: { company: Northwind Robotics, role: Engineer, date: 2026-11-18 }\n";
    for (name, bytes) in files() {
        let people = read(&bytes).people;
        let notes = format!("{head}{}", as_yaml(&people));
        let loaded = regards::notes::load(&name, notes.as_bytes())
            .unwrap_or_else(|report| panic!("{name}: {:?}\n{notes}", report.diagnostics));
        for (loaded, person) in loaded.notes.interviewers.iter().zip(&people) {
            assert_eq!(loaded.name, person.name);
            assert_eq!(loaded.job_title, person.job_title);
            assert_eq!(loaded.email, person.email);
            assert_eq!(loaded.address, person.address);
        }
    }
}

#[test]
fn utf_16_without_a_mark_is_told_by_its_first_letter() {
    let text = "BEGIN:VCARD\r\nVERSION:2.1\r\nN:Wiśniewska;Zoë\r\nEND:VCARD\r\n";
    let units: Vec<u16> = text.encode_utf16().collect();
    for bytes in [
        units
            .iter()
            .flat_map(|unit| unit.to_le_bytes())
            .collect::<Vec<u8>>(),
        units.iter().flat_map(|unit| unit.to_be_bytes()).collect(),
    ] {
        assert_eq!(read(&bytes).people[0].name, "Zoë Wiśniewska");
    }
}

#[test]
fn a_card_that_never_ends_is_named_with_its_line() {
    let whole = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ann Lee\r\nEND:VCARD\r\n";
    let start = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ben Ode\r\nEMAIL:ben@north";
    let of = |text: &str| {
        let cards = read(text.as_bytes());
        let cut: Vec<(usize, String)> = cards
            .cut
            .iter()
            .map(|cut| (cut.line, cut.of.clone()))
            .collect();
        let people: Vec<(String, Option<String>)> = cards
            .people
            .into_iter()
            .map(|person| (person.name, person.email))
            .collect();
        (people, cut)
    };
    let ann = ("Ann Lee".to_owned(), None);
    assert_eq!(of(whole), (vec![ann.clone()], vec![]));
    // Half an address is nobody's.
    let ben = ("Ben Ode".to_owned(), None);
    let cut = vec![(5, "Ben Ode".to_owned())];
    assert_eq!(
        of(&format!("{whole}{start}")),
        (vec![ann.clone(), ben], cut.clone())
    );
    let ben = ("Ben Ode".to_owned(), Some("ben@north.example".to_owned()));
    for end in [".example\r\n", ".example\r\nEND:VC"] {
        let found = of(&format!("{whole}{start}{end}"));
        assert_eq!(found, (vec![ann.clone(), ben.clone()], cut.clone()));
    }
    let found = of(&format!("{start}.example\r\n{whole}"));
    assert_eq!(found, (vec![ben, ann], vec![(1, "Ben Ode".to_owned())]));
    assert_eq!(read(b"BEGIN:VCARD").cut.len(), 1);
}

#[test]
fn a_firm_and_its_front_desk_are_nobody() {
    for lines in [
        "ORG:Northwind Robotics",
        "FN:Northwind Robotics\nORG:Northwind Robotics",
        "N:;;;;\nFN:Northwind  robotics\nORG:Northwind Robotics;Sales",
        "N:Northwind Robotics;;;;\nFN:Northwind Robotics\nORG:Northwind Robotics",
        "N:;;;;\nFN:Northwind Robotics Sales\nORG:Northwind Robotics;Sales",
        "N:;;;;\nFN:Northwind Front Desk\nORG:Northwind Robotics",
        "FN:Empfang\nTEL:1",
        "N:Reception;;;;\nORG:Northwind Robotics",
        "KIND:org\nFN:Jane Doe",
    ] {
        let cards = read(format!("BEGIN:VCARD\nVERSION:3.0\n{lines}\nEND:VCARD\n").as_bytes());
        assert_eq!((cards.people.len(), cards.others.len()), (0, 1), "{lines}");
    }
    for (lines, name) in [
        ("N:Ford;Henry;;;\nFN:Henry Ford\nORG:Ford", "Henry Ford"),
        ("N:Ford;Henry;;;\nFN:Ford\nORG:Ford", "Ford"),
        ("FN:Maria Standard\nORG:Northwind", "Maria Standard"),
        ("N:Teller;;;;\nFN:Teller\nORG:Penn", "Teller"),
    ] {
        let cards = read(format!("BEGIN:VCARD\nVERSION:3.0\n{lines}\nEND:VCARD\n").as_bytes());
        assert_eq!(cards.people[0].name, name);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_mutated_card_is_read_or_passed_over(
        file in 0_usize..100,
        places in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0_u8..4), 1..12),
    ) {
        let mut bytes = files().into_values().nth(file).unwrap();
        for (place, byte, how) in places {
            if bytes.is_empty() {
                break;
            }
            let at = place.index(bytes.len());
            match how {
                0 => bytes[at] = byte,
                1 => bytes.insert(at, byte),
                2 => drop(bytes.remove(at)),
                _ => bytes.truncate(at),
            }
        }
        stands_in_notes(&bytes)?;
    }

    #[test]
    fn any_lines_are_read_or_passed_over(
        lines in prop::collection::vec("(BEGIN:VCARD|END:VCARD|item1\\.)?(N|FN|EMAIL|ADR|ORG|TITLE|X-ABLabel|LABEL|;TYPE=work|;ENCODING=QUOTED-PRINTABLE|;CHARSET=utf-8)?[:;\"]\\PC{0,20}=?", 0..12),
    ) {
        stands_in_notes(format!("BEGIN:VCARD\n{}\nEND:VCARD\n", lines.join("\n")).as_bytes())?;
    }
}

/// Whatever is read of a file, its YAML says it again.
fn stands_in_notes(bytes: &[u8]) -> Result<(), TestCaseError> {
    let people = read(bytes).people;
    if people.is_empty() {
        return Ok(());
    }
    let yaml = as_yaml(&people);
    let (document, problems) = regards::yaml::read("cards", yaml.as_bytes())
        .map_err(|report| TestCaseError::fail(format!("{:?}\n{yaml}", report.diagnostics)))?;
    prop_assert!(problems.is_empty(), "{}", yaml);
    let root = map(&document.root);
    for (item, person) in list(root["interviewers"]).iter().zip(&people) {
        let keys = map(item);
        prop_assert_eq!(text(keys["name"]), person.name.clone());
        let email = keys.get("email").map(|node| text(node));
        prop_assert_eq!(email, person.email.clone());
    }
    Ok(())
}
