//! Dated situations, each with what the plan says of it.

use jiff::civil::Date;
use regards::followup::{Action, Ledger, Need, Record, Route, State, What, plan};
use regards::notes::{self, Channel, Notes};
use regards::yaml::{self, Node, Value};

const SITUATIONS: &str = include_str!("../fixtures/plan/situations.yaml");

const FROM: &str = "from: { name: Amara Okafor, email: amara@okafor.example }\n";

#[test]
fn each_situation_has_the_plan_that_was_judged_right() {
    let root = yaml::values(SITUATIONS).unwrap();
    let Value::List(situations) = root.value else {
        panic!("a list of situations")
    };
    assert!(situations.len() >= 50, "{}", situations.len());
    let mut wrong = Vec::new();
    for situation in &situations {
        let it = text(situation, "it");
        let file = format!("{FROM}{}", text(situation, "notes"));
        let loaded = notes::load(&it, file.as_bytes());
        let notes = loaded
            .unwrap_or_else(|report| panic!("{it}: {report:?}"))
            .notes;
        let today: Date = text(situation, "today").parse().unwrap();
        let ledger = Ledger::new(
            list(situation, "sent")
                .iter()
                .map(|line| record(line))
                .collect(),
        );
        let made = plan(&notes, &ledger, today);
        let lines: Vec<String> = made.actions.iter().map(|each| line(each, &notes)).collect();
        let (found, wanted) = (lines.join("\n"), text(situation, "plan"));
        if found != wanted.trim_end() {
            wrong.push(format!("{it}\n  wanted:\n{wanted}\n  found:\n{found}\n"));
        }
        for (says, action) in list(situation, "says").iter().zip(&made.actions) {
            if !action.why.contains(says.as_str()) {
                wrong.push(format!("{it}: “{}” does not say “{says}”", action.why));
            }
        }
        let strangers: Vec<&str> = made.strangers.iter().map(|each| each.to.as_str()).collect();
        assert_eq!(strangers, list(situation, "strangers"), "{it}");
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// An action as the file of situations writes it.
fn line(action: &Action, notes: &Notes) -> String {
    let when = match action.state {
        State::Done(date) => format!("done {date}"),
        state => format!(
            "{} {} .. {}",
            state.name(),
            action.window.from,
            action.window.by
        ),
    };
    let who = action.person.name(notes);
    let route = match action.route {
        Route::AsAsked => "",
        Route::Instead => ", instead",
        Route::AsWell => ", as well",
    };
    let needs = match action.needs {
        None => "",
        Some(Need::Email) => ", needs email",
        Some(Need::Address) => ", needs address",
        Some(Need::Spelling) => ", needs spelling",
        Some(Need::Debrief) => ", needs debrief",
    };
    format!(
        "{when}, {who}, {}, {}{route}{needs}",
        action.what, action.channel
    )
}

/// The record of a line such as `2026-11-19 thank-you email Ann Lee`.
fn record(line: &str) -> Record {
    let mut words = line.splitn(4, ' ');
    let mut word = || words.next().unwrap();
    let (on, kind, by, to) = (word(), word(), word(), word());
    Record {
        on: on.parse().unwrap(),
        to: to.to_owned(),
        what: What::all().find(|what| what.name() == kind).unwrap(),
        by: Channel::ALL
            .into_iter()
            .find(|each| each.name() == by)
            .unwrap(),
    }
}

fn get<'n>(node: &'n Node, key: &str) -> Option<&'n Value> {
    let Value::Map(entries) = &node.value else {
        panic!("keys and values")
    };
    let entry = entries.iter().find(|entry| entry.key == key);
    entry.map(|entry| &entry.value.value)
}

fn text(node: &Node, key: &str) -> String {
    match get(node, key) {
        Some(Value::Scalar(scalar)) => scalar.text.clone(),
        _ => panic!("`{key}` is missing"),
    }
}

fn list(node: &Node, key: &str) -> Vec<String> {
    let Some(Value::List(items)) = get(node, key) else {
        return Vec::new();
    };
    let texts = items.iter().map(|item| match &item.value {
        Value::Scalar(scalar) => scalar.text.clone(),
        _ => panic!("`{key}` is a list of texts"),
    });
    texts.collect()
}
