//! The numbers of the plan, from their data file.

use std::sync::LazyLock;

use jiff::civil::Time;

use crate::yaml::{self, Value};

/// When to send what, in numbers; `timing.yaml` gives each with its reason.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Timing {
    pub(super) soon_days: i32,
    pub(super) email_from_hours: i32,
    pub(super) email_by_hours: i32,
    pub(super) day_from: Time,
    pub(super) day_by: Time,
    pub(super) evening_from: Time,
    pub(super) evening_by: Time,
    pub(super) interview_minutes: i32,
    pub(super) card_by_days: i32,
    pub(super) card_late_days: i32,
    pub(super) card_in_vain_days: i32,
    pub(super) promise_working_days: i32,
    pub(super) check_in_working_days: i32,
    pub(super) check_in_days: i32,
    pub(super) check_in_open_working_days: i32,
    pub(super) check_in_again_days: i32,
    pub(super) check_ins: i32,
    pub(super) outcome_days: i32,
}

/// The numbers that this program brings along.
pub(super) static TIMING: LazyLock<Timing> = LazyLock::new(|| {
    let (timing, problems) = read(include_str!("timing.yaml"));
    // A test holds that there are none.
    debug_assert!(problems.is_empty(), "{problems:?}");
    timing
});

/// Reads the data file; gives what is wrong with it as well.
fn read(text: &str) -> (Timing, Vec<String>) {
    let mut timing = Timing::default();
    let mut problems = Vec::new();
    let mut missing = vec![
        "soon_days",
        "email_from_hours",
        "email_by_hours",
        "day_from",
        "day_by",
        "evening_from",
        "evening_by",
        "interview_minutes",
        "card_by_days",
        "card_late_days",
        "card_in_vain_days",
        "promise_working_days",
        "check_in_working_days",
        "check_in_days",
        "check_in_open_working_days",
        "check_in_again_days",
        "check_ins",
        "outcome_days",
    ];
    let root = yaml::values(text).map(|node| node.value);
    let entries = match root {
        Some(Value::Map(entries)) => entries,
        _ => Vec::new(),
    };
    for entry in entries {
        let key = entry.key.as_str();
        let typed = match &entry.value.value {
            Value::Scalar(scalar) => scalar.text.as_str(),
            _ => "",
        };
        missing.retain(|each| *each != key);
        let mut number = |into: &mut i32| match typed.parse() {
            Ok(number) if (0..=10_000).contains(&number) => *into = number,
            _ => problems.push(format!("`{key}: {typed}` is not a number")),
        };
        match key {
            "soon_days" => number(&mut timing.soon_days),
            "email_from_hours" => number(&mut timing.email_from_hours),
            "email_by_hours" => number(&mut timing.email_by_hours),
            "interview_minutes" => number(&mut timing.interview_minutes),
            "card_by_days" => number(&mut timing.card_by_days),
            "card_late_days" => number(&mut timing.card_late_days),
            "card_in_vain_days" => number(&mut timing.card_in_vain_days),
            "promise_working_days" => number(&mut timing.promise_working_days),
            "check_in_working_days" => number(&mut timing.check_in_working_days),
            "check_in_days" => number(&mut timing.check_in_days),
            "check_in_open_working_days" => number(&mut timing.check_in_open_working_days),
            "check_in_again_days" => number(&mut timing.check_in_again_days),
            "check_ins" => number(&mut timing.check_ins),
            "outcome_days" => number(&mut timing.outcome_days),
            _ => {
                let into = match key {
                    "day_from" => &mut timing.day_from,
                    "day_by" => &mut timing.day_by,
                    "evening_from" => &mut timing.evening_from,
                    "evening_by" => &mut timing.evening_by,
                    _ => {
                        problems.push(format!("unknown key `{key}`"));
                        continue;
                    }
                };
                match clock(typed) {
                    Some(time) => *into = time,
                    None => problems.push(format!("`{key}: {typed}` is not a time of day")),
                }
            }
        }
    }
    problems.extend(missing.iter().map(|key| format!("`{key}` is missing")));
    (timing, problems)
}

fn clock(typed: &str) -> Option<Time> {
    let (hour, minute) = typed.split_once(':')?;
    Time::new(hour.parse().ok()?, minute.parse().ok()?, 0, 0).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_data_file_says_every_number_and_nothing_else() {
        let (timing, problems) = read(include_str!("timing.yaml"));
        assert_eq!(problems, [""; 0]);
        assert!(timing.email_from_hours < timing.email_by_hours);
        assert!(timing.day_from < timing.day_by && timing.evening_from < timing.evening_by);
        assert!(timing.card_in_vain_days < timing.card_late_days);
        let (_, problems) = read("soon_days: two\nday_from: dawn\nfoo: 1\n");
        assert!(problems.contains(&"`soon_days: two` is not a number".to_owned()));
        assert!(problems.contains(&"`day_from: dawn` is not a time of day".to_owned()));
        assert!(problems.contains(&"unknown key `foo`".to_owned()));
        assert!(problems.contains(&"`outcome_days` is missing".to_owned()));
    }
}
