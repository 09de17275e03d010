//! The memory that composing takes: `max alloc` must not grow with the number of notes files.

#![expect(
    clippy::expect_used,
    reason = "a failure here is a failure of the benchmark"
)]

use divan::{AllocProfiler, Bencher, black_box};
use regards::letter::{ComposeOptions, Endless, compose};
use regards::notes;
use regards::theme::Theme;

#[global_allocator]
static ALLOCATOR: AllocProfiler = AllocProfiler::system();

fn main() {
    divan::main();
}

/// Files of five letters each, one after the other.
#[divan::bench(args = [2, 20, 200], sample_count = 3)]
fn compose_files(bencher: Bencher<'_, '_>, files: usize) {
    let theme = Theme::builtin("warm", "en").expect("the theme is good");
    let bytes = include_bytes!("../examples/panel.yaml");
    let loaded = notes::load("panel.yaml", bytes).expect("the example is good");
    let mut notes = loaded.notes;
    let people: Vec<_> = notes.interviewers.iter().cycle().take(5).cloned().collect();
    notes.interviewers = people;
    // The phrases that a theme parses when they are first said are the theme's.
    for warm_up in 0..200 {
        notes.interview.company = format!("Company {warm_up}");
        let _ = compose(&notes, &theme, &Endless, &ComposeOptions::default());
    }
    bencher.bench_local(|| {
        for number in 0..files {
            notes.interview.company = format!("Company {number}");
            let composed = compose(
                black_box(&notes),
                &theme,
                &Endless,
                &ComposeOptions::default(),
            );
            black_box(composed.expect("the theme is good"));
        }
    });
}
