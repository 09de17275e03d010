//! Who writes, and who has brought the two sides together.

use super::form::{Address, Email, Line, Link, Name, choices};
use super::lists::Many;
use super::presence::{Optional, Required};
use super::record::record;

record! {
    /// You, who write the letters.
    Sender {
        /// Your name, as it stands under a letter.
        name: String = Required<Name>, "Amara Okafor";
        /// Your email address.
        email: Option<String> = Optional<Email>, "amara@okafor.example";
        /// Your telephone number, as you would write it.
        phone: Option<String> = Optional<Line>, "+1 312 555 0142";
        /// Web addresses under your name, such as a portfolio.
        links: Vec<String> = Many<Link>, "https://okafor.example";
        /// Your postal address, one line each (begin with `|`): the return address on an envelope.
        address: Option<String> = Optional<Address>;
    }
}

record! {
    /// Who put you in touch with the company.
    Recruiter {
        /// The recruiter's name.
        name: String = Required<Name>, "Jo Lindqvist";
        /// The recruiter's email address.
        email: Option<String> = Optional<Email>, "jo@staffing.example";
        /// How they reached you; answer in the same way.
        contacted_by: Option<ContactedBy> = Optional<ContactedBy>;
    }
}

choices! {
    /// How somebody reached you.
    ContactedBy {
        /// They wrote.
        Email = "email",
        /// They rang.
        Phone = "phone",
    }
}
