//! A card as a contact: the name, the title, and the addresses to write to at work.

use super::address;
use super::lines::cards;
use super::property::Property;

/// As many characters a name may have.
const LONGEST: usize = 200;

/// Somebody from a card.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Contact {
    /// The full name, with a title where the card has one.
    pub name: String,
    /// Their position.
    pub job_title: Option<String>,
    /// Their email address: that of work, else the preferred one, else the first.
    pub email: Option<String>,
    /// Their postal address, one line each: that of work, else the preferred one, else the first.
    pub address: Option<String>,
    /// Where they work.
    pub organisation: Option<String>,
}

/// What a file of cards holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cards {
    /// The people, in the order of the file.
    pub people: Vec<Contact>,
    /// Cards that name nobody: what they are called, or what is known of them.
    pub others: Vec<String>,
    /// Cards that never end, since the file was cut off or a line of it is missing.
    pub cut: Vec<Cut>,
}

/// A card that begins and never ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cut {
    /// The line of the file on which it begins, from 1.
    pub line: usize,
    /// Whose it is, as far as it goes.
    pub of: String,
}

/// Reads every card of a file; what is no card is passed over.
///
/// A card that never ends is read as far as it goes, and named.
pub fn read(bytes: &[u8]) -> Cards {
    let mut read = Cards::default();
    for raw in cards(bytes) {
        let properties = raw.lines.iter().filter_map(|line| Property::read(line));
        let card = contact(&Card(properties.collect()));
        if let Some(line) = raw.cut {
            let of = card
                .as_ref()
                .map_or_else(String::clone, |person| person.name.clone());
            read.cut.push(Cut { line, of });
        }
        match card {
            Ok(contact) => read.people.push(contact),
            Err(other) => read.others.push(other),
        }
    }
    read
}

/// The properties of one card.
struct Card(Vec<Property>);

impl Card {
    /// The properties of a name that say anything.
    fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Property> {
        let is_it = move |property: &&Property| property.name == name;
        self.0
            .iter()
            .filter(is_it)
            .filter(|each| each.parts().iter().any(|part| !part.is_empty()))
    }

    fn text(&self, name: &str) -> Option<String> {
        let first = self
            .all(name)
            .find(|each| each.is_preferred())
            .or_else(|| self.all(name).next());
        first.map(Property::text)
    }

    /// Whether a property is of work: by its type, or by the label of its group, as Apple has it.
    fn is_work(&self, property: &Property) -> bool {
        let label = self
            .all("X-ABLABEL")
            .find(|label| !property.group.is_empty() && label.group == property.group);
        property.is("work")
            || label.is_some_and(|label| label.text().to_lowercase().contains("work"))
    }

    /// The one of several to write to somebody at work by.
    fn best<'a>(&'a self, usable: impl Iterator<Item = &'a Property>) -> Option<&'a Property> {
        usable.min_by_key(|property| (!self.is_work(property), !property.is_preferred()))
    }
}

/// A card as a contact; what it is called where it names nobody.
fn contact(card: &Card) -> Result<Contact, String> {
    let organisation = card
        .all("ORG")
        .next()
        .and_then(|org| org.parts().into_iter().next());
    let organisation = organisation.filter(|name| !name.is_empty());
    let email = email(card);
    let Some(name) = name(card) else {
        let called = card.text("FN").or(organisation).or(email);
        return Err(called.unwrap_or_else(|| "a card without a name".to_owned()));
    };
    let at_work = |property: &Property| card.is_work(property);
    let address = card.best(card.all("ADR")).and_then(|property| {
        let firm = organisation
            .as_deref()
            .filter(|_| !property.is("home") && !is_home(card, property));
        address::lines(
            property,
            firm,
            card.all("LABEL")
                .find(|label| at_work(label) == at_work(property)),
        )
    });
    Ok(Contact {
        name,
        job_title: card.text("TITLE"),
        email,
        address,
        organisation,
    })
}

fn is_home(card: &Card, property: &Property) -> bool {
    let label = card
        .all("X-ABLABEL")
        .find(|label| !property.group.is_empty() && label.group == property.group);
    label.is_some_and(|label| label.text().to_lowercase().contains("home"))
}

