//! The text of the file with other pins: changed where they differ, and nowhere else.

use std::ops::Range;

use super::super::pins::Pins;
use super::{HEADER, Wording};
use crate::yaml::{Entry, Value, exact};

/// A stretch of the text, and what is to stand there.
type Change = (Range<usize>, String);

impl Wording {
    /// The text of the file that holds these pins, with the comments and the order it has now.
    ///
    /// Where a change cannot be made in place, as between braces, the file is written anew below
    /// the comments at its top.
    pub fn text_with(&self, pins: &Pins) -> String {
        if !self.exists {
            return anew(HEADER, pins);
        }
        let text = self.changed(pins);
        match Self::read("", text.as_bytes()) {
            Ok(read) if read.pins == *pins => text,
            _ => anew(&self.comments(), pins),
        }
    }

    /// The text with every change made in its place.
    fn changed(&self, pins: &Pins) -> String {
        let text = self.source.text();
        let mut changes: Vec<Change> = Vec::new();
        for person in &self.people {
            self.person(person, pins, &mut changes);
        }
        let known = |name: &str| self.people.iter().any(|person| person.key == name);
        let mut changed = text.to_owned();
        // From the end, so that what stands before keeps its place.
        changes.sort_by_key(|(range, _)| std::cmp::Reverse(range.start));
        for (range, new) in changes {
            changed.replace_range(range, &new);
        }
        if !changed.is_empty() && !changed.ends_with('\n') {
            changed.push('\n');
        }
        let mut others = Pins::default();
        for (person, pool, phrase) in pins.iter().filter(|(person, ..)| !known(person)) {
            others.pin(person, pool, phrase);
        }
        changed + &lines(&others)
    }

    /// What is to change below a name that the file has.
    fn person(&self, person: &Entry, pins: &Pins, changes: &mut Vec<Change>) {
        let before = match &person.value.value {
            Value::Map(pools) => pools.as_slice(),
            _ => &[],
        };
        let name = person.key.as_str();
        let of_them = || pins.iter().filter(|(who, ..)| *who == name);
        if of_them().next().is_none() {
            if !before.is_empty() {
                changes.push((self.whole_lines(person), String::new()));
            }
            return;
        }
        for pool in before {
            match pins.phrase(name, &pool.key) {
                Some(phrase) if self.pins.phrase(name, &pool.key) == Some(phrase) => {}
                Some(phrase) => {
                    let gap = if pool.value.span.start == pool.key_span.end + 1 {
                        " "
                    } else {
                        ""
                    };
                    changes.push((pool.value.span.clone(), format!("{gap}{}", exact(phrase))));
                }
                None => changes.push((self.whole_lines(pool), String::new())),
            }
        }
        let indent = before.first().map_or("  ", |pool| {
            let before = self.source.before(pool.key_span.start);
            if before.trim().is_empty() {
                before
            } else {
                "  "
            }
        });
        let last = before.last().unwrap_or(person);
        let end = self.source.lines(last.key_span.start..end_of(last)).end;
        let new: String = of_them()
            .filter(|(_, pool, _)| before.iter().all(|each| each.key != *pool))
            .map(|(_, pool, phrase)| format!("\n{indent}{}: {}", exact(pool), exact(phrase)))
            .collect();
        if !new.is_empty() {
            changes.push((end..end, new));
        }
    }

    /// The lines of an entry, with the break at their end.
    fn whole_lines(&self, entry: &Entry) -> Range<usize> {
        let lines = self.source.lines(entry.key_span.start..end_of(entry));
        let breaks = usize::from(self.source.text()[lines.end..].starts_with('\n'));
        lines.start..lines.end + breaks
    }

    /// The comments at the top of the file.
    fn comments(&self) -> String {
        let lines = self.source.text().lines();
        lines
            .take_while(|line| line.trim().is_empty() || line.starts_with('#'))
            .map(|line| format!("{line}\n"))
            .collect()
    }
}

/// The last byte of an entry.
fn end_of(entry: &Entry) -> usize {
    entry.value.span.end.max(entry.key_span.end)
}

fn anew(comments: &str, pins: &Pins) -> String {
    format!("{comments}{}", lines(pins))
}

/// Pins as lines of YAML.
fn lines(pins: &Pins) -> String {
    let mut text = String::new();
    let mut last = None;
    for (person, pool, phrase) in pins.iter() {
        if last.replace(person) != Some(person) {
            text.push_str(&format!("{}:\n", exact(person)));
        }
        text.push_str(&format!("  {}: {}\n", exact(pool), exact(phrase)));
    }
    text
}
