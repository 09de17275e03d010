//! The files of a run that hold several cards: sheets, labels, test pages, all cards in one.

use serde::Serialize;

use super::super::check::counted;
use super::super::terminal::Terminal;
use super::Prepared;
use super::job::Job;
use super::json::outcome_name;
use super::note::Note;
use super::piles::Piles;
use super::stack::{Holds, Stack, of_labels, of_test};
use crate::card::Flip;
use crate::output::{Folder, FolderError, Named, Outcome, shown};
use crate::stationery::{self, SheetKind, StationeryError};

/// A file of several cards, and what to print it on.
pub struct Gathered {
    /// The file.
    pub file: Named,
    /// The stack of paper; its bytes are the file's.
    pub stack: Stack,
}

/// The sheets, labels and test pages of one notes file.
///
/// # Errors
/// Where a card does not fit the sheet.
pub fn gather(prepared: &Prepared, job: &Job) -> Result<Vec<Gathered>, StationeryError> {
    let paper = &job.paper;
    let mut found = Vec::new();
    if let Some(sheet) = paper.sheet {
        let one = std::slice::from_ref(prepared);
        let mut piles = Piles::on(Some(sheet));
        piles.take(one, job);
        let stacks = piles.stacks(one, paper)?;
        found.extend(
            stacks
                .into_iter()
                .map(|stack| named("sheets.pdf", stack, job)),
        );
    }
    if let Some(sheet) = paper.labels {
        let stack = of_labels(&[prepared], sheet, paper.feed)?;
        found.extend(stack.map(|stack| named("labels.pdf", stack, job)));
    }
    if paper.calibrate {
        found.extend(
            tests(prepared, job)?
                .into_iter()
                .map(|stack| test(stack, job)),
        );
    }
    Ok(found)
}

/// The test pages for the sheets of a run.
///
/// # Errors
/// Where a card does not fit the sheet.
pub fn tests(prepared: &Prepared, job: &Job) -> Result<Vec<Stack>, StationeryError> {
    let paper = &job.paper;
    let cards = paper
        .sheet
        .map(|sheet| (sheet, paper.layout(prepared.card.size).flat));
    let labels = paper.labels.and_then(|sheet| Some((sheet, sheet.cell()?)));
    let sheets = [cards, labels].into_iter().flatten();
    let tests = sheets.map(|(sheet, piece)| of_test(sheet, piece, paper.feed, &job.fonts));
    tests.collect()
}

/// All cards of the run that have been taken up, in one file.
///
/// # Errors
/// Where the file cannot be made.
pub fn bundle(
    piles: Piles,
    prepared: &[Prepared],
    job: &Job,
) -> Result<Vec<Gathered>, StationeryError> {
    let stacks = piles.stacks(prepared, &job.paper)?;
    let several = stacks.len() > 1;
    let name = |stack: &Stack| match several {
        // Cards of two sizes are two stacks of paper.
        true => format!(
            "cards-{}x{}.pdf",
            stack.media.0.round(),
            stack.media.1.round()
        ),
        false => "cards.pdf".to_owned(),
    };
    Ok(stacks
        .into_iter()
        .map(|stack| named(&name(&stack), stack, job))
        .collect())
}

/// The folder for what belongs to the whole run: that of the letters where there is one notes file,
/// else the one that holds the folder of the first.
///
/// # Errors
/// Where it cannot be read.
pub fn folder_of_all(prepared: &[Prepared]) -> Result<Option<Folder>, FolderError> {
    let parent = match prepared {
        [] => return Ok(None),
        [one] => Some(one.folder.path()),
        [first, ..] => first.folder.path().parent(),
    };
    parent.map(Folder::open).transpose()
}

fn named(name: &str, mut stack: Stack, job: &Job) -> Gathered {
    let bytes = std::mem::take(&mut stack.bytes);
    let file = Named {
        name: name.to_owned(),
        bytes,
        force: job.force,
    };
    Gathered { file, stack }
}

fn test(stack: Stack, job: &Job) -> Gathered {
    let sheet = stack.sheet.map_or("", |sheet| sheet.name.as_str());
    named(&format!("test-page.{sheet}.pdf"), stack, job)
}

/// Writes these files; gives what became of each.
pub fn put(folder: &mut Folder, gathered: &[Gathered], job: &Job) -> Vec<Outcome> {
    let files: Vec<Named> = gathered.iter().map(|each| each.file.clone()).collect();
    if files.is_empty() {
        Vec::new()
    } else if job.dry_run {
        files.iter().map(|file| folder.plan(file)).collect()
    } else {
        folder.write(&files)
    }
}

/// Those whose envelope or label cannot be made, since the notes have no address for them.
pub fn unaddressed<'a>(prepared: &'a Prepared, job: &Job) -> Vec<&'a str> {
    if job.paper.envelope.is_none() && job.paper.labels.is_none() {
        return Vec::new();
    }
    let lacks = |note: &&Note| {
        note.held.is_none() && note.text.channel.goes_by_post() && note.address.is_none()
    };
    let mut names: Vec<&str> = prepared
        .notes
        .iter()
        .filter(lacks)
        .map(|note| note.recipient(&prepared.loaded))
        .collect();
    names.dedup();
    names
}

