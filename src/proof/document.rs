//! A letter to be proofread: what its reader sees, parted into zones, sentences and words.

use std::ops::Range;
use std::sync::Arc;

use super::text::Text;
use super::token::{Token, tokens};
use crate::diagnostic::Source;
use crate::language::sentence_starts;
use crate::letter::{Header, Recipient};
use crate::notes::{Channel, Kind};
use crate::prose::{self, Block, Run};

/// What a letter is for, and to whom it goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Occasion {
    /// The kind of letter.
    pub kind: Kind,
    /// How it travels.
    pub channel: Channel,
    /// Whom it is for, where the notes know them.
    pub recipient: Option<Recipient>,
}

/// A letter to be proofread.
#[derive(Debug, Clone)]
pub struct Document {
    pub(super) source: Arc<Source>,
    pub(super) occasion: Occasion,
    pub(super) text: Text,
    pub(super) zones: Vec<Zone>,
    /// The words and marks of all zones.
    pub(super) tokens: Vec<Token>,
    /// The sentences, as ranges of [`tokens`](Self::tokens); a zone ends one.
    pub(super) sentences: Vec<Range<usize>>,
    /// Whether each token stands inside quotation marks.
    pub(super) quoted: Vec<bool>,
    /// The value of `to`, in the file.
    pub(super) to: Option<Range<usize>>,
}

/// A stretch of a letter with a place of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Zone {
    pub(super) part: Part,
    /// The bytes of the plain text.
    pub(super) range: Range<usize>,
    /// Its tokens.
    pub(super) tokens: Range<usize>,
}

/// Which part of a letter a zone is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Part {
    Subject,
    Salutation,
    Body,
    /// The words above the signature, and the signature.
    SignOff,
}

impl Document {
    /// Reads the file of a letter: with or without a header, Markdown or plain text.
    pub fn read(source: Arc<Source>, occasion: Occasion) -> Self {
        let file = source.text();
        let header = Header::find(file);
        let mut reading = Reading {
            text: Text::default(),
            zones: Vec::new(),
        };
        if let Some(subject) = &header.subject {
            reading.zone(Part::Subject, |text| {
                text.push(&file[subject.clone()], subject.start);
            });
        }
        let body = &file[header.body..];
        let mut paragraphs = Vec::new();
        let blocks = prose::parse(body);
        flatten(&blocks, &mut paragraphs);
        let last = paragraphs.len().saturating_sub(1);
        for (index, runs) in paragraphs.iter().enumerate() {
            let from = reading.zones.len();
            reading.zone(Part::Body, |text| {
                for run in *runs {
                    text.push_run(run, body, header.body);
                }
            });
            if occasion.channel.is_letter() && from < reading.zones.len() {
                if index == 0 {
                    reading.part_salutation(from, file);
                }
                if index == last && index > 0 {
                    reading.part_sign_off(file);
                }
            }
        }
        reading.document(source, occasion, header.to)
    }

    /// The file that findings point into.
    pub fn source(&self) -> &Arc<Source> {
        &self.source
    }

    /// The words of a range of the plain text.
    pub(super) fn words(&self, range: &Range<usize>) -> &str {
        &self.text.plain()[range.clone()]
    }

    /// The bytes that some tokens span.
    pub(super) fn span(&self, tokens: &Range<usize>) -> Range<usize> {
        match self.tokens.get(tokens.clone()) {
            Some([first, .., last]) => first.range.start..last.range.end,
            Some([only]) => only.range.clone(),
            _ => 0..0,
        }
    }

    /// The sentence that holds a token, as a range of tokens.
    pub(super) fn sentence_of(&self, token: usize) -> Option<&Range<usize>> {
        let next = self.sentences.partition_point(|range| range.start <= token);
        next.checked_sub(1).map(|at| &self.sentences[at])
    }

