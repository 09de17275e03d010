//! Fragments of the notes, made to fit the place of a sentence where that is certain.
//!
//! People type `she started here as a temp` where a letter says "you", a clause where a noun phrase
//! belongs, a fragment in capitals. What can be put right without a guess is; the rest tells its
//! form, so that it can be said in another place or left out.

use std::sync::LazyLock;

use super::text::fold;
use crate::language::Lists;
use crate::theme::{clause as bare, keeps_stop};

static LISTS: LazyLock<Lists> = LazyLock::new(|| Lists::read(include_str!("fragment.txt")));

/// What a place of a sentence takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// What can follow "about": a noun phrase, an -ing phrase, a clause after "how".
    Thing,
    /// What can follow "that": a clause.
    Clause,
}

/// A fragment as a letter can say it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Fragment {
    /// The words.
    pub(super) text: String,
    /// What the words are.
    pub(super) form: Form,
    /// Whether the words were changed in a way that their writer should know of.
    pub(super) mended: bool,
    /// Whether the change may be wrong: the words are not for a letter as they are.
    pub(super) doubtful: bool,
}

/// Makes a fragment fit a place that takes `wanted`, as far as that is certain.
pub(super) fn fit(typed: &str, wanted: Form) -> Fragment {
    let folded = fold(typed);
    let small = without_capitals(&folded).or_else(|| without_shouts(&folded));
    let text = small.as_deref().unwrap_or(&folded);
    let plain = without_chat(text);
    let text = bare(plain.as_deref().unwrap_or(text));
    let (text, form) = match wanted {
        Form::Thing => as_thing(&text),
        Form::Clause => as_clause(&text),
    };
    let text = without_stray_capitals(&text);
    let second = match form {
        Form::Clause => from_first_person(&text).or_else(|| second_person(&text)),
        Form::Thing => second_person(&text),
    };
    Fragment {
        mended: small.is_some() || plain.is_some() || second.is_some(),
        doubtful: second.as_ref().is_some_and(|second| second.doubtful),
        text: second.map_or(text, |second| second.text),
        form,
    }
}

/// A need as it stands after "help with"; `None` where it is a clause.
pub(super) fn need(typed: &str) -> Option<String> {
    let fitted = fit(typed, Form::Thing);
    let is_thing = fitted.form == Form::Thing && !fitted.doubtful;
    let is_clause =
        fitted.text.starts_with("how ") && !fold(typed).to_lowercase().starts_with("how ");
    (is_thing && !is_clause).then_some(fitted.text)
}

/// Whether a text says what somebody does not have: `no degree, but …`.
pub(super) fn is_negative(text: &str) -> bool {
    words(text)
        .next()
        .is_some_and(|word| LISTS.has("negative", &word))
}

/// Whether a text is a question as it is asked: `how does the team split the work`.
pub(super) fn is_question(text: &str) -> bool {
    let mut words = words(text);
    let asks = words
        .next()
        .is_some_and(|word| LISTS.has("questions", &word));
    asks && words
        .next()
        .is_some_and(|word| LISTS.has("auxiliaries", &word))
}

/// Whether a text is a whole sentence of the writer's own rather than a fragment: `I have …`.
pub(super) fn is_own_sentence(text: &str) -> bool {
    let first = words(text).next().unwrap_or_default();
    matches!(first.as_str(), "i" | "i'm" | "i've" | "i'd" | "i'll")
}

/// Own sentences with the capitals that were left out in haste: of `i` alone, and after a stop.
pub(super) fn own(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        let before = out.trim_end();
        let begins_word = before.len() < out.len() || out.ends_with('(') || at == 0;
        let after = text[at + c.len_utf8()..].chars().next().unwrap_or(' ');
        let alone = c == 'i' && matches!(after, ' ' | ',' | '\'' | '’');
        let after_stop = before.len() < out.len()
            && before.ends_with(['.', '?', '!'])
            && ends_in_a_word(before)
            && !before.ends_with("..")
            && !keeps_stop(before);
        let upper = begins_word && (alone || after_stop) && c.is_lowercase();
        if upper {
            out.extend(c.to_uppercase());
        } else {
            out.push(c);
        }
    }
    out
}

