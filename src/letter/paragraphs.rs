//! Where paragraphs end: an empty line of the skeleton is where one may, and mostly does.
//!
//! Sentences about one thing stay together. Among all ways to part a letter, the one is taken
//! whose paragraphs have two to four sentences with the fewest changes to what the skeleton asks.

use super::Part;
use crate::diagnostic::Path;
use crate::notes::Channel;

/// Sentences that are never parted: a point with one's own side of it, a question with its answer.
struct Unit {
    parts: Vec<Part>,
    sentences: usize,
    words: usize,
    /// Whether the skeleton has an empty line before it.
    opens: bool,
    /// Whether it is about nothing else in the letter: an own point, a promise.
    apart: Apart,
}

/// What has a subject of its own.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Apart {
    No,
    Point,
    Qualification,
    Answer,
}

/// Parts the blocks of a skeleton into paragraphs, at most `most` of them.
pub(super) fn plan(blocks: Vec<Vec<Part>>, channel: Channel, most: usize) -> Vec<Vec<Part>> {
    let mut units: Vec<Unit> = Vec::new();
    for block in blocks {
        let mut opens = true;
        for part in block {
            let same = part.item.is_some() && !opens;
            match units.last_mut() {
                Some(unit)
                    if same && unit.parts.last().is_some_and(|last| last.item == part.item) =>
                {
                    unit.add(part);
                }
                _ => units.push(Unit::of(part, opens)),
            }
            opens = false;
        }
    }
    let ends = best(&units, channel, most.max(1));
    let mut paragraphs = Vec::with_capacity(ends.len());
    let mut units = units.into_iter();
    let mut from = 0;
    for end in ends {
        paragraphs.push(
            units
                .by_ref()
                .take(end - from)
                .flat_map(|unit| unit.parts)
                .collect(),
        );
        from = end;
    }
    paragraphs
}

impl Unit {
    fn of(part: Part, opens: bool) -> Self {
        let mut unit = Self {
            parts: Vec::new(),
            sentences: 0,
            words: 0,
            opens,
            apart: is_apart(&part),
        };
        unit.add(part);
        unit
    }

    fn add(&mut self, part: Part) {
        self.sentences += sentences(&part.markdown);
        self.words += part.markdown.split_whitespace().count();
        self.parts.push(part);
    }
}

/// The subject of its own that a part has: an answer given later, what was promised, and whole points and qualifications
/// in own words.
fn is_apart(part: &Part) -> Apart {
    let paths: Vec<String> = part.paths.iter().map(Path::to_string).collect();
    let is_point = |path: &String| path.contains("discussed_points") && path.ends_with(".say");
    let is_qualification = |path: &String| {
        path.ends_with("say.qualification")
            || path.starts_with("missing_qualifications")
                && [".say", ".qualification", ".evidence"]
                    .iter()
                    .any(|key| path.ends_with(key))
    };
    let is_answer = |path: &String| path.contains("loose_ends") || path.ends_with("say.loose_end");
    let is_own = part.pool.is_empty();
    if paths.iter().any(is_answer) {
        Apart::Answer
    } else if part.pool == "promised" || is_own && paths.iter().any(is_point) {
        Apart::Point
    } else if part.pool.starts_with("qualification") || is_own && paths.iter().any(is_qualification)
    {
        Apart::Qualification
    } else {
        Apart::No
    }
}

/// The ends of the paragraphs, as numbers of units before them: the cheapest way to part.
fn best(units: &[Unit], channel: Channel, most: usize) -> Vec<usize> {
    let count = units.len();
    // costs[k][end]: of the cheapest `k` paragraphs over the first `end` units, and where its last
    // paragraph begins.
    let most = most.min(count);
    let mut costs = vec![vec![(usize::MAX, 0); count + 1]; most + 1];
    costs[0][0] = (0, 0);
    for paragraphs in 1..=most {
        for end in 1..=count {
            for start in 0..end {
                let before = costs[paragraphs - 1][start].0;
                if before == usize::MAX {
                    continue;
                }
                let last = end == count;
                let cost = before + paragraph_cost(&units[start..end], channel, start == 0, last);
                if cost < costs[paragraphs][end].0 {
                    costs[paragraphs][end] = (cost, start);
                }
            }
        }
    }
    let Some(mut paragraphs) = (1..=most).min_by_key(|&paragraphs| costs[paragraphs][count].0)
    else {
        return Vec::new();
    };
    let mut ends = Vec::new();
    let mut end = count;
    while paragraphs > 0 {
        ends.push(end);
        end = costs[paragraphs][end].1;
        paragraphs -= 1;
    }
    ends.reverse();
    ends
}

