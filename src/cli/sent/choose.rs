//! What somebody means who says that something went out.

use jiff::civil::Date;

use super::super::args::SentArgs;
use crate::followup::{Ledger, Plan, Recipient, Record, What, channels};
use crate::notes::{Channel, Kind, Notes};

/// What is to be recorded for one person.
pub(super) enum Chosen {
    /// This.
    New(Record),
    /// Nothing: this is there.
    Already(Record),
    /// This is taken back.
    Undo(Record),
    /// Nothing: a message and a line of help.
    Wrong(String, String),
}

impl Chosen {
    /// Whether it keeps the whole command from recording anything.
    pub(super) fn is_wrong(&self) -> bool {
        matches!(self, Self::Wrong(..))
    }
}

/// What went out to somebody: what was named, else what the plan has for them next.
pub(super) fn choose(
    arguments: &SentArgs,
    notes: &Notes,
    ledger: &Ledger,
    plan: &Plan,
    person: Recipient,
    today: Date,
) -> Chosen {
    let name = person.name(notes);
    let theirs: Vec<&Record> = of(ledger, notes, person).collect();
    let Some(what) = arguments.kind.or_else(|| plan.next(notes, person)) else {
        return match theirs.last() {
            Some(record) => Chosen::Already((*record).clone()),
            None => Chosen::Wrong(
                format!("the plan has nothing for {name} yet"),
                "name what went out: `--kind KIND`".to_owned(),
            ),
        };
    };
    let by = match arguments
        .channel
        .map_or_else(|| way(plan, notes, person, what), Ok)
    {
        Ok(by) => by,
        Err(ways) => {
            return Chosen::Wrong(
                format!("{name} gets a {what} by {}", ways.join(" and by ")),
                format!("say which went out: `--as {}`", ways.join("` or `--as ")),
            );
        }
    };
    let on = arguments.on.unwrap_or(today);
    let repeats = what == What::Letter(Kind::CheckIn);
    let several = plan.ways(person, what).len() > 1;
    let same = |record: &&&Record| {
        record.what == what && (!several || record.by == by) && (!repeats || record.on == on)
    };
    match theirs.iter().rev().find(same) {
        Some(record) if arguments.on.is_some() && record.on != on => Chosen::Wrong(
            format!("the {what} to {name} is recorded for {} already", record.on),
            "take that back first: the same command with `--undo` instead of `--on`".to_owned(),
        ),
        Some(record) => Chosen::Already((*record).clone()),
        None => Chosen::New(Record {
            on,
            to: name.to_owned(),
            what,
            by,
        }),
    }
}

/// The last record of somebody that fits what was named.
pub(super) fn to_undo(
    arguments: &SentArgs,
    notes: &Notes,
    ledger: &Ledger,
    person: Recipient,
) -> Chosen {
    let fits = |record: &&Record| {
        arguments.kind.is_none_or(|what| record.what == what)
            && arguments.channel.is_none_or(|by| record.by == by)
            && arguments.on.is_none_or(|on| record.on == on)
    };
    match of(ledger, notes, person).filter(fits).last() {
        Some(record) => Chosen::Undo(record.clone()),
        None => Chosen::Wrong(
            format!("nothing of that is recorded for {}", person.name(notes)),
            "`regards plan` shows what is done".to_owned(),
        ),
    }
}

/// What is recorded for somebody.
fn of<'a>(
    ledger: &'a Ledger,
    notes: &'a Notes,
    person: Recipient,
) -> impl Iterator<Item = &'a Record> {
    let records = ledger.records().iter();
    records.filter(move |record| record.recipient(notes) == Some(person))
}

/// How something goes to somebody; the names of the ways where there is more than one.
fn way(
    plan: &Plan,
    notes: &Notes,
    person: Recipient,
    what: What,
) -> Result<Channel, Vec<&'static str>> {
    match (plan.ways(person, what).as_slice(), what) {
        ([one], _) => Ok(*one),
        ([], What::Promised) => Ok(Channel::Email),
        ([], What::Letter(kind)) => {
            let usual = channels(notes, kind, person, None);
            Ok(usual.first().copied().unwrap_or(Channel::Email))
        }
        (several, _) => Err(several.iter().map(|each| each.name()).collect()),
    }
}
