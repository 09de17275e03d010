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
        let mut start = encoded.len();
        let mut rest = words.chars().peekable();
        while let Some(c) = rest.next() {
            let is_last = rest.peek().is_none();
            let before = encoded.len();
            write(&mut encoded, c, is_last);
            // The last character may stand where a soft line break would.
            if encoded.len() - start + usize::from(!is_last) > WIDTH {
                encoded.insert_str(before, "=\r\n");
                start = before + 3;
            }
        }
        if words.len() < line.len() {
            encoded.push_str("\r\n");
        }
    }
    encoded
}

/// Writes a character; a space at the end of a line is encoded, since servers take it away.
fn write(encoded: &mut String, c: char, is_last: bool) {
    match c {
        ' ' | '\t' if !is_last => encoded.push(c),
        '!'..='~' if c != '=' => encoded.push(c),
        c => {
            let mut bytes = [0; 4];
            for byte in c.encode_utf8(&mut bytes).bytes() {
                encoded.push_str(&format!("={byte:02X}"));
            }
        }
    }
}
