//! A text of the notes that names its reader, said to the reader: `Ingrid's team` is "your team".

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::fragment;
use super::greeting::Name;
use super::text::fold;
use crate::followup::Recipient;
use crate::notes::Notes;

/// The names by which notes mean the reader of a letter and nobody else.
pub(super) struct Reader {
    names: BTreeSet<String>,
}

/// A text as its reader may read it.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Addressed {
    /// It does not name the reader.
    AsTyped,
    /// It says "you" where it named the reader.
    Said(String),
    /// It names the reader, and how it would speak to the reader is not certain.
    Unsure,
}

/// Words before a name that is the object of what goes before.
const BEFORE_OBJECT: [&str; 16] = [
    "with", "to", "for", "from", "of", "by", "at", "about", "than", "after", "before", "under",
    "behind", "beside", "like", "without",
];

/// Words after which a name is the subject of what follows.
const BEFORE_SUBJECT: [&str; 18] = [
    "that", "when", "how", "where", "because", "if", "but", "what", "why", "while", "since",
    "until", "which", "whom", "whether", "after", "before", "as",
];

impl Reader {
    /// The names of somebody that nobody else in the notes has.
    pub(super) fn of(recipient: Recipient, notes: &Notes) -> Self {
        let mut names = words_of(&fold(recipient.name(notes)));
        let people = (0..notes.interviewers.len()).map(Recipient::Interviewer);
        let others = people.chain([Recipient::Recruiter]);
        let others = others.filter(|other| *other != recipient);
        for other in others.chain([Recipient::Yourself]) {
            let other = other.name(notes);
            // A name is taken apart where it may have a word in common: few have.
            if names.iter().any(|name| other.contains(name.as_str())) {
                let of_other = words_of(&fold(other));
                names.retain(|name| !of_other.contains(name));
            }
        }
        let company = fold(&notes.interview.company);
        let is_of_company = |name: &str| company.split(' ').any(|word| bare(word) == name);
        names.retain(|name| !is_of_company(name));
        Self { names }
    }

    /// A text said to the reader, as far as that is certain.
    pub(super) fn said(&self, text: &str) -> Addressed {
        let tokens: Vec<&str> = text.split(' ').collect();
        let mut out: Vec<Cow<'_, str>> = Vec::new();
        let mut named = false;
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            let Some(end) = self.run(&tokens, at) else {
                out.push((*token).into());
                at += 1;
                continue;
            };
            named = true;
            let before = at.checked_sub(1).map(|at| tokens[at]);
            let last = tokens[end - 1];
            let you = if is_possessive(last) {
                Some("your")
            } else {
                is_plain_you(before, last, &tokens[end..]).then_some("you")
            };
            let Some(you) = you else {
                return Addressed::Unsure;
            };
            // A title goes with its name.
            let has_title = before.is_some_and(is_title);
            if has_title {
                out.pop();
            }
            out.push(in_place_of(tokens[at], last, you).into());
            // Whoever is he or she after the name may be the reader.
            let is_third = |token: &&str| {
                let word = bare(token).to_lowercase();
                matches!(
                    word.as_str(),
                    "he" | "she" | "him" | "her" | "his" | "hers" | "himself" | "herself"
                )
            };
            if tokens[end..].iter().any(is_third) {
                return Addressed::Unsure;
            }
            at = end;
        }
        if named {
            Addressed::Said(out.join(" "))
        } else {
            Addressed::AsTyped
        }
    }

    /// A text said to the reader; `None` where it names the reader and that is not certain.
    pub(super) fn said_or(&self, text: String) -> Option<String> {
        match self.said(&text) {
            Addressed::AsTyped => Some(text),
            Addressed::Said(said) => Some(said),
            Addressed::Unsure => None,
        }
    }

    /// Where a name that begins at a place ends.
    fn run(&self, tokens: &[&str], at: usize) -> Option<usize> {
        let is_name = |token: &str| self.names.contains(bare(token));
        let is_first = at == 0 || tokens[at - 1].ends_with(['.', '!', '?', ':']);
        let before = at.checked_sub(1).map_or("", |at| tokens[at]);
        // `Hyde Park`: the name of something else.
        let is_part = !is_first
            && before.starts_with(char::is_uppercase)
            && at > 1
            && !is_title(before)
            && bare(before) != "I";
        if !is_name(tokens[at]) || is_part {
            return None;
        }
        let mut end = at + 1;
        while ends_open(tokens[end - 1]) && tokens.get(end).is_some_and(|next| is_name(next)) {
            end += 1;
        }
        let next = tokens.get(end).filter(|_| ends_open(tokens[end - 1]));
        // `Ingrid Larsen` may be another Ingrid.
        let goes_on = next.is_some_and(|next| {
            next.starts_with(char::is_uppercase) && bare(next) != "I" && !next.starts_with("I'")
        });
        (!goes_on).then_some(end)
    }
}