/// Says what these files are, and how to print them.
pub fn say(
    folder: &Folder,
    gathered: &[Gathered],
    outcomes: &[Outcome],
    terminal: &mut Terminal<'_>,
) {
    for (each, outcome) in gathered.iter().zip(outcomes) {
        let file = shown(&folder.path().join(&each.file.name));
        terminal.say("");
        terminal.say(&format!("  {}", what(&each.stack)));
        match outcome {
            Outcome::Created => terminal.say(&format!("    {file}")),
            Outcome::Updated => terminal.say(&format!("    {file} (new)")),
            Outcome::Unchanged => terminal.say(&format!("    {file} (unchanged)")),
            Outcome::Kept => terminal.complain(&format!(
                "    {file} was NOT WRITTEN: you have changed it; delete it, or use --force"
            )),
            Outcome::Failed(cause) => {
                terminal.complain(&format!("    {file} was NOT WRITTEN: {cause}"));
            }
        }
        terminal.say(&format!("    {}", how(&each.stack)));
    }
}

/// Says for whom an envelope or a label was asked for in vain.
pub fn say_unaddressed(prepared: &Prepared, job: &Job, terminal: &mut Terminal<'_>) {
    let names = unaddressed(prepared, job);
    if names.is_empty() {
        return;
    }
    let what = match (job.paper.envelope, job.paper.labels) {
        (Some(_), Some(_)) => "No envelope and no label",
        (Some(_), None) => "No envelope",
        _ => "No label",
    };
    terminal.complain(&format!(
        "{what} for {}: the notes have no `address` for {}.",
        names.join(", "),
        if names.len() == 1 {
            "this person"
        } else {
            "these people"
        }
    ));
}

/// Says whose address is abroad and does not say in which country.
pub fn say_abroad(prepared: &Prepared, terminal: &mut Terminal<'_>) {
    let sender = &prepared.loaded.notes.from;
    let Some(from) = sender.address.as_deref() else {
        return;
    };
    let from = stationery::address_lines(&sender.name, from);
    let ready = prepared.notes.iter().filter(|note| note.held.is_none());
    let mut said = Vec::new();
    for note in ready {
        let to = note.address.as_deref().unwrap_or_default();
        let name = note.recipient(&prepared.loaded);
        if let Some(country) = stationery::missing_country(&from, to)
            && !said.contains(&name)
        {
            said.push(name);
            terminal.complain(&format!(
                "warning: the address of {name} is in {country}, and yours is not: add its country \
                 as the last line of `address`"
            ));
        }
    }
}

/// What a stack is, such as `4 cards on 1 sheet of avery-8387`.
pub fn what(stack: &Stack) -> String {
    let count = counted(stack.count, stack.holds.noun());
    match (stack.holds, stack.sheet) {
        (Holds::Test, Some(sheet)) => format!("a test page for {}", sheet.name),
        (_, Some(sheet)) => format!(
            "{count} on {} of {}",
            counted(stack.sheets, "sheet"),
            sheet.name
        ),
        (_, None) if stack.flip.is_some() => {
            format!(
                "{count} to fold, {} laid flat",
                stationery::shown(stack.media)
            )
        }
        (_, None) => format!("{count} of {}", stationery::shown(stack.media)),
    }
}

/// How to print a stack by hand.
pub fn how(stack: &Stack) -> String {
    if stack.holds == Holds::Test {
        return "print it at 100 % on plain paper and lay it over a sheet, against a window; what \
                the frames are off, `--shift` corrects"
            .to_owned();
    }
    let size = stationery::shown(stack.media);
    let sides = stack.flip.map_or("", both_sides);
    let scored = stack.sheet.and_then(SheetKind::folds) == Some(true);
    let single = if scored && stack.flip.is_none() {
        "; its cards are made to be folded, and `--fold half` prints a front too"
    } else {
        ""
    };
    format!("print it at 100 % on paper of {size}{sides}{single}")
}

/// How both sides of the paper are printed, after the words that say on what.
pub fn both_sides(flip: Flip) -> &'static str {
    match flip {
        Flip::Long => ", on both sides, flipped on the long edge",
        Flip::Short => ", on both sides, flipped on the short edge",
    }
}

/// A file of several cards as JSON.
#[derive(Serialize)]
struct Entry<'a> {
    stack: &'a str,
    count: usize,
    sheets: usize,
    width: f32,
    height: f32,
    sides: &'a str,
    path: String,
    outcome: &'a str,
}

/// Each file as an object of JSON, one a line; widths and heights in points.
pub fn json(folder: &Folder, gathered: &[Gathered], outcomes: &[Outcome]) -> String {
    let mut lines = String::new();
    for (each, outcome) in gathered.iter().zip(outcomes) {
        let entry = Entry {
            stack: each.stack.holds.noun(),
            count: each.stack.count,
            sheets: each.stack.sheets,
            width: each.stack.media.0,
            height: each.stack.media.1,
            sides: match each.stack.flip {
                Some(Flip::Long) => "two-sided-long-edge",
                Some(Flip::Short) => "two-sided-short-edge",
                None => "one-sided",
            },
            path: shown(&folder.path().join(&each.file.name)),
            outcome: outcome_name(outcome),
        };
        lines.push_str(&serde_json::to_string(&entry).unwrap_or_default());
        lines.push('\n');
    }
    lines
}
