//! `regards themes`: the built-in themes, what a theme holds, and the files to make one's own from.

mod eject;
mod list;
mod show;

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::code;
use super::terminal::Terminal;
use crate::theme::reference;

/// What `themes` takes.
#[derive(Debug, Clone, Args)]
pub struct ThemesArgs {
    /// What to do; left out: list
    #[command(subcommand)]
    pub command: Option<ThemesCommand>,
}

/// The commands of `themes`.
#[derive(Debug, Clone, Subcommand)]
pub enum ThemesCommand {
    /// Name the built-in themes and say how each sounds
    List,
    /// Show what a theme holds and where each part of it comes from; says what is wrong with it
    Show(ShowArgs),
    /// Print the page about what templates and phrases can say, as Markdown
    Variables,
    /// Write the files of a built-in theme into a new folder, to change them
    Eject(EjectArgs),
}

/// What `themes show` takes.
#[derive(Debug, Clone, Args)]
pub struct ShowArgs {
    /// A built-in theme by name, or a folder with one of your own
    #[arg(value_name = "NAME|DIR")]
    pub theme: String,

    /// Only the phrases of this pool, each with its name
    #[arg(long, value_name = "POOL")]
    pub pool: Option<String>,
}

/// What `themes eject` takes.
#[derive(Debug, Clone, Args)]
pub struct EjectArgs {
    /// The built-in theme
    #[arg(value_name = "NAME")]
    pub theme: String,

    /// The folder to make; it must be new or empty
    #[arg(value_name = "DIR")]
    pub folder: PathBuf,

    /// Only this file, such as en/phrases/letter.yaml (and theme.yaml, where the rest would come
    /// from another theme without it). Repeatable
    #[arg(long, value_name = "FILE")]
    pub only: Vec<String>,
}

/// Runs one of the commands; gives its exit code.
pub fn run(arguments: &ThemesArgs, terminal: &mut Terminal<'_>) -> u8 {
    match &arguments.command {
        None | Some(ThemesCommand::List) => list::run(terminal),
        Some(ThemesCommand::Show(show)) => show::run(show, terminal),
        Some(ThemesCommand::Variables) => {
            terminal.result(&reference());
            code::DONE
        }
        Some(ThemesCommand::Eject(eject)) => eject::run(eject, terminal),
    }
}
