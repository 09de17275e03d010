use std::fs::File;
use std::io::{self, Read};
use std::path::PathBuf;
use std::sync::Arc;

use jiff::civil::Date;
use thiserror::Error;

use super::super::args::{CardArgs, Global, WriteArgs};
use super::super::terminal::Terminal;
use super::super::theme;
use super::paper::Paper;
use crate::card::{
    CardError, CardOptions, Design, FontError, Fonts, Initials, Ink, Lettering, Natural, Size,
};
use crate::diagnostic::{Diagnostic, Path, Place, Report, Source};
use crate::language::either;
use crate::letter::Name;
use crate::notes::{Channel, Kind, Loaded};
use crate::output::shown;
use crate::stationery::StationeryError;
use crate::theme::{Info, Theme};

/// What a run of `write` is to do: the arguments, checked, with everything that is loaded once.
pub struct Job {
    /// The kind of letter; what the notes call for where it is left out.
    pub kind: Option<Kind>,
    /// One channel for every letter.
    pub channel: Option<Channel>,
    /// Stands for today.
    pub date: Option<Date>,
    /// Whom to write to; everybody where it is empty.
    pub to: Vec<String>,
    /// Whose edits to throw away.
    pub recompose: Vec<String>,
    /// The folder for all letters.
    pub out: Option<PathBuf>,
    /// Whether to overwrite what is the user's.
    pub force: bool,
    /// Whether the letters are read before they are written.
    pub proof: bool,
    /// Whether nothing is to be written.
    pub dry_run: bool,
    /// Whether PDFs are made of the letters that are printed, or these only have to fit.
    pub renders: bool,
    /// The columns at which the text of an email is wrapped.
    pub wrap: Option<usize>,
    /// The faces that cards are set in.
    pub fonts: Fonts,
    /// The theme of every notes file, over its own choice.
    pub theme: Option<String>,
    /// What the cards stand on.
    pub paper: Paper,
    card: CardArgs,
}

