//! Other wordings of a part, each where it would stand, and the question which.

use super::super::check::counted;
use super::super::terminal::Terminal;
use super::super::write::prepare::Problems;
use super::desk::Desk;
use super::parts::INDENT;
use super::{AT_ONCE, Refused};
use crate::letter::{Choice, InPlace, LeftOut, Letter, choices};

/// What stands before each line of a wording that can be picked.
const MARK: &str = "   > ";

/// The other wordings of one pool, of which some are shown.
pub(super) struct Wordings {
    pool: String,
    /// Those that were not looked at yet.
    waiting: std::vec::IntoIter<Choice>,
    /// Those that have a place in the letter, by number.
    fitting: Vec<Fitting>,
}

/// A wording that the letter can have.
struct Fitting {
    choice: Choice,
    place: InPlace,
    /// What the letter has no room for beside it, and has now.
    lost: Vec<LeftOut>,
}

/// What was answered.
enum Answer {
    /// The wording of a number, from 1.
    Number(usize),
    More,
    Leave,
    /// No answer.
    Other,
}

impl Wordings {
    pub(super) fn of(pool: &str, desk: &Desk) -> Self {
        let notes = &desk.prepared.loaded.notes;
        let pins = desk.prepared.wording.pins();
        let mut parts = desk.letter().parts();
        let part = parts.find(|part| part.pool == pool);
        let waiting = choices(
            notes,
            &desk.theme,
            pins,
            desk.letter().kind,
            pool,
            desk.recipient,
            part.and_then(|part| part.phrase.as_deref()),
        );
        Self {
            pool: pool.to_owned(),
            waiting: waiting.into_iter(),
            fitting: Vec::new(),
        }
    }

    /// Shows how the part stands in the letter now.
    pub(super) fn show_now(&self, part: usize, desk: &Desk, terminal: &mut Terminal<'_>) {
        let letter = desk.letter();
        let of = format!("{} in the {} to {}", self.pool, letter.kind, desk.name());
        terminal.result_paragraph(&format!("{of} is now:"), "", "  ");
        terminal.result("\n");
        if let Some(place) = letter.in_place(part) {
            show(&place, INDENT, terminal);
        }
        terminal.result("\n");
        if let Some(edit) = &desk.note().edit {
            terminal.say(&format!(
                "You have edited this letter: what you wrote in {} is sent, whatever you pick.",
                edit.path
            ));
        }
    }

    /// Shows some wordings at a time and asks which; gives the phrase that was picked.
    ///
    /// Where standard input has ended, they are only shown.
    pub(super) fn ask(
        mut self,
        desk: &Desk,
        terminal: &mut Terminal<'_>,
    ) -> Result<Option<String>, Refused> {
        if self.show_more(desk, terminal)? == 0 {
            let pool = &self.pool;
            terminal.say(&format!("The theme has no other wording of {pool}."));
            return Ok(None);
        }
        let mut understood = true;
        loop {
            let more = if self.waiting.len() > 0 {
                "m for more, "
            } else {
                ""
            };
            let last = self.fitting.len();
            let which = if last == 1 {
                "1".to_owned()
            } else {
                format!("1 to {last}")
            };
            let question = format!("Which? {which}, {more}Enter to leave it as it is:");
            let Some(line) = terminal.ask(&question) else {
                if !understood {
                    return Err(Refused::SHOWN);
                }
                terminal.say("To take one, add --pick and its number.");
                return Ok(None);
            };
            match answer(&line) {
                Answer::Number(number) if (1..=last).contains(&number) => {
                    return Ok(Some(self.fitting[number - 1].choice.phrase.clone()));
                }
                Answer::Leave => {
                    terminal.say("It was left as it is.");
                    return Ok(None);
                }
                Answer::More => {
                    if self.show_more(desk, terminal)? == 0 {
                        terminal.say("There are no more.");
                    }
                    understood = true;
                }
                Answer::Number(_) | Answer::Other => {
                    let typed = line.trim();
                    terminal.complain(&format!("error: `{typed}` is none of them"));
                    understood = false;
                }
            }
        }
    }

