//! From a skeleton's text to the parts of a letter: each place filled with its phrase or sentence.

use super::context::{CLOSES, Item, OPENS, Variables};
use super::dealer::Dealer;
use super::echo::Echo;
use super::occasion::Occasion;
use super::text::fold;
use super::workplace::company;
use super::{Part, seams, usage};
use crate::diagnostic::{Path, Report};
use crate::followup::Recipient;
use crate::notes::Kind;
use crate::prose;
use crate::theme::marks::{Piece, Place, pieces};
use crate::theme::{Phrase, Theme, VARIABLES, Value, finished, sentence};

/// A letter's parts, in order.
#[derive(Default)]
pub(super) struct Filled {
    pub(super) subject: Option<Part>,
    pub(super) salutation: Option<Part>,
    /// What stands between empty lines of the skeleton, salutation and sign-off taken out.
    pub(super) blocks: Vec<Vec<Part>>,
    pub(super) sign_off: Option<Part>,
}

/// What fills the places of one letter.
pub(super) struct Filler<'a, 'n> {
    theme: &'a Theme,
    dealer: &'a Dealer<'n>,
    occasion: &'a Occasion<'a>,
    variables: &'a mut Variables,
    /// Keys of `say` whose sentences already stand in the letter.
    said: Vec<String>,
    /// What would be heard again.
    echo: Echo,
}

impl<'a, 'n> Filler<'a, 'n> {
    pub(super) fn new(
        theme: &'a Theme,
        dealer: &'a Dealer<'n>,
        occasion: &'a Occasion<'a>,
        variables: &'a mut Variables,
    ) -> Self {
        let echo = Echo::of(variables.own_sentences());
        Self {
            theme,
            dealer,
            occasion,
            variables,
            said: Vec::new(),
            echo,
        }
    }

    /// Fills the places of a rendered skeleton.
    ///
    /// The first block of a letter is the salutation; the last is the sign-off, with the signature
    /// in its last line or none. A page and what is to be said in a call are blocks alone.
    pub(super) fn letter(&mut self, skeleton: &str, subject: bool) -> Result<Filled, Report> {
        let mut filled = Filled::default();
        if subject {
            let kind = self.occasion.kind;
            let pool = match kind {
                Kind::ThankYou => "subject".to_owned(),
                _ => format!("{kind}.subject"),
            };
            filled.subject = self.say(&pool, None)?.map(|part| self.capital(part));
        }
        let raw = blocks_of(skeleton);
        let is_letter = self.occasion.channel.is_letter();
        let signature = prose::escape(&fold(&self.occasion.notes.from.name));
        for (index, text) in raw.iter().enumerate() {
            let parts = if is_laid_out(text) {
                vec![laid_out(text)]
            } else if is_letter && index + 1 == raw.len() {
                self.block(&without_signature(text, &signature))?
            } else {
                self.block(text)?
            };
            if !parts.is_empty() {
                filled.blocks.push(parts);
            }
        }
        if is_letter {
            filled.sign_off = filled.blocks.pop().map(joined);
            if !filled.blocks.is_empty() {
                let mut part = joined(filled.blocks.remove(0));
                part.paths = self.from("greeting").into_iter().collect();
                filled.salutation = Some(part);
            }
        }
        Ok(filled)
    }

    fn block(&mut self, text: &str) -> Result<Vec<Part>, Report> {
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
                self.echo.hear(&part.markdown, part.phrase.is_some());
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
        let item = item.and_then(|(name, at)| Some((name, self.variables.items.get(at)?)));
        let Some(phrase) = self.phrase(pool) else {
            return Ok(None);
        };
        if let Some((name, item)) = item {
            self.variables
                .context
                .insert_value(name.to_owned(), item.value.clone());
        }
        let text = self.theme.phrase(phrase, &self.variables.context)?;
        let about = item.map(|(name, item)| (name, &item.path));
        let mut paths = self.paths(phrase, about);
        paths.extend(item.and_then(|(_, item)| item.beside.clone()));
        let item_path = about.map(|(_, path)| path.clone());
        if let Some((name, _)) = item {
            let name = name.to_owned();
            self.variables.context.remove(&name);
        }
        Ok(Some(Part {
            pool: pool.to_owned(),
            phrase: Some(phrase.id.clone()),
            paths,
            item: item_path,
            markdown: seams::close(&self.put(pool, &text, item.map(|(_, item)| item))),
        }))
    }

    /// A rendered phrase as it is put in the language of the letter, to its reader and about its item.
    fn put(&self, pool: &str, text: &str, item: Option<&Item>) -> String {
        let has = |name: &str| self.variables.context.get(name).is_some();
        usage::put(text, |part| match part {
            usage::Part::Also => pool == "point.topic" && (has("moment") || has("told_me")),
            usage::Part::Ours => item.is_some_and(Item::is_ours),
            usage::Part::Piling => item.is_some_and(Item::is_piling),
            usage::Part::Formal => self.occasion.is_formal,
            usage::Part::British => self.occasion.notes.language.is_british(),
        })
    }

