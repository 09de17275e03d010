//! Addresses on envelopes and labels, where the post's machines look for them.
//!
//! They are set in the book face, not in the card's hand: a machine that misreads one costs days,
//! and the letter is judged by when it comes.

use super::StationeryError;
use super::envelope::{Envelope, Post};
use super::figures::{INCH, MM};
use crate::card::{Align, Block, Fonts, Ink, Inscription, Lettering};

/// The face of addresses.
const FACE: Lettering = Lettering::EbGaramond;
/// The distance of baselines in ems.
const LEADING: f32 = 1.28;
/// The type size of the recipient's address, at best and at least: 10 pt is what the posts ask for.
const RECIPIENT: (f32, f32) = (14.0, 10.0);
/// The type size of the return address, likewise.
const SENDER: (f32, f32) = (9.5, 7.5);
/// The type size of a label, likewise.
const LABEL: (f32, f32) = (11.5, 7.0);
/// How far the return address stands from the edges: printers reach that far.
const CORNER: f32 = 0.36 * INCH;
/// What stays white at the edges of a label, since labels shift in the printer.
const LABEL_EDGE: f32 = 0.11 * INCH;
/// By how much the type grows smaller at a time. Unit: pt.
const STEP: f32 = 0.5;
/// The height of a line above its baseline, and below, in ems: accents on capitals counted.
const RISE: f32 = 0.98;
const DROP: f32 = 0.32;

/// A box for lines of text. Unit: pt, from the lower left corner of the paper.
struct Field {
    left: f32,
    right: f32,
    bottom: f32,
    top: f32,
    /// Where lines begin if they are short enough.
    begin: f32,
    /// The height at which the middle of the lines is best.
    middle: f32,
}

/// The lines of an address: the name, unless it is the first line already, and the rest.
pub fn address_lines(name: &str, address: &str) -> Vec<String> {
    let mut lines: Vec<String> = address.lines().map(str::trim).map(str::to_owned).collect();
    lines.retain(|line| !line.is_empty());
    let named = lines
        .first()
        .is_some_and(|line| line.to_lowercase() == name.to_lowercase());
    if !named {
        lines.insert(0, name.to_owned());
    }
    lines
}

/// The face of an envelope: the return address in the upper left corner, the recipient where the
/// post looks for it.
///
/// # Errors
///
/// [`StationeryError::AddressTooLong`] where a line or all of them have no room, and
/// [`StationeryError::Card`] where no face has one of their characters.
pub fn envelope_face(
    envelope: &Envelope,
    post: Post,
    to: &[String],
    from: &[String],
    fonts: &Fonts,
) -> Result<Block, StationeryError> {
    let recipient = recipient_field(envelope, post);
    let (width, height) = envelope.size;
    let sender = Field {
        left: CORNER,
        right: width * 0.5,
        bottom: recipient.top,
        top: height - CORNER,
        begin: CORNER,
        middle: height,
    };
    let mut lines = set(from, &sender, SENDER, fonts)?;
    lines.append(&mut set(to, &recipient, RECIPIENT, fonts)?);
    Ok(Block::set(envelope.size, &lines, FACE, Ink::BLACK, fonts)?)
}

/// A label of some size.
///
/// # Errors
///
/// As of [`envelope_face`].
pub fn label(size: (f32, f32), to: &[String], fonts: &Fonts) -> Result<Block, StationeryError> {
    let field = Field {
        left: LABEL_EDGE,
        right: size.0 - LABEL_EDGE,
        bottom: LABEL_EDGE,
        top: size.1 - LABEL_EDGE,
        begin: LABEL_EDGE * 1.6,
        middle: size.1 / 2.0,
    };
    let lines = set(to, &field, LABEL, fonts)?;
    Ok(Block::set(size, &lines, FACE, Ink::BLACK, fonts)?)
}

/// Where the recipient's address may stand.
///
/// United States: the machines read from ½ in off the sides, and between ⅝ and 2¾ in from the
/// bottom; the bottom ⅝ in are for the barcode (USPS, Domestic Mail Manual 202). Germany: 15 mm at
/// the left, the right and the bottom and 40 mm at the top stay clear (Deutsche Post); there and
/// in Britain the address stands in the right half.
fn recipient_field(envelope: &Envelope, post: Post) -> Field {
    let (width, height) = envelope.size;
    match post {
        Post::NorthAmerican => Field {
            left: 0.5 * INCH,
            right: width - 0.5 * INCH,
            bottom: 0.625 * INCH,
            top: 2.75 * INCH,
            begin: width * 0.42,
            middle: height * 0.4,
        },
        Post::European => Field {
            left: 15.0 * MM,
            right: width - 15.0 * MM,
            bottom: 15.0 * MM,
            top: height - 40.0 * MM,
            begin: width * 0.5,
            middle: height * 0.38,
        },
    }
}

