//! What a template can say, as a page of Markdown: made from the tables that the checks go by.

use super::mistake::TERA_FILTERS;
use super::{
    BUILT_IN, FILTERS, FUNCTIONS, HTML_VARIABLES, ITEMS, LETTERS, Limits, Theme, VARIABLES,
    Variable,
};

/// The page without its tables, each of which stands for a line `<!-- its name -->`.
const PAGE: &str = include_str!("../../templates/reference.md");

/// The lists of items, with the place of the notes where their items stand.
const LISTS: &[(&str, &str)] = &[
    ("points", "interviewers[].discussed_points"),
    ("loose_ends", "interviewers[].loose_ends"),
    ("qualifications", "missing_qualifications"),
];

/// Fields of an item that the notes do not say themselves.
const WORKED_OUT: &[&str] = &["at", "direct"];

/// The page about variables, items, filters, functions and limits, in Markdown.
pub fn reference() -> String {
    PAGE.replace("<!-- letters -->\n", &letters())
        .replace("<!-- variables -->\n", &variables())
        .replace("<!-- items -->\n", &items())
        .replace("<!-- filters -->\n", &filters())
        .replace("<!-- functions -->\n", &functions())
        .replace("<!-- html -->\n", &html())
}

fn letters() -> String {
    let themes: Vec<Theme> = BUILT_IN
        .iter()
        .filter_map(|name| Theme::builtin(name, "en").ok())
        .collect();
    let mut heads = vec!["kind", "channel", "template"];
    heads.extend(BUILT_IN);
    let rows = LETTERS.iter().map(|(kind, channel)| {
        let mut row = vec![
            format!("`{kind}`"),
            (*channel).to_owned(),
            format!("`en/{kind}.{channel}.md`"),
        ];
        row.extend(
            themes
                .iter()
                .map(|theme| theme.limits(kind, channel).to_string()),
        );
        row
    });
    table(&heads, rows)
}

fn variables() -> String {
    let rows = VARIABLES.iter().map(|variable| {
        vec![
            format!("`{}`", variable.name),
            variable.says.to_owned(),
            said(variable),
        ]
    });
    table(
        &["variable", "what it holds, in which form", "in the notes"],
        rows,
    )
}

/// Where the notes say a variable.
fn said(variable: &Variable) -> String {
    let paths: Vec<String> = variable
        .from
        .iter()
        .map(|path| format!("`{}`", path.replace('@', "interviewers[]")))
        .collect();
    if !paths.is_empty() {
        return paths.join(", else ");
    }
    let (root, field) = variable.name.split_once('.').unwrap_or((variable.name, ""));
    match LISTS.iter().find(|(list, _)| *list == root) {
        Some((_, place)) if field.is_empty() => format!("`{place}`"),
        Some((_, place)) if !WORKED_OUT.contains(&field) => format!("`{place}[].{field}`"),
        _ => "worked out".to_owned(),
    }
}

fn items() -> String {
    let rows = ITEMS.iter().map(|(item, list)| {
        vec![
            format!("`{list}`"),
            format!("`{item}`"),
            format!("`say(pool=\"…\", {item}={item})`"),
        ]
    });
    let heads = [
        "list",
        "a phrase knows the item as",
        "a skeleton hands it over with",
    ];
    table(&heads, rows)
}

fn filters() -> String {
    let rows = FILTERS
        .iter()
        .map(|(name, says)| vec![format!("`{name}`"), (*says).to_owned()]);
    let more: Vec<String> = TERA_FILTERS
        .iter()
        .map(|name| format!("`{name}`"))
        .collect();
    let more = textwrap::fill(&more.join(", "), 100);
    format!(
        "{}\nOf [Tera's own](https://keats.github.io/tera/docs/#built-in-filters) these can be \
         used:\n{more}.\n",
        table(&["filter", "what it gives"], rows)
    )
}

fn functions() -> String {
    let rows = FUNCTIONS.iter().map(|(name, call, says)| {
        vec![format!("`{name}`"), format!("`{call}`"), (*says).to_owned()]
    });
    table(&["function", "for example", "what it does"], rows)
}

fn html() -> String {
    let rows = HTML_VARIABLES
        .iter()
        .map(|(name, says)| vec![format!("`{name}`"), (*says).to_owned()]);
    table(&["variable", "what it holds"], rows)
}

/// A table of Markdown; a bar in a cell is escaped, since it would part the cell.
fn table(heads: &[&str], rows: impl Iterator<Item = Vec<String>>) -> String {
    let mut text = format!(
        "| {} |\n|{}\n",
        heads.join(" | "),
        "---|".repeat(heads.len())
    );
    for row in rows {
        let cells: Vec<String> = row.iter().map(|cell| cell.replace('|', "\\|")).collect();
        text.push_str(&format!("| {} |\n", cells.join(" | ")));
    }
    text
}

impl std::fmt::Display for Limits {
    /// `180 words, 4 paragraphs`; a dash where nothing is limited.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let limits: Vec<String> = self
            .named()
            .map(|(name, most)| match most {
                1 => format!("1 {}", name.trim_end_matches('s')),
                _ => format!("{most} {name}"),
            })
            .collect();
        match limits.is_empty() {
            true => f.write_str("–"),
            false => f.write_str(&limits.join(", ")),
        }
    }
}
