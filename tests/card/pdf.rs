use regards::card::{CardOptions, Natural, Size};
use regards::language::Language;

use super::read_back::{ReadBack, utf16};
use super::{LONG, SHORT, pdf, set};

#[test]
fn every_font_is_embedded_as_a_subset() {
    let read = ReadBack::of(&pdf(SHORT, &CardOptions::default()));
    assert_eq!(read.fonts.len(), 1);
    for font in read.fonts.values() {
        let (tag, name) = font.base_name.split_once('+').unwrap();
        assert!(
            tag.len() == 6 && tag.bytes().all(|byte| byte.is_ascii_uppercase()),
            "{tag}"
        );
        assert_eq!(name, "Caveat-Regular");
        assert!(
            font.program.starts_with(&[0, 1, 0, 0]),
            "a TrueType program"
        );
        assert!(
            font.program.len() < 40_000,
            "{} bytes are no subset",
            font.program.len()
        );
    }
}

#[test]
fn the_page_has_the_size_asked_for() {
    let a2 = ReadBack::of(&pdf(SHORT, &CardOptions::for_language(Language::EnUs)));
    assert_eq!(a2.media_box(), [0.0, 0.0, 306.0, 396.0]);
    let a6 = ReadBack::of(&pdf(SHORT, &CardOptions::for_language(Language::EnGb))).media_box();
    // 105 × 148 mm.
    assert!(
        (a6[2] - 297.638).abs() < 0.001 && (a6[3] - 419.528).abs() < 0.001,
        "{a6:?}"
    );
}

#[test]
fn the_file_says_what_is_true_and_no_more() {
    let bytes = pdf(SHORT, &CardOptions::for_language(Language::EnGb));
    assert!(bytes.starts_with(b"%PDF-1.7\n"));
    let read = ReadBack::of(&bytes);
    let catalog = read.document.catalog().unwrap();
    assert_eq!(catalog.get(b"Lang").unwrap().as_str().unwrap(), b"en-GB");
    let mut info: Vec<&[u8]> = read.info().iter().map(|(key, _)| key.as_slice()).collect();
    info.sort_unstable();
    assert_eq!(info, [b"Author".as_slice(), b"Producer", b"Title"]);
    let title = read.info().get(b"Title").unwrap().as_str().unwrap();
    assert_eq!(utf16(title), "Thank-you card");
}

#[test]
fn the_same_letter_gives_the_same_bytes() {
    let options = CardOptions::default();
    let first = pdf(LONG, &options);
    assert!(first == pdf(LONG, &options));
    let threads: Vec<_> = (0..3)
        .map(|_| std::thread::spawn(move || pdf(LONG, &options)))
        .collect();
    for thread in threads {
        assert!(first == thread.join().unwrap());
    }
}

#[test]
fn another_letter_has_another_id() {
    let id = |body: &str| {
        let read = ReadBack::of(&pdf(body, &CardOptions::default()));
        read.document
            .trailer
            .get(b"ID")
            .unwrap()
            .as_array()
            .unwrap()[0]
            .clone()
    };
    assert_ne!(id(SHORT), id(LONG));
    assert_eq!(id(SHORT), id(SHORT));
}

#[test]
fn a_card_of_120_words_is_small() {
    let options = CardOptions {
        natural: Some(Natural::STRAIGHT),
        ..CardOptions::default()
    };
    let words = set(LONG, &options)
        .unwrap()
        .text()
        .split_whitespace()
        .count();
    assert!((118..=126).contains(&words), "{words} words");
    let size = pdf(LONG, &options).len();
    assert!(size < 20_000, "{size} bytes");
    let by_hand = pdf(LONG, &CardOptions::default()).len();
    assert!(by_hand < 23_000, "{by_hand} bytes");
}

#[test]
fn every_size_is_its_own() {
    for size in Size::ALL {
        let options = CardOptions {
            size,
            ..CardOptions::default()
        };
        let page = ReadBack::of(&pdf(SHORT, &options)).media_box();
        assert_eq!(page[2..], [size.width, size.height]);
    }
}
