//! What the patterns of the rules find.

use super::Page;
use std::collections::BTreeMap;

use super::document::{Document, Part};
use super::etiquette::Excuses;
use super::finding::Findings;
use super::pattern::Match;
use super::registry::RULES;
use super::rule::{Layer, Rule};
use super::token::capitalised;
use crate::notes::Kind;

/// Looks for the patterns of every rule that holds for the letter.
pub(super) fn check(page: &Page<'_>, findings: &mut Findings<'_>) {
    let document = page.document;
    let excuses = Excuses::new(page);
    let mut found = Vec::new();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for (pattern, matched) in RULES.index.find(document) {
        let (rule, wanted) = RULES.owner(pattern);
        let quoted = document.quoted[matched.pointed.start.min(document.quoted.len() - 1)];
        let part = part_of(document, &matched);
        let wants_part = part.is_some_and(|part| rule.parts.contains(&part));
        if !rule.holds_for(&document.occasion) || !wants_part || quoted && !rule.in_quotes {
            continue;
        }
        if !wanted.languages.is_empty() && !wanted.languages.contains(&page.language()) {
            continue;
        }
        if rule.id.starts_with("dialect-") && is_named_so(page, rule, &matched) {
            continue;
        }
        let is_due = document.occasion.kind == Kind::CheckIn && !excuses.is_early();
        if wanted.early && is_due || excuses.excuse(rule, &matched.pointed) {
            continue;
        }
        *counts.entry(&rule.id).or_default() += 1;
        found.push((rule, wanted, matched));
    }
    let mut last: BTreeMap<&str, usize> = BTreeMap::new();
    for (rule, wanted, matched) in found {
        let count = counts.get(rule.id.as_str()).copied().unwrap_or_default();
        if count < rule.at_least && !wanted.alone {
            continue;
        }
        // Two lines of a rule often find the same words; what begins inside a finding is part of it.
        let end = last.entry(&rule.id).or_default();
        if rule.layer == Layer::Etiquette && matched.pointed.start < *end {
            continue;
        }
        *end = matched.pointed.end;
        let range = document.span(&matched.pointed);
        let message = wanted.says.as_ref().unwrap_or(&rule.says);
        let message = filled(message, document, &matched);
        let found = findings.add(rule, &range, message);
        found.at(wanted.level.unwrap_or(rule.level));
        let words = document.words(&range);
        for put in &wanted.put {
            found.suggest(cased(&filled(put, document, &matched), words));
        }
        let better = wanted.better.as_ref().unwrap_or(&rule.better);
        if !better.is_empty() {
            found.help(filled(better, document, &matched));
        }
    }
}

/// Whether a name is spelt so, or the notes say it just so: nobody's name is of another country.
fn is_named_so(page: &Page<'_>, rule: &Rule, matched: &Match) -> bool {
    let document = page.document;
    let spelling = rule.layer == Layer::Spelling;
    let whole = document.words(&document.span(&matched.whole));
    let noted = page.proof.notes.map(|loaded| loaded.source.text());
    let is_title = whole.starts_with(char::is_uppercase);
    if is_title && noted.is_some_and(|text| text.contains(whole)) {
        return true;
    }
    let mut words = matched
        .pointed
        .clone()
        .filter(|at| document.tokens[*at].is_word());
    words.all(|at| {
        let token = &document.tokens[at];
        let inside = at > matched.whole.start && !document.starts_sentence(at);
        let name = inside && spelling && token.is_capital(document.text.plain());
        name || page.proof.known.has(&token.folded)
    })
}

fn part_of(document: &Document, matched: &Match) -> Option<Part> {
    document.zone_of(matched.whole.start).map(|zone| zone.part)
}

/// A text with `$0` and `$1` to `$9` replaced by the words that were pointed at.
fn filled(text: &str, document: &Document, matched: &Match) -> String {
    if !text.contains('$') {
        return text.to_owned();
    }
    let mut filled = String::new();
    let mut pieces = text.split('$');
    filled.push_str(pieces.next().unwrap_or_default());
    for piece in pieces {
        let number = piece.chars().next().and_then(|digit| digit.to_digit(10));
        let Some(number) = number.map(|number| number as usize) else {
            filled.push('$');
            filled.push_str(piece);
            continue;
        };
        let tokens = &matched.pointed;
        let range = match number {
            0 => document.span(tokens),
            _ => {
                let at = tokens.start + number - 1;
                document.span(&(at..(at + 1).min(tokens.end).max(at)))
            }
        };
        filled.push_str(document.words(&range));
        filled.push_str(&piece[1..]);
    }
    filled
}

