//! What to do now, and what to type for it.

use jiff::civil::Date;

use super::super::init::quoted;
use super::super::terminal::Terminal;
use super::super::write::people::{Meant, find};
use super::Row;
use super::table::when;
use crate::followup::{Need, Route, State, What};
use crate::language::{listed, stopped};
use crate::letter::Name;
use crate::notes::{Channel, Kind, Send};

/// Says what is to be done now, one after the other, and what comes next.
pub(super) fn show(rows: &[Row<'_>], today: Date, terminal: &mut Terminal<'_>) {
    let open = rows.iter().filter(|row| !row.action.state.is_done());
    let (now, later): (Vec<&Row<'_>>, Vec<&Row<'_>>) =
        open.partition(|row| row.action.state != State::Early);
    for (number, group) in groups(&now).iter().enumerate() {
        let first = if number == 0 { "\nTo do now:\n" } else { "" };
        terminal.result(first);
        let lead = format!("{:>3}. ", number + 1);
        step(group, &lead, today, terminal);
    }
    let Some(first) = later.first() else { return };
    let day = when(first, today);
    let first: Vec<&Row<'_>> = later
        .into_iter()
        .filter(|row| when(row, today) == day)
        .collect();
    terminal.result(&format!("\nNext, {day}:\n"));
    for group in groups(&first) {
        step(&group, "   - ", today, terminal);
    }
}

/// Rows of one notes file that are done by one command stand together.
fn groups<'r, 'a>(rows: &[&'r Row<'a>]) -> Vec<Vec<&'r Row<'a>>> {
    let mut groups: Vec<Vec<&Row<'_>>> = Vec::new();
    for row in rows {
        let same = |group: &&mut Vec<&Row<'_>>| {
            group.first().is_some_and(|other| {
                let (one, two) = (row.action, other.action);
                // What is late goes out today, whenever it was due.
                let both_late = [one, two].iter().all(|each| each.state == State::Late);
                std::ptr::eq(row.process, other.process)
                    && (one.what, one.channel) == (two.what, two.channel)
                    && (both_late || one.window == two.window)
                    && (one.route, one.needs) == (two.route, two.needs)
                    && one.reason() == two.reason()
            })
        };
        match groups.iter_mut().find(same) {
            Some(group) => group.push(row),
            None => groups.push(vec![row]),
        }
    }
    groups
}

