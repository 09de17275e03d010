//! Words of a header that are not ASCII, as `=?utf-8?Q?Jos=C3=A9?=` (RFC 2047).

/// The longest encoded word, its marks included. RFC 2047 allows 75; a shorter one also fits on the
/// line of the header's name, so that none of them has to begin with an empty line.
const LONGEST: usize = 64;
const OPENING: &str = "=?utf-8?Q?";
const CLOSING: &str = "?=";

/// Whether a text has to be encoded: it is not printable ASCII, a reader would take it for encoded,
/// or a word of it is too long to be folded.
pub(super) fn is_needed(text: &str) -> bool {
    let is_plain = |c: char| c.is_ascii_graphic() || c == ' ';
    !text.chars().all(is_plain)
        || text.contains("=?")
        || text.split(' ').any(|word| word.len() > LONGEST)
}

/// A text as encoded words, each of whole characters; a space between two of them means nothing.
///
/// They part after a space of the text where there is one: some readers show a space more there.
pub(super) fn encode(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    for c in text.chars() {
        let one = encoded(c);
        if OPENING.len() + word.len() + one.len() + CLOSING.len() > LONGEST {
            let after_space = word.rfind('_').map_or(word.len(), |at| at + 1);
            let next = word.split_off(after_space);
            words.push(format!("{OPENING}{word}{CLOSING}"));
            word = next;
        }
        word.push_str(&one);
    }
    words.push(format!("{OPENING}{word}{CLOSING}"));
    words
}

/// A character by the rules of a phrase, which are the strictest (RFC 2047, section 5, rule 3).
fn encoded(c: char) -> String {
    match c {
        ' ' => "_".to_owned(),
        c if c.is_ascii_alphanumeric() || "!*+-/".contains(c) => c.to_string(),
        c => {
            let mut bytes = [0; 4];
            let bytes = c.encode_utf8(&mut bytes).bytes();
            bytes.map(|byte| format!("={byte:02X}")).collect()
        }
    }
}
