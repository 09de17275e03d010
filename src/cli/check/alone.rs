//! A letter by itself: any text, with or without the notes it belongs to.

use std::fs;
use std::io::Read;
use std::path::Path;
use std::sync::Arc;

use super::super::input::{inputs, unreadable};
use super::super::proofread::{read, report};
use super::super::terminal::Terminal;
use super::super::write::people::{self, Meant};
use super::Check;
use super::fix::difference;
use crate::diagnostic::{Diagnostic, Place, Report, Source};
use crate::letter::{Header, LetterText, Recipient};
use crate::notes::{Channel, Kind, Loaded};
use crate::output::{replace, shown};
use crate::proof::{Allowed, Document, Occasion, Proof, mended};

/// The largest letter that is read, in bytes.
const LARGEST: u64 = 4 * 1024 * 1024;

impl Check<'_> {
    /// Checks one letter from a file, or from standard input.
    pub(super) fn alone(&mut self, letter: &Path, terminal: &mut Terminal<'_>) {
        if self.try_alone(letter, terminal).is_none() {
            self.is_bad = true;
        }
    }

    /// `None` where an input is bad, which has been said then.
    fn try_alone(&mut self, letter: &Path, terminal: &mut Terminal<'_>) -> Option<()> {
        let name = match letter.as_os_str() == "-" {
            true => "<stdin>".to_owned(),
            false => shown(letter),
        };
        let loaded = self.notes(terminal)?;
        let text = match text(letter, &name, terminal) {
            Ok(text) => text,
            Err(report) => {
                self.show(&report, terminal);
                return None;
            }
        };
        let occasion = self.occasion(&name, &text, loaded.as_ref(), terminal)?;
        let proof = Proof::new(loaded.as_ref(), self.wanted.words, self.wanted.today);
        let source = Arc::new(Source::new(&*name, &*text));
        let mut document = Document::read(source, occasion);
        let mut findings = read(&proof, &document, &self.wanted, self.grammar.as_mut());
        let better = mended(&text, &findings);
        if better != text && self.arguments.diff {
            terminal.result(&difference(&name, &text, &better));
        }
        if better != text && self.arguments.fix {
            match letter.as_os_str() == "-" {
                true => terminal.complain("help: --fix mends files; standard input is only read"),
                false => match replace(letter, better.as_bytes()) {
                    Ok(()) => {
                        terminal.say(&format!("Mended {name}"));
                        let source = Arc::new(Source::new(&*name, better));
                        document = Document::read(source, occasion);
                        findings = read(&proof, &document, &self.wanted, self.grammar.as_mut());
                    }
                    Err(cause) => {
                        self.unwritten = true;
                        terminal.complain(&format!("error: {name} cannot be written: {cause}"));
                    }
                },
            }
        }
        if let (Some(loaded), Some(recipient)) = (&loaded, occasion.recipient) {
            Allowed::new(&loaded.notes).accept(&mut findings, recipient, &loaded.notes);
        }
        let mut report = report(&findings, &document, loaded.as_ref());
        report.limit();
        self.counts.letters += 1;
        self.show(&report, terminal);
        Some(())
    }

    /// The notes that the letter belongs to, if they were named: `Some(None)` where not.
    fn notes(&mut self, terminal: &mut Terminal<'_>) -> Option<Option<Loaded>> {
        if self.arguments.notes.is_empty() {
            return Some(None);
        }
        let inputs = match inputs(&self.arguments.notes) {
            Ok(inputs) => inputs,
            Err(problems) => {
                problems.iter().for_each(|report| terminal.report(report));
                return None;
            }
        };
        let [input] = inputs.as_slice() else {
            terminal.complain("error: a letter belongs to one notes file");
            terminal.complain("help: name the one, or leave the notes out");
            return None;
        };
        match input.load(terminal) {
            Ok(loaded) => Some(Some(loaded)),
            Err(report) => {
                self.show(&report, terminal);
                None
            }
        }
    }

    /// What the letter is for: by the flags, else by its header and its file's name.
    fn occasion(
        &self,
        name: &str,
        text: &str,
        loaded: Option<&Loaded>,
        terminal: &mut Terminal<'_>,
    ) -> Option<Occasion> {
        let parsed = LetterText::parse(name, text).ok();
        let kind = self.arguments.kind.or_else(|| kind_of(name));
        let recipient = match (loaded, self.arguments.to.as_slice()) {
            (Some(loaded), [to, ..]) => match people::find(to, loaded) {
                Meant::One(recipient) => Some(recipient),
                Meant::Nobody => {
                    terminal.complain(&format!("error: `--to {to}` fits nobody in the notes"));
                    return None;
                }
                Meant::Several(people) => {
                    let people = people.join(", ");
                    terminal.complain(&format!("error: `--to {to}` fits several people: {people}"));
                    terminal.complain("help: type more of the name");
                    return None;
                }
            },
            (Some(loaded), []) => addressed(text, loaded),
            (None, _) => None,
        };
        Some(Occasion {
            kind: kind.unwrap_or(Kind::ThankYou),
            channel: parsed.map_or(Channel::Email, |letter| letter.channel),
            recipient,
        })
    }
}

