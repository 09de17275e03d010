//! No name, subject or text gets out of its place in the message.

use proptest::prelude::*;
use regards::email::{Mailbox, text, to_ascii};

use super::{drafted, letter, read, recipient, seen, well_formed, words};

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_name_is_refused_or_comes_back(name in "\\PC{1,90}") {
        let Ok(mailbox) = Mailbox::new(&name, "a.b@c.example") else { return Ok(()) };
        prop_assume!(!mailbox.name.contains('@'));
        let draft = drafted(&letter(&format!("{name} <a.b@c.example>"), "Hi", "Dear you,"));
        well_formed(&draft);
        let (read_name, address) = recipient(&read(&draft));
        prop_assert_eq!(address, "a.b@c.example");
        prop_assert_eq!(words(&read_name), words(&name), "{}", draft);
    }

    #[test]
    fn nothing_typed_into_the_header_adds_a_line(to in "(\\PC|\r|\n){0,60}", subject in "(\\PC|\r|\n){0,120}") {
        let mut letter = letter("", &subject, "Dear you,");
        letter.to = to;
        if Mailbox::parse(&letter.to).is_ok() {
            well_formed(&drafted(&letter));
        }
    }

    #[test]
    fn a_text_comes_back_and_the_html_says_the_same(body in "(\\PC|\n|\\\\\n|[-#>*_=.] ){0,200}") {
        let letter = letter("Ann <a@b.example>", "Hi", &body);
        let draft = drafted(&letter);
        well_formed(&draft);
        let message = read(&draft);
        let plain = text(&letter, None);
        let read_back = message.body_text(0).unwrap_or_default().replace("\r\n", "\n");
        prop_assert_eq!(&read_back, &plain);
        prop_assert_eq!(seen(&message.body_html(0).unwrap()), words(&plain));
    }

    #[test]
    fn a_domain_becomes_ascii_or_none(domain in "\\PC{0,40}") {
        if let Some(ascii) = to_ascii(&domain) {
            prop_assert!(ascii.chars().all(|c| c.is_ascii_alphanumeric() || "-.".contains(c)), "{}", ascii);
            prop_assert_eq!(to_ascii(&ascii), Some(ascii));
        }
    }
}
