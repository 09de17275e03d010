//! What was promised: the thing itself, without the words that promise it.

use super::{LISTS, plain, words};

/// Whether a text names no thing that can be sent: `how I would do it`, `I'd show you the yard`.
pub(in crate::letter) fn is_no_object(text: &str) -> bool {
    let first = words(text).next().unwrap_or_default();
    LISTS.has("questions", &first) || LISTS.has("subjects", &first)
}

/// What was promised, without the words that promise it: `I'd send you the pinout`.
pub(in crate::letter) fn sent(text: &str) -> &str {
    let whole = text.trim_start();
    let mut rest = whole;
    let mut sends = false;
    while let Some((token, after)) = rest.split_once(' ') {
        let word = plain(token);
        let promises = LISTS.has("promises", &word);
        let to_whom = sends && LISTS.has("receivers", &word);
        if !promises && !to_whom {
            break;
        }
        sends |= LISTS.has("sends", &word);
        rest = after.trim_start();
    }
    if sends { rest } else { whole }
}

/// Whom an introduction that was promised is to: one makes it, and does not send it.
pub(in crate::letter) fn introduced(promised: &str) -> Option<&str> {
    ["an introduction to ", "the introduction to "]
        .iter()
        .find_map(|start| promised.strip_prefix(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_promise_is_the_thing_that_is_sent() {
        for (typed, said) in [
            ("I'd send you the pinout", "the pinout"),
            ("I would send over the draft", "the draft"),
            ("to send her my notebook", "my notebook"),
            ("I'd text you the name", "the name"),
            ("I'd show you the yard", "I'd show you the yard"),
            ("my notebook on the 11", "my notebook on the 11"),
        ] {
            assert_eq!(sent(typed), said);
        }
    }
}
