//! What the one who sends the letters should know of them, beside what was left out.

use super::claim;
use super::compose::ComposeOptions;
use super::facts::{Fact, What};
use super::fragment;
use super::reasons::{BEFORE, THIRD_PERSON};
use super::report::{self, Personal};
use super::text::fold;
use super::words::withdraws;
use crate::diagnostic::Path;
use crate::followup::Recipient;
use crate::notes::{Channel, Claim, Kind, Notes, Outcome, Send};

/// Something about the notes that the one who sends the letters should know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// Whom it is about.
    pub recipient: Recipient,
    /// The value of the notes that it is about.
    pub path: Option<Path>,
    /// One sentence without its full stop.
    pub text: String,
}

/// What to know about the way a thank-you to one person travels.
pub(super) fn remark(
    notes: &Notes,
    recipient: Recipient,
    options: &ComposeOptions,
) -> Option<Remark> {
    let interviewer = recipient.interviewer(notes)?;
    let by = |channel| options.channel.is_none_or(|asked| asked == channel);
    let text = match interviewer.send {
        _ if options.kind != Kind::ThankYou => return None,
        Some(Send::ViaRecruiter) if by(Channel::Email) => match &notes.recruiter {
            Some(recruiter) => format!(
                "to be passed on by the recruiter, {}",
                fold(&recruiter.name)
            ),
            None => "to be passed on by a recruiter, but the notes name none".to_owned(),
        },
        _ => return None,
    };
    Some(Remark {
        recipient,
        path: None,
        text,
    })
}

/// What a debrief leaves out: questions and hesitations that would hint at what is to stay private,
/// and what speaks of its reader by name.
pub(super) fn unasked(
    notes: &Notes,
    recipient: Recipient,
    options: &ComposeOptions,
) -> Vec<Remark> {
    let is_shown = options.kind == Kind::Debrief && recipient == Recipient::Recruiter;
    let debrief = notes.debrief.as_ref().filter(|_| is_shown);
    let path = Path::root().key("debrief");
    let told = debrief.into_iter().flat_map(|each| {
        [
            ("question", "questions", &each.questions),
            ("hesitation", "hesitations", &each.hesitations),
        ]
    });
    let told = told.flat_map(|(what, key, texts)| {
        let each = texts.iter().enumerate();
        each.map(move |(at, text)| (what, key, at, text))
    });
    let hints = told.filter_map(|(what, key, at, text)| {
        let why = match report::personal(text, notes)? {
            Personal::Hints(word, name) => {
                format!("“{word}” touches your private note on {name}")
            }
            Personal::OfHome(word) => format!("“{word}” speaks of your home"),
        };
        Some(Remark {
            recipient,
            path: Some(path.key(key).item(at)),
            text: format!("the {what} is left out, since {why}"),
        })
    });
    let hints: Vec<Remark> = hints.collect();
    let unsaid = is_shown.then(|| report::unsaid(notes, recipient));
    let by_name = unsaid.into_iter().flatten().map(|path| Remark {
        recipient,
        path: Some(path),
        text: "it is left out, since it speaks of the reader by name: write “you”".to_owned(),
    });
    hints.into_iter().chain(by_name).collect()
}

/// What to know about the facts of one letter: what was mended, and what cannot be said.
pub(super) fn of_facts(
    notes: &Notes,
    facts: &[Fact<'_>],
    recipient: Recipient,
    is_said: impl Fn(&Fact<'_>) -> bool,
    says: impl Fn(&Path) -> bool,
) -> Vec<Remark> {
    let mut remarks = Vec::new();
    let mended = facts.iter().filter(|fact| fact.mended && is_said(fact));
    remarks.extend(mended.map(|fact| Remark {
        recipient,
        path: Some(fact.path.clone()),
        text: format!("“{}” is written as “{}”", fold(fact.value), fact.text),
    }));
    let doubtful = facts.iter().filter(|fact| fact.out == Some(THIRD_PERSON));
    remarks.extend(doubtful.map(|fact| Remark {
        recipient,
        path: Some(fact.path.clone()),
        text: format!("say it to the reader, for example “{}”", fact.text),
    }));
    let early = facts.iter().filter(|fact| fact.out == Some(BEFORE));
    remarks.extend(early.map(|fact| Remark {
        recipient,
        path: Some(fact.path.clone()),
        text: format!("“{}” is left out, since {BEFORE}", fold(fact.value)),
    }));
    let is_pending = notes.interview.outcome == Outcome::Pending;
    let withdraws = |fact: &&Fact<'_>| {
        matches!(fact.what, What::Say(_)) && withdraws(&fact.text.to_lowercase())
    };
    let gone = facts.iter().filter(withdraws).find(|_| is_pending);
    remarks.extend(gone.map(|fact| {
        Remark {
            recipient,
            path: Some(fact.path.clone()),
            text:
                "your own sentence says that you withdraw, and the notes say `outcome: pending`: \
               for a withdrawal set it to `withdrawn` or `declined`"
                    .to_owned(),
        }
    }));
    remarks.extend(unfit_needs(notes, facts, recipient, says));
    remarks
}

/// What a letter cannot say of qualifications: needs that do not go on after "help with", and what
/// says the qualification again.
fn unfit_needs(
    notes: &Notes,
    facts: &[Fact<'_>],
    recipient: Recipient,
    says: impl Fn(&Path) -> bool,
) -> Vec<Remark> {
    let mut remarks = Vec::new();
    for fact in facts.iter().filter(|fact| fact.out.is_none()) {
        let What::Qualification(index) = fact.what else {
            continue;
        };
        let qualification = &notes.missing_qualifications[index];
        let mut leave = |key, text: &str, why| {
            remarks.push(Remark {
                recipient,
                path: Some(fact.path.key(key)),
                text: format!("“{}” is left out, since {why}", fold(text)),
            });
        };
        let need = qualification.meets.as_deref();
        let is_open = need.is_some() && !says(&fact.path.key("meets"));
        if let Some(need) = need.filter(|_| is_open && claim::need(qualification).is_none()) {
            let why = if fragment::need(need).is_none() {
                "it does not go on after “It could help with …”: write what they need as a thing"
            } else {
                "it says again what you have"
            };
            leave("meets", need, why);
        }
        let unsaid = fact.extent.unsaid();
        let evidence = match &qualification.what {
            Claim::Fact { evidence, .. } => evidence.as_deref(),
            Claim::Own { .. } => None,
        };
        for (key, text) in [("evidence", evidence), ("meets", need)] {
            if let Some(text) = text.filter(|_| unsaid.contains(&key)) {
                leave(key, text, "the letter would be too long");
            }
        }
        if let Some(evidence) = claim::said_again(qualification) {
            leave("evidence", evidence, "it says the qualification again");
        }
    }
    remarks
}
