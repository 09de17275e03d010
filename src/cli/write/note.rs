use super::super::paper_args::FrontChoice;
use super::blame::{blame, for_another, misfit, unaddressed, unreadable};
use super::job::Job;
use crate::card::{self, Block, Business, Card, CardOptions, PageOptions, Pages, PdfMeta, Piece};
use crate::diagnostic::Report;
use crate::email::{self, Mailbox};
use crate::letter::{Letter, LetterText, Recipient};
use crate::notes::{Channel, Interviewer, Kind, Loaded};
use crate::output::{Folder, FolderError, Named, Present, shown};
use crate::stationery::{Feed, Stack, StationeryError, address_lines, front, impose};
use crate::theme::Theme;

/// One letter with everything that is made from it.
#[derive(Debug)]
pub struct Note {
    /// The letter as it was composed.
    pub letter: Letter,
    /// The letter as it is sent: composed, or as the user has edited it.
    pub text: LetterText,
    /// The user's edit, where there is one and it is the letter.
    pub edit: Option<Edit>,
    /// Whether an edit of the user's is thrown away by this run, as was asked for.
    pub thrown_away: bool,
    /// Why it is not to go out yet; nothing is written then.
    pub held: Option<&'static str>,
    /// The name of its `.md`, without a folder.
    pub file: String,
    /// The files that are made from it, the `.md` first unless the user has edited that.
    pub files: Vec<Named>,
    /// The typeset card, where it is to stand on other paper too.
    pub card: Option<Card>,
    /// The typeset letter, where it is to be printed with others.
    pub pages: Option<Pages>,
    /// The lines of the recipient's postal address; `None` where the notes have none, or where
    /// nothing goes by post.
    pub address: Option<Vec<String>>,
    /// The face of its envelope, where one was asked for and the notes have the address.
    pub envelope: Option<Block>,
    /// The label with the address, where labels were asked for and the notes have the address.
    pub label: Option<Block>,
}

/// A letter's file as the user has edited it.
#[derive(Debug)]
pub struct Edit {
    /// The file, as messages name it.
    pub path: String,
    /// All of it, header included.
    pub text: String,
}

