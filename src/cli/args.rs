use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use jiff::civil::Date;

use super::contacts::ContactsArgs;
use super::open::OpenArgs;
use super::pages::COMMANDS;
use super::paper_args::PaperArgs;
use super::themes::ThemesArgs;
use crate::followup::What;
use crate::notes::{Channel, Kind};

/// What `--help` and the manual page end with.
const AFTER_HELP: &str = "\
Start with:
  regards init                   writes interview.yaml, to fill in
  regards write interview.yaml   writes the letters
  regards plan interview.yaml    says what to send when

Exit codes:
  0  done
  1  a letter was held back, or check --strict found a warning
  2  something in the input is wrong; nothing was written
  3  a file could not be written, or is yours and was left as it is";

/// The command line as typed.
#[derive(Debug, Parser)]
#[command(
    name = "regards",
    version,
    about = "A separate, personal thank-you for every interviewer, from one YAML file of notes",
    after_help = AFTER_HELP,
    disable_help_subcommand = true,
    max_term_width = 100
)]
pub struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,

    /// Flags of every command.
    #[command(flatten)]
    pub global: Global,
}

/// Flags of every command.
#[derive(Debug, Clone, Args)]
pub struct Global {
    /// Colour messages
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub color: When,

    /// Say nothing but what went wrong
    #[arg(long, short, global = true)]
    pub quiet: bool,

    /// The date that stands for today
    #[arg(long, global = true, value_name = "YYYY-MM-DD", value_parser = date)]
    pub date: Option<Date>,
}

/// Whether messages are coloured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum When {
    /// Where they go to a terminal and `NO_COLOR` is not set
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Write one note for every interviewer
    Write(Box<WriteArgs>),
    /// Print cards, letters and envelopes, one job for each stack of paper
    Print(Box<PrintArgs>),
    /// See other wordings of a part of a letter, and pick one
    Reword(Box<RewordArgs>),
    /// Open an email in the mail program, to be looked over and sent
    Open(Box<OpenArgs>),
    /// Take people from business cards (vCards) into the notes
    Contacts(ContactsArgs),
    /// Proofread notes files and the letters that come from them
    Check(Box<CheckArgs>),
    /// Show what to send when: what is due, what comes next, what is done
    Plan(PlanArgs),
    /// Record that something went out
    Sent(SentArgs),
    /// List the rules of the proofreader
    Rules,
    /// Say what a rule does, why it matters and what to write instead
    Explain {
        /// The rule, as a message shows it in brackets
        rule: String,
    },
    /// Make a commented notes file to fill in; never overwrites one
    Init(InitArgs),
    /// Name the themes, show what one holds, write its files out to change them
    Themes(ThemesArgs),
    /// Print the JSON Schema of the notes file
    Schema,
    /// Print a completion script for a shell
    Completions {
        /// The shell
        shell: Shell,
    },
    /// Print the manual page, or that of a command
    Man {
        /// The command
        #[arg(value_parser = PossibleValuesParser::new(COMMANDS))]
        command: Option<String>,
    },
}

/// What `write` takes.
#[derive(Debug, Clone, Default, Args)]
pub struct WriteArgs {
    /// Notes files, folders of them, or - for standard input
    #[arg(required = true, value_name = "NOTES")]
    pub notes: Vec<PathBuf>,

    /// Only the letter to this person; any part of the name that fits one alone. Repeatable
    #[arg(long, value_name = "NAME")]
    pub to: Vec<String>,

    /// The kind of letter; left out: what the notes call for
    #[arg(long, value_name = "KIND", value_parser = kind())]
    pub kind: Option<Kind>,

    /// Send every letter this way, whatever the notes say
    #[arg(long = "as", value_name = "email|card|letter|phone|page", value_parser = channel())]
    pub channel: Option<Channel>,

    /// One email that thanks the whole panel through whoever arranged the day
    #[arg(long, conflicts_with = "kind")]
    pub coordinator: bool,