/// Whether a word of several letters stands before the marks at the end, no number or initial.
fn ends_in_a_word(text: &str) -> bool {
    let last = text.split_whitespace().next_back().unwrap_or_default();
    last.chars().filter(|c| c.is_alphabetic()).count() > 1
}

/// A fragment without words that shout: two and more in capitals beside words in small letters.
fn without_shouts(text: &str) -> Option<String> {
    let tokens: Vec<&str> = text.split(' ').collect();
    let shouts = |token: &&str| {
        let letters = token.chars().filter(|c| c.is_alphabetic());
        letters.clone().count() > 2 && letters.clone().all(char::is_uppercase)
    };
    let loud: Vec<bool> = tokens.iter().map(|token| shouts(&token)).collect();
    let beside =
        |at: usize| at > 0 && loud[at - 1] || loud.get(at + 1).copied().unwrap_or_default();
    if loud.iter().all(|loud| *loud) || !(0..loud.len()).any(|at| loud[at] && beside(at)) {
        return None;
    }
    let word = |(at, token): (usize, &&str)| match loud[at] && beside(at) {
        true => token.to_lowercase(),
        false => (*token).to_owned(),
    };
    Some(
        tokens
            .iter()
            .enumerate()
            .map(word)
            .collect::<Vec<_>>()
            .join(" "),
    )
}

/// A fragment without the capitals that polite people give its reader in the middle: `the way You
/// run it`.
fn without_stray_capitals(text: &str) -> String {
    let mut words: Vec<String> = text.split(' ').map(str::to_owned).collect();
    for word in words.iter_mut().skip(1) {
        if matches!(
            word.as_str(),
            "You" | "Your" | "Yours" | "You're" | "You’re"
        ) {
            *word = word.to_lowercase();
        }
    }
    words.join(" ")
}

fn as_thing(text: &str) -> (String, Form) {
    let text = text.strip_prefix("about ").unwrap_or(text);
    let inner = ["that ", "because ", "since "]
        .iter()
        .find_map(|start| text.strip_prefix(start));
    let clause = inner.filter(|rest| is_clause(rest)).unwrap_or(text);
    if clause == text && !starts_clause(text) && !is_surely_a_clause(text) {
        return (text.to_owned(), Form::Thing);
    }
    // `you told me that the boiler is from 1961` is a clause about what they said.
    let mut each = clause.splitn(3, ' ');
    let (_, verb, rest) = (
        each.next(),
        each.next().unwrap_or_default(),
        each.next().unwrap_or_default(),
    );
    if LISTS.has("told", verb) && !clause.starts_with("I ") {
        let rest = rest
            .strip_prefix("me ")
            .or(rest.strip_prefix("us "))
            .unwrap_or(rest);
        let rest = rest.strip_prefix("that ").unwrap_or(rest);
        return if is_clause(rest) {
            (rest.to_owned(), Form::Clause)
        } else {
            (
                rest.strip_prefix("about ").unwrap_or(rest).to_owned(),
                Form::Thing,
            )
        };
    }
    (format!("how {clause}"), Form::Thing)
}

fn as_clause(text: &str) -> (String, Form) {
    let text = text.strip_prefix("that ").unwrap_or(text);
    if is_clause(text) {
        return (text.to_owned(), Form::Clause);
    }
    (
        text.strip_prefix("about ").unwrap_or(text).to_owned(),
        Form::Thing,
    )
}

fn starts_clause(text: &str) -> bool {
    let first = words(text).next().unwrap_or_default();
    LISTS.has("subjects", &first) && words(text).nth(1).is_some()
}