    /// The phrase of the wording of a number, which is shown in its place.
    pub(super) fn number(
        mut self,
        number: usize,
        desk: &Desk,
        terminal: &mut Terminal<'_>,
    ) -> Result<String, Refused> {
        while self.fitting.len() < number && self.next(desk)? {}
        let found = number
            .checked_sub(1)
            .and_then(|place| self.fitting.get(place));
        let Some(found) = found else {
            let pool = &self.pool;
            match self.fitting.len() {
                0 => terminal.complain(&format!("error: the theme has no other wording of {pool}")),
                count => {
                    let there = counted(count, "other wording");
                    terminal.complain(&format!(
                        "error: `--pick {number}` is none of the {there} of {pool}"
                    ));
                    terminal.complain("help: leave --pick out to see them");
                }
            }
            return Err(Refused::SHOWN);
        };
        show_fitting(number, found, desk, terminal);
        Ok(found.choice.phrase.clone())
    }

    /// Shows the next few; gives how many.
    fn show_more(&mut self, desk: &Desk, terminal: &mut Terminal<'_>) -> Result<usize, Problems> {
        let before = self.fitting.len();
        while self.fitting.len() < before + AT_ONCE && self.next(desk)? {}
        for (place, fitting) in self.fitting.iter().enumerate().skip(before) {
            show_fitting(place + 1, fitting, desk, terminal);
        }
        Ok(self.fitting.len() - before)
    }

    /// Composes the letter with the next wording; gives whether there was one.
    fn next(&mut self, desk: &Desk) -> Result<bool, Problems> {
        let Some(choice) = self.waiting.next() else {
            return Ok(false);
        };
        let mut pins = desk.prepared.wording.pins().clone();
        pins.pin(desk.name(), &self.pool, &choice.phrase);
        if let Some(letter) = desk.composed(pins)?
            // A longer wording may have no room on a card.
            && let Some(part) = letter.parts().position(|part| part.pool == self.pool)
            && let Some(place) = letter.in_place(part)
        {
            let lost = lost(desk.letter(), &letter);
            self.fitting.push(Fitting {
                choice,
                place,
                lost,
            });
        }
        Ok(true)
    }
}

/// What one letter says and another has no room for.
fn lost(now: &Letter, then: &Letter) -> Vec<LeftOut> {
    let is_new = |out: &&LeftOut| now.left_out.iter().all(|each| each.path != out.path);
    then.left_out.iter().filter(is_new).cloned().collect()
}

fn show_fitting(number: usize, fitting: &Fitting, desk: &Desk, terminal: &mut Terminal<'_>) {
    show(&fitting.place, &format!("{number:>3}  "), terminal);
    let notes = &desk.prepared.loaded.notes;
    let others = fitting.choice.others.iter().map(|other| other.name(notes));
    let others: Vec<&str> = others.collect();
    if !others.is_empty() {
        let line = format!("(dealt to {} as well)", others.join(", "));
        terminal.result_paragraph(&line, INDENT, INDENT);
    }
    for out in &fitting.lost {
        let line = format!("(leaves out “{}”: {})", out.value, out.why);
        terminal.result_paragraph(&line, INDENT, INDENT);
    }
    terminal.result("\n");
}

/// Shows a wording between the sentences around it; `first` stands before the first line.
fn show(place: &InPlace, first: &str, terminal: &mut Terminal<'_>) {
    let mut first = first;
    if let Some(before) = &place.before {
        terminal.result_paragraph(before, first, INDENT);
        first = MARK;
    }
    let mark = if place.before.is_some() { MARK } else { first };
    terminal.result_paragraph(&place.words, mark, MARK);
    if let Some(after) = &place.after {
        terminal.result_paragraph(after, INDENT, INDENT);
    }
}

fn answer(line: &str) -> Answer {
    match line.trim() {
        "" => Answer::Leave,
        "m" | "M" => Answer::More,
        typed => typed.parse().map_or(Answer::Other, Answer::Number),
    }
}
