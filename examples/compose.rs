//! Composes the letters of a notes file from Rust and prints them.
//!
//! Run with `cargo run --example compose [NOTES]`.

#![allow(clippy::print_stdout)]

use std::error::Error;

use regards::diagnostic::{Report, Style, render};
use regards::letter::{ComposeOptions, Endless, compose};
use regards::theme::Theme;
use regards::{email, notes};

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args()
        .nth(1)
        .unwrap_or("examples/minimal.yaml".to_owned());
    let bytes = std::fs::read(&path)?;
    let loaded = notes::load(&path, &bytes).map_err(message)?;

    let language = loaded.notes.language.primary();
    let theme = Theme::builtin("warm", language)
        .map_err(|reports| reports.into_iter().map(message).collect::<String>())?;

    let composed = compose(&loaded.notes, &theme, &Endless, &ComposeOptions::default());
    for letter in composed.map_err(message)?.letters {
        let subject = letter.text.subject.as_deref().unwrap_or("(a card)");
        println!("To: {}\nSubject: {subject}\n", letter.text.to);
        println!("{}", email::text(&letter.text, None));
    }
    Ok(())
}

fn message(report: Report) -> String {
    render(&report, Style::default())
}