/// The person's name: as it is shown, else put together from its parts.
///
/// `None` for a group, an organisation, and a card that shows an address in place of a name.
fn name(card: &Card) -> Option<String> {
    let kind = card
        .text("KIND")
        .or(card.text("X-ADDRESSBOOKSERVER-KIND"))
        .unwrap_or_default();
    let is_nobody = !matches!(kind.to_lowercase().as_str(), "" | "individual");
    let shown_as = card.text("X-ABSHOWAS").unwrap_or_default();
    if is_nobody || shown_as.eq_ignore_ascii_case("company") {
        return None;
    }
    let parts = card
        .all("N")
        .next()
        .map(Property::parts)
        .unwrap_or_default();
    let part = |at: usize| {
        parts
            .get(at)
            .map(|part| part.replace(',', " "))
            .unwrap_or_default()
    };
    let [family, given, more, before, after] = [0, 1, 2, 3, 4].map(part);
    let whole = |parts: &[&str]| {
        let words: Vec<&str> = parts
            .iter()
            .flat_map(|part| part.split_whitespace())
            .collect();
        words.join(" ")
    };
    let built = whole(&[&before, &given, &more, &family, &after]);
    let shown = card.text("FN").filter(|shown| {
        // "O'Neill, Katherine" is how a list sorts her, not what she is called.
        let is_sorted = !given.is_empty()
            && shown.starts_with(&format!("{family},"))
            && shown.contains(given.as_str());
        !shown.contains('@') && !is_sorted
    });
    // Some programs put a firm's name where the surname goes.
    let called = shown.as_ref().unwrap_or(&built);
    let is_firm =
        given.is_empty() && (is_desk(called) || firm_names(card).any(|firm| same(&firm, called)));
    if is_firm {
        return None;
    }
    let name = shown.or_else(|| (!built.is_empty()).then_some(built));
    // What is longer is no name, and the notes take none.
    name.filter(|name| name.chars().count() <= LONGEST)
}

/// What a card calls the firm: its name, that with its parts, and each part.
fn firm_names(card: &Card) -> impl Iterator<Item = String> {
    let parts: Vec<String> = card.all("ORG").flat_map(Property::parts).collect();
    let whole = [parts.join(" "), parts.join(", "), parts.join(" - ")];
    whole.into_iter().chain(parts)
}

/// Whether a name says a place in a firm, such as its front desk: of itself, or beside the firm's name.
fn is_desk(name: &str) -> bool {
    let name = name.to_lowercase();
    let desks = include_str!("desks.txt").lines();
    let mut desks = desks.filter(|line| !line.starts_with('#'));
    desks.any(|desk| name == desk || name.ends_with(&format!(" {desk}")))
}

/// Whether two names are one but for capitals and spaces.
fn same(one: &str, other: &str) -> bool {
    let words = |text: &str| {
        text.split_whitespace()
            .map(str::to_lowercase)
            .collect::<Vec<_>>()
    };
    !one.trim().is_empty() && words(one) == words(other)
}

/// The address of work, else the preferred, else the first that mail can be sent to.
fn email(card: &Card) -> Option<String> {
    let is_mail = |property: &&Property| !property.is("x400") && is_address(&bare(property));
    card.best(card.all("EMAIL").filter(is_mail)).map(bare)
}

/// An address without its scheme, or the name that stands around it.
fn bare(property: &Property) -> String {
    let text = property.text();
    let inner = match (text.rfind('<'), text.rfind('>')) {
        (Some(open), Some(close)) if open < close => text[open + 1..close].to_owned(),
        _ => text,
    };
    let scheme = inner
        .get(..7)
        .filter(|scheme| scheme.eq_ignore_ascii_case("mailto:"));
    inner[scheme.map_or(0, str::len)..].trim().to_owned()
}

/// Whether mail can be sent to it, as the notes see it.
fn is_address(text: &str) -> bool {
    let Some((local, domain)) = text.split_once('@') else {
        return false;
    };
    let is_dotted = |part: &str| !part.split('.').any(str::is_empty);
    let odd = |c: char| c.is_whitespace() || "<>()[]\\,;:\"@".contains(c);
    let is_host = |c: char| c.is_alphanumeric() || c == '-' || c == '.';
    is_dotted(local)
        && is_dotted(domain)
        && domain.contains('.')
        && domain.chars().all(is_host)
        && !local.contains(odd)
        && text.len() <= 254
}
