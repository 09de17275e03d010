//! Whether an address lacks the line with its country, which mail from abroad needs.
//!
//! Addresses are free lines. Some countries write their postcodes so that nobody else's look like
//! them; only what these say is taken for known.

/// Where a line with a postcode and a town is from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Origin {
    UnitedStates,
    Canada,
    Britain,
    Australia,
    /// The postcode stands before the town, as in most of Europe.
    Continent,
}

/// The states and territories of Australia, as postcodes follow them.
const AUSTRALIAN: [&str; 8] = ["NSW", "VIC", "QLD", "WA", "SA", "TAS", "ACT", "NT"];

/// Countries as the last line of an address names them.
const COUNTRIES: [(&str, Origin); 23] = [
    ("usa", Origin::UnitedStates),
    ("united states", Origin::UnitedStates),
    ("united states of america", Origin::UnitedStates),
    ("canada", Origin::Canada),
    ("uk", Origin::Britain),
    ("united kingdom", Origin::Britain),
    ("great britain", Origin::Britain),
    ("england", Origin::Britain),
    ("scotland", Origin::Britain),
    ("wales", Origin::Britain),
    ("australia", Origin::Australia),
    ("austria", Origin::Continent),
    ("belgium", Origin::Continent),
    ("denmark", Origin::Continent),
    ("deutschland", Origin::Continent),
    ("france", Origin::Continent),
    ("germany", Origin::Continent),
    ("italy", Origin::Continent),
    ("netherlands", Origin::Continent),
    ("poland", Origin::Continent),
    ("spain", Origin::Continent),
    ("sweden", Origin::Continent),
    ("switzerland", Origin::Continent),
];

/// The country to which an address belongs that does not say so, where the sender's is another one,
/// as a message says it; `None` where nothing is missing or not both of them are known.
pub fn missing_country(from: &[String], to: &[String]) -> Option<&'static str> {
    let to = Origin::of(to.last()?)?;
    let from = from.last()?;
    // The sender's last line may be the country already.
    let from = Origin::of(from).or_else(|| Origin::named(from))?;
    (from != to).then(|| to.name())
}

impl Origin {
    /// By the postcode on a line; `None` for a line without one that tells.
    fn of(line: &str) -> Option<Self> {
        let words: Vec<&str> = line
            .split([' ', ','])
            .filter(|word| !word.is_empty())
            .collect();
        match words.as_slice() {
            [.., state, zip] if is_like(state, "AA") && is_zip(zip) => Some(Self::UnitedStates),
            [.., one, two] if is_like(one, "A0A") && is_like(two, "0A0") => Some(Self::Canada),
            [.., one, two] if is_like(two, "0AA") && is_outward(one) => Some(Self::Britain),
            [.., state, code] if AUSTRALIAN.contains(state) && is_like(code, "0000") => {
                Some(Self::Australia)
            }
            [code, _, ..] if is_continental(code) => Some(Self::Continent),
            _ => None,
        }
    }

    /// By a country's own line.
    fn named(line: &str) -> Option<Self> {
        let line = line.trim().to_lowercase();
        let (_, origin) = COUNTRIES.iter().find(|(name, _)| *name == line)?;
        Some(*origin)
    }

    fn name(self) -> &'static str {
        match self {
            Self::UnitedStates => "the United States",
            Self::Canada => "Canada",
            Self::Britain => "the United Kingdom",
            Self::Australia => "Australia",
            Self::Continent => "another country",
        }
    }
}

/// Whether a word has capitals where the shape has `A` and figures where it has `0`.
fn is_like(word: &str, shape: &str) -> bool {
    word.len() == shape.len()
        && word
            .bytes()
            .zip(shape.bytes())
            .all(|(byte, wanted)| match wanted {
                b'A' => byte.is_ascii_uppercase(),
                b'0' => byte.is_ascii_digit(),
                same => byte == same,
            })
}

fn is_zip(word: &str) -> bool {
    is_like(word, "00000") || is_like(word, "00000-0000")
}

/// The first half of a British postcode.
fn is_outward(word: &str) -> bool {
    ["A0", "A00", "AA0", "AA00", "A0A", "AA0A"]
        .iter()
        .any(|shape| is_like(word, shape))
}

/// Such as `10119`, `A-1010` or `D-10119`; four figures alone may be a house in a long street.
fn is_continental(word: &str) -> bool {
    ["00000", "A-0000", "AA-0000", "A-00000"]
        .iter()
        .any(|shape| is_like(word, shape))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn missing(from: &str, to: &str) -> Option<&'static str> {
        let lines = |text: &str| -> Vec<String> { text.split('/').map(str::to_owned).collect() };
        missing_country(&lines(from), &lines(to))
    }

    #[test]
    fn an_address_abroad_wants_its_country() {
        let chicago = "Ann/400 N Morgan St/Chicago, IL 60642";
        let berlin = "Amara/Torstraße 12/10119 Berlin";
        for (from, to, expected) in [
            (berlin, chicago, Some("the United States")),
            (
                "Amara/Torstraße 12/10119 Berlin/Germany",
                chicago,
                Some("the United States"),
            ),
            (chicago, berlin, Some("another country")),
            (
                chicago,
                "Jo/1 High St/York YO1 7HH",
                Some("the United Kingdom"),
            ),
            (
                chicago,
                "Jo/1 High St/London/SW1A 2AA",
                Some("the United Kingdom"),
            ),
            (
                chicago,
                "Lu/9 King St W/Toronto, ON M5H 1A1",
                Some("Canada"),
            ),
            (chicago, "Bo/2 George St/Sydney NSW 2000", Some("Australia")),
            // Nothing is missing.
            (chicago, "Bo/2 George St/Sydney NSW 2000/Australia", None),
            (chicago, "Jo/9 Lake St/Boston, MA 02108-1234", None),
            // Not both are known: the postcodes of France and Spain are alike.
            (berlin, "Luz/Calle Mayor 3/28013 Madrid", None),
            ("Amara/Chicago", berlin, None),
            ("Amara/1420 W Lake St/Chicago", berlin, None),
            (chicago, "Ann/1420 W Lake St", None),
            (chicago, "Eva/Ring 1/A-1010 Wien", Some("another country")),
            ("Ann/Chicago, IL 60642", "Ann/12 Main St", None),
            (chicago, "Ann/Northwind Robotics", None),
        ] {
            assert_eq!(missing(from, to), expected, "{from} {to}");
        }
    }
}
