use std::path::Path;

use super::super::check::counted;
use super::super::code;
use super::super::terminal::Terminal;
use super::super::theme::{HELP, open};
use super::ShowArgs;
use crate::diagnostic::nearest;
use crate::language::Language;
use crate::theme::{LETTERS, Pool, Theme};

/// How far the words about a pool are indented.
const SAYS: usize = 6;

/// Shows what a theme holds and where it comes from, or the phrases of one pool.
pub fn run(arguments: &ShowArgs, terminal: &mut Terminal<'_>) -> u8 {
    let name = &arguments.theme;
    let folder = Language::default().primary();
    let theme = match open(name, Path::new(name), folder) {
        Some(Ok(theme)) => theme,
        Some(Err(problems)) => {
            problems.iter().for_each(|report| terminal.report(report));
            return code::BAD_INPUT;
        }
        None => {
            terminal.complain(&format!("error: there is no theme and no folder `{name}`"));
            terminal.complain(&format!("help: {HELP}"));
            return code::BAD_INPUT;
        }
    };
    theme
        .warnings()
        .iter()
        .for_each(|report| terminal.report(report));
    let width = terminal.result_width();
    let text = match &arguments.pool {
        None => whole(&theme, width),
        Some(id) => match theme.pool(id) {
            Some(found) => pool(&theme, found, width),
            None => {
                terminal.complain(&format!("error: the theme `{name}` has no pool `{id}`"));
                terminal.complain(&format!("help: {}", other_pool(&theme, id, name)));
                return code::BAD_INPUT;
            }
        },
    };
    terminal.result(&text);
    code::DONE
}

/// Everything that a theme holds: its templates with their limits, its pools by file.
fn whole(theme: &Theme, width: usize) -> String {
    let info = theme.info();
    let bases: Vec<&str> = theme.bases().collect();
    let over = match bases.is_empty() {
        true => String::new(),
        false => format!(" (over {})", bases.join(", over ")),
    };
    let title = format!("{}{over}: {}", info.name, info.description);
    let mut text = textwrap::fill(&title, width);
    text.push_str("\n\nTemplates, and what a letter may hold\n");
    let longest = theme.templates().map(|each| each.file.len()).max();
    let longest = longest.unwrap_or_default();
    for each in theme.templates() {
        let letter = LETTERS
            .iter()
            .find(|(kind, channel)| each.name == format!("{kind}.{channel}.md"));
        let limits = match letter {
            Some((kind, channel)) => theme.limits(kind, channel).to_string(),
            None if each.name.ends_with(".html") => "around every email".to_owned(),
            None => "included by others".to_owned(),
        };
        let from = from(each.base);
        let line = format!("  {:<longest$}  {from:<6}  {limits}", each.file);
        text.push_str(line.trim_end_matches(['–', ' ']));
        text.push('\n');
    }
    for (file, base, pools) in by_file(theme) {
        text.push_str(&format!("\n{file} ({})\n", from(base)));
        for pool in pools {
            let count = counted(pool.phrases.len(), "phrase");
            text.push_str(&format!("  {}, {count}\n", pool.id));
            text.push_str(&indented(&pool.says, width));
        }
    }
    if !bases.is_empty() {
        text.push_str("\nWhat is not `own` comes from the built-in theme that is named.\n");
    }
    text
}

/// The pools of a theme by the file they stand in: its path, where it is from, and they.
fn by_file(theme: &Theme) -> Vec<(&str, Option<&str>, Vec<&Pool>)> {
    let mut files: Vec<(&str, Option<&str>, Vec<&Pool>)> = Vec::new();
    for pool in theme.pools() {
        let (file, base) = (theme.file_of(pool), theme.base_of(pool));
        match files
            .iter_mut()
            .find(|each| (each.0, each.1) == (file, base))
        {
            Some((_, _, pools)) => pools.push(pool),
            None => files.push((file, base, vec![pool])),
        }
    }
    // One's own stand first.
    files.sort_by_key(|(file, base, _)| (*base, *file));
    files
}

/// The phrases of a pool, each with its name.
fn pool(theme: &Theme, pool: &Pool, width: usize) -> String {
    let mut text = format!(
        "{}, {}, {} ({})\n",
        pool.id,
        counted(pool.phrases.len(), "phrase"),
        theme.file_of(pool),
        from(theme.base_of(pool))
    );
    text.push_str(&indented(&pool.says, width));
    text.push('\n');
    for phrase in &pool.phrases {
        // On one line, so that it can be searched for and copied.
        text.push_str(&format!("  {}\n{:SAYS$}{}\n", phrase.id, "", phrase.text));
    }
    text
}

/// Where a part of a theme is from.
fn from(base: Option<&str>) -> &str {
    base.unwrap_or("own")
}

/// Text below a name; nothing where there is none.
fn indented(text: &str, width: usize) -> String {
    if text.is_empty() {
        return String::new();
    }
    let indent = " ".repeat(SAYS);
    let options = textwrap::Options::new(width)
        .initial_indent(&indent)
        .subsequent_indent(&indent)
        .word_separator(textwrap::WordSeparator::AsciiSpace)
        .word_splitter(textwrap::WordSplitter::NoHyphenation)
        .break_words(false);
    textwrap::fill(text, options) + "\n"
}

/// What to type instead of a pool that there is not.
fn other_pool(theme: &Theme, typed: &str, name: &str) -> String {
    let ids: Vec<&str> = theme.pools().map(|pool| pool.id.as_str()).collect();
    match nearest(typed, &ids) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("`regards themes show {name}` names the pools"),
    }
}
