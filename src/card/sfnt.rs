//! The outermost layer of a font file: which kind it is, and where its tables are.

use std::collections::BTreeSet;

/// What the first four bytes of a file say that it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Container {
    /// TrueType or OpenType, one face.
    Font,
    /// Several faces in one file, `.ttc` or `.otc`.
    Collection,
    /// A font that is packed for the web, `.woff` or `.woff2`.
    Web,
    /// Anything else.
    Other,
}

impl Container {
    pub fn of(bytes: &[u8]) -> Self {
        match bytes.get(..4) {
            Some([0, 1, 0, 0] | b"true" | b"OTTO") => Self::Font,
            Some(b"ttcf") => Self::Collection,
            Some(b"wOFF" | b"wOF2") => Self::Web,
            _ => Self::Other,
        }
    }
}

/// The bytes of a table of a font, or of the first one of a collection.
///
/// Layout: OpenType specification 1.9, "Organization of an OpenType Font".
pub(super) fn table<'b>(bytes: &'b [u8], tag: &[u8; 4]) -> Option<&'b [u8]> {
    let start = match Container::of(bytes) {
        Container::Font => 0,
        Container::Collection => long(bytes, 12)?,
        Container::Web | Container::Other => return None,
    };
    let count = usize::from(short(bytes, start.checked_add(4)?)?);
    let mut records = (0..count).map_while(|number| {
        let at = start.checked_add(12 + 16 * number)?;
        bytes.get(at..at.checked_add(16)?)
    });
    let record = records.find(|record| record.starts_with(tag))?;
    let (offset, length) = (long(record, 8)?, long(record, 12)?);
    bytes.get(offset..offset.checked_add(length)?)
}

/// The `fsType` of a font: what its maker allows to be done with it when it is embedded. 0, which
/// allows everything, where it does not say.
pub(super) fn fs_type(bytes: &[u8]) -> u16 {
    table(bytes, b"OS/2")
        .and_then(|table| short(table, 8))
        .unwrap_or(0)
}

/// Whether the names of a font end where their table's offsets can reach: the sums of what a damaged
/// font says are more than two bytes hold, which the subsetter does not look out for.
pub(super) fn has_sound_names(bytes: &[u8]) -> bool {
    let Some(table) = table(bytes, b"name") else {
        return true;
    };
    let count = usize::from(short(table, 2).unwrap_or(0));
    let records = (0..count).map_while(|number| {
        let at = 6 + 12 * number;
        Some((short(table, at + 8)?, short(table, at + 10)?))
    });
    let strings: BTreeSet<(u16, u16)> = records.collect();
    let end = |(length, offset): &(u16, u16)| offset.checked_add(*length);
    let all: usize = strings.iter().map(|(length, _)| usize::from(*length)).sum();
    strings.iter().all(|string| end(string).is_some()) && all <= usize::from(u16::MAX)
}

fn short(bytes: &[u8], at: usize) -> Option<u16> {
    let two = bytes.get(at..at.checked_add(2)?)?;
    Some(u16::from_be_bytes(two.try_into().ok()?))
}

fn long(bytes: &[u8], at: usize) -> Option<usize> {
    let four = bytes.get(at..at.checked_add(4)?)?;
    usize::try_from(u32::from_be_bytes(four.try_into().ok()?)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const CAVEAT: &[u8] = include_bytes!("../../fonts/caveat/Caveat-Regular.ttf");

    #[test]
    fn a_table_is_found_by_its_tag_and_nothing_is_read_beyond_the_file() {
        let head = table(CAVEAT, b"head");
        // The magic number that every `head` has.
        assert_eq!(head.and_then(|head| long(head, 12)), Some(0x5f0f_3cf5));
        assert_eq!(table(CAVEAT, b"CFF "), None);
        assert_eq!(fs_type(CAVEAT), 0);
        assert!(has_sound_names(CAVEAT));
        for end in 0..4_000 {
            assert_eq!(table(&CAVEAT[..end], b"glyf"), None);
        }
        assert!(table(CAVEAT, b"glyf").is_some());
    }

    #[test]
    fn the_first_face_of_a_collection_is_read() {
        let mut collection = b"ttcf\0\x01\0\0\0\0\0\x01\0\0\0\x10".to_vec();
        let mut face = CAVEAT.to_vec();
        // Offsets count from the beginning of the file, so that each moves by the new header.
        for number in 0..usize::from(short(&face, 4).unwrap_or(0)) {
            let at = 12 + 16 * number + 8;
            let moved = (long(&face, at).unwrap_or(0) + 16) as u32;
            face[at..at + 4].copy_from_slice(&moved.to_be_bytes());
        }
        collection.extend(face);
        assert_eq!(table(&collection, b"head"), table(CAVEAT, b"head"));
        assert_eq!(
            table(b"ttcf\0\x01\0\0\0\0\0\x01\xff\xff\xff\xff", b"head"),
            None
        );
    }
}
