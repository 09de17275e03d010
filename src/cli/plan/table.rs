//! The plan at a glance: a line for each thing, no wider than 80 columns.

use jiff::civil::{Date, Time};
use textwrap::core::display_width;

use super::super::terminal::Terminal;
use super::Row;
use crate::followup::State;
use crate::language::weekday;

/// No line is wider: what is longer is cut.
const WIDEST: usize = 80;
/// Later than this, a time is tonight.
const EVENING: i8 = 17;

/// Shows how much there is, and a line for each thing.
pub(super) fn show(rows: &[Row<'_>], files: usize, today: Date, terminal: &mut Terminal<'_>) {
    let width = terminal.result_width().min(WIDEST);
    terminal.result(&format!("{}\n", headline(rows, today)));
    if rows.is_empty() {
        return;
    }
    let many = files > 1;
    let mut lines = vec![cells("when", "what", "to", "at", "state", many)];
    for row in rows {
        let notes = &row.process.loaded.notes;
        let interview = &notes.interview;
        let company = interview.company_in_text.as_ref();
        lines.push(cells(
            &when(row, today),
            &what(row),
            row.action.person.name(notes),
            company.unwrap_or(&interview.company),
            row.action.state.name(),
            many,
        ));
    }
    let widths = widths(&lines, width);
    terminal.result("\n");
    for line in &lines {
        let mut text = String::new();
        for (cell, width) in line.iter().zip(&widths) {
            let cell = cut(cell, *width);
            let gap = width.saturating_sub(display_width(&cell)) + 2;
            text.push_str("  ");
            text.push_str(&cell);
            text.push_str(&" ".repeat(gap - 2));
        }
        terminal.result(&format!("{}\n", text.trim_end()));
    }
}

/// The day, and how much is to be done.
fn headline(rows: &[Row<'_>], today: Date) -> String {
    let count = |fits: fn(State) -> bool| rows.iter().filter(|row| fits(row.action.state)).count();
    let late = count(|state| state == State::Late);
    let now = late + count(|state| state == State::Due);
    let later = count(|state| state == State::Early);
    let done = count(State::is_done);
    let mut parts = vec![match (now, late) {
        (0, _) => "nothing to do today".to_owned(),
        (now, 0) => format!("{now} to do now"),
        (1, 1) => "1 to do now, and late".to_owned(),
        (now, late) if now == late => format!("{now} to do now, all of them late"),
        (now, late) => format!("{now} to do now, {late} of them late"),
    }];
    parts.extend((later > 0).then(|| format!("{later} later")));
    parts.extend((done > 0).then(|| format!("{done} done")));
    let language = rows.first().map(|row| row.process.loaded.notes.language);
    let day = language.unwrap_or_default().month_and_day(today);
    format!("{}, {day}: {}.", weekday(today), parts.join("; "))
}

fn cells<'a>(
    when: &'a str,
    what: &'a str,
    to: &'a str,
    at: &'a str,
    state: &'a str,
    many: bool,
) -> Vec<String> {
    let all = [when, what, to, at, state];
    let shown = all
        .iter()
        .enumerate()
        .filter(|(place, _)| many || *place != 3);
    shown.map(|(_, cell)| (*cell).to_owned()).collect()
}

/// How wide each column is: as its widest cell, but for names, which share what is left.
fn widths(lines: &[Vec<String>], width: usize) -> Vec<usize> {
    let columns = lines.first().map_or(0, Vec::len);
    let mut widths: Vec<usize> = (0..columns)
        .map(|column| {
            let cells = lines.iter().filter_map(|line| line.get(column));
            cells.map(|cell| display_width(cell)).max().unwrap_or(0)
        })
        .collect();
    // The names of people and companies stand between the others.
    while widths.iter().map(|width| width + 2).sum::<usize>() > width {
        let names = 2..columns.saturating_sub(1).max(2);
        let widest = widths[names.clone()].iter().copied().max().unwrap_or(0);
        if widest <= 8 {
            break;
        }
        let narrowed = names.into_iter().find(|column| widths[*column] == widest);
        match narrowed {
            Some(column) => widths[column] -= 1,
            None => break,
        }
    }
    widths
}

/// A text that is no wider than a column.
fn cut(text: &str, width: usize) -> String {
    if display_width(text) <= width {
        return text.to_owned();
    }
    let mut kept = String::new();
    for char in text.chars() {
        kept.push(char);
        if display_width(&kept) + 1 > width {
            kept.pop();
            break;
        }
    }
    kept.trim_end().to_owned() + "…"
}

/// What and how: `thank-you, email`.
fn what(row: &Row<'_>) -> String {
    let second = if row.process.plan.is_second(row.action) {
        "second "
    } else {
        ""
    };
    format!("{second}{}, {}", row.action.what, row.action.channel)
}

/// The day, as somebody says it who looks at the plan today.
pub(super) fn when(row: &Row<'_>, today: Date) -> String {
    let window = &row.action.window;
    let tomorrow = today.tomorrow().unwrap_or(today);
    let is_evening = |time: Option<Time>| time.is_some_and(|time| time.hour() >= EVENING);
    match row.action.state {
        State::Done(date) => short(row, date, today),
        State::Late => short(row, window.by.date, today),
        State::Due if window.from.date == today && is_evening(window.from.time) => {
            "tonight".to_owned()
        }
        State::Due if window.by.date == today => "today".to_owned(),
        State::Due => format!("by {}", short(row, window.by.date, today)),
        State::Early if window.from.date == tomorrow => "tomorrow".to_owned(),
        State::Early => short(row, window.from.date, today),
    }
}

/// `Wed Nov 18`, or `Wed 18 Nov` outside North America; with its year where that is another one.
fn short(row: &Row<'_>, date: Date, today: Date) -> String {
    let language = row.process.loaded.notes.language;
    let full = language.month_and_day(date);
    let words = full.split(' ').map(|word| match word.parse::<u8>() {
        Ok(_) => word,
        Err(_) => word.get(..3).unwrap_or(word),
    });
    let words: Vec<&str> = words.collect();
    let year = match date.year() == today.year() {
        true => String::new(),
        false => format!(" {}", date.year()),
    };
    let weekday = weekday(date).get(..3).unwrap_or_default();
    format!("{weekday} {}{year}", words.join(" "))
}
