//! Whom a message is from or to: a name and an address.

use thiserror::Error;

use super::domain::to_ascii;
use super::encoded_word;

/// The characters that an address may have before its `@`, beside letters and digits (RFC 5322,
/// section 3.2.3). What would need quotation marks there is refused: no mail program types it.
const ATOM: &str = "!#$%&'*+-/=?^_`{|}~.";

/// The longest address (RFC 5321, section 4.5.3.1.3, without the angle brackets).
const LONGEST: usize = 254;

/// A name and an address, as the header of a message has them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mailbox {
    /// The name, on one line; empty where only the address is known.
    pub name: String,
    /// The address, its domain in ASCII.
    pub address: String,
}

/// Why a message cannot be addressed.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum AddressError {
    /// More than one address.
    #[error("this names more than one address, and a letter goes to one person")]
    Several,
    /// What stands where the address should be is none.
    #[error("`{0}` is not an email address")]
    Address(String),
    /// The name holds what cannot be seen, and may hide what the address is.
    #[error("the name holds an invisible character, U+{:04X}", u32::from(*.0))]
    Invisible(char),
}

impl AddressError {
    /// What to type instead.
    pub fn help(&self) -> &'static str {
        match self {
            Self::Several => "type one: `to: Katherine O'Neill <k@northwind.example>`",
            Self::Address(_) => {
                "type a name and an address, `Katherine O'Neill <k@northwind.example>`, or the name \
                 alone"
            }
            Self::Invisible(_) => {
                "type the name again; a copied one may bring such characters along"
            }
        }
    }
}

impl Mailbox {
    /// A name and an address.
    ///
    /// # Errors
    /// Where the address is none, or the name holds characters that cannot be seen.
    pub fn new(name: &str, address: &str) -> Result<Self, AddressError> {
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        if let Some(hidden) = name.chars().find(|c| is_hidden(*c)) {
            return Err(AddressError::Invisible(hidden));
        }
        let refused = || AddressError::Address(address.to_owned());
        let address = read(address).ok_or_else(refused)?;
        Ok(Self { name, address })
    }

    /// Reads `Name <address>` or an address alone; `None` where there is a name alone.
    ///
    /// # Errors
    /// As of [`new`](Self::new), and where there are several addresses.
    pub fn parse(text: &str) -> Result<Option<Self>, AddressError> {
        let text = text.trim();
        let in_brackets = text
            .strip_suffix('>')
            .and_then(|rest| rest.rsplit_once('<'));
        // A name may hold commas, angle brackets, even an `@` between spaces.
        let (name, address) = match in_brackets {
            Some((name, address)) if address.contains('@') => (name.trim(), Some(address.trim())),
            _ if text.contains('@') && !text.contains(char::is_whitespace) => ("", Some(text)),
            _ => (text, None),
        };
        let is_address = |word: &str| {
            let parts = word.split_once('@');
            parts.is_some_and(|(before, after)| !before.is_empty() && !after.is_empty())
        };
        let is_in_name = name.split_whitespace().any(is_address);
        match address {
            Some(address) if is_in_name || address.matches('@').count() > 1 => {
                Err(AddressError::Several)
            }
            Some(address) => Self::new(name, address).map(Some),
            None if is_in_name => Err(AddressError::Address(text.to_owned())),
            None => Ok(None),
        }
    }

    /// The words of a header line: the name as a phrase or in encoded words, then the address.
    pub(super) fn words(&self) -> Vec<String> {
        if self.name.is_empty() {
            return vec![self.address.clone()];
        }
        let mut words = phrase(&self.name);
        words.push(format!("<{}>", self.address));
        words
    }
}

/// A display name: words as they are, in quotation marks where a mark would be read as part of the
/// address, in encoded words where they are not ASCII. The address itself never comes in here.
fn phrase(name: &str) -> Vec<String> {
    let is_atom = |c: char| c.is_ascii_alphanumeric() || (ATOM.contains(c) && c != '.') || c == ' ';
    if encoded_word::is_needed(name) {
        encoded_word::encode(name)
    } else if name.chars().all(is_atom) {
        name.split(' ').map(str::to_owned).collect()
    } else {
        let escaped = name.replace('\\', "\\\\").replace('"', "\\\"");
        format!("\"{escaped}\"")
            .split(' ')
            .map(str::to_owned)
            .collect()
    }
}

/// An address with its domain in ASCII; `None` where it is none.
fn read(address: &str) -> Option<String> {
    let (local, domain) = address.rsplit_once('@')?;
    let is_local = |c: char| c.is_alphanumeric() || ATOM.contains(c);
    let dots = local.starts_with('.') || local.ends_with('.') || local.contains("..");
    if local.is_empty() || dots || !local.chars().all(is_local) {
        return None;
    }
    let domain = to_ascii(domain).filter(|domain| domain.contains('.'))?;
    let address = format!("{local}@{domain}");
    (address.len() <= LONGEST).then_some(address)
}

/// What may hide in a name: control characters, and those that turn the direction of the letters.
pub(super) fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}
