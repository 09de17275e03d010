//! Lines of a header, folded.

use super::encoded_word;

/// How long a line should be at most, without its line break (RFC 5322, section 2.1.1); lines with
/// encoded words may not be longer than 76 (RFC 2047, section 2).
const WIDTH: usize = 76;

/// A line of the header with its line break; lines after the first begin with a space.
pub(super) fn line(name: &str, words: &[String]) -> String {
    let mut text = format!("{name}:");
    let mut width = text.len();
    for (place, word) in words.iter().enumerate() {
        if place > 0 && width + 1 + word.len() > WIDTH {
            text.push_str("\r\n");
            width = 0;
        }
        text.push(' ');
        text.push_str(word);
        width += 1 + word.len();
    }
    text + "\r\n"
}

/// The words of a text such as a subject: as they are, or encoded where they are not ASCII.
pub(super) fn words(text: &str) -> Vec<String> {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if encoded_word::is_needed(&text) {
        encoded_word::encode(&text)
    } else {
        text.split(' ').map(str::to_owned).collect()
    }
}
