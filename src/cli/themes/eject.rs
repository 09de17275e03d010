use std::path::Path;

use super::super::check::counted;
use super::super::code;
use super::super::init::quoted;
use super::super::terminal::Terminal;
use super::EjectArgs;
use crate::language::Language;
use crate::output::{NewFolderError, new_folder, shown};
use crate::theme::{BUILT_IN, eject};

/// Writes the files of a built-in theme into a new folder, and says what to do with them.
pub fn run(arguments: &EjectArgs, terminal: &mut Terminal<'_>) -> u8 {
    let folder = &arguments.folder;
    let name = shown(folder);
    if name == "-" {
        terminal.complain("error: `eject` makes a folder");
        terminal.complain("help: name one, such as `regards themes eject warm my-theme`");
        return code::BAD_INPUT;
    }
    let language = Language::default().primary();
    let mine = called(folder);
    let files = match eject(&arguments.theme, &mine, language, &arguments.only) {
        Ok(files) => files,
        Err(error) => {
            terminal.complain(&format!("error: {error}"));
            terminal.complain(&format!("help: {}", error.help()));
            if Path::new(&arguments.theme).is_dir() {
                terminal.complain("help: a theme of your own is a folder: copy it");
            }
            return code::BAD_INPUT;
        }
    };
    match new_folder(folder, &files) {
        Ok(()) => {}
        Err(error) => {
            terminal.complain(&format!("error: {error}"));
            terminal.complain(&format!("help: {}", error.help()));
            return match error {
                NewFolderError::Taken { .. } => code::BAD_INPUT,
                NewFolderError::Failed { .. } => code::NOT_WRITTEN,
            };
        }
    }
    let typed = quoted(&as_folder(&name));
    terminal.say(&format!(
        "Wrote {} of the theme `{}` to {}/.",
        counted(files.len(), "file"),
        arguments.theme,
        name.trim_end_matches('/')
    ));
    let readme = match files.contains_key("README.md") {
        true => " (README.md says how)",
        false => "",
    };
    terminal.say(&format!(
        "Change what you like{readme} and delete the rest, which then comes from `{}`. Then:",
        arguments.theme
    ));
    terminal.say(&format!("  regards themes show {typed}"));
    terminal.say(&format!(
        "  regards write interview.yaml --theme {typed} --stdout"
    ));
    code::DONE
}

/// What a theme in a folder is called: the folder's name, as it is in full.
fn called(folder: &Path) -> String {
    let absolute = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
    let name = absolute.file_name().unwrap_or_default().to_string_lossy();
    let name: String = name.chars().filter(|c| !c.is_control()).collect();
    if name.trim().is_empty() {
        "mine".to_owned()
    } else {
        name.trim().to_owned()
    }
}

/// A folder as `--theme` takes it: by its mere name, one called `warm` would be the built-in theme.
fn as_folder(name: &str) -> String {
    if BUILT_IN.contains(&name) {
        format!("./{name}")
    } else {
        name.to_owned()
    }
}
