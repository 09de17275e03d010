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
}

/// Reads every card of a file; what is no card is passed over.
pub fn read(bytes: &[u8]) -> Cards {
    let mut read = Cards::default();
    for lines in cards(bytes) {
        let properties: Vec<Property> = lines
            .iter()
            .filter_map(|line| Property::read(line))
            .collect();
        match contact(&Card(properties)) {
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
    let Some(name) = name(card, organisation.as_deref()) else {
        let called = organisation.or(card.text("FN")).or(email);
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
fn name(card: &Card, organisation: Option<&str>) -> Option<String> {
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
        let is_firm = built.is_empty() && organisation == Some(shown.as_str());
        !shown.contains('@') && !is_sorted && !is_firm
    });
    let name = shown.or_else(|| (!built.is_empty()).then_some(built));
    // What is longer is no name, and the notes take none.
    name.filter(|name| name.chars().count() <= LONGEST)
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