    /// Whether a token is the first of its sentence.
    pub(super) fn starts_sentence(&self, token: usize) -> bool {
        let sentence = self.sentence_of(token);
        sentence.is_some_and(|range| range.start == token)
    }

    /// The zone that holds a token.
    pub(super) fn zone_of(&self, token: usize) -> Option<&Zone> {
        let next = self
            .zones
            .partition_point(|zone| zone.tokens.start <= token);
        next.checked_sub(1).map(|at| &self.zones[at])
    }

    /// The zones of one part.
    pub(super) fn parts(&self, part: Part) -> impl Iterator<Item = &Zone> {
        self.zones.iter().filter(move |zone| zone.part == part)
    }

    /// How many words the letter has, greeting and sign-off counted.
    pub(super) fn count(&self) -> usize {
        let zones = self.zones.iter().filter(|zone| zone.part != Part::Subject);
        zones
            .map(|zone| {
                let words = self.words(&zone.range).split_whitespace();
                words
                    .filter(|word| word.contains(char::is_alphanumeric))
                    .count()
            })
            .sum()
    }
}

/// Every paragraph of a text, those of lists included.
fn flatten<'a>(blocks: &'a [Block], paragraphs: &mut Vec<&'a [Run]>) {
    for block in blocks {
        match block {
            Block::Paragraph(runs) | Block::Heading { runs, .. } => paragraphs.push(runs),
            Block::List { items, .. } => {
                items.iter().for_each(|item| flatten(item, paragraphs));
            }
        }
    }
}

struct Reading {
    text: Text,
    /// Parts and their bytes, in the order of the letter.
    zones: Vec<(Part, Range<usize>)>,
}

/// The most words that a salutation, or a line of a sign-off, has.
const MOST_WORDS: usize = 8;

impl Reading {
    fn zone(&mut self, part: Part, write: impl FnOnce(&mut Text)) {
        if self.text.len() > 0 {
            // Nobody points at the break between two zones.
            self.text.push("\n\n", 0);
        }
        let start = self.text.len();
        write(&mut self.text);
        if self.text.len() > start {
            self.zones.push((part, start..self.text.len()));
        }
    }

    /// Makes a zone's first line the salutation where it is one, by itself or above a text.
    fn part_salutation(&mut self, zone: usize, file: &str) {
        let range = self.zones[zone].1.clone();
        let end = self.line_end(range.clone(), file).unwrap_or(range.end);
        let line = &self.text.plain()[range.start..end];
        let short = line.split_whitespace().count() <= MOST_WORDS;
        let greets = line.trim_end().ends_with([',', ':', '!', '-', '–', '—']);
        if !short || !(greets || end == range.end && !line.trim_end().ends_with(['.', '?'])) {
            return;
        }
        self.zones[zone] = (Part::Salutation, range.start..end);
        let rest = self.skip_space(end, range.end);
        if rest < range.end {
            self.zones.insert(zone + 1, (Part::Body, rest..range.end));
        }
    }

    /// Makes the last zone, or its last lines, the sign-off where they are one.
    fn part_sign_off(&mut self, file: &str) {
        let Some((_, range)) = self.zones.last().cloned() else {
            return;
        };
        let words = |range: &Range<usize>| {
            let text = &self.text.plain()[range.clone()];
            text.split_whitespace().count()
        };
        let mut starts = vec![range.start];
        while let Some(end) = self.line_end(*starts.last().unwrap_or(&0)..range.end, file) {
            starts.push(self.skip_space(end, range.end));
        }
        // From the end: a name, perhaps a telephone number, and the words that end in a comma.
        let mut from = None;
        let mut end = range.end;
        for start in starts.iter().rev() {
            let line = *start..end;
            if words(&line) > MOST_WORDS {
                break;
            }
            let text = self.text.plain()[line].trim_end();
            if text.ends_with(',') || (*start == range.start && !text.ends_with(['.', '?', '!'])) {
                from = Some(*start);
                break;
            }
            end = *start;
        }
        let Some(from) = from else { return };
        self.zones.pop();
        let before = self.text.plain()[range.start..from].trim_end().len();
        if before > 0 {
            let body = range.start..range.start + before;
            self.zones.push((Part::Body, body));
        }
        self.zones.push((Part::SignOff, from..range.end));
    }

