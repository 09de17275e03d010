//! Who gets a letter of a kind, and by which channel.

use crate::diagnostic::Path;
use crate::notes::{Channel, ContactedBy, HiringRole, Interviewer, Kind, Notes, Outcome, Send};

/// Whom a letter is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Recipient {
    /// One of the interviewers, by place.
    Interviewer(usize),
    /// Whoever put the two sides in touch.
    Recruiter,
    /// The one who writes the letters.
    Yourself,
}

/// Why there is no letter of a kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Nobody {
    /// Nobody in the notes could know the addresses.
    ToAsk,
    /// No address is missing.
    NothingMissing,
    /// Nobody arranged the day.
    ToThankThrough,
    /// There is nobody else to thank.
    ElseToThank,
    /// The notes name no recruiter.
    NoRecruiter,
    /// The notes have no debrief.
    NoDebrief,
    /// What the notes say came of it contradicts the letter.
    Outcome(Outcome),
}

impl Nobody {
    /// What is wrong, as a sentence without its full stop.
    pub fn message(self) -> String {
        let text = match self {
            Self::ToAsk => "there is nobody to ask for the missing addresses",
            Self::NothingMissing => "no address is missing, so there is nothing to ask for",
            Self::ToThankThrough => "there is nobody to thank the panel through",
            Self::ElseToThank => "there is nobody else to thank",
            Self::NoRecruiter => "the notes name no recruiter",
            Self::NoDebrief => "the notes have no debrief",
            Self::Outcome(outcome) => {
                let name = outcome.name();
                return format!("the notes say `outcome: {name}`, which this letter contradicts");
            }
        };
        text.to_owned()
    }

    /// What to type.
    pub fn help(self) -> &'static str {
        match self {
            Self::ToAsk => {
                "add `recruiter:`, or give somebody under `interviewers` `hiring_role: hr`"
            }
            Self::NothingMissing => "to ask for a postal address, give the person `send: card`",
            Self::ToThankThrough => {
                "give somebody under `interviewers` `hiring_role: coordinator`, or add `recruiter:`"
            }
            Self::ElseToThank => "leave `--coordinator` out for a letter to each person",
            Self::NoRecruiter => {
                "add:\nrecruiter:\n  name: Jo Lindqvist\n  email: jo@staffing.example"
            }
            Self::NoDebrief => {
                "add, for example:\ndebrief:\n  went: well, the whiteboard part dragged"
            }
            Self::Outcome(_) => "leave `--kind` out for the letter that fits, or change `outcome`",
        }
    }

    /// Whether it is fine that there is no letter.
    pub fn is_fine(self) -> bool {
        self == Self::NothingMissing
    }
}

impl Recipient {
    /// The recipient's name as the notes have it.
    pub fn name(self, notes: &Notes) -> &str {
        match self {
            Self::Interviewer(place) => &notes.interviewers[place].name,
            Self::Recruiter => notes.recruiter.as_ref().map_or("", |each| &each.name),
            Self::Yourself => &notes.from.name,
        }
    }

    /// The recipient's email address.
    pub fn email(self, notes: &Notes) -> Option<&str> {
        match self {
            Self::Interviewer(place) => notes.interviewers[place].email.as_deref(),
            Self::Recruiter => notes.recruiter.as_ref()?.email.as_deref(),
            Self::Yourself => notes.from.email.as_deref(),
        }
    }

    /// Where the notes speak of the recipient.
    pub fn path(self) -> Path {
        match self {
            Self::Interviewer(place) => Path::root().key("interviewers").item(place),
            Self::Recruiter => Path::root().key("recruiter"),
            Self::Yourself => Path::root().key("from"),
        }
    }

    /// The interviewer, where the recipient is one.
    pub fn interviewer(self, notes: &Notes) -> Option<&Interviewer> {
        match self {
            Self::Interviewer(place) => notes.interviewers.get(place),
            _ => None,
        }
    }
}

/// The kinds of letter that the notes call for: what came of the interview tells.
///
/// Thanks to everybody while nothing is known, else the letter that answers the outcome; and the
/// debrief where one is filled in.
pub fn called_for(notes: &Notes) -> Vec<Kind> {
    let mut kinds = vec![match notes.interview.outcome {
        Outcome::Pending => Kind::ThankYou,
        Outcome::Offer => Kind::OfferThanks,
        Outcome::Accepted => Kind::AcceptedThanks,
        Outcome::NoOffer => Kind::NoOfferThanks,
        Outcome::Declined | Outcome::Withdrawn => Kind::Withdrawal,
    }];
    if notes.debrief.is_some() {
        kinds.push(Kind::Debrief);
    }
    kinds
}

