//! Notes as tired people type them, from many occupations: what holds for every letter made of them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use regards::diagnostic::{Style, render};
use regards::language::article;
use regards::letter::{Letter, LetterText};
use regards::proof::Shingles;
use regards::prose;
use regards::theme::BUILT_IN;

use super::kinds::outcome_for;
use super::values::dealt;
use super::*;

/// The notes files, each under its name.
fn rehearsal() -> Vec<(String, String, Notes)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/interviews");
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().path())
        .collect();
    files.sort();
    assert!(files.len() >= 30, "{} files", files.len());
    let read = |path: &std::path::PathBuf| {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let text = std::fs::read_to_string(path).unwrap();
        let loaded = regards::notes::load(&name, text.as_bytes())
            .unwrap_or_else(|report| panic!("{}", render(&report, Style::default())));
        (name, text, loaded.notes)
    };
    files.iter().map(read).collect()
}

/// What was composed from one file with one theme, of one kind by one channel.
struct Rehearsed {
    name: String,
    typed: String,
    notes: Notes,
    /// The channel that was asked for over what the notes say.
    asked: Option<Channel>,
    composed: Composed,
}

/// Every letter of every kind, channel and theme that a file can have, composed once.
fn runs() -> &'static [Rehearsed] {
    static RUNS: OnceLock<Vec<Rehearsed>> = OnceLock::new();
    RUNS.get_or_init(|| {
        let mut runs = Vec::new();
        let files = rehearsal();
        for theme in BUILT_IN {
            let built = built_in(theme);
            for (name, typed, notes) in &files {
                for kind in Kind::ALL {
                    let mut notes = notes.clone();
                    notes.interview.outcome = outcome_for(kind, typed.len());
                    let channels = kind.channels().iter().copied().map(Some);
                    for channel in channels.chain([None]) {
                        let options = ComposeOptions {
                            kind,
                            channel,
                            ..ComposeOptions::default()
                        };
                        runs.push(Rehearsed {
                            name: format!("{name}, {theme}"),
                            typed: typed.clone(),
                            notes: notes.clone(),
                            asked: channel,
                            composed: compose(&notes, &built, &Endless, &options).unwrap(),
                        });
                    }
                }
            }
        }
        runs
    })
}

pub fn each_run(mut check: impl FnMut(&str, &str, &Notes, &Composed)) {
    for run in runs() {
        check(&run.name, &run.typed, &run.notes, &run.composed);
    }
}

fn plain(text: &LetterText) -> String {
    prose::plain(&prose::parse(&text.body), None)
}

/// A text in small letters, its words alone.
fn bare(text: &str) -> String {
    let words: Vec<String> = text
        .split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’')
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    format!(" {} ", words.join(" ").replace('’', "'"))
}

#[test]
fn no_letter_shows_a_seam() {
    let mut problems = BTreeSet::new();
    each_run(|name, typed, _, composed| {
        for letter in &composed.letters {
            let text = plain(&letter.text);
            for seam in [
                "  ", " ,", " .", " ;", "..", ",.", ",,", ";.", "?.", "!.", "“ ", " ”", "( ", " )",
                "{{", "{%",
            ] {
                let is_typed = typed.contains(seam) && seam == "..";
                let laid_out = letter.channel == Channel::Page || letter.kind == Kind::Debrief;
                if text.contains(seam) && !is_typed && !(laid_out && seam == "  ") {
                    problems.insert(format!("{name}: `{seam}` in:\n{text}"));
                }
            }
            for paragraph in letter.text.body.split("\n\n") {
                let first = paragraph.trim_start_matches(['“', '"', '(']).chars().next();
                let is_typed = typed.contains(paragraph.split(' ').next().unwrap_or_default());
                let is_low = first.is_some_and(char::is_lowercase);
                if first.is_none() || is_low && !is_typed {
                    problems.insert(format!("{name}: empty, or starts low: {paragraph}"));
                }
            }
            if text.matches('“').count() != text.matches('”').count() {
                problems.insert(format!("{name}: a quotation mark is open:\n{text}"));
            }
            let tokens: Vec<&str> = text.split_whitespace().collect();
            for pair in tokens.windows(2) {
                let (one, two) = (bare(pair[0]), bare(pair[1]));
                let (one, two) = (one.trim(), two.trim());
                // Across a mark, as in "thank you. You were", a word may stand twice.
                let touch = pair[0].ends_with(char::is_alphanumeric)
                    && pair[1].starts_with(char::is_alphanumeric);
                let twice = one == two && one.chars().any(char::is_alphabetic);
                let wrong = matches!(one, "a" | "an") && article(two) != one;
                let is_typed = || bare(typed).contains(&format!(" {one} {two} "));
                if touch && (twice || wrong) && !is_typed() {
                    problems.insert(format!("{name}: `{one} {two}` in:\n{text}"));
                }
            }
        }
    });
    let all: Vec<String> = problems.into_iter().collect();
    assert!(
        all.is_empty(),
        "{} problems:\n{}",
        all.len(),
        all.join("\n----\n")
    );
}

