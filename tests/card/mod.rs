//! Cards: how they are laid out, what their PDFs hold, what is refused.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod errors;
mod layout;
mod matrix;
mod natural;
pub mod outside_tools;
mod own_font;
mod pages;
mod pages_file;
mod pdf;
mod properties;
pub mod read_back;
mod room;
mod words;

use regards::card::{Card, CardError, CardOptions, Fonts, PdfMeta, typeset};
use regards::letter::LetterText;
use regards::notes::Channel;

/// The words that have gone wrong in one program or another.
pub const AWKWARD: &str = "A*STAR R_D (C_O_R_E) 1. whether <b>bold</b> needs {{ proof }} & C# Null \
     NO 01234 O'Brien, José Nguyễn Thị Minh Khai Zoë \"Zed\" Müller O'Neill-Vásquez \
     Smith-Jones-Okafor’s affine efficient office flow fjord waffle “quoted” Łukasz Ağaoğlu Šťastný \
     Trần Hưng Đạo Αθήνα Дмитрий";

pub const SHORT: &str = "Dear Dr. O'Neill-Vásquez,\n\n\
     Thank you for talking with me about the Senior Controls Engineer role.\n\n\
     With thanks,  \nAmara Okafor";

pub const LONG: &str = "Dear Dr. O'Neill-Vásquez,\n\n\
     Thank you for the time you spent with me on Wednesday afternoon to talk about the Senior \
     Controls Engineer role. I keep thinking about your story about the conveyor failure.\n\n\
     We spoke about moving your test benches from LabVIEW to Rust. At Halden I moved eleven \
     benches off LabVIEW in one winter, with no line stopped.\n\n\
     When you asked how I would handle a supplier slipping six weeks, I could have been clearer. \
     I would re-plan around the long-lead parts on day one and keep a second source warm. I would \
     very much like to do this work at Northwind. Thank you again for the day and for considering me.\n\n\
     With kind regards,  \nAmara Okafor";

/// What the smallest card holds in the widest hand.
pub const MEDIUM: &str = "Dear Dr. O'Neill-Vásquez,\n\n\
     Thank you for the time you spent with me on Wednesday afternoon to talk about the Senior \
     Controls Engineer role. I keep thinking about your story about the conveyor failure.\n\n\
     I would very much like to do this work at Northwind. Thank you again for the day.\n\n\
     With kind regards,  \nAmara Okafor";

/// A card letter with this body, in Markdown.
pub fn letter(body: &str) -> LetterText {
    LetterText {
        to: "Katherine O'Neill-Vásquez".to_owned(),
        subject: None,
        date: Some("November 18".to_owned()),
        channel: Channel::Card,
        body: body.to_owned(),
    }
}

/// A salutation, this paragraph in Markdown, and a sign-off.
pub fn with_paragraph(markdown: &str) -> String {
    format!("Dear Jo,\n\n{markdown}\n\nWith thanks,  \nAmara Okafor")
}

pub fn set(body: &str, options: &CardOptions) -> Result<Card, CardError> {
    typeset(&letter(body), options, Fonts::built_in())
}

pub fn pdf(body: &str, options: &CardOptions) -> Vec<u8> {
    set(body, options).unwrap().pdf(&meta()).unwrap()
}

pub fn meta() -> PdfMeta {
    PdfMeta {
        title: "Thank-you card".to_owned(),
        author: "Amara Okafor".to_owned(),
    }
}
