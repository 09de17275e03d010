//! `regards open`: one email in the mail program, to be looked over and sent.

use std::ffi::OsStr;
use std::io;
use std::path::{Path, PathBuf};

use clap::Args;

use super::args::{Global, WriteArgs, kind};
use super::code;
use super::init::quoted;
use super::input::{Input, inputs};
use super::launch::launch;
use super::sent_file;
use super::terminal::Terminal;
use super::theme::Themes;
use super::write::job::Job;
use super::write::note::Note;
use super::write::prepare::{Problems, prepare};
use super::write::{Prepared, code_of, people, put, summary};
use crate::email::mailto;
use crate::followup::{What, plan};
use crate::letter::Recipient;
use crate::notes::{Channel, Interviewer, Kind, Loaded};
use crate::output::{Outcome, shown};

/// What `open` takes.
#[derive(Debug, Clone, Args)]
pub struct OpenArgs {
    /// A notes file
    #[arg(value_name = "NOTES")]
    pub notes: PathBuf,

    /// Whose email; any part of the name that fits one alone
    #[arg(long, value_name = "NAME", required = true)]
    pub to: String,

    /// The kind of letter; left out: what the notes call for
    #[arg(long, value_name = "KIND", value_parser = kind())]
    pub kind: Option<Kind>,

    /// Print the address or the file that would be opened, and neither open nor write it
    #[arg(long, visible_alias = "dry-run")]
    pub print: bool,

    /// A built-in theme by name, or a folder with one of your own
    #[arg(long, value_name = "NAME|DIR")]
    pub theme: Option<String>,

    /// Where the letters are: DIR/<notes file>/ instead of beside the notes
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
}

impl OpenArgs {
    /// The arguments of the `write` that makes the letter.
    fn as_write(&self) -> WriteArgs {
        // What the notes call for holds the covering email too, which no name asks for.
        let to = self.kind.map(|_| self.to.clone());
        WriteArgs {
            notes: vec![self.notes.clone()],
            to: to.into_iter().collect(),
            kind: self.kind,
            theme: self.theme.clone(),
            out: self.out.clone(),
            dry_run: self.print,
            ..WriteArgs::default()
        }
    }
}

/// Opens one email in the mail program; gives the exit code.
pub fn run(arguments: &OpenArgs, global: &Global, terminal: &mut Terminal<'_>) -> u8 {
    match open(arguments, global, terminal) {
        Ok(code) => code,
        Err(Unopened(problems)) => {
            if let Some(problems) = problems {
                problems.show(terminal);
            }
            code::BAD_INPUT
        }
    }
}

/// Why nothing is opened; what was not shown yet is inside.
struct Unopened(Option<Problems>);

impl From<Problems> for Unopened {
    fn from(problems: Problems) -> Self {
        Self(Some(problems))
    }
}

fn open(
    arguments: &OpenArgs,
    global: &Global,
    terminal: &mut Terminal<'_>,
) -> Result<u8, Unopened> {
    let write = arguments.as_write();
    let job = Job::new(&write, global).map_err(|error| {
        error.show(terminal);
        Unopened(None)
    })?;
    let inputs = inputs(&write.notes).map_err(Problems::Reports)?;
    let [input] = inputs.as_slice() else {
        terminal.complain("error: one email is opened at a time");
        terminal.complain("help: name one notes file");
        return Err(Unopened(None));
    };
    let one = |report| Problems::Reports(vec![report]);
    let loaded = input.load(terminal).map_err(one)?;
    terminal.report(&loaded.report);
    let files = [(input, loaded)];
    let names = [arguments.to.clone()];
    if !people::are_known(&names, &files, "--to", terminal) {
        return Err(Unopened(None));
    }
    let [(_, loaded)] = files;
    let Some(&recipient) = people::recipients(&names, &loaded).first() else {
        return Err(Unopened(None));
    };
    let mut themes = Themes::default();
    let theme = themes
        .load(
            job.theme.as_deref(),
            input.path.as_deref(),
            &loaded,
            terminal,
        )
        .map_err(Problems::Reports)?;
    let mut prepared = prepare(input, loaded, &theme, &job)?;
    prepared.proofread(&job);
    if !keep_one(&mut prepared, recipient, arguments.kind, terminal) {
        return Err(Unopened(None));
    }
    if prepared.notes.iter().any(|note| note.held.is_some()) {
        prepared.findings(terminal);
    }
    let outcomes = put(&mut prepared, &job);
    let code = code_of(&prepared, &outcomes);
    if code == code::FOUND {
        summary::held(&prepared, terminal);
        return Ok(code);
    }
    for (file, outcome) in outcomes.iter().flatten() {
        let path = shown(&prepared.folder.path().join(file));
        match outcome {
            Outcome::Kept => {
                terminal.complain(&format!(
                    "error: you have changed {path}, so it was not made anew"
                ));
                terminal.complain(
                    "help: open it yourself, or delete it and run the same command again",
                );
            }
            Outcome::Failed(cause) => {
                terminal.complain(&format!("error: {path} cannot be written: {cause}"));
            }
            _ => {}
        }
    }
    if code != code::DONE {
        return Ok(code);
    }
    let name = recipient.name(&prepared.loaded.notes);
    let note = &prepared.notes[0];
    let folder = prepared.folder.path();
    let code = hand_over(note, name, folder, arguments.print, terminal);
    if code == code::DONE && !arguments.print {
        say_how_to_record(note, &prepared.loaded, input, arguments, global, terminal);
    }
    Ok(code)
}

