//! The other wordings that a part of somebody's letter can have.

use super::deal::Deal;
use super::dealer::Dealer;
use super::pins::Pins;
use crate::followup::{Recipient, usual};
use crate::notes::{Kind, Notes};
use crate::theme::Theme;

/// A phrase that can be picked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// The id of the phrase.
    pub phrase: String,
    /// Who else gets such a letter and is dealt it, whether or not the letter has a place for it now.
    pub others: Vec<Recipient>,
}

/// Every phrase of a pool but the one that somebody's letter has `now`, those first that nobody else has to
/// whom a letter of the kind goes.
///
/// Always in the same order for the same notes, theme and pins; nothing where there is no such pool.
pub fn choices(
    notes: &Notes,
    theme: &Theme,
    pins: &Pins,
    kind: Kind,
    pool: &str,
    recipient: Recipient,
    now: Option<&str>,
) -> Vec<Choice> {
    let Some(pool) = theme.pool(pool) else {
        return Vec::new();
    };
    let dealer = Dealer::new(theme, notes, pins);
    let has = |who: Recipient| {
        dealer
            .phrase(&pool.id, who)
            .map(|phrase| phrase.id.as_str())
    };
    let dealt: Vec<(Recipient, Option<&str>)> = usual(notes, kind, false)
        .unwrap_or_default()
        .into_iter()
        // Two of one name have their pins in common.
        .filter(|other| other.name(notes) != recipient.name(notes))
        .map(|other| (other, has(other)))
        .collect();
    let order = Deal::new(notes).order(&pool.id, &pool.phrases);
    let mut choices: Vec<Choice> = order
        .into_iter()
        .map(|place| pool.phrases[place].id.as_str())
        .filter(|phrase| now != Some(*phrase))
        .map(|phrase| Choice {
            phrase: phrase.to_owned(),
            others: dealt
                .iter()
                .filter(|(_, theirs)| *theirs == Some(phrase))
                .map(|(other, _)| *other)
                .collect(),
        })
        .collect();
    choices.sort_by_key(|choice| !choice.others.is_empty());
    choices
}
