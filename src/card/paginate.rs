//! Divides the rows of a document among pages.

use std::ops::Range;

use super::entries::{Entry, Part};
use super::rows::{Row, WRITING, WRITING_WITHIN};

/// How far apart rows stand.
#[derive(Debug, Clone, Copy)]
struct Spacing {
    /// The distance of baselines as a part of what is comfortable.
    leading: f32,
    /// The room between blocks, likewise.
    gaps: f32,
}

/// The rows of a page and how far each baseline is below the upper margin.
pub(super) struct Division {
    pub rows: Range<usize>,
    pub baselines: Vec<f32>,
}

/// What the pages are cut from.
pub(super) struct Paginator<'a> {
    pub entries: &'a [Entry],
    pub rows: &'a [Row],
    /// The height between the margins.
    pub height: f32,
    /// The type size of the text.
    pub size: f32,
    /// The distance of baselines in ems.
    pub leading: f32,
}

/// Comfortable first; the others save a page that would hold next to nothing.
const SPACINGS: [Spacing; 3] = [
    Spacing {
        leading: 1.0,
        gaps: 1.0,
    },
    Spacing {
        leading: 0.97,
        gaps: 0.85,
    },
    Spacing {
        leading: 0.94,
        gaps: 0.7,
    },
];
/// A last page that is filled less than this, as a part of its height, is not worth its paper.
const NEXT_TO_NOTHING: f32 = 0.2;
/// Lines of a heading stand closer than those of a text, whose lines are longer.
const HEADING_LEADING: f32 = 0.84;

impl Paginator<'_> {
    /// The pages, in order; a text without rows has none.
    pub fn pages(&self) -> Vec<Division> {
        let tied = self.tied();
        let pages = self.divided(SPACINGS[0], &tied);
        let last = pages.last().and_then(|page| page.baselines.last());
        let lost = pages.len() > 1 && last.is_some_and(|end| *end < self.height * NEXT_TO_NOTHING);
        if lost {
            for spacing in &SPACINGS[1..] {
                let closer = self.divided(*spacing, &tied);
                if closer.len() < pages.len() {
                    return closer;
                }
            }
        }
        pages
    }

    fn divided(&self, spacing: Spacing, tied: &[bool]) -> Vec<Division> {
        let mut pages = Vec::new();
        let mut from = 0;
        while from < self.rows.len() {
            let mut baselines = self.filled(spacing, from);
            let mut to = from + baselines.len();
            if to < self.rows.len() {
                // Where all of a page is tied together it is cut where it is full.
                let free = (from + 1..=to).rev().find(|cut| !tied[cut - 1]);
                to = free.unwrap_or(to);
                baselines.truncate(to - from);
            }
            pages.push(Division {
                rows: from..to,
                baselines,
            });
            from = to;
        }
        pages
    }

    /// The baselines of the rows that a page holds which begins with `from`; at least one.
    fn filled(&self, spacing: Spacing, from: usize) -> Vec<f32> {
        let mut y = self.rows[from].rise;
        let mut baselines = vec![y];
        for next in from + 1..self.rows.len() {
            y += self.advance(spacing, next);
            if y + self.rows[next].drop > self.height {
                break;
            }
            baselines.push(y);
        }
        baselines
    }

    /// How far a row's baseline is below that of the row before it.
    fn advance(&self, spacing: Spacing, next: usize) -> f32 {
        let row = &self.rows[next];
        let lead = self.leading * spacing.leading;
        let own = if self.entries[row.entry].is_heading() {
            lead * HEADING_LEADING
        } else {
            lead
        };
        let gap = self.gap(next) * spacing.gaps * self.size * lead;
        let advance = row.size * own + gap;
        // What is written on a rule stands above it; a gap is part of the room for that.
        let goes_on = row.line.is_some() && self.rows[next - 1].entry == row.entry;
        match row.rule {
            Some(_) if goes_on => advance.max(WRITING_WITHIN),
            Some(_) => advance.max(WRITING),
            None => advance,
        }
    }

    /// The room that is left open before a row, beyond the leading, in lines.
    fn gap(&self, next: usize) -> f32 {
        let (before, row) = (&self.rows[next - 1], &self.rows[next]);
        let (above, own) = (&self.entries[before.entry], &self.entries[row.entry]);
        if before.entry == row.entry || !own.opens {
            return 0.0;
        }
        let usual: f32 = match (above.part, own.part) {
            (Part::Title, _) => 0.55,
            (Part::Section, _) => 0.25,
            (_, Part::Title) => 2.0,
            (_, Part::Section) => 1.2,
            (_, Part::Subsection) => 0.75,
            (Part::Subsection, _) => 0.1,
            (Part::Item, Part::Item) => 0.16,
            (_, Part::Item) => 0.28,
            (_, Part::Paragraph) => 0.5,
        };
        // Something else begins where an answer has been written, or a list in a list is done.
        let answered = if before.rule.is_some() { 0.6 } else { 0.0 };
        let done = if above.under.len() > own.under.len() {
            0.3
        } else {
            0.0
        };
        usual.max(answered).max(done)
    }

    /// For each row, whether it has to stand on one page with the row after it.
    fn tied(&self) -> Vec<bool> {
        let mut tied = vec![false; self.rows.len()];
        for group in self.groups() {
            let (first, last) = (group.start, group.end - 1);
            if last > first {
                // No line of several stands alone at the foot of a page or at the top of one.
                tied[first] = true;
                tied[last - 1] = true;
            }
            if let Some(next) = self.rows.get(group.end) {
                let (own, next) = (&self.rows[last], next);
                tied[last] = self.leads_to(&self.entries[own.entry], &self.entries[next.entry]);
                if self.entries[own.entry].is_heading() {
                    tied[first..=last].fill(true);
                }
            }
        }
        tied
    }

    /// The rows of each paragraph; bare rules that follow each other are one.
    fn groups(&self) -> Vec<Range<usize>> {
        let mut groups: Vec<Range<usize>> = Vec::new();
        for (place, row) in self.rows.iter().enumerate() {
            let entry = &self.entries[row.entry];
            let goes_on = place > 0 && {
                let before = self.rows[place - 1].entry;
                let bare = entry.is_bare() && self.entries[before].is_bare();
                before == row.entry || bare || !entry.opens
            };
            match groups.last_mut() {
                Some(group) if goes_on => group.end = place + 1,
                _ => groups.push(place..place + 1),
            }
        }
        groups
    }

    /// Whether what ends a paragraph would be lost without what comes next: a question without
    /// the room for its answer, `We spoke about:` without its list, an item without those in it.
    fn leads_to(&self, own: &Entry, next: &Entry) -> bool {
        let question = next.is_bare() && !own.blank;
        let list = next.part == Part::Item && own.text.ends_with(':') && !own.blank;
        let deeper = next.under.len() > own.under.len();
        question || list || deeper
    }
}
