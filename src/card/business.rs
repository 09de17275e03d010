//! A business letter on one sheet: where sender, address, date and text stand, in the American way
//! or by the German standard.

use super::compose::SetLine;
use super::entries::entries;
use super::letter_body::Body;
use super::page::Line;
use super::pages::{Margin, Page, Pages, Rule};
use super::paper::MM;
use super::return_line::return_lines;
use super::rows::Rows;
use super::shape::Shaper;
use super::{CardError, Fonts, Lettering, Paper};
use crate::language::Language;
use crate::prose;

/// What stands on a business letter.
#[derive(Debug, Clone, Copy)]
pub struct Business<'a> {
    /// Who writes: the name, and the lines of the postal address.
    pub from: &'a [String],
    /// How else to reach them, such as a telephone number.
    pub contact: &'a [String],
    /// The name and the lines of the address that it goes to.
    pub to: &'a [String],
    /// The date, as it is to be read.
    pub date: Option<&'a str>,
    /// What it is about; only the German form has a place for it.
    pub subject: Option<&'a str>,
    /// The salutation, the text and the sign-off, in Markdown.
    pub body: &'a str,
}

/// The type sizes that are tried, in pt.
const SIZES: [f32; 4] = [11.5, 11.0, 10.5, 10.0];
/// The distance of baselines in ems.
const LEADING: f32 = 1.34;
/// What is left empty between the parts above the text of the American form, in lines.
const BLOCK_GAP: f32 = 1.3;
/// The part of the height that a short letter leaves free which goes above its date.
const ABOVE: f32 = 0.18;
/// The least size of an address in the window, in pt.
const LEAST: f32 = 8.0;
/// The size of the return address above it, at best and at least. DIN 5008 wants no type smaller.
const RETURN: (f32, f32) = (7.5, 6.0);

/// The American form: everything begins at the left margin of one inch. Unit: pt.
const US: Margin = Margin {
    side: 72.0,
    top: 68.0,
    bottom: 68.0,
};
/// DIN 5008 form B: 25 mm at the left; 30 mm at the right, where the standard wants at least 20,
/// for lines that the eye finds its way back from.
const DIN: Margin = Margin {
    side: 25.0 * MM,
    top: 20.0 * MM,
    bottom: 25.0 * MM,
};
const DIN_RIGHT: f32 = 30.0 * MM;
/// The window of DIN 5008 form B, from the upper left corner: 85 × 45 mm at 20 and 45 mm. Its upper
/// 17.7 mm are for the return address and the post's notes, the 27.3 mm below for the recipient.
const WINDOW: (f32, f32, f32, f32) = (20.0 * MM, 45.0 * MM, 85.0 * MM, 45.0 * MM);
const NOTES_ZONE: f32 = 17.7 * MM;
/// The block of information at the right of form B: 125 mm from the left, 50 mm from the top.
const INFORMATION: (f32, f32) = (125.0 * MM, 50.0 * MM);
/// What stays free at its right.
const INFORMATION_RIGHT: f32 = 10.0 * MM;
/// The baseline of the subject, below the window.
const SUBJECT: f32 = 103.4 * MM;
/// Where form B is folded, and where it is punched, from the top.
const MARKS: [f32; 3] = [105.0 * MM, 148.5 * MM, 210.0 * MM];

/// Typesets a business letter on one page: on US Letter in the American block form, on A4 by
/// DIN 5008 form B with the address where a window envelope shows it.
///
/// # Errors
///
/// [`CardError::TooLongForPage`] where it does not fit on one page, [`CardError::NoRoom`] where a
/// line of an address or the subject does not fit in its place, and [`CardError::NoGlyph`] where
/// no face has one of its characters.
pub fn typeset_business(
    letter: &Business<'_>,
    language: Language,
    fonts: &Fonts,
) -> Result<Pages, CardError> {
    let paper = Paper::for_language(language);
    let faces = fonts.chain(Lettering::EbGaramond);
    let mut shaper = Shaper::new(&faces);
    let mut over = 0;
    for size in SIZES {
        let mut sheet = Typewriter {
            shaper: &mut shaper,
            height: paper.height(),
            size,
            page: Page::default(),
        };
        let set = match paper {
            Paper::UsLetter => sheet.american(letter, paper)?,
            Paper::A4 => sheet.german(letter, paper)?,
        };
        match set {
            Ok(()) => {
                let page = sheet.page;
                return Ok(Pages {
                    paper,
                    margin: if paper == Paper::A4 { DIN } else { US },
                    type_size: size,
                    language,
                    pages: vec![page],
                    keeps_size: true,
                    faces,
                });
            }
            Err(words) => over = words,
        }
    }
    Err(CardError::TooLongForPage { words_over: over })
}

