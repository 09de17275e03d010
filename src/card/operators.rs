//! The operators of a page (ISO 32000-1, annex A) as bytes, in as few of them as say it.

/// A content stream while it is written.
///
/// Glyphs and the room between them gather in one array; any other operator closes it.
#[derive(Default)]
pub(super) struct Operators {
    bytes: Vec<u8>,
    showing: Showing,
}

/// How far the array of glyphs that is being written has come.
#[derive(Default, PartialEq, Eq)]
enum Showing {
    #[default]
    Nothing,
    /// Between two strings.
    Array,
    /// In a string.
    Glyphs,
}

impl Operators {
    /// An operator without operands, or with operands that have been written already.
    pub fn operator(&mut self, name: &str) {
        self.close();
        self.bytes.extend_from_slice(name.as_bytes());
        self.bytes.push(b'\n');
    }

    /// An operator of numbers, each to so many places.
    pub fn numbers(&mut self, numbers: &[(f32, Places)], name: &str) {
        self.close();
        for (number, places) in numbers {
            write_number(&mut self.bytes, *number, *places);
            self.bytes.push(b' ');
        }
        self.operator(name);
    }

    /// Takes the font of a name at a size.
    pub fn font(&mut self, name: &str, size: f32) {
        self.close();
        self.bytes.push(b'/');
        self.bytes.extend_from_slice(name.as_bytes());
        self.bytes.push(b' ');
        self.numbers(&[(size, Places::Three)], "Tf");
    }

    /// Begins a span that says its text itself, in UTF-16 with a byte order mark.
    pub fn begin_span(&mut self, text: &str) {
        self.close();
        self.bytes.extend_from_slice(b"/Span<</ActualText<FEFF");
        for unit in text.encode_utf16() {
            self.bytes
                .extend_from_slice(format!("{unit:04X}").as_bytes());
        }
        self.bytes.extend_from_slice(b">>>");
        self.operator("BDC");
    }

    /// Shows the glyph of a number.
    pub fn glyph(&mut self, number: u16) {
        match self.showing {
            Showing::Nothing => self.bytes.extend_from_slice(b"[("),
            Showing::Array => self.bytes.push(b'('),
            Showing::Glyphs => {}
        }
        self.showing = Showing::Glyphs;
        for byte in number.to_be_bytes() {
            match byte {
                b'(' | b')' | b'\\' => self.bytes.extend_from_slice(&[b'\\', byte]),
                // A bare one would be read as a line feed.
                b'\r' => self.bytes.extend_from_slice(b"\\r"),
                _ => self.bytes.push(byte),
            }
        }
    }

    /// Moves the pen to the right before the next glyph, by thousandths of the type size.
    pub fn advance(&mut self, thousandths: f32) {
        match self.showing {
            Showing::Nothing => self.bytes.push(b'['),
            Showing::Array => self.bytes.push(b' '),
            Showing::Glyphs => self.bytes.push(b')'),
        }
        self.showing = Showing::Array;
        write_number(&mut self.bytes, -thousandths, Places::None);
    }

    fn close(&mut self) {
        match std::mem::take(&mut self.showing) {
            Showing::Nothing => return,
            Showing::Array => {}
            Showing::Glyphs => self.bytes.push(b')'),
        }
        self.bytes.extend_from_slice(b"]TJ\n");
    }

    /// All of it.
    pub fn bytes(mut self) -> Vec<u8> {
        self.close();
        self.bytes
    }
}

/// How many places a number has behind its point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Places {
    None,
    One,
    Two,
    Three,
}

impl Places {
    /// What a number is multiplied by to be whole.
    pub fn scale(self) -> i64 {
        [1, 10, 100, 1000][self as usize]
    }
}

/// Writes a number without what can be left out: a nought before the point, noughts at the end.
fn write_number(bytes: &mut Vec<u8>, number: f32, places: Places) {
    let scale = places.scale();
    let whole = (f64::from(number) * scale as f64).round() as i64;
    if whole < 0 {
        bytes.push(b'-');
    }
    let (before, mut behind) = (whole.abs() / scale, whole.abs() % scale);
    if before > 0 || behind == 0 {
        bytes.extend_from_slice(before.to_string().as_bytes());
    }
    if behind == 0 {
        return;
    }
    bytes.push(b'.');
    let mut unit = scale;
    while behind > 0 {
        unit /= 10;
        let digit = u8::try_from(behind / unit).unwrap_or(0);
        bytes.push(b'0' + digit);
        behind %= unit;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short_and_right() {
        let written = |number, places| {
            let mut bytes = Vec::new();
            write_number(&mut bytes, number, places);
            String::from_utf8(bytes).unwrap()
        };
        for (number, places, expected) in [
            (0.0, Places::Two, "0"),
            (-0.001, Places::Two, "0"),
            (0.5, Places::Two, ".5"),
            (-0.05, Places::Two, "-.05"),
            (12.0, Places::Three, "12"),
            (120.0, Places::None, "120"),
            (-12.345, Places::Three, "-12.345"),
            (12.3456, Places::One, "12.3"),
            (0.9996, Places::Three, "1"),
            (396.28, Places::Two, "396.28"),
        ] {
            assert_eq!(written(number, places), expected);
        }
    }

    #[test]
    fn glyphs_gather_until_another_operator_comes() {
        let mut page = Operators::default();
        page.operator("BT");
        page.glyph(1);
        page.glyph(u16::from(b'('));
        page.advance(-12.0);
        page.glyph(0x0d5c);
        page.operator("ET");
        assert_eq!(page.bytes(), b"BT\n[(\0\x01\0\\()12(\\r\\\\)]TJ\nET\n");
    }

    proptest::proptest! {
        /// What is written is read back by a reader of PDF as the same operators.
        #[test]
        fn a_reader_finds_the_same_glyphs_and_numbers(
            glyphs in proptest::collection::vec(proptest::prelude::any::<u16>(), 1..40),
            x in -900.0_f32..900.0,
        ) {
            let mut page = Operators::default();
            page.numbers(&[(x, Places::Two), (1.0, Places::Two)], "Td");
            for glyph in &glyphs {
                page.glyph(*glyph);
                page.advance(7.0);
            }
            let read = lopdf::content::Content::decode(&page.bytes()).unwrap().operations;
            let moved = read[0].operands[0].as_float().unwrap();
            proptest::prop_assert!((moved - x).abs() <= 0.0051);
            let array = read[1].operands[0].as_array().unwrap();
            let codes: Vec<u16> = array
                .iter()
                .filter_map(|object| object.as_str().ok())
                .map(|code| u16::from_be_bytes([code[0], code[1]]))
                .collect();
            proptest::prop_assert_eq!(codes, glyphs);
        }
    }
}
