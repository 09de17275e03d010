//! The spaces of a text as they go on paper.

/// One space between words and none around them, where each character comes with something of its
/// own, such as its weight; a space has what the character after it has.
///
/// A soft hyphen goes: nothing here hyphenates, and it would cut the word for whoever searches the
/// page.
pub(super) fn tidy<S: Copy>(characters: impl IntoIterator<Item = (char, S)>) -> Vec<(char, S)> {
    let mut tidy: Vec<(char, S)> = Vec::new();
    let mut parted = false;
    for (character, own) in characters {
        if is_plain_space(character) {
            parted = true;
        } else if !is_unseen(character) {
            if parted && !tidy.is_empty() {
                tidy.push((' ', own));
            }
            parted = false;
            tidy.push((character, own));
        }
    }
    tidy
}

/// Soft hyphen, zero-width space, byte order mark.
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}' | '\u{feff}')
}

/// Spaces that mean nothing but "next word"; a no-break space means more.
fn is_plain_space(c: char) -> bool {
    matches!(
        c,
        ' ' | '\t' | '\n' | '\u{b}' | '\u{c}' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}