/// The values of the notes that stand word for word where they are said, by their paths.
fn verbatim(notes: &Notes) -> BTreeMap<String, String> {
    let mut values = BTreeMap::new();
    for (place, person) in notes.interviewers.iter().enumerate() {
        let at = format!("interviewers[{place}]");
        for (index, point) in person.discussed_points.iter().enumerate() {
            let at = format!("{at}.discussed_points[{index}]");
            match point {
                Point::Own { say } => {
                    values.insert(format!("{at}.say"), say.clone());
                }
                Point::Topic(topic) => {
                    let fields = [("quote", &topic.quote), ("my_side", &topic.my_side)];
                    for (key, value) in fields {
                        values.extend(value.clone().map(|value| (format!("{at}.{key}"), value)));
                    }
                }
            }
        }
        for (index, end) in person.loose_ends.iter().enumerate() {
            values.insert(
                format!("{at}.loose_ends[{index}].answer"),
                end.answer.clone(),
            );
        }
        let say = &person.say;
        for (key, value) in [
            ("opening", &say.opening),
            ("moment", &say.moment),
            ("point", &say.point),
            ("loose_end", &say.loose_end),
            ("qualification", &say.qualification),
            ("closing", &say.closing),
        ] {
            values.extend(
                value
                    .clone()
                    .map(|value| (format!("{at}.say.{key}"), value)),
            );
        }
    }
    values
}

#[test]
fn own_sentences_and_quotes_stand_word_for_word_and_names_are_exact() {
    each_run(|name, _, notes, composed| {
        let values = verbatim(notes);
        for letter in &composed.letters {
            let text = plain(&letter.text);
            let parts = letter.paragraphs.iter().flatten();
            for path in parts.flat_map(|part| &part.paths) {
                if let Some(value) = values.get(&path.to_string()) {
                    // A capital or a full stop that was left out is all that may be added.
                    assert!(
                        bare(&text).contains(bare(value).trim()),
                        "{name}: {value}\n{text}"
                    );
                }
            }
            assert!(
                letter.text.to.starts_with(letter.recipient.name(notes)),
                "{name}"
            );
            if letter.channel.is_letter() {
                assert!(
                    text.trim_end().ends_with(&notes.from.name),
                    "{name}:\n{text}"
                );
            }
        }
    });
}

/// Runs of three words of what is for oneself alone that the notes say nowhere else.
fn secrets(typed: &str, notes: &Notes) -> Vec<String> {
    let private = notes
        .interviewers
        .iter()
        .filter_map(|person| person.private.as_deref());
    let disliked = notes.debrief.iter().flat_map(|debrief| &debrief.disliked);
    let all = bare(typed);
    let mut runs = Vec::new();
    for text in private.chain(disliked.map(String::as_str)) {
        let words = bare(text);
        let words: Vec<&str> = words.split_whitespace().collect();
        let three = words.windows(3).map(|run| format!(" {} ", run.join(" ")));
        runs.extend(three.filter(|run| all.matches(run.as_str()).count() == 1));
    }
    runs
}

#[test]
fn what_is_for_oneself_alone_reaches_nobody_else() {
    let mut looked_for = 0;
    each_run(|name, typed, notes, composed| {
        for secret in secrets(typed, notes) {
            looked_for += 1;
            for letter in &composed.letters {
                let own = letter.kind == Kind::Debrief && letter.recipient == Recipient::Yourself;
                let says = bare(&letter.text.to_string()).contains(&secret);
                assert!(own || !says, "{name}: `{secret}` in:\n{}", letter.text);
            }
        }
    });
    assert!(looked_for > 1_000);
}

