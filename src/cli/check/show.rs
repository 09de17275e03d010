//! Findings as they were asked for.

use super::super::args::Format;
use super::super::terminal::Terminal;
use super::Check;
use crate::diagnostic::{Finding, Report};

impl Check<'_> {
    /// Counts the messages of a report and writes them to standard output.
    pub(super) fn show(&mut self, report: &Report, terminal: &mut Terminal<'_>) {
        self.counts.add(report);
        if self.arguments.format == Format::Full {
            terminal.result_report(report);
            return;
        }
        for diagnostic in &report.diagnostics {
            let finding = Finding::new(diagnostic, &report.source);
            let line = match self.arguments.format {
                Format::Json => serde_json::to_string(&finding).unwrap_or_default(),
                _ => finding.concise(),
            };
            terminal.result(&format!("{line}\n"));
        }
    }
}