    /// A built-in theme by name, or a folder with one of your own
    #[arg(long, value_name = "NAME|DIR")]
    pub theme: Option<String>,

    /// Put the letters into DIR/<notes file>/ instead of beside the notes
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,

    /// Print the letters instead of writing files
    #[arg(long, conflicts_with_all = ["out", "force", "dry_run", "json"])]
    pub stdout: bool,

    /// Write letters as they are, without proofreading them
    #[arg(long)]
    pub no_proof: bool,

    /// Say what would be written, and write nothing
    #[arg(long)]
    pub dry_run: bool,

    /// Overwrite files that you have changed
    #[arg(long)]
    pub force: bool,

    /// Compose this person's letter anew and throw away your changes to it. Repeatable
    #[arg(long, value_name = "NAME")]
    pub recompose: Vec<String>,

    /// Show for each sentence its phrase and where the notes say it
    #[arg(long)]
    pub explain: bool,

    /// Print what was written as JSON, one object a line
    #[arg(long)]
    pub json: bool,

    /// Wrap the text of emails at N columns
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(20..=998))]
    pub wrap: Option<u16>,

    /// The card itself.
    #[command(flatten)]
    pub card: CardArgs,

    /// The paper that it stands on.
    #[command(flatten)]
    pub paper: PaperArgs,
}

/// What a card looks like; each flag wins over `card:` in the notes.
#[derive(Debug, Clone, Default, Args)]
#[command(next_help_heading = "Cards")]
pub struct CardArgs {
    /// a2 (4.25 × 5.5 in), a6 (105 × 148 mm), a7 (5 × 7 in), 4bar (3.5 × 4.875 in), postcard-us
    /// (6 × 4 in), postcard-eu (148 × 105 mm), or width and height: 5x7in, 110x160mm
    #[arg(long, value_name = "SIZE")]
    pub size: Option<String>,

    /// The handwriting: caveat, la-belle-aurore, playpen or eb-garamond
    #[arg(long, value_name = "HAND")]
    pub hand: Option<String>,

    /// A handwriting of your own: a TrueType or OpenType font
    #[arg(long, value_name = "FILE", conflicts_with = "hand")]
    pub font: Option<PathBuf>,

    /// plain, ruled, border or monogram
    #[arg(long, value_name = "DESIGN")]
    pub design: Option<String>,

    /// How far from ruler-straight, 0 to 3; left out: 1 for a hand, 0 for a book face
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u8).range(0..=3))]
    pub natural: Option<u8>,

    /// blue-black, blue, black, sepia or #rrggbb
    #[arg(long, value_name = "INK")]
    pub ink: Option<String>,
}

/// What `print` takes.
#[derive(Debug, Clone, Args)]
pub struct PrintArgs {
    /// Notes files, folders of them, or - for standard input
    #[arg(required = true, value_name = "NOTES")]
    pub notes: Vec<PathBuf>,

    /// Only what goes to this person; any part of the name that fits one alone. Repeatable
    #[arg(long, value_name = "NAME")]
    pub to: Vec<String>,

    /// The printer; left out: the default one
    #[arg(long, value_name = "NAME")]
    pub printer: Option<String>,

    /// Print without asking
    #[arg(long, short)]
    pub yes: bool,

    /// Say what would be printed and how, and print nothing
    #[arg(long)]
    pub dry_run: bool,

    /// The kind of letter; left out: what the notes call for
    #[arg(long, value_name = "KIND", value_parser = kind())]
    pub kind: Option<Kind>,

    /// Print every letter as this, whatever the notes say
    #[arg(long = "as", value_name = "card|letter", value_parser = channel())]
    pub channel: Option<Channel>,

    /// A built-in theme by name, or a folder with one of your own
    #[arg(long, value_name = "NAME|DIR")]
    pub theme: Option<String>,

    /// Where the letters are: DIR/<notes file>/ instead of beside the notes
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,

    /// The card itself.
    #[command(flatten)]
    pub card: CardArgs,

    /// The paper that it stands on.
    #[command(flatten)]
    pub paper: PaperArgs,
}

