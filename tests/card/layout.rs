use regards::card::{Card, CardOptions, Lettering, Natural, Size};

use super::{AWKWARD, LONG, MEDIUM, SHORT, set, with_paragraph};

fn all_options() -> impl Iterator<Item = CardOptions> {
    Size::ALL.into_iter().flat_map(|size| {
        Lettering::ALL.map(|lettering| CardOptions {
            size,
            lettering,
            ..CardOptions::default()
        })
    })
}

/// A card that is written as straight as type, to measure.
fn straight() -> CardOptions {
    CardOptions {
        natural: Some(Natural::STRAIGHT),
        ..CardOptions::default()
    }
}

/// A text that fills a card in the widest hand.
pub fn long(options: &CardOptions) -> &'static str {
    if options.size == Size::FOUR_BAR || options.size.is_landscape() {
        MEDIUM
    } else {
        LONG
    }
}

pub fn assert_inside_margins(card: &Card) {
    let (side, ends) = card.margin;
    assert!(
        side >= 14.0 && ends >= 14.0,
        "what printers leave alone stays empty, which is 4 mm and an eighth of an inch"
    );
    let grain = 0.01;
    for ink in card.ink_boxes() {
        assert!(ink.left >= side - grain, "left {ink:?}");
        assert!(ink.right <= card.size.width - side + grain, "right {ink:?}");
        assert!(ink.bottom >= ends - grain, "bottom {ink:?}");
        assert!(ink.top <= card.size.height - ends + grain, "top {ink:?}");
    }
}

#[test]
fn a_lying_card_has_margins_as_even_as_one_that_stands() {
    for size in Size::ALL {
        let options = CardOptions {
            size,
            ..CardOptions::default()
        };
        let (side, ends) = set(SHORT, &options).unwrap().margin;
        assert!(
            (side / ends - 1.0).abs() < 0.2,
            "{}: {side}, {ends}",
            size.name
        );
    }
    assert!(Size::POSTCARD_US.is_landscape() && Size::POSTCARD_EU.is_landscape());
}

#[test]
fn the_smallest_and_the_largest_card_can_be_set() {
    for measures in ["2.5x2.5in", "10x10in", "2.5x10in", "10x2.5in"] {
        let options = CardOptions {
            size: Size::parse(measures).unwrap(),
            ..CardOptions::default()
        };
        let card = set("Dear Jo,\n\nThank you for it.\n\nAmara", &options).unwrap();
        assert_inside_margins(&card);
    }
}

#[test]
fn all_ink_is_inside_the_margins() {
    for options in all_options() {
        for body in [
            SHORT.to_owned(),
            long(&options).to_owned(),
            with_paragraph(&AWKWARD.replace('*', "\\*")),
        ] {
            let card = set(&body, &options).unwrap();
            assert!(card.ink_boxes().count() > 40);
            assert_inside_margins(&card);
        }
    }
}

#[test]
fn lines_go_down_the_page_and_do_not_touch() {
    for options in all_options() {
        let card = set(long(&options), &options).unwrap();
        for pair in card.lines.windows(2) {
            let distance = pair[0].baseline - pair[1].baseline;
            assert!(
                distance > card.type_size * 0.9,
                "{distance} pt apart: {}",
                pair[1].text
            );
        }
    }
}

#[test]
fn a_short_text_is_written_larger_than_a_long_one() {
    // The largest card holds the long text too in the most generous setting.
    for options in all_options().filter(|options| [Size::A2, Size::A6].contains(&options.size)) {
        let short = set(SHORT, &options).unwrap().type_size;
        let long = set(LONG, &options).unwrap().type_size;
        assert!(short > long, "{short} pt, {long} pt");
    }
}

#[test]
fn a_hand_stays_legible() {
    let words = set(LONG, &CardOptions::default()).unwrap();
    assert!(words.type_size >= 12.0, "{} pt", words.type_size);
}

#[test]
fn the_date_ends_at_the_right_margin_and_the_sign_off_stands_right_of_the_middle() {
    let card = set(SHORT, &straight()).unwrap();
    let edges = |line: usize| {
        let glyphs = card.lines[line].runs.iter().flat_map(|run| &run.glyphs);
        let ink = glyphs.filter_map(|glyph| glyph.ink);
        ink.fold((f32::MAX, f32::MIN), |(l, r), ink| {
            (l.min(ink.left), r.max(ink.right))
        })
    };
    assert_eq!(card.lines[0].text, "November 18");
    assert!((edges(0).1 - (card.size.width - card.margin.0)).abs() < 1.0);
    let last = card.lines.len() - 1;
    assert_eq!(card.lines[last].text, "Amara Okafor");
    let column = card.size.width - 2.0 * card.margin.0;
    assert!(edges(last).0 > card.margin.0 + 0.4 * column);
    assert!(
        (edges(last).0 - edges(last - 1).0).abs() < 3.0,
        "both begin at one place"
    );
}