    /// Where the first line of a range ends, as its file has it; `None` where there is one line.
    fn line_end(&self, range: Range<usize>, file: &str) -> Option<usize> {
        let text = &self.text.plain()[range.clone()];
        let breaks = text.match_indices(char::is_whitespace);
        breaks
            .map(|(at, space)| (range.start + at, space))
            .find(|(at, space)| {
                let in_file = self.text.in_file(&(*at..*at + space.len()));
                let rest = &file[in_file.start.min(file.len())..];
                *space == "\n"
                    || rest
                        .trim_start_matches([' ', '\\'])
                        .starts_with(['\n', '\r'])
            })
            .map(|(at, _)| at)
    }

    fn skip_space(&self, from: usize, end: usize) -> usize {
        let rest = &self.text.plain()[from..end];
        from + (rest.len() - rest.trim_start().len())
    }

    fn document(
        self,
        source: Arc<Source>,
        occasion: Occasion,
        to: Option<Range<usize>>,
    ) -> Document {
        let mut document = Document {
            source,
            occasion,
            text: self.text,
            zones: Vec::new(),
            tokens: Vec::new(),
            sentences: Vec::new(),
            quoted: Vec::new(),
            to,
        };
        for (part, range) in self.zones {
            document.add_zone(part, range);
        }
        document
    }
}

#[cfg(test)]
impl Document {
    /// An email of thanks with this body, for tests.
    pub(in crate::proof) fn of_body(body: &str) -> Self {
        let text = format!("Dear Ann,\n\n{body}\n\nYours,\nBo\n");
        let occasion = Occasion {
            kind: crate::notes::Kind::ThankYou,
            channel: crate::notes::Channel::Email,
            recipient: None,
        };
        Self::read(Arc::new(Source::new("letter.md", text)), occasion)
    }
}

impl Document {
    fn add_zone(&mut self, part: Part, range: Range<usize>) {
        let from = self.tokens.len();
        let plain = self.text.plain();
        self.tokens.extend(tokens(plain, range.clone()));
        let mut starts = match part {
            Part::Body => sentence_starts(&plain[range.clone()]),
            _ => Vec::new(),
        };
        starts.push(range.len());
        let mut first = from;
        for start in starts {
            let end = self.tokens[first..]
                .partition_point(|token| token.range.start < range.start + start)
                + first;
            if end > first {
                self.sentences.push(first..end);
            }
            first = end;
        }
        self.quoted.extend(quoted(&self.tokens[from..], plain));
        self.zones.push(Zone {
            part,
            range,
            tokens: from..self.tokens.len(),
        });
    }
}

/// Whether each token of a zone stands inside quotation marks: double ones, or curly single ones.
///
/// A mark that nothing closes quotes nothing.
fn quoted(tokens: &[Token], text: &str) -> Vec<bool> {
    let mut quoted = vec![false; tokens.len()];
    let marks: Vec<usize> = (0..tokens.len())
        .filter(|at| tokens[*at].folded == "\"")
        .collect();
    for pair in marks.chunks_exact(2) {
        quoted[pair[0]..=pair[1]].fill(true);
    }
    // The closing mark is an apostrophe too (`the boys’ hall`), so only an opening one begins.
    let mut opened = None;
    for (at, token) in tokens.iter().enumerate() {
        match (&text[token.range.clone()], opened) {
            ("‘", _) => opened = Some(at),
            ("’", Some(from)) => {
                quoted[from..=at].fill(true);
                opened = None;
            }
            _ => {}
        }
    }
    quoted
}
