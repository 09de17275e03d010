//! Every size in every hand with every design.

use regards::card::{Card, CardOptions, Design, Initials, Lettering, Natural, Node, Size};

use super::layout::{assert_inside_margins, long};
use super::outside_tools::run;
use super::read_back::ReadBack;
use super::{MEDIUM, SHORT, meta, set};

fn everything() -> impl Iterator<Item = CardOptions> {
    let cards = Size::ALL.into_iter().flat_map(|size| {
        Lettering::ALL.into_iter().flat_map(move |lettering| {
            Design::ALL.map(|design| CardOptions {
                size,
                lettering,
                design,
                ..CardOptions::default()
            })
        })
    });
    cards.collect::<Vec<_>>().into_iter()
}

fn with(design: Design) -> impl Iterator<Item = CardOptions> {
    everything().filter(move |options| options.design == design)
}

/// What such a card holds.
fn text(options: &CardOptions) -> &'static str {
    match options.design {
        Design::Plain => long(options),
        _ => MEDIUM,
    }
}

fn name(options: &CardOptions) -> String {
    let (hand, design) = (options.lettering.name(), options.design.name());
    format!("{hand} on {} {design}", options.size.name)
}

fn nodes(card: &Card) -> impl Iterator<Item = Node> + '_ {
    let contours = card.drawing.iter().flat_map(|shape| &shape.contours);
    contours.flatten().copied()
}

#[test]
fn words_stand_inside_the_margins_and_the_drawing_where_every_printer_prints() {
    for options in everything() {
        for body in [SHORT, text(&options)] {
            let card =
                set(body, &options).unwrap_or_else(|error| panic!("{}: {error}", name(&options)));
            assert_inside_margins(&card);
            for node in nodes(&card) {
                let edges = [
                    node.x,
                    node.y,
                    card.size.width - node.x,
                    card.size.height - node.y,
                ];
                // 4 mm.
                let inside = edges.into_iter().all(|edge| edge >= 11.34);
                assert!(inside, "{}: {node:?}", name(&options));
            }
        }
    }
}

#[test]
fn every_file_is_sound_with_its_fonts_cut_down_and_its_words_in_order() {
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    for options in everything() {
        let card = set(text(&options), &options).unwrap();
        let bytes = card.pdf(&meta()).unwrap();
        let read = ReadBack::of(&bytes);
        assert_eq!(
            words(&read.text()),
            words(&card.text()),
            "{}",
            name(&options)
        );
        assert_eq!(read.fonts.len(), 1, "{}", name(&options));
        for font in read.fonts.values() {
            assert_eq!(font.base_name.find('+'), Some(6));
            assert!(font.program.len() < 40_000);
        }
        assert!(
            bytes.len() < 30_000,
            "{}: {} bytes",
            name(&options),
            bytes.len()
        );
        if options.lettering == Lettering::Caveat || options.size == Size::A2 {
            let Some(said) = run("qpdf", &["--check"], &[], &bytes) else {
                continue;
            };
            assert!(
                said.contains("No syntax or stream encoding errors"),
                "{said}"
            );
            let Some(said) = run("pdftotext", &["-raw"], &["-"], &bytes) else {
                continue;
            };
            assert_eq!(words(&said), words(&card.text()), "{}", name(&options));
            // Of words that lean, poppler may take a date at the right for a column of its own.
            let options = CardOptions {
                natural: Some(Natural::STRAIGHT),
                ..options
            };
            let card = set(text(&options), &options).unwrap();
            let bytes = card.pdf(&meta()).unwrap();
            let Some(said) = run("pdftotext", &[], &["-"], &bytes) else {
                continue;
            };
            assert_eq!(words(&said), words(&card.text()), "{}", name(&options));
        }
    }
}

#[test]
fn words_are_written_on_the_rules() {
    for options in with(Design::Ruled) {
        let card = set(text(&options), &options).unwrap();
        let rules: Vec<f32> = card
            .drawing
            .iter()
            .map(|shape| shape.contours[0][0].y)
            .collect();
        assert!(rules.len() >= card.lines.len());
        let apart = rules[0] - rules[1];
        for pair in rules.windows(2) {
            assert!((pair[0] - pair[1] - apart).abs() < 0.01, "{rules:?}");
        }
        for line in &card.lines {
            let above = |rule: &f32| line.baseline - rule;
            let near = rules.iter().map(above).filter(|above| *above > 0.0);
            let near = near.fold(f32::MAX, f32::min);
            assert!(near > 0.3 && near < 1.5, "{near} pt: {}", line.text);
        }
    }
}

#[test]
fn words_keep_off_the_frame() {
    for options in with(Design::Border) {
        let card = set(text(&options), &options).unwrap();
        let inner = nodes(&card)
            .map(|node| node.x)
            .filter(|x| *x < card.size.width / 2.0)
            .fold(0.0_f32, f32::max);
        let (side, ends) = card.margin;
        assert!(
            side - inner >= 8.0 && ends - inner >= 8.0,
            "{}",
            name(&options)
        );
    }
}

#[test]
fn words_keep_off_the_monogram() {
    for options in with(Design::Monogram) {
        let card = set(text(&options), &options).unwrap();
        let lowest = nodes(&card).map(|node| node.y).fold(f32::MAX, f32::min);
        let highest = card.ink_boxes().map(|ink| ink.top).fold(f32::MIN, f32::max);
        assert!(
            lowest - highest >= 4.0,
            "{}: {lowest}, {highest}",
            name(&options)
        );
    }
}

#[test]
fn a_monogram_has_the_initials_that_it_is_given_or_those_of_the_signature() {
    let drawn = |body: &str, initials: Option<Initials>| {
        let options = CardOptions {
            design: Design::Monogram,
            initials,
            ..CardOptions::default()
        };
        set(body, &options).unwrap().drawing
    };
    let signed = drawn(SHORT, None);
    assert_eq!(signed, drawn(SHORT, Some(Initials::of("Amara Okafor"))));
    assert_ne!(signed, drawn(SHORT, Some(Initials::of("Jo Lindqvist"))));
    assert_eq!(signed.len(), 2, "a ring and the letters");
    let nobody =
        "Dear Jo,\n\nThank you for it.\n\nI would like to say a great deal more than that.";
    assert!(drawn(nobody, None).is_empty());
}