#[test]
fn the_text_sits_a_little_above_the_middle() {
    let card = set(SHORT, &CardOptions::default()).unwrap();
    let top = card.ink_boxes().map(|ink| ink.top).fold(f32::MIN, f32::max);
    let bottom = card
        .ink_boxes()
        .map(|ink| ink.bottom)
        .fold(f32::MAX, f32::min);
    let above = card.size.height - top;
    assert!(above <= bottom + 0.5, "{above} pt above, {bottom} pt below");
    assert!(above > 0.5 * bottom, "{above} pt above, {bottom} pt below");
}

#[test]
fn a_title_stays_with_its_name() {
    // Every length of the words before it, so that the title comes to every place of a line.
    for length in 1..30 {
        let body = with_paragraph(&format!(
            "I met {} and then Dr. Okafor, who told Prof. Lindqvist about the plans for spring.",
            "x".repeat(length)
        ));
        let card = set(&body, &CardOptions::default()).unwrap();
        for line in &card.lines {
            assert!(
                !line.text.ends_with("Dr.") && !line.text.ends_with("Prof."),
                "{}",
                line.text
            );
        }
    }
}

#[test]
fn a_name_is_set_in_one_face() {
    // Caveat has no horn, so that `Hưng` is set in another face; its neighbours go along.
    let card = set(
        &with_paragraph("I thank Trần Hưng Đạo for it"),
        &CardOptions::default(),
    )
    .unwrap();
    let line = card
        .lines
        .iter()
        .find(|line| line.text.contains("Hưng"))
        .unwrap();
    let size_of = |word: &str| {
        let run = line
            .runs
            .iter()
            .find(|run| &line.text[run.range.clone()] == word)
            .unwrap();
        run.size
    };
    assert_eq!(size_of("Trần"), size_of("Hưng"));
    assert_eq!(size_of("Đạo"), size_of("Hưng"));
    assert_ne!(size_of("thank"), size_of("Hưng"));
}

#[test]
fn what_runs_from_right_to_left_stands_from_right_to_left() {
    // Faces for Hebrew or Arabic come from outside, but Latin can be told to run that way.
    let body = with_paragraph("One \u{202e}abc\u{202c} two");
    let card = set(&body, &CardOptions::default()).unwrap();
    let line = card
        .lines
        .iter()
        .find(|line| line.text.starts_with("One"))
        .unwrap();
    let glyphs = line
        .runs
        .iter()
        .flat_map(|run| &run.glyphs)
        .filter(|glyph| glyph.ink.is_some());
    let mut from_left: Vec<(f32, &str)> = glyphs
        .map(|glyph| (glyph.ink.unwrap().left, &line.text[glyph.cluster.clone()]))
        .collect();
    from_left.sort_by(|a, b| a.0.total_cmp(&b.0));
    let seen: String = from_left.iter().map(|(_, text)| *text).collect();
    let seen: String = seen.chars().filter(char::is_ascii_alphabetic).collect();
    assert_eq!(seen, "Onecbatwo");
}

#[test]
fn later_lines_of_a_list_begin_under_its_words() {
    let item = "a thing that takes more than one line of a card to say in full";
    let card = set(
        &with_paragraph(&format!("1. {item}\n2. {item}")),
        &straight(),
    );
    let card = card.unwrap();
    let first = card
        .lines
        .iter()
        .position(|line| line.text.starts_with("1."))
        .unwrap();
    let start = |line: usize| card.lines[line].runs[0].x;
    assert!(
        !card.lines[first + 1].text.starts_with("2."),
        "the item takes two lines"
    );
    let words = card.lines[first].runs[2].x;
    assert!(
        (start(first + 1) - words).abs() < 0.5,
        "{} and {words}",
        start(first + 1)
    );
}

#[test]
fn a_long_signature_is_broken_rather_than_cut() {
    let name = "Prof. Dr. Katherine Anne-Marie O'Neill-Vásquez-Featherstonehaugh of Northwind";
    let body =
        format!("Dear Jo,\n\nThank you for it.\n\nWith thanks,  \n{name}  \n+1 312 555 0142");
    let card = set(&body, &CardOptions::default()).unwrap();
    assert_inside_margins(&card);
    let text = card.text();
    let whole = format!("{name} +1 312 555 0142");
    assert!(text.replace('\n', " ").ends_with(&whole), "{text}");
}

#[test]
fn a_name_alone_signs_the_card() {
    let card = set(
        "Dear Jo,\n\nThank you for it.\n\nAmara Okafor",
        &CardOptions::default(),
    );
    let card = card.unwrap();
    let last = card.lines.last().unwrap();
    assert_eq!(last.text, "Amara Okafor");
    assert!(last.runs[0].size > card.type_size && last.runs[0].x > card.size.width / 3.0);
}
