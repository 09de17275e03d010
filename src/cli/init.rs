use std::fs;
use std::io;
use std::path::Path;

use super::args::InitArgs;
use super::code;
use super::terminal::Terminal;
use crate::notes;
use crate::output::{create, shown};

/// Makes a commented notes file and names the commands that come next; never overwrites a file.
pub fn run(arguments: &InitArgs, terminal: &mut Terminal<'_>) -> u8 {
    let file = &arguments.file;
    let name = shown(file);
    if name == "-" {
        terminal.complain("error: `init` makes a file");
        terminal.complain("help: name one, such as `regards init interview.yaml`");
        return code::BAD_INPUT;
    }
    match write(file) {
        Ok(()) => {
            terminal.say(&format!("Wrote {name}. Fill it in, then:"));
            terminal.say(&format!("  regards check {}", quoted(&name)));
            terminal.say(&format!("  regards write {}", quoted(&name)));
            code::DONE
        }
        Err(cause) if cause.kind() == io::ErrorKind::AlreadyExists => {
            terminal.complain(&format!(
                "error: `{name}` is there already, and was left as it is"
            ));
            terminal.complain("help: name another file, such as `regards init second-round.yaml`");
            code::NOT_WRITTEN
        }
        Err(cause) => {
            terminal.complain(&format!("error: `{name}` cannot be written: {cause}"));
            terminal.complain("help: name a file in a folder that you may write to");
            code::NOT_WRITTEN
        }
    }
}

fn write(file: &Path) -> io::Result<()> {
    if let Some(folder) = file
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
    {
        fs::create_dir_all(folder)?;
    }
    create(file, notes::INIT.as_bytes())
}

/// A file name as it is typed at a shell.
pub(super) fn quoted(name: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "/._-~".contains(c);
    let name = if name.starts_with('-') {
        format!("./{name}")
    } else {
        name.to_owned()
    };
    if name.chars().all(plain) {
        name
    } else {
        format!("'{}'", name.replace('\'', "'\\''"))
    }
}
