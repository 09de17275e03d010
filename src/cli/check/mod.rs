//! `regards check`: mistakes in notes and in letters, found and shown; with `--fix`, mended.

mod alone;
mod counts;
mod fix;
mod others;
mod show;

use super::args::{CheckArgs, Format, Global};
use super::code;
use super::contacts;
use super::input::{Input, inputs};
use super::proofread::{Wanted, proofread, warm};
use super::terminal::Terminal;
use super::theme::Themes;
use super::write::Prepared;
use super::write::job::Job;
use super::write::prepare::{Problems, prepare};
use crate::contacts::{Cards, Known, compare};
use crate::diagnostic::{Diagnostic, Path, Report, nearest};
use crate::letter::Letter;
use crate::notes::Loaded;
use crate::output::shown;
use crate::proof::{Allowed, Grammar, about_notes, rules};

use counts::Counts;
pub(super) use counts::counted;

/// Looks for mistakes in notes and letters and shows them on standard output.
pub fn run(arguments: &CheckArgs, global: &Global, terminal: &mut Terminal<'_>) -> u8 {
    let job = match Job::new(&arguments.as_write(), global) {
        Ok(job) => job,
        Err(error) => {
            error.show(terminal);
            return code::BAD_INPUT;
        }
    };
    if !are_rules(&arguments.only, terminal) {
        return code::BAD_INPUT;
    }
    let cards = match arguments.contacts.is_empty() {
        true => Cards::default(),
        false => match contacts::read(&arguments.contacts, terminal) {
            Some(cards) => cards,
            None => return code::BAD_INPUT,
        },
    };
    let wanted = Wanted {
        words: &arguments.words,
        today: global.date,
        only: &arguments.only,
    };
    let mut check = Check {
        arguments,
        job,
        wanted,
        cards,
        grammar: (!arguments.fast).then(Grammar::default),
        counts: Counts::default(),
        is_bad: false,
        unwritten: false,
    };
    match &arguments.letter {
        Some(letter) => check.alone(letter, terminal),
        None => check.all(terminal),
    }
    if arguments.format == Format::Json {
        terminal.result(&check.counts.json());
    }
    if !Grammar::IS_BUILT_IN && !arguments.fast && !check.is_bad {
        terminal.say(
            "Grammar was not checked: that takes a build with \
             `cargo install --path . --features grammar`; --fast leaves it out silently.",
        );
    }
    terminal.say(&check.counts.sentence());
    check.code()
}

/// Whether every rule that was asked for exists; complains where not.
fn are_rules(only: &[String], terminal: &mut Terminal<'_>) -> bool {
    let ids: Vec<&str> = rules().iter().map(|rule| rule.id.as_str()).collect();
    let mut good = true;
    for id in only.iter().filter(|id| !ids.contains(&id.as_str())) {
        good = false;
        terminal.complain(&format!("error: there is no rule `{id}`"));
        terminal.complain(&match nearest(id, &ids) {
            Some(near) => format!("help: did you mean `{near}`?"),
            None => "help: `regards rules` lists them".to_owned(),
        });
    }
    good
}

/// One run of `check`.
struct Check<'a> {
    arguments: &'a CheckArgs,
    job: Job,
    wanted: Wanted<'a>,
    /// Business cards to compare the notes with.
    cards: Cards,
    /// The checker of grammar; without it, the layers that take no time.
    grammar: Option<Grammar>,
    counts: Counts,
    /// Whether an input could not be used.
    is_bad: bool,
    /// Whether a letter could not be mended for lack of a place to write to.
    unwritten: bool,
}

