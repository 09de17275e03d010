//! From a skeleton's text to the parts of a letter: each place filled with its phrase or sentence.

use super::Part;
use super::context::{CLOSES, OPENS, Person, Variables};
use super::deal::Deal;
use super::seams;
use crate::diagnostic::{Path, Report};
use crate::prose;
use crate::theme::marks::{Piece, Place, pieces};
use crate::theme::{Phrase, Theme, Value, finished};

/// A letter's parts, in order.
pub(super) struct Filled {
    pub(super) subject: Option<Part>,
    pub(super) salutation: Part,
    pub(super) paragraphs: Vec<Vec<Part>>,
    pub(super) sign_off: Part,
}

/// What fills the places of one letter.
pub(super) struct Filler<'a> {
    pub(super) theme: &'a Theme,
    pub(super) deal: &'a Deal,
    pub(super) person: &'a Person<'a>,
    pub(super) variables: &'a mut Variables,
    /// Keys of `say` whose sentences already stand in the letter.
    said: Vec<String>,
}

impl<'a> Filler<'a> {
    pub(super) fn new(
        theme: &'a Theme,
        deal: &'a Deal,
        person: &'a Person<'a>,
        variables: &'a mut Variables,
    ) -> Self {
        Self {
            theme,
            deal,
            person,
            variables,
            said: Vec::new(),
        }
    }

    /// Fills the places of a rendered skeleton.
    ///
    /// The first paragraph is the salutation; the last is the sign-off, with the signature in its
    /// last line or none.
    pub(super) fn letter(&mut self, skeleton: &str, subject: bool) -> Result<Filled, Report> {
        let subject = if subject { self.subject()? } else { None };
        let mut paragraphs = Vec::new();
        let raw = paragraphs_of(skeleton);
        let signature = prose::escape(&self.signature());
        for (index, text) in raw.iter().enumerate() {
            let text = if index + 1 == raw.len() {
                without_signature(text, &signature)
            } else {
                text.clone()
            };
            let parts = self.paragraph(&text)?;
            if !parts.is_empty() {
                paragraphs.push(parts);
            }
        }
        let sign_off = joined(paragraphs.pop().unwrap_or_default());
        let salutation = if paragraphs.is_empty() {
            Part::default()
        } else {
            let mut part = joined(paragraphs.remove(0));
            part.paths = vec![self.greeting_path()];
            part
        };
        Ok(Filled {
            subject,
            salutation,
            paragraphs,
            sign_off,
        })
    }

    fn paragraph(&mut self, text: &str) -> Result<Vec<Part>, Report> {
        let mut parts: Vec<Part> = Vec::new();
        for piece in pieces(text) {
            let part = match piece {
                Piece::Words(words) => Part {
                    markdown: seams::close(words),
                    ..Part::default()
                },
                Piece::Place(Place::Say { pool, item }) => match self.say(pool, item)? {
                    Some(part) => part,
                    None => continue,
                },
                Piece::Place(Place::Own { key, of }) => match self.own(key, of) {
                    Some(part) => part,
                    None => continue,
                },
            };
            if !part.markdown.is_empty() {
                parts.push(part);
            }
        }
        if let Some(first) = parts
            .first_mut()
            .filter(|part| !part.pool.is_empty() || !part.paths.is_empty())
        {
            first.markdown = seams::guard(&first.markdown);
        }
        Ok(parts)
    }

    /// The phrase that this person is dealt from a pool, told about an item.
    fn say(&mut self, pool: &str, item: Option<(&str, &str)>) -> Result<Option<Part>, Report> {
        if let Some(own) = self.instead(pool, item) {
            return Ok(own);
        }
        let theme = self.theme;
        let Some(found) = theme.pool(pool) else {
            return Ok(None);
        };
        let place = self.person.place;
        let Some(phrase) = self.deal.pick(pool, &found.phrases, place) else {
            return Ok(None);
        };
        let phrase = &found.phrases[phrase];
        let item = item.and_then(|(name, at)| Some((name, self.variables.items.get(at)?)));
        if let Some((name, item)) = item {
            self.variables
                .context
                .insert_value(name.to_owned(), item.value.clone());
        }
        let text = theme.phrase(phrase, &self.variables.context)?;
        let paths = self.paths(phrase, item.map(|(name, item)| (name, &item.path)));
        if let Some((name, _)) = item {
            let name = name.to_owned();
            self.variables.context.remove(&name);
        }
        Ok(Some(Part {
            pool: pool.to_owned(),
            phrase: Some(phrase.id.clone()),
            paths,
            markdown: seams::close(&text),
        }))
    }

