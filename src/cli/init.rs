use std::fs;
use std::io;

use super::args::InitArgs;
use super::code;
use super::terminal::Terminal;
use crate::notes;
use crate::output::{replace, shown};

/// Makes a commented notes file and names the commands that come next; never overwrites a file.
pub fn run(arguments: &InitArgs, terminal: &mut Terminal<'_>) -> u8 {
    let file = &arguments.file;
    let name = shown(file);
    if fs::symlink_metadata(file).is_ok() {
        terminal.complain(&format!(
            "error: `{name}` is there already, and was left as it is"
        ));
        terminal.complain("help: name another file, such as `regards init second-round.yaml`");
        return code::NOT_WRITTEN;
    }
    match write(file) {
        Ok(()) => {
            terminal.say(&format!("Wrote {name}. Fill it in, then:"));
            terminal.say(&format!("  regards check {}", quoted(&name)));
            terminal.say(&format!("  regards write {}", quoted(&name)));
            code::DONE
        }
        Err(cause) => {
            terminal.complain(&format!("error: `{name}` cannot be written: {cause}"));
            terminal.complain("help: name a file in a folder that you may write to");
            code::NOT_WRITTEN
        }
    }
}

fn write(file: &std::path::Path) -> io::Result<()> {
    if let Some(folder) = file
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
    {
        fs::create_dir_all(folder)?;
    }
    replace(file, notes::INIT.as_bytes())
}

/// A file name as it is typed at a shell.
fn quoted(name: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "/._-~".contains(c);
    if !name.starts_with('-') && name.chars().all(plain) {
        name.to_owned()
    } else {
        format!("'{}'", name.replace('\'', "'\\''"))
    }
}
