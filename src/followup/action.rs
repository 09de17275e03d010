//! One thing to send or to do after an interview.

use std::fmt;

use jiff::civil::Date;
use serde::{Serialize, Serializer};

use super::recipient::Recipient;
use super::window::{Moment, Window};
use crate::notes::{Channel, Kind};

/// One thing to send or to do after an interview.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Action {
    /// Whom it goes to.
    pub person: Recipient,
    /// What it is.
    pub what: What,
    /// How it goes.
    pub channel: Channel,
    /// From when until when.
    pub window: Window,
    /// Whether it is done, due, early or late on the day of the plan.
    pub state: State,
    /// Why then and so: a few words, lower case, without a full stop.
    pub why: String,
    /// What has to be known or written first.
    pub needs: Option<Need>,
    /// How its channel differs from what the notes ask for.
    pub route: Route,
}

/// What is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// A letter of a kind.
    Letter(Kind),
    /// What was promised.
    Promised,
}

/// How an action stands on the day of the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// Its last day is over.
    Late,
    /// It can be done today.
    Due,
    /// Its first day is yet to come.
    Early,
    /// It was done on this day.
    Done(Date),
}

/// What has to be there before something can go out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Need {
    /// The email address.
    Email,
    /// The postal address.
    Address,
    /// Certainty how the name is spelt.
    Spelling,
    /// A `debrief:` in the notes.
    Debrief,
}

/// Whether a channel is the one that the notes ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Route {
    /// It is.
    AsAsked,
    /// It takes the place of the other one.
    Instead,
    /// It goes beside the other one.
    AsWell,
}

impl What {
    /// Everything that can be recorded as sent.
    pub fn all() -> impl Iterator<Item = Self> {
        let sent = |kind: &Kind| *kind != Kind::Worksheet;
        let letters = Kind::ALL.into_iter().filter(sent).map(Self::Letter);
        letters.chain([Self::Promised])
    }

    /// The name on the command line and in files: that of the kind, or `promised`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Letter(kind) => kind.name(),
            Self::Promised => "promised",
        }
    }
}

impl State {
    /// How something that is not done stands on a day.
    pub fn on(today: Date, window: &Window) -> Self {
        if today < window.from.date {
            Self::Early
        } else if today <= window.by.date {
            Self::Due
        } else {
            Self::Late
        }
    }

    /// Its name: `late`, `due`, `early` or `done`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Late => "late",
            Self::Due => "due",
            Self::Early => "early",
            Self::Done(_) => "done",
        }
    }

    /// Whether there is nothing more to do.
    pub fn is_done(self) -> bool {
        matches!(self, Self::Done(_))
    }
}

impl Action {
    /// The reason, as long as there is time; what is late only goes out sooner for another one.
    pub fn reason(&self) -> &str {
        let is_letter = !matches!(
            self.what,
            What::Promised | What::Letter(Kind::CheckIn | Kind::ContactRequest)
        );
        match self.state {
            State::Late if is_letter => "late, so today, and without a word about the delay",
            _ => &self.why,
        }
    }

    /// When it was done, else when it can be done first.
    pub fn when(&self) -> Moment {
        match self.state {
            State::Done(date) => Moment { date, time: None },
            _ => self.window.from,
        }
    }

    /// The order of a plan: what can be done now and is late first, then by date; what is done last.
    pub fn order(&self) -> impl Ord + use<> {
        let place = match self.state {
            State::Late | State::Due => 0,
            State::Early => 1,
            State::Done(_) => 2,
        };
        // Of what is to be done now, that which has the least time left comes first; on one day, thanks
        // come before what goes along with them.
        let date = match place {
            0 => self.window.by.date,
            _ => self.when().date,
        };
        let (from, by) = (self.window.from, self.window.by);
        (place, date, self.what.place(), from, by, self.person)
    }
}

impl What {
    /// The order of what falls on one day: what others wait for before thanks.
    fn place(self) -> u8 {
        match self {
            Self::Letter(Kind::Debrief) => 0,
            Self::Letter(Kind::ContactRequest) => 1,
            Self::Letter(Kind::CheckIn) => 4,
            Self::Letter(_) => 2,
            Self::Promised => 3,
        }
    }
}

impl fmt::Display for What {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl Serialize for What {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