/// What a paragraph of these units costs: its length, and each change to the skeleton's parting.
fn paragraph_cost(units: &[Unit], channel: Channel, first: bool, last: bool) -> usize {
    let sentences: usize = units.iter().map(|unit| unit.sentences).sum();
    let words: usize = units.iter().map(|unit| unit.words).sum();
    // A sentence alone reads as a note; on a card, or after the rest was said, it does not.
    let is_apart = units.iter().all(|unit| unit.apart != Apart::No);
    let alone = match (channel, first, last) {
        (Channel::Email, _, false) if is_apart => 2,
        (Channel::Card, _, true) => 1,
        (Channel::Card, ..) => 2,
        (_, _, true) => 2,
        _ if words >= 24 => 4,
        _ => 6,
    };
    let by_sentences = match sentences {
        0 | 1 => alone,
        2..=4 => 0,
        5 => 3,
        more => (more - 4) * 4,
    };
    // Beyond what a reader takes in at once, any other parting is better.
    let too_many = if words > 90 { 20 } else { 0 };
    let by_words = words.saturating_sub(80) / 6 + too_many;
    let joined = units.iter().skip(1).filter(|unit| unit.opens).count() * 2;
    // The wish and the thanks at the end stand by themselves, but in the shortest letters.
    let closing = match channel {
        Channel::Email if last && joined > 0 && (!first || sentences > 2) => 6,
        _ => 0,
    };
    let broken = if units
        .first()
        .is_some_and(|unit| !unit.opens && unit.apart == Apart::No)
    {
        3
    } else {
        0
    };
    // What has a subject of its own is not glued to another.
    // Nor is one answer to the next.
    let is_glued = |pair: &[Unit]| pair[0].apart != pair[1].apart || pair[0].apart == Apart::Answer;
    let glued = units.windows(2).any(is_glued);
    let glued = if glued && channel == Channel::Email {
        8
    } else {
        0
    };
    // Of two ways that cost the same, the more even one.
    let uneven = sentences.abs_diff(3);
    (by_sentences + by_words + joined + closing + broken + glued) * 10 + uneven
}

/// The number of sentences, by the marks that end them before a space or the end.
fn sentences(markdown: &str) -> usize {
    let mut count = 0;
    let mut ends = false;
    for c in markdown.chars() {
        match c {
            '.' | '?' | '!' | '…' => ends = true,
            '"' | '”' | '’' | '\'' | ')' => {}
            c if c.is_whitespace() => {
                count += usize::from(ends);
                ends = false;
            }
            _ => ends = false,
        }
    }
    (count + usize::from(ends)).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(block: &[&str]) -> Vec<Part> {
        let part = |text: &&str| Part {
            markdown: (*text).to_owned(),
            ..Part::default()
        };
        block.iter().map(part).collect()
    }

    fn planned(blocks: &[&[&str]], channel: Channel) -> String {
        let blocks = blocks.iter().map(|block| parts(block)).collect();
        let words = |part: Part| part.markdown.trim_end_matches('.').to_owned();
        let paragraph =
            |parts: Vec<Part>| parts.into_iter().map(words).collect::<Vec<_>>().join(" ");
        plan(blocks, channel, 4)
            .into_iter()
            .map(paragraph)
            .collect::<Vec<_>>()
            .join(" | ")
    }

    #[test]
    fn sentences_that_would_stand_alone_join_and_many_part() {
        let email = Channel::Email;
        assert_eq!(
            planned(&[&["a.", "b."], &["c.", "d."], &["e.", "f."]], email),
            "a b | c d | e f"
        );
        assert_eq!(
            planned(&[&["a."], &["b."], &["c. d."]], email),
            "a b | c. d"
        );
        assert_eq!(planned(&[&["a."], &["b."]], email), "a b");
        assert_eq!(
            planned(
                &[
                    &["a.", "b."],
                    &["c.", "d.", "e.", "f.", "g.", "h."],
                    &["i.", "j."]
                ],
                email
            ),
            "a b | c d e | f g h | i j"
        );
        assert_eq!(planned(&[&["a.", "b."], &["c."]], Channel::Card), "a b | c");
        assert_eq!(planned(&[], email), "");
    }

    #[test]
    fn a_promise_stands_by_itself() {
        let mut blocks = vec![parts(&["a.", "b."]), parts(&["c.", "d."])];
        let promise = Part {
            pool: "promised".to_owned(),
            markdown: "p.".to_owned(),
            ..Part::default()
        };
        blocks[1].push(promise);
        blocks.push(parts(&["e.", "f."]));
        let ends = plan(blocks, Channel::Email, 4);
        let sizes: Vec<usize> = ends.iter().map(Vec::len).collect();
        assert_eq!(sizes, [2, 2, 1, 2]);
    }

    #[test]
    fn there_are_never_more_than_the_limit() {
        let many: Vec<&[&str]> = vec![&["a.", "b."]; 6];
        assert_eq!(planned(&many, Channel::Email).matches('|').count(), 3);
    }
}
