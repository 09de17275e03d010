//! One letter for each person and channel, from notes and a theme.

use jiff::civil::Date;

use super::ceiling::{self, Said};
use super::context::{self, Person, fold};
use super::days::Meeting;
use super::deal::Deal;
use super::facts::{self, Fact};
use super::fill::{Filled, Filler, join};
use super::greeting::Name;
use super::qualifications::{self, Told};
use super::{Letter, LetterText, Part, Room};
use crate::diagnostic::{Path, Report};
use crate::notes::{Channel, Kind, Notes, Send};
use crate::prose;
use crate::theme::{Limits, Theme};

/// What is to be composed.
#[derive(Debug, Clone)]
pub struct ComposeOptions {
    /// What the letters are for.
    pub kind: Kind,
    /// One channel for everybody, over each one's `send`.
    pub channel: Option<Channel>,
    /// The date at the top of a card; the day of the meeting where it is left out.
    pub date: Option<Date>,
    /// The places in `interviewers` to write to; everybody where it is left out.
    pub only: Option<Vec<usize>>,
}

impl Default for ComposeOptions {
    fn default() -> Self {
        Self {
            kind: Kind::ThankYou,
            channel: None,
            date: None,
            only: None,
        }
    }
}

/// Everything that was composed from one notes file.
#[derive(Debug, Clone)]
pub struct Composed {
    /// The letters, in the order of the file; an email comes before a card to the same person.
    pub letters: Vec<Letter>,
    /// Who is told of which qualification: by a letter here, or by one that was not asked for.
    pub told: Vec<Told>,
    /// What the one who sends the letters should know.
    pub remarks: Vec<Remark>,
}

/// Something about the notes that the one who sends the letters should know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// The place in `interviewers` of the person it is about.
    pub place: usize,
    /// One sentence without its full stop.
    pub text: String,
}

/// Composes the letters that a notes file asks for.
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
    let run = Run {
        notes,
        theme,
        room,
        options,
        deal: Deal::new(notes),
        told: qualifications::assign(notes),
    };
    let mut letters = Vec::new();
    let mut remarks = Vec::new();
    for (place, interviewer) in notes.interviewers.iter().enumerate() {
        if options
            .only
            .as_ref()
            .is_some_and(|only| !only.contains(&place))
        {
            continue;
        }
        let channels = facts::channels(interviewer.send, options.channel);
        let both = channels.len() > 1;
        for channel in channels {
            let (letter, over) = run.letter(place, channel, both)?;
            remarks.extend(over.map(|text| Remark { place, text }));
            letters.push(letter);
        }
        remarks.extend(remark(notes, place, options.channel));
    }
    let mut told = run.told;
    told.retain(|told| is_told(told, &letters));
    Ok(Composed {
        letters,
        told,
        remarks,
    })
}

/// Whether no letter to the person leaves the qualification out.
fn is_told(told: &Told, letters: &[Letter]) -> bool {
    let path = Path::root()
        .key("missing_qualifications")
        .item(told.qualification);
    letters
        .iter()
        .filter(|letter| letter.place == told.place)
        .all(|letter| letter.left_out.iter().all(|out| out.path != path))
}

/// What to know about the way a letter to one person travels.
fn remark(notes: &Notes, place: usize, instead: Option<Channel>) -> Option<Remark> {
    let interviewer = &notes.interviewers[place];
    let text = match (interviewer.send, instead) {
        (Some(Send::Letter), None) => {
            "a letter on paper cannot be made yet: this one is an email".to_owned()
        }
        (Some(Send::ViaRecruiter), None | Some(Channel::Email)) => match &notes.recruiter {
            Some(recruiter) => format!(
                "to be passed on by the recruiter, {}",
                fold(&recruiter.name)
            ),
            None => "to be passed on by the recruiter".to_owned(),
        },
        _ => return None,
    };
    Some(Remark { place, text })
}

/// What every letter of a run shares.
struct Run<'a> {
    notes: &'a Notes,
    theme: &'a Theme,
    room: &'a dyn Room,
    options: &'a ComposeOptions,
    deal: Deal,
    told: Vec<Told>,
}

