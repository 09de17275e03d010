//! Email addresses and links.

use schemars::{Schema, SchemaGenerator, json_schema};

use super::Form;
use super::text::is_invisible;
use crate::diagnostic::{Diagnostic, Path, Place};
use crate::notes::reader::Reader;
use crate::yaml::Node;

/// An email address such as `jo@staffing.example`.
pub(in crate::notes) struct Email;
/// A web address, or an email address as a link.
pub(in crate::notes) struct Link;

impl Form for Email {
    type Value = String;

    fn read(node: &Node, path: &Path, reader: &mut Reader<'_>) -> Option<String> {
        let text = reader
            .scalar(node, path, "an email address")?
            .text
            .trim()
            .to_owned();
        let Some(problem) = wrong_with(&text) else {
            if !text.rsplit('@').nth(1).is_some_and(str::is_ascii) {
                let found = Diagnostic::warning(
                    "email-address",
                    Place::Value(path.clone()),
                    "many mail systems refuse an address like this one",
                )
                .label("a letter beyond a to z before the `@`")
                .help("look it up again, or ask for another one");
                reader.report(found);
            }
            return Some(text);
        };
        let found = Diagnostic::error(
            "email-address",
            Place::Value(path.clone()),
            "this is not an email address",
        )
        .label(problem);
        let key = crate::diagnostic::last_key(path).unwrap_or("email");
        let found = match meant(&text) {
            Some(address) => found.help(format!("type:\n{}", reader.instead(path, &address))),
            None => found.help(format!(
                "type an address such as jo@staffing.example, or leave `{key}` out"
            )),
        };
        reader.report(found);
        None
    }

    fn schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "format": "email" })
    }
}

/// What keeps `text` from being an address that mail can be sent to.
///
/// Looser than RFC 5321 in the local part, which only the receiving server can judge, and
/// stricter in wanting a dot in the domain: nobody is met at `localhost`.
fn wrong_with(text: &str) -> Option<&'static str> {
    let odd =
        |char: char| char.is_whitespace() || char.is_control() || "<>()[]\\,;:\"".contains(char);
    if text.contains(is_invisible) {
        return Some("it holds an invisible character");
    }
    let Some((local, domain)) = text.rsplit_once('@') else {
        return Some("no `@`");
    };
    if local.contains('@') {
        return Some("more than one `@`");
    }
    if local.is_empty() {
        return Some("nothing before the `@`");
    }
    if domain.is_empty() {
        return Some("no domain after the `@`");
    }
    if text.contains(odd) {
        return Some("a character that addresses do not have");
    }
    if !domain.contains('.') {
        return Some("the domain has no dot");
    }
    let dots = |part: &str| part.starts_with('.') || part.ends_with('.') || part.contains("..");
    if dots(local) || dots(domain) {
        return Some("a dot too many");
    }
    let sign = |char: char| !char.is_alphanumeric() && char != '-' && char != '.';
    if domain.contains(sign) {
        return Some("the domain has a character that domains do not have");
    }
    (text.len() > 254).then_some("longer than an address can be")
}

/// The address inside `Jo Lindqvist <jo@staffing.example>`, `mailto:…` or `jo (at) …`.
fn meant(text: &str) -> Option<String> {
    let inner = match (text.find('<'), text.rfind('>')) {
        (Some(open), Some(close)) if open < close => &text[open + 1..close],
        _ => text,
    };
    let inner = inner.strip_prefix("mailto:").unwrap_or(inner).trim();
    let inner = inner
        .replace(is_invisible, "")
        .trim_end_matches(['.', ',', ';'])
        .replace("(at)", "@")
        .replace("[at]", "@")
        .replace(" at ", "@")
        .replace(" @ ", "@");
    (wrong_with(&inner).is_none() && inner != text).then_some(inner)
}

impl Form for Link {
    type Value = String;

    fn read(node: &Node, path: &Path, reader: &mut Reader<'_>) -> Option<String> {
        let text = reader
            .scalar(node, path, "a web address")?
            .text
            .trim()
            .to_owned();
        let rest = ["https://", "http://", "mailto:"]
            .iter()
            .find_map(|scheme| text.strip_prefix(scheme));
        let bare = rest.is_none() && !text.contains(':');
        let target = rest.unwrap_or(&text);
        let good = (bare || rest.is_some())
            && target.contains('.')
            && !target.contains(|char: char| char.is_whitespace() || char.is_control());
        if good {
            return Some(text);
        }
        reader.report(
            Diagnostic::error(
                "web-address",
                Place::Value(path.clone()),
                "this is not a web address",
            )
            .help("type one such as https://okafor.example"),
        );
        None
    }

    fn schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "minLength": 1 })
    }
}
