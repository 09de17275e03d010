//! How long each stage of the main job takes: `cargo bench`.

use divan::{Bencher, black_box};
use regards::card::{CardOptions, Fonts, PdfMeta, typeset};
use regards::diagnostic::{Style, render};
use regards::letter::{ComposeOptions, Endless, LetterText, compose};
use regards::notes::{self, Channel, Loaded};
use regards::theme::{Layer, Theme};

const PANEL: &str = include_str!("../examples/panel.yaml");

fn main() {
    divan::main();
}

fn panel() -> Loaded {
    notes::load("panel.yaml", PANEL.as_bytes())
        .unwrap_or_else(|report| panic!("{}", render(&report, Style::default())))
}

fn warm() -> Theme {
    Theme::builtin("warm", "en")
        .unwrap_or_else(|reports| panic!("{}", render(&reports[0], Style::default())))
}

#[divan::bench]
fn load_notes() -> Loaded {
    notes::load("panel.yaml", black_box(PANEL.as_bytes())).expect("the example is good")
}

#[divan::bench]
fn load_theme() -> Theme {
    warm()
}

/// A folder over the built-in theme: every check is made.
#[divan::bench]
fn load_theme_with_checks() -> Theme {
    let own = Layer {
        name: "own",
        files: &[],
    };
    Theme::over_base(own, "en").expect("the theme is good")
}

#[divan::bench]
fn compose_five_letters(bencher: Bencher<'_, '_>) {
    let (loaded, theme) = (panel(), warm());
    let options = ComposeOptions::default();
    bencher.bench_local(|| {
        compose(black_box(&loaded.notes), &theme, &Endless, &options).expect("the theme is good")
    });
}

/// 200 files of five people each, with the theme loaded once.
#[divan::bench(sample_count = 10)]
fn compose_1000_letters(bencher: Bencher<'_, '_>) {
    let theme = warm();
    let mut notes = panel().notes;
    let people: Vec<_> = notes.interviewers.iter().cycle().take(5).cloned().collect();
    notes.interviewers = people;
    let files: Vec<_> = (1..=200)
        .map(|number| {
            let mut notes = notes.clone();
            notes.interview.company = format!("Company {number}");
            notes
        })
        .collect();
    let options = ComposeOptions {
        channel: Some(Channel::Email),
        ..ComposeOptions::default()
    };
    bencher.bench_local(|| {
        for notes in black_box(&files) {
            let composed = compose(notes, &theme, &Endless, &options);
            black_box(composed.expect("the theme is good"));
        }
    });
}

#[divan::bench(args = [30, 60, 120])]
fn typeset_card(bencher: Bencher<'_, '_>, words: usize) {
    let sentence = "I keep thinking about the story of the conveyor that failed at night. ";
    let body: Vec<&str> = sentence.split(' ').cycle().take(words).collect();
    let text = LetterText {
        to: "Ann Lee".to_owned(),
        subject: None,
        date: Some("November 18".to_owned()),
        channel: Channel::Card,
        body: format!(
            "Dear Ann,\n\n{}.\n\nWith thanks,\\\nAmara Okafor",
            body.join(" ")
        ),
    };
    let meta = PdfMeta {
        title: String::new(),
        author: String::new(),
    };
    bencher.bench_local(|| {
        let card = typeset(black_box(&text), &CardOptions::default(), Fonts::built_in());
        card.and_then(|card| card.pdf(&meta))
            .expect("the text fits")
    });
}
