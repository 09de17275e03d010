//! From the Markdown of a document to its pages.

use super::compose::SetLine;
use super::entries::{Entry, entries};
use super::page::Line;
use super::pages::{Margin, Page, Pages, Rule};
use super::paginate::{Division, Paginator};
use super::paper::MM;
use super::rows::{Row, Rows};
use super::shape::Shaper;
use super::{CardError, Fonts, PageOptions, blanks};
use crate::prose;

/// 30 mm at the sides make lines of about 90 letters in 11 pt, which is as many as the eye finds
/// its way back from; the number of a page has a place of its own below the text.
const MARGIN: Margin = Margin {
    side: 30.0 * MM,
    top: 25.0 * MM,
    bottom: 28.0 * MM,
};
/// The baseline of a page's number.
const NUMBER: f32 = 20.0 * MM;
/// The type size of a page's number, where the text's is 1.
const NUMBER_SCALE: f32 = 0.9;
/// A document with more pages than this is a mistake.
pub(super) const MOST_PAGES: usize = 40;
/// A text with more characters than this has more pages whatever it says, and is not worth
/// measuring: a page holds 4,000 at most of ordinary words.
const MOST_CHARACTERS: usize = 200_000;
/// The same for entries, each of which takes a line, of which a page has about 42.
const MOST_ENTRIES: usize = 2_500;
/// The characters and the entries of a page, to estimate how many pages are too many.
const USUAL: (usize, usize) = (3_500, 40);

/// Typesets a document on as many pages as it takes.
///
/// `#` is the title, `##` a section, `**…**` heavier. Four or more underscores at the end of a line
/// are a rule to write on, from there to the right margin; a line of nothing else is a rule of full
/// width with room above it.
///
/// # Errors
///
/// [`CardError::TooManyPages`] for more than 40 pages, and [`CardError::NoGlyph`] where no face has
/// one of the text's characters.
pub fn typeset_pages(
    markdown: &str,
    options: &PageOptions,
    fonts: &Fonts,
) -> Result<Pages, CardError> {
    let entries = entries(&prose::parse(&blanks::mark(markdown)));
    if let Some(pages) = far_too_long(&entries) {
        return Err(CardError::TooManyPages { pages });
    }
    let chain = fonts.chain(options.lettering);
    let mut shaper = Shaper::new(&chain);
    let (size, leading) = options.lettering.page_setting();
    let (width, height) = (options.paper.width(), options.paper.height());
    let cap_height = chain.first().map_or(0.0, |face| {
        face.metrics.cap_height / face.metrics.units_per_em
    });
    let rows = Rows {
        entries: &entries,
        shaper: &mut shaper,
        size,
        column: width - 2.0 * MARGIN.side,
        cap_height,
    };
    let mut rows = rows.all()?;
    let paginator = Paginator {
        entries: &entries,
        rows: &rows,
        height: height - MARGIN.top - MARGIN.bottom,
        size,
        leading,
    };
    let divisions = paginator.pages();
    if divisions.len() > MOST_PAGES {
        return Err(CardError::TooManyPages {
            pages: divisions.len(),
        });
    }
    let mut pages: Vec<Page> = divisions
        .iter()
        .map(|division| page(division, &mut rows, &entries, height, &shaper))
        .collect();
    if pages.len() > 1 {
        for (place, page) in pages.iter_mut().enumerate() {
            let text = (place + 1).to_string();
            page.number = Some(number(&text, (width, height), size, &mut shaper)?);
        }
    }
    pages.resize_with(pages.len().max(1), Page::default);
    Ok(Pages {
        paper: options.paper,
        margin: MARGIN,
        type_size: size,
        language: options.language,
        pages,
        keeps_size: false,
        faces: chain,
    })
}

/// About how many pages a text has that is not worth measuring; `None` for any other.
fn far_too_long(entries: &[Entry]) -> Option<usize> {
    let characters: usize = entries.iter().map(|e| e.text.chars().count()).sum();
    let far = characters > MOST_CHARACTERS || entries.len() > MOST_ENTRIES;
    let by_characters = characters.div_ceil(USUAL.0);
    let by_entries = entries.len().div_ceil(USUAL.1);
    far.then(|| by_characters.max(by_entries))
}

/// Puts the rows of a page in their places.
fn page(
    division: &Division,
    rows: &mut [Row],
    entries: &[Entry],
    height: f32,
    shaper: &Shaper<'_>,
) -> Page {
    let mut page = Page::default();
    for (row, baseline) in rows[division.rows.clone()]
        .iter_mut()
        .zip(&division.baselines)
    {
        let y = MARGIN.top + baseline;
        if let Some(rule) = &row.rule {
            page.rules.push(Rule {
                left: MARGIN.side + rule.start,
                right: MARGIN.side + rule.end,
                y: height - y - row.rule_drop(),
            });
        }
        if let Some(line) = &mut row.line {
            (line.x, line.y) = (line.x + MARGIN.side, y);
            let entry = &entries[row.entry];
            let text = &entry.text[line.range.clone()];
            let line = Line::assemble(line, text, |byte| entry.is_strong(byte), height, shaper);
            page.lines.push(line);
        }
    }
    page
}

/// The number of a page, in the middle of its foot.
fn number(
    text: &str,
    (width, height): (f32, f32),
    size: f32,
    shaper: &mut Shaper<'_>,
) -> Result<Line, CardError> {
    let size = size * NUMBER_SCALE;
    let shaped = shaper.passage(text)?;
    let line = SetLine {
        passage: 0,
        runs: shaper.line(&shaped, 0..text.len()),
        range: 0..text.len(),
        size,
        x: (width - shaped.advance_to(text.len()) * size) / 2.0,
        y: height - NUMBER,
    };
    Ok(Line::assemble(&line, text, |_| false, height, shaper))
}