#[test]
fn ceilings_hold_and_every_fact_is_said_or_named() {
    each_run(|name, _, notes, composed| {
        for letter in composed
            .letters
            .iter()
            .filter(|each| each.kind == Kind::ThankYou)
        {
            let words = letter.text.words();
            let over = composed
                .remarks
                .iter()
                .any(|remark| remark.text.contains("over the ceiling"));
            assert!(
                words <= 180 || over || notes.style.max_words.is_some(),
                "{name}: {words} words"
            );
            assert!(letter.paragraphs.len() <= 5, "{name}:\n{}", letter.text);
            if letter.channel == Channel::Email {
                every_fact(name, notes, letter, composed);
            }
        }
    });
}

fn every_fact(name: &str, notes: &Notes, letter: &Letter, composed: &Composed) {
    let Recipient::Interviewer(place) = letter.recipient else {
        return;
    };
    let ends = letter.subject.iter().chain(&letter.sign_off);
    let parts = letter.paragraphs.iter().flatten().chain(ends);
    let said: Vec<String> = parts
        .flat_map(|part| part.paths.iter().map(ToString::to_string))
        .collect();
    let mut named: Vec<String> = letter
        .left_out
        .iter()
        .map(|out| out.path.to_string())
        .collect();
    // The card beside an email says the moment.
    let both = composed
        .letters
        .iter()
        .filter(|each| each.recipient == letter.recipient);
    for other in both.filter(|other| other.channel != letter.channel) {
        let parts = other.paragraphs.iter().flatten();
        named.extend(parts.flat_map(|part| part.paths.iter().map(ToString::to_string)));
    }
    let person = &notes.interviewers[place];
    let at = format!("interviewers[{place}]");
    let mut facts: Vec<String> = verbatim(notes)
        .into_keys()
        .filter(|path| path.starts_with(&at))
        .collect();
    for (index, point) in person.discussed_points.iter().enumerate() {
        if matches!(point, Point::Topic(_)) {
            facts.push(format!("{at}.discussed_points[{index}].topic"));
        }
    }
    facts.extend(person.moment.iter().map(|_| format!("{at}.moment")));
    facts.extend(person.told_me.iter().map(|_| format!("{at}.told_me")));
    for fact in facts.iter().filter(|fact| !fact.ends_with(".answer")) {
        let is_there = said.contains(fact) || named.contains(fact);
        assert!(
            is_there,
            "{name}: {fact} is neither said nor named:\n{}",
            letter.text
        );
    }
}

/// The runs of three words in what a letter's phrases say; values of the notes are blanked.
fn shingles(letter: &Letter, notes: &Notes) -> Shingles {
    let mut runs = Vec::new();
    let interview = &notes.interview;
    let company = interview
        .company_in_text
        .as_ref()
        .unwrap_or(&interview.company);
    for part in letter
        .paragraphs
        .iter()
        .flatten()
        .filter(|part| part.phrase.is_some())
    {
        let text = bare(&prose::plain(&prose::parse(&part.markdown), None));
        let text = text
            .replace(bare(&interview.role).trim(), "@")
            .replace(bare(company).trim(), "@");
        // What all of them share: the day, and what the position is called.
        let days = [
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "morning",
            "afternoon",
            "evening",
        ];
        let is_day = |word: &&str| days.contains(word);
        let text: Vec<&str> = text
            .split_whitespace()
            .map(|word| if is_day(&word) { "@" } else { word })
            .collect();
        let mut text = text.join(" ").replace("@ @", "@");
        for noun in ["role", "position"] {
            text = text.replace(&format!("the {noun} of @"), "@");
            text = text.replace(&format!("the @ {noun}"), "@");
        }
        runs.push(Shingles::of(text.split_whitespace()));
    }
    Shingles::joined(runs)
}

