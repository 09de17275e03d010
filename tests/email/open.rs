//! `regards open`: the right email, as an address or as a file, and none that waits.

use std::collections::BTreeMap;

use proptest::prelude::*;
use regards::email::{Mailbox, mailto, text};

use super::files::NOTES;
use super::letter;
use crate::support::Folder;

/// What is opened for a person; whether files were written is looked at as well.
fn opened(folder: &Folder, arguments: &[&str]) -> String {
    let before = folder.files();
    let all = [&["open", "n.yaml", "--print", "--to"], arguments].concat();
    let printed = folder.regards(&all).passes();
    assert_eq!(folder.files(), before, "--print writes nothing");
    printed.stdout.trim_end().to_owned()
}

/// The address and the fields of a `mailto:`, decoded.
fn decoded(uri: &str) -> (String, BTreeMap<String, String>) {
    let decode = |text: &str| {
        let mut bytes = Vec::new();
        let mut rest = text.bytes();
        while let Some(byte) = rest.next() {
            assert!(
                byte.is_ascii_alphanumeric() || b"-._~%@".contains(&byte),
                "{text}"
            );
            if byte != b'%' {
                bytes.push(byte);
                continue;
            }
            let digits = [rest.next().unwrap(), rest.next().unwrap()];
            let digits = std::str::from_utf8(&digits).unwrap();
            bytes.push(u8::from_str_radix(digits, 16).unwrap());
        }
        String::from_utf8(bytes).unwrap()
    };
    let (to, fields) = uri
        .strip_prefix("mailto:")
        .unwrap()
        .split_once('?')
        .unwrap();
    let fields = fields.split('&').map(|field| {
        let (name, value) = field.split_once('=').unwrap();
        (name.to_owned(), decode(value))
    });
    (decode(to), fields.collect())
}

#[test]
fn an_email_is_opened_as_an_address() {
    let folder = Folder::with("n.yaml", NOTES);
    let (to, fields) = decoded(&opened(&folder, &["O'Brien"]));
    assert_eq!(to, "jose@xn--mller-kva.example");
    assert_eq!(fields.keys().collect::<Vec<_>>(), ["body", "subject"]);
    folder.regards(&["write", "n.yaml", "--no-proof"]).passes();
    let text = folder.read("letters/n/jose-maria-obrien.thank-you.txt");
    assert_eq!(fields["body"].replace("\r\n", "\n"), text.trim_end());
    assert!(fields["body"].contains("\r\n\r\n"));
    let (nobody, _) = decoded(&opened(&folder, &["Laȝamon"]));
    assert_eq!(nobody, "", "no address is known");
    let (jo, _) = decoded(&opened(&folder, &["Jo"]));
    assert_eq!(jo, "jo@staffing.example", "the covering email");
    let (mary, _) = decoded(&opened(&folder, &["Mary", "--kind", "coordinator"]));
    assert_eq!(mary, "mary@northwind.example");
}

#[test]
fn a_long_email_and_an_edited_one_are_opened_as_they_are() {
    let folder = Folder::with("n.yaml", NOTES);
    folder.regards(&["write", "n.yaml", "--no-proof"]).passes();
    let file = "letters/n/jose-maria-obrien.thank-you.md";
    let edited = folder.read(file).replace("Dear José María,", "Dear José,");
    folder.put(file, &edited);
    let (_, fields) = decoded(&opened(&folder, &["O'Brien"]));
    assert!(fields["body"].starts_with("Dear José,\r\n"));
    let link = format!("https://okafor.example/{}", "paper/".repeat(300));
    let long = format!("Dear José,\n\nHere is [the paper]({link}).");
    folder.put(file, edited.replace("Dear José,", &long));
    assert_eq!(
        opened(&folder, &["O'Brien"]),
        "letters/n/jose-maria-obrien.thank-you.eml"
    );
}

