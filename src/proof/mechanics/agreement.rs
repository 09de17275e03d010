//! Verbs that do not fit who does them, where a sentence says in plain order who that is.
//!
//! Reads what stands at the beginning of a clause: a determiner and a noun, what describes the noun,
//! the verb. Whatever it does not know ends the reading, so that it says little and is right.

use std::ops::Range;
use std::sync::LazyLock;

use super::super::Page;
use super::super::document::{Document, Part};
use super::super::finding::Findings;
use super::super::forms::{is_one, kinds, single_of};
use super::super::registry::known;
use super::super::token::Shape;
use crate::diagnostic::Level;
use crate::language::Lists;

/// Finds them in every sentence of the body.
pub(super) fn check(page: &Page<'_>, findings: &mut Findings<'_>) {
    let document = page.document;
    for zone in document.parts(Part::Body) {
        let from = document
            .sentences
            .partition_point(|sentence| sentence.start < zone.tokens.start);
        let sentences = document.sentences[from..].iter();
        let inside = sentences.take_while(|sentence| sentence.end <= zone.tokens.end);
        for sentence in inside.filter(|sentence| sentence.len() > 2) {
            let clause = Clause::read(document, sentence);
            for start in clause.starts() {
                clause.check(start, findings);
            }
        }
    }
}

/// How many do something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Count {
    One,
    Several,
}

static WORDS: LazyLock<Lists> = LazyLock::new(|| Lists::read(include_str!("agreement.txt")));

/// Whether one of the lists has a word.
fn is(list: &str, word: &str) -> bool {
    WORDS.has(list, word)
}

/// The form for one and the form for several of a verb that a list has in one of them.
fn verb_in(list: &str, word: &str) -> Option<(&'static str, &'static str)> {
    let pairs = WORDS.words(list).iter();
    let mut pairs = pairs.filter_map(|pair| pair.split_once('/'));
    pairs.find(|(one, several)| *one == word || *several == word)
}

/// The same, for every verb of both lists.
fn verb(word: &str) -> Option<(&'static str, &'static str)> {
    verb_in("auxiliaries", word).or_else(|| verb_in("verbs", word))
}

/// Where a reading has come to: how many there are, and the token behind it.
type Read = Option<(Count, usize)>;

struct Clause<'a> {
    document: &'a Document,
    sentence: &'a Range<usize>,
    /// The first verb of the sentence behind which `that he go` is right.
    wish: Option<usize>,
}

impl<'a> Clause<'a> {
    fn read(document: &'a Document, sentence: &'a Range<usize>) -> Self {
        let is_wish = |at: &usize| is("wishes", &document.tokens[*at].folded);
        Self {
            document,
            sentence,
            wish: sentence.clone().find(is_wish),
        }
    }

    fn word(&self, at: usize) -> &str {
        let token = self.document.tokens.get(at);
        let inside = token.filter(|_| at < self.sentence.end);
        inside.map_or("", |token| token.folded.as_str())
    }

    fn is_word(&self, at: usize) -> bool {
        at < self.sentence.end && self.document.tokens[at].shape == Shape::Word
    }

    fn is_capital(&self, at: usize) -> bool {
        self.is_word(at) && self.document.tokens[at].is_capital(self.document.text.plain())
    }

    /// The tokens at which a clause begins.
    fn starts(&self) -> Vec<usize> {
        let fronted = matches!(
            self.word(self.sentence.start),
            "on" | "in"
                | "at"
                | "after"
                | "during"
                | "since"
                | "as"
                | "last"
                | "yesterday"
                | "today"
        );
        let mut comma = false;
        let behind = self.sentence.clone().filter(|at| {
            let word = self.word(*at);
            let first = word == "," && fronted && !std::mem::replace(&mut comma, true);
            first || is("openers", word)
        });
        let mut starts = vec![self.sentence.start];
        starts.extend(behind.map(|at| at + 1));
        starts.dedup();
        starts
    }

