//! Mending what is certain, in letters that somebody has edited.

use super::super::proofread::{Found, proofread};
use super::super::terminal::Terminal;
use super::super::write::Prepared;
use super::Check;
use crate::letter::LetterText;
use crate::output::Outcome;
use crate::proof::mended;

impl Check<'_> {
    /// Mends the letters of one notes file that were edited, and reads them again.
    pub(super) fn mend(
        &mut self,
        prepared: &mut Prepared,
        found: &mut Found,
        terminal: &mut Terminal<'_>,
    ) {
        let mut changed = false;
        for (note, findings) in prepared.notes.iter_mut().zip(&found.findings) {
            let Some(edit) = &mut note.edit else { continue };
            let text = mended(&edit.text, findings);
            if text == edit.text {
                continue;
            }
            if self.arguments.diff {
                terminal.result(&difference(&edit.path, &edit.text, &text));
            }
            if !self.arguments.fix {
                continue;
            }
            let before = edit.text.as_bytes();
            match prepared
                .folder
                .write_shared(&note.file, Some(before), text.as_bytes())
            {
                Outcome::Failed(cause) => {
                    self.unwritten = true;
                    terminal.complain(&format!("error: {} cannot be written: {cause}", edit.path));
                }
                Outcome::Kept => {
                    self.unwritten = true;
                    terminal.complain(&format!(
                        "error: {} was changed while it was read; run the command again",
                        edit.path
                    ));
                }
                _ => {
                    terminal.say(&format!("Mended {}", edit.path));
                    if let Ok(read) = LetterText::parse(&edit.path, &text) {
                        note.text = read;
                    }
                    edit.text = text;
                    changed = true;
                }
            }
        }
        if changed {
            *found = proofread(prepared, &self.wanted, self.grammar.as_mut());
        }
    }
}

/// The lines that differ between two texts with as many lines, as `diff` shows them.
pub(super) fn difference(name: &str, before: &str, after: &str) -> String {
    let mut text = format!("--- {name}\n+++ {name}\n");
    for (number, (old, new)) in before.lines().zip(after.lines()).enumerate() {
        if old != new {
            let line = number + 1;
            text.push_str(&format!("@@ -{line} +{line} @@\n-{old}\n+{new}\n"));
        }
    }
    text
}
