//! When to send what: the plan, the ledger, the calendar.

mod calendar;
mod command;
mod ledger;
mod properties;
mod sent;
mod situations;
mod soon;

use crate::support::{Folder, files_below, project};

/// A folder with five applications, two days into the busiest of them; today is 2026-11-18.
fn five() -> Folder {
    let folder = Folder::new();
    for (name, bytes) in files_below(&project().join("tests/fixtures/plan/five")) {
        folder.put(&name, bytes);
    }
    folder
}
