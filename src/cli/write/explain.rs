use super::Prepared;
use super::summary::line_number;
use crate::letter::Part;
use crate::prose;

/// Shows each stretch of each letter with the phrase it came from and the lines of the notes.
pub(super) fn explain(prepared: &Prepared) -> String {
    let mut text = String::new();
    for note in &prepared.notes {
        let letter = &note.letter;
        let heading = format!(
            "{} ({}, {})",
            note.recipient(&prepared.loaded),
            letter.kind,
            letter.channel
        );
        text.push_str(&format!(
            "{heading}\n{}\n",
            "=".repeat(heading.chars().count())
        ));
        if note.edit.is_some() {
            text.push_str("You have edited this letter; below is what it was composed from.\n");
        }
        if let Some(part) = &letter.subject {
            text.push_str(&one(prepared, part, OWN));
        }
        if let Some(part) = &letter.salutation {
            text.push_str(&one(prepared, part, "the greeting"));
        }
        for part in letter.paragraphs.iter().flatten().chain(&letter.sign_off) {
            text.push_str(&one(prepared, part, OWN));
        }
        text.push('\n');
    }
    text
}

/// What stands beside words that came from the notes as they are.
const OWN: &str = "your own words";

/// `otherwise` is said of a part that comes from no phrase.
fn one(prepared: &Prepared, part: &Part, otherwise: &str) -> String {
    let words = prose::plain(&prose::parse(&part.markdown), None);
    let mut lines: Vec<usize> = part
        .paths
        .iter()
        .filter_map(|path| line_number(prepared, path))
        .collect();
    lines.sort_unstable();
    lines.dedup();
    let from = match (&part.phrase, part.pool.as_str()) {
        (Some(phrase), pool) => format!("phrase {pool}/{phrase}"),
        (None, _) if part.paths.is_empty() => "the theme's own words".to_owned(),
        (None, _) => otherwise.to_owned(),
    };
    let notes = match lines.as_slice() {
        [] => String::new(),
        [line] => format!(", notes line {line}"),
        lines => format!(
            ", notes lines {}",
            lines
                .iter()
                .map(usize::to_string)
                .collect::<Vec<_>>()
                .join(", ")
        ),
    };
    format!("{}\n    {from}{notes}\n", words.trim())
}