/// Whether a text has a subject and a verb of its own, as far as its words tell.
fn is_clause(text: &str) -> bool {
    let words: Vec<String> = words(text).collect();
    let Some(first) = words.first() else {
        return false;
    };
    if LISTS.has("questions", first) {
        return false;
    }
    if starts_clause(text) {
        return true;
    }
    let mut relative = false;
    for (at, word) in words.iter().enumerate().skip(1) {
        // What stands in a relative clause makes no clause of the whole.
        if matches!(
            word.as_str(),
            "who" | "that" | "which" | "where" | "when" | "whose"
        ) {
            relative = true;
            continue;
        }
        let past =
            word.len() > 4 && word.ends_with("ed") && !LISTS.has("determiners", &words[at - 1]);
        if LISTS.has("verbs", word) || past {
            if !relative {
                return true;
            }
            // The verb of the relative clause; the next one would be the main clause's.
            relative = false;
        }
    }
    false
}

/// Whether a text that begins with a noun goes on with its verb: `the buses count a stroller`.
fn is_surely_a_clause(text: &str) -> bool {
    let words: Vec<String> = words(text).collect();
    if words
        .first()
        .is_none_or(|first| LISTS.has("questions", first))
    {
        return false;
    }
    let mut relative = false;
    for (at, word) in words.iter().enumerate().skip(1) {
        if LISTS.has("relative", word) {
            relative = true;
        }
        let plural = words[at - 1].ends_with('s') && words[at - 1].len() > 3;
        let object = words
            .get(at + 1)
            .is_some_and(|next| LISTS.has("objects", next));
        let verb = plural && object && !LISTS.has("after-nouns", word) && !word.ends_with("ing");
        if !relative && (verb || LISTS.has("verbs-sure", word)) {
            return true;
        }
    }
    false
}

/// A text without what is written in a chat and not in a letter; `None` where there is nothing such.
///
/// Words without a meaning go (`ngl`), spoken forms are spelt out (`kinda`), and an aside after the
/// last comma goes (`, super cool`): it was meant for the writer.
fn without_chat(text: &str) -> Option<String> {
    let mut words: Vec<String> = Vec::new();
    for token in text.split(' ') {
        let word = plain(token);
        if LISTS.has("chat", &word) {
            continue;
        }
        let spelt = match word.as_str() {
            "kinda" => "kind of",
            "sorta" => "sort of",
            "gonna" => "going to",
            "wanna" => "want to",
            "gotta" => "have to",
            "cuz" | "bc" | "b/c" => "because",
            "w/" => "with",
            "u" => "you",
            "ur" => "your",
            "thru" => "through",
            "tho" => "though",
            "prolly" => "probably",
            _ => "",
        };
        if spelt.is_empty() {
            words.push(token.to_owned());
        } else {
            words.push(token.to_lowercase().replacen(&word, spelt, 1));
        }
    }
    let mut out = words.join(" ");
    if let Some((before, aside)) = out.rsplit_once(", ") {
        let first = plain(aside.split(' ').next().unwrap_or_default());
        if LISTS.has("asides", &first) && aside.split(' ').count() <= 4 {
            out = before.to_owned();
        }
    }
    let out = out.trim_end_matches([' ', ',']).to_owned();
    (out != text && !out.is_empty()).then_some(out)
}

