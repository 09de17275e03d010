//! The plan for other programs: one object a line.

use jiff::civil::Date;
use serde::Serialize;

use super::Row;
use crate::followup::{Need, Route, State, What, Window};
use crate::notes::Channel;

#[derive(Serialize)]
struct Line<'a> {
    notes: &'a str,
    company: &'a str,
    to: &'a str,
    kind: What,
    channel: Channel,
    route: Route,
    state: &'static str,
    /// From when until when: days, or times by the clock of `timezone`.
    #[serde(flatten)]
    window: Window,
    #[serde(skip_serializing_if = "Option::is_none")]
    timezone: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    done_on: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    needs: Option<Need>,
    why: &'a str,
}

/// One thing to do, as a line of JSON.
pub(super) fn line(row: &Row<'_>) -> String {
    let loaded = &row.process.loaded;
    let (notes, action) = (&loaded.notes, row.action);
    let line = Line {
        notes: loaded.source.name(),
        company: &notes.interview.company,
        to: action.person.name(notes),
        kind: action.what,
        channel: action.channel,
        route: action.route,
        state: action.state.name(),
        window: action.window,
        timezone: notes.interview.timezone.as_deref(),
        done_on: match action.state {
            State::Done(date) => Some(date),
            _ => None,
        },
        needs: action.needs,
        why: &action.why,
    };
    serde_json::to_string(&line).unwrap_or_default() + "\n"
}
