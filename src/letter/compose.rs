//! One letter for each person and channel, from notes and a theme.

use jiff::civil::Date;

use super::assemble::{body, parted, plain};
use super::ceiling::{self, Said};
use super::context;
use super::dealer::Dealer;
use super::facts::{self, Fact};
use super::fill::{Filled, Filler};
use super::occasion::Occasion;
use super::pins::Pins;
use super::qualifications::{self, Told};
use super::remarks::{Remark, of_facts, remark, unasked};
use super::text::fold;
use super::{Letter, LetterText, Room};
use crate::diagnostic::{Path, Report};
use crate::followup::{self, Nobody, Recipient};
use crate::notes::{Channel, Interviewer, Kind, Notes};
use crate::theme::{Context, Limits, Theme, Value};

/// What is to be composed.
#[derive(Debug, Clone)]
pub struct ComposeOptions {
    /// What the letters are for.
    pub kind: Kind,
    /// One channel for everybody, over each one's `send`, where the kind can take it.
    pub channel: Option<Channel>,
    /// The date at the top of a card; the day of the meeting where it is left out.
    pub date: Option<Date>,
    /// Whom to write to; those whom the kind is usually for where it is left out.
    pub only: Option<Vec<Recipient>>,
    /// Wordings that were picked by hand.
    pub pins: Pins,
}

impl Default for ComposeOptions {
    fn default() -> Self {
        Self {
            kind: Kind::ThankYou,
            channel: None,
            date: None,
            only: None,
            pins: Pins::default(),
        }
    }
}

/// Everything of one kind that was composed from one notes file.
#[derive(Debug, Clone, Default)]
pub struct Composed {
    /// The letters, in the order of the file; an email comes before a card to the same person.
    pub letters: Vec<Letter>,
    /// Who is told of which qualification: by a letter here, or by one that was not asked for.
    pub told: Vec<Told>,
    /// What the one who sends the letters should know.
    pub remarks: Vec<Remark>,
    /// Why there is no letter, where there is none.
    pub nobody: Option<Nobody>,
}

impl Composed {
    /// What was composed of several kinds, as one.
    pub fn all(each: Vec<Self>) -> Self {
        let mut all = Self::default();
        for each in each {
            all.letters.extend(each.letters);
            all.told.extend(each.told);
            all.remarks.extend(each.remarks);
            all.nobody = all.nobody.or(each.nobody);
        }
        all
    }
}

/// Composes the letters of one kind that a notes file asks for.
///
/// The same notes, theme and options always give the same letters.
///
/// # Errors
/// A report on a file of the theme, where a template fails with these notes.
pub fn compose(
    notes: &Notes,
    theme: &Theme,
    room: &dyn Room,
    options: &ComposeOptions,
) -> Result<Composed, Report> {
    let mut composed = Composed::default();
    let page = options.channel == Some(Channel::Page);
    let recipients = match followup::usual(notes, options.kind, page) {
        Ok(usual) => options.only.clone().unwrap_or(usual),
        Err(nobody) => {
            composed.nobody = Some(nobody);
            return Ok(composed);
        }
    };
    let told = match options.kind {
        Kind::ThankYou => qualifications::assign(notes),
        _ => Vec::new(),
    };
    let run = Run {
        notes,
        theme,
        room,
        dealer: Dealer::new(theme, notes, &options.pins),
        told,
    };
    for recipient in recipients {
        let channels = followup::channels(notes, options.kind, recipient, options.channel);
        let both = channels.len() > 1;
        for channel in channels {
            let occasion = Occasion::new(
                notes,
                options.kind,
                channel.worded_as(),
                recipient,
                options.date,
            );
            let context = occasion.context();
            if let Some(nobody) = is_for_nothing(&context, options.kind) {
                composed.nobody = Some(nobody);
                continue;
            }
            let mut letter = run.letter(&occasion, &context, both, &mut composed.remarks)?;
            if channel == Channel::Letter {
                on_paper(&mut letter, &occasion);
            }
            composed.letters.push(letter);
        }
        composed.remarks.extend(remark(notes, recipient, options));
        composed.remarks.extend(unasked(notes, recipient, options));
    }
    composed.told = run.told;
    composed
        .told
        .retain(|told| is_told(told, &composed.letters));
    Ok(composed)
}

