//! The places that a document leaves to write on.
//!
//! They are typed as underscores, of which Markdown makes emphasis (`Name:____\`) or a line between
//! paragraphs (`____`) before anybody can see them. So they are taken out of the Markdown first,
//! and a character stands for them that Markdown has no use for.

/// Stands for a place to write on. A noncharacter: no text holds one, and no face could draw it.
pub(super) const BLANK: char = '\u{fdd9}';

/// So many underscores at the end of a line are a place to write on.
const FEWEST: usize = 4;

/// Puts [`BLANK`] where a line ends in four or more underscores, escaped or not.
///
/// A line of nothing else becomes a paragraph of its own, in the list that it stands in.
pub(super) fn mark(markdown: &str) -> String {
    let mut marked = String::with_capacity(markdown.len());
    for line in markdown.split_inclusive('\n') {
        match blank(line) {
            Some((before, after)) => {
                let alone = before.trim().is_empty() && after.is_empty();
                if alone {
                    marked.push('\n');
                }
                marked.push_str(before);
                marked.push(BLANK);
                marked.push_str(after);
                marked.push_str(if alone { "\n\n" } else { "\n" });
            }
            None => marked.push_str(line),
        }
    }
    marked
}

/// What stands before the underscores that a line ends in, and what after them: the stars that
/// close emphasis. The mark of a hard line break is left out, since a place to write on ends its
/// line anyhow.
fn blank(line: &str) -> Option<(&str, &str)> {
    let line = line.trim_end();
    let line = line.strip_suffix('\\').unwrap_or(line).trim_end();
    let inside = line.trim_end_matches('*');
    let stars = &line[inside.len()..];
    let mut before = inside.trim_end();
    let mut count = 0;
    while let Some(rest) = before.strip_suffix('_') {
        before = rest.strip_suffix('\\').unwrap_or(rest);
        count += 1;
    }
    (count >= FEWEST).then_some((before, stars))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(markdown: &str) -> String {
        mark(markdown).replace(BLANK, "#")
    }

    #[test]
    fn underscores_at_the_end_of_a_line_are_a_place_to_write_on() {
        for (typed, marked) in [
            ("Name: ____", "Name: #\n"),
            ("Name:____\\\nDate:____\\\n", "Name:#\nDate:#\n"),
            ("Name: \\_\\_\\_\\_  \r\nso\n", "Name: #\nso\n"),
            ("**Name: _____**\n", "**Name: #**\n"),
            ("one\n____\n  ____", "one\n\n#\n\n\n  #\n\n"),
            ("- ____\n", "- #\n"),
        ] {
            assert_eq!(shown(typed), marked, "{typed}");
        }
    }

    #[test]
    fn other_underscores_stay_as_they_are() {
        for typed in ["Name: ___\n", "____ so\n", "__so__\n", "a_b\\_\\_\\_", ""] {
            assert_eq!(shown(typed), typed);
        }
    }
}
