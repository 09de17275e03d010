//! The order of runs on a line, by the Unicode bidirectional algorithm (UAX #9).

use std::ops::Range;

use unicode_bidi::{BidiInfo, Level};

/// The embedding levels of a text without line breaks.
pub(super) struct Levels<'t> {
    /// `None` where everything runs from left to right, as nearly always.
    info: Option<BidiInfo<'t>>,
    length: usize,
}

/// A stretch of text that runs in one direction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Directed {
    /// Bytes of the text.
    pub range: Range<usize>,
    /// Whether it is read from right to left.
    pub rtl: bool,
}

impl<'t> Levels<'t> {
    /// Resolves the levels; letters that run from left to right decide where nothing else does.
    pub fn of(text: &'t str) -> Self {
        let info = (!text.is_ascii()).then(|| BidiInfo::new(text, Some(Level::ltr())));
        Self {
            info: info.filter(BidiInfo::has_rtl),
            length: text.len(),
        }
    }

    /// The runs of one direction in the order of reading.
    pub fn logical(&self) -> Vec<Directed> {
        let Some(info) = &self.info else {
            return vec![Directed {
                range: 0..self.length,
                rtl: false,
            }];
        };
        let mut runs: Vec<(Directed, Level)> = Vec::new();
        for (byte, level) in info.levels.iter().enumerate() {
            match runs.last_mut() {
                Some((run, last)) if last == level => run.range.end = byte + 1,
                _ => runs.push((
                    Directed {
                        range: byte..byte + 1,
                        rtl: level.is_rtl(),
                    },
                    *level,
                )),
            }
        }
        runs.into_iter().map(|(run, _)| run).collect()
    }

    /// The runs of a line in the order in which they stand on paper, from the left.
    pub fn visual(&self, line: Range<usize>) -> Vec<Directed> {
        let Some((info, paragraph)) = self
            .info
            .as_ref()
            .and_then(|i| Some((i, i.paragraphs.first()?)))
        else {
            return vec![Directed {
                range: line,
                rtl: false,
            }];
        };
        let (levels, runs) = info.visual_runs(paragraph, line);
        let rtl = |run: &Range<usize>| levels.get(run.start).is_some_and(Level::is_rtl);
        runs.into_iter()
            .map(|range| Directed {
                rtl: rtl(&range),
                range,
            })
            .collect()
    }
}
