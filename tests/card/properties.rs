use proptest::prelude::*;
use regards::card::{CardError, CardOptions, CardRoom, Design, Fonts, Lettering, Natural, Size};
use regards::letter::Room;

use super::layout::assert_inside_margins;
use super::read_back::ReadBack;
use super::{letter, meta, set};

/// Words of characters that some face has, with marks, ligatures, hyphens and odd spaces.
fn word() -> impl Strategy<Value = String> {
    prop_oneof![
        8 => "[a-zA-Z]{1,10}",
        2 => "[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿāăąćčďēęěğīłńňőœřśšťūůźž]{1,8}",
        1 => "[A-Z][a-z]{2,8}-[A-Z][a-z]{2,8}",
        1 => "[a-z]{1,3}ffi[a-z]{0,3}",
        1 => "[0-9]{1,5}",
        1 => "[ạảấầễệịộơưữ]{1,3}[a-z]{1,4}",
        1 => "[a-z]{1,3}[\u{300}\u{301}\u{303}\u{308}][a-z]{1,3}",
        1 => "[Α-ΡΣ-Ωα-ω]{2,8}",
        1 => "[А-Яа-я]{2,8}",
        1 => "[a-z]{40,90}",
    ]
}

fn body() -> impl Strategy<Value = String> {
    let paragraph = prop::collection::vec(word(), 1..40).prop_map(|words| words.join(" "));
    prop::collection::vec(paragraph, 1..6).prop_map(|paragraphs| paragraphs.join("\n\n"))
}

fn options() -> impl Strategy<Value = CardOptions> {
    (
        prop::sample::select(&Size::ALL[..]),
        prop::sample::select(&Lettering::ALL[..]),
        prop::option::of(0..=Natural::MOST),
        prop::sample::select(&Design::ALL[..]),
    )
        .prop_map(|(size, lettering, level, design)| CardOptions {
            design,
            size,
            lettering,
            natural: level.map(Natural::level),
            ..CardOptions::default()
        })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, ..ProptestConfig::default() })]

    #[test]
    fn any_text_stands_inside_the_margins_or_is_too_long(body in body(), options in options()) {
        let room = CardRoom::new(&options, Fonts::built_in());
        let over = room.words_over(&letter(&body));
        match set(&body, &options) {
            Ok(card) => {
                prop_assert_eq!(over, 0);
                assert_inside_margins(&card);
                let typed: String = format!("November 18{body}");
                let typed: Vec<char> = typed.chars().filter(|c| !c.is_whitespace()).collect();
                let shown: Vec<char> = card.text().chars().filter(|c| !c.is_whitespace()).collect();
                prop_assert_eq!(shown, typed.clone());
                let bytes = card.pdf(&meta()).unwrap();
                prop_assert!(bytes == set(&body, &options).unwrap().pdf(&meta()).unwrap());
                let read: String = ReadBack::of(&bytes).text();
                let read: Vec<char> = read.chars().filter(|c| !c.is_whitespace()).collect();
                prop_assert_eq!(read, typed);
            }
            Err(CardError::TooLong { words_over }) => {
                prop_assert!(words_over > 0);
                prop_assert_eq!(over, words_over);
            }
            Err(other) => return Err(TestCaseError::fail(other.to_string())),
        }
    }

    #[test]
    fn no_text_at_all_makes_a_panic(body in "\\PC{0,60}|[ -~\\n]{0,80}") {
        if let Ok(card) = set(&body, &CardOptions::default()) {
            assert_inside_margins(&card);
            prop_assert!(card.pdf(&meta()).is_ok());
        }
    }
}
