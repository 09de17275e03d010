//! Wordings that were picked by hand, over the deal.

use std::collections::BTreeMap;

/// For each person, by name, the phrase of each pool that was picked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pins(BTreeMap<String, BTreeMap<String, String>>);

impl Pins {
    /// The id of the phrase that was picked for a person from a pool.
    pub fn phrase(&self, person: &str, pool: &str) -> Option<&str> {
        Some(self.0.get(person)?.get(pool)?)
    }

    /// Picks a phrase for a person from a pool.
    pub fn pin(&mut self, person: &str, pool: &str, phrase: &str) {
        let pools = self.0.entry(person.to_owned()).or_default();
        pools.insert(pool.to_owned(), phrase.to_owned());
    }

    /// Takes back what was picked; gives whether there was anything.
    pub fn unpin(&mut self, person: &str, pool: &str) -> bool {
        let Some(pools) = self.0.get_mut(person) else {
            return false;
        };
        let was = pools.remove(pool).is_some();
        if pools.is_empty() {
            self.0.remove(person);
        }
        was
    }

    /// Every pick: person, pool and phrase, in order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str, &str)> {
        self.0.iter().flat_map(|(person, pools)| {
            let picks = pools.iter();
            picks.map(|(pool, phrase)| (person.as_str(), pool.as_str(), phrase.as_str()))
        })
    }
}