/// Why a letter would say nothing: it asks for addresses and none is missing, or thanks nobody.
fn is_for_nothing(context: &Context, kind: Kind) -> Option<Nobody> {
    let is_empty = |name| {
        let list = context.get(name).and_then(Value::as_array);
        list.is_none_or(<[_]>::is_empty)
    };
    match kind {
        Kind::ContactRequest if is_empty("emails") && is_empty("addresses") => {
            Some(Nobody::NothingMissing)
        }
        Kind::Coordinator if is_empty("names") => Some(Nobody::ElseToThank),
        _ => None,
    }
}

/// Whether no letter to the person leaves the qualification out.
fn is_told(told: &Told, letters: &[Letter]) -> bool {
    let path = Path::root()
        .key("missing_qualifications")
        .item(told.qualification);
    letters
        .iter()
        .filter(|letter| letter.recipient == Recipient::Interviewer(told.place))
        .all(|letter| letter.left_out.iter().all(|out| out.path != path))
}

/// Makes what is worded as an email a letter on paper, which is dated.
fn on_paper(letter: &mut Letter, occasion: &Occasion<'_>) {
    letter.channel = Channel::Letter;
    letter.text.channel = Channel::Letter;
    if let Some((name, _)) = letter.text.to.split_once(" <") {
        letter.text.to = name.to_owned();
    }
    // Of other letters than thanks for an interview, nobody has said the day; and who writes "on
    // Thursday" does not write on that Thursday.
    let date = match occasion.kind {
        _ if occasion.is_dated => Some(occasion.today),
        Kind::ThankYou => Some(occasion.today.tomorrow().unwrap_or(occasion.today)),
        _ => None,
    };
    if let Some(date) = date {
        letter.text.date = Some(occasion.notes.language.full_date(date));
    }
}

/// What every letter of a run shares.
struct Run<'a> {
    notes: &'a Notes,
    theme: &'a Theme,
    room: &'a dyn Room,
    dealer: Dealer<'a>,
    told: Vec<Told>,
}