impl PrintArgs {
    /// The arguments of the `write` that makes what is printed.
    pub fn as_write(&self) -> WriteArgs {
        WriteArgs {
            notes: self.notes.clone(),
            to: self.to.clone(),
            kind: self.kind,
            channel: self.channel,
            theme: self.theme.clone(),
            out: self.out.clone(),
            card: self.card.clone(),
            paper: self.paper.clone(),
            ..WriteArgs::default()
        }
    }
}

/// What `reword` takes.
#[derive(Debug, Clone, Args)]
pub struct RewordArgs {
    /// A notes file, or - for standard input
    #[arg(value_name = "NOTES")]
    pub notes: PathBuf,

    /// Whose letter; any part of the name that fits one alone
    #[arg(long, value_name = "NAME", required = true)]
    pub to: String,

    /// Show other wordings of this part: its name or its number; left out: show all parts
    #[arg(long, value_name = "PART")]
    pub part: Option<String>,

    /// Take the wording of this number, without asking
    #[arg(long, value_name = "N", requires = "part", conflicts_with = "reset")]
    pub pick: Option<usize>,

    /// Take back what was picked: for the part, or for all parts without --part
    #[arg(long)]
    pub reset: bool,

    /// The kind of letter; left out: what the notes call for
    #[arg(long, value_name = "KIND", value_parser = kind())]
    pub kind: Option<Kind>,

    /// Which letter, where the person gets an email and a card
    #[arg(long = "as", value_name = "email|card|letter|phone|page", value_parser = channel())]
    pub channel: Option<Channel>,

    /// A built-in theme by name, or a folder with one of your own
    #[arg(long, value_name = "NAME|DIR")]
    pub theme: Option<String>,

    /// Where the letters are: DIR/<notes file>/ instead of beside the notes
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,

    /// Wrap the text of emails at N columns
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(20..=998))]
    pub wrap: Option<u16>,

    /// The card itself.
    #[command(flatten)]
    pub card: CardArgs,
}

impl RewordArgs {
    /// The arguments of the `write` that makes the letter.
    pub fn as_write(&self) -> WriteArgs {
        WriteArgs {
            notes: vec![self.notes.clone()],
            to: vec![self.to.clone()],
            kind: self.kind,
            channel: self.channel,
            theme: self.theme.clone(),
            out: self.out.clone(),
            wrap: self.wrap,
            card: self.card.clone(),
            ..WriteArgs::default()
        }
    }
}

/// What `check` takes.
#[derive(Debug, Clone, Args)]
pub struct CheckArgs {
    /// Notes files, folders of them, or - for standard input
    #[arg(required_unless_present = "letter", value_name = "NOTES")]
    pub notes: Vec<PathBuf>,

    /// Proofread this file instead, or - for standard input: any letter, with or without its notes
    #[arg(long, value_name = "FILE")]
    pub letter: Option<PathBuf>,

    /// Only the letter to this person; any part of the name that fits one alone. Repeatable
    #[arg(long, value_name = "NAME")]
    pub to: Vec<String>,

    /// The kind of letter; left out: what the notes call for, or as the file is called
    #[arg(long, value_name = "KIND", value_parser = kind())]
    pub kind: Option<Kind>,

    /// Only this rule. Repeatable, or several parted by commas
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    pub only: Vec<String>,

    /// A word that is spelt as it is meant. Repeatable, or several parted by commas
    #[arg(long, value_name = "WORD", value_delimiter = ',')]
    pub words: Vec<String>,

    /// Mend what is certain, in letters that you have edited
    #[arg(long)]
    pub fix: bool,

    /// Show what --fix would change; with --fix, what it changes
    #[arg(long)]
    pub diff: bool,

    /// Compare names and addresses with those of business cards (.vcf). Repeatable
    #[arg(long, value_name = "FILE", conflicts_with = "letter")]
    pub contacts: Vec<PathBuf>,

