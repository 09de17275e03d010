use clap::{Command, CommandFactory};
use clap_complete::Shell;

use super::args::Arguments;

/// The names of the commands that have a page of their own.
pub const COMMANDS: [&str; 19] = [
    "write",
    "print",
    "reword",
    "open",
    "contacts",
    "check",
    "plan",
    "sent",
    "rules",
    "explain",
    "init",
    "themes",
    "themes-list",
    "themes-show",
    "themes-variables",
    "themes-eject",
    "schema",
    "completions",
    "man",
];

/// The script that completes the command line in a shell.
pub fn completions(shell: Shell) -> String {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Arguments::command(), "regards", &mut script);
    String::from_utf8_lossy(&script).into_owned()
}

/// The manual page of the program, or of one of its commands, as roff.
pub fn manual(command: Option<&str>) -> String {
    let mut all = Arguments::command();
    all.build();
    let found = command.and_then(|name| named(&all, name)).cloned();
    let page = match (found, command) {
        (Some(found), Some(name)) => found.display_name(format!("regards-{name}")),
        _ => all,
    };
    let mut roff = Vec::new();
    // Writing to memory cannot fail.
    let _ = clap_mangen::Man::new(page).render(&mut roff);
    String::from_utf8_lossy(&roff).into_owned()
}

/// The command of a name such as `themes-show`: one inside another.
fn named<'a>(all: &'a Command, name: &str) -> Option<&'a Command> {
    match (all.find_subcommand(name), name.split_once('-')) {
        (None, Some((outer, inner))) => named(all.find_subcommand(outer)?, inner),
        (found, _) => found,
    }
}
