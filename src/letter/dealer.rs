//! The phrase that somebody gets from a pool: the one that was pinned, else the one that is dealt.

use std::cell::RefCell;
use std::collections::BTreeMap;

use super::deal::Deal;
use super::pins::Pins;
use super::recipient::Recipient;
use crate::notes::Notes;
use crate::theme::{Phrase, Theme};

/// Deals the phrases of a theme for one notes file.
pub(super) struct Dealer<'a> {
    theme: &'a Theme,
    notes: &'a Notes,
    pins: &'a Pins,
    deal: Deal,
    /// The order of each pool that was asked for.
    orders: RefCell<BTreeMap<&'a str, Vec<usize>>>,
}

impl<'a> Dealer<'a> {
    pub(super) fn new(theme: &'a Theme, notes: &'a Notes, pins: &'a Pins) -> Self {
        Self {
            theme,
            notes,
            pins,
            deal: Deal::new(notes),
            orders: RefCell::default(),
        }
    }

    /// The phrase of a pool for somebody; `None` where there is no such pool.
    pub(super) fn phrase(&self, pool: &str, recipient: Recipient) -> Option<&'a Phrase> {
        let pool = self.theme.pool(pool)?;
        let pinned = self.pins.phrase(recipient.name(self.notes), &pool.id);
        let pinned = pinned.and_then(|id| pool.phrases.iter().find(|phrase| phrase.id == id));
        if pinned.is_some() {
            return pinned;
        }
        let mut orders = self.orders.borrow_mut();
        let order = orders
            .entry(&pool.id)
            .or_insert_with(|| self.deal.order(&pool.id, &pool.phrases));
        let place = match recipient {
            Recipient::Interviewer(place) => place % order.len().max(1),
            // From the other end, so that few interviewers share one with the recruiter.
            Recipient::Recruiter | Recipient::Yourself => order.len().checked_sub(1)?,
        };
        pool.phrases.get(*order.get(place)?)
    }
}
