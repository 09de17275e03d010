use super::CardError;

/// Ink that is lighter has less than twice the contrast with white paper, by the reckoning of WCAG 2
/// (1.4.3); orange is still read, and yellow is not.
const PALE: f32 = 0.475;

/// The colour that a card is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ink {
    /// Red, 0 to 255.
    pub red: u8,
    /// Green, 0 to 255.
    pub green: u8,
    /// Blue, 0 to 255.
    pub blue: u8,
}

impl Ink {
    /// The colour of iron-gall ink as it dries; the default.
    pub const BLUE_BLACK: Self = Self::rgb(0x1c, 0x2b, 0x4e);

    /// The black of print.
    pub const BLACK: Self = Self::rgb(0x14, 0x14, 0x16);

    /// The inks that have a name, as they are listed to the user.
    pub const NAMED: [(&'static str, Self); 4] = [
        ("blue-black", Self::BLUE_BLACK),
        ("blue", Self::rgb(0x1f, 0x46, 0x9c)),
        ("black", Self::BLACK),
        ("sepia", Self::rgb(0x5c, 0x3d, 0x24)),
    ];

    /// An ink by its parts, each 0 to 255.
    pub const fn rgb(red: u8, green: u8, blue: u8) -> Self {
        Self { red, green, blue }
    }

    /// Reads a name, or `#rrggbb` in hexadecimal.
    ///
    /// # Errors
    ///
    /// [`CardError::UnknownInk`] lists the names that exist; [`CardError::PaleInk`] for one that
    /// nobody could read.
    pub fn parse(text: &str) -> Result<Self, CardError> {
        let text = text.trim();
        let named = Self::NAMED
            .iter()
            .find(|(name, _)| name.eq_ignore_ascii_case(text));
        let ink = named
            .map(|(_, ink)| *ink)
            .or_else(|| hexadecimal(text))
            .ok_or_else(|| CardError::UnknownInk {
                name: text.to_owned(),
            })?;
        if ink.luminance() > PALE {
            return Err(CardError::PaleInk {
                name: text.to_owned(),
            });
        }
        Ok(ink)
    }

    /// How light it is, from 0 (black) to 1 (white): the relative luminance of WCAG 2.
    fn luminance(self) -> f32 {
        let part = |value: u8| {
            let value = f32::from(value) / 255.0;
            if value <= 0.04045 {
                value / 12.92
            } else {
                ((value + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * part(self.red) + 0.7152 * part(self.green) + 0.0722 * part(self.blue)
    }
}

impl Default for Ink {
    fn default() -> Self {
        Self::BLUE_BLACK
    }
}

fn hexadecimal(text: &str) -> Option<Ink> {
    let digits = text.strip_prefix('#')?;
    // `from_str_radix` would take a sign, as in `#+1f469`.
    if digits.len() != 6 || !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    let [_, red, green, blue] = u32::from_str_radix(digits, 16).ok()?.to_be_bytes();
    Some(Ink::rgb(red, green, blue))
}
