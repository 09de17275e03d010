/// Makes text safe to stand in Markdown: [`parse`](super::parse) gives it back as it was typed.
///
/// The text may come to stand anywhere, so its first character is guarded as if it began a line.
/// Control characters and spaces at the ends become character references, which Markdown never trims.
/// As little as possible is escaped: the result is a file that its author may want to edit. NUL
/// cannot be written in Markdown and becomes U+FFFD there.
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    let length = text.len();
    let marker = list_number(text);
    let mut before = None;
    for (at, c) in text.char_indices() {
        let rest = &text[at + c.len_utf8()..];
        let at_end = at == 0 || at + c.len_utf8() == length;
        match c {
            '\\' | '`' | '*' | '[' | ']' | '<' => escaped.extend(['\\', c]),
            '_' if !(is_word(before) && is_word(rest.chars().next())) => escaped.push_str("\\_"),
            '&' if rest.is_empty()
                || rest.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '#') =>
            {
                escaped.push_str("\\&");
            }
            '#' | '+' | '-' | '=' | '>' | '~' if at == 0 => escaped.extend(['\\', c]),
            '.' | ')' if marker == Some(at) => escaped.extend(['\\', c]),
            ' ' if at_end => reference(&mut escaped, c),
            _ if c.is_control() && c != '\0' => reference(&mut escaped, c),
            _ => escaped.push(c),
        }
        before = Some(c);
    }
    escaped
}

/// The place of the mark that would make a text the item of a numbered list where it begins a line:
/// the dot of `1. One`, the parenthesis of `2) Two`.
pub fn list_number(text: &str) -> Option<usize> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let marked = (1..=9).contains(&digits) && text[digits..].starts_with(['.', ')']);
    marked.then_some(digits)
}

fn is_word(c: Option<char>) -> bool {
    c.is_some_and(char::is_alphanumeric)
}

fn reference(escaped: &mut String, c: char) {
    escaped.push_str(&format!("&#{};", u32::from(c)));
}
