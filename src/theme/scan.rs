//! What a template uses: the variables, filters and function calls in its `{{ … }}` and `{% … %}`.
//!
//! Tera names only the first part of a variable (`point` of `point.topic`) and only unknown
//! filters one file at a time; messages about all mistakes of a phrasebook need more.

use std::ops::Range;

/// Something a template uses, with its bytes in the template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Use {
    /// A variable by its path, such as `point.topic`.
    Variable {
        path: Vec<String>,
        range: Range<usize>,
    },
    /// A filter.
    Filter { name: String, range: Range<usize> },
    /// A function that is called.
    Function { name: String, range: Range<usize> },
    /// An argument of a function that is a string: `pool="opening"` of `say`.
    Text {
        function: String,
        argument: String,
        text: String,
        range: Range<usize>,
    },
    /// A name that the template gives itself, with the variable it comes from: `for p in points`.
    Local { name: String, from: Vec<String> },
}

/// A word, a string or a sign of an expression.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Token<'a> {
    Word(&'a str),
    Text(&'a str),
    Sign(char),
}

/// Words of Tera's expressions that name nothing.
const KEYWORDS: &[&str] = &[
    "if",
    "elif",
    "else",
    "endif",
    "for",
    "endfor",
    "in",
    "is",
    "not",
    "and",
    "or",
    "set",
    "set_global",
    "endset",
    "true",
    "false",
    "True",
    "False",
    "none",
    "None",
    "include",
    "extends",
    "block",
    "endblock",
    "filter",
    "endfilter",
    "raw",
    "endraw",
    "break",
    "continue",
    "component",
    "endcomponent",
    "defined",
    "undefined",
];

/// The inside of a `{{ … }}` or `{% … %}`: its tokens, with their bytes in the template.
pub(super) type Tag<'a> = Vec<(Token<'a>, Range<usize>)>;

/// Everything a template uses, in order.
pub(super) fn uses(template: &str) -> Vec<Use> {
    let mut uses = Vec::new();
    for tag in tags(template) {
        read(&tag, &mut uses);
    }
    uses
}

/// The tags of a template, without those that stand in comments or raw text.
pub(super) fn tags(template: &str) -> Vec<Tag<'_>> {
    let mut tags = Vec::new();
    let mut at = 0;
    while let Some(open) = template[at..].find('{').map(|found| at + found) {
        let (close, inside) = match template.as_bytes().get(open + 1) {
            Some(b'{') => ("}}", true),
            Some(b'%') => ("%}", true),
            Some(b'#') => ("#}", false),
            _ => {
                at = open + 1;
                continue;
            }
        };
        let start = open + 2;
        let end = close_of(template, start, close);
        if inside {
            let tokens = tokens(template, start..end);
            if matches!(tokens.as_slice(), [(Token::Word("raw"), _)]) {
                at = template[end..]
                    .find("endraw")
                    .map_or(template.len(), |found| end + found);
                continue;
            }
            tags.push(tokens);
        }
        at = (end + close.len()).min(template.len());
    }
    tags
}

/// Where a tag ends, passing over strings.
fn close_of(template: &str, start: usize, close: &str) -> usize {
    let mut quote = None;
    for (offset, c) in template[start..].char_indices() {
        match quote {
            Some(mark) if c == mark => quote = None,
            Some(_) => {}
            None if template[start + offset..].starts_with(close) => return start + offset,
            None if matches!(c, '"' | '\'' | '`') && close != "#}" => quote = Some(c),
            None => {}
        }
    }
    template.len()
}

fn tokens(template: &str, range: Range<usize>) -> Vec<(Token<'_>, Range<usize>)> {
    let mut tokens = Vec::new();
    let mut at = range.start;
    while at < range.end {
        let rest = &template[at..range.end];
        let Some(c) = rest.chars().next() else { break };
        if c.is_alphabetic() || c == '_' {
            let length = rest
                .find(|c: char| !c.is_alphanumeric() && c != '_')
                .unwrap_or(rest.len());
            tokens.push((Token::Word(&rest[..length]), at..at + length));
            at += length;
        } else if matches!(c, '"' | '\'' | '`') {
            let inner = &rest[1..];
            let length = inner.find(c).unwrap_or(inner.len());
            tokens.push((Token::Text(&inner[..length]), at + 1..at + 1 + length));
            at += (length + 2).min(rest.len());
        } else {
            if !c.is_whitespace() && !(c == '-' && (at == range.start || at + 1 == range.end)) {
                tokens.push((Token::Sign(c), at..at + c.len_utf8()));
            }
            at += c.len_utf8();
        }
    }
    tokens
}

