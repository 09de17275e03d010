//! Envelopes: which one takes a card.

use std::sync::LazyLock;

use super::StationeryError;
use super::figures::{INCH, MM, Record, records, shown};
use crate::language::Language;

/// An envelope, lying on its longer side. Unit: pt.
#[derive(Debug, Clone, PartialEq)]
pub struct Envelope {
    /// What it is called on the command line.
    pub name: String,
    /// What it is, for people.
    pub about: String,
    /// The length of the longer side, along which the address stands, and of the shorter one.
    pub size: (f32, f32),
    /// Where it is sold.
    pub post: Post,
}

/// Whose rules an envelope follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Post {
    /// The posts of the United States and Canada.
    NorthAmerican,
    /// The posts of Europe and Australia.
    European,
}

/// What a card needs beside itself in an envelope, over both sides together. Unit: pt.
const SLACK: f32 = 3.0 * MM;

impl Post {
    /// The post that the writer's letters go by.
    pub fn for_language(language: Language) -> Self {
        match language {
            Language::EnUs | Language::EnCa => Self::NorthAmerican,
            Language::EnGb | Language::EnAu => Self::European,
        }
    }
}

impl Envelope {
    /// Every envelope that is known.
    pub fn all() -> &'static [Self] {
        static ALL: LazyLock<Vec<Envelope>> = LazyLock::new(|| {
            let records = records(include_str!("envelopes.yaml"));
            records
                .into_iter()
                .filter_map(|(name, said)| Envelope::read(name, &said))
                .collect()
        });
        &ALL
    }

    fn read(name: String, said: &Record) -> Option<Self> {
        Some(Self {
            name,
            about: said.text("about")?.to_owned(),
            size: said.size("size")?,
            post: match said.text("post")? {
                "us" => Post::NorthAmerican,
                "eu" => Post::European,
                _ => return None,
            },
        })
    }

    /// Finds an envelope by its name, in either case, with or without a `#` before it.
    ///
    /// # Errors
    ///
    /// [`StationeryError::UnknownEnvelope`] lists the names that exist.
    pub fn named(name: &str) -> Result<&'static Self, StationeryError> {
        let plain = name.trim().trim_start_matches('#');
        let found = Self::all()
            .iter()
            .find(|each| each.name.eq_ignore_ascii_case(plain));
        found.ok_or_else(|| StationeryError::UnknownEnvelope {
            name: name.to_owned(),
        })
    }

    /// The smallest envelope that takes something, from the shops where the post is; from others
    /// where those have none.
    ///
    /// # Errors
    ///
    /// [`StationeryError::NoEnvelope`] where none is large enough.
    pub fn for_card(card: (f32, f32), post: Post) -> Result<&'static Self, StationeryError> {
        let fitting = Self::all().iter().filter(|each| each.takes(card));
        let best = fitting.min_by(|a, b| {
            let rank = |each: &Self| (each.post != post, each.area());
            let (a, b) = (rank(a), rank(b));
            a.0.cmp(&b.0).then(a.1.total_cmp(&b.1))
        });
        best.ok_or_else(|| StationeryError::NoEnvelope { size: shown(card) })
    }

    /// The envelope itself, where something fits into it.
    ///
    /// # Errors
    ///
    /// [`StationeryError::TooSmall`] where it does not.
    pub fn holding(&'static self, card: (f32, f32)) -> Result<&'static Self, StationeryError> {
        if self.takes(card) {
            return Ok(self);
        }
        Err(StationeryError::TooSmall {
            envelope: self.name.clone(),
            size: shown(card),
        })
    }

    /// Whether something fits into it, lying either way.
    pub fn takes(&self, (width, height): (f32, f32)) -> bool {
        let (long, short) = (width.max(height), width.min(height));
        long + SLACK <= self.size.0 && short + SLACK <= self.size.1
    }

    /// Whether the post's machines take it at the letter price: in America between 5 × 3½ and
    /// 11½ × 6⅛ in, and 1.3 to 2.5 times as long as high (USPS, Domestic Mail Manual 101); in
    /// Europe at least 140 × 90 mm (Universal Postal Union).
    pub fn is_a_letter(&self) -> bool {
        let (long, short) = self.size;
        match self.post {
            Post::NorthAmerican => {
                let aspect = long / short;
                (1.3..=2.5).contains(&aspect)
                    && (5.0 * INCH..=11.5 * INCH).contains(&long)
                    && (3.5 * INCH..=6.125 * INCH).contains(&short)
            }
            Post::European => long >= 140.0 * MM && short >= 90.0 * MM,
        }
    }

    /// How much paper it has.
    pub(super) fn area(&self) -> f32 {
        self.size.0 * self.size.1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_envelope_is_read_lies_on_its_longer_side_and_is_a_letter() {
        assert_eq!(
            records(include_str!("envelopes.yaml")).len(),
            Envelope::all().len()
        );
        for each in Envelope::all() {
            assert!(each.size.0 > each.size.1 && each.is_a_letter(), "{each:?}");
        }
    }

    #[test]
    fn a_card_gets_the_envelope_that_shops_sell_for_it() {
        let name = |size, post| Envelope::for_card(size, post).map(|each| each.name.as_str());
        let a6 = (105.0 * MM, 148.0 * MM);
        assert_eq!(name((306.0, 396.0), Post::NorthAmerican), Ok("a2"));
        assert_eq!(name(a6, Post::European), Ok("c6"));
        assert_eq!(name(a6, Post::NorthAmerican), Ok("a6"));
        assert_eq!(name((360.0, 504.0), Post::NorthAmerican), Ok("a7"));
        assert_eq!(name((252.0, 351.0), Post::NorthAmerican), Ok("a2"));
        assert_eq!(name((432.0, 288.0), Post::NorthAmerican), Ok("a6"));
        assert_eq!(
            name((360.0, 504.0), Post::European),
            Ok("a7"),
            "no other is sold"
        );
        assert_eq!(name((612.0, 264.0), Post::NorthAmerican), Ok("10"));
        assert_eq!(name((210.0 * MM, 99.0 * MM), Post::European), Ok("dl"));
        assert!(name((612.0, 792.0), Post::European).is_err());
        let a2 = Envelope::named("a2").unwrap();
        assert!(a2.holding((306.0, 396.0)).is_ok());
        assert!(a2.holding((360.0, 504.0)).is_err());
        assert_eq!(
            Envelope::named("#10").map(|each| each.size),
            Ok((684.0, 297.0))
        );
    }
}
