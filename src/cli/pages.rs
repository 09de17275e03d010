use clap::CommandFactory;
use clap_complete::Shell;

use super::args::Arguments;

/// The names of the commands that have a page of their own.
pub const COMMANDS: [&str; 6] = ["write", "check", "init", "schema", "completions", "man"];

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
    let found = command.and_then(|name| all.find_subcommand(name)).cloned();
    let page = match (found, command) {
        (Some(found), Some(name)) => found.display_name(format!("regards-{name}")),
        _ => all,
    };
    let mut roff = Vec::new();
    // Writing to memory cannot fail.
    let _ = clap_mangen::Man::new(page).render(&mut roff);
    String::from_utf8_lossy(&roff).into_owned()
}