/// A clause in the words of those who spoke (`we never close`) as said to them.
fn from_first_person(text: &str) -> Option<Second> {
    let first = plain(text.split(' ').next().unwrap_or_default());
    let is_theirs = matches!(
        first.as_str(),
        "we" | "our" | "we're" | "we've" | "we'd" | "we'll"
    );
    let mut changed = false;
    let mut doubtful = false;
    let mut addressed = false;
    let words: Vec<String> = text
        .split(' ')
        .map(|token| {
            let word = plain(token);
            addressed |= word == "you";
            let you = match word.as_str() {
                // `a short task for two of us`: those who applied, unless "we" are they.
                "us" if is_theirs => "you",
                "us" => return token.to_owned(),
                _ if !is_theirs && !word.starts_with('i') => return token.to_owned(),
                "we" => "you",
                "our" => "your",
                "ours" => "yours",
                "ourselves" => "yourselves",
                "we're" => "you're",
                "we've" => "you've",
                "we'd" => "you'd",
                "we'll" => "you'll",
                // Whoever wrote the notes, or whoever spoke?
                "i" | "i'm" | "i've" | "i'd" | "i'll" if !addressed => {
                    doubtful = true;
                    "you"
                }
                _ => return token.to_owned(),
            };
            changed = true;
            replaced(token, &word, you)
        })
        .collect();
    changed.then(|| Second {
        text: words.join(" "),
        doubtful,
    })
}

/// A text in capitals throughout in small letters; `None` where it is not.
fn without_capitals(text: &str) -> Option<String> {
    let letters = || text.chars().filter(|c| c.is_alphabetic());
    let mut words = text.split_whitespace();
    let is_shouted = words.clone().count() > 3 && words.any(|word| word.chars().count() > 4);
    (is_shouted && letters().all(|c| !c.is_lowercase())).then(|| own(&text.to_lowercase()))
}

/// A text that spoke of the reader as he, she or they.
struct Second {
    /// The text with "you".
    text: String,
    /// Whether somebody else may be meant by one of the pronouns, or another verb had to change.
    doubtful: bool,
}

/// The text with the reader as "you" where it speaks of the reader as he, she or they.
///
/// The first pronoun is the reader unless a person was named before it; he and she after a person
/// are that person. They and their are the reader and their colleagues only at the beginning.
fn second_person(text: &str) -> Option<Second> {
    let tokens: Vec<&str> = text.split(' ').collect();
    let mut out: Vec<String> = Vec::new();
    let mut gender: Option<&str> = None;
    let mut doubtful = false;
    let mut name = false;
    // What the next words are read as: the verb of a subject, a second verb after "and".
    let mut subject = false;
    let mut after_and = false;
    for (at, token) in tokens.iter().enumerate() {
        let word = plain(token);
        let is_adverb = LISTS.has("adverbs", &word);
        if subject && !is_adverb {
            subject = false;
            let verb = second_person_verb(&word);
            out.push(verb.map_or((*token).to_owned(), |verb| replaced(token, &word, &verb)));
            continue;
        }
        if LISTS.has("people", &word) || gender.is_none() && at > 0 && is_name(token) {
            // Whoever is named here is he or she from now on.
            out.extend(tokens[at..].iter().map(|&each| each.to_owned()));
            break;
        }
        name |= is_name(token);
        let leads = at == 0 || at == 1 && plain(tokens[0]) == "how";
        let pronoun = Pronoun::read(&word, tokens.get(at + 1).copied(), leads);
        match pronoun.filter(|each| gender.is_none_or(|gender| gender == each.gender)) {
            Some(pronoun) => {
                // `she took over from Marta when she left`: which of them left?
                doubtful |= name && gender.is_some();
                gender = Some(pronoun.gender);
                subject = pronoun.is_subject;
                out.push(replaced(token, &word, pronoun.you));
            }
            None => {
                // `… and runs her own team`: the verb would have to change as well.
                let singular = gender.is_some_and(|gender| gender != "they");
                doubtful |= after_and && singular && third_person_verb(&word);
                out.push((*token).to_owned());
            }
        }
        after_and =
            matches!(word.as_str(), "and" | "but" | "or" | "then") || after_and && is_adverb;
    }
    gender.map(|_| Second {
        text: out.join(" "),
        doubtful,
    })
}

struct Pronoun {
    gender: &'static str,
    you: &'static str,
    is_subject: bool,
}

