//! A fragment that speaks of its reader as he, she or we, said to the reader.

use std::borrow::Cow;

use super::{LISTS, plain};

/// A clause in the words of those who spoke (`we never close`) as said to them.
pub(super) fn from_first_person(text: &str) -> Option<Second> {
    let first = plain(text.split(' ').next().unwrap_or_default());
    let is_theirs = matches!(
        first.as_ref(),
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
            let you = match word.as_ref() {
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

/// A text that spoke of the reader as he or she.
pub(super) struct Second {
    /// The text with "you".
    pub(super) text: String,
    /// Whether somebody else may be meant by one of the pronouns, or another verb had to change.
    pub(super) doubtful: bool,
}

/// The text with the reader as "you" where it speaks of the reader as he or she.
///
/// The first pronoun is the reader unless a person was named before it; he and she after a person
/// are that person. They may be anybody, and stay.
pub(super) fn second_person(text: &str) -> Option<Second> {
    let tokens: Vec<&str> = text.split(' ').collect();
    let mut out: Vec<Cow<'_, str>> = Vec::new();
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
            let verb = verb.map(|verb| replaced(token, &word, &verb).into());
            out.push(verb.unwrap_or((*token).into()));
            continue;
        }
        if LISTS.has("people", &word) || gender.is_none() && at > 0 && is_name(token) {
            // Whoever is named here is he or she from now on.
            out.extend(tokens[at..].iter().map(|&each| Cow::from(each)));
            break;
        }
        name |= is_name(token);
        let pronoun = Pronoun::read(&word, tokens.get(at + 1).copied());
        match pronoun.filter(|each| gender.is_none_or(|gender| gender == each.gender)) {
            Some(pronoun) => {
                // `she took over from Marta when she left`: which of them left?
                doubtful |= name && gender.is_some();
                gender = Some(pronoun.gender);
                subject = pronoun.is_subject;
                out.push(replaced(token, &word, pronoun.you).into());
            }
            None => {
                // `… and runs her own team`: the verb would have to change as well.
                doubtful |= after_and && gender.is_some() && third_person_verb(&word);
                out.push((*token).into());
            }
        }
        after_and =
            matches!(word.as_ref(), "and" | "but" | "or" | "then") || after_and && is_adverb;
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
    fn read(word: &str, next: Option<&str>) -> Option<Self> {
        let (gender, you, is_subject) = match word {
            "he" => ("he", "you", true),
            "she" => ("she", "you", true),
            "he's" => ("he", "you're", false),
            "she's" => ("she", "you're", false),
            "his" => ("he", "your", false),
            "him" => ("he", "you", false),
            "himself" => ("he", "yourself", false),
            "herself" => ("she", "yourself", false),
            "her"
                if next.is_some_and(|next| {
                    next.starts_with(char::is_alphanumeric) && !LISTS.has("function", &plain(next))
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

/// The verb that goes with "you" for one that goes with "she"; `None` where it stays.
pub(super) fn second_person_verb(verb: &str) -> Option<String> {
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
