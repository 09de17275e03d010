use regards::card::{CardError, CardOptions, Design, Fonts, Ink, Lettering, Size};

use super::{LONG, set, with_paragraph};

#[test]
fn a_character_that_no_face_has_is_named_with_its_word() {
    for (character, word) in [("山", "山田"), ("م", "محمد"), ("🦕", "🦕")] {
        let body = with_paragraph(&format!("Thank you, {word}, for the day"));
        let error = set(&body, &CardOptions::default()).unwrap_err();
        let CardError::NoGlyph {
            character: found,
            word: of,
        } = error
        else {
            panic!("{error}");
        };
        assert_eq!(found, character);
        assert_eq!(of, format!("{word},"));
    }
}

#[test]
fn a_text_without_end_is_too_long_by_about_what_is_too_much() {
    let body = with_paragraph(&"many words ".repeat(400));
    let error = set(&body, &CardOptions::default()).unwrap_err();
    let CardError::TooLong { words_over } = error else {
        panic!("{error}")
    };
    assert!((500..750).contains(&words_over), "{words_over}");
}

#[test]
fn a_text_many_times_too_long_is_refused_unmeasured_by_a_like_number() {
    // Once took twelve seconds: each change of script was looked for among all others.
    let over = |pairs: usize| {
        let body = with_paragraph(&"a α ".repeat(pairs));
        match set(&body, &CardOptions::default()) {
            Err(CardError::TooLong { words_over }) => words_over,
            other => panic!("{:?}", other.map(|card| card.text())),
        }
    };
    // 16,000 words of which the card holds some hundreds.
    let far = over(8_000);
    assert!((15_000..16_000).contains(&far), "{far}");
    // Just short of where measuring ends, and just past it.
    let (measured, estimated) = (over(1_200), over(1_300));
    assert!((1_400..2_200).contains(&measured), "{measured}");
    assert!(
        (measured..measured + 600).contains(&estimated),
        "{measured}, {estimated}"
    );
    let word = with_paragraph(&"x".repeat(1_000_000));
    let error = set(&word, &CardOptions::default()).unwrap_err();
    assert!(
        matches!(error, CardError::TooLong { words_over: 1.. }),
        "{error}"
    );
}

#[test]
fn names_that_do_not_exist_are_answered_with_those_that_do() {
    let told = |error: CardError| format!("{error}; {}", error.help().unwrap());
    assert_eq!(
        told(Size::parse("a9").unwrap_err()),
        "there is no card size `a9`; the sizes are `a2`, `a6`, `a7`, `4bar`, `postcard-us` and \
         `postcard-eu`, or width and height such as `5x7in` or `110x160mm`"
    );
    assert_eq!(
        told(Size::parse("5 x 7").unwrap_err()),
        "the card size `5 x 7` has no unit; say whether it is inches, millimetres or centimetres: \
         `5 x 7in`, `5 x 7mm` or `5 x 7cm`"
    );
    assert_eq!(
        told(Size::parse("50x70in").unwrap_err()),
        "`50x70in` is no size for a card; each side is 2.5 to 10 inches (64 to 254 mm) long, such \
         as `5x7in`, the width first"
    );
    assert_eq!(
        told(Ink::parse("#12345").unwrap_err()),
        "there is no ink `#12345`; the inks are `blue-black`, `blue`, `black` and `sepia`, or a \
         colour like `#1c2b4e`"
    );
    assert_eq!(
        told(Design::parse("floral").unwrap_err()),
        "there is no design `floral`; the designs are `plain`, `ruled`, `border` and `monogram`"
    );
    assert_eq!(
        told(Lettering::parse("comic").unwrap_err()),
        "there is no lettering `comic`; there are `caveat`, `la-belle-aurore`, `playpen` and \
         `eb-garamond`"
    );
}

#[test]
fn measures_are_read_as_people_type_them() {
    let mm = 72.0 / 25.4;
    for (typed, width, height) in [
        ("5x7in", 360.0, 504.0),
        (" 5 X 7 IN ", 360.0, 504.0),
        ("5inx7in", 360.0, 504.0),
        ("5\"×7\"", 360.0, 504.0),
        ("4.125x5.875in", 297.0, 423.0),
        ("110x160mm", 110.0 * mm, 160.0 * mm),
        ("11 cm x 16 cm", 110.0 * mm, 160.0 * mm),
        ("254x64mm", 254.0 * mm, 64.0 * mm),
    ] {
        let size = Size::parse(typed).unwrap_or_else(|error| panic!("{typed}: {error}"));
        assert!((size.width - width).abs() < 0.01, "{typed}: {size:?}");
        assert!((size.height - height).abs() < 0.01, "{typed}: {size:?}");
        assert_eq!(size.name, "custom");
    }
    for typed in [
        "", "x", "5x", "x7in", "5x7ft", "5mmx7in", "5mmx7", "-5x7in", "5x7x9in", "1e1x7in",
        "5..0x7in", "nanx7in",
    ] {
        let error = Size::parse(typed).unwrap_err();
        assert!(
            matches!(error, CardError::UnknownSize { .. }),
            "{typed}: {error}"
        );
    }
    for typed in [
        "2x7in",
        "5x11in",
        "60x100mm",
        "99999999999999999999999999999999999999999x7in",
    ] {
        let error = Size::parse(typed).unwrap_err();
        assert!(
            matches!(error, CardError::SizeOutOfBounds { .. }),
            "{typed}: {error}"
        );
    }
}

#[test]
fn names_are_read_in_either_case() {
    assert_eq!(Size::parse("A6"), Ok(Size::A6));
    assert_eq!(Ink::parse("Blue-Black"), Ok(Ink::BLUE_BLACK));
    assert_eq!(Ink::parse("#FF8000"), Ok(Ink::rgb(255, 128, 0)));
    assert!(Ink::parse("#+12345").is_err());
    assert!(Ink::parse("#ÄÄÄ").is_err());
    for pale in ["#ffffff", "#ffff00", "#c8d0ff"] {
        let error = Ink::parse(pale).unwrap_err();
        let said = format!("the ink `{pale}` is too pale to be read on paper");
        assert_eq!(error.to_string(), said);
        assert!(error.help().is_some());
    }
    assert_eq!(Lettering::parse("EB-Garamond"), Ok(Lettering::EbGaramond));
}

#[test]
fn bytes_that_are_no_font_are_refused() {
    let error = Fonts::new([(Lettering::Caveat, b"not a font".to_vec())]).unwrap_err();
    assert_eq!(
        error,
        CardError::BadFont {
            name: "caveat".to_owned()
        }
    );
}

#[test]
fn fonts_can_be_brought_along() {
    let bytes = std::fs::read(
        std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fonts/caveat/Caveat-Regular.ttf"),
    );
    let fonts = Fonts::new([(Lettering::Caveat, bytes.unwrap())]).unwrap();
    let letter = super::letter(LONG);
    let options = CardOptions::default();
    let own = regards::card::typeset(&letter, &options, &fonts).unwrap();
    assert_eq!(own.text(), set(LONG, &options).unwrap().text());
}
