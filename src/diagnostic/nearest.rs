//! Which of the known names somebody meant who typed another one.

/// The longest text that a slip of the pen is looked for in, in characters: comparing takes the
/// product of both lengths, and nobody mistypes a name as long as that.
const LONGEST: usize = 64;

/// The most slips that are taken for slips.
const MOST_SLIPS: usize = 3;

/// The name that was probably meant, if one is near enough; of several the first.
///
/// Capitals, spaces, `-` and `_` do not count. One slip is forgiven in a short word, one for every
/// three characters in longer ones, three at most.
pub fn nearest<'k>(typed: &str, known: &[&'k str]) -> Option<&'k str> {
    known
        .iter()
        .filter_map(|name| Some((distance(typed, name)?, *name)))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, name)| name)
}

/// How many slips turn `name` into what was typed; `None` where those are too many for a slip.
///
/// The measure and its bounds are those of [`nearest`].
pub fn distance(typed: &str, name: &str) -> Option<usize> {
    let (typed, name) = (plain(typed)?, plain(name)?);
    let (most, length) = (typed.chars().count(), name.chars().count());
    if most.abs_diff(length) > MOST_SLIPS {
        return None;
    }
    let distance = strsim::damerau_levenshtein(&typed, &name);
    (distance <= (most / 3).clamp(1, MOST_SLIPS)).then_some(distance)
}

/// The text without what does not count; `None` where it is too long.
fn plain(text: &str) -> Option<String> {
    // A character has four bytes at most.
    if text.len() > LONGEST * 4 {
        return None;
    }
    let plain: String = text
        .to_lowercase()
        .chars()
        .filter(|char| !matches!(char, '-' | ' ' | '_'))
        .collect();
    (plain.chars().count() <= LONGEST).then_some(plain)
}
