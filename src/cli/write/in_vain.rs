//! What is said where somebody or some way was asked for, and there is no letter of that.

use super::super::init::quoted;
use super::super::terminal::Terminal;
use super::job::Job;
use super::{Prepared, people};
use crate::language::{article, either, listed};
use crate::letter::{self, Recipient};
use crate::notes::{Channel, Interviewer, Kind};

/// Says why there is no letter where one could be expected, and what to type instead.
pub fn say(prepared: &Prepared, job: &Job, terminal: &mut Terminal<'_>) {
    if let Some(nobody) = prepared.composed.nobody {
        terminal.say(&format!("For this file, {}.", nobody.message()));
        terminal.say(&format!("To have one, {}.", nobody.help()));
    } else if prepared.kinds.is_empty() {
        by_no_way(prepared, job, terminal);
    } else if !job.to.is_empty() {
        to_nobody(prepared, job, terminal);
    }
}

/// Nothing that the notes call for takes the way that was asked for.
fn by_no_way(prepared: &Prepared, job: &Job, terminal: &mut Terminal<'_>) {
    let Some(channel) = job.channel else { return };
    let called = letter::called_for(&prepared.loaded.notes);
    for kind in called {
        let ways: Vec<&str> = kind.channels().iter().map(|each| each.name()).collect();
        terminal.say(&format!(
            "The notes call for {} {kind}, which goes as {}, not as {channel}.",
            article(kind.name()),
            either(&ways)
        ));
    }
    let takes = |kind: &Kind| *kind != Kind::Covering && kind.channels().contains(&channel);
    let kinds: Vec<String> = Kind::ALL
        .into_iter()
        .filter(takes)
        .map(|kind| format!("`--kind {kind}`"))
        .collect();
    terminal.say(&format!("What goes as {channel}: {}.", listed(&kinds)));
}

/// Some of those who were asked for get no letter of these kinds.
fn to_nobody(prepared: &Prepared, job: &Job, terminal: &mut Terminal<'_>) {
    let loaded = &prepared.loaded;
    let has = |who: Recipient| {
        let mut notes = prepared.notes.iter();
        notes.any(|note| note.letter.recipient == who)
    };
    let names: Vec<&str> = prepared.kinds.iter().map(|kind| kind.name()).collect();
    let asked = people::recipients(&job.to, loaded);
    for who in asked.iter().copied().filter(|who| !has(*who)) {
        let name = who.name(&loaded.notes);
        terminal.say(&format!("There is no {} to {name}.", either(&names)));
        let help = match who {
            Recipient::Yourself => {
                "To yourself there are `--kind debrief --as page` and `--kind worksheet`."
            }
            Recipient::Recruiter if job.kind.is_none() => {
                "For another kind of letter, add --kind, such as --kind check-in. Notes that the \
                 recruiter is to pass on have `send: via-recruiter`."
            }
            _ if job.kind == Some(Kind::Debrief) => {
                "It goes to the recruiter, or is a page for yourself: leave --to out."
            }
            _ => "For another kind of letter, add --kind, such as --kind check-in.",
        };
        terminal.say(help);
    }
    let Some(recruiter) = loaded.notes.recruiter.as_ref() else {
        return;
    };
    let carried = asked.iter().filter(|who| {
        let person = who.interviewer(&loaded.notes);
        person.is_some_and(Interviewer::by_recruiter)
    });
    let names: Vec<&str> = carried.map(|who| who.name(&loaded.notes)).collect();
    let by_email = job.channel.is_none_or(|channel| channel == Channel::Email);
    let is_written = prepared.kinds.contains(&Kind::ThankYou) && by_email && !names.is_empty();
    if is_written && !has(Recipient::Recruiter) {
        terminal.say(&format!(
            "What goes to {} travels in the email to {}: --to {} writes that too.",
            listed(&names),
            recruiter.name,
            quoted(&recruiter.name)
        ));
    }
}