/// Whether "you" stands for a name: as an object, or before a verb that stays as it is.
fn is_plain_you(before: Option<&str>, name: &str, after: &[&str]) -> bool {
    let before = before.map(|word| bare(word).to_lowercase());
    let ends = !name.ends_with(|c: char| c.is_alphanumeric());
    let next = after.iter().map(|word| bare(word).to_lowercase());
    let next = next
        .filter(|_| !ends)
        .find(|word| !fragment::is_adverb(word));
    let stays = next.as_deref().is_some_and(fragment::is_past_verb);
    let is_object = before
        .as_deref()
        .is_some_and(|word| BEFORE_OBJECT.contains(&word));
    let is_subject = before
        .as_deref()
        .is_none_or(|word| BEFORE_SUBJECT.contains(&word));
    let changes = next.as_deref().is_some_and(fragment::is_third_person);
    (is_subject && stays) || (is_object && !changes)
}

/// `Ingrid's` with what stands around it, as `your`.
fn in_place_of(first: &str, last: &str, you: &str) -> String {
    let opening: String = first.chars().take_while(|c| !c.is_alphanumeric()).collect();
    let end = last.trim_end_matches(|c: char| !c.is_alphanumeric()).len();
    format!("{opening}{you}{}", &last[end..])
}

/// A token without the marks around it and without `'s`.
fn bare(token: &str) -> &str {
    let word = token.trim_matches(|c: char| !c.is_alphanumeric());
    word.strip_suffix("'s")
        .or_else(|| word.strip_suffix("’s"))
        .unwrap_or(word)
}

fn is_possessive(token: &str) -> bool {
    let word = token.trim_matches(|c: char| !c.is_alphanumeric());
    word.ends_with("'s") || word.ends_with("’s")
}

/// Whether nothing stands between a token and the next but a space.
fn ends_open(token: &str) -> bool {
    token.ends_with(|c: char| c.is_alphanumeric()) && !is_possessive(token)
}

fn is_title(token: &str) -> bool {
    super::greeting::is_any_title(token)
}

/// The words of a name, on one line, that name somebody: no title, particle or initial.
fn words_of(name: &str) -> BTreeSet<String> {
    let whole = Name::read(name).whole();
    whole
        .split(' ')
        .map(bare)
        .filter(|word| word.chars().count() > 2 && word.starts_with(char::is_uppercase))
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_reader_is_you_and_nobody_else_is() {
        let reader = Reader {
            names: ["Ingrid", "Solheim-Batra"].map(str::to_owned).into(),
        };
        for (typed, said) in [
            (
                "Ingrid's team takes up references",
                "your team takes up references",
            ),
            ("Ms. Solheim-Batra’s plan", "your plan"),
            (
                "Ingrid told me about the kiln",
                "you told me about the kiln",
            ),
            (
                "how Ingrid never closed the shop",
                "how you never closed the shop",
            ),
            (
                "the walk with Ingrid Solheim-Batra, in the rain",
                "the walk with you, in the rain",
            ),
        ] {
            assert_eq!(reader.said(typed), Addressed::Said(said.to_owned()));
        }
        for unsure in [
            "Ingrid runs the desk",
            "Ingrid told me that her father built it",
            "Tom and Ingrid told me",
        ] {
            assert_eq!(reader.said(unsure), Addressed::Unsure, "{unsure}");
        }
        for typed in [
            "the kiln",
            "Aunt Ingrid Larsen told me",
            "the Saint Ingrid wing",
        ] {
            assert_eq!(reader.said(typed), Addressed::AsTyped, "{typed}");
        }
    }
}
