//! The entries of a document as rows: lines of text and rules to write on, each as high as it is,
//! before they are divided among pages.

use std::collections::BTreeMap;
use std::ops::Range;

use super::CardError;
use super::breaks::Segment;
use super::broken::{Broken, Cuts, Inset};
use super::compose::{SetLine, line_ink};
use super::entries::{Entry, Part};
use super::lines::{best, width};
use super::paper::MM;
use super::shape::{Ink, Shaped, Shaper};

/// A line of text, or a rule, or a rule after a line.
pub(super) struct Row {
    /// The place of its entry in the document.
    pub entry: usize,
    /// The line; where its pen begins is counted from the left margin, its baseline is not yet
    /// known.
    pub line: Option<SetLine>,
    /// Where its rule begins and ends, counted from the left margin.
    pub rule: Option<Range<f32>>,
    /// The type size.
    pub size: f32,
    /// What it takes above and below its baseline.
    pub rise: f32,
    pub drop: f32,
}

/// The distance of a rule from what stands above it: a little more than wide-ruled paper has
/// (8.7 mm), so that 8 mm are left below the letters of a line.
pub(super) const WRITING: f32 = 9.0 * MM;
/// The same where the words before the rule begin a line higher up: as college-ruled paper, since a
/// sentence should not fall apart.
pub(super) const WRITING_WITHIN: f32 = 7.1 * MM;
/// How far a rule stands below the baseline of the words before it. Unit: pt.
const RULE_DROP: f32 = 1.5;
/// The room between words and the rule after them, in ems.
const BEFORE_RULE: f32 = 0.35;
/// A place to write on that would be shorter than this goes to the next line.
const SHORTEST_RULE: f32 = 30.0 * MM;
/// The part of the column that lists in lists may take: with numbers of nine digits, eight of them
/// would leave nothing to write in.
const MOST_INDENT: f32 = 0.4;
/// How often a line is given less room because its letters came out wider at its end.
const RETRIES: usize = 12;
/// By how much less, in ems, the first time; more each time, so that other letters end the lines.
const STEP: f32 = 0.02;

impl Row {
    /// How far its rule stands below its baseline.
    pub fn rule_drop(&self) -> f32 {
        if self.line.is_some() { RULE_DROP } else { 0.0 }
    }
}

/// Makes rows.
pub(super) struct Rows<'a, 'f> {
    pub entries: &'a [Entry],
    pub shaper: &'a mut Shaper<'f>,
    /// The type size of the text.
    pub size: f32,
    /// The width between the margins.
    pub column: f32,
    /// The height of capitals in ems of the wanted face.
    pub cap_height: f32,
}

impl Rows<'_, '_> {
    /// Every row, in reading order.
    pub fn all(mut self) -> Result<Vec<Row>, CardError> {
        let mut indents = BTreeMap::from([("", 0.0)]);
        let mut rows = Vec::new();
        for (place, entry) in self.entries.iter().enumerate() {
            let indent: f32 = match indents.get(entry.under.as_str()) {
                Some(indent) => *indent,
                None => {
                    let marks = self.shaper.passage(&entry.under)?;
                    let ems = marks.advance_to(entry.under.len()) + entry.tracking_of_marks();
                    *indents.entry(&entry.under).or_insert(ems * self.size)
                }
            };
            let indent = indent.min(self.column * MOST_INDENT);
            self.push_entry(&mut rows, place, indent)?;
        }
        Ok(rows)
    }

    fn push_entry(
        &mut self,
        rows: &mut Vec<Row>,
        place: usize,
        indent: f32,
    ) -> Result<(), CardError> {
        let entry = &self.entries[place];
        let size = self.size * scale(entry.part);
        let mut rule_from = indent;
        let mut rule_row = entry.blank;
        if !entry.text.is_empty() {
            let mut shaped = self.shaper.passage(&entry.text)?;
            entry.track_cells(&mut shaped.cells);
            let (lines, end) = self.lines(place, &shaped, size, indent);
            let first = rows.len();
            rows.extend(lines.into_iter().map(|line| self.row_of(line)));
            let from = end + BEFORE_RULE * size;
            if entry.blank && self.column - from >= SHORTEST_RULE {
                rule_row = false;
                if let Some(last) = rows[first..].last_mut() {
                    last.rule = Some(from..self.column);
                    last.drop = last.drop.max(last.rule_drop());
                }
            }
            rule_from += shaped.advance_to(entry.hang) * size;
        }
        if rule_row {
            rows.push(Row {
                entry: place,
                line: None,
                rule: Some(rule_from..self.column),
                size,
                rise: WRITING,
                drop: 0.0,
            });
        }
        Ok(())
    }

    /// The lines of an entry's words, and where the last one ends.
    fn lines(
        &mut self,
        place: usize,
        shaped: &Shaped<'_>,
        size: f32,
        indent: f32,
    ) -> (Vec<SetLine>, f32) {
        let cuts = Cuts::new(shaped);
        let inset = Inset {
            em: size,
            indent: indent / size,
            hang: self.entries[place].hang,
            opening: 0.0,
        };
        let mut reserve = 0.0;
        let mut tries = 0;
        loop {
            let broken = Broken::new(inset, &cuts, self.column - reserve, best);
            let (lines, end) = self.set(place, shaped, size, &broken);
            let over = lines.iter().filter_map(|line| {
                let ink = line_ink(line, self.shaper)?;
                Some(line.x + ink.right - self.column)
            });
            let over = over.fold(0.0, f32::max);
            tries += 1;
            if over <= 0.001 || tries == RETRIES {
                return (lines, end);
            }
            reserve += over + STEP * size * tries as f32;
        }
    }

    fn set(
        &mut self,
        place: usize,
        shaped: &Shaped<'_>,
        size: f32,
        broken: &Broken<'_>,
    ) -> (Vec<SetLine>, f32) {
        let segments: &[Segment] = broken.segments;
        let mut end = broken.indent;
        let mut lines = Vec::with_capacity(broken.lines.len());
        for (number, line) in broken.lines.iter().enumerate() {
            let first = segments[line.start];
            let hang = if number == 0 { 0.0 } else { broken.hang };
            let left = broken.indent + hang;
            end = left + width(segments, line.start, line.end) * size;
            let range = first.start..segments[line.end - 1].end;
            let mut runs = self.shaper.line(shaped, range.clone());
            self.entries[place].track_runs(&mut runs, self.shaper);
            let mut line = SetLine {
                passage: place,
                runs,
                range,
                size,
                x: left + first.left * size,
                y: 0.0,
            };
            // A letter may stand out further at the beginning of a line than in its midst.
            if let Some(ink) = line_ink(&line, self.shaper) {
                line.x = line.x.max(-ink.left);
            }
            lines.push(line);
        }
        (lines, end)
    }

    fn row_of(&self, line: SetLine) -> Row {
        let ink = line_ink(&line, self.shaper).unwrap_or(Ink {
            left: 0.0,
            bottom: 0.0,
            right: 0.0,
            top: 0.0,
        });
        Row {
            entry: line.passage,
            size: line.size,
            rise: ink.top.max(self.cap_height * line.size),
            drop: -ink.bottom.min(0.0),
            rule: None,
            line: Some(line),
        }
    }
}

/// The type size of a part of a document, where the text's is 1.
fn scale(part: Part) -> f32 {
    match part {
        Part::Title => 2.0,
        Part::Section => 1.25,
        Part::Subsection | Part::Paragraph | Part::Item => 1.0,
    }
}
