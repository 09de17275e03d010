use super::Run;

/// How the address of a link is shown where it cannot be clicked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Addresses {
    /// As a program needs it: `https://example.org/a/`; a mail address without its `mailto:`.
    Whole,
    /// As one writes it by hand: `example.org/a`.
    ByHand,
}

/// The words of a paragraph, each link followed by its address in parentheses.
///
/// A link whose words are its address already, however it is written, is not followed by it. A
/// hard line break is `\n`.
pub fn spoken(runs: &[Run], addresses: Addresses) -> String {
    let mut text = String::new();
    for link in runs.chunk_by(|run, next| run.link == next.link) {
        text.extend(link.iter().map(|run| run.text.as_str()));
        if let Some(address) = address_after(link, addresses) {
            text.push_str(&format!(" ({address})"));
        }
    }
    text
}

/// The address to say after the words of one link; `None` for other words, and for words that are
/// their address already.
pub fn address_after(link: &[Run], addresses: Addresses) -> Option<&str> {
    let address = link.first()?.link.as_deref()?;
    let words: String = link.iter().map(|run| run.text.as_str()).collect();
    (by_hand(words.trim()) != by_hand(address)).then(|| match addresses {
        Addresses::Whole => without_scheme(address, &["mailto:"]),
        Addresses::ByHand => by_hand(address),
    })
}

fn by_hand(address: &str) -> &str {
    let bare = without_scheme(address, &["https://", "mailto:"]);
    bare.strip_suffix('/').unwrap_or(bare)
}

fn without_scheme<'a>(address: &'a str, schemes: &[&str]) -> &'a str {
    let scheme = schemes.iter().find(|scheme| {
        let start = address.get(..scheme.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    });
    scheme.map_or(address, |scheme| &address[scheme.len()..])
}