impl Pronoun {
    /// `leads`: whether it begins the fragment.
    fn read(word: &str, next: Option<&str>, leads: bool) -> Option<Self> {
        let (gender, you, is_subject) = match word {
            "he" => ("he", "you", true),
            "she" => ("she", "you", true),
            "they" if leads => ("they", "you", true),
            "he's" => ("he", "you're", false),
            "she's" => ("she", "you're", false),
            "they're" if leads => ("they", "you're", false),
            "they've" if leads => ("they", "you've", false),
            "his" => ("he", "your", false),
            "their" if leads => ("they", "your", false),
            "him" => ("he", "you", false),
            "himself" => ("he", "yourself", false),
            "herself" => ("she", "yourself", false),
            "her"
                if next.is_some_and(|next| {
                    next.starts_with(char::is_alphanumeric) && !is_function(next)
                }) =>
            {
                ("she", "your", false)
            }
            "her" => ("she", "you", false),
            _ => return None,
        };
        Some(Self {
            gender,
            you,
            is_subject,
        })
    }
}

/// Whether no noun phrase begins with the word, so that `her` before it is no possessive.
fn is_function(word: &str) -> bool {
    matches!(
        plain(word).as_str(),
        "and"
            | "but"
            | "or"
            | "to"
            | "in"
            | "on"
            | "at"
            | "from"
            | "with"
            | "for"
            | "about"
            | "when"
            | "that"
            | "how"
            | "the"
            | "a"
            | "an"
            | "as"
            | "by"
    )
}

/// The verb that goes with "you" for one that goes with "she"; `None` where it stays.
fn second_person_verb(verb: &str) -> Option<String> {
    let fixed = match verb {
        "is" => "are",
        "was" => "were",
        "has" => "have",
        "does" => "do",
        "isn't" => "aren't",
        "wasn't" => "weren't",
        "hasn't" => "haven't",
        "doesn't" => "don't",
        "goes" => "go",
        _ => "",
    };
    if !fixed.is_empty() {
        return Some(fixed.to_owned());
    }
    if !third_person_verb(verb) {
        return None;
    }
    let stem = verb.strip_suffix("ies").map(|stem| format!("{stem}y"));
    let sibilant = ["ches", "shes", "sses", "xes", "zzes"];
    let short = || {
        let cut = if sibilant.iter().any(|end| verb.ends_with(end)) {
            2
        } else {
            1
        };
        verb[..verb.len() - cut].to_owned()
    };
    Some(stem.unwrap_or_else(short))
}

fn third_person_verb(word: &str) -> bool {
    word.len() > 3 && word.ends_with('s') && !word.ends_with("ss") && !LISTS.has("not-verbs", word)
}

/// Whether a word inside a fragment is written as a name.
fn is_name(token: &str) -> bool {
    let mut chars = token.chars().filter(|c| c.is_alphabetic());
    chars.next().is_some_and(char::is_uppercase) && chars.any(char::is_lowercase)
}

/// A token with its word replaced, the marks around it kept.
fn replaced(token: &str, word: &str, by: &str) -> String {
    token.to_lowercase().replace('’', "'").replacen(word, by, 1)
}

/// A word in lower case without the marks around it.
fn plain(token: &str) -> String {
    token
        .trim_matches(|c: char| !c.is_alphanumeric())
        .to_lowercase()
        .replace('’', "'")
}