/// Who gets a letter of a kind where nobody was asked for by name.
///
/// # Errors
/// Where there is to be no letter of that kind, and why.
pub fn usual(notes: &Notes, kind: Kind, page: bool) -> Result<Vec<Recipient>, Nobody> {
    let outcome = notes.interview.outcome;
    if !fits(kind, outcome) {
        return Err(Nobody::Outcome(outcome));
    }
    let recruiter = notes.recruiter.as_ref().map(|_| Recipient::Recruiter);
    Ok(match kind {
        Kind::ThankYou => interviewers(notes),
        Kind::CheckIn => vec![recruiter.unwrap_or_else(|| manager(notes))],
        Kind::OfferThanks | Kind::NoOfferThanks => vec![manager(notes)],
        Kind::AcceptedThanks => {
            let bosses = with_role(notes, &[HiringRole::HiringManager, HiringRole::Supervisor]);
            if bosses.is_empty() {
                vec![manager(notes)]
            } else {
                bosses
            }
        }
        Kind::Withdrawal => [manager(notes)].into_iter().chain(recruiter).collect(),
        Kind::Debrief if notes.debrief.is_none() => return Err(Nobody::NoDebrief),
        Kind::Debrief if page => vec![Recipient::Yourself],
        Kind::Debrief => vec![recruiter.unwrap_or(Recipient::Yourself)],
        Kind::ContactRequest => {
            let hr = with_role(notes, &[HiringRole::Hr]).first().copied();
            vec![hr.or(recruiter).ok_or(Nobody::ToAsk)?]
        }
        Kind::Coordinator => {
            let person = with_role(notes, &[HiringRole::Coordinator])
                .first()
                .copied();
            vec![person.or(recruiter).ok_or(Nobody::ToThankThrough)?]
        }
        Kind::Covering => vec![recruiter.ok_or(Nobody::NoRecruiter)?],
        Kind::Worksheet => vec![Recipient::Yourself],
    })
}

/// Whether a letter of a kind can be true with what came of the interview.
///
/// Nobody asks how things stand once it is known, or thanks for an offer after a refusal.
fn fits(kind: Kind, outcome: Outcome) -> bool {
    use Outcome::{Accepted, Declined, NoOffer, Offer, Pending, Withdrawn};
    match kind {
        Kind::CheckIn => outcome == Pending,
        // Who thanks and hopes for the job must still be in the running, or have it.
        Kind::ThankYou | Kind::OfferThanks | Kind::AcceptedThanks => {
            matches!(outcome, Pending | Offer | Accepted)
        }
        Kind::NoOfferThanks => matches!(outcome, Pending | NoOffer),
        Kind::Withdrawal => matches!(outcome, Pending | Offer | Declined | Withdrawn),
        _ => true,
    }
}

fn interviewers(notes: &Notes) -> Vec<Recipient> {
    (0..notes.interviewers.len())
        .map(Recipient::Interviewer)
        .collect()
}

/// Everybody who can be written to: the interviewers, the recruiter, then oneself.
pub fn everybody(notes: &Notes) -> impl Iterator<Item = Recipient> {
    let recruiter = notes.recruiter.as_ref().map(|_| Recipient::Recruiter);
    let both = interviewers(notes).into_iter().chain(recruiter);
    both.chain([Recipient::Yourself])
}

fn with_role(notes: &Notes, roles: &[HiringRole]) -> Vec<Recipient> {
    let has = |place: &usize| {
        let role = notes.interviewers[*place].hiring_role;
        role.is_some_and(|role| roles.contains(&role))
    };
    let places = (0..notes.interviewers.len()).filter(has);
    places.map(Recipient::Interviewer).collect()
}

/// The hiring manager, else the supervisor, else the first interviewer.
fn manager(notes: &Notes) -> Recipient {
    let by = |role| with_role(notes, &[role]).first().copied();
    by(HiringRole::HiringManager)
        .or_else(|| by(HiringRole::Supervisor))
        .unwrap_or(Recipient::Interviewer(0))
}

/// The channels by which a letter of a kind goes to somebody: what the run asks for where the kind
/// can take it, else what the notes say of the person, else the usual one.
pub fn channels(
    notes: &Notes,
    kind: Kind,
    recipient: Recipient,
    asked: Option<Channel>,
) -> Vec<Channel> {
    let takes = |channel: &Channel| kind.channels().contains(channel);
    if let Some(channel) = asked.filter(takes) {
        return vec![channel];
    }
    if kind == Kind::Debrief && recipient == Recipient::Yourself {
        return vec![Channel::Page];
    }
    let (send, by) = match recipient {
        Recipient::Interviewer(place) => {
            let person = &notes.interviewers[place];
            (person.send, person.contacted_by)
        }
        Recipient::Recruiter => (
            None,
            notes.recruiter.as_ref().and_then(|each| each.contacted_by),
        ),
        Recipient::Yourself => (None, None),
    };
    let wanted = match (send, kind) {
        (Some(Send::Both), Kind::ThankYou) => return vec![Channel::Email, Channel::Card],
        (_, Kind::CheckIn) => (by == Some(ContactedBy::Phone)).then_some(Channel::Phone),
        // A card is the usual way here; an email instead where the notes ask for one.
        (Some(Send::Email), _) => Some(Channel::Email),
        (Some(Send::Letter), _) => Some(Channel::Letter),
        (Some(Send::Card | Send::Both), _) => Some(Channel::Card),
        _ => None,
    };
    vec![wanted.filter(takes).unwrap_or(kind.channels()[0])]
}
