//! The bytes of a `.vcf` file as logical lines: folding undone, and told whose version they are of.

/// A line before its text is decoded.
pub(super) type Line = Vec<u8>;

/// A card before its lines are read.
pub(super) struct RawCard {
    /// The lines between `BEGIN:VCARD` and `END:VCARD`.
    pub lines: Vec<Line>,
    /// The line of the file on which it begins, from 1, where it never ends.
    pub cut: Option<usize>,
}

/// The cards of a file.
///
/// A card that never ends goes as far as the next one; a last line without its line break was cut
/// too, and is no part of it. A card inside another (`AGENT`) is passed over.
pub(super) fn cards(bytes: &[u8]) -> Vec<RawCard> {
    let text = utf_16(bytes);
    let bytes = text.as_deref().map_or(bytes, str::as_bytes);
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let mut cards = Vec::new();
    let mut card: Vec<&[u8]> = Vec::new();
    let mut depth = 0_usize;
    let mut begins = 0_usize;
    for (at, line) in physical(bytes).enumerate() {
        let word = line.trim_ascii();
        if word.eq_ignore_ascii_case(b"BEGIN:VCARD") {
            // A card that was cut short ends where the next one begins: only `AGENT` holds another.
            let is_agent = card.last().is_some_and(|last| starts(last, b"AGENT"));
            if depth > 0 && !is_agent {
                cards.push(RawCard {
                    lines: unfolded(&card),
                    cut: Some(begins),
                });
                card.clear();
                depth = 0;
            }
            depth += 1;
            if depth == 1 {
                begins = at + 1;
            }
        } else if word.eq_ignore_ascii_case(b"END:VCARD") {
            depth = depth.saturating_sub(1);
            if depth == 0 && !card.is_empty() {
                cards.push(RawCard {
                    lines: unfolded(&card),
                    cut: None,
                });
                card.clear();
            }
        } else if depth == 1 {
            card.push(line);
        }
    }
    if depth > 0 {
        // Behind a line break there is an empty line, which says nothing either.
        card.pop();
        cards.push(RawCard {
            lines: unfolded(&card),
            cut: Some(begins),
        });
    }
    cards
}

/// A file in UTF-16, as Windows' address book and old Macs write it: told by its mark, or by the
/// zero byte beside its first letter.
fn utf_16(bytes: &[u8]) -> Option<String> {
    let by_letter = match bytes {
        [0, 1..=255, ..] => Some(encoding_rs::UTF_16BE),
        [1..=255, 0, ..] => Some(encoding_rs::UTF_16LE),
        _ => None,
    };
    let by_mark = encoding_rs::Encoding::for_bom(bytes).map(|(encoding, _)| encoding);
    let encoding = by_mark.or(by_letter)?;
    (encoding != encoding_rs::UTF_8).then(|| encoding.decode(bytes).0.into_owned())
}

/// Lines as they stand in the file, whichever way they end.
fn physical(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    let lines = bytes.split(|byte| *byte == b'\n');
    lines
        .map(|line| line.strip_suffix(b"\r").unwrap_or(line))
        .flat_map(|line| line.split(|byte| *byte == b'\r'))
}

fn starts(line: &[u8], name: &[u8]) -> bool {
    let head = line.get(..name.len());
    head.is_some_and(|head| head.eq_ignore_ascii_case(name))
}

/// Joins the lines that were folded. This is done to bytes, since a fold may part a character.
fn unfolded(card: &[&[u8]]) -> Vec<Line> {
    let is_old = card.iter().any(|line| starts(line, b"VERSION:2"));
    let mut lines: Vec<Line> = Vec::new();
    let mut open = false;
    for line in card {
        let Some(last) = lines.last_mut() else {
            lines.push(line.to_vec());
            open = is_soft(line);
            continue;
        };
        if open {
            // A soft line break of quoted-printable: the mark goes, the next line is text.
            last.pop();
            last.extend_from_slice(line);
            open = line.ends_with(b"=");
            continue;
        }
        match line.split_first() {
            Some((b' ' | b'\t', rest)) => {
                // Version 2.1 folds before a space, later ones put a space in (RFC 2425, 5.8.1).
                if is_old && !is_base_64(last) {
                    last.push(b' ');
                }
                last.extend_from_slice(rest);
            }
            _ => lines.push(line.to_vec()),
        }
        open = lines.last().is_some_and(|last| is_soft(last));
    }
    lines
}

/// Whether a line ends in a soft line break of quoted-printable.
fn is_soft(line: &[u8]) -> bool {
    line.ends_with(b"=") && says(line, b"QUOTED-PRINTABLE")
}

fn is_base_64(line: &[u8]) -> bool {
    says(line, b"BASE64") || says(line, b"ENCODING=B")
}

/// Whether the parameters of a line say something.
fn says(line: &[u8], what: &[u8]) -> bool {
    let head = line.split(|byte| *byte == b':').next().unwrap_or_default();
    head.windows(what.len())
        .any(|part| part.eq_ignore_ascii_case(what))
}