/// A flag whose value does not exist.
#[derive(Debug, Error)]
pub enum FlagError {
    /// One of the flags about the card.
    #[error(transparent)]
    Card(#[from] CardError),
    /// `--font` with a file that cannot be used.
    #[error("`{file}` cannot be used as a font: {problem}", file = .0, problem = .1)]
    Font(String, FontError),
    /// `--font` with a file that cannot be read.
    #[error("the font `{0}` cannot be read: {1}")]
    NoFile(String, io::Error),
    /// One of the flags about the paper.
    #[error(transparent)]
    Paper(#[from] StationeryError),
    /// `--theme`.
    #[error("there is no theme and no folder `{0}`")]
    Theme(String),
    /// `--as` with a kind that does not travel so.
    #[error("a {kind} cannot travel by {channel}", kind = .0, channel = .1)]
    Channel(Kind, Channel),
}

impl FlagError {
    /// Says what is wrong, and what to type instead.
    pub fn show(&self, terminal: &mut Terminal<'_>) {
        terminal.complain(&format!("error: {self}"));
        if let Some(help) = self.help() {
            terminal.complain(&format!("help: {help}"));
        }
    }

    /// What to type instead.
    pub fn help(&self) -> Option<String> {
        match self {
            Self::Card(error) => error.help(),
            Self::Font(_, problem) => Some(problem.help().to_owned()),
            Self::NoFile(..) => Some("name a .ttf or .otf file".to_owned()),
            Self::Paper(error) => error.help(),
            Self::Theme(_) => Some(theme::HELP.to_owned()),
            Self::Channel(kind, _) => {
                let names: Vec<&str> = kind.channels().iter().map(|each| each.name()).collect();
                Some(format!("it can go as {}", either(&names)))
            }
        }
    }
}

impl Job {
    /// Checks the arguments that can be judged without a notes file.
    ///
    /// # Errors
    /// The first flag whose value does not exist.
    pub fn new(arguments: &WriteArgs, global: &Global) -> Result<Self, FlagError> {
        let card = arguments.card.clone();
        card.size.as_deref().map(Size::parse).transpose()?;
        card.hand.as_deref().map(Lettering::parse).transpose()?;
        card.ink.as_deref().map(Ink::parse).transpose()?;
        card.design.as_deref().map(Design::parse).transpose()?;
        if let Some(name) = arguments
            .theme
            .as_deref()
            .filter(|name| !theme::exists(name))
        {
            return Err(FlagError::Theme(name.to_owned()));
        }
        let kind = match arguments.coordinator {
            true => Some(Kind::Coordinator),
            false => arguments.kind,
        };
        if let (Some(kind), Some(channel)) = (kind, arguments.channel)
            && !kind.channels().contains(&channel)
        {
            return Err(FlagError::Channel(kind, channel));
        }
        Ok(Self {
            kind,
            channel: arguments.channel,
            date: global.date,
            to: match arguments.to.as_slice() {
                [] => Vec::new(),
                // A letter that is to be composed anew is asked for as well.
                to => [to, &arguments.recompose].concat(),
            },
            recompose: arguments.recompose.clone(),
            out: arguments.out.clone(),
            force: arguments.force,
            proof: !arguments.no_proof,
            dry_run: arguments.dry_run || arguments.stdout,
            renders: true,
            wrap: arguments.wrap.map(usize::from),
            fonts: fonts(card.font.as_deref())?,
            paper: Paper::new(&arguments.paper)?,
            card,
            theme: arguments.theme.clone(),
        })
    }

    /// What a card looks like: the flags, else `card:` in the notes, else in the theme, else what
    /// the language has.
    ///
    /// # Errors
    /// A report on the value in the notes or the theme that does not exist.
    pub fn card_options(&self, loaded: &Loaded, theme: &Theme) -> Result<CardOptions, Report> {
        let mut options = CardOptions::for_language(loaded.notes.language);
        let notes = &loaded.notes.card;
        let themed = Themed(theme.info());
        if let Some(size) = themed.choice("size", Size::parse)? {
            options.size = size;
        }
        if let Some(hand) = themed.choice("hand", Lettering::parse)? {
            options.lettering = hand;
        }
        if let Some(ink) = themed.choice("ink", Ink::parse)? {
            options.ink = ink;
        }
        if let Some(design) = themed.choice("design", Design::parse)? {
            options.design = design;
        }
        // A sheet with cells of its own decides, unless the flag says otherwise.
        let noted = if self.paper.card_size().is_some() {
            &None
        } else {
            &notes.size
        };
        if let Some(size) = self.paper.card_size() {
            options.size = size;
        }
        if let Some(size) = pick(&self.card.size, noted, "size", Size::parse, loaded)? {
            options.size = size;
        }
        if let Some(hand) = pick(
            &self.card.hand,
            &notes.hand,
            "hand",
            Lettering::parse,
            loaded,
        )? {
            options.lettering = hand;
        }
        let design = pick(
            &self.card.design,
            &notes.design,
            "design",
            Design::parse,
            loaded,
        )?;
        options.design = design.unwrap_or(options.design);
        let sender = Name::read(&loaded.notes.from.name).whole();
        options.initials = Some(Initials::of(&sender)).filter(|initials| !initials.is_empty());
        options.natural = self.card.natural.map(Natural::level);
        if self.card.font.is_some() {
            options.lettering = Lettering::Own;
        }
        if let Some(ink) = pick(&self.card.ink, &notes.ink, "ink", Ink::parse, loaded)? {
            options.ink = ink;
        }
        Ok(options)
    }
}

/// What a theme says about cards.
struct Themed<'a>(&'a Info);

impl Themed<'_> {
    fn choice<T>(
        &self,
        key: &str,
        parse: impl Fn(&str) -> Result<T, CardError>,
    ) -> Result<Option<T>, Report> {
        let Some(text) = self.0.card.get(key) else {
            return Ok(None);
        };
        parse(text).map(Some).map_err(|error| {
            let message = format!("`card: {key}` of the theme `{}`: {error}", self.0.name);
            let mut found = Diagnostic::error("card", Place::File, message);
            if let Some(help) = error.help() {
                found = found.help(help);
            }
            Report {
                source: Arc::new(Source::new("theme.yaml", "")),
                diagnostics: vec![found],
            }
        })
    }
}

/// The fonts that come with the program, and the one that the user brings.
fn fonts(own: Option<&std::path::Path>) -> Result<Fonts, FlagError> {
    let Some(path) = own else {
        return Ok(Fonts::built_in().clone());
    };
    let refused = |problem| FlagError::Font(shown(path), problem);
    let unread = |error| FlagError::NoFile(shown(path), error);
    let file = File::open(path).map_err(unread)?;
    // One byte more than is allowed tells a file without end from a font.
    let mut bytes = Vec::new();
    file.take(Fonts::MOST_BYTES as u64 + 1)
        .read_to_end(&mut bytes)
        .map_err(unread)?;
    Fonts::built_in().with_own(bytes).map_err(refused)
}

/// The flag's value, else the notes' value; a bad one in the notes is shown where it stands.
fn pick<T>(
    flag: &Option<String>,
    noted: &Option<String>,
    key: &str,
    parse: impl Fn(&str) -> Result<T, CardError>,
    loaded: &Loaded,
) -> Result<Option<T>, Report> {
    let Some(text) = flag.as_deref().or(noted.as_deref()) else {
        return Ok(None);
    };
    parse(text).map(Some).map_err(|error| {
        let place = Place::Value(Path::root().key("card").key(key));
        let mut found = Diagnostic::error("card", place, error.to_string());
        if let Some(help) = error.help() {
            found = found.help(help);
        }
        Report {
            source: loaded.source.clone(),
            diagnostics: vec![found],
        }
    })
}
