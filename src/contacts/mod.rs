//! People from business cards: vCards of versions 2.1 to 4.0, as address books and phones write them.
//!
//! Takes the bytes of `.vcf` files; gives [`Contact`]s ([`read`]), the `interviewers:` of a notes file
//! ([`as_yaml`], [`added`]), and what is said differently there ([`compare`]). The crate `calcard` reads
//! more of the format, but brings the world's time zones along; four fields need none of that.

mod add;
mod address;
mod card;
mod compare;
mod lines;
mod place;
mod property;
mod yaml;

pub use add::{AddError, Added, added};
pub use card::{Cards, Contact, Cut, read};
pub use compare::{Known, compare, known};
pub use yaml::as_yaml;