/// A page while it is written.
struct Typewriter<'a, 'f> {
    shaper: &'a mut Shaper<'f>,
    height: f32,
    size: f32,
    page: Page,
}

/// A result within one of another kind: how many words are too many.
type Fits = Result<(), usize>;

impl Typewriter<'_, '_> {
    fn american(&mut self, letter: &Business<'_>, paper: Paper) -> Result<Fits, CardError> {
        let line = self.size * LEADING;
        let column = paper.width() - 2.0 * US.side;
        let body = self.body(letter.body, column)?;
        let mut y = US.top + self.size;
        let above = [letter.from, letter.contact, letter.to].concat();
        let own = self.fitting(&above, column, self.size, LEAST)?;
        y = self.lines(letter.from, US.side, y, own, line)?;
        y = self.lines(letter.contact, US.side, y, own, line)?;
        let blocks = [letter.date.map(|_| 1), Some(letter.to.len())];
        let counted: usize = blocks.iter().flatten().sum();
        let needed = counted as f32 * line
            + blocks.iter().flatten().count() as f32 * BLOCK_GAP * line
            + BLOCK_GAP * line
            + body.height(line);
        let spare = (self.height - US.bottom - y - needed).max(0.0);
        y += BLOCK_GAP * line + spare * ABOVE;
        if let Some(date) = letter.date {
            self.say(date, US.side, y, self.size, false)?;
            y += (1.0 + BLOCK_GAP) * line;
        }
        y = self.lines(letter.to, US.side, y, own, line)?;
        y += BLOCK_GAP * line;
        Ok(self.set(body, US.side, y, self.height - US.bottom))
    }

    fn german(&mut self, letter: &Business<'_>, paper: Paper) -> Result<Fits, CardError> {
        let line = self.size * LEADING;
        let column = paper.width() - DIN.side - DIN_RIGHT;
        if let Some(name) = letter.from.first() {
            let size = self.fitting(&[name], column, 17.0, LEAST)?;
            self.say(name, DIN.side, DIN.top + 12.0, size, false)?;
        }
        // The return address in one line above the recipient's, as the window shows both.
        let (left, top, width, height) = WINDOW;
        let inside = left + width - DIN.side;
        if let Some((sender, small)) = self.return_line(letter.from, inside)? {
            self.say(&sender, DIN.side, top + NOTES_ZONE - 2.0 * MM, small, false)?;
        }
        let zone = height - NOTES_ZONE;
        let rows = letter.to.len().max(1) as f32;
        let largest = (zone / rows / 1.16).min(self.size);
        let size = self.fitting(letter.to, inside, largest, LEAST)?;
        let first = top + NOTES_ZONE + size;
        self.lines(letter.to, DIN.side, first, size, size * 1.16)?;
        let (x, y) = INFORMATION;
        let room = paper.width() - x - INFORMATION_RIGHT;
        let rest = self.folded(letter.from.get(1..).unwrap_or_default(), room / LEAST)?;
        let own = self.fitting(&rest, room, self.size * 0.9, LEAST)?;
        let own = self.fitting(letter.contact, room, own, LEAST)?;
        let mut y = self.lines(&rest, x, y + own, own, own * LEADING)?;
        y = self.lines(letter.contact, x, y, own, own * LEADING)?;
        if let Some(date) = letter.date {
            self.say(date, x, y + own * 0.5, own, false)?;
        }
        let mut y = SUBJECT;
        if let Some(subject) = letter.subject {
            // The outline of heavy letters is wider than they are.
            let size = self.fitting(&[subject], column * 0.96, self.size, LEAST)?;
            self.say(subject, DIN.side, y, size, true)?;
            y += 2.2 * line;
        }
        for mark in MARKS {
            self.page.rules.push(Rule {
                left: 5.0 * MM,
                right: 9.0 * MM,
                y: self.height - mark,
            });
        }
        let body = self.body(letter.body, column)?;
        Ok(self.set(body, DIN.side, y, self.height - DIN.bottom))
    }

