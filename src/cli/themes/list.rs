use super::super::code;
use super::super::terminal::Terminal;
use crate::language::Language;
use crate::theme::{BUILT_IN, Theme};

/// Names the built-in themes, one a line, and says how to use one.
pub fn run(terminal: &mut Terminal<'_>) -> u8 {
    let language = Language::default().primary();
    for name in BUILT_IN {
        let described =
            Theme::builtin(name, language).map(|theme| theme.info().description.clone());
        terminal.result(&format!("{name:<8}{}\n", described.unwrap_or_default()));
    }
    terminal.say("");
    terminal.say(&format!(
        "`{}` is used where neither you nor the notes name one.",
        BUILT_IN[0]
    ));
    for (what, how) in [
        ("Use one:", "regards write interview.yaml --theme formal"),
        ("  or in the notes:", "style: { theme: formal }"),
        ("Look at one:", "regards themes show formal"),
        ("Make your own:", "regards themes eject formal my-theme"),
    ] {
        terminal.say(&format!("{what:<20}{how}"));
    }
    code::DONE
}
