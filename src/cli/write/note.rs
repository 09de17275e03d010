use crate::card::{self, Card, CardError, PdfMeta};
use crate::diagnostic::{Diagnostic, Path, Place, Report};
use crate::email;
use crate::letter::{Letter, LetterText};
use crate::notes::{Channel, Loaded};
use crate::output::{Folder, FolderError, Named, Present};

use super::job::Job;

/// One letter with everything that is made from it.
#[derive(Debug)]
pub struct Note {
    /// The letter as it was composed.
    pub letter: Letter,
    /// The letter as it is sent: composed, or as the user has edited it.
    pub text: LetterText,
    /// Whether the user has edited it.
    pub edited: bool,
    /// Whether an edit of the user's is thrown away by this run, as was asked for.
    pub thrown_away: bool,
    /// Why it is not to go out yet; nothing is written then.
    pub held: Option<&'static str>,
    /// The name of its `.md`, without a folder.
    pub file: String,
    /// The files that are made from it, the `.md` first unless the user has edited that.
    pub files: Vec<Named>,
}

/// Why a note cannot be made.
#[derive(Debug)]
pub enum NoteError {
    /// Something in the notes or in an edited letter has to change.
    Report(Report),
    /// The folder of the letters cannot be read.
    Folder(FolderError),
}

impl Note {
    /// Makes a letter into a note: takes the user's edit where there is one, then typesets it.
    ///
    /// `name` is the file's name without its ending.
    ///
    /// # Errors
    /// Where the edited letter cannot be read, or the letter cannot be typeset.
    pub fn make(
        letter: Letter,
        name: &str,
        loaded: &Loaded,
        folder: &Folder,
        job: &Job,
        recompose: bool,
    ) -> Result<Self, NoteError> {
        let file = format!("{name}.md");
        let composed = letter.text.to_string().into_bytes();
        let edit = match folder.present(&file).map_err(NoteError::Folder)? {
            Present::Users(bytes) if bytes != composed => Some(bytes),
            _ => None,
        };
        let held = letter
            .unsure
            .then_some("you are not sure how the name is spelt (`unsure: true`)");
        let mut note = Self {
            text: letter.text.clone(),
            edited: edit.is_some() && !recompose,
            thrown_away: edit.is_some() && recompose,
            held,
            file,
            files: Vec::new(),
            letter,
        };
        if let Some(bytes) = edit.filter(|_| !recompose) {
            let path = crate::output::shown(&folder.path().join(&note.file));
            note.text = read_edit(&path, &bytes).map_err(NoteError::Report)?;
        } else {
            note.files.push(Named {
                name: note.file.clone(),
                bytes: composed,
            });
        }
        let made = note
            .render(name, loaded, folder, job)
            .map_err(NoteError::Report)?;
        note.files.push(made);
        Ok(note)
    }

    /// The file that is made from the letter alone: `.txt` or `.pdf`.
    fn render(
        &self,
        name: &str,
        loaded: &Loaded,
        folder: &Folder,
        job: &Job,
    ) -> Result<Named, Report> {
        match self.text.channel {
            Channel::Email => Ok(Named {
                name: format!("{name}.txt"),
                bytes: email::text(&self.text, job.wrap).into_bytes(),
            }),
            Channel::Card => {
                let options = job.card_options(loaded)?;
                let meta = PdfMeta {
                    title: format!("Card to {}", self.text.to),
                    author: loaded.notes.from.name.clone(),
                };
                let bytes = card::typeset(&self.text, &options, job.fonts)
                    .and_then(|card: Card| card.pdf(&meta))
                    .map_err(|error| self.blame(&error, loaded, folder))?;
                Ok(Named {
                    name: format!("{name}.pdf"),
                    bytes,
                })
            }
        }
    }

    /// Says where a card that cannot be made has to be mended: in the notes, or in the edit.
    fn blame(&self, error: &CardError, loaded: &Loaded, folder: &Folder) -> Report {
        let mut found = Diagnostic::error(
            "card",
            Place::File,
            format!(
                "the card to {} cannot be made: {error}",
                self.letter_name(loaded)
            ),
        );
        if let Some(help) = error.help() {
            found = found.help(help);
        }
        if self.edited {
            let path = crate::output::shown(&folder.path().join(&self.file));
            let text = self.text.to_string();
            if let CardError::NoGlyph { character, .. } = error
                && let Some(at) = text.find(character.as_str())
            {
                found.place = Place::Bytes(at..at + character.len());
            }
            let source = std::sync::Arc::new(crate::diagnostic::Source::new(path, text));
            return Report {
                source,
                diagnostics: vec![found],
            };
        }
        found.place = match error {
            CardError::NoGlyph { character, .. } => self.place_of(character, loaded),
            _ => Place::Value(self.person().key("name")),
        };
        Report {
            source: loaded.source.clone(),
            diagnostics: vec![found],
        }
    }

    /// Where the notes have a character that this letter says.
    fn place_of(&self, character: &str, loaded: &Loaded) -> Place {
        let parts = self.letter.paragraphs.iter().flatten();
        let said = parts.chain([&self.letter.salutation, &self.letter.sign_off]);
        let shared = [
            Path::root().key("from").key("name"),
            self.person().key("name"),
        ];
        said.flat_map(|part| part.paths.iter())
            .chain(&shared)
            .filter_map(|path| loaded.source.spans(path))
            .find_map(|spans| {
                let at = loaded.source.text()[spans.value.clone()].find(character)?;
                let start = spans.value.start + at;
                Some(Place::Bytes(start..start + character.len()))
            })
            .unwrap_or_else(|| Place::Value(self.person().key("name")))
    }

    /// The recipient's name, as the notes have it.
    pub fn letter_name<'a>(&self, loaded: &'a Loaded) -> &'a str {
        &loaded.notes.interviewers[self.letter.place].name
    }

    fn person(&self) -> Path {
        Path::root().key("interviewers").item(self.letter.place)
    }
}

fn read_edit(path: &str, bytes: &[u8]) -> Result<LetterText, Report> {
    match std::str::from_utf8(bytes) {
        Ok(text) => LetterText::parse(path, text),
        Err(error) => {
            let found = Diagnostic::error(
                "not-utf-8",
                Place::File,
                format!(
                    "this letter is not UTF-8 text: byte {} is none",
                    error.valid_up_to() + 1
                ),
            )
            .help("save it as UTF-8 in your editor, or start anew with `--recompose NAME`");
            let source = std::sync::Arc::new(crate::diagnostic::Source::new(path, ""));
            Err(Report {
                source,
                diagnostics: vec![found],
            })
        }
    }
}
