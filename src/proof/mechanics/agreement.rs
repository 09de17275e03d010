//! Verbs that do not fit who does them, where a sentence says in plain order who that is.
//!
//! Reads what stands at the beginning of a clause: a determiner and a noun, what describes the noun,
//! the verb. Whatever it does not know ends the reading, so that it says little and is right.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::LazyLock;

use super::super::Page;
use super::super::document::{Document, Part};
use super::super::finding::Findings;
use super::super::forms::{Form, is_one, kinds, single_of};
use super::super::lexicon::class;
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

/// The words that no group of a noun goes on with, of whatever list.
static ENDS: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    let lists = [
        "stops",
        "prepositions",
        "pronouns",
        "adverbs",
        "determiners",
    ];
    let words = lists.iter().flat_map(|list| WORDS.words(list));
    let auxiliaries = WORDS.words("auxiliaries").iter();
    let auxiliaries = auxiliaries.flat_map(|pair| pair.split('/'));
    words.copied().chain(auxiliaries).collect()
});

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

/// Whether a word may say what is done with a noun: `hanging`, `sent`.
fn is_participle(word: &str) -> bool {
    let listed = || class("participle").is_some_and(|words| words.contains(word));
    word.ends_with("ing") || Form::Past.has(word) || word == "set" || listed()
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
        for _ in 0..3 {
            at = self.described(at).unwrap_or(at);
        }
        at = self.besides(at).unwrap_or(at);
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
        if let Some(read) = self.part_of(start).or_else(|| self.amount_of(start)) {
            return Some(read);
        }
        let is_each = matches!(self.word(start), "each" | "either" | "neither" | "one");
        if !is_each || self.word(start + 1) != "of" {
            return None;
        }
        let at = self.described(start + 1)?;
        // `One of the nurses who were there`.
        (!matches!(self.word(at), "who" | "that" | "which")).then_some((Count::One, at))
    }

    /// `All of the equipment`, `most of the nurses`: what the noun says.
    fn part_of(&self, start: usize) -> Read {
        if !is("parts", self.word(start)) || self.word(start + 1) != "of" {
            return None;
        }
        self.noun(start + 2).filter(|(count, _)| {
            // `None of the nurses has` is right as well as `have`.
            *count == Count::One || self.word(start) != "none"
        })
    }

    /// `A number of questions`: several.
    fn amount_of(&self, start: usize) -> Read {
        let amount = self.word(start) == "a"
            && is("amounts", self.word(start + 1))
            && self.word(start + 2) == "of";
        let end = amount.then(|| self.described(start + 2)).flatten()?;
        let is_several = single_of(self.word(end - 1)).is_some();
        is_several.then_some((Count::Several, end))
    }

    /// What stands between two commas: `, together with the hours,`.
    fn besides(&self, at: usize) -> Option<usize> {
        if self.word(at) != "," || !is("besides", self.word(at + 1)) {
            return None;
        }
        let inside = at + 2..self.sentence.end.min(at + 12);
        let close = inside.clone().find(|at| self.word(*at) == ",")?;
        Some(close + 1)
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
        // `The tools hanging above the bench`.
        let described = behind_noun && is_participle(word);
        let ends = ENDS.contains(word) || behind_noun && verb(word).is_some() || described;
        self.is_word(at) && !word.contains('\'') && !ends
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
            // `With forklifts and jacks`: what has no determiner belongs to it.
            let and = end > from && self.word(end) == "and" && self.continues(end + 1, end + 1);
            if and && single_of(self.word(end - 1)).is_some() {
                let from = end + 1;
                let mut more = from;
                while more < from + 3 && self.continues(more, from) {
                    more += 1;
                }
                if more > from && single_of(self.word(more - 1)).is_some() {
                    end = more;
                }
            }
            let last = end.checked_sub(1).filter(|last| *last >= from)?;
            let word = self.word(last);
            let is_noun = single_of(word).is_some() || kinds(word).noun || self.is_capital(last);
            return is_noun.then_some(end);
        }
        // `The tools hanging above the bench`, `the terms set out in your letter`.
        let word = self.word(at);
        let out = usize::from(self.word(at + 1) == "out");
        if is_participle(word)
            && !ENDS.contains(word)
            && is("prepositions", self.word(at + 1 + out))
        {
            let of_it = self.described(at + 1 + out)?;
            return Some(of_it);
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
    fn what_describes_a_noun_is_passed_over() {
        for (body, words, put) in [
            (
                "The tools hanging above the bench tells me a lot.",
                "tells",
                "tell",
            ),
            ("The terms set out in your letter is fine.", "is", "are"),
            (
                "The salary, together with the allowance, are fair.",
                "are",
                "is",
            ),
            (
                "My boss, who trained three drivers, speak well of you.",
                "speak",
                "speaks",
            ),
            (
                "All of the equipment in the new suite were clean.",
                "were",
                "was",
            ),
            (
                "A number of questions about the plan has come up.",
                "has",
                "have",
            ),
            (
                "My experience with forklifts and pallet jacks make me a match.",
                "make",
                "makes",
            ),
        ] {
            one(body, "agreement", words, put);
        }
        none("The drivers working in the yard were kind. The plan sent to the drivers was clear.");
        none("A number of questions have come up. All of the nurses were kind, and all of it is.");
        none("None of the nurses has a key. None of the nurses have keys.");
        none("My work with forklifts and my degree make me a match.");
        none("The shop closed on Mondays is yours. The driver looked in on us, and was kind.");
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
