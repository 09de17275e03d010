//! Emails: the draft that a mail program opens, read back by another's reader.

mod drafts;
mod files;
mod open;
mod properties;

use mail_parser::{Address, Message, MessageParser};
use regards::LetterText;
use regards::email::{Mailbox, Sender, draft};
use regards::notes::Channel;
use regards::theme::Theme;

/// An email to somebody, as its file has it.
fn letter(to: &str, subject: &str, body: &str) -> LetterText {
    LetterText {
        to: to.to_owned(),
        subject: Some(subject.to_owned()),
        date: None,
        channel: Channel::Email,
        body: body.to_owned(),
    }
}

/// The draft of a letter from Amara, in the usual theme.
fn drafted(letter: &LetterText) -> String {
    let to = Mailbox::parse(&letter.to).unwrap();
    let from = Mailbox::new("Amara Okafor", "amara@okafor.example").unwrap();
    let sender = Sender {
        from: Some(&from),
        language: "en-US",
    };
    thread_local! {
        static THEME: Theme = Theme::builtin("warm", "en").unwrap();
    }
    let bytes = THEME.with(|theme| draft(letter, to.as_ref(), sender, theme, None).unwrap());
    String::from_utf8(bytes).unwrap()
}

fn read(draft: &str) -> Message<'_> {
    MessageParser::default().parse(draft).unwrap()
}

/// The name and the address of the one whom a draft goes to.
fn recipient(message: &Message<'_>) -> (String, String) {
    assert!(message.cc().is_none() && message.bcc().is_none());
    let to: Vec<&Address<'_>> = message.all_to().collect();
    let [Address::List(people)] = to.as_slice() else {
        panic!("{to:?}");
    };
    let [person] = people.as_slice() else {
        panic!("{people:?}");
    };
    let text = |text: Option<&str>| text.unwrap_or_default().to_owned();
    (text(person.name()), text(person.address()))
}

/// What has to hold for every line of a draft.
fn well_formed(draft: &str) {
    assert!(draft.ends_with("\r\n"));
    assert_eq!(draft.matches('\n').count(), draft.matches("\r\n").count());
    assert_eq!(draft.matches('\r').count(), draft.matches("\r\n").count());
    let head = draft.split("\r\n\r\n").next().unwrap();
    for (at, line) in draft.split("\r\n").enumerate() {
        let is_head = at < head.split("\r\n").count();
        // An address cannot be folded, and may have letters of its own before the `@`.
        assert!(line.len() <= if is_head { 998 } else { 76 }, "{line}");
        assert!(is_head || line.is_ascii(), "{line}");
    }
    let names: Vec<&str> = head
        .split("\r\n")
        .filter(|line| !line.starts_with(' '))
        .map(|line| {
            line.split_once(": ")
                .unwrap_or_else(|| panic!("{line:?}"))
                .0
        })
        .collect();
    let known = [
        "X-Unsent",
        "From",
        "To",
        "Subject",
        "MIME-Version",
        "Content-Type",
    ];
    let expected: Vec<&str> = known
        .into_iter()
        .filter(|name| names.contains(name))
        .collect();
    assert_eq!(names, expected, "{head}");
}

/// The words that a reader of HTML sees, with the marks of lists as the plain text has them.
fn seen(html: &str) -> Vec<String> {
    let body = html.split_once("<body").unwrap().1;
    let mut text = String::new();
    let mut numbers: Vec<Option<u64>> = Vec::new();
    let mut rest = body.split_once('>').unwrap().1;
    while let Some((before, after)) = rest.split_once('<') {
        text.push_str(before);
        let (tag, after) = after.split_once('>').unwrap();
        match tag.split(' ').next().unwrap() {
            "ul" => numbers.push(None),
            "ol" => {
                let start = tag
                    .split('"')
                    .nth(1)
                    .map_or(1, |start| start.parse().unwrap());
                numbers.push(Some(start));
            }
            "/ul" | "/ol" => {
                numbers.pop();
            }
            "li" => match numbers.last_mut().unwrap() {
                Some(number) => {
                    text.push_str(&format!(" {number}. "));
                    *number += 1;
                }
                None => text.push_str(" - "),
            },
            "em" | "/em" | "strong" | "/strong" | "a" | "/a" => {}
            _ => text.push(' '),
        }
        rest = after;
    }
    let marks = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&amp;", "&"),
    ];
    let text = marks
        .into_iter()
        .fold(text, |text, (mark, c)| text.replace(mark, c));
    words(&text)
}

fn words(text: &str) -> Vec<String> {
    text.split_whitespace().map(str::to_owned).collect()
}