    /// Reads a clause, and adds a finding where its verb does not fit.
    fn check(&self, start: usize, findings: &mut Findings<'_>) {
        if self.document.quoted[start.min(self.sentence.end - 1)] {
            return;
        }
        let Some((count, at)) = self.subject(start) else {
            return;
        };
        let verb = match self.word(at) {
            "am" if count == Count::Several => "is",
            verb => verb,
        };
        let Some((one, several)) = self::verb(verb) else {
            return;
        };
        let (fits, other) = match count {
            Count::One => (one, several),
            Count::Several => (several, one),
        };
        // `If the shop were nearer`, `I suggest that the driver have a rest`.
        let may_wish = self.wish.is_some_and(|wish| wish < start)
            || verb == "were" && start > self.sentence.start;
        // `The drivers’ needs`, `my brother’s works`.
        let next = self.word(at + 1);
        let is_noun = verb_in("auxiliaries", verb).is_none()
            && (!self.is_word(at + 1)
                || self::verb(next).is_some()
                || is("stops", next) && next != "me"
                || matches!(next, "of" | "in" | "on" | "at"));
        if verb != other || count == Count::One && may_wish || is_noun {
            return;
        }
        let range = self.document.span(&(at..at + 1));
        let message = match count {
            Count::One => "one is meant, and this verb is for several",
            Count::Several => "several are meant, and this verb is for one",
        };
        let found = findings.add(known("agreement"), &range, message);
        found.suggest(fits.to_owned()).at(Level::Warning);
    }

    /// Who does it, from the beginning of a clause to its verb.
    fn subject(&self, start: usize) -> Read {
        let (count, at) = self.of_several(start).or_else(|| self.noun(start))?;
        let (count, at) = self.joined(start, count, at);
        let mut at = at;
        for _ in 0..2 {
            at = self.described(at).unwrap_or(at);
        }
        while is("adverbs", self.word(at)) {
            at += 1;
        }
        Some((count, at))
    }

    /// `Each of the wards`, `neither of us`: one of several.
    fn of_several(&self, start: usize) -> Read {
        let all = matches!(
            self.word(start),
            "everyone" | "everybody" | "someone" | "nobody" | "anyone"
        );
        if all {
            return Some((Count::One, start + 1));
        }
        let is_each = matches!(self.word(start), "each" | "either" | "neither" | "one");
        if !is_each || self.word(start + 1) != "of" {
            return None;
        }
        let at = self.described(start + 1)?;
        // `One of the nurses who were there`.
        (!matches!(self.word(at), "who" | "that" | "which")).then_some((Count::One, at))
    }

    /// A determiner and a noun.
    fn noun(&self, start: usize) -> Read {
        let determiner = self.word(start);
        if self.document.tokens[start.min(self.sentence.end - 1)].shape != Shape::Word {
            return None;
        }
        if matches!(determiner, "mr" | "mrs" | "ms" | "dr" | "prof" | "miss") {
            let name = start + 1 + usize::from(self.word(start + 1) == ".");
            let names = (name..self.sentence.end)
                .take_while(|at| self.is_capital(*at))
                .count();
            let verb = name + names;
            let plain = verb_in("auxiliaries", self.word(verb));
            let known = names > 0 && plain.is_some_and(|(_, several)| several == self.word(verb));
            return known.then_some((Count::One, verb));
        }
        if !is("determiners", determiner) {
            return None;
        }
        let mut end = start + 1;
        while end < start + 5 && self.continues(end, start + 1) {
            end += 1;
        }
        let head = end.checked_sub(1).filter(|head| *head > start)?;
        let word = self.word(head);
        if self.is_capital(head) {
            return None;
        }
        let ambiguous = start > self.sentence.start && head > start + 1;
        if let Some(one) = single_of(word) {
            // `The shop that the driver runs is open`.
            let may_be_verb = ambiguous && kinds(&one).verb;
            let counted = matches!(
                determiner,
                "a" | "an" | "each" | "every" | "another" | "this" | "that"
            );
            return (!may_be_verb && !counted).then_some((Count::Several, end));
        }
        let several = matches!(
            determiner,
            "these" | "those" | "several" | "many" | "both" | "few"
        );
        let may_be_verb = head > start + 1 && kinds(word).verb;
        let one = is_one(word) && !several && !may_be_verb && !is("either", word);
        one.then_some((Count::One, end))
    }