#[test]
fn two_letters_of_one_file_have_little_in_common() {
    let mut worst = 0.0_f64;
    let mut alike = Vec::new();
    for run in runs().iter().filter(|run| run.asked.is_none()) {
        let (name, notes, composed) = (&run.name, &run.notes, &run.composed);
        let letters: Vec<&Letter> = composed
            .letters
            .iter()
            .filter(|each| each.channel.is_letter())
            .collect();
        for (at, one) in letters.iter().enumerate() {
            for two in &letters[at + 1..] {
                let similarity = shingles(one, notes).similarity(&shingles(two, notes));
                worst = worst.max(similarity);
                if similarity >= 0.20 {
                    alike.push(format!(
                        "{name}: {similarity:.2}
{}
{}",
                        one.text, two.text
                    ));
                }
            }
        }
        let mut seen = BTreeSet::new();
        for letter in &letters {
            for phrase in dealt(letter).collect::<BTreeSet<_>>() {
                assert!(
                    seen.insert(phrase.clone()),
                    "{name}: {phrase:?} goes to two people"
                );
            }
        }
    }
    assert!(
        alike.is_empty(),
        "{} pairs:\n{}",
        alike.len(),
        alike.join("\n----\n")
    );
    assert!(worst > 0.0);
}

#[test]
fn a_panel_of_eight_reads_no_sentence_twice() {
    let files = rehearsal();
    let (_, _, notes) = files
        .iter()
        .find(|(name, ..)| name == "panel-of-eight")
        .unwrap();
    for theme in BUILT_IN {
        let options = ComposeOptions {
            channel: Some(Channel::Email),
            ..ComposeOptions::default()
        };
        let composed = compose(notes, &built_in(theme), &Endless, &options).unwrap();
        assert_eq!(composed.letters.len(), 8);
        let mut seen: BTreeMap<String, usize> = BTreeMap::new();
        for (at, letter) in composed.letters.iter().enumerate() {
            let text = plain(&letter.text);
            let body: Vec<&str> = text
                .trim()
                .lines()
                .filter(|line| !line.is_empty())
                .collect();
            for paragraph in &body[1..body.len() - 2] {
                for sentence in paragraph.split_inclusive(['.', '?', '!']) {
                    if bare(sentence).trim().is_empty() {
                        continue;
                    }
                    let other = seen.insert(bare(sentence), at);
                    assert!(other.is_none_or(|other| other == at), "{theme}: {sentence}");
                }
            }
            let subject = letter.text.subject.clone().unwrap();
            assert!(
                seen.insert(subject.clone(), at).is_none(),
                "{theme}: {subject}"
            );
        }
    }
}

#[test]
fn subjects_are_specific_and_short() {
    each_run(|name, _, notes, composed| {
        let mut seen = BTreeSet::new();
        for letter in composed
            .letters
            .iter()
            .filter(|each| each.channel == Channel::Email)
        {
            let subject = letter.text.subject.clone().unwrap();
            let length = |text: &str| text.chars().count();
            let interview = &notes.interview;
            let role = length(&interview.role).max(length(&interview.company));
            assert!(
                subject.chars().count() < 60.max(role + 30),
                "{name}: {subject}"
            );
            assert!(
                !subject.to_lowercase().contains("following up"),
                "{name}: {subject}"
            );
            assert!(
                seen.insert(subject.clone()),
                "{name}: {subject} goes to two people"
            );
        }
    });
}

#[test]
fn the_proofreader_has_nothing_against_a_letter() {
    use regards::diagnostic::{Level, Source};
    use regards::proof::{Allowed, Document, Occasion, Proof};

    let mut problems = BTreeSet::new();
    each_run(|name, typed, notes, composed| {
        let mut loaded = regards::notes::load(name, typed.as_bytes()).unwrap();
        loaded.notes = notes.clone();
        let proof = Proof::new(Some(&loaded), &[], None);
        // A page for oneself says what was typed, as it was typed.
        let letters = composed.letters.iter();
        for letter in letters.filter(|letter| letter.channel != Channel::Page) {
            let text = letter.text.to_string();
            let occasion = Occasion {
                kind: letter.kind,
                channel: letter.channel,
                recipient: Some(letter.recipient),
            };
            let document = Document::read(Source::new("letter.md", text).into(), occasion);
            let mut found = proof.read(&document);
            Allowed::new(notes).accept(&mut found, letter.recipient, notes);
            for finding in found.iter().filter(|finding| finding.level != Level::Hint) {
                let range = finding.range.clone().unwrap_or_default();
                let words = &document.source().text()[range];
                problems.insert(format!(
                    "{name}, {} by {}: {}: {words}: {}",
                    letter.kind, letter.channel, finding.rule.id, finding.message
                ));
            }
        }
    });
    assert!(problems.is_empty(), "{problems:#?}");
}