#[test]
fn what_is_no_email_or_waits_is_not_opened() {
    let folder = Folder::with(
        "n.yaml",
        NOTES.replace("Mary Coe\n", "Mary Coe\n    unsure: true\n"),
    );
    let mut said = String::new();
    let cases: [(&[&str], i32); 6] = [
        (&["--to", "Dev"], 2),
        (&["--to", "Mary"], 2),
        (&["--to", "Nobody"], 2),
        (&["--to", "Amara"], 2),
        (&["--to", "Mary", "--kind", "contact-request"], 1),
        (&["--to", "Dev", "--kind", "debrief"], 2),
    ];
    for (arguments, code) in cases {
        let all = [&["open", "n.yaml", "--print"], arguments].concat();
        let printed = folder.regards(&all).fails(code);
        assert_eq!(printed.stdout, "");
        said.push_str(&format!(
            "$ open n.yaml {}\n{}\n",
            arguments.join(" "),
            printed.stderr
        ));
    }
    let alone = Folder::with("n.yaml", NOTES.replace("recruiter: {", "# recruiter: {"));
    let printed = alone
        .regards(&["open", "n.yaml", "--print", "--to", "Dev"])
        .fails(2);
    said.push_str(&format!(
        "$ open n.yaml --to Dev, without a recruiter\n{}",
        printed.stderr
    ));
    insta::assert_snapshot!(said);
    assert_eq!(folder.files().len(), 1);
}

#[test]
fn a_letter_with_a_mistake_is_held_back() {
    let folder = Folder::with("n.yaml", NOTES);
    folder.regards(&["write", "n.yaml", "--no-proof"]).passes();
    let file = "letters/n/layamon.thank-you.md";
    let edited = folder.read(file).replace("Dear Laȝamon", "Dear Layamon");
    folder.put(file, edited);
    let open = ["open", "n.yaml", "--print", "--to", "Laȝamon"];
    let printed = folder.regards(&open).fails(1);
    assert_eq!(printed.stdout, "");
    assert!(
        printed.stderr.contains("The letter to Laȝamon waits"),
        "{}",
        printed.stderr
    );
    assert!(
        printed.stderr.contains("layamon.thank-you.md:"),
        "{}",
        printed.stderr
    );
}

#[cfg(target_os = "linux")]
#[test]
fn the_mail_program_is_started_with_it() {
    use std::os::unix::fs::PermissionsExt;

    let folder = Folder::with("n.yaml", NOTES);
    folder.put(
        "bin/xdg-open",
        "#!/bin/sh\nprintf %s \"$1\" > opened.part && mv opened.part opened\n",
    );
    let program = folder.path().join("bin/xdg-open");
    std::fs::set_permissions(&program, PermissionsExt::from_mode(0o755)).unwrap();
    let path = format!("{}:/usr/bin:/bin", folder.path().join("bin").display());
    let expected = opened(&folder, &["O'Brien"]);
    let open = ["open", "n.yaml", "--to", "O'Brien"];
    let printed = folder.regards(&open).env("PATH", &path).passes();
    assert!(
        printed.stderr.starts_with("Opened the email to O'Brien"),
        "{}",
        printed.stderr
    );
    // Of an email and a card to one person it is said which; nobody records what was only printed.
    let sent = r"Once it is sent: regards sent n.yaml --to 'O'\''Brien' --as email";
    assert!(
        printed.stderr.trim_end().ends_with(sent),
        "{}",
        printed.stderr
    );
    let sent = ["sent", "n.yaml", "--to", "O'Brien", "--as", "email"];
    folder.regards(&sent).passes();
    let file = folder.path().join("opened");
    for _ in 0..100 {
        if file.exists() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(100));
    }
    assert_eq!(folder.read("opened"), expected);
    assert!(
        folder
            .read("letters/n/jose-maria-obrien.thank-you.eml")
            .starts_with("X-Unsent")
    );
    let printed = folder.regards(&open).env("PATH", "/nonexistent").fails(3);
    insta::assert_snapshot!(printed.stderr);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_typed_into_a_letter_adds_a_field(subject in "\\PC{0,40}", body in "(\\PC|\n){0,60}") {
        let letter = letter("Ann <a.b+c&d=e?f@b.example>", &subject, &body);
        let to = Mailbox::parse(&letter.to).unwrap();
        let uri = mailto(&letter, to.as_ref()).unwrap();
        let (address, fields) = decoded(&uri);
        prop_assert_eq!(address, "a.b+c&d=e?f@b.example");
        prop_assert_eq!(fields.len(), 2);
        let words: Vec<&str> = subject.split_whitespace().collect();
        prop_assert_eq!(&fields["subject"], &words.join(" "));
        prop_assert_eq!(fields["body"].replace("\r\n", "\n"), text(&letter, None).trim_end().to_owned());
    }

    #[test]
    fn an_address_is_never_longer_than_mail_programs_take(body in "\\PC{0,900}") {
        let uri = mailto(&letter("Ann <a@b.example>", "Hi", &body), None);
        prop_assert!(uri.is_none_or(|uri| uri.len() <= 2_000));
    }
}