    /// The phrase of a pool that is dealt, or the second choice where less of it is heard again.
    fn phrase(&self, pool: &str) -> Option<&'n Phrase> {
        let recipient = self.occasion.recipient;
        let heard = |phrase: &Phrase| self.echo.again(phrase.fixed());
        let dealt = self.dealer.phrase(pool, recipient)?;
        let again = heard(dealt);
        let second = match again {
            0 => None,
            _ => self.dealer.second(pool, recipient),
        };
        second
            .filter(|second| heard(second) < again)
            .or(Some(dealt))
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
        let mut alone = None;
        let (text, path, item) = match (of, key.strip_prefix("say.")) {
            (Some(at), _) => {
                let item = self.variables.items.get(at).filter(|item| !item.replaced)?;
                let text = item.fields.get(key)?.clone();
                let typed = item.typed_as.filter(|_| key == "say").unwrap_or(key);
                // What stands without a lead says the topic itself.
                if key == "my_side" && item.fields.contains_key("alone") {
                    alone = Some(item.path.key("topic"));
                }
                (text, item.path.key(typed), Some(item.path.clone()))
            }
            (None, Some(key)) => {
                if self.said.iter().any(|said| said == key) {
                    return None;
                }
                let text = self.own_text(key)?;
                self.said.push(key.to_owned());
                let at = self.occasion.recipient.path();
                (text, at.key("say").key(key), None)
            }
            (None, None) => return None,
        };
        let text = match key {
            "say.sign_off" => with_comma(text),
            "say.subject" => text,
            _ => self.finished(&text),
        };
        Some(Part {
            pool: String::new(),
            phrase: None,
            paths: alone.into_iter().chain([path]).collect(),
            item,
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

    /// Own sentences with the full stop they may lack, and the capital at their beginning unless
    /// they begin with a word that the notes list as spelt so.
    fn finished(&self, text: &str) -> String {
        let first = text.split(|c: char| !c.is_alphanumeric()).next();
        let is_spelt = |word: &String| Some(word.as_str()) == first;
        if self.occasion.notes.words.iter().any(is_spelt) {
            finished(text)
        } else {
            sentence(text)
        }
    }

    /// A subject with the capital that a role typed small takes from it.
    fn capital(&self, mut part: Part) -> Part {
        let first = part.markdown.split(|c: char| !c.is_alphanumeric()).next();
        let is_spelt = |word: &String| Some(word.as_str()) == first;
        let is_own = part.phrase.is_none();
        if !is_own && !self.occasion.notes.words.iter().any(is_spelt) {
            part.markdown = capital(&part.markdown);
        }
        part
    }

    /// The values of the notes that a phrase says.
    fn paths(&self, phrase: &Phrase, item: Option<(&str, &Path)>) -> Vec<Path> {
        let mut paths = Vec::new();
        for variable in phrase.variables() {
            match (item, variable.as_slice()) {
                (Some((bound, path)), [name, field, ..]) if name == bound => {
                    paths.push(path.key(field));
                }
                (_, path) => {
                    let name = path.join(".");
                    paths.extend(self.from(&name));
                    let says_time = self.occasion.meeting.says_time();
                    if name == "day" && says_time {
                        paths.push(Path::root().key("interview").key("time"));
                    }
                }
            }
        }
        paths.sort();
        paths.dedup();
        paths
    }

    /// Where the notes say a variable: the first of its places that they fill.
    fn from(&self, variable: &str) -> Option<Path> {
        if let Some(path) = self.variables.paths.get(variable) {
            return Some(path.clone());
        }
        let known = VARIABLES.iter().find(|each| each.name == variable)?;
        let (last, rest) = known.from.split_last()?;
        let filled = rest.iter().find(|path| self.is_filled(path));
        let mut steps = filled.unwrap_or(last).split('.');
        let first = steps.next()?;
        let root = match first {
            "@" => self.occasion.recipient.path(),
            _ => Path::root().key(first),
        };
        Some(steps.fold(root, |path, step| path.key(step)))
    }

    /// Whether the notes fill one of several places that a variable can come from.
    fn is_filled(&self, path: &str) -> bool {
        let person = self.occasion.interviewer();
        match path {
            "@.greeting" => person.is_some_and(|person| person.greeting.is_some()),
            "@.date" => person.is_some_and(|person| person.date.is_some()),
            "interview.company_in_text" => {
                let in_text = &self.occasion.notes.interview.company_in_text;
                let to_recruiter = self.occasion.recipient == Recipient::Recruiter;
                in_text.as_deref() == Some(company(self.occasion.notes, to_recruiter))
            }
            _ => true,
        }
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

/// Words above a signature with the comma that they may lack.
fn with_comma(text: String) -> String {
    if text.ends_with(|c: char| c.is_alphanumeric()) {
        text + ","
    } else {
        text
    }
}

/// A text that begins with a capital, where its first word is all in small letters.
fn capital(text: &str) -> String {
    let first = text.split(' ').next().unwrap_or_default();
    let mut chars = text.chars();
    match chars.next() {
        // `iOS` and `eBay` are spelt so.
        Some(c) if !first.chars().skip(1).any(char::is_uppercase) => {
            c.to_uppercase().chain(chars).collect()
        }
        _ => text.to_owned(),
    }
}

/// The blocks of rendered text: what stands between empty lines.
fn blocks_of(text: &str) -> Vec<String> {
    let mut blocks = vec![String::new()];
    for line in text.lines() {
        if line.trim().is_empty() {
            blocks.push(String::new());
        } else if let Some(last) = blocks.last_mut() {
            last.push_str(line);
            last.push('\n');
        }
    }
    blocks.retain(|block| !block.is_empty());
    blocks
}

/// Whether a block keeps its lines: it begins with the mark of a list or of a heading.
pub(super) fn is_laid_out(text: &str) -> bool {
    ["- ", "# ", "## "]
        .iter()
        .any(|mark| text.starts_with(mark))
}

/// A block of the skeleton's own words, line by line.
fn laid_out(text: &str) -> Part {
    let lines: Vec<String> = text
        .lines()
        .map(|line| {
            let words = line.trim_start();
            format!(
                "{}{}",
                &line[..line.len() - words.len()],
                seams::close(words)
            )
        })
        .collect();
    Part {
        markdown: lines.join("\n"),
        ..Part::default()
    }
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
