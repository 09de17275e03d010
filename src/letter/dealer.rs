//! The phrase that somebody gets from a pool: the one that was pinned, else the one that is dealt.

use std::cell::RefCell;
use std::collections::BTreeMap;

use super::deal::Deal;
use super::pins::Pins;
use crate::followup::Recipient;
use crate::notes::Notes;
use crate::theme::{Phrase, Pool, Theme};

/// The people who share no phrase of a pool that has one for each of them, second choices among them.
/// More than these are rarely met; and a pool has the fewer second choices, the more they are.
const PEOPLE: usize = 8;

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
        self.at(pool, |count| match recipient {
            Recipient::Interviewer(place) => place.checked_rem(count),
            // From the other end, so that few interviewers share one with the recruiter.
            Recipient::Recruiter | Recipient::Yourself => count.checked_sub(1),
        })
    }

    /// What somebody gets where the phrase of a pool would say again what the letter says already;
    /// `None` where it was pinned, and for those who have no second choice.
    ///
    /// It is from behind the phrases that the first people are dealt, one for each of the first: so
    /// up to `PEOPLE` people share no phrase, and a letter depends on nobody else's.
    pub(super) fn second(&self, pool: &str, recipient: Recipient) -> Option<&'a Phrase> {
        let pool = self.theme.pool(pool)?;
        let pinned = self.pins.phrase(recipient.name(self.notes), &pool.id);
        let Recipient::Interviewer(place) = recipient else {
            return None;
        };
        if pinned.is_some_and(|id| pool.phrases.iter().any(|phrase| phrase.id == id)) {
            return None;
        }
        self.at(pool, |count| {
            // The last of all is the recruiter's.
            let last = count.checked_sub(1)?;
            // A pool that has not enough for so many keeps its last third.
            let served = if count < PEOPLE {
                last - last / 3
            } else {
                PEOPLE
            };
            Some(served + place).filter(|&second| second < last)
        })
    }

    /// The phrase at a place of a pool's order, which is worked out from their number.
    fn at(&self, pool: &'a Pool, place: impl Fn(usize) -> Option<usize>) -> Option<&'a Phrase> {
        let mut orders = self.orders.borrow_mut();
        let order = orders
            .entry(&pool.id)
            .or_insert_with(|| self.deal.order(&pool.id, &pool.phrases));
        pool.phrases.get(*order.get(place(order.len())?)?)
    }
}
