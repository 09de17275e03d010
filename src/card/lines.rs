//! Breaks a passage into lines so that the edge is as even as it can be over all of it, after
//! Knuth and Plass, for text that is ragged on the right.

use std::ops::Range;

use super::breaks::Segment;

/// The room for lines. Unit: the em of the wanted face.
#[derive(Debug, Clone, Copy)]
pub(super) struct Measure {
    /// The width of the passage's first line.
    pub first: f32,
    /// The width of every later line.
    pub later: f32,
}

/// A last line shorter than this part of the measure looks lost.
const SHORT_LAST_LINE: f32 = 0.33;
/// What such a line costs, at most, where 1 is a line left empty.
const SHORT_LAST_LINE_COST: f32 = 0.12;
/// What a last line of a single short word costs besides.
const LONE_WORD_COST: f32 = 0.10;

impl Measure {
    fn of_line(&self, first_segment: usize) -> f32 {
        if first_segment == 0 {
            self.first
        } else {
            self.later
        }
    }
}

/// The fewest lines that the segments take, each as full as it gets.
pub(super) fn tightest(segments: &[Segment], measure: Measure) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let mut start = 0;
    while start < segments.len() {
        let room = measure.of_line(start);
        let mut end = start + 1;
        while end < segments.len() && width(segments, start, end + 1) <= room {
            end += 1;
        }
        lines.push(start..end);
        start = end;
    }
    lines
}

/// The best lines, each as the range of its segments. A segment that is wider than the measure
/// stands alone on its line.
pub(super) fn best(segments: &[Segment], measure: Measure) -> Vec<Range<usize>> {
    // `cheapest[end]`: the cost of the best way to set the segments before `end`, and where the
    // last of its lines begins.
    let mut cheapest: Vec<(f32, usize)> = vec![(0.0, 0)];
    for end in 1..=segments.len() {
        let mut found = (f32::INFINITY, end - 1);
        for start in (0..end).rev() {
            let room = measure.of_line(start);
            let width = width(segments, start, end);
            if width > room && start + 1 < end {
                break;
            }
            let line = line_cost(segments, start, end, width / room);
            let cost = cheapest[start].0 + line;
            if cost < found.0 {
                found = (cost, start);
            }
        }
        cheapest.push(found);
    }
    let mut lines = Vec::new();
    let mut end = segments.len();
    while end > 0 {
        let start = cheapest[end].1;
        lines.push(start..end);
        end = start;
    }
    lines.reverse();
    lines
}

/// The room that the segments `start..end` take on a line of their own.
pub(super) fn width(segments: &[Segment], start: usize, end: usize) -> f32 {
    let (first, last) = (segments[start], segments[end - 1]);
    first.left + (last.to - first.from) + last.right
}

fn line_cost(segments: &[Segment], start: usize, end: usize, filled: f32) -> f32 {
    let slack = (1.0 - filled).max(0.0);
    if end < segments.len() {
        return slack * slack + segments[end - 1].penalty;
    }
    if start == 0 {
        return 0.0;
    }
    let short = ((SHORT_LAST_LINE - filled) / SHORT_LAST_LINE).max(0.0);
    let lone = if end - start == 1 && short > 0.0 {
        LONE_WORD_COST
    } else {
        0.0
    };
    short * SHORT_LAST_LINE_COST + lone
}
