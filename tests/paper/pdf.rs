//! What the files for sheets, envelopes and folded cards hold.

use lopdf::{Document, Object};
use regards::card::{
    Card, CardOptions, Flip, Fonts, Leaf, Lettering, PdfMeta, Piece, Placed, Rect, Size, Turn,
    bind, typeset,
};
use regards::stationery::{Feed, Front, Holds, Layout, SheetKind, Stack, front, impose};

use crate::card::outside_tools::run;
use crate::card::read_back::utf16;
use crate::card::{LONG, SHORT, letter};

fn card(body: &str, size: Size, lettering: Lettering) -> Card {
    let options = CardOptions {
        size,
        lettering,
        ..CardOptions::default()
    };
    typeset(&letter(body), &options, Fonts::built_in()).unwrap()
}

fn meta() -> PdfMeta {
    PdfMeta {
        title: "Cards".to_owned(),
        author: "Amara Okafor".to_owned(),
    }
}

/// Five cards on sheets of a kind, folded or not, as a file.
fn sheets(sheet: &SheetKind, size: Size, flip: Option<Flip>) -> Option<Vec<u8>> {
    let options = CardOptions {
        size,
        ..CardOptions::default()
    };
    let plain = (size.width, size.height);
    let layout = if flip.is_some() {
        Layout::folded(plain)
    } else {
        Layout::plain(plain)
    };
    let grid = sheet.grid(layout.flat).ok()?;
    let outside = front(&Front::ThankYou, &options, Fonts::built_in()).unwrap();
    let cards: Vec<Card> = (0..5)
        .map(|number| {
            card(
                if number % 2 == 0 { SHORT } else { LONG },
                size,
                options.lettering,
            )
        })
        .collect();
    let mut pieces = vec![Piece::Block(&outside)];
    pieces.extend(cards.iter().map(Piece::Card));
    let places: Vec<_> = (1..=5)
        .map(|own| {
            if flip.is_some() {
                (0, Some(own))
            } else {
                (own, None)
            }
        })
        .collect();
    let feed = Feed {
        start: 2,
        flip: flip.unwrap_or_default(),
        ..Feed::default()
    };
    let leaves = impose(
        &Stack {
            grid: &grid,
            layout: &layout,
            feed,
        },
        &places,
    );
    let language = options.language;
    Some(bind(&pieces, &leaves, &meta(), language, flip).unwrap())
}

fn kinds() -> impl Iterator<Item = &'static SheetKind> {
    SheetKind::all()
        .iter()
        .filter(|sheet| sheet.holds == Holds::Cards)
}

#[test]
fn text_stays_clear_of_what_printers_leave_white() {
    let mut seen = 0;
    for sheet in kinds() {
        for size in Size::ALL {
            let layout = Layout::plain((size.width, size.height));
            let Ok(grid) = sheet.grid(layout.flat) else {
                continue;
            };
            let stack = Stack {
                grid: &grid,
                layout: &layout,
                feed: Feed::default(),
            };
            let leaf = impose(&stack, &vec![(0, None); grid.cells.len()]).remove(0);
            for lettering in Lettering::ALL {
                let options = CardOptions {
                    size,
                    lettering,
                    ..CardOptions::default()
                };
                // The longest that the card holds comes nearest to the edges.
                let card = [LONG, SHORT]
                    .into_iter()
                    .find_map(|body| typeset(&letter(body), &options, Fonts::built_in()).ok())
                    .unwrap();
                for placed in &leaf.placed {
                    for ink in card.ink_boxes() {
                        let [left, bottom, right, top] = on_page(&ink, placed, layout.flat);
                        assert!(
                            left >= sheet.keep && bottom >= sheet.keep,
                            "{} {ink:?}",
                            sheet.name
                        );
                        assert!(right <= leaf.width - sheet.keep, "{} {ink:?}", sheet.name);
                        assert!(top <= leaf.height - sheet.keep, "{} {ink:?}", sheet.name);
                        seen += 1;
                    }
                }
            }
        }
    }
    assert!(seen > 10_000, "{seen}");
}

/// A box of a piece as it comes to lie on the page.
fn on_page(ink: &Rect, placed: &Placed, (width, height): (f32, f32)) -> [f32; 4] {
    let [left, bottom, right, top] = match placed.turn {
        Turn::Upright => [ink.left, ink.bottom, ink.right, ink.top],
        Turn::Left => [height - ink.top, ink.left, height - ink.bottom, ink.right],
        Turn::Around => [
            width - ink.right,
            height - ink.top,
            width - ink.left,
            height - ink.bottom,
        ],
        Turn::Right => [ink.bottom, width - ink.right, ink.top, width - ink.left],
    };
    [
        left + placed.x,
        bottom + placed.y,
        right + placed.x,
        top + placed.y,
    ]
}