/// Sets lines in a field, in the largest type that has room.
fn set(
    lines: &[String],
    field: &Field,
    (largest, smallest): (f32, f32),
    fonts: &Fonts,
) -> Result<Vec<Inscription>, StationeryError> {
    let mut widest = (0.0, "");
    for line in lines {
        let breadth = Block::breadth(line, FACE, fonts)?;
        if breadth > widest.0 {
            widest = (breadth, line);
        }
    }
    let count = lines.len().saturating_sub(1) as f32;
    let height = |size: f32| (count * LEADING + RISE + DROP) * size;
    let mut size = largest;
    // Type grows smaller before an address leaves its usual place, and leaves that before it is
    // refused.
    while size > smallest
        && (widest.0 * size > field.right - field.begin || height(size) > field.top - field.bottom)
    {
        size -= STEP;
    }
    let wide = widest.0 * size;
    if wide > field.right - field.left {
        return Err(StationeryError::AddressTooLong {
            line: widest.1.to_owned(),
        });
    }
    let room = field.top - field.bottom;
    if height(size) > room {
        let most = ((room / size - RISE - DROP) / LEADING).floor().max(0.0) as usize + 1;
        return Err(StationeryError::AddressTooTall {
            lines: lines.len(),
            most,
        });
    }
    let x = field.begin.min(field.right - wide).max(field.left);
    let highest = field.top - RISE * size;
    let lowest = field.bottom + height(size) - RISE * size;
    let first = field.middle + height(size) / 2.0 - RISE * size;
    let first = first.min(highest).max(lowest);
    let inscription = |(place, text): (usize, &String)| Inscription {
        text: text.clone(),
        x,
        baseline: first - place as f32 * LEADING * size,
        size,
        align: Align::Left,
    };
    Ok(lines.iter().enumerate().map(inscription).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<String> {
        text.lines().map(str::to_owned).collect()
    }

    const FROM: &str = "Amara Okafor\n1420 W Lake St, Apt 3\nChicago, IL 60607";

    fn addresses() -> [Vec<String>; 4] {
        [
            lines(
                "Dr. Katherine O'Neill-Vásquez\nNorthwind Robotics\n400 N Morgan St\nChicago, IL 60642",
            ),
            lines("Jo\n1 A"),
            lines(
                "María-José Ñíguez de la Fuente-Echeverría\nDepartment of Extraordinarily Long Names\nBuilding 7\nFloor 4\n12 Rathausstraße\n10178 Berlin\nGermany",
            ),
            lines("Trần Hưng Đạo\nΑθήνα\nДмитрий"),
        ]
    }

    #[test]
    fn addresses_stand_where_the_posts_look_for_them() {
        for envelope in Envelope::all() {
            for to in addresses() {
                let post = envelope.post;
                let block =
                    envelope_face(envelope, post, &to, &lines(FROM), Fonts::built_in()).unwrap();
                let (width, height) = envelope.size;
                // Left, right, bottom, top of where the recipient may stand, from the posts' leaflets.
                let (left, right, bottom, top) = match post {
                    Post::NorthAmerican => (36.0, width - 36.0, 45.0, 198.0),
                    Post::European => (42.5, width - 42.5, 42.5, height - 113.3),
                };
                let (sender, recipient) = block.lines.split_at(3);
                assert_eq!(recipient.len(), to.len());
                for ink in recipient.iter().flat_map(boxes) {
                    assert!(ink.0 >= left && ink.1 <= right, "{} {ink:?}", envelope.name);
                    assert!(ink.2 >= bottom && ink.3 <= top, "{} {ink:?}", envelope.name);
                }
                for ink in sender.iter().flat_map(boxes) {
                    assert!(ink.0 >= 18.0 && ink.3 <= height - 18.0, "{ink:?}");
                    assert!(ink.2 >= top - 1.0, "outside of what is read: {ink:?}");
                }
            }
        }
    }

    /// Left, right, bottom, top of the ink of a line.
    fn boxes(line: &crate::card::Line) -> Vec<(f32, f32, f32, f32)> {
        let glyphs = line.runs.iter().flat_map(|run| &run.glyphs);
        let ink = glyphs.filter_map(|glyph| glyph.ink);
        ink.map(|ink| (ink.left, ink.right, ink.bottom, ink.top))
            .collect()
    }

    #[test]
    fn a_label_holds_its_address_or_says_why_not() {
        for to in &addresses()[..2] {
            let block = label((189.0, 72.0), to, Fonts::built_in()).unwrap();
            for ink in block.ink_boxes() {
                assert!(ink.left > 7.0 && ink.right < 182.0 && ink.bottom > 7.0 && ink.top < 65.0);
            }
        }
        let long = lines(&"W".repeat(60));
        let error = label((189.0, 72.0), &long, Fonts::built_in()).unwrap_err();
        assert!(
            matches!(error, StationeryError::AddressTooLong { .. }),
            "{error}"
        );
        let many = lines(&"a\n".repeat(12));
        let error = label((189.0, 72.0), &many, Fonts::built_in()).unwrap_err();
        let StationeryError::AddressTooTall { lines: 12, most } = error else {
            panic!("{error}");
        };
        assert!(label((189.0, 72.0), &many[..most], Fonts::built_in()).is_ok());
        assert!(label((189.0, 72.0), &many[..=most], Fonts::built_in()).is_err());
    }

    #[test]
    fn a_name_is_not_said_twice() {
        assert_eq!(
            address_lines("Jo Lee", "1 High St\nYork"),
            ["Jo Lee", "1 High St", "York"]
        );
        assert_eq!(
            address_lines("Jo Lee", "JO LEE\n1 High St"),
            ["JO LEE", "1 High St"]
        );
    }
}