fn step(group: &[&Row<'_>], lead: &str, today: Date, terminal: &mut Terminal<'_>) {
    let Some(row) = group.first() else { return };
    let action = row.action;
    let notes = &row.process.loaded.notes;
    let names: Vec<&str> = group
        .iter()
        .map(|row| row.action.person.name(notes))
        .collect();
    let route = match action.route {
        Route::AsAsked => "",
        Route::Instead if action.channel == Channel::Email => match wished(row) {
            Some(Send::Letter) => ", in place of a letter",
            _ => ", in place of a card",
        },
        Route::Instead => ", in place of an email",
        Route::AsWell => ", as well as the card",
    };
    let time = time_of_day(row, today);
    let text = stopped(&format!(
        "{} to {} {}{route}{time}: {}",
        row.process.plan.title(action),
        listed(&names),
        spoken(action.channel),
        action.reason()
    ));
    let indent = " ".repeat(lead.len());
    terminal.result_paragraph(&text, lead, &indent);
    if let Some(first) = first(row, group.len()) {
        terminal.result_paragraph(&first, &indent, &indent);
    }
    for command in commands(group) {
        terminal.result(&format!("{indent}  {command}\n"));
    }
}

/// What has to be done before.
fn first(row: &Row<'_>, many: usize) -> Option<String> {
    let their = if many == 1 { "the" } else { "each" };
    let mut text = match row.action.needs {
        Some(Need::Email) => format!("First put {their} email address into the notes."),
        Some(Need::Address) => format!("First put {their} postal address into the notes."),
        Some(Need::Spelling) => {
            "First make sure how the name is spelt, and take `unsure: true` out.".to_owned()
        }
        Some(Need::Debrief) => "First fill in `debrief:` in the notes.".to_owned(),
        None => String::new(),
    };
    if row.action.route == Route::AsWell {
        let gap = if text.is_empty() { "" } else { " " };
        let both = "Change `send: card` to `send: both`, so that no sentence is said twice.";
        text.push_str(&format!("{gap}{both}"));
    }
    (!text.is_empty()).then_some(text)
}

/// From when until when, where the plan has hours.
fn time_of_day(row: &Row<'_>, today: Date) -> String {
    let window = &row.action.window;
    let language = row.process.loaded.notes.language;
    match (row.action.state, window.from.time, window.by.time) {
        (State::Late | State::Done(_), ..) | (_, None, _) | (_, _, None) => String::new(),
        (_, Some(from), Some(by)) => {
            let next = if window.by.date == window.from.date {
                ""
            } else if window.from.date == today {
                " tomorrow"
            } else {
                " the next day"
            };
            let by = language.time(by);
            // What has begun before today only ends.
            if window.from.date < today {
                format!(", by {by}")
            } else {
                format!(", from {} to {by}{next}", language.time(from))
            }
        }
    }
}

/// What to type: first what makes the letter, then what records that it went out.
fn commands(group: &[&Row<'_>]) -> Vec<String> {
    let Some(row) = group.first() else {
        return Vec::new();
    };
    let (action, file) = (row.action, &row.process.file);
    let to: String = group
        .iter()
        .map(|row| format!(" --to {}", short_name(row)))
        .collect();
    let mut commands = Vec::new();
    if let What::Letter(kind) = action.what {
        let whom = match kind {
            Kind::ThankYou if !is_untouched(row) => to.as_str(),
            _ => "",
        };
        let of_kind = match kind {
            // It comes with the notes that it carries.
            Kind::ThankYou | Kind::Covering => String::new(),
            kind => format!(" --kind {kind}"),
        };
        let channel = match action.route {
            Route::Instead => format!(" --as {}", action.channel),
            _ => String::new(),
        };
        commands.push(format!("regards write {file}{whom}{of_kind}{channel}"));
    }
    // Beside standard input nothing can be recorded, and what is early was not sent.
    if file != "-" && action.state != State::Early {
        let kind = match action.what {
            What::Letter(Kind::ThankYou) if !group.iter().any(|row| has_other_steps(row)) => {
                String::new()
            }
            what => format!(" --kind {what}"),
        };
        let both = action.route == Route::AsWell || has_two_ways(row);
        let channel = match both {
            true => format!(" --as {}", action.channel),
            false => String::new(),
        };
        commands.push(format!("regards sent {file}{to}{kind}{channel}"));
    }
    commands
}

/// Whether nobody of a file has been thanked yet, and everybody is to be as the notes ask.
fn is_untouched(row: &Row<'_>) -> bool {
    let actions = row.process.plan.actions.iter();
    let mut thanks = actions.filter(|action| action.what == What::Letter(Kind::ThankYou));
    thanks.all(|action| action.route == Route::AsAsked && !action.state.is_done())
}

/// Whether `sent` would take something else for what went out to the same person.
fn has_other_steps(row: &Row<'_>) -> bool {
    let (action, process) = (row.action, row.process);
    process.plan.next(&process.loaded.notes, action.person) != Some(action.what)
}

/// How the notes want somebody to be written to.
fn wished(row: &Row<'_>) -> Option<Send> {
    let person = row.action.person.interviewer(&row.process.loaded.notes);
    person.and_then(|person| person.send)
}

/// Whether the same goes to the same person by another way too.
fn has_two_ways(row: &Row<'_>) -> bool {
    let action = row.action;
    row.process.plan.ways(action.person, action.what).len() > 1
}

/// A word of the name that fits nobody else, else the whole name, as it is typed at a shell.
fn short_name(row: &Row<'_>) -> String {
    let loaded = &row.process.loaded;
    let person = row.action.person;
    let name = person.name(&loaded.notes);
    let plain = |word: &&str| {
        let is_name = word.starts_with(char::is_uppercase);
        word.len() > 1 && is_name && word.chars().all(char::is_alphanumeric)
    };
    let fits = |word: &&str| find(word, loaded) == Meant::One(person);
    // Nobody is called by a title or a degree.
    let whole = Name::read(name).whole();
    let mut words = whole.split_whitespace().filter(plain);
    quoted(words.find(fits).unwrap_or(name))
}

/// `by email`, `by card`, `by phone`.
pub(in crate::cli) fn spoken(channel: Channel) -> String {
    format!("by {channel}")
}