#[test]
fn each_font_is_in_the_file_once_and_each_page_has_the_sheets_size() {
    let sheet = SheetKind::named("us-letter", Holds::Cards).unwrap();
    let bytes = sheets(sheet, Size::A2, None).unwrap();
    let document = Document::load_mem(&bytes).unwrap();
    let pages: Vec<_> = document.page_iter().collect();
    assert_eq!(pages.len(), 3);
    for page in pages {
        let page = document.get_dictionary(page).unwrap();
        let edges = page.get(b"MediaBox").unwrap().as_array().unwrap();
        let edges: Vec<f32> = edges.iter().map(|edge| edge.as_float().unwrap()).collect();
        assert_eq!(edges, [0.0, 0.0, 612.0, 792.0]);
    }
    let programs = |key: &[u8]| {
        let dictionaries = document
            .objects
            .values()
            .filter_map(|object| object.as_dict().ok());
        dictionaries
            .filter(|dictionary| dictionary.has(key))
            .count()
    };
    assert_eq!(programs(b"FontFile2"), 1);
    assert!(bytes.len() < 30_000, "{} bytes", bytes.len());
    assert!(
        bytes == sheets(sheet, Size::A2, None).unwrap(),
        "the same bytes again"
    );
}

/// The names in the list of contents, each with the place of its page.
pub fn bookmarks(document: &Document) -> Vec<(String, usize)> {
    let pages: Vec<_> = document.page_iter().collect();
    let link =
        |of: &lopdf::Dictionary, key: &[u8]| of.get(key).ok().map(|id| id.as_reference().unwrap());
    let root = link(document.catalog().unwrap(), b"Outlines").unwrap();
    let root_of = document.get_dictionary(root).unwrap();
    let mut found = Vec::new();
    let (mut at, mut before) = (link(root_of, b"First"), None);
    while let Some(id) = at {
        let item = document.get_dictionary(id).unwrap();
        assert_eq!(
            (link(item, b"Prev"), link(item, b"Parent")),
            (before, Some(root))
        );
        let title = utf16(item.get(b"Title").unwrap().as_str().unwrap());
        let target = item.get(b"Dest").unwrap().as_array().unwrap()[0]
            .as_reference()
            .unwrap();
        found.push((
            title,
            pages.iter().position(|page| *page == target).unwrap(),
        ));
        (before, at) = (at, link(item, b"Next"));
    }
    assert_eq!(link(root_of, b"Last"), before);
    let count = root_of.get(b"Count").unwrap().as_i64().unwrap();
    assert_eq!(usize::try_from(count).unwrap(), found.len());
    found
}

#[test]
fn bookmarks_name_the_pages_in_their_order() {
    let names = [
        "Nguyễn Thị Minh Khai",
        "Zoë \"Zed\" Müller (I)",
        "山田 太郎 𝒜\\",
    ];
    let card = card(SHORT, Size::A6, Lettering::Caveat);
    let size = (card.size.width, card.size.height);
    let mut leaves: Vec<Leaf> = names
        .iter()
        .map(|name| Leaf::filled(0, size).called(name))
        .collect();
    // A page without a name is in no list, and the list goes on behind it.
    leaves.insert(1, Leaf::filled(0, size));
    let language = CardOptions::default().language;
    let bytes = bind(&[Piece::Card(&card)], &leaves, &meta(), language, None).unwrap();
    let document = Document::load_mem(&bytes).unwrap();
    let found = bookmarks(&document);
    let expected: Vec<(String, usize)> = names
        .map(str::to_owned)
        .into_iter()
        .zip([0, 2, 3])
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn the_print_dialog_is_told_how_to_turn_the_paper() {
    let sheet = SheetKind::named("avery-8315", Holds::Cards).unwrap();
    for (flip, name) in [
        (Flip::Long, "DuplexFlipLongEdge"),
        (Flip::Short, "DuplexFlipShortEdge"),
    ] {
        let bytes = sheets(sheet, Size::A2, Some(flip)).unwrap();
        let document = Document::load_mem(&bytes).unwrap();
        let preferences = document
            .catalog()
            .unwrap()
            .get(b"ViewerPreferences")
            .unwrap();
        let preferences = preferences.as_dict().unwrap();
        assert_eq!(preferences.get(b"Duplex").unwrap(), &Object::from(name));
        assert_eq!(
            preferences.get(b"PrintScaling").unwrap(),
            &Object::from("None")
        );
    }
}

#[test]
fn other_programs_find_nothing_wrong_and_all_words() {
    for sheet in kinds() {
        for size in Size::ALL {
            for flip in [None, Some(Flip::Long), Some(Flip::Short)] {
                let Some(bytes) = sheets(sheet, size, flip) else {
                    continue;
                };
                let Some(said) = run("qpdf", &["--check"], &[], &bytes) else {
                    return;
                };
                assert!(
                    said.contains("No syntax or stream encoding errors"),
                    "{said}"
                );
                let fonts = run("pdffonts", &[], &[], &bytes).unwrap_or_default();
                for font in fonts.lines().skip(2) {
                    let columns: Vec<&str> = font.split_whitespace().collect();
                    assert_eq!(columns[4..7], ["yes", "yes", "yes"], "{fonts}");
                }
                // In the order of the file: sheets are read card by card.
                let Some(text) = run("pdftotext", &["-raw"], &["-"], &bytes) else {
                    return;
                };
                let found = text
                    .split_whitespace()
                    .filter(|word| *word == "O'Neill-Vásquez,");
                assert_eq!(found.count(), 5, "{text}");
                // Seven are in the letters, and each folded card has one on its front.
                let words: Vec<&str> = text.split_whitespace().collect();
                let thanks = words.join(" ").matches("Thank you").count();
                assert_eq!(thanks, if flip.is_some() { 12 } else { 7 }, "{text}");
            }
        }
    }
}
