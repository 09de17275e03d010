use super::super::check::counted;
use super::super::terminal::Terminal;
use super::Prepared;
use super::gather::{self, Gathered};
use super::job::Job;
use super::note::Note;
use super::{in_vain, missing};
use crate::card::Flip;
use crate::diagnostic::{Path, Place};
use crate::email;
use crate::language::stopped;
use crate::letter::{Recipient, Why};
use crate::notes::{self, Channel, Claim, Kind};
use crate::output::{Outcome, shown};

pub(in crate::cli) type Outcomes = [Vec<(String, Outcome)>];

/// Says what was written, where, for whom, in how many words, what was left out, and what is next.
pub(in crate::cli) fn say(
    prepared: &Prepared,
    outcomes: &Outcomes,
    (gathered, became): (&[Gathered], &[Outcome]),
    job: &Job,
    terminal: &mut Terminal<'_>,
) {
    let ready = prepared
        .notes
        .iter()
        .zip(outcomes)
        .filter(|(note, _)| note.held.is_none());
    let count = ready
        .filter(|(_, files)| files.iter().all(|(_, became)| is_there(became)))
        .count();
    let verb = if job.dry_run { "Would write" } else { "Wrote" };
    let folder = shown(prepared.folder.path());
    let notes = if count == 0 {
        "no notes".to_owned()
    } else {
        counted(count, "note")
    };
    terminal.say(&format!("{verb} {notes} to {folder}/"));
    called_for(prepared, job, terminal);
    for (note, files) in prepared.notes.iter().zip(outcomes) {
        terminal.say("");
        one(prepared, note, files, job, terminal);
    }
    gather::say(&prepared.folder, gathered, became, terminal);
    terminal.say("");
    gather::say_unaddressed(prepared, job, terminal);
    missing::say(prepared, job, terminal);
    gather::say_abroad(prepared, terminal);
    remarks(prepared, terminal);
    if job.to.is_empty() {
        stale(prepared, &folder, terminal);
    }
    trust(prepared, terminal);
    if count > 0 && !job.dry_run {
        next(prepared, job, terminal);
    }
}

/// Says why these kinds of letter were written, where it was not asked for and is not plain.
fn called_for(prepared: &Prepared, job: &Job, terminal: &mut Terminal<'_>) {
    let notes = &prepared.loaded.notes;
    in_vain::say(prepared, job, terminal);
    if job.kind.is_some() {
        return;
    }
    let mut reasons = Vec::new();
    let outcome = notes.interview.outcome;
    if outcome != notes::Outcome::Pending {
        reasons.push(format!("`outcome: {}`", outcome.name()));
    }
    if prepared.kinds.contains(&Kind::Debrief) {
        reasons.push("a debrief".to_owned());
    }
    if !reasons.is_empty() {
        let kinds: Vec<&str> = prepared.kinds.iter().map(|kind| kind.name()).collect();
        terminal.say(&format!(
            "The notes have {}, so this is {}; for another kind: --kind.",
            reasons.join(" and "),
            kinds.join(" and ")
        ));
    }
    let many = notes.interviewers.len() > 7 && prepared.kinds.contains(&Kind::ThankYou);
    if many {
        terminal.say("To thank all of them in one email instead: --coordinator.");
    }
}

/// Whether the right bytes are on the disk, or would be.
fn is_there(outcome: &Outcome) -> bool {
    matches!(
        outcome,
        Outcome::Created | Outcome::Updated | Outcome::Unchanged
    )
}

/// Names what an earlier run made and this one did not.
fn stale(prepared: &Prepared, folder: &str, terminal: &mut Terminal<'_>) {
    let ready = prepared.notes.iter().filter(|note| note.held.is_none());
    let made: Vec<&str> = ready
        .flat_map(|note| {
            note.files
                .iter()
                .map(|file| file.name.as_str())
                .chain([&*note.file])
        })
        .collect();
    // What other kinds of letter have left is no concern of this run.
    let of_these = |name: &str| {
        prepared.kinds.iter().any(|kind| {
            [".", "-2."]
                .iter()
                .any(|end| name.contains(&format!(".{kind}{end}")))
        })
    };
    for name in prepared
        .folder
        .stale(&made)
        .into_iter()
        .filter(|name| of_these(name))
    {
        terminal.say(&format!(
            "From an earlier run, and not made by this one: {folder}/{name}"
        ));
    }
}