impl Check<'_> {
    /// Checks every notes file, and its letters.
    fn all(&mut self, terminal: &mut Terminal<'_>) {
        let inputs = match inputs(&self.arguments.notes) {
            Ok(inputs) => inputs,
            Err(problems) => {
                problems.iter().for_each(|report| terminal.report(report));
                self.is_bad = true;
                return;
            }
        };
        let mut themes = Themes::default();
        for input in &inputs {
            self.counts.files += 1;
            if let Err(problems) = self.one(input, &mut themes, terminal) {
                self.is_bad = true;
                match problems {
                    Problems::Reports(reports) => {
                        reports
                            .iter()
                            .for_each(|report| self.show(report, terminal));
                    }
                    problems => problems.show(terminal),
                }
            }
        }
    }

    /// Checks one notes file, and the letters that come from it or were edited.
    fn one(
        &mut self,
        input: &Input,
        themes: &mut Themes,
        terminal: &mut Terminal<'_>,
    ) -> Result<(), Problems> {
        let one = |report: Report| Problems::Reports(vec![report]);
        let loaded = input.load(terminal).map_err(one)?;
        if self.counts.files == 1 {
            warm(loaded.notes.language);
        }
        let theme = themes
            .load(
                self.job.theme.as_deref(),
                input.path.as_deref(),
                &loaded,
                terminal,
            )
            .map_err(Problems::Reports)?;
        let mut report = loaded.report.clone();
        if !self.wanted.only.is_empty() {
            report
                .diagnostics
                .retain(|found| self.wanted.has(found.rule));
        }
        let mut prepared = match prepare(input, loaded, theme, &self.job) {
            Ok(prepared) => prepared,
            Err(problems) => {
                self.show(&report, terminal);
                return Err(problems);
            }
        };
        let mut found = proofread(&prepared, &self.wanted, self.grammar.as_mut());
        if self.arguments.fix || self.arguments.diff {
            self.mend(&mut prepared, &mut found, terminal);
        }
        report.diagnostics.append(&mut found.in_notes);
        report
            .diagnostics
            .append(&mut self.lacks(&prepared, &mut found.allowed));
        report.sort();
        report.limit();
        self.show(&report, terminal);
        self.counts.letters += prepared.notes.len();
        for (report, _) in &found.letters {
            self.show(report, terminal);
        }
        self.others(&prepared, terminal);
        Ok(())
    }

    /// What the notes lack, and what their `allow:` lists accept to no effect.
    fn lacks(&self, prepared: &Prepared, allowed: &mut Allowed) -> Vec<Diagnostic> {
        let loaded = &prepared.loaded;
        let letters: Vec<&Letter> = prepared.notes.iter().map(|note| &note.letter).collect();
        let remarks = &prepared.composed.remarks;
        let mut lacks = about_notes(loaded, &letters, remarks, self.wanted.today);
        lacks.extend(self.otherwise(loaded));
        lacks.retain(|found| self.wanted.has(found.rule));
        allowed.accept_in_notes(&mut lacks, &loaded.notes);
        let grammar = self.grammar.is_some() && Grammar::IS_BUILT_IN;
        let whole = self.wanted.only.is_empty() && self.arguments.to.is_empty();
        let by_cards = !self.arguments.contacts.is_empty();
        let was_run = |rule: &str| {
            whole && (grammar || rule != "grammar") && (by_cards || !rule.starts_with("contact-"))
        };
        lacks.extend(allowed.unused(&loaded.notes, was_run));
        lacks
    }

    /// What the notes say otherwise than the cards.
    fn otherwise(&self, loaded: &Loaded) -> Vec<Diagnostic> {
        let list = Path::root().key("interviewers");
        let people = loaded.notes.interviewers.iter().enumerate();
        let people: Vec<Known> = people
            .map(|(at, person)| Known {
                path: list.item(at),
                name: person.name.clone(),
                email: person.email.clone(),
            })
            .collect();
        let files: Vec<String> = self
            .arguments
            .contacts
            .iter()
            .map(|file| shown(file))
            .collect();
        compare(&people, &self.cards.people, &files.join(", "))
    }

    fn code(&self) -> u8 {
        if self.is_bad {
            code::BAD_INPUT
        } else if self.unwritten {
            code::NOT_WRITTEN
        } else {
            self.counts.code(self.arguments.strict)
        }
    }
}
