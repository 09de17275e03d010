//! The built-in themes: the files of `templates`, brought into the program.

use super::load::{File, Layer};

/// The names of the built-in themes, the usual one first.
pub const BUILT_IN: [&str; 3] = ["warm", "formal", "brief"];

/// Files of one folder of `templates`, by their paths in it.
macro_rules! files {
    ($theme:literal: $($path:literal)*) => {
        &[$((
            $path,
            include_bytes!(concat!("../../templates/", $theme, "/", $path)),
        )),*]
    };
}

/// What the others are built on: every template, and the default words.
const WARM: &[File<'static>] = files!("warm":
    "theme.yaml"
    "en/accepted-thanks.card.md"
    "en/accepted-thanks.email.md"
    "en/check-in.email.md"
    "en/check-in.phone.md"
    "en/contact-request.email.md"
    "en/coordinator.email.md"
    "en/covering.email.md"
    "en/debrief.email.md"
    "en/debrief.page.md"
    "en/email.html"
    "en/no-offer-thanks.card.md"
    "en/no-offer-thanks.email.md"
    "en/offer-thanks.card.md"
    "en/offer-thanks.email.md"
    "en/phrases/card.yaml"
    "en/phrases/later.yaml"
    "en/phrases/letter.yaml"
    "en/phrases/others.yaml"
    "en/phrases/points.yaml"
    "en/thank-you.card.md"
    "en/thank-you.email.md"
    "en/withdrawal.email.md"
    "en/worksheet.page.md");

/// The words of `formal`, over `warm`.
const FORMAL: &[File<'static>] = files!("formal":
    "theme.yaml"
    "en/phrases/card.yaml"
    "en/phrases/later.yaml"
    "en/phrases/letter.yaml"
    "en/phrases/others.yaml"
    "en/phrases/points.yaml");

/// The words and the smaller thank-you of `brief`, over `warm`.
const BRIEF: &[File<'static>] = files!("brief":
    "theme.yaml"
    "en/phrases/card.yaml"
    "en/phrases/later.yaml"
    "en/phrases/letter.yaml"
    "en/phrases/others.yaml"
    "en/phrases/points.yaml"
    "en/thank-you.email.md");

const WARM_LAYER: Layer<'static> = Layer {
    name: "templates/warm",
    files: WARM,
};
const FORMAL_LAYER: Layer<'static> = Layer {
    name: "templates/formal",
    files: FORMAL,
};
const BRIEF_LAYER: Layer<'static> = Layer {
    name: "templates/brief",
    files: BRIEF,
};

/// The layers of a built-in theme, the lowest first; `None` for a name that is not one.
pub fn builtin(name: &str) -> Option<&'static [Layer<'static>]> {
    match name {
        "warm" => Some(&[WARM_LAYER]),
        "formal" => Some(&[WARM_LAYER, FORMAL_LAYER]),
        "brief" => Some(&[WARM_LAYER, BRIEF_LAYER]),
        _ => None,
    }
}

/// Whether a layer is one of a built-in theme, by its bytes.
pub(super) fn is_builtin(layer: &Layer<'_>) -> bool {
    [WARM, FORMAL, BRIEF].contains(&layer.files)
}