/// Says which letters wait, and why.
pub(in crate::cli) fn held(prepared: &Prepared, terminal: &mut Terminal<'_>) {
    for note in &prepared.notes {
        if let Some(why) = note.held {
            let name = note.recipient(&prepared.loaded);
            terminal.complain(&format!("The letter to {name} waits: {why}."));
        }
    }
}

fn one(
    prepared: &Prepared,
    note: &Note,
    files: &[(String, Outcome)],
    job: &Job,
    terminal: &mut Terminal<'_>,
) {
    let name = note.recipient(&prepared.loaded);
    let words = counted(note.text.words(), "word");
    let channel = note.text.channel;
    if let Some(why) = note.held {
        terminal.complain(&format!("  {name}: {channel}, held back: {why}"));
        return;
    }
    let edited = if note.edit.is_some() {
        ", as you edited it"
    } else {
        ""
    };
    terminal.say(&format!("  {name}: {channel}, {words}{edited}"));
    if note.thrown_away {
        let would = if job.dry_run { "would be" } else { "were" };
        terminal.say(&format!(
            "    your changes to the earlier text {would} thrown away"
        ));
    }
    if note.edit.is_some() {
        terminal.say(&format!("    {} (yours)", note.file));
    }
    if channel != note.letter.channel {
        terminal.say(&format!(
            "    by {channel}, as its own header says: to send it by {}, change the line \
             `channel: {channel}` at its top",
            note.letter.channel
        ));
    }
    let lacks_address = missing::missing(prepared, note).is_some();
    let to_nobody = |file: &str| match lacks_address && file.ends_with(".eml") {
        true => ", without a recipient",
        false => "",
    };
    for (file, outcome) in files {
        match outcome {
            Outcome::Created => terminal.say(&format!("    {file}{}", to_nobody(file))),
            Outcome::Updated => {
                terminal.say(&format!("    {file} (new text){}", to_nobody(file)));
            }
            Outcome::Unchanged => {
                terminal.say(&format!("    {file} (unchanged){}", to_nobody(file)));
            }
            Outcome::Kept => terminal.complain(&format!(
                "    {file} was NOT WRITTEN: you have changed it. Edit {} instead and delete \
                 this file, or use --force",
                note.file
            )),
            Outcome::Failed(cause) => {
                terminal.complain(&format!("    {file} was NOT WRITTEN: {cause}"));
            }
        }
    }
    if note.edit.is_none() {
        left_out(prepared, note, terminal);
    }
}

/// Says what the letter has no room for, in the order of the notes, under each reason once.
fn left_out(prepared: &Prepared, note: &Note, terminal: &mut Terminal<'_>) {
    /// A value and the line it stands on.
    type Fact<'a> = (Option<usize>, &'a str);
    let mut reasons: Vec<(&str, Vec<Fact<'_>>)> = Vec::new();
    for left in &note.letter.left_out {
        let fact = (line_number(prepared, &left.path), left.value.as_str());
        match reasons.iter_mut().find(|(why, _)| *why == left.why) {
            Some((_, facts)) => facts.push(fact),
            None => reasons.push((left.why, vec![fact])),
        }
    }
    for (why, mut facts) in reasons {
        facts.sort_by_key(|(line, _)| *line);
        terminal.say(&format!("    left out, since {why}:"));
        for (line, value) in facts {
            let line = line.map_or_else(String::new, |line| format!("line {line}: "));
            terminal.say(&format!("      {line}{}", shortened(value)));
        }
    }
}