    /// Leave grammar out, which takes longest
    #[arg(long)]
    pub fast: bool,

    /// Fail on warnings too
    #[arg(long)]
    pub strict: bool,

    /// How findings are shown
    #[arg(long, value_name = "FORMAT", default_value = "full")]
    pub format: Format,

    /// A built-in theme by name, or a folder with one of your own
    #[arg(long, value_name = "NAME|DIR")]
    pub theme: Option<String>,

    /// Where the letters are: DIR/<notes file>/ instead of beside the notes
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
}

impl CheckArgs {
    /// Whether every letter of a notes file is to be read, of whatever kind.
    pub fn is_whole(&self) -> bool {
        self.kind.is_none() && self.to.is_empty()
    }

    /// The arguments of the `write` that makes the letters.
    pub fn as_write(&self) -> WriteArgs {
        WriteArgs {
            notes: self.notes.clone(),
            to: self.to.clone(),
            kind: self.kind,
            theme: self.theme.clone(),
            out: self.out.clone(),
            ..WriteArgs::default()
        }
    }
}

/// What `plan` takes.
#[derive(Debug, Clone, Args)]
pub struct PlanArgs {
    /// Notes files, folders of them, or - for standard input
    #[arg(required = true, value_name = "NOTES")]
    pub notes: Vec<PathBuf>,

    /// Write a calendar of what is still to be done, with a reminder for each
    #[arg(long, value_name = "FILE")]
    pub ics: Option<PathBuf>,

    /// Print the plan as JSON, one object a line
    #[arg(long)]
    pub json: bool,
}

/// What `sent` takes.
#[derive(Debug, Clone, Args)]
pub struct SentArgs {
    /// The notes file; what went out is recorded beside it, in <notes file>.sent.jsonl
    #[arg(value_name = "NOTES")]
    pub notes: PathBuf,

    /// To whom it went; any part of the name that fits one alone. Repeatable
    #[arg(long, value_name = "NAME", required = true)]
    pub to: Vec<String>,

    /// What it was: a kind of letter, or promised; left out: what the plan has next for them
    #[arg(long, value_name = "KIND", value_parser = what())]
    pub kind: Option<What>,

    /// How it went; left out: as the plan has it
    #[arg(long = "as", value_name = "email|card|phone", value_parser = channel())]
    pub channel: Option<Channel>,

    /// The day it went out; left out: today
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date)]
    pub on: Option<Date>,

    /// Take the last such record back
    #[arg(long)]
    pub undo: bool,
}

/// How findings are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// With the line and a caret
    Full,
    /// One line each
    Concise,
    /// One JSON object each, and one with the counts last
    Json,
}

/// What `init` takes.
#[derive(Debug, Clone, Args)]
pub struct InitArgs {
    /// The file to make
    #[arg(default_value = "interview.yaml")]
    pub file: PathBuf,
}

fn date(typed: &str) -> Result<Date, &'static str> {
    typed
        .parse()
        .map_err(|_| "type year, month and day with two digits each, such as 2026-02-03")
}

pub(super) fn kind() -> impl TypedValueParser<Value = Kind> {
    // A covering email comes with the notes that it carries.
    let kinds = Kind::ALL.into_iter().filter(|kind| *kind != Kind::Covering);
    PossibleValuesParser::new(kinds.map(Kind::name)).try_map(|name| {
        Kind::ALL
            .into_iter()
            .find(|kind| kind.name() == name)
            .ok_or("there is no such kind")
    })
}

fn what() -> impl TypedValueParser<Value = What> {
    PossibleValuesParser::new(What::all().map(What::name)).try_map(|name| {
        What::all()
            .find(|what| what.name() == name)
            .ok_or("there is no such kind")
    })
}

fn channel() -> impl TypedValueParser<Value = Channel> {
    PossibleValuesParser::new(Channel::ALL.map(Channel::name)).try_map(|name| {
        let mut all = Channel::ALL.into_iter();
        all.find(|channel| channel.name() == name)
            .ok_or("there is no such channel")
    })
}
