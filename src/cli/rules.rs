//! `regards rules` and `regards explain`: what the proofreader looks for, and why.

use super::code;
use super::terminal::Terminal;
use crate::diagnostic::{Level, nearest};
use crate::proof::{Layer, Rule, rule, rules};

/// Lists every rule under its layer.
pub fn list(terminal: &mut Terminal<'_>) -> u8 {
    let widest = rules().iter().map(|rule| rule.id.len()).max();
    let width = widest.unwrap_or_default();
    let mut layer: Option<Layer> = None;
    for rule in rules() {
        if layer != Some(rule.layer) {
            let gap = if layer.is_some() { "\n" } else { "" };
            terminal.result(&format!("{gap}{}\n", rule.layer.name()));
            layer = Some(rule.layer);
        }
        let first = format!("  {:width$}  {:7}  ", rule.id, level(rule));
        let other = " ".repeat(first.chars().count());
        terminal.result_paragraph(&rule.title(), &first, &other);
    }
    code::DONE
}

/// Explains one rule.
pub fn explain(id: &str, terminal: &mut Terminal<'_>) -> u8 {
    let Some(rule) = rule(id) else {
        terminal.complain(&format!("error: there is no rule `{id}`"));
        let ids: Vec<&str> = rules().iter().map(|rule| rule.id.as_str()).collect();
        terminal.complain(&match nearest(id, &ids) {
            Some(near) => format!("help: did you mean `{near}`?"),
            None => "help: `regards rules` lists them".to_owned(),
        });
        return code::BAD_INPUT;
    };
    let mut say = |text: &str| terminal.result_paragraph(text, "", "");
    say(&format!(
        "{} ({}, {})",
        rule.id,
        level(rule),
        rule.layer.name()
    ));
    for (head, text) in [
        ("What it does", &rule.does),
        ("Why it matters", &rule.matters),
        ("Example", &rule.example),
        ("Use instead", &rule.instead),
    ] {
        terminal.result(&format!("\n{head}\n"));
        terminal.result_paragraph(text, "  ", "  ");
    }
    terminal.result("\n");
    terminal.result_paragraph(
        &format!(
            "To accept it in the letter to one person, put beside them in the notes: \
             allow: [{{ rule: {}, reason: … }}]",
            rule.id
        ),
        "",
        "  ",
    );
    code::DONE
}

fn level(rule: &Rule) -> &'static str {
    match rule.level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Hint => "hint",
    }
}
