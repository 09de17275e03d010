//! What holds for every plan, whatever the days.

use std::collections::BTreeMap;

use jiff::ToSpan;
use jiff::civil::{Date, Weekday, date};
use proptest::prelude::*;
use regards::followup::{Ledger, Plan, Recipient, Record, State, What, calendar, plan};
use regards::notes::{self, Channel, Kind, Notes, Outcome};

const CHECK_IN: What = What::Letter(Kind::CheckIn);

/// A day in two years around the interview.
fn day() -> impl Strategy<Value = Date> {
    (0..700_i32).prop_map(|days| date(2027, 3, 1).saturating_add(days.days()))
}

/// Notes with any days, channels and outcome.
fn any_notes() -> impl Strategy<Value = Notes> {
    let send = prop::sample::select(vec!["email", "card", "both", "letter", "via-recruiter"]);
    let person = (send, any::<[bool; 4]>(), prop::option::of(day()));
    let outcome = prop::sample::select(vec![
        "pending", "pending", "offer", "accepted", "declined", "no-offer",
    ]);
    let people = prop::collection::vec(person, 1..5);
    let days = (
        day(),
        prop::option::of(day()),
        prop::option::of(day()),
        prop::option::of(day()),
    );
    let clock = prop::option::of((0..24_u8, 1..1440_u32));
    (people, days, clock, outcome, any::<bool>()).prop_map(|(people, days, clock, outcome, recruiter)| {
        let (met, by, ask, heard) = days;
        let mut file = format!(
            "from: {{ name: Amara Okafor }}\ninterview:\n  company: Northwind\n  role: Engineer\n  \
             date: {met}\n  outcome: {outcome}\n  timezone: America/Chicago\n"
        );
        let mut line = |text: String| file.push_str(&text);
        by.into_iter().for_each(|by| line(format!("  next_steps: [{{ by: {by} }}]\n")));
        ask.into_iter().for_each(|ask| line(format!("  ask_again_after: {ask}\n")));
        heard.into_iter().for_each(|heard| line(format!("  outcome_on: {heard}\n")));
        if let Some((hour, minutes)) = clock {
            line(format!("  time: \"{hour}:30\"\n  minutes: {minutes}\n"));
        }
        if recruiter {
            line("recruiter: { name: Jo Lindqvist, email: jo@staff.example }\n".to_owned());
        }
        line("interviewers:\n".to_owned());
        for (place, (send, [email, address, promised, hr], own)) in people.into_iter().enumerate() {
            line(format!("  - name: Person {}\n    send: {send}\n", ["A", "B", "C", "D"][place]));
            if email {
                line(format!("    email: p{place}@n.example\n"));
            }
            if address {
                line("    address: 1 Main St\n".to_owned());
            }
            if promised {
                line("    promised: [a reference]\n".to_owned());
            }
            if hr {
                line("    hiring_role: hr\n".to_owned());
            }
            own.into_iter().for_each(|own| line(format!("    date: {own}\n")));
        }
        let loaded = notes::load("n.yaml", file.as_bytes());
        loaded.unwrap_or_else(|report| panic!("{file}\n{report:?}")).notes
    })
}

/// Records of anything to anybody.
fn any_ledger() -> impl Strategy<Value = Ledger> {
    let what = prop::sample::select(What::all().chain([CHECK_IN; 6]).collect::<Vec<_>>());
    let to = prop::sample::select(vec![
        "Person A",
        "Person B",
        "Jo Lindqvist",
        "Somebody Else",
    ]);
    let by = prop::sample::select(vec![Channel::Email, Channel::Card, Channel::Phone]);
    let record = (day(), to, what, by).prop_map(|(on, to, what, by)| Record {
        on,
        to: to.to_owned(),
        what,
        by,
    });
    prop::collection::vec(record, 0..6).prop_map(Ledger::new)
}

fn open_check_ins(plan: &Plan) -> Vec<Date> {
    let open = plan
        .actions
        .iter()
        .filter(|each| each.what == CHECK_IN && !each.state.is_done());
    open.map(|each| each.window.from.date).collect()
}

