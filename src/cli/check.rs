use serde::Serialize;

use super::args::{CheckArgs, Format};
use super::code;
use super::input::inputs;
use super::terminal::Terminal;
use crate::diagnostic::{Finding, Level, Report};

/// How many findings of each level there are.
#[derive(Debug, Default, Serialize)]
struct Counts {
    errors: usize,
    warnings: usize,
    hints: usize,
    files: usize,
}

/// Looks for mistakes in notes files and shows them on standard output.
pub fn run(arguments: &CheckArgs, terminal: &mut Terminal<'_>) -> u8 {
    let inputs = match inputs(&arguments.notes) {
        Ok(inputs) => inputs,
        Err(problems) => {
            problems.iter().for_each(|report| terminal.report(report));
            return code::BAD_INPUT;
        }
    };
    let mut counts = Counts {
        files: inputs.len(),
        ..Counts::default()
    };
    for input in &inputs {
        let report = match input.load(terminal) {
            Ok(loaded) => loaded.report,
            Err(report) => report,
        };
        counts.add(&report);
        show(&report, arguments.format, terminal);
    }
    if arguments.format == Format::Json {
        terminal.result(&(serde_json::to_string(&counts).unwrap_or_default() + "\n"));
    }
    terminal.say(&counts.sentence());
    match counts {
        Counts { errors: 1.., .. } => code::BAD_INPUT,
        Counts { warnings: 1.., .. } if arguments.strict => code::FOUND,
        _ => code::DONE,
    }
}

fn show(report: &Report, format: Format, terminal: &mut Terminal<'_>) {
    if format == Format::Full {
        terminal.result_report(report);
        return;
    }
    for diagnostic in &report.diagnostics {
        let finding = Finding::new(diagnostic, &report.source);
        let line = match format {
            Format::Json => serde_json::to_string(&finding).unwrap_or_default(),
            _ => finding.concise(),
        };
        terminal.result(&format!("{line}\n"));
    }
}

impl Counts {
    fn add(&mut self, report: &Report) {
        for diagnostic in &report.diagnostics {
            match diagnostic.level {
                Level::Error => self.errors += 1,
                Level::Warning => self.warnings += 1,
                Level::Hint => self.hints += 1,
            }
        }
    }

    /// What was found, in a sentence.
    fn sentence(&self) -> String {
        let files = counted(self.files, "notes file");
        let found: Vec<String> = [
            (self.errors, "error"),
            (self.warnings, "warning"),
            (self.hints, "hint"),
        ]
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, noun)| counted(count, noun))
        .collect();
        if found.is_empty() {
            format!("no known errors found in {files}")
        } else {
            format!("{} in {files}", found.join(", "))
        }
    }
}

/// A number with its noun: `1 note`, `2 notes`.
pub fn counted(count: usize, noun: &str) -> String {
    if count == 1 {
        format!("1 {noun}")
    } else {
        format!("{count} {noun}s")
    }
}
