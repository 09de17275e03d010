//! The `.md` file of a letter.

use proptest::prelude::*;
use regards::diagnostic::{Style, render};
use regards::letter::LetterText;

use super::*;

fn parse(text: &str) -> LetterText {
    LetterText::parse("letter.md", text).unwrap()
}

fn mistake(text: &str) -> String {
    render(
        &LetterText::parse("letter.md", text).unwrap_err(),
        Style::default(),
    )
}

#[test]
fn what_is_written_is_read_back() {
    for channel in Channel::ALL {
        let options = ComposeOptions {
            channel: Some(channel),
            ..ComposeOptions::default()
        };
        for letter in compose(&full(), &warm(), &Endless, &options)
            .unwrap()
            .letters
        {
            let text = letter.text.to_string();
            assert_eq!(parse(&text), letter.text);
            assert_eq!(parse(&text).to_string(), text);
        }
    }
}

#[test]
fn what_editors_do_to_a_file_does_no_harm() {
    let clean = "---\nto: Ada Byron <ada@example.com>\nsubject: Thank you: the loom\nchannel: email\n---\n\nDear Ada,\n\nThank you for the loom and all.\n\n- one\n- two\n\nWarmly,\\\nAmara Okafor\n";
    let letter = parse(clean);
    assert_eq!(letter.to_string(), clean);
    for messy in [
        clean.replace('\n', "\r\n"),
        format!("\u{feff}{clean}"),
        clean.trim_end().to_owned(),
        clean.replace("Ada,\n", "Ada,   \n\n\n"),
        clean.replace("the loom and", "the\nloom and"),
        clean.replace("Warmly,\\", "Warmly,  "),
        format!("\n\n{clean}\n\n"),
        clean.replace("channel: email", "Channel:   EMAIL "),
    ] {
        assert_eq!(parse(&messy), letter, "{messy}");
    }
    assert_eq!(letter.words(), 14);
}

#[test]
fn mistakes_in_a_header_are_shown_where_they_stand() {
    insta::assert_snapshot!("no_header", mistake("Dear Ada,\n\nThank you.\n"));
    insta::assert_snapshot!(
        "no_end",
        mistake("---\nto: Ada\nchannel: email\n\nDear Ada,\n")
    );
    insta::assert_snapshot!(
        "unknown_keys",
        mistake("---\nto: Ada\nsubjct: Hello\nchannel: fax\nhello\n---\n\nDear Ada,\n")
    );
    insta::assert_snapshot!(
        "missing_keys",
        mistake("---\nsubject: Hello\nsubject: Hello\n---\n\n")
    );
    insta::assert_snapshot!("empty", mistake(""));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn a_letter_of_any_words_survives_its_file(
        name in "[^\\s\\p{C}][^\\p{C}]{0,20}",
        subject in proptest::option::of("[^\\s\\p{C}][^\\p{C}]{0,20}"),
        paragraphs in prop::collection::vec("[^\\s\\p{C}][^\\p{C}]{0,40}", 1..4),
    ) {
        let fold = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let body: Vec<String> =
            paragraphs.iter().map(|text| regards::prose::escape(&fold(text))).collect();
        let letter = LetterText {
            to: fold(&name),
            subject: subject.as_deref().map(fold),
            date: None,
            channel: Channel::Email,
            body: body.join("\n\n"),
        };
        let text = letter.to_string();
        let read = parse(&text);
        prop_assert_eq!(&read, &letter);
        prop_assert_eq!(read.to_string(), text);
    }

    #[test]
    fn no_text_is_a_panic(text in "(---\n)?(to: A\n)?(channel: email\n)?(---\n)?\\PC{0,40}\n?\\PC{0,20}") {
        let _ = LetterText::parse("letter.md", &text);
    }
}
