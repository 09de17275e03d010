//! Text of any length and script in lines of 76 ASCII characters (RFC 2045, section 6.7).

/// How long a line may be, the mark of a soft line break included.
const WIDTH: usize = 76;

/// Encodes lines that end in `\n` as lines that end in CRLF; each line stays one when it is decoded.
///
/// Never writes `=_`, so that a boundary which begins so stands nowhere in it.
pub(super) fn encode(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len() + text.len() / 8);
    for line in text.split_inclusive('\n') {
        let words = line.strip_suffix('\n').unwrap_or(line);
        let mut width = 0;
        let mut rest = words.chars().peekable();
        while let Some(c) = rest.next() {
            let is_last = rest.peek().is_none();
            let one = character(c, is_last);
            // The last character may stand where a soft line break would.
            if width + one.len() + usize::from(!is_last) > WIDTH {
                encoded.push_str("=\r\n");
                width = 0;
            }
            width += one.len();
            encoded.push_str(&one);
        }
        if words.len() < line.len() {
            encoded.push_str("\r\n");
        }
    }
    encoded
}

/// A character; a space at the end of a line is encoded, since servers take it away.
fn character(c: char, is_last: bool) -> String {
    match c {
        ' ' | '\t' if !is_last => c.to_string(),
        '!'..='~' if c != '=' => c.to_string(),
        c => {
            let mut bytes = [0; 4];
            let bytes = c.encode_utf8(&mut bytes).bytes();
            bytes.map(|byte| format!("={byte:02X}")).collect()
        }
    }
}
