//! What a hand does to lines that a ruler would not.

use regards::card::{Card, CardOptions, Lettering, Natural, Size};

use super::layout::{assert_inside_margins, long};
use super::read_back::ReadBack;
use super::{LONG, SHORT, meta, pdf, set};

fn options(level: u8) -> CardOptions {
    CardOptions {
        natural: Some(Natural::level(level)),
        ..CardOptions::default()
    }
}

/// The words of a card in the order of reading: where each begins, how high above its line's
/// baseline, and how steep.
fn words(card: &Card) -> Vec<(f32, f32, f32)> {
    let words = card.lines.iter().flat_map(|line| {
        let runs = line.runs.iter();
        let words = runs.filter(|run| !line.text[run.range.clone()].trim().is_empty());
        words.map(|run| (run.x, run.y - line.baseline, run.turn))
    });
    words.collect()
}

#[test]
fn a_hand_is_natural_and_a_book_face_is_straight_unless_it_is_said() {
    let turned = |lettering, natural| {
        let options = CardOptions {
            lettering,
            natural,
            ..CardOptions::default()
        };
        let card = set(LONG, &options).unwrap();
        words(&card).iter().any(|(_, _, turn)| *turn != 0.0)
    };
    for lettering in Lettering::ALL {
        assert_eq!(turned(lettering, None), lettering != Lettering::EbGaramond);
        assert!(!turned(lettering, Some(Natural::STRAIGHT)));
        assert!(turned(lettering, Some(Natural::level(1))));
    }
}

#[test]
fn words_are_moved_by_little_and_more_at_a_higher_level() {
    let straight = words(&set(LONG, &options(0)).unwrap());
    let mut before = 0.0;
    for (level, strength) in [(1, 1.0), (2, 1.8), (3, 2.8)] {
        let card = set(LONG, &options(level)).unwrap();
        let moved = words(&card);
        assert_eq!(moved.len(), straight.len());
        let mut total = 0.0;
        for ((x, up, turn), (at, _, _)) in moved.iter().zip(&straight) {
            // A line's edge, and what closer or wider letters before it add up to.
            assert!((x - at).abs() < strength * (0.5 + 3.0), "{x} for {at}");
            // Its own height, the bend, the leading, and half of what its slope takes it up.
            assert!(up.abs() < strength * 1.9, "{up}");
            assert!(turn.abs() < strength * (0.0061 + 0.0075), "{turn}");
            total += (x - at).abs() + up.abs() + turn.abs();
        }
        assert!(
            total > before * 1.2 && total > 10.0,
            "level {level}: {total}"
        );
        before = total;
        let up: f32 = moved.iter().map(|(_, up, _)| up).sum();
        assert!(
            (up / moved.len() as f32).abs() < 0.2 * strength,
            "as much down as up"
        );
    }
}

#[test]
fn a_margin_leans_and_no_line_looks_indented() {
    for size in Size::ALL {
        for level in 1..=Natural::MOST {
            let at = |level| {
                let options = CardOptions {
                    size,
                    ..options(level)
                };
                let card = set(SHORT, &options).unwrap();
                let starts = card.lines.iter().map(|line| line.runs[0].x);
                starts.collect::<Vec<f32>>()
            };
            let strength = [1.0, 1.8, 2.8][usize::from(level) - 1];
            let (straight, natural) = (at(0), at(level));
            let off: Vec<f32> = natural.iter().zip(&straight).map(|(a, b)| a - b).collect();
            assert!(
                off.iter().all(|off| off.abs() <= strength * 0.5 + 0.3),
                "{off:?}"
            );
            assert!(off.iter().any(|off| *off != 0.0));
            let [.., sign_off, name] = natural.as_slice() else {
                panic!("a sign-off and a name")
            };
            let [.., straight_sign_off, straight_name] = straight.as_slice() else {
                panic!("a sign-off and a name")
            };
            let apart = (sign_off - name) - (straight_sign_off - straight_name);
            assert!(apart.abs() < 0.01, "{sign_off} {name}");
        }
    }
}

#[test]
fn lines_break_at_the_same_words_however_natural() {
    let text = |level| set(LONG, &options(level)).unwrap().text();
    for level in 1..=Natural::MOST {
        assert_eq!(text(level), text(0));
    }
}

#[test]
fn moved_ink_stays_inside() {
    for size in Size::ALL {
        for lettering in Lettering::ALL {
            for level in [1, 3] {
                let options = CardOptions {
                    size,
                    lettering,
                    ..options(level)
                };
                assert_inside_margins(&set(long(&options), &options).unwrap());
            }
        }
    }
}

#[test]
fn the_same_letter_is_written_alike_and_another_differently() {
    let moved = |body: &str| {
        let card = set(body, &options(2)).unwrap();
        let words = words(&card);
        words
            .iter()
            .map(|(_, up, turn)| (*up, *turn))
            .collect::<Vec<_>>()
    };
    assert_eq!(moved(LONG), moved(LONG));
    assert_ne!(moved(LONG), moved(&LONG.replace("Wednesday", "Thursday")));
}

#[test]
fn a_natural_hand_keeps_the_words_in_order_and_the_file_small() {
    let plain = pdf(LONG, &options(0)).len();
    for level in 1..=Natural::MOST {
        let card = set(LONG, &options(level)).unwrap();
        let bytes = card.pdf(&meta()).unwrap();
        let read = ReadBack::of(&bytes).text();
        let words = |text: &str| {
            text.split_whitespace()
                .map(str::to_owned)
                .collect::<Vec<_>>()
        };
        assert_eq!(words(&read), words(&card.text()));
        // Half of the goal: the words' places are most of what a file without fonts holds.
        assert!(bytes.len() < plain * 3 / 2, "{} for {plain}", bytes.len());
    }
}
