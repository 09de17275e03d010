/// Puts somebody's words inside curly quotation marks without altering a letter of them.
///
/// The marks are double (`“so”`), and single (`‘so’`) around words that hold double ones, so that
/// the two never meet as equals. Words that come in quotation marks of their own keep those only.
pub fn quote(words: &str) -> String {
    let words = words.trim();
    if is_quoted(words) {
        words.to_owned()
    } else if words.contains(['"', '“', '”']) {
        format!("‘{words}’")
    } else {
        format!("“{words}”")
    }
}

/// Whether one pair of quotation marks encloses all of the words.
fn is_quoted(words: &str) -> bool {
    [('"', '"'), ('“', '”')].into_iter().any(|(open, close)| {
        words
            .strip_prefix(open)
            .and_then(|rest| rest.strip_suffix(close))
            .is_some_and(|inner| !inner.is_empty() && !inner.contains([open, close]))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_quoted_once_and_never_altered() {
        assert_eq!(quote("The benches."), "“The benches.”");
        assert_eq!(quote(" It's ours "), "“It's ours”");
        assert_eq!(
            quote("He said \"stay\" twice."),
            "‘He said \"stay\" twice.’"
        );
        assert_eq!(quote("\"The benches.\""), "\"The benches.\"");
        assert_eq!(quote("“No” means “no”"), "‘“No” means “no”’");
    }
}
