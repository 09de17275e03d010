//! `regards reword`: other wordings of one letter, part by part, and the one that is picked.
//!
//! What is picked is kept beside the letters, in `wording.yaml`, and holds for every later run.

mod desk;
mod keep;
mod parts;
mod wordings;

use super::args::{Global, RewordArgs};
use super::code;
use super::terminal::Terminal;
use super::write::prepare::Problems;
use crate::language::stopped;

use desk::Desk;
use wordings::Wordings;

/// As many other wordings are shown at once.
const AT_ONCE: usize = 3;

/// Shows the parts of one letter, or other wordings of a part, and keeps the one that is picked.
pub fn run(arguments: &RewordArgs, global: &Global, terminal: &mut Terminal<'_>) -> u8 {
    let done =
        Desk::open(arguments, global, terminal).and_then(|desk| reword(desk, arguments, terminal));
    match done {
        Ok(code) => code,
        Err(refused) => {
            if let Some(problems) = refused.0 {
                problems.show(terminal);
            }
            terminal.complain("Nothing was written.");
            code::BAD_INPUT
        }
    }
}

/// Why a run ends with nothing done; what was not shown yet is inside.
pub(super) struct Refused(Option<Problems>);

impl Refused {
    /// A refusal that was shown already.
    const SHOWN: Self = Self(None);
}

impl From<Problems> for Refused {
    fn from(problems: Problems) -> Self {
        Self(Some(problems))
    }
}

fn reword(desk: Desk, arguments: &RewordArgs, terminal: &mut Terminal<'_>) -> Result<u8, Refused> {
    if arguments.reset {
        return reset(desk, arguments, terminal);
    }
    let Some(typed) = &arguments.part else {
        parts::show(&desk, terminal);
        return Ok(code::DONE);
    };
    let Some(part) = parts::one(typed, &desk, terminal) else {
        return Err(Refused::SHOWN);
    };
    let Some(pool) = parts::pool(part, &desk, terminal) else {
        return Err(Refused::SHOWN);
    };
    let wordings = Wordings::of(&pool, &desk);
    let picked = match arguments.pick {
        Some(number) => Some(wordings.number(number, &desk, terminal)?),
        None => {
            wordings.show_now(part, &desk, terminal);
            wordings.ask(&desk, terminal)?
        }
    };
    let Some(phrase) = picked else {
        return Ok(code::DONE);
    };
    let name = desk.name().to_owned();
    let done = format!("{name} has the {pool} `{phrase}` now; it is kept in");
    keep::keep(desk, &done, terminal, |pins| {
        pins.pin(&name, &pool, &phrase)
    })
}

/// Takes back what was picked: for a part, or for all letters to the person.
fn reset(desk: Desk, arguments: &RewordArgs, terminal: &mut Terminal<'_>) -> Result<u8, Refused> {
    let name = desk.name().to_owned();
    let pins = desk.prepared.wording.pins();
    let theirs = pins.iter().filter(|(who, ..)| *who == name);
    let mut pools: Vec<String> = theirs.map(|(_, pool, _)| pool.to_owned()).collect();
    let mut of = String::new();
    if let Some(typed) = &arguments.part {
        // What is in the file can be taken out of it, whether or not the letter has such a part.
        let pool = if pools.contains(typed) {
            typed.clone()
        } else {
            parts::one(typed, &desk, terminal)
                .and_then(|part| parts::pool(part, &desk, terminal))
                .ok_or(Refused::SHOWN)?
        };
        pools.retain(|each| *each == pool);
        of = format!(" of {pool}");
    }
    if pools.is_empty() {
        terminal.say(&stopped(&format!("No wording{of} is picked for {name}")));
        return Ok(code::DONE);
    }
    let done = format!("What was picked{of} for {name} was taken out of");
    keep::keep(desk, &done, terminal, |pins| {
        for pool in &pools {
            pins.unpin(&name, pool);
        }
    })
}