fn remarks(prepared: &Prepared, terminal: &mut Terminal<'_>) {
    let notes = &prepared.loaded.notes;
    for told in &prepared.composed.told {
        let claim = match &notes.missing_qualifications[told.qualification].what {
            Claim::Fact { qualification, .. } => qualification,
            Claim::Own { say } => say,
        };
        let why = match told.why {
            Why::Tell => continue,
            Why::Fits => "whose points it fits best",
            Why::Role => "by role",
        };
        let name = &notes.interviewers[told.place].name;
        terminal.say(&format!("{} is told to {name}, {why}.", shortened(claim)));
    }
    for remark in &prepared.composed.remarks {
        let person = remark.recipient.name(notes);
        let line = remark
            .path
            .as_ref()
            .and_then(|path| line_number(prepared, path));
        let line = line.map_or_else(String::new, |line| format!("line {line}: "));
        terminal.say(&stopped(&format!("{person}: {line}{}", remark.text)));
    }
}

/// The lines to trust the letters by: where every fact is from, and whose name nothing confirms.
fn trust(prepared: &Prepared, terminal: &mut Terminal<'_>) {
    let source = prepared.loaded.source.name();
    let ready = || prepared.notes.iter().filter(|note| note.held.is_none());
    let edited = ready().filter(|note| note.edit.is_some()).count();
    if edited < ready().count() {
        let which = if edited == 0 {
            "Every fact in them"
        } else {
            "Every fact in the others"
        };
        terminal.say(&format!("{which} is from {source}; nothing was added."));
    }
    let mut unverified: Vec<&str> = ready()
        .map(|note| note.letter.recipient)
        .filter(|who| *who != Recipient::Yourself && who.email(&prepared.loaded.notes).is_none())
        .map(|who| who.name(&prepared.loaded.notes))
        .collect();
    unverified.dedup();
    if !unverified.is_empty() {
        let names = unverified.join(", ");
        terminal.say(&stopped(&format!(
            "No email address confirms how these names are spelt: {names}"
        )));
    }
}

fn next(prepared: &Prepared, job: &Job, terminal: &mut Terminal<'_>) {
    let has = |channel| {
        prepared
            .notes
            .iter()
            .any(|note| note.held.is_none() && note.text.channel == channel)
    };
    let folded = job.paper.fold.map(|_| {
        let flip = job.paper.feed.flip;
        let other = match flip {
            Flip::Long => "short",
            Flip::Short => "long",
        };
        format!(
            "print the .pdf at 100 % on card of its size{} (for the other way: `--flip {other}`), \
             and fold it in the middle",
            gather::both_sides(flip)
        )
    });
    let mut steps = vec!["read each .md aloud; change it there and run the same command again"];
    if has(Channel::Email) {
        steps.push("open each email with `regards open`, or paste its .txt");
    }
    if has(Channel::Card) {
        let flat = "print the .pdf at 100 % on card of its size";
        steps.push(folded.as_deref().unwrap_or(flat));
    }
    if has(Channel::Letter) {
        steps.push("print the .pdf of a letter at 100 % and sign it by hand");
    }
    if has(Channel::Page) {
        steps.push("the .pdf of a page is for you alone");
    }
    if has(Channel::Phone) {
        steps.push("have the .txt before you when you call");
    }
    terminal.say(&format!("Next: {}.", steps.join("; ")));
}

/// The letters as text, each under its header, for standard output.
pub(super) fn letters(prepared: &Prepared, wrap: Option<usize>) -> String {
    let mut text = String::new();
    for note in prepared.notes.iter().filter(|note| note.held.is_none()) {
        if !text.is_empty() {
            text.push_str("\n----\n\n");
        }
        text.push_str(&format!("To: {}\n", note.text.to));
        if let Some(subject) = &note.text.subject {
            text.push_str(&format!("Subject: {subject}\n"));
        }
        if let Some(date) = &note.text.date {
            text.push_str(&format!("Date: {date}\n"));
        }
        text.push_str(&format!("\n{}", email::text(&note.text, wrap)));
    }
    text
}

/// The line on which the notes have a value, from 1.
pub(in crate::cli) fn line_number(prepared: &Prepared, path: &Path) -> Option<usize> {
    let source = &prepared.loaded.source;
    let range = source.range(&Place::Value(path.clone()))?;
    Some(source.line_column(range.start).0)
}

/// A value in quotation marks, cut after ten words.
fn shortened(value: &str) -> String {
    let words: Vec<&str> = value.split_whitespace().collect();
    if words.len() <= 10 {
        format!("“{}”", words.join(" "))
    } else {
        format!("“{} …”", words[..10].join(" "))
    }
}
