//! The patterns of a rule's file, read line by line: these lines are many, and so plain that they need
//! no reader of YAML.

use crate::yaml::{Entry, Node, Scalar, Value};

/// Parts the text of a data file before its patterns, and reads these; `None` where a line is not as
/// plain as all of them are, so that the whole has to be read as YAML.
///
/// What comes out is what YAML would give, without the places.
pub(super) fn patterns(text: &str) -> Option<(&str, Node)> {
    let (head, body) = text.split_once("\npatterns:\n")?;
    let mut items: Vec<Node> = Vec::new();
    let mut lines = body.lines().filter(|line| !is_comment(line)).peekable();
    while let Some(line) = lines.next() {
        let entry = match line.strip_prefix("  - ") {
            Some(entry) => {
                items.push(node(Value::Map(Vec::new())));
                entry
            }
            None => line.strip_prefix("    ")?,
        };
        let (key, value) = entry.split_once(':')?;
        let is_key = |byte: u8| byte.is_ascii_lowercase() || byte == b'_';
        if key.is_empty() || !key.bytes().all(is_key) {
            return None;
        }
        let value = match value.trim() {
            "" => {
                let mut each = Vec::new();
                while let Some(item) = lines.peek().and_then(|line| line.strip_prefix("      - ")) {
                    each.push(scalar(item.trim())?);
                    lines.next();
                }
                list(each)?
            }
            flow if flow.starts_with('[') => {
                let inside = flow.strip_prefix('[')?.strip_suffix(']')?;
                if inside.contains(['"', '\'', '[', '{']) {
                    return None;
                }
                let each: Option<Vec<Node>> =
                    inside.split(',').map(|each| scalar(each.trim())).collect();
                list(each?)?
            }
            one => scalar(one)?,
        };
        let Value::Map(entries) = &mut items.last_mut()?.value else {
            return None;
        };
        entries.push(Entry {
            key: key.to_owned(),
            key_span: 0..0,
            value,
        });
    }
    Some((head, node(Value::List(items))))
}

fn is_comment(line: &str) -> bool {
    let line = line.trim_start();
    line.is_empty() || line.starts_with('#')
}

fn node(value: Value) -> Node {
    Node { value, span: 0..0 }
}

fn list(items: Vec<Node>) -> Option<Node> {
    (!items.is_empty()).then(|| node(Value::List(items)))
}

/// A text on one line, plain or in quotation marks; `None` where YAML may read it otherwise.
fn scalar(typed: &str) -> Option<Node> {
    let text = match typed.strip_prefix('"') {
        Some(rest) => {
            let inside = rest.strip_suffix('"')?;
            let escaped = inside.contains(['\\', '"']);
            (!escaped).then_some(inside)?
        }
        None => {
            let plain =
                typed.starts_with(|first: char| first.is_alphanumeric() || "“$".contains(first));
            let special = typed.contains(": ") || typed.contains(" #") || typed.ends_with(':');
            (plain && !special).then_some(typed)?
        }
    };
    Some(node(Value::Scalar(Scalar {
        text: text.to_owned(),
        plain: false,
    })))
}

#[cfg(test)]
mod tests {
    use super::super::rule_file::without_examples;
    use super::super::rules::FILES;
    use super::*;
    use crate::yaml;

    /// The texts of a tree, in a form that can be compared.
    fn texts(node: &Node) -> String {
        match &node.value {
            Value::Empty => String::new(),
            Value::Scalar(scalar) => format!("{:?}", scalar.text),
            Value::List(items) => format!("{:?}", items.iter().map(texts).collect::<Vec<_>>()),
            Value::Map(entries) => {
                let each = entries.iter();
                let each = each.map(|entry| format!("{}={}", entry.key, texts(&entry.value)));
                format!("{:?}", each.collect::<Vec<_>>())
            }
        }
    }

    #[test]
    fn the_lines_of_every_file_are_read_as_yaml_reads_them() {
        for (name, text) in FILES {
            let text = without_examples(text);
            let root = yaml::values(&text).unwrap();
            let Value::Map(entries) = &root.value else {
                panic!("{name}");
            };
            let wanted = entries.iter().find(|entry| entry.key == "patterns");
            let Some(wanted) = wanted else { continue };
            let (head, found) = patterns(&text).unwrap_or_else(|| panic!("{name} is not plain"));
            assert_eq!(texts(&found), texts(&wanted.value), "{name}");
            assert!(yaml::values(head).is_some());
            assert_eq!(
                entries.last().map(|last| last.key.as_str()),
                Some("patterns"),
                "{name}"
            );
        }
    }

    #[test]
    fn what_is_not_plain_is_left_to_yaml() {
        for line in [
            "  - find: 'a'",
            "  - find: \"a\\n\"",
            "  - find: >-",
            "  - find: &a b",
            "  - {find: a}",
            "  - find: a: b",
        ] {
            assert!(
                patterns(&format!("id: x\npatterns:\n{line}\n")).is_none(),
                "{line}"
            );
        }
    }
}
