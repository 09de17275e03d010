//! Which phrase of a pool goes to whom.

use jiff::civil::Date;
use sha2::{Digest, Sha256};

use crate::notes::Notes;

/// Deals phrases so that no two people of a notes file share one while there are enough.
///
/// A pool of n phrases is put in an order by a hash of the sender, the company, the date and the
/// ids of pool and phrase, its plainest phrases before the others; the person at place k of the file
/// takes phrase `order[k mod n]`. So the same file always gives the same letters, and a person added
/// at the end changes nobody's letter.
#[derive(Debug)]
pub struct Deal {
    seed: Sha256,
}

/// How many phrases of a pool are dealt before the others: those that its file says first. Of what
/// anybody would write there is not so much that a panel of eight could have it each in other words,
/// and few files name more people than this.
const PLAINEST: usize = 6;

impl Deal {
    /// The deal for a notes file.
    pub fn new(notes: &Notes) -> Self {
        Self::with(
            &notes.from.name,
            &notes.interview.company,
            notes.interview.date,
        )
    }

    /// The deal for a sender, a company and the day of an interview.
    pub fn with(sender: &str, company: &str, date: Date) -> Self {
        let mut seed = Sha256::new();
        for field in [sender, company, &date.to_string()] {
            field_into(&mut seed, field);
        }
        Self { seed }
    }

    /// The order of a pool: places in `phrases`, the first being the first person's.
    pub fn order<S: AsRef<str>>(&self, pool: &str, phrases: &[S]) -> Vec<usize> {
        // SHA-256 of (sender, company, date, pool, phrase).
        let mut of_pool = self.seed.clone();
        field_into(&mut of_pool, pool);
        let hash = |phrase: &S| -> [u8; 32] {
            let mut hash = of_pool.clone();
            field_into(&mut hash, phrase.as_ref());
            hash.finalize().into()
        };
        let mut hashed: Vec<(bool, [u8; 32], usize)> = phrases
            .iter()
            .enumerate()
            .map(|(place, phrase)| (place >= PLAINEST, hash(phrase), place))
            .collect();
        hashed.sort_unstable();
        hashed.into_iter().map(|(.., place)| place).collect()
    }

    /// The place in `phrases` that the person at `person` (from 0) is dealt; `None` if empty.
    pub fn pick<S: AsRef<str>>(&self, pool: &str, phrases: &[S], person: usize) -> Option<usize> {
        let order = self.order(pool, phrases);
        order.get(person.checked_rem(order.len())?).copied()
    }
}

/// A field goes in after its length, so that `ab`, `c` and `a`, `bc` differ.
fn field_into(hash: &mut Sha256, field: &str) {
    hash.update((field.len() as u64).to_be_bytes());
    hash.update(field.as_bytes());
}