/// The kind of a letter by its file's name: `katherine-oneill.check-in.md`.
pub(super) fn kind_of(name: &str) -> Option<Kind> {
    let file = name.rsplit('/').next().unwrap_or_default();
    let mut parts = file.split('.').map(|part| part.trim_end_matches("-2"));
    parts.find_map(|part| Kind::ALL.into_iter().find(|kind| kind.name() == part))
}

/// The one whom the header of a letter names, or its greeting where only one has the name.
fn addressed(text: &str, loaded: &Loaded) -> Option<Recipient> {
    let header = Header::find(text);
    if let Some(to) = header.to {
        let name = text[to]
            .split('<')
            .next()
            .unwrap_or_default()
            .trim()
            .to_owned();
        if let Meant::One(recipient) = people::find(&name, loaded) {
            return Some(recipient);
        }
        return None;
    }
    let body = text[header.body..].trim_start().lines().next()?;
    let greeting = body
        .split_once(' ')?
        .1
        .trim_end_matches([',', ':', '!', ' ']);
    match people::find(greeting, loaded) {
        Meant::One(recipient) => Some(recipient),
        _ => None,
    }
}

fn text(letter: &Path, name: &str, terminal: &mut Terminal<'_>) -> Result<String, Report> {
    let mut bytes = Vec::new();
    let read = match letter.as_os_str() == "-" {
        true => terminal.input().take(LARGEST + 1).read_to_end(&mut bytes),
        false => {
            fs::File::open(letter).and_then(|file| file.take(LARGEST + 1).read_to_end(&mut bytes))
        }
    };
    let about = |found: Diagnostic| Report {
        source: Arc::new(Source::new(name, "")),
        diagnostics: vec![found],
    };
    if let Err(cause) = read {
        return Err(unreadable(name, &cause));
    }
    if bytes.len() as u64 > LARGEST {
        let found = Diagnostic::error("too-large", Place::File, "this file is larger than 4 MiB");
        return Err(about(
            found.help("a letter is a page; name the file that holds it"),
        ));
    }
    let bytes = match bytes.strip_prefix(b"\xef\xbb\xbf") {
        // Editors on Windows begin a file so.
        Some(rest) => rest.to_vec(),
        None => bytes,
    };
    String::from_utf8(bytes).map_err(|error| {
        let byte = error.utf8_error().valid_up_to() + 1;
        let message = format!("this letter is not UTF-8 text: byte {byte} is none");
        let found = Diagnostic::error("not-utf-8", Place::File, message);
        about(found.help("save it as UTF-8 in your editor"))
    })
}
