use regards::card::{CardOptions, Lettering};

use super::read_back::ReadBack;
use super::{AWKWARD, LONG, pdf, set, with_paragraph};

fn words(text: &str) -> Vec<String> {
    text.split_whitespace().map(str::to_owned).collect()
}

/// The words that a reader of the PDF finds, in order.
fn extracted(body: &str, options: &CardOptions) -> Vec<String> {
    words(&ReadBack::of(&pdf(body, options)).text())
}

#[test]
fn the_words_come_back_as_typed() {
    for lettering in Lettering::ALL {
        let options = CardOptions {
            lettering,
            ..CardOptions::default()
        };
        // Entities and escapes keep Markdown from reading the words as its own.
        let typed = AWKWARD
            .replace('*', "\\*")
            .replace('_', "\\_")
            .replace('<', "\\<");
        let body = with_paragraph(&typed);
        let expected = format!("November 18 Dear Jo, {AWKWARD} With thanks, Amara Okafor");
        assert_eq!(
            extracted(&body, &options),
            words(&expected),
            "{}",
            lettering.name()
        );
    }
}

#[test]
fn a_combining_mark_comes_back_as_typed() {
    // The same names with letters of their own and with combining marks, on one card: the two
    // have the same glyphs and different texts.
    let names = "José Zoe\u{308} Jose\u{301} Zoë Nguyễn Nguye\u{302}\u{303}n Nguyê\u{303}n";
    let found = extracted(&with_paragraph(names), &CardOptions::default());
    assert_eq!(found[4..11], words(names)[..]);
}

#[test]
fn no_word_is_broken_after_a_hyphen() {
    let name = "Anne-Marie O'Neill-Vásquez-Featherstonehaugh";
    let body = with_paragraph(&[name; 12].join(" and "));
    let card = set(&body, &CardOptions::default()).unwrap();
    for line in &card.lines {
        assert!(!line.text.ends_with('-'), "{}", line.text);
    }
}

#[test]
fn emphasis_is_plain_ink_and_a_link_says_where_it_leads() {
    let body = with_paragraph(
        "I *do* mean **it**: see [my notes](https://example.org/notes/) or \
         [amara@example.org](mailto:amara@example.org).",
    );
    let text = set(&body, &CardOptions::default())
        .unwrap()
        .text()
        .replace('\n', " ");
    assert!(
        text.contains("I do mean it: see my notes (example.org/notes) or amara@example.org."),
        "{text}"
    );
}

#[test]
fn a_list_keeps_its_marks() {
    let body = with_paragraph("- a first thing\n- a second\n\n3. three\n4. four");
    let text = set(&body, &CardOptions::default()).unwrap().text();
    assert!(
        text.contains("\n– a first thing\n– a second\n3. three\n4. four\n"),
        "{text}"
    );
}

#[test]
fn lines_and_words_are_the_letter_in_order() {
    let card = set(LONG, &CardOptions::default()).unwrap();
    let expected = format!("November 18\n{LONG}");
    assert_eq!(words(&card.text()), words(&expected));
}