impl Run<'_> {
    /// A letter, and what to say where it is over its ceiling all the same.
    fn letter(
        &self,
        place: usize,
        channel: Channel,
        both: bool,
    ) -> Result<(Letter, Option<String>), Report> {
        let notes = self.notes;
        let interviewer = &notes.interviewers[place];
        let meeting = Meeting::of(interviewer, &notes.interview);
        let greeting = match &interviewer.greeting {
            Some(greeting) => after_dear(&fold(greeting)),
            None => Name::read(&fold(&interviewer.name)).greeting(notes.style.first_names),
        };
        let person = Person {
            notes,
            place,
            meeting,
            greeting,
            today: self.options.date.unwrap_or(meeting.date),
        };
        let mut limits = self.theme.limits(self.options.kind.name(), channel.name());
        if channel == Channel::Email
            && let Some(words) = notes.style.max_words
        {
            limits.words = usize::try_from(words).ok();
        }
        let mut facts = facts::of(notes, place, &self.told, channel, both, limits);
        let (filled, text) = loop {
            let filled = self.fill(&person, channel, &facts)?;
            let text = self.text(&person, channel, &filled);
            if !self.shorten(&text, &filled, &mut facts, limits) {
                break (filled, text);
            }
        };
        let left_out = facts::left_out(&facts, |fact| is_said(fact, &filled));
        let over = limits
            .words
            .filter(|most| text.words() > *most)
            .map(|most| {
                let words = text.words();
                format!(
                    "the {channel} is {words} words, over the ceiling of {most}: \
                     your own sentences are never cut"
                )
            });
        let letter = Letter {
            place,
            kind: self.options.kind,
            channel,
            unsure: interviewer.unsure,
            subject: filled.subject,
            salutation: filled.salutation,
            paragraphs: filled.paragraphs,
            sign_off: filled.sign_off,
            left_out,
            text,
        };
        Ok((letter, over))
    }

    fn fill(
        &self,
        person: &Person<'_>,
        channel: Channel,
        facts: &[Fact<'_>],
    ) -> Result<Filled, Report> {
        let mut variables = context::variables(person, channel, facts);
        let kind = self.options.kind.name();
        let skeleton = self
            .theme
            .skeleton(kind, channel.name(), &variables.context)?;
        let mut filler = Filler::new(self.theme, &self.deal, person, &mut variables);
        let filled = filler.letter(&skeleton, channel == Channel::Email)?;
        if filled.salutation.markdown.is_empty() || filled.sign_off.markdown.is_empty() {
            return Err(self.theme.no_letter(kind, channel.name()));
        }
        Ok(filled)
    }

    /// Leaves out what is worth least where a letter is over its limits; gives whether it did.
    fn shorten(
        &self,
        text: &LetterText,
        filled: &Filled,
        facts: &mut [Fact<'_>],
        limits: Limits,
    ) -> bool {
        let words = limits
            .words
            .map_or(0, |most| text.words().saturating_sub(most));
        let over = match text.channel {
            Channel::Card => words.max(self.room.words_over(text)),
            Channel::Email => words,
        };
        if over > 0 {
            let parts: Vec<Said<'_>> = filled
                .paragraphs
                .iter()
                .flatten()
                .map(|part| Said {
                    paths: &part.paths,
                    // Near enough, and many times as fast as reading the Markdown.
                    words: part.markdown.split_whitespace().count(),
                })
                .collect();
            return ceiling::leave_out(facts, over, &parts);
        }
        let most = limits.paragraphs.unwrap_or(usize::MAX);
        filled.paragraphs.len() > most && {
            let paragraphs: Vec<Vec<&Path>> = filled
                .paragraphs
                .iter()
                .map(|parts| parts.iter().flat_map(|part| &part.paths).collect())
                .collect();
            ceiling::leave_paragraph_out(facts, &paragraphs)
        }
    }

    fn text(&self, person: &Person<'_>, channel: Channel, filled: &Filled) -> LetterText {
        let notes = self.notes;
        let interviewer = &notes.interviewers[person.place];
        let name = fold(&interviewer.name);
        let to = match (&interviewer.email, channel) {
            (Some(email), Channel::Email) => format!("{name} <{}>", fold(email)),
            _ => name,
        };
        let date = (channel == Channel::Card).then(|| notes.language.month_and_day(person.today));
        let mut body = filled.salutation.markdown.clone();
        for paragraph in &filled.paragraphs {
            body.push_str("\n\n");
            body.push_str(&markdown(paragraph));
        }
        body.push_str("\n\n");
        if !filled.sign_off.markdown.is_empty() {
            body.push_str(&filled.sign_off.markdown);
            body.push_str("\\\n");
        }
        body.push_str(&prose::escape(&fold(&notes.from.name)));
        LetterText {
            to,
            subject: filled.subject.as_ref().map(|part| plain(&part.markdown)),
            date,
            channel,
            body,
        }
    }
}

/// A greeting as it stands between "Dear" and its comma, which some people type with it.
fn after_dear(greeting: &str) -> String {
    let text = greeting.trim().trim_end_matches([',', ':']).trim_end();
    let rest = match text.split_once(' ') {
        Some((dear, rest)) if dear.eq_ignore_ascii_case("dear") => rest.trim_start(),
        _ => text,
    };
    if rest.is_empty() { greeting } else { rest }.to_owned()
}

/// A paragraph from its parts.
fn markdown(parts: &[Part]) -> String {
    parts
        .iter()
        .fold(String::new(), |text, part| join(&text, &part.markdown))
}

/// A subject is plain text: its Markdown is undone.
fn plain(markdown: &str) -> String {
    prose::plain(&prose::parse(markdown), None)
        .trim()
        .to_owned()
}

/// Whether a letter says a fact.
fn is_said(fact: &Fact<'_>, filled: &Filled) -> bool {
    let ends = filled.subject.iter().chain([&filled.sign_off]);
    filled
        .paragraphs
        .iter()
        .flatten()
        .chain(ends)
        .flat_map(|part| &part.paths)
        .any(|path| fact.holds(path))
}
