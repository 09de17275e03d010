//! Damages fonts at random, and sees that each is refused or gives a card; `scripts/fuzz-font` runs it.
//!
//! Arguments: how many seconds, and the number to begin with (each run of a number is the same).

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    missing_docs,
    reason = "a tool for developers"
)]

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::time::{Duration, Instant};

use regards::card::{CardOptions, Fonts, Lettering, PdfMeta, typeset};
use regards::letter::LetterText;
use regards::notes::Channel;

const FONTS: [&str; 6] = [
    "fonts/caveat/Caveat-Regular.ttf",
    "fonts/la-belle-aurore/LaBelleAurore.ttf",
    "fonts/eb-garamond/EBGaramond-Regular.ttf",
    "tests/fixtures/fonts/cff.otf",
    "tests/fixtures/fonts/variable.ttf",
    "tests/fixtures/fonts/two-faces.ttc",
];

const BODY: &str = "Dear Dr. O'Neill-Vásquez,\n\nThank you for the office tour: jumping quickly over \
     fjord waffles, 3 a.m. & the \"lazy\" Zoë Šťastný — 100 % of it.\n\nWith thanks,  \nAmara Okafor";

/// Longer than this for one card, and somebody waits.
const SLOW: Duration = Duration::from_secs(5);

/// SplitMix64.
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, end: usize) -> usize {
        (self.roll() % end.max(1) as u64) as usize
    }
}

fn main() {
    // `cargo bench` adds `--bench`.
    let numbers: Vec<u64> = std::env::args().filter_map(|a| a.parse().ok()).collect();
    let seconds = numbers.first().copied().unwrap_or(10);
    let mut number = numbers.get(1).copied().unwrap_or(0);
    let fonts: Vec<Vec<u8>> = FONTS
        .iter()
        .map(|name| std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap())
        .collect();
    let end = Instant::now() + Duration::from_secs(seconds);
    let (mut refused, mut set, mut unset, mut bad) = (0_u64, 0_u64, 0_u64, 0_u64);
    std::panic::set_hook(Box::new(|info| println!("{info}")));
    while Instant::now() < end {
        let mut dice = Dice(number);
        let font = damaged(&fonts, &mut dice);
        let start = Instant::now();
        match catch_unwind(AssertUnwindSafe(|| card(font))) {
            Ok(None) => refused += 1,
            Ok(Some(true)) => set += 1,
            Ok(Some(false)) => unset += 1,
            Err(_) => {
                bad += 1;
                println!("number {number} panicked");
            }
        }
        if start.elapsed() > SLOW {
            bad += 1;
            println!("number {number} took {:?}", start.elapsed());
        }
        number += 1;
    }
    let all = refused + set + unset + bad;
    println!("{all} fonts: {refused} refused, {set} gave a card, {unset} gave none, {bad} bad");
    assert_eq!(bad, 0, "a font did harm");
}

/// A font that has been damaged, mostly inside its tables and sometimes in their directory.
fn damaged(fonts: &[Vec<u8>], dice: &mut Dice) -> Vec<u8> {
    let mut font = fonts[dice.below(fonts.len())].clone();
    let count = usize::from(u16::from_be_bytes([font[4], font[5]])).min(40);
    for _ in 0..=dice.below(8) {
        let table = 12 + 16 * dice.below(count);
        let place = |at: usize| {
            let bytes = font.get(at..at + 4);
            bytes.map_or(0, |b| u32::from_be_bytes([b[0], b[1], b[2], b[3]]) as usize)
        };
        let (offset, length) = (place(table + 8), place(table + 12));
        let at = match dice.below(10) {
            0 => dice.below(font.len()),
            1 => table + dice.below(16),
            // Headers and counts stand first.
            2..=5 => offset + dice.below(length.min(48)),
            _ => offset + dice.below(length),
        };
        if dice.below(60) == 0 {
            font.truncate(at.max(64));
        }
        let width = [1, 2, 2, 4][dice.below(4)];
        let values = [0, 1, 0x7fff, 0x8000, 0xffff, 0xffff_ffff, dice.roll()];
        let value = values[dice.below(values.len())].to_be_bytes();
        if let Some(place) = font.get_mut(at..at + width) {
            if dice.below(3) == 0 {
                place[0] ^= 1 << dice.below(8);
            } else {
                place.copy_from_slice(&value[8 - width..]);
            }
        }
    }
    font
}

/// `None` for a font that is refused, else whether there is a card.
fn card(font: Vec<u8>) -> Option<bool> {
    let fonts = Fonts::built_in().with_own(font).ok()?;
    let letter = LetterText {
        to: "Jo".to_owned(),
        subject: None,
        date: Some("November 18".to_owned()),
        channel: Channel::Card,
        body: BODY.to_owned(),
    };
    let options = CardOptions {
        lettering: Lettering::Own,
        ..CardOptions::default()
    };
    let card = typeset(&letter, &options, &fonts).ok();
    Some(card.is_some_and(|card| card.pdf(&PdfMeta::default()).is_ok()))
}
