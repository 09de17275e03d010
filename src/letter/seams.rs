//! Where a value of the notes meets the words around it: no doubled mark, no doubled space.

use crate::prose;
use crate::theme::ends_sentence;
use crate::theme::marks::{VALUE, VALUE_END};

/// Takes the marks of values out of rendered text, and the seams with them.
///
/// Only the theme's own words give way: a full stop after a value that ends in one (`Inc.`, a
/// quoted sentence) goes, as do spaces that double. What a value says stays as it is, but for a
/// comma that it ends in before another mark.
pub(super) fn close(text: &str) -> String {
    let mut closed = String::with_capacity(text.len());
    let mut depth = 0_usize;
    // Where a value ended just before this place.
    let mut after_value = false;
    for c in text.chars() {
        match c {
            VALUE => depth += 1,
            VALUE_END => {
                depth = depth.saturating_sub(1);
                after_value = true;
            }
            _ if depth > 0 => {
                closed.push(c);
                after_value = false;
            }
            c if c.is_ascii_whitespace() => {
                if !closed.is_empty() && !closed.ends_with(' ') {
                    closed.push(' ');
                }
                after_value = false;
            }
            '.' if after_value && ends_sentence(&closed) => after_value = false,
            '.' | ',' | ';' | ':' | '!' | '?' => {
                if after_value && closed.ends_with(',') {
                    closed.pop();
                }
                if closed.ends_with(' ') {
                    closed.pop();
                }
                closed.push(c);
                after_value = false;
            }
            c => {
                closed.push(c);
                after_value = false;
            }
        }
    }
    closed.truncate(closed.trim_end_matches(' ').len());
    closed
}

/// Keeps digits at the start of a paragraph from becoming the number of a list.
pub(super) fn guard(markdown: &str) -> String {
    match prose::list_number(markdown) {
        Some(mark) => format!("{}\\{}", &markdown[..mark], &markdown[mark..]),
        None => markdown.to_owned(),
    }
}
