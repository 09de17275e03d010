//! Turns that no letter of thanks has in its own words: those that readers struck out.

use std::collections::BTreeSet;

use regards::letter::Part;
use regards::theme::{BUILT_IN, Theme};

use super::rehearsal::each_run;
use super::values::is_of_thank_you;
use super::*;

/// What was struck out of phrases, with the reason.
const STRUCK: [(&str, &[&str]); 11] = [
    (
        "the conversation is announced once, in the opening",
        &[
            "in our conversation",
            "when it came to",
            "when we came to",
            "thing you asked",
            "in the interview you",
            "in the interview we",
            "during the interview",
            "during our conversation",
            "while we were talking",
            "when we were talking",
            "we were talking about",
            "at one point",
            "we also touched",
        ],
    ),
    (
        "nothing claims that days have passed, on a letter of the same day",
        &[
            "still think about",
            "still think of",
            "not forgotten",
            "since then",
            "thought a good deal",
            "afterwards i",
            "still thinking about your",
        ],
    ),
    (
        "nothing is liked above what is not named",
        &["especially", "particularly", "among other things, i"],
    ),
    (
        "what was asked is said as people say it",
        &["your question was", "you wanted to hear"],
    ),
    (
        "a thing told is no favour",
        &[
            "kind of you to tell",
            "good of you to tell",
            "good of you to mention",
            "appreciate your",
        ],
    ),
    (
        "a qualification is not denied, and not offered as news",
        &[
            "i never said",
            "you may like to know",
            "i could have mentioned",
            "worth mentioning",
            "be a help with",
            "find that",
            "perhaps that",
            "i think that",
            "hope that could",
            "hope that may",
        ],
    ),
    (
        "an order that the notes do not have",
        &["then you", "besides that, you"],
    ),
    (
        "a closing is not a formula",
        &[
            "i thank you for it",
            "i thank you again",
            "i thank you once",
            "i am grateful to you.",
            "thank you very much again",
            "still very interested",
            "anything from me",
            "and thank you for considering",
            "would be good to work",
            "hope to work",
            "like the job",
            "like the position",
            "to have the role",
            "thank you again for the conversation",
            " many thanks.",
            " thank you so much.",
            " thank you once more.",
            " thanks once more.",
        ],
    ),
    (
        "an opening is what people say",
        &[
            "taking part in the conversation",
            "for a conversation about",
            "talk with me about the role",
        ],
    ),
    (
        "a promise comes first and plainly",
        &[
            "gladly send",
            "what i promised:",
            "i will also send",
            "i'd,",
            "i'd on",
        ],
    ),
    (
        "nothing is said as in a form",
        &["it is kind of you to", "please write if", "my first answer"],
    ),
];

#[test]
fn no_phrase_of_a_thank_you_has_a_turn_that_was_struck_out() {
    let mut found = BTreeSet::new();
    for name in BUILT_IN {
        let theme = Theme::builtin(name, "en").unwrap();
        for pool in theme.pools().filter(|pool| is_of_thank_you(&pool.id)) {
            for phrase in &pool.phrases {
                let text = phrase.text.to_lowercase();
                for (why, turns) in STRUCK {
                    for turn in turns.iter().filter(|turn| text.contains(**turn)) {
                        found.insert(format!("{name}: {}/{}: {turn}: {why}", pool.id, phrase.id));
                    }
                }
            }
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}

/// The words of a part that the theme says: the values of the notes taken out.
fn is_ours(part: &Part) -> bool {
    part.phrase.is_some()
}

#[test]
fn words_go_with_the_language_and_with_the_greeting() {
    let mut found = BTreeSet::new();
    each_run(|name, typed, notes, composed| {
        for letter in &composed.letters {
            let (Some(greeting), true) = (&letter.salutation, letter.channel.is_letter()) else {
                continue;
            };
            let titles = [
                "Dr", "Prof", "Mr", "Ms", "Mx", "Sir", "Dame", "Rev", "Father", "Judge", "Matron",
            ];
            let greeting = greeting.markdown.trim_start_matches("Dear ");
            let is_formal = !notes.style.first_names
                || titles.iter().any(|title| {
                    let rest = greeting.strip_prefix(title);
                    rest.is_some_and(|rest| rest.starts_with([' ', '.', 'e', 'f']))
                });
            let british = notes.language.is_british();
            for part in letter.parts().filter(|part| is_ours(part)) {
                let text = part.plain();
                let says = |turn: &str| text.contains(turn) && !typed.contains(turn);
                let american = ["meeting with me", "speaking with me", "talk with you"];
                if british && american.iter().any(|turn| says(turn)) {
                    found.insert(format!("{name}: American: {text}"));
                }
                let short = ["I'm ", "I'd ", "I'll ", "didn't ", "Thanks for", "Hi,"];
                if is_formal && short.iter().any(|turn| says(turn)) {
                    found.insert(format!("{name}: after {greeting} {text}"));
                }
            }
            let own = letter.sign_off.as_ref().filter(|part| is_ours(part));
            if let (Some(sign_off), true, true) = (own, is_formal, british) {
                let is_email = letter.kind == Kind::ThankYou;
                if is_email && sign_off.markdown != "Yours sincerely," {
                    found.insert(format!("{name}: {greeting} {}", sign_off.markdown));
                }
            }
        }
    });
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn a_letter_does_not_say_one_word_of_feeling_twice_in_a_row() {
    let mut found = BTreeSet::new();
    let mut pairs = 0;
    each_run(|name, _, _, composed| {
        let thanks = composed.letters.iter();
        for letter in thanks.filter(|letter| letter.kind == Kind::ThankYou) {
            let parts: Vec<&Part> = letter.paragraphs.iter().flatten().collect();
            for pair in parts
                .windows(2)
                .filter(|pair| pair.iter().all(|part| is_ours(part)))
            {
                pairs += 1;
                let [one, two] = [0, 1].map(|at| pair[at].plain().to_lowercase());
                for word in ["glad", "very much", "grateful", "happy", "please"] {
                    if one.contains(word) && two.contains(word) {
                        found.insert(format!("{name}: {word}: {one} {two}"));
                    }
                }
            }
        }
    });
    assert!(pairs > 100);
    assert!(found.is_empty(), "{} of {pairs}: {found:#?}", found.len());
}
