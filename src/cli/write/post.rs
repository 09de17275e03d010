//! What takes a card or a letter to its reader: the address, the envelope, the label.

use super::blame::misfit;
use super::note::{Materials, Note};
use super::paper::Wanted;
use crate::card::{self, CardOptions, Leaf, Paper, PdfMeta, Piece};
use crate::diagnostic::Report;
use crate::notes::{Channel, Loaded};
use crate::output::Named;
use crate::stationery::{Envelope, Post, SheetKind, address_lines, envelope_face, label};

impl Note {
    /// What an envelope has to hold: the card, or the letter folded in three.
    fn size_in_envelope(&self, card: &CardOptions, loaded: &Loaded) -> (f32, f32) {
        let paper = Paper::for_language(loaded.notes.language);
        match self.text.channel {
            Channel::Letter => (paper.width(), paper.height() / 3.0),
            _ => (card.size.width, card.size.height),
        }
    }

    /// What takes a card to its reader: the address, and the envelope where one was asked for.
    pub(super) fn post(&mut self, stem: &str, with: &Materials<'_>) -> Result<(), Report> {
        let Materials {
            loaded, job, card, ..
        } = *with;
        let person = self.letter.recipient.interviewer(&loaded.notes);
        let Some(address) = person.and_then(|person| person.address.as_deref()) else {
            return Ok(());
        };
        if !self.text.channel.goes_by_post() {
            return Ok(());
        }
        let to = address_lines(self.recipient(loaded), address);
        self.address = Some(to.clone());
        if let Some(wanted) = job.paper.envelope {
            let sender = &loaded.notes.from;
            let from = sender.address.as_deref();
            let from = from.map_or(Vec::new(), |address| address_lines(&sender.name, address));
            let post = Post::for_language(loaded.notes.language);
            let size = self.size_in_envelope(card, loaded);
            let envelope = match wanted {
                Wanted::Auto => Envelope::for_card(size, post),
                Wanted::Named(envelope) => envelope.holding(size),
            };
            let meta = PdfMeta {
                title: format!("Envelope to {}", self.recipient(loaded)),
                author: sender.name.clone(),
            };
            let made = envelope.and_then(|envelope| {
                let face = envelope_face(envelope, post, &to, &from, &job.fonts)?;
                let leaves = [Leaf::filled(0, envelope.size)];
                let pieces = [Piece::Block(&face)];
                let bytes = card::bind(&pieces, &leaves, &meta, card.language, None)?;
                Ok((face, bytes))
            });
            let (face, bytes) = made.map_err(|error| misfit(&error, self, loaded))?;
            self.files.push(Named {
                name: format!("{stem}.envelope.pdf"),
                bytes,
                force: job.force,
            });
            self.envelope = Some(face);
        }
        if let Some(cell) = job.paper.labels.and_then(SheetKind::cell) {
            let made = label(cell, &to, &job.fonts);
            self.label = Some(made.map_err(|error| misfit(&error, self, loaded))?);
        }
        Ok(())
    }
}