impl Run<'_> {
    fn letter(
        &self,
        occasion: &Occasion<'_>,
        context: &Context,
        both: bool,
        remarks: &mut Vec<Remark>,
    ) -> Result<Letter, Report> {
        let Occasion {
            kind,
            channel,
            recipient,
            ..
        } = *occasion;
        let mut limits = self.theme.limits(kind.name(), channel.name());
        if channel == Channel::Email
            && kind == Kind::ThankYou
            && let Some(words) = self.notes.style.max_words
        {
            limits.words = usize::try_from(words).ok();
        }
        let mut facts = self.facts(occasion, both, limits);
        let (mut letter, words) = loop {
            let filled = self.fill(occasion, context, &facts)?;
            let letter = self.assemble(occasion, filled, limits);
            let words = limits.words.map_or(0, |_| letter.text.words());
            if !self.shorten(&letter, words, &mut facts, limits) {
                break (letter, words);
            }
        };
        if channel.is_letter() && (letter.salutation.is_none() || letter.sign_off.is_none()) {
            return Err(self.theme.no_letter(kind.name(), channel.name()));
        }
        if kind == Kind::ThankYou {
            letter.left_out = facts::left_out(&facts, |fact| is_said(fact, &letter));
        }
        let says = |path: &Path| letter.parts().any(|part| part.paths.contains(path));
        remarks.extend(of_facts(
            self.notes,
            &facts,
            recipient,
            |fact| is_said(fact, &letter),
            says,
        ));
        if let Some(most) = limits.words.filter(|most| words > *most) {
            remarks.push(Remark {
                recipient,
                path: None,
                text: format!(
                    "the {channel} is {words} words, over the ceiling of {most}: \
                     your own sentences are never cut"
                ),
            });
        }
        Ok(letter)
    }

    /// What the notes hold for a letter.
    fn facts(&self, occasion: &Occasion<'_>, both: bool, limits: Limits) -> Vec<Fact<'_>> {
        let Recipient::Interviewer(place) = occasion.recipient else {
            return Vec::new();
        };
        let (person, at) = (&self.notes.interviewers[place], occasion.recipient.path());
        match occasion.kind {
            Kind::ThankYou => facts::of(
                self.notes,
                place,
                &self.told,
                occasion.channel,
                both,
                limits,
            ),
            Kind::OfferThanks | Kind::AcceptedThanks | Kind::NoOfferThanks => {
                facts::remembered(self.notes, place, occasion.kind == Kind::NoOfferThanks)
            }
            Kind::Coordinator => facts::of_coordinator(person, &at),
            _ => facts::plain(person, &at),
        }
    }

    fn fill(
        &self,
        occasion: &Occasion<'_>,
        context: &Context,
        facts: &[Fact<'_>],
    ) -> Result<Filled, Report> {
        let mut variables = context::variables(occasion, context, facts);
        let (kind, channel) = (occasion.kind, occasion.channel);
        let skeleton = self
            .theme
            .skeleton(kind.name(), channel.name(), &variables.context)?;
        Filler::new(self.theme, &self.dealer, occasion, &mut variables)
            .letter(&skeleton, channel == Channel::Email)
    }

    /// The letter that filled places make, what it leaves out apart.
    fn assemble(&self, occasion: &Occasion<'_>, filled: Filled, limits: Limits) -> Letter {
        let paragraphs = if occasion.channel.is_letter() {
            parted(filled.blocks, occasion.channel, limits)
        } else {
            filled.blocks
        };
        let subject = filled.subject.as_ref().map(|part| plain(&part.markdown));
        let recipient = occasion.recipient;
        let mut letter = Letter {
            recipient,
            kind: occasion.kind,
            channel: occasion.channel,
            unsure: occasion.interviewer().is_some_and(|person| person.unsure),
            subject: filled.subject,
            salutation: filled.salutation,
            paragraphs,
            sign_off: filled.sign_off,
            left_out: Vec::new(),
            text: LetterText {
                to: String::new(),
                subject,
                date: None,
                channel: occasion.channel,
                body: String::new(),
            },
        };
        let name = match recipient.name(self.notes) {
            "" => "yourself".to_owned(),
            name => fold(name),
        };
        let email = recipient.email(self.notes);
        // What somebody else passes on is not to be sent straight to the address.
        let is_direct = occasion.kind != Kind::ThankYou
            || !occasion
                .interviewer()
                .is_some_and(Interviewer::by_recruiter);
        letter.text.to = match (email.filter(|_| is_direct), occasion.channel) {
            (Some(email), Channel::Email) => format!("{name} <{}>", fold(email)),
            _ => name,
        };
        // Only the thank-you is of the day of the interview; of the others the date is not known.
        let is_dated = occasion.kind == Kind::ThankYou || occasion.is_dated;
        if occasion.channel == Channel::Card && is_dated {
            let date = self.notes.language.month_and_day(occasion.today);
            letter.text.date = Some(date);
        }
        letter.text.body = body(&letter, &fold(&self.notes.from.name));
        letter
    }

    /// Leaves out what is worth least where a letter is over its limits; gives whether it did.
    ///
    /// `words` are those of the letter, where the limits count them.
    fn shorten(
        &self,
        letter: &Letter,
        words: usize,
        facts: &mut [Fact<'_>],
        limits: Limits,
    ) -> bool {
        let text = &letter.text;
        let words = limits.words.map_or(0, |most| words.saturating_sub(most));
        let over = match text.channel {
            Channel::Card => words.max(self.room.words_over(text)),
            _ => words,
        };
        if over == 0 {
            return false;
        }
        let parts: Vec<Said<'_>> = letter
            .paragraphs
            .iter()
            .flatten()
            .map(|part| Said {
                paths: &part.paths,
                // Near enough, and many times as fast as reading the Markdown.
                words: part.markdown.split_whitespace().count(),
            })
            .collect();
        ceiling::leave_out(facts, over, &parts)
    }
}

/// Whether a letter says a fact.
fn is_said(fact: &Fact<'_>, letter: &Letter) -> bool {
    let mut paths = letter.parts().flat_map(|part| &part.paths);
    paths.any(|path| fact.holds(path))
}

/// Whether any note of the file is passed on by the recruiter.
pub fn is_passed_on(notes: &Notes) -> bool {
    notes.recruiter.is_some() && notes.interviewers.iter().any(Interviewer::by_recruiter)
}
