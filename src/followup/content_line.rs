//! Lines of a calendar file (RFC 5545, 3.1 and 3.3.11).

/// As many octets a line may have, its break not counted.
const WIDEST: usize = 75;

/// A line of a name, a colon and a value, folded between characters and ended with CRLF.
///
/// A line that goes on begins with a space, which counts.
pub(super) fn content_line(name: &str, value: &str) -> String {
    let mut folded = String::new();
    let mut octets = 0;
    for char in name.chars().chain([':']).chain(value.chars()) {
        if octets + char.len_utf8() > WIDEST {
            folded.push_str("\r\n ");
            octets = 1;
        }
        folded.push(char);
        octets += char.len_utf8();
    }
    folded + "\r\n"
}

/// A text as a value: what has a meaning there is escaped, and no control character is left.
pub(super) fn escaped(text: &str) -> String {
    let mut value = String::with_capacity(text.len());
    for char in text.replace("\r\n", "\n").chars() {
        match char {
            '\\' | ';' | ',' => value.extend(['\\', char]),
            '\n' => value.push_str("\\n"),
            '\t' => value.push(char),
            char if char.is_control() => value.push(' '),
            char => value.push(char),
        }
    }
    value
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The text of a value, as a calendar reads it.
    fn unescaped(value: &str) -> String {
        let mut text = String::new();
        let mut chars = value.chars();
        while let Some(char) = chars.next() {
            match (char, char == '\\') {
                (_, true) => match chars.next().unwrap() {
                    'n' | 'N' => text.push('\n'),
                    other => text.push(other),
                },
                (char, false) => text.push(char),
            }
        }
        text
    }

    proptest! {
        #[test]
        fn a_folded_line_is_unfolded_to_what_it_was(value in "\\PC*", name in "[A-Z]{1,20}") {
            let line = content_line(&name, &value);
            prop_assert!(line.ends_with("\r\n"));
            for part in line.split_terminator("\r\n") {
                prop_assert!(part.len() <= 75, "{}", part.len());
            }
            let unfolded = line.replace("\r\n ", "");
            prop_assert_eq!(unfolded, format!("{name}:{value}\r\n"));
        }

        #[test]
        fn an_escaped_text_is_read_as_it_was(text in "(\\PC|[\n\t,;\\\\])*") {
            let value = escaped(&text);
            prop_assert!(!value.contains('\n') && !value.contains('\r'));
            prop_assert_eq!(unescaped(&value), text);
        }

        #[test]
        fn no_text_breaks_out_of_its_line(text in any::<String>()) {
            let line = content_line("SUMMARY", &escaped(&text));
            for part in line.split_terminator("\r\n").skip(1) {
                prop_assert!(part.starts_with(' '));
            }
            let broken = |c: char| c.is_control() && c != '\t';
            prop_assert!(!line.replace("\r\n", "").contains(broken));
        }
    }

    #[test]
    fn a_line_is_folded_at_75_octets_and_never_inside_a_character() {
        let line = content_line("S", &"ü".repeat(50));
        let parts: Vec<&str> = line.split_terminator("\r\n").collect();
        // `S:` and 36 times two octets are 74; one more would be 76.
        assert_eq!(parts[0].len(), 74);
        assert_eq!(parts[1], format!(" {}", "ü".repeat(14)));
    }
}