/// What every note of a file is made with.
#[derive(Clone, Copy)]
pub struct Materials<'a> {
    /// The notes file.
    pub loaded: &'a Loaded,
    /// Where its letters lie.
    pub folder: &'a Folder,
    /// What the run is to do.
    pub job: &'a Job,
    /// What a card looks like.
    pub card: &'a CardOptions,
    /// Whose page an email has.
    pub theme: &'a Theme,
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
    /// `stem` is the files' name without an ending; `anew` throws an edit away.
    ///
    /// # Errors
    /// Where the edited letter cannot be read, or the letter cannot be typeset or addressed.
    pub fn make(
        letter: Letter,
        stem: &str,
        with: &Materials<'_>,
        anew: bool,
    ) -> Result<Self, NoteError> {
        let Materials { loaded, folder, .. } = *with;
        let file = format!("{stem}.md");
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
            edit: None,
            thrown_away: edit.is_some() && anew,
            held,
            file,
            files: Vec::new(),
            card: None,
            pages: None,
            address: None,
            envelope: None,
            label: None,
            letter,
        };
        if let Some(bytes) = edit.filter(|_| !anew) {
            let path = shown(&folder.path().join(&note.file));
            let text = String::from_utf8(bytes)
                .map_err(|error| NoteError::Report(unreadable(&path, &error)))?;
            note.text = LetterText::parse(&path, &text).map_err(NoteError::Report)?;
            if let Some(other) = someone_else(&note.text.to, note.letter.recipient, loaded) {
                let report = for_another(&path, text, other, note.recipient(loaded));
                return Err(NoteError::Report(report));
            }
            note.edit = Some(Edit { path, text });
        } else {
            let name = note.file.clone();
            note.files.push(Named {
                name,
                bytes: composed,
                force: anew,
            });
        }
        let made = note.render(stem, with).map_err(NoteError::Report)?;
        note.files.extend(made);
        note.post(stem, with).map_err(NoteError::Report)?;
        Ok(note)
    }

    /// The recipient's name, as the notes have it.
    pub fn recipient<'a>(&self, loaded: &'a Loaded) -> &'a str {
        self.letter.recipient.name(&loaded.notes)
    }

    /// The letter on a sheet of paper.
    fn on_paper(&self, loaded: &Loaded, job: &Job) -> Result<Pages, Report> {
        let notes = &loaded.notes;
        let lines = |name: &str, address: Option<&str>| {
            address.map_or_else(
                || vec![name.to_owned()],
                |address| address_lines(name, address),
            )
        };
        let person = self.letter.recipient.interviewer(notes);
        let address = person.and_then(|person| person.address.as_deref());
        let sender = &notes.from;
        let contact: Vec<String> = sender.phone.iter().chain(&sender.email).cloned().collect();
        // The position stands under the name; without an address, the company says where.
        let mut to = lines(self.recipient(loaded), address);
        if address.is_none() && person.is_some() {
            to.push(notes.interview.company.clone());
        }
        if let Some(title) = person.and_then(|person| person.job_title.clone()) {
            to.insert(1, title);
        }
        let letter = Business {
            from: &lines(&sender.name, sender.address.as_deref()),
            contact: &contact,
            to: &to,
            date: self.text.date.as_deref(),
            subject: self.text.subject.as_deref(),
            body: &self.text.body,
        };
        card::typeset_business(&letter, notes.language, &job.fonts)
            .map_err(|error| blame(&error, self, loaded))
    }

    /// The file of an ending among those that are made from the letter.
    pub fn file_of(&self, ending: &str) -> Option<&Named> {
        self.files.iter().find(|file| file.name.ends_with(ending))
    }

    /// The files that are made from the letter alone: `.txt` and `.eml`, or `.pdf`.
    ///
    /// A PDF takes longer than all else, and is not made where only the letters are wanted.
    fn render(&mut self, stem: &str, with: &Materials<'_>) -> Result<Vec<Named>, Report> {
        let Materials {
            loaded, job, card, ..
        } = *with;
        let named = |ending: &str, bytes| Named {
            name: format!("{stem}.{ending}"),
            bytes,
            force: job.force,
        };
        let (ending, bytes) = match self.text.channel {
            Channel::Email => {
                let text = email::text(&self.text, job.wrap).into_bytes();
                let draft = self.draft(with)?.map(|bytes| named("eml", bytes));
                return Ok([named("txt", text)].into_iter().chain(draft).collect());
            }
            Channel::Phone => ("txt", email::text(&self.text, job.wrap).into_bytes()),
            Channel::Page => {
                let meta = PdfMeta {
                    title: format!("{}: {}", self.letter.kind, loaded.notes.interview.company),
                    author: loaded.notes.from.name.clone(),
                };
                let options = PageOptions::for_language(loaded.notes.language);
                let bytes = card::typeset_pages(&self.text.body, &options, &job.fonts)
                    .and_then(|pages| job.renders.then(|| pages.pdf(&meta)).transpose())
                    .map_err(|error| blame(&error, self, loaded))?;
                let Some(bytes) = bytes else {
                    return Ok(Vec::new());
                };
                ("pdf", bytes)
            }
            Channel::Letter => {
                let meta = PdfMeta {
                    title: format!("Letter to {}", self.text.to),
                    author: loaded.notes.from.name.clone(),
                };
                let pages = self.on_paper(loaded, job)?;
                let bytes = pages.pdf(&meta);
                let bytes = bytes.map_err(|error| blame(&error, self, loaded))?;
                self.pages = job.paper.prints.then_some(pages);
                ("pdf", bytes)
            }
            Channel::Card => {
                let meta = PdfMeta {
                    title: format!("Card to {}", self.text.to),
                    author: loaded.notes.from.name.clone(),
                };
                let typeset = card::typeset(&self.text, card, &job.fonts)
                    .map_err(|error| blame(&error, self, loaded))?;
                if !job.renders {
                    return Ok(Vec::new());
                }
                let bytes = match job.paper.fold {
                    Some(_) => folded(&typeset, &meta, loaded, job, card),
                    None => typeset.pdf(&meta).map_err(StationeryError::from),
                };
                // It is held until all are made; a copy has no room to spare, and takes half.
                self.card = job.paper.gathers().then(|| typeset.clone());
                ("pdf", bytes.map_err(|error| misfit(&error, self, loaded))?)
            }
        };
        Ok(vec![named(ending, bytes)])
    }

    /// The draft for a mail program; none for a note that travels within the email to a recruiter.
    ///
    /// Where no address is known, it has no recipient: that one is typed in the mail program.
    fn draft(&self, with: &Materials<'_>) -> Result<Option<Vec<u8>>, Report> {
        let (loaded, letter) = (with.loaded, &self.letter);
        let to = self
            .mailbox()
            .map_err(|error| unaddressed(&error, self, loaded))?;
        let person = letter.recipient.interviewer(&loaded.notes);
        let is_passed_on =
            letter.kind == Kind::ThankYou && person.is_some_and(Interviewer::by_recruiter);
        if to.is_none() && is_passed_on {
            return Ok(None);
        }
        let from = &loaded.notes.from;
        // An address that a message cannot carry is left to the mail program, which has its own.
        let from = from.email.as_deref();
        let from = from.and_then(|email| Mailbox::new(&loaded.notes.from.name, email).ok());
        let sender = email::Sender {
            from: from.as_ref(),
            language: loaded.notes.language.tag(),
        };
        email::draft(&self.text, to.as_ref(), sender, with.theme, with.job.wrap).map(Some)
    }

    /// Whom the letter's own header says it goes to.
    ///
    /// # Errors
    /// Where the header names no address that mail can be sent to.
    pub fn mailbox(&self) -> Result<Option<Mailbox>, email::AddressError> {
        Mailbox::parse(&self.text.to)
    }
}

/// A card that is folded, on a page of its own: its outer face, then its inner one.
fn folded(
    typeset: &Card,
    meta: &PdfMeta,
    loaded: &Loaded,
    job: &Job,
    card: &CardOptions,
) -> Result<Vec<u8>, StationeryError> {
    let says = job.paper.fold.unwrap_or(FrontChoice::ThankYou);
    let outside = front(&says.of(&loaded.notes.from.name), card, &job.fonts)?;
    let layout = job.paper.layout(card.size);
    let feed = Feed {
        flip: job.paper.feed.flip,
        ..Feed::default()
    };
    let stack = Stack {
        grid: &layout.alone(),
        layout: &layout,
        feed,
    };
    let leaves = impose(&stack, &[(0, Some(1))]);
    let pieces = [Piece::Block(&outside), Piece::Card(typeset)];
    Ok(card::bind(
        &pieces,
        &leaves,
        meta,
        card.language,
        Some(feed.flip),
    )?)
}

/// The other interviewer to whom a header says an edited letter goes.
///
/// File names are made of names, and two people's may change places when the notes do.
fn someone_else<'a>(to: &str, recipient: Recipient, loaded: &'a Loaded) -> Option<&'a str> {
    let name = to.split('<').next().unwrap_or_default().trim();
    let is_theirs = recipient.name(&loaded.notes) == name;
    let other = loaded
        .notes
        .interviewers
        .iter()
        .find(|person| person.name == name && !is_theirs)?;
    Some(&other.name)
}
