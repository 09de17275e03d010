//! Fonts that the user brings.

use std::fs;

use regards::card::{Card, CardError, CardOptions, FontError, Fonts, Lettering, typeset};

use super::layout::assert_inside_margins;
use super::outside_tools::run;
use super::read_back::ReadBack;
use super::{AWKWARD, LONG, SHORT, letter, meta, with_paragraph};
use crate::support::{Folder, example, project};

fn fixture(name: &str) -> Vec<u8> {
    fs::read(project().join("tests/fixtures/fonts").join(name)).unwrap()
}

fn caveat() -> Vec<u8> {
    fs::read(project().join("fonts/caveat/Caveat-Regular.ttf")).unwrap()
}

fn with_own(bytes: Vec<u8>) -> Result<Fonts, FontError> {
    Fonts::built_in().with_own(bytes)
}

fn set(body: &str, fonts: &Fonts) -> Result<Card, CardError> {
    let options = CardOptions {
        lettering: Lettering::Own,
        ..CardOptions::default()
    };
    typeset(&letter(body), &options, fonts)
}

/// A font with another `fsType`.
fn licensed(fs_type: u16) -> Vec<u8> {
    let mut bytes = caveat();
    let record = bytes.windows(4).position(|tag| tag == b"OS/2").unwrap();
    let offset = bytes[record + 8..record + 12].try_into().unwrap();
    let at = u32::from_be_bytes(offset) as usize + 8;
    bytes[at..at + 2].copy_from_slice(&fs_type.to_be_bytes());
    bytes
}

fn refused(bytes: Vec<u8>) -> FontError {
    with_own(bytes).unwrap_err()
}

#[test]
fn every_kind_of_font_file_can_be_written_with() {
    for (file, name) in [
        ("cff.otf", "LaBelleAurore-CFF"),
        ("variable.ttf", "LaBelleAurore"),
        ("two-faces.ttc", "LaBelleAurore"),
    ] {
        let fonts = with_own(fixture(file)).unwrap();
        for body in [SHORT, LONG] {
            let body = body.replace('á', "a");
            let card = set(&body, &fonts).unwrap();
            assert_inside_margins(&card);
            let bytes = card.pdf(&meta()).unwrap();
            let read = ReadBack::of(&bytes);
            let fonts: Vec<&str> = read
                .fonts
                .values()
                .map(|font| &font.base_name[7..])
                .collect();
            assert_eq!(fonts, [name], "{file}");
            assert_eq!(
                read.text().split_whitespace().collect::<String>(),
                card.text().split_whitespace().collect::<String>()
            );
            let Some(said) = run("qpdf", &["--check"], &[], &bytes) else {
                continue;
            };
            assert!(
                said.contains("No syntax or stream encoding errors"),
                "{said}"
            );
            if let Some(text) = run("pdftotext", &[], &["-"], &bytes) {
                let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
                assert_eq!(words(&text), words(&card.text()), "{file}");
            }
        }
    }
}

#[test]
fn what_a_font_lacks_is_set_in_those_that_come_along() {
    let fonts = with_own(fixture("cff.otf")).unwrap();
    let card = set(&with_paragraph(&AWKWARD.replace('*', "\\*")), &fonts).unwrap();
    assert_inside_margins(&card);
    let read = ReadBack::of(&card.pdf(&meta()).unwrap());
    let mut names: Vec<&str> = read
        .fonts
        .values()
        .map(|font| &font.base_name[7..])
        .collect();
    names.sort_unstable();
    assert_eq!(
        names,
        ["Caveat-Regular", "LaBelleAurore-CFF", "PlaypenSans-Regular"]
    );
}

#[test]
fn a_font_of_twenty_megabytes_is_a_font() {
    // What comes after the tables is nobody's.
    let mut bytes = caveat();
    bytes.resize(20_000_000, 0);
    let fonts = with_own(bytes).unwrap();
    let bytes = set(LONG, &fonts).unwrap().pdf(&meta()).unwrap();
    assert!(bytes.len() < 40_000, "{} bytes", bytes.len());
}

#[test]
fn the_own_font_is_set_as_large_as_a_hand() {
    let own = set(LONG, &with_own(caveat()).unwrap()).unwrap().type_size;
    let known = super::set(LONG, &CardOptions::default()).unwrap().type_size;
    assert!((own / known - 1.0).abs() < 0.1, "{own} and {known}");
}

#[test]
fn a_font_that_cannot_be_used_is_refused_with_its_reason() {
    assert_eq!(refused(Vec::new()), FontError::Empty);
    assert_eq!(refused(b"not a font".to_vec()), FontError::Unreadable);
    assert_eq!(
        refused(b"%!PS-AdobeFont-1.0".to_vec()),
        FontError::Unreadable
    );
    assert_eq!(refused(b"wOF2 and so on".to_vec()), FontError::Web);
    assert_eq!(refused(vec![0; Fonts::MOST_BYTES + 1]), FontError::TooLarge);
    assert_eq!(refused(fixture("no-z.ttf")), FontError::Lacks('z'));
    for end in [4, 12, 100, 1_000, 10_000, 100_000] {
        let error = refused(caveat()[..end].to_vec());
        assert!(
            matches!(
                error,
                FontError::Unreadable | FontError::Lacks(_) | FontError::Undrawable
            ),
            "{end}: {error}"
        );
    }
    // Without its outlines.
    let mut bytes = caveat();
    let record = bytes.windows(4).position(|tag| tag == b"glyf").unwrap();
    bytes[record..record + 4].copy_from_slice(b"gone");
    assert_eq!(refused(bytes), FontError::Undrawable);
}

#[test]
fn what_the_maker_forbids_is_not_done() {
    for (fs_type, allowed) in [
        (0x0000, true),
        (0x0002, false),
        // Preview and print; editable.
        (0x0004, true),
        (0x0008, true),
        (0x000a, true),
        (0x0100, false),
        (0x0200, false),
    ] {
        let result = with_own(licensed(fs_type)).map(drop);
        let expected = if allowed {
            Ok(())
        } else {
            Err(FontError::Forbidden)
        };
        assert_eq!(result, expected, "{fs_type:#06x}");
    }
}

#[test]
fn the_command_line_takes_a_font_or_says_why_not() {
    let folder = Folder::with("notes.yaml", example("minimal.yaml"));
    folder.put("hand.otf", fixture("cff.otf"));
    folder.put("shop.ttf", licensed(2));
    folder.put("page.woff2", b"wOF2");
    folder.put("empty.ttf", b"");
    let write = ["write", "notes.yaml", "--as", "card", "--font"];
    let with = |font| [&write[..], &[font]].concat();
    for font in ["shop.ttf", "page.woff2", "empty.ttf"] {
        let said = folder.regards(&with(font)).fails(2).stderr;
        insta::assert_snapshot!(format!("font-{}", font.replace('.', "-")), said);
    }
    for font in ["none.ttf", "."] {
        // Why, the system says in its own words.
        let said = folder.regards(&with(font)).fails(2).stderr;
        assert!(
            said.starts_with(&format!("error: the font `{font}` cannot be read: ")),
            "{said}"
        );
    }
    assert_eq!(folder.files().len(), 5, "nothing was written");
    folder.regards(&with("hand.otf")).passes();
    let pdf = folder
        .files()
        .into_iter()
        .find(|(name, _)| name.ends_with(".pdf"));
    let fonts = ReadBack::of(&pdf.unwrap().1).fonts;
    assert!(
        fonts
            .values()
            .any(|font| font.base_name.ends_with("LaBelleAurore-CFF"))
    );
}
