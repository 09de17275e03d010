//! Many cards as one file, or as a file each: what `scripts/compare-cards` measures.
//!
//! Takes a JSON list of texts, how natural the hand is (0 to 3), `one` or `many`, and where to
//! write: a file, or a folder. On as many threads as there are cores; the bytes are the same on one.

#![expect(
    clippy::expect_used,
    reason = "a failure here is a failure of the benchmark"
)]

use std::fs;
use std::num::NonZero;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use regards::card::{
    Binder, Card, CardOptions, Fonts, Leaf, Natural, PdfMeta, Piece, Size, typeset,
};
use regards::language::Language;
use regards::letter::LetterText;
use regards::notes::Channel;

/// How many cards are held as they are typeset.
const BATCH: usize = 64;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    // Without them it was not `scripts/compare-cards` that ran it, and there is nothing to measure.
    let [_, texts, natural, mode, out] = &arguments[..] else {
        return;
    };
    let json = fs::read(texts).expect("the file of texts is there");
    let texts: Vec<String> = serde_json::from_slice(&json).expect("it is a list of texts");
    let options = CardOptions {
        size: Size::A2,
        natural: Some(Natural::level(natural.parse().expect("a level"))),
        ..CardOptions::default()
    };
    let meta = PdfMeta {
        title: "Cards".to_owned(),
        author: "Amara Okafor".to_owned(),
    };
    if mode == "one" {
        let size = (Size::A2.width, Size::A2.height);
        let mut binder = Binder::new();
        let mut inked = Vec::new();
        for batch in texts.chunks(BATCH) {
            let cards = shared(batch, |_, text| card(text, &options));
            cards
                .iter()
                .for_each(|card| binder.learn(Piece::Card(card)));
            let ready = shared(&cards, |_, card| binder.ink(Piece::Card(card)));
            inked.extend(ready.into_iter().map(|card| card.expect("it is learnt")));
        }
        let leaves: Vec<Leaf> = (0..inked.len())
            .map(|piece| Leaf::filled(piece, size))
            .collect();
        let bytes = binder
            .bind(inked, &leaves, &meta, Language::EnUs, None)
            .expect("it is a PDF");
        fs::write(out, bytes).expect("it can be written");
    } else {
        let folder = Path::new(out);
        shared(&texts, |number, text| {
            let bytes = card(text, &options).pdf(&meta).expect("it is a PDF");
            fs::write(folder.join(format!("{number}.pdf")), bytes).expect("it can be written");
        });
    }
}

fn card(text: &str, options: &CardOptions) -> Card {
    let (body, signature) = text.rsplit_once("\n\n").expect("a signature stands last");
    let letter = LetterText {
        to: String::new(),
        subject: None,
        date: None,
        channel: Channel::Card,
        body: format!("{body}\\\n{signature}"),
    };
    typeset(&letter, options, Fonts::built_in()).expect("the text fits")
}

/// Does the same with each thing, on all cores: whichever is free takes the next one. The results
/// come in the order of things.
fn shared<T: Sync, R: Send>(things: &[T], work: impl Fn(usize, &T) -> R + Sync) -> Vec<R> {
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let next = AtomicUsize::new(0);
    let share = || {
        let mut share = Vec::new();
        loop {
            let place = next.fetch_add(1, Ordering::Relaxed);
            let Some(thing) = things.get(place) else {
                return share;
            };
            share.push((place, work(place, thing)));
        }
    };
    let mut done: Vec<(usize, R)> = thread::scope(|scope| {
        let threads: Vec<_> = (0..cores).map(|_| scope.spawn(share)).collect();
        threads
            .into_iter()
            .flat_map(|each| each.join().expect("no card fails"))
            .collect()
    });
    done.sort_by_key(|(place, _)| *place);
    done.into_iter().map(|(_, result)| result).collect()
}