    /// Own sentences that stand instead of a dealt phrase: `Some(None)` where nothing more stands.
    ///
    /// Those for the opening and the closing stand before the phrase, unless they say all that it
    /// must; others replace it: the words about the first item where the place is for items.
    #[expect(
        clippy::option_option,
        reason = "no replacement, an empty one, and a sentence differ"
    )]
    fn instead(&mut self, pool: &str, item: Option<(&str, &str)>) -> Option<Option<Part>> {
        let key = key_of(pool);
        self.own_text(key)?;
        if let Some(whole) = [("opening", OPENS), ("closing", CLOSES)]
            .into_iter()
            .find_map(|(each, whole)| (each == key).then_some(whole))
        {
            let whole = self.variables.context.get(whole);
            return (whole.and_then(Value::as_bool) == Some(true)).then_some(None);
        }
        if let Some((_, at)) = item
            && !self.is_replaced(at)
        {
            return None;
        }
        if self.said.iter().any(|said| said == key) {
            return Some(None);
        }
        Some(self.own(&format!("say.{key}"), None))
    }

    /// Own sentences, word for word, with the full stop that they may lack.
    fn own(&mut self, key: &str, of: Option<&str>) -> Option<Part> {
        let (text, path) = match (of, key.strip_prefix("say.")) {
            (Some(at), _) => {
                let item = self.variables.items.get(at).filter(|item| !item.replaced)?;
                (item.fields.get(key)?.clone(), item.path.key(key))
            }
            (None, Some(key)) => {
                if self.said.iter().any(|said| said == key) {
                    return None;
                }
                let text = self.own_text(key)?;
                self.said.push(key.to_owned());
                (text, self.at().key("say").key(key))
            }
            (None, None) => return None,
        };
        let is_sentence = !matches!(key, "say.sign_off" | "say.subject");
        let text = if is_sentence { finished(&text) } else { text };
        Some(Part {
            pool: String::new(),
            phrase: None,
            paths: vec![path],
            markdown: prose::escape(&text),
        })
    }

    fn own_text(&self, key: &str) -> Option<String> {
        let say = self.variables.context.get("say")?.as_map()?;
        Some(say.get(&key.to_owned().into())?.as_str()?.to_owned())
    }

    /// Whether own sentences stand for an item.
    fn is_replaced(&self, at: &str) -> bool {
        self.variables
            .items
            .get(at)
            .is_some_and(|item| item.replaced)
    }

    fn subject(&mut self) -> Result<Option<Part>, Report> {
        self.say("subject", None)
    }

    /// The values of the notes that a phrase says.
    fn paths(&self, phrase: &Phrase, item: Option<(&str, &Path)>) -> Vec<Path> {
        let interview = Path::root().key("interview");
        let interviewer = &self.person.notes.interviewers[self.person.place];
        let mut paths = Vec::new();
        for variable in phrase.variables() {
            let parts: Vec<&str> = variable.iter().map(String::as_str).collect();
            match parts.as_slice() {
                [name, field, ..] if item.is_some_and(|(bound, _)| bound == *name) => {
                    paths.extend(item.map(|(_, path)| path.key(field)));
                }
                ["greeting"] => paths.push(self.greeting_path()),
                ["company"] => {
                    let in_text = self.person.notes.interview.company_in_text.is_some();
                    paths.push(interview.key(if in_text {
                        "company_in_text"
                    } else {
                        "company"
                    }));
                }
                ["role"] => paths.push(interview.key("role")),
                ["format"] => paths.push(interview.key("format")),
                ["day" | "weekday" | "date"] => {
                    let own = interviewer.date.is_some();
                    paths.push(if own {
                        self.at().key("date")
                    } else {
                        interview.key("date")
                    });
                    if parts == ["day"] && self.person.meeting.says_time() {
                        paths.push(interview.key("time"));
                    }
                }
                ["person", "given_name"] => paths.push(self.at().key("name")),
                ["person", field] => paths.push(self.at().key(field)),
                ["from", field] => paths.push(Path::root().key("from").key(field)),
                [name @ ("moment" | "told_me" | "promised")] => paths.push(self.at().key(name)),
                _ => {}
            }
        }
        paths.sort();
        paths.dedup();
        paths
    }

    fn at(&self) -> Path {
        Path::root().key("interviewers").item(self.person.place)
    }

    fn greeting_path(&self) -> Path {
        let interviewer = &self.person.notes.interviewers[self.person.place];
        let typed = interviewer.greeting.is_some();
        self.at().key(if typed { "greeting" } else { "name" })
    }

    fn signature(&self) -> String {
        super::context::fold(&self.person.notes.from.name)
    }
}

/// The key of `say` that speaks in place of a pool.
fn key_of(pool: &str) -> &'static str {
    let pool = pool.strip_prefix("card.").unwrap_or(pool);
    match pool.split('.').next().unwrap_or_default() {
        "opening" => "opening",
        "moment" | "told-me" => "moment",
        "point" | "quote" => "point",
        "loose-end" => "loose_end",
        "qualification" | "meets" => "qualification",
        "closing" => "closing",
        "sign-off" => "sign_off",
        "subject" => "subject",
        _ => "",
    }
}

/// The paragraphs of rendered text: what stands between empty lines.
fn paragraphs_of(text: &str) -> Vec<String> {
    let mut paragraphs = vec![String::new()];
    for line in text.lines() {
        if line.trim().is_empty() {
            paragraphs.push(String::new());
        } else if let Some(last) = paragraphs.last_mut() {
            last.push_str(line);
            last.push('\n');
        }
    }
    paragraphs.retain(|paragraph| !paragraph.is_empty());
    paragraphs
}

/// The last paragraph without the line of the signature and the hard break before it.
fn without_signature(paragraph: &str, signature: &str) -> String {
    let text = paragraph.trim_end();
    let (before, last) = text.rsplit_once('\n').unwrap_or(("", text));
    if seams::close(last) == signature {
        before.trim_end().trim_end_matches('\\').to_owned()
    } else {
        text.to_owned()
    }
}

/// Several parts as one.
fn joined(parts: Vec<Part>) -> Part {
    let mut parts = parts.into_iter();
    let mut first = parts.next().unwrap_or_default();
    for part in parts {
        first.markdown = join(&first.markdown, &part.markdown);
        first.paths.extend(part.paths);
        if first.pool.is_empty() {
            first.pool = part.pool;
            first.phrase = part.phrase;
        }
    }
    first
}

/// Two pieces of a paragraph with the space between them, if any belongs there.
pub(super) fn join(before: &str, after: &str) -> String {
    let closes = after.starts_with(['.', ',', ';', ':', '!', '?', ')']);
    let space = if before.is_empty() || after.is_empty() || closes {
        ""
    } else {
        " "
    };
    format!("{before}{space}{after}")
}