    /// Whether a noun group that began at `from` goes on with a token.
    fn continues(&self, at: usize, from: usize) -> bool {
        let word = self.word(at);
        let behind_noun = at > from && {
            let before = self.word(at - 1);
            single_of(before).is_some() || is_one(before)
        };
        let lists = [
            "stops",
            "prepositions",
            "pronouns",
            "adverbs",
            "determiners",
        ];
        let listed = lists.iter().any(|list| is(list, word));
        let ends = verb_in("auxiliaries", word).is_some() || behind_noun && verb(word).is_some();
        self.is_word(at) && !word.contains('\'') && !listed && !ends
    }

    /// `and her deputy`: two do it.
    fn joined(&self, start: usize, count: Count, at: usize) -> (Count, usize) {
        if self.word(at) != "and" {
            return (count, at);
        }
        if self.word(at + 1) == "i" {
            return (Count::Several, at + 2);
        }
        let first = self.word(start);
        let each = matches!(first, "each" | "every" | "everyone" | "everybody");
        // `My friend and colleague` may be one.
        let two = first != self.word(at + 1) || first == "the";
        match self.noun(at + 1) {
            Some((_, end)) if !each && two => (Count::Several, end),
            _ => (count, at),
        }
    }

    /// What describes the noun before `at`, up to the token behind it: `of the maps`, `I visited`.
    fn described(&self, at: usize) -> Option<usize> {
        if is("prepositions", self.word(at)) {
            let mut end = at + 1;
            if matches!(self.word(end), "you" | "us" | "them" | "it" | "me") {
                return Some(end + 1);
            }
            if is("determiners", self.word(end)) {
                end += 1;
            }
            let from = end;
            while end < from + 4 && self.continues(end, from) {
                end += 1;
            }
            let last = end.checked_sub(1).filter(|last| *last >= from)?;
            let word = self.word(last);
            let is_noun = single_of(word).is_some() || kinds(word).noun || self.is_capital(last);
            return is_noun.then_some(end);
        }
        let with_that = usize::from(matches!(self.word(at), "that" | "which" | "who"));
        let who = at + with_that;
        if !is("pronouns", self.word(who)) || !self.is_word(who + 1) {
            return None;
        }
        let end = who + 2;
        let object = matches!(
            self.word(end),
            "me" | "us" | "you" | "them" | "with" | "at" | "in" | "on" | "to" | "about" | "for"
        ) && !is("determiners", self.word(end + 1))
            && !self.is_capital(end + 1);
        Some(end + usize::from(object))
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{none, one};

    #[test]
    fn a_verb_fits_the_noun_and_not_what_stands_between() {
        one(
            "The list of questions you sent me were helpful.",
            "agreement",
            "were",
            "was",
        );
        one(
            "Each of the wards I visited have its own way.",
            "agreement",
            "have",
            "has",
        );
        one(
            "A copy of my transcripts are with it.",
            "agreement",
            "are",
            "is",
        );
        one(
            "The students at your school seems curious.",
            "agreement",
            "seems",
            "seem",
        );
        one(
            "My line manager don't know it yet.",
            "agreement",
            "don't",
            "doesn't",
        );
        one(
            "The amount of paperwork do not worry me.",
            "agreement",
            "do",
            "does",
        );
    }

    #[test]
    fn two_that_are_joined_are_several() {
        one(
            "The chef and her deputy was generous.",
            "agreement",
            "was",
            "were",
        );
        one("My wife and I am ready to move.", "agreement", "am", "are");
        none("The chef and her deputy were generous. My wife and I are ready.");
        none("Each nurse and each doctor has a key.");
    }

    #[test]
    fn it_says_nothing_where_it_may_be_wrong() {
        none("The team are kind. The rest were shown to me. The number of maps are many.");
        none("If the shop were nearer, I would walk. I suggest that the driver have a rest.");
        none("The way the nurses work is clear. The shop my brother runs is open.");
        none("Two weeks is enough. The news was good. What I like about the maps is the paper.");
        none("One of the nurses who were on duty was kind. The drivers’ needs are known.");
        none("The woman in the blue coats was kind. The maps on the wall were old.");
        none("I know that the visits help me. I saw that the plan works.");
    }
}