fn read(tokens: &[(Token<'_>, Range<usize>)], uses: &mut Vec<Use>) {
    let sign = |at: usize, sign| matches!(tokens.get(at), Some((Token::Sign(c), _)) if *c == sign);
    let mut calls: Vec<Option<&str>> = Vec::new();
    let mut at = 0;
    let first_word = match tokens.first() {
        Some((Token::Word(word), _)) => *word,
        _ => "",
    };
    while let Some((token, range)) = tokens.get(at) {
        at += 1;
        let word = match token {
            Token::Word(word) => *word,
            Token::Sign('(') => {
                calls.push(None);
                continue;
            }
            Token::Sign(')') => {
                calls.pop();
                continue;
            }
            _ => continue,
        };
        let before = at.checked_sub(2).map(|at| &tokens[at].0);
        if before == Some(&Token::Sign('|')) {
            uses.push(Use::Filter {
                name: word.to_owned(),
                range: range.clone(),
            });
        } else if before == Some(&Token::Word("is")) {
            // A test, such as `defined`.
        } else if before == Some(&Token::Word("not"))
            && at > 2
            && tokens[at - 3].0 == Token::Word("is")
        {
            // A test after `is not`.
        } else if sign(at, '(') && !KEYWORDS.contains(&word) {
            uses.push(Use::Function {
                name: word.to_owned(),
                range: range.clone(),
            });
            calls.push(Some(word));
            at += 1;
        } else if sign(at, '=') && !sign(at + 1, '=') && !calls.is_empty() {
            if let (Some(Some(function)), Some((Token::Text(text), range))) =
                (calls.last(), tokens.get(at + 1))
                && (sign(at + 2, ',') || sign(at + 2, ')'))
            {
                uses.push(Use::Text {
                    function: (*function).to_owned(),
                    argument: word.to_owned(),
                    text: (*text).to_owned(),
                    range: range.clone(),
                });
            }
            at += 1;
        } else if first_word.starts_with("set") && sign(at, '=') && !sign(at + 1, '=') {
            let (from, end) = path(tokens, at + 1);
            // Only a plain copy is known to have the fields of what it was set to.
            let from = if end == tokens.len() {
                from
            } else {
                Vec::new()
            };
            uses.push(Use::Local {
                name: word.to_owned(),
                from,
            });
        } else if before == Some(&Token::Word("for")) || is_second_name(tokens, at - 1) {
            let list = tokens[at..]
                .iter()
                .position(|(token, _)| *token == Token::Word("in"));
            let from = list.map_or_else(Vec::new, |found| path(tokens, at + found + 1).0);
            uses.push(Use::Local {
                name: word.to_owned(),
                from,
            });
        } else if !KEYWORDS.contains(&word) && before != Some(&Token::Sign('.')) {
            let (path, end) = path(tokens, at - 1);
            let range = range.start..tokens[end - 1].1.end;
            uses.push(Use::Variable { path, range });
            at = end;
        }
    }
}

/// Whether the word at `at` is the value of `for key, value in …`.
fn is_second_name(tokens: &[(Token<'_>, Range<usize>)], at: usize) -> bool {
    at >= 3 && tokens[at - 1].0 == Token::Sign(',') && tokens[at - 3].0 == Token::Word("for")
}

/// The dotted path that starts at a token, and the token after it.
fn path(tokens: &[(Token<'_>, Range<usize>)], start: usize) -> (Vec<String>, usize) {
    let mut path = Vec::new();
    let mut at = start;
    while let Some((Token::Word(word), _)) = tokens.get(at) {
        path.push((*word).to_owned());
        at += 1;
        let Some((Token::Sign('.'), _)) = tokens.get(at) else {
            return (path, at);
        };
        at += 1;
    }
    (path, at.max(start + 1).min(tokens.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn variables(template: &str) -> Vec<String> {
        uses(template)
            .into_iter()
            .filter_map(|each| match each {
                Use::Variable { path, .. } => Some(path.join(".")),
                _ => None,
            })
            .collect()
    }

    #[test]
    fn variables_are_told_from_filters_functions_tests_and_text() {
        assert_eq!(
            variables("At {{ company }}: {{ point.topic | clause }}."),
            ["company", "point.topic"]
        );
        assert_eq!(
            variables("{% if british and not later %}a{% else %}b{% endif %}"),
            ["british", "later"]
        );
        assert_eq!(
            variables("{{ say(pool=\"a.b\", point=first) }} {# gone.away #}"),
            ["first"]
        );
        assert_eq!(
            variables("{% if moment is defined %}{{- 'a }} b' -}}{% endif %}"),
            ["moment"]
        );
        assert_eq!(
            variables("{% raw %}{{ not_me }}{% endraw %}{{ me }}"),
            ["me"]
        );
        assert_eq!(variables("{{ points[0].topic }} { {x} }"), ["points"]);
        assert_eq!(variables("{{"), Vec::<String>::new());
    }

    #[test]
    fn pools_and_local_names_are_found() {
        let uses = uses("{% for p in points %}{{ say(pool='point.topic', point=p) }}{% endfor %}");
        assert_eq!(
            uses[0],
            Use::Local {
                name: "p".to_owned(),
                from: vec!["points".to_owned()]
            }
        );
        assert!(uses.iter().any(|each| matches!(
            each,
            Use::Text { function, argument, text, .. }
                if (function.as_str(), argument.as_str(), text.as_str()) == ("say", "pool", "point.topic")
        )));
        assert!(!uses.iter().any(|each| matches!(each, Use::Filter { .. })));
    }
}
