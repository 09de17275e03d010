//! `regards check`: mistakes in notes and in letters, found and shown; with `--fix`, mended.

mod alone;
mod counts;
mod fix;
mod others;
mod show;

use std::sync::Arc;

use super::args::{CheckArgs, Format, Global};
use super::code;
use super::contacts;
use super::input::{Input, inputs};
use super::proofread::{Found, Wanted, proofread, warm};
use super::sent_file::too_soon;
use super::side_by_side::side_by_side;
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
use crate::theme::Theme;

use counts::Counts;
pub(super) use counts::counted;

/// Looks for mistakes in notes and letters and shows them on standard output.
pub fn run(arguments: &CheckArgs, global: &Global, terminal: &mut Terminal<'_>) -> u8 {
    let mut job = match Job::new(&arguments.as_write(), global) {
        Ok(job) => job,
        Err(error) => {
            error.show(terminal);
            return code::BAD_INPUT;
        }
    };
    job.renders = false;
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

/// How many notes files are held at a time, so that memory does not grow with their number.
const AT_ONCE: usize = 32;

/// A notes file of which letters can be made.
struct Ready<'i> {
    input: &'i Input,
    loaded: Loaded,
    theme: Arc<Theme>,
}

/// A notes file whose letters have been made, and read where that takes no checker of grammar.
struct Read {
    /// What is wrong with the notes themselves.
    report: Report,
    letters: Result<(Prepared, Option<Found>), Problems>,
}

impl Ready<'_> {
    /// Makes the letters; reads them too where they are read `alone`, without a checker of grammar.
    fn read(self, job: &Job, wanted: &Wanted<'_>, alone: bool) -> Read {
        let mut report = self.loaded.report.clone();
        report.diagnostics.retain(|found| wanted.has(found.rule));
        let prepared = prepare(self.input, self.loaded, &self.theme, job);
        let letters = prepared.map(|prepared| {
            let found = alone.then(|| proofread(&prepared, wanted, None));
            (prepared, found)
        });
        Read { report, letters }
    }
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
        for some in inputs.chunks(AT_ONCE) {
            let ready = some
                .iter()
                .map(|input| self.ready(input, &mut themes, terminal))
                .collect();
            let (job, wanted, alone) = (&self.job, &self.wanted, !self.has_grammar());
            let read = side_by_side(ready, |ready: Result<Ready<'_>, Problems>| {
                ready.map(|ready| ready.read(job, wanted, alone))
            });
            for (input, each) in some.iter().zip(read) {
                if let Err(problems) = each.and_then(|read| self.one(input, read, terminal)) {
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
    }

    /// Whether general grammar is looked for too.
    fn has_grammar(&self) -> bool {
        self.grammar.is_some() && Grammar::IS_BUILT_IN
    }

    /// Loads what the letters of a notes file are made from.
    fn ready<'i>(
        &mut self,
        input: &'i Input,
        themes: &mut Themes,
        terminal: &mut Terminal<'_>,
    ) -> Result<Ready<'i>, Problems> {
        self.counts.files += 1;
        let loaded = input
            .load(terminal)
            .map_err(|report| Problems::Reports(vec![report]))?;
        if self.counts.files == 1 {
            warm();
        }
        let flag = self.job.theme.as_deref();
        let theme = themes
            .load(flag, input.path.as_deref(), &loaded, terminal)
            .map_err(Problems::Reports)?;
        Ok(Ready {
            input,
            loaded,
            theme,
        })
    }

    /// Shows what is wrong in one notes file, and in the letters that come from it or were edited.
    fn one(
        &mut self,
        input: &Input,
        read: Read,
        terminal: &mut Terminal<'_>,
    ) -> Result<(), Problems> {
        let Read {
            mut report,
            letters,
        } = read;
        let (mut prepared, found) = match letters {
            Ok(letters) => letters,
            Err(problems) => {
                self.show(&report, terminal);
                return Err(problems);
            }
        };
        let mut found = match found {
            Some(found) => found,
            None => proofread(&prepared, &self.wanted, self.grammar.as_mut()),
        };
        if self.arguments.fix || self.arguments.diff {
            self.mend(&mut prepared, &mut found, terminal);
        }
        let others = self.others(&prepared, &mut found.allowed);
        report.diagnostics.append(&mut found.in_notes);
        report
            .diagnostics
            .append(&mut self.lacks(&prepared, input, &mut found.allowed, terminal));
        report.sort();
        report.limit();
        self.show(&report, terminal);
        self.counts.letters += prepared.notes.len();
        let letters = found.letters.iter().map(|(report, _)| report);
        for report in letters.chain(&others) {
            self.show(report, terminal);
        }
        Ok(())
    }

    /// What the notes lack, and what their `allow:` lists accept to no effect.
    fn lacks(
        &self,
        prepared: &Prepared,
        input: &Input,
        allowed: &mut Allowed,
        terminal: &mut Terminal<'_>,
    ) -> Vec<Diagnostic> {
        let loaded = &prepared.loaded;
        let letters: Vec<&Letter> = prepared.notes.iter().map(|note| &note.letter).collect();
        let remarks = &prepared.composed.remarks;
        let mut lacks = about_notes(loaded, &letters, remarks, self.wanted.today);
        lacks.extend(too_soon(prepared, input, self.wanted.today, terminal));
        lacks.extend(self.otherwise(loaded));
        lacks.retain(|found| self.wanted.has(found.rule));
        allowed.accept_in_notes(&mut lacks, &loaded.notes);
        let grammar = self.has_grammar();
        let whole = self.wanted.only.is_empty() && self.arguments.is_whole();
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
