//! Everything that one application asks for, in the order in which it is to be done.

use jiff::civil::Date;

use super::action::{Action, Need, State, What};
use super::ledger::{Ledger, Record};
use super::process::{Process, TO_ALL};
use super::recipient::Recipient;
use crate::notes::{Channel, Kind, Notes, Outcome};

/// What one application asks for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Plan {
    /// What is to be done now, what comes later, and what is done, each by date.
    pub actions: Vec<Action>,
    /// What went to people of whom the notes know nothing.
    pub strangers: Vec<Record>,
}

impl Plan {
    /// What an action of this plan is called in a sentence: its kind, or in plainer words.
    pub fn title(&self, action: &Action) -> &'static str {
        match action.what {
            What::Promised => "what you promised",
            What::Letter(Kind::ContactRequest) => "request for addresses",
            What::Letter(Kind::Covering) => "covering note",
            _ if self.is_second(action) => "second check-in",
            what => what.name(),
        }
    }

    /// Whether an action is the check-in that follows another one.
    pub fn is_second(&self, action: &Action) -> bool {
        let check_in = What::Letter(Kind::CheckIn);
        let sent = |each: &Action| each.what == check_in && each.state.is_done();
        action.what == check_in && !action.state.is_done() && self.actions.iter().any(sent)
    }

    /// What goes to somebody next, which is meant where nothing else is said.
    ///
    /// A promise is kept beside a letter, a check-in that is not due was hardly sent, and no debrief
    /// was that is not filled in: these are named. Of a recruiter's emails the one that carries the
    /// notes is meant before the question how to reach the others, though it can wait longer.
    pub fn next(&self, notes: &Notes, person: Recipient) -> Option<What> {
        let is_next = |action: &&Action| {
            let early = action.state == State::Early && action.what == What::Letter(Kind::CheckIn);
            action.person == person
                && !action.state.is_done()
                && action.what != What::Promised
                && action.needs != Some(Need::Debrief)
                && !early
        };
        let next: Vec<What> = self
            .actions
            .iter()
            .filter(is_next)
            .map(|action| action.what)
            .collect();
        let covering = What::Letter(Kind::Covering);
        let found = match next.first() {
            Some(What::Letter(Kind::ContactRequest)) if next.contains(&covering) => Some(covering),
            first => first.copied(),
        };
        let thanks = What::Letter(Kind::ThankYou);
        let is_thanked = || {
            let mut theirs = self.actions.iter();
            theirs.any(|action| action.person == person && action.what == thanks)
        };
        let passed_on = person
            .interviewer(notes)
            .is_some_and(|each| each.by_recruiter());
        found.or_else(|| (passed_on && !is_thanked()).then_some(thanks))
    }

    /// The ways by which something goes to somebody, done or not.
    pub fn ways(&self, person: Recipient, what: What) -> Vec<Channel> {
        let actions = self.actions.iter();
        let mut ways: Vec<Channel> = actions
            .filter(|action| action.person == person && action.what == what)
            .map(|action| action.channel)
            .collect();
        ways.sort_unstable();
        ways.dedup();
        ways
    }
}

/// What is to be sent after an interview, to whom, how and when, and what is done already.
pub fn plan(notes: &Notes, ledger: &Ledger, today: Date) -> Plan {
    let process = Process::new(notes, ledger, today);
    let mut actions: Vec<Action> = process.debrief().into_iter().collect();
    actions.extend(process.thanks());
    actions.extend(process.promises());
    let answers = process.answers();
    drop_overtaken(&mut actions, &answers, notes.interview.outcome, today);
    actions.extend(answers);

    let history = settle(&mut actions, &process);
    if process.sent.iter().any(|(record, _)| record.what == TO_ALL) {
        let thanked = |action: &Action| {
            matches!(action.what, What::Letter(Kind::ThankYou | Kind::Covering))
                && !action.state.is_done()
        };
        actions.retain(|action| !thanked(action));
    }
    actions.extend(process.check_in());
    let asked = What::Letter(Kind::ContactRequest);
    if process.sent_of(asked).is_empty() {
        actions.extend(process.contact_request(&actions));
    }
    actions.extend(history);
    actions.sort_by_cached_key(Action::order);
    let strangers = process.sent.iter().filter(|(_, who)| who.is_none());
    Plan {
        actions,
        strangers: strangers.map(|(record, _)| (*record).clone()).collect(),
    }
}

/// Takes out what an outcome has overtaken, unless it is done.
///
/// After an offer, whoever is thanked for that needs no thanks for the interview; the others may still
/// be thanked in time. Nothing else is sent to people who have said no, or been told no.
fn drop_overtaken(actions: &mut Vec<Action>, answers: &[Action], outcome: Outcome, today: Date) {
    let answered = |person: Recipient| answers.iter().any(|answer| answer.person == person);
    match outcome {
        Outcome::Pending => {}
        Outcome::Offer | Outcome::Accepted => actions.retain(|action| {
            let thanks = action.what != What::Promised;
            !(thanks && (answered(action.person) || today > action.window.by.date))
        }),
        Outcome::NoOffer | Outcome::Declined | Outcome::Withdrawn => actions.clear(),
    }
}

/// Marks what the ledger says is done; gives what else it says was done.
fn settle(actions: &mut [Action], process: &Process<'_>) -> Vec<Action> {
    let mut history = Vec::new();
    for (record, who) in &process.sent {
        let Some(person) = *who else { continue };
        let same = |action: &Action| action.person == person && action.what == record.what;
        let ways: Vec<Channel> = actions
            .iter()
            .filter(|action| same(action))
            .map(|action| action.channel)
            .collect();
        // Where one way is planned, any way does.
        let fits =
            |action: &Action| same(action) && (ways.len() == 1 || action.channel == record.by);
        match actions
            .iter_mut()
            .find(|action| fits(action) && !action.state.is_done())
        {
            Some(action) => {
                action.state = State::Done(record.on);
                action.channel = record.by;
                action.needs = None;
            }
            None => history.push(process.done(record, person)),
        }
    }
    history
}