/// A replacement with a capital where the words it replaces have one.
fn cased(put: &str, words: &str) -> String {
    let lower = put.starts_with(char::is_lowercase);
    let capital = words.starts_with(char::is_uppercase) && !words.starts_with("I ");
    match lower && capital {
        true => capitalised(put),
        false => put.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::super::Proof;
    use super::super::document::{Occasion, Part};
    use super::super::registry;
    use super::super::rule_file::without_examples;
    use super::super::rules::FILES;
    use super::*;
    use crate::diagnostic::{Level, Source};

    /// A letter that says a sentence in one of its parts, and nothing else of weight.
    fn letter(rule: &Rule, sentence: &str) -> Document {
        let (mut subject, mut salutation, mut body, mut sign_off) =
            ("Hello", "Dear Ann,", "It rained.", "Yours,\nBo");
        match rule.parts[..] {
            [Part::Subject] => subject = sentence,
            [Part::Salutation] => salutation = sentence,
            [Part::SignOff] => sign_off = sentence,
            _ => body = sentence,
        }
        let text = format!(
            "---\nto: Ann\nsubject: {subject}\nchannel: email\n---\n\n{salutation}\n\n{body}\n\n{sign_off}\n"
        );
        let occasion = Occasion {
            kind: rule.kinds[0],
            channel: rule.channels[0],
            recipient: None,
        };
        Document::read(Arc::new(Source::new("letter.md", text)), occasion)
    }

    #[test]
    fn every_pattern_finds_its_examples_and_passes_its_counterexamples() {
        let (rules, problems) = registry::read(FILES);
        assert_eq!(problems, Vec::<String>::new());
        for (name, text) in FILES {
            // Says more than what reads them at run time: a key given twice, a tag.
            crate::yaml::load(name, text.as_bytes()).unwrap();
            assert!(!without_examples(text).contains("    yes:"), "{name}");
        }
        // What is used has the same patterns as what is tested.
        let lines = |rule: &Rule| -> Vec<Vec<String>> {
            let patterns = rule.patterns.iter();
            patterns.map(|wanted| wanted.find.clone()).collect()
        };
        for (used, tested) in registry::rules().iter().zip(rules.all()) {
            assert_eq!(lines(used), lines(tested), "{}", used.id);
        }
        let mut wrong = Vec::new();
        for rule in rules.all() {
            for wanted in &rule.patterns {
                if wanted.yes.is_empty() || wanted.no.is_empty() {
                    wrong.push(format!("{}: {:?} lacks yes or no", rule.id, wanted.find));
                }
                let found = |sentence: &str| {
                    let document = letter(rule, sentence);
                    let mut findings = Findings::new(&document);
                    let proof = Proof {
                        language: wanted.languages.first().copied().unwrap_or_default(),
                        ..Proof::default()
                    };
                    let page = Page {
                        document: &document,
                        proof: &proof,
                    };
                    check(&page, &mut findings);
                    findings
                        .done()
                        .iter()
                        .any(|finding| finding.rule.id == rule.id)
                };
                for sentence in wanted.yes.iter().filter(|sentence| !found(sentence)) {
                    wrong.push(format!("{}: does not find: {sentence}", rule.id));
                }
                for sentence in wanted.no.iter().filter(|sentence| found(sentence)) {
                    wrong.push(format!("{}: finds: {sentence}", rule.id));
                }
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    #[test]
    fn sound_sentences_are_left_alone() {
        let sentences = include_str!("../../tests/fixtures/proof/sound-sentences.txt");
        let wrong = sentences.lines().filter_map(|sentence| {
            let document = letter(registry::known("mixed-up-words"), sentence);
            let found = Proof::default()
                .read(&document)
                .into_iter()
                .find(|finding| {
                    finding.rule.layer == Layer::Phrases && finding.level != Level::Hint
                });
            found.map(|found| format!("{}: {sentence}", found.rule.id))
        });
        assert_eq!(wrong.collect::<Vec<_>>(), Vec::<String>::new());
    }
}