    /// Lines of which those that are wider than `room`, in ems, go on in the next line.
    fn folded(&mut self, lines: &[String], room: f32) -> Result<Vec<String>, CardError> {
        let mut folded: Vec<String> = Vec::new();
        for line in lines {
            let shaped = self.shaper.passage(line)?;
            if shaped.advance_to(line.len()) <= room {
                folded.push(line.clone());
                continue;
            }
            let mut begun = 0;
            let spaces = line.match_indices(' ').map(|(at, _)| at);
            let mut fits = 0;
            for end in spaces.chain([line.len()]) {
                if shaped.advance_to(end) - shaped.advance_to(begun) > room && fits > begun {
                    folded.push(line[begun..fits].to_owned());
                    begun = fits + 1;
                }
                fits = end;
            }
            folded.push(line[begun..].to_owned());
        }
        Ok(folded)
    }

    /// The longest return address that has room, and its size; `None` where even the name has none.
    fn return_line(
        &mut self,
        from: &[String],
        room: f32,
    ) -> Result<Option<(String, f32)>, CardError> {
        for line in return_lines(from) {
            match self.fitting(&[&line], room, RETURN.0, RETURN.1) {
                Err(CardError::NoRoom { .. }) => {}
                fits => return fits.map(|size| Some((line, size))),
            }
        }
        Ok(None)
    }

    /// The largest size in which lines are no wider than a column, down to the smallest.
    fn fitting<S: AsRef<str>>(
        &mut self,
        lines: &[S],
        column: f32,
        largest: f32,
        smallest: f32,
    ) -> Result<f32, CardError> {
        let mut size = largest;
        for line in lines.iter().map(AsRef::as_ref) {
            let breadth = self.shaper.passage(line)?.advance_to(line.len());
            if breadth * smallest > column {
                let line = line.to_owned();
                return Err(CardError::NoRoom { line });
            }
            size = size.min(column / breadth.max(0.1));
        }
        // More lines than have room leave less than that for each.
        match lines.last() {
            Some(last) if size < smallest => Err(CardError::NoRoom {
                line: last.as_ref().to_owned(),
            }),
            _ => Ok(size),
        }
    }

    /// Lines from a baseline downwards; gives the next baseline.
    fn lines(
        &mut self,
        lines: &[String],
        x: f32,
        mut y: f32,
        size: f32,
        leading: f32,
    ) -> Result<f32, CardError> {
        for line in lines {
            self.say(line, x, y, size, false)?;
            y += leading;
        }
        Ok(y)
    }

    /// One line, `y` from the top of the page.
    fn say(
        &mut self,
        text: &str,
        x: f32,
        y: f32,
        size: f32,
        strong: bool,
    ) -> Result<(), CardError> {
        if text.is_empty() {
            return Ok(());
        }
        let shaped = self.shaper.passage(text)?;
        let line = SetLine {
            passage: 0,
            runs: self.shaper.line(&shaped, 0..text.len()),
            range: 0..text.len(),
            size,
            x,
            y,
        };
        let line = Line::assemble(&line, text, |_| strong, self.height, self.shaper);
        self.page.lines.push(line);
        Ok(())
    }

    /// Breaks the text into lines.
    fn body(&mut self, markdown: &str, column: f32) -> Result<Body, CardError> {
        let blocks = prose::parse(markdown);
        let sign_off = blocks.len().saturating_sub(1);
        let all = entries(&blocks);
        let signed = entries(&blocks[sign_off..]).len();
        let rows = Rows {
            entries: &all,
            shaper: self.shaper,
            size: self.size,
            column,
            cap_height: 0.0,
        };
        let rows = rows.all()?;
        Ok(Body {
            sign_off: all.len() - signed,
            entries: all,
            rows,
        })
    }

    /// Puts the text in its place, or says how many words are too many.
    fn set(&mut self, body: Body, x: f32, top: f32, bottom: f32) -> Fits {
        let line = self.size * LEADING;
        let over = top + body.height(line) - bottom;
        if over > 0.0 {
            let words: usize = body
                .entries
                .iter()
                .map(|entry| entry.text.split(' ').count())
                .sum();
            let per_line = words as f32 / body.rows.len().max(1) as f32;
            return Err((over / line * per_line).ceil().max(1.0) as usize);
        }
        let baselines = body.baselines(line);
        for (mut row, baseline) in body.rows.into_iter().zip(baselines) {
            if let Some(set) = &mut row.line {
                (set.x, set.y) = (set.x + x, top + baseline);
                let entry = &body.entries[row.entry];
                let text = &entry.text[set.range.clone()];
                let strong = |byte| entry.is_strong(byte);
                self.page
                    .lines
                    .push(Line::assemble(set, text, strong, self.height, self.shaper));
            }
        }
        Ok(())
    }
}