proptest! {
    #[test]
    fn a_plan_is_never_pushy(notes in any_notes(), ledger in any_ledger(), today in day()) {
        let made = plan(&notes, &ledger, today);
        let mut sent: Vec<Date> = ledger.records().iter().filter(|each| each.what == CHECK_IN).map(|each| each.on).collect();
        sent.sort_unstable();
        let open = open_check_ins(&made);
        prop_assert!(open.len() <= 1);
        if sent.len() >= 2 || notes.interview.outcome != Outcome::Pending {
            prop_assert!(open.is_empty());
        }
        if let (Some(last), Some(next)) = (sent.last(), open.first()) {
            prop_assert!(*next >= last.saturating_add(7.days()), "{last} {next}");
        }
        if let Some(next) = open.first() {
            prop_assert!(!matches!(next.weekday(), Weekday::Saturday | Weekday::Sunday));
        }
    }

    #[test]
    fn a_plan_is_whole_and_in_order(notes in any_notes(), ledger in any_ledger(), today in day()) {
        let made = plan(&notes, &ledger, today);
        prop_assert_eq!(&made, &plan(&notes, &ledger, today));
        for action in &made.actions {
            let window = &action.window;
            prop_assert!(window.from <= window.by, "{action:?}");
            prop_assert_eq!(window.from.time.is_some(), window.by.time.is_some());
            let wanted = match action.state {
                State::Done(_) => continue,
                _ if today < window.from.date => State::Early,
                _ if today > window.by.date => State::Late,
                _ => State::Due,
            };
            prop_assert_eq!(action.state, wanted);
            prop_assert!(!action.why.is_empty(), "{action:?}");
        }
        let orders: Vec<_> = made.actions.iter().map(|each| each.state.name()).collect();
        let first_done = orders.iter().position(|name| *name == "done").unwrap_or(orders.len());
        prop_assert!(orders[first_done..].iter().all(|name| *name == "done"), "{orders:?}");
        // Every record is there, as done or as a stranger's.
        let done = made.actions.iter().filter(|each| each.state.is_done()).count();
        prop_assert_eq!(done + made.strangers.len(), ledger.records().len());
    }

    #[test]
    fn while_nothing_is_known_nobody_is_left_out(notes in any_notes(), today in day()) {
        prop_assume!(notes.interview.outcome == Outcome::Pending);
        let made = plan(&notes, &Ledger::default(), today);
        for (place, person) in notes.interviewers.iter().enumerate() {
            let carried = notes.recruiter.is_some() && person.by_recruiter();
            let is_theirs = |whom, kind| made.actions.iter().any(|each| each.person == whom && each.what == What::Letter(kind));
            let thanked = match carried {
                true => is_theirs(Recipient::Recruiter, Kind::Covering),
                false => is_theirs(Recipient::Interviewer(place), Kind::ThankYou),
            };
            prop_assert!(thanked, "{}", person.name);
        }
    }

    #[test]
    fn a_calendar_has_nothing_on_days_that_are_over_and_what_is_to_come_as_on_any_day(
        notes in any_notes(), one in day(), two in day(),
    ) {
        prop_assume!(notes.interview.outcome == Outcome::Pending);
        let ledger = Ledger::default();
        let on = |today| {
            let made = plan(&notes, &ledger, today);
            let events: BTreeMap<String, (Date, String)> = calendar([(&notes, &made, 0)], today)
                .unwrap()
                .split("BEGIN:VEVENT")
                .skip(1)
                .map(|event| {
                    let line = |name: &str| event.lines().find(|line| line.starts_with(name)).unwrap().to_owned();
                    let start = line("DTSTART");
                    let start = start.split_once(':').unwrap().1;
                    let start = Date::strptime("%Y%m%d", &start[..8]).unwrap();
                    (line("UID"), (start, event.replace("END:VCALENDAR\r\n", "")))
                })
                .collect();
            events
        };
        let (early, late) = (one.min(two), one.max(two));
        let (before, after) = (on(early), on(late));
        prop_assert!(before.keys().eq(after.keys()));
        for (uid, (start, event)) in &after {
            prop_assert!(*start >= late, "{event}");
            let (was, before) = &before[uid];
            // In Chicago an evening is the next day in UTC.
            if *was > late.saturating_add(1.day()) {
                prop_assert_eq!(before, event);
            }
        }
    }
}
