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

/// What a reader of the body sees.
fn seen(body: &str) -> String {
    let head = "---\nto: Ada\nchannel: email\n---\n\n";
    let letter = parse(&format!("{head}{body}"));
    assert_eq!(parse(&letter.to_string()), letter, "read back: {body}");
    regards::prose::plain(&regards::prose::parse(&letter.body), None)
}

#[test]
fn the_layout_of_a_body_is_what_was_typed() {
    for body in [
        // The heading swallowed the line after it.
        "# Title\nwords below\nand more\n",
        "A heading\n---\nwords\n",
        "A heading\n===\n\nwords\n",
        "```\none\n\n  two\n```\n\nwords\n",
        "words\n\n    one\n    two\n",
        "- one\n  goes on\n- two\n",
        "> quoted\n> on\n\nwords\n",
        "1. one\n2. two\n",
        "#hashtag starts\na line\n",
        "so it\nis joined\\\nand broken\n",
    ] {
        let typed = regards::prose::plain(&regards::prose::parse(body), None);
        assert_eq!(seen(body).trim_end(), typed.trim_end(), "{body}");
    }
}

#[test]
fn a_sign_off_keeps_its_lines_without_the_backslash() {
    let with = seen("Dear Ada,\n\nThank you.\n\nKind regards,\\\nAmara Okafor\n");
    assert!(with.trim_end().ends_with("Kind regards,\nAmara Okafor"));
    let without = seen("Dear Ada,\n\nThank you.\n\nKind regards,\nAmara Okafor\n");
    assert_eq!(without, with);
    // A last paragraph of prose is joined as any other.
    let prose = seen("Dear Ada,\n\nIt was good to see you and the others again,\nand so on.\n");
    assert!(prose.contains("again, and so on."), "{prose}");
}

#[test]
fn a_letter_without_words_says_how_it_is_made_anew() {
    let shown = mistake("---\nto: Ada Byron <ada@example.com>\nchannel: email\n---\n\n");
    assert!(shown.contains("`--recompose \"Ada Byron\"`"), "{shown}");
    assert!(mistake("Dear Ada,\n").contains("`--recompose NAME`"));
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
