//! Names, subjects and bodies that mail programs get wrong, read back as they were typed.

use regards::email::{AddressError, Mailbox};

use super::{drafted, letter, read, recipient, seen, well_formed, words};

/// Names as people have them, and as others try to get mail by them.
const NAMES: [&str; 12] = [
    "Katherine O'Neill",
    "O'Brien, José María",
    "O'Brien, Jose",
    "Zoë \"Zed\" Müller-Lüdenscheidt-van-der-Hoogenband-Wiśniewska-Ólafsdóttir-Nguyễn",
    "下野祐太",
    "Laȝamon",
    "Dr. Thomas Smith (PhD), Jr.",
    "Martin \\ \"Marty\" Lee",
    "Ann Lee <Bcc: everybody>",
    "=?utf-8?Q?Ann?=",
    "Maximiliana-Wilhelmine-Friederike-Charlotte-Augustenburg-Schleswig-Holstein",
    "👩‍💻 Đặng Thùy Trâm",
];

#[test]
fn every_name_comes_back_with_one_address() {
    for name in NAMES {
        let draft = drafted(&letter(
            &format!("{name} <j.o'b+x@mail.example>"),
            "Hi",
            "Dear you,",
        ));
        well_formed(&draft);
        let message = read(&draft);
        let expected = (name.to_owned(), "j.o'b+x@mail.example".to_owned());
        assert_eq!(recipient(&message), expected, "{draft}");
        assert!(
            draft.contains("j.o'b+x@mail.example"),
            "the address is never encoded: {draft}"
        );
        let head = draft.split("\r\n\r\n").next().unwrap();
        for line in head.split("\r\n") {
            assert!(line.len() <= 78, "{line}");
            for word in line.split(' ').filter(|word| word.starts_with("=?")) {
                assert!(word.len() <= 75 && word.ends_with("?="), "{word}");
            }
        }
    }
}

#[test]
fn subjects_come_back_as_they_were_typed() {
    for subject in [
        "Thank you for Wednesday",
        "Thank you: the TÜV certificate, and “your” andon paper — as promised, with all the pages",
        "=?utf-8?Q?no?= =?utf-8?B?bm8=?=",
        "下野祐太さん、本日はお時間をいただきありがとうございました。ロボット工学の話がとても楽しかったです。",
        &"word ".repeat(60),
        &"x".repeat(1200),
    ] {
        let draft = drafted(&letter("Ann <ann@b.example>", subject, "Dear Ann,"));
        well_formed(&draft);
        let message = read(&draft);
        assert_eq!(message.subject(), Some(subject.trim()), "{draft}");
    }
}

#[test]
fn the_text_is_the_letter_and_the_html_says_the_same() {
    let body = "Dear Zoë,\n\nI *really* mean it: **1 < 2 && 3 > 2**, = and =C3. See [my \
                page](https://okafor.example/a?b=1&c=2) or <https://okafor.example>.\n\n\
                # What I promised\n\n- the paper\n- [a mail](mailto:amara@okafor.example)\n\n\
                7. seven\n8. eight\n\n   and more\n\nFrom here on \\\nit is \"quoted\" 'text' \u{a0} \
                with a long word: Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnung\
                Donaudampfschifffahrtsgesellschaft.\n\n.\n\nKind regards,\\\nAmara";
    let letter = letter("Zoë <z@b.example>", "Hi", body);
    let draft = drafted(&letter);
    well_formed(&draft);
    let message = read(&draft);
    let text = message.body_text(0).unwrap().replace("\r\n", "\n");
    assert_eq!(text, regards::email::text(&letter, None));
    let html = message.body_html(0).unwrap();
    assert_eq!(seen(&html), words(&text), "{html}");
    insta::assert_snapshot!(draft.replace("\r\n", "\n"));
}

#[test]
fn the_html_fetches_nothing_and_says_no_colour() {
    let draft = drafted(&letter("Ann <a@b.example>", "Hi", "Dear Ann,"));
    let html = read(&draft).body_html(0).unwrap().to_lowercase();
    for mark in [
        "http:", "https:", "src", "url(", "<link", "<script", "@import", "#", "rgb",
    ] {
        assert!(!html.contains(mark), "{mark}: {html}");
    }
    assert!(html.contains("color-scheme: light dark"));
}

#[test]
fn a_draft_is_one_and_has_neither_date_nor_id() {
    let draft = drafted(&letter("Ann Lee", "Hi", "Dear Ann,"));
    assert!(draft.starts_with("X-Unsent: 1\r\nFrom: Amara Okafor <amara@okafor.example>\r\n"));
    let message = read(&draft);
    assert!(message.to().is_none(), "no address is known");
    assert!(message.date().is_none() && message.message_id().is_none());
}

#[test]
fn domains_are_carried_in_ascii_and_local_parts_as_they_are() {
    let to = |text: &str| Mailbox::parse(text).unwrap().unwrap();
    assert_eq!(
        to("Jörg <j@müller.example>").address,
        "j@xn--mller-kva.example"
    );
    assert_eq!(to("Jörg <jörg@b.example>").address, "jörg@b.example");
    assert_eq!(to("k@b.example").name, "");
    assert_eq!(to(" Ann\t Lee  <a@b.example> ").name, "Ann Lee");
    assert_eq!(Mailbox::parse("Zoë <Zed> Müller").unwrap(), None);
    assert_eq!(Mailbox::parse("Ann @ Acme").unwrap(), None);
}

#[test]
fn what_cannot_be_addressed_is_said() {
    let wrong = |text: &str| Mailbox::parse(text).unwrap_err();
    assert_eq!(
        wrong("Ann <a@b.example>, Bob <b@b.example>"),
        AddressError::Several
    );
    assert_eq!(wrong("a@b.example,b@b.example"), AddressError::Several);
    assert_eq!(
        wrong("Ann\u{202e} <a@b.example>"),
        AddressError::Invisible('\u{202e}')
    );
    for text in [
        "Ann <a@b>",
        "Ann <a b@c.example>",
        "Ann <@b.example>",
        "Ann a@b.example",
        "Ann <a\u{202e}@b.example>",
    ] {
        assert!(matches!(wrong(text), AddressError::Address(_)), "{text}");
    }
}