fn words(text: &str) -> impl Iterator<Item = String> {
    text.split_whitespace()
        .map(plain)
        .filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn thing(text: &str) -> String {
        let fitted = fit(text, Form::Thing);
        format!("{:?}: {}", fitted.form, fitted.text)
    }

    fn clause(text: &str) -> String {
        let fitted = fit(text, Form::Clause);
        format!("{:?}: {}", fitted.form, fitted.text)
    }

    #[test]
    fn the_reader_is_you() {
        for (typed, said) in [
            ("she started here as a temp", "you started here as a temp"),
            (
                "He runs the night desk himself.",
                "you run the night desk yourself",
            ),
            ("he was a bellman before", "you were a bellman before"),
            (
                "she always walks the floor at six",
                "you always walk the floor at six",
            ),
            (
                "they are short of night staff",
                "you are short of night staff",
            ),
            ("their rota is on paper", "your rota is on paper"),
            (
                "she tries everything on her own line first",
                "you try everything on your own line first",
            ),
        ] {
            assert_eq!(clause(typed), format!("Clause: {said}"));
        }
        for (typed, said) in [
            ("her story about the flood", "your story about the flood"),
            (
                "his story about the foreman who lost his hat",
                "your story about the foreman who lost his hat",
            ),
            (
                "the way he runs the handover",
                "the way you run the handover",
            ),
            ("the photo of her kids", "the photo of your kids"),
            (
                "the patient who wanted her chart",
                "the patient who wanted her chart",
            ),
            (
                "the drivers and their routes",
                "the drivers and their routes",
            ),
        ] {
            assert_eq!(thing(typed), format!("Thing: {said}"));
        }
        // Two verbs that would have to change, and two people who may be meant.
        for doubtful in [
            "she started as a temp and now runs her own floor",
            "she took over from Marta when she left",
        ] {
            assert!(fit(doubtful, Form::Clause).doubtful, "{doubtful}");
        }
    }

    #[test]
    fn a_clause_and_a_thing_are_told_apart() {
        assert_eq!(
            clause("that the team doubles in spring"),
            "Thing: the team doubles in spring"
        );
        assert_eq!(
            clause("that nobody owns the rota"),
            "Clause: nobody owns the rota"
        );
        assert_eq!(clause("the flood of 2019"), "Thing: the flood of 2019");
        assert_eq!(clause("about the old kiln"), "Thing: the old kiln");
        assert_eq!(
            clause("the kiln that came from Bruges is cracked"),
            "Clause: the kiln that came from Bruges is cracked"
        );
        assert_eq!(thing("about the old kiln"), "Thing: the old kiln");
        assert_eq!(
            thing("you walked me through the ward"),
            "Thing: how you walked me through the ward"
        );
        assert_eq!(
            thing("you told me that the kiln is older than you"),
            "Clause: the kiln is older than you"
        );
    }

    #[test]
    fn what_is_written_in_a_chat_is_not_in_a_letter() {
        assert_eq!(
            thing("the returns cage being kinda full ngl"),
            "Thing: the returns cage being kind of full"
        );
        assert_eq!(thing("the lumpfish, super cool"), "Thing: the lumpfish");
        assert_eq!(
            clause("he came up from picking, super chill about it"),
            "Clause: you came up from picking"
        );
        assert_eq!(clause("we never close"), "Clause: you never close");
        assert!(fit("there are five forms and I can fill in four", Form::Clause).doubtful);
        assert!(!fit("you thought I did the right thing", Form::Clause).mended);
        assert_eq!(
            clause("there is a short task for two of us"),
            "Clause: there is a short task for two of us"
        );
        assert_eq!(
            thing("the WALL MAP with every pin"),
            "Thing: the wall map with every pin"
        );
        assert_eq!(thing("the NASA contract"), "Thing: the NASA contract");
    }

    #[test]
    fn capitals_and_a_small_i_are_put_right() {
        assert_eq!(
            thing("THE WAY YOU RUN HANDOVER"),
            "Thing: the way you run handover"
        );
        assert_eq!(thing("LABVIEW"), "Thing: LABVIEW");
        assert_eq!(
            own("i ran it, and i'd do it again"),
            "I ran it, and I'd do it again"
        );
        assert_eq!(own("iPads, i.e. tablets"), "iPads, i.e. tablets");
        assert_eq!(
            own("first was ugly. the second was clean"),
            "first was ugly. The second was clean"
        );
        assert_eq!(own("at 9 a.m. sharp"), "at 9 a.m. sharp");
    }
}
