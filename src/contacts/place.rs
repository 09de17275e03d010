//! The town, its region and its postal code, on the lines that they have in their country.

use std::sync::LazyLock;

use crate::yaml::{self, Node, Value};

/// How the town stands in an address of some countries.
struct Form {
    /// What the countries are called, in lower case.
    countries: Vec<String>,
    /// What postal codes of theirs alone look like.
    codes: Vec<String>,
    /// The lines, each as the names of its parts; a comma belongs to the part before it.
    lines: Vec<String>,
}

/// The forms of the data file, in its order.
static FORMS: LazyLock<Vec<Form>> = LazyLock::new(|| read(include_str!("countries.yaml")));

fn read(text: &str) -> Vec<Form> {
    let items = match yaml::values(text).map(|root| root.value) {
        Some(Value::List(items)) => items,
        _ => Vec::new(),
    };
    let words = |item: &Node, key: &str| -> Vec<String> {
        let Value::Map(entries) = &item.value else {
            return Vec::new();
        };
        let list = entries.iter().find(|entry| entry.key == key);
        match list.map(|entry| &entry.value.value) {
            Some(Value::List(words)) => words.iter().map(text_of).collect(),
            _ => Vec::new(),
        }
    };
    let form = |item: &Node| Form {
        countries: words(item, "in"),
        codes: words(item, "codes"),
        lines: words(item, "lines"),
    };
    items.iter().map(form).collect()
}

fn text_of(node: &Node) -> String {
    match &node.value {
        Value::Scalar(scalar) => scalar.text.clone(),
        _ => String::new(),
    }
}

/// The lines of a place, the country left out; an empty one where a line has nothing to say.
pub(super) fn lines(town: &str, region: &str, code: &str, country: &str) -> Vec<String> {
    let place = country.trim().to_lowercase();
    let called = |form: &&Form| form.countries.contains(&place);
    let by_code = |form: &&Form| place.is_empty() && form.codes.contains(&shape(code));
    let anywhere = |form: &&Form| form.countries.iter().any(|name| name == "*");
    let form = FORMS
        .iter()
        .find(by_code)
        .or_else(|| FORMS.iter().find(called))
        .or_else(|| FORMS.iter().find(anywhere));
    let Some(form) = form else {
        return vec![town.to_owned(), region.to_owned(), code.to_owned()];
    };
    let line = |line: &String| {
        // A city that is a state of its own is said once.
        if line == "region" && region.trim() == town.trim() {
            return String::new();
        }
        let mut text = String::new();
        let mut has_comma = false;
        for part in line.split(' ') {
            let value = match part.trim_end_matches(',') {
                "town" => town,
                "region" => region,
                _ => code,
            };
            if value.trim().is_empty() {
                continue;
            }
            if !text.is_empty() {
                text.push_str(if has_comma { ", " } else { " " });
            }
            text.push_str(value.trim());
            has_comma = part.ends_with(',');
        }
        text
    };
    form.lines.iter().map(line).collect()
}

/// What a postal code looks like: `SW1A 1AA` is `AA9A 9AA`.
fn shape(code: &str) -> String {
    let shape = |c: char| match c {
        c if c.is_ascii_alphabetic() => 'A',
        c if c.is_ascii_digit() => '9',
        c => c,
    };
    code.trim().chars().map(shape).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn the_data_file_names_each_country_once_and_only_parts_that_there_are() {
        let mut seen = BTreeSet::new();
        for form in FORMS.iter() {
            assert!(!form.countries.is_empty() && !form.lines.is_empty());
            for name in &form.countries {
                assert_eq!(*name, name.to_lowercase());
                assert!(seen.insert(name.clone()), "{name} is there twice");
            }
            for part in form.lines.iter().flat_map(|line| line.split(' ')) {
                let part = part.trim_end_matches(',');
                assert!(["town", "region", "code"].contains(&part), "{part}");
            }
        }
        assert!(seen.contains("") && seen.contains("*") && seen.contains("no"));
    }

    #[test]
    fn a_place_stands_as_its_post_wants_it() {
        for (town, region, code, country, expected) in [
            ("Chicago", "IL", "60642", "USA", "Chicago, IL 60642"),
            ("Boise", "ID", "83701", "", "Boise, ID 83701"),
            ("Boise", "", "", "", "Boise"),
            ("Toronto", "ON", "M5K 1A1", "Canada", "Toronto, ON M5K 1A1"),
            (
                "Stuttgart",
                "Baden-Württemberg",
                "70173",
                "Germany",
                "70173 Stuttgart",
            ),
            ("Zürich", "ZH", "8001", "Schweiz", "8001 Zürich"),
            (
                "Lyon",
                "Auvergne-Rhône-Alpes",
                "69002",
                "FRANCE",
                "69002 Lyon",
            ),
            (
                "London",
                "",
                "SW1A 1AA",
                "United Kingdom",
                "London/SW1A 1AA",
            ),
            ("London", "", "SW1A 1AA", "", "London/SW1A 1AA"),
            (
                "Oban",
                "Argyll",
                "PA34 4LL",
                "Scotland",
                "Oban/Argyll/PA34 4LL",
            ),
            ("Milano", "MI", "20121", "Italia", "20121 Milano MI"),
            ("Madrid", "Madrid", "28013", "España", "28013 Madrid"),
            ("Wellington", "", "6011", "New Zealand", "Wellington 6011"),
            (
                "札幌市",
                "北海道",
                "060-0001",
                "日本",
                "060-0001 札幌市/北海道",
            ),
        ] {
            let lines = lines(town, region, code, country);
            let lines: Vec<String> = lines.into_iter().filter(|line| !line.is_empty()).collect();
            assert_eq!(lines.join("/"), expected, "{town}, {country}");
        }
    }
}
