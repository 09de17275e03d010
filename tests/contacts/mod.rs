//! Business cards: what is read of them, and how it gets into the notes.

mod add;
mod check;
mod corpus;

use regards::contacts::Contact;

/// A person with what a card has of them.
fn person(name: &str, email: Option<&str>, address: Option<&str>) -> Contact {
    Contact {
        name: name.to_owned(),
        email: email.map(str::to_owned),
        address: address.map(str::to_owned),
        ..Contact::default()
    }
}