/// Says what to type once it is sent, so that the plan knows; nothing where nothing is recorded.
fn say_how_to_record(
    note: &Note,
    loaded: &Loaded,
    input: &Input,
    arguments: &OpenArgs,
    global: &Global,
    terminal: &mut Terminal<'_>,
) {
    // What cannot be read is a matter of `plan` and `sent`.
    let Ok(ledger) = sent_file::load(input, terminal) else {
        return;
    };
    if input.path.is_none() {
        return;
    }
    let (notes, person) = (&loaded.notes, note.letter.recipient);
    let plan = plan(notes, &ledger, sent_file::today(global));
    let what = What::Letter(note.letter.kind);
    let mut command = format!(
        "regards sent {} --to {}",
        quoted(input.name.strip_prefix("./").unwrap_or(&input.name)),
        quoted(&arguments.to)
    );
    if plan.next(notes, person) != Some(what) {
        command.push_str(&format!(" --kind {what}"));
    }
    if plan.ways(person, what).len() > 1 {
        command.push_str(&format!(" --as {}", note.text.channel));
    }
    terminal.say(&format!("Once it is sent: {command}"));
}

/// Leaves the one email that was asked for among the notes; complains where there is none.
fn keep_one(
    prepared: &mut Prepared,
    recipient: Recipient,
    kind: Option<Kind>,
    terminal: &mut Terminal<'_>,
) -> bool {
    let notes = &prepared.loaded.notes;
    let name = recipient.name(notes).to_owned();
    let person = recipient.interviewer(notes);
    let is_passed_on = person.is_some_and(Interviewer::by_recruiter);
    let recruiter = notes.recruiter.as_ref().map(|each| each.name.clone());
    let theirs = prepared
        .notes
        .iter()
        .find(|note| note.letter.recipient == recipient);
    let first = theirs.map(|note| (note.letter.kind, note.text.channel));
    let is_it = |note: &Note| {
        let is_kind = kind.is_none_or(|kind| note.letter.kind == kind);
        note.letter.recipient == recipient && is_kind && note.file_of(".eml").is_some()
    };
    let places = (0..prepared.notes.len()).filter(|at| is_it(&prepared.notes[*at]));
    let mut places: Vec<usize> = places.collect();
    // The notes that the recruiter passes on come before a report to them.
    places.sort_by_key(|at| prepared.notes[*at].letter.kind != Kind::Covering);
    if let Some(second) = places.get(1) {
        let also = prepared.notes[*second].letter.kind;
        terminal.say(&format!(
            "There is also a {also} to {name}: --kind {also} opens that."
        ));
    }
    if let Some(place) = places.first() {
        prepared.keep_only(*place);
        return true;
    }
    match (first, recruiter) {
        (Some((Kind::ThankYou, Channel::Email)), Some(recruiter)) if is_passed_on => {
            terminal.complain(&format!(
                "error: the note to {name} travels in the email to {recruiter}"
            ));
            terminal.complain(&format!(
                "help: `--to {}` opens that one",
                quoted(&recruiter)
            ));
        }
        (Some((Kind::ThankYou, Channel::Email)), None) if is_passed_on => {
            terminal.complain(&format!(
                "error: the note to {name} is to be passed on by a recruiter, and the notes name none"
            ));
            terminal.complain("help: add `recruiter:`, or leave `send: via-recruiter` out");
        }
        (Some((kind, channel)), _) => {
            terminal.complain(&format!(
                "error: the {kind} to {name} is a {channel}, not an email"
            ));
            terminal.complain("help: give them `send: email` in the notes, or print the .pdf");
        }
        (None, _) => {
            let kinds: Vec<&str> = prepared.kinds.iter().map(|kind| kind.name()).collect();
            terminal.complain(&format!(
                "error: there is no {} to {name}",
                kinds.join(" or ")
            ));
            terminal
                .complain("help: for another kind of letter, add --kind, such as --kind check-in");
        }
    }
    false
}

/// Gives the email to the mail program: as an address where that holds it, else as its file.
fn hand_over(
    note: &Note,
    name: &str,
    folder: &Path,
    print: bool,
    terminal: &mut Terminal<'_>,
) -> u8 {
    let to = note.mailbox().ok().flatten();
    let draft = folder.join(note.file_of(".eml").map_or("", |file| &file.name));
    let uri = mailto(&note.text, to.as_ref());
    let target: &OsStr = uri.as_deref().map_or(draft.as_os_str(), OsStr::new);
    if print {
        let target = uri.unwrap_or_else(|| shown(&draft));
        terminal.result(&format!("{target}\n"));
        return code::DONE;
    }
    if let Err(cause) = launch(target) {
        let why = match cause.kind() {
            io::ErrorKind::NotFound => "this system has no program that opens one".to_owned(),
            _ => cause.to_string(),
        };
        terminal.complain(&format!("error: the mail program was not opened: {why}"));
        terminal.complain(&format!("help: open {} in it yourself", shown(&draft)));
        return code::NOT_WRITTEN;
    }
    terminal.say(&format!(
        "Opened the email to {name} in your mail program; nothing is sent yet."
    ));
    if to.is_none() {
        terminal.say("No address is known: type it there.");
    }
    code::DONE
}
