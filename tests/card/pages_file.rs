//! Documents on paper: the file.

use lopdf::Document;
use proptest::prelude::*;
use regards::card::{CardError, Fonts, PageOptions, PdfMeta, typeset_pages};
use regards::language::Language;

use super::outside_tools::run;
use super::pages::{WORKSHEET, all_options, assert_inside_page_margins, lay};
use super::read_back::{ReadBack, utf16};

fn meta() -> PdfMeta {
    PdfMeta {
        title: "Before the interview".to_owned(),
        author: "Amara Okafor".to_owned(),
    }
}

fn worksheet(language: Language) -> Vec<u8> {
    let options = PageOptions::for_language(language);
    let pages = typeset_pages(WORKSHEET, &options, Fonts::built_in()).unwrap();
    pages.pdf(&meta()).unwrap()
}

#[test]
fn the_file_has_the_pages_and_says_what_is_true() {
    for (language, size) in [
        (Language::EnUs, [612.0, 792.0]),
        (Language::EnGb, [595.276, 841.89]),
    ] {
        let bytes = worksheet(language);
        let read = ReadBack::of(&bytes);
        assert_eq!(read.document.get_pages().len(), 2);
        for (edge, expected) in read.media_box()[2..].iter().zip(size) {
            assert!((edge - expected).abs() < 0.001, "{edge}");
        }
        let catalog = read.document.catalog().unwrap();
        let lang = catalog.get(b"Lang").unwrap().as_str().unwrap();
        assert_eq!(lang, language.tag().as_bytes());
        let title = read.info().get(b"Title").unwrap().as_str().unwrap();
        assert_eq!(utf16(title), "Before the interview");
        // A page is better scaled to other paper than cut.
        let shown = catalog.get(b"ViewerPreferences").unwrap();
        assert!(shown.as_dict().unwrap().get(b"PrintScaling").is_err());
        assert_eq!(read.fonts.len(), 1, "one font for both pages");
        for font in read.fonts.values() {
            assert!(font.base_name.ends_with("+EBGaramond-Regular"));
            assert!(font.program.len() < 60_000, "{}", font.program.len());
        }
    }
}

#[test]
fn the_words_of_the_first_page_come_back_in_order() {
    let read = ReadBack::of(&worksheet(Language::EnUs)).text();
    let page = &lay(WORKSHEET).pages[0];
    let lines = page.lines.iter().chain(&page.number);
    let expected: Vec<&str> = lines.flat_map(|line| line.text.split(' ')).collect();
    let found: Vec<&str> = read.split_whitespace().collect();
    assert_eq!(found, expected);
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    let first = worksheet(Language::EnUs);
    let other = std::thread::spawn(|| worksheet(Language::EnUs));
    assert!(first == worksheet(Language::EnUs));
    assert!(first == other.join().unwrap());
    assert!(first.len() < 40_000, "{} bytes", first.len());
}

#[test]
fn other_programs_find_nothing_wrong() {
    for options in all_options() {
        let pages = typeset_pages(WORKSHEET, &options, Fonts::built_in()).unwrap();
        let bytes = pages.pdf(&meta()).unwrap();
        let Some(said) = run("qpdf", &["--check"], &[], &bytes) else {
            return;
        };
        assert!(said.contains("No syntax or stream encoding errors"));
        let fonts = run("pdffonts", &[], &[], &bytes).unwrap_or_default();
        for font in fonts.lines().skip(2) {
            let columns: Vec<&str> = font.split_whitespace().collect();
            assert_eq!(columns[4..7], ["yes", "yes", "yes"], "{fonts}");
        }
    }
}

#[test]
fn pdftotext_finds_the_words_in_the_order_of_reading() {
    for options in all_options() {
        let pages = typeset_pages(WORKSHEET, &options, Fonts::built_in()).unwrap();
        let Some(text) = run("pdftotext", &[], &["-"], &pages.pdf(&meta()).unwrap()) else {
            return;
        };
        let sheets: Vec<&str> = text.trim_end_matches('\u{c}').split('\u{c}').collect();
        assert_eq!(sheets.len(), pages.count());
        for (sheet, page) in sheets.iter().zip(&pages.pages) {
            let found: Vec<&str> = sheet.split_whitespace().collect();
            let lines = page.lines.iter().chain(&page.number);
            let expected: Vec<&str> = lines.flat_map(|line| line.text.split(' ')).collect();
            assert_eq!(found, expected);
        }
    }
}

/// A line as somebody types it: marks of Markdown, words, places to write on.
fn line() -> impl Strategy<Value = String> {
    let words = prop::collection::vec("[a-zA-Zé]{1,9}|\\*\\*[a-z]{1,5}\\*\\*|[a-z]{60,99}", 0..30);
    let words = words.prop_map(|words| words.join(" "));
    (
        "(#{1,4} |[-*+] |[0-9]{1,9}[.)] |> | {1,4}){0,5}",
        words,
        "( _{3,9}|_{4}|(\\\\_){5}|)(\\\\| {2}|)",
    )
        .prop_map(|(mark, words, end)| format!("{mark}{words}{end}"))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, ..ProptestConfig::default() })]

    #[test]
    fn any_document_stands_inside_the_margins(
        lines in prop::collection::vec(line(), 0..60),
        options in prop::sample::select(all_options().collect::<Vec<_>>()),
    ) {
        let markdown = lines.join("\n");
        let pages = typeset_pages(&markdown, &options, Fonts::built_in()).unwrap();
        assert_inside_page_margins(&pages);
        let is_word = |c: &char| c.is_alphabetic();
        let said: String = pages.text().chars().filter(is_word).collect();
        let typed: String = markdown.chars().filter(is_word).collect();
        prop_assert_eq!(said, typed);
        let bytes = pages.pdf(&meta()).unwrap();
        let read = Document::load_mem(&bytes).unwrap();
        prop_assert_eq!(read.get_pages().len(), pages.count());
    }

    #[test]
    fn no_document_at_all_makes_a_panic(markdown in "\\PC{0,80}|[-*_`#+=<>&\\[\\]()!\\\\~.1 a\u{fdd9}\u{202e}\n]{0,120}") {
        match typeset_pages(&markdown, &PageOptions::default(), Fonts::built_in()) {
            Ok(pages) => {
                assert_inside_page_margins(&pages);
                prop_assert!(pages.pdf(&meta()).is_ok());
            }
            Err(CardError::NoGlyph { .. }) => {}
            Err(other) => return Err(TestCaseError::fail(other.to_string())),
        }
    }
}
