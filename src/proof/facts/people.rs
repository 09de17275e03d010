//! The people of the notes, by every form of their names.

use crate::diagnostic::Path;
use crate::letter::{Name, Recipient};
use crate::notes::Notes;

use super::super::token::{Shape, straight, tokens};

/// Somebody whom the notes name.
#[derive(Debug, Clone)]
pub(in crate::proof) struct Person {
    pub(in crate::proof) who: Recipient,
    /// The name as the notes have it.
    pub(in crate::proof) name: String,
    /// Its words, without titles and degrees.
    pub(super) words: Vec<String>,
    /// The words of the surname, particles included.
    pub(super) surname: Vec<String>,
    /// The words that may follow "Dear": those of the name, of its title and of `greeting:`.
    pub(super) greeting: Vec<String>,
    /// Where the notes have the name.
    pub(super) path: Path,
}

/// Everybody whom the notes name.
#[derive(Debug, Clone, Default)]
pub(in crate::proof) struct People(pub(in crate::proof) Vec<Person>);

impl People {
    pub(in crate::proof) fn new(notes: &Notes) -> Self {
        let interviewers = (0..notes.interviewers.len()).map(Recipient::Interviewer);
        let recruiter = notes.recruiter.as_ref().map(|_| Recipient::Recruiter);
        let all = interviewers.chain(recruiter).chain([Recipient::Yourself]);
        Self(all.map(|who| Person::new(who, notes)).collect())
    }

    pub(super) fn get(&self, who: Recipient) -> Option<&Person> {
        self.0.iter().find(|person| person.who == who)
    }

    /// Whether somebody's name has this word, in exactly this spelling.
    pub(in crate::proof) fn has(&self, word: &str) -> bool {
        self.0
            .iter()
            .any(|person| person.words.iter().any(|each| each == word))
    }
}

impl Person {
    fn new(who: Recipient, notes: &Notes) -> Self {
        let name = who.name(notes).to_owned();
        let read = Name::read(&name);
        let words = split(&read.whole());
        let given = who
            .interviewer(notes)
            .and_then(|person| person.greeting.as_deref());
        let mut greeting = split(&name);
        // `Fr.` is greeted as `Father`.
        greeting.extend(split(&read.greeting(true)));
        greeting.extend(given.map(split).unwrap_or_default());
        Self {
            who,
            surname: split(&read.surname()),
            path: who.path().key("name"),
            words,
            greeting,
            name,
        }
    }
}

/// The words of a name, as typed but with straight apostrophes; marks are none.
pub(super) fn split(name: &str) -> Vec<String> {
    let all = tokens(name, 0..name.len());
    let words = all.iter().filter(|token| token.shape != Shape::Mark);
    words
        .map(|token| straight(&name[token.range.clone()]))
        .collect()
}
