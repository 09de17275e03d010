//! The paper: where finished cards stand on sheets, what stands on envelopes and labels.
//!
//! Takes typeset cards, and addresses as lines of text; gives leaves (what stands where on each
//! page), and from them PDFs. `sheets.yaml` and `envelopes.yaml` hold the measures of what shops
//! sell (`figures`, `sheet`, `envelope`). `layout` says what a card is laid flat, folded or not;
//! `place` puts many on sheets, with their `marks`, and each back behind its front; `front`,
//! `address` and `calibrate` set what is no letter. `media` knows what printers call paper.

mod abroad;
mod address;
mod calibrate;
mod envelope;
mod error;
mod figures;
mod front;
mod layout;
mod marks;
mod media;
mod place;
mod sheet;

pub use abroad::missing_country;
pub use address::{address_lines, envelope_face, label};
pub use calibrate::calibration;
pub use envelope::{Envelope, Post};
pub use error::StationeryError;
pub use figures::{length, shown};
pub use front::{Front, front};
pub use layout::{Layout, Panel};
pub use media::media_name;
pub use place::{Feed, Stack, impose};
pub use sheet::{Cell, Cells, Division, Grid, Holds, SheetKind};
