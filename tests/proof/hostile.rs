//! Texts that nobody writes: no panic. `scripts/measure-proof` shows that their time grows with
//! their length; `PROPTEST_CASES=10000` reads more of them.

use proptest::prelude::*;
use regards::letter::Recipient;
use regards::notes::{Kind, Loaded};

use super::{findings, notes};

fn somebody() -> Loaded {
    notes(
        "from: { name: Amara Okafor }\n\
         interview: { company: Osei, role: Senior Controls Engineer, date: 2026-11-18 }\n\
         interviewers: [{ name: Ludwig van der Berg, discussed_points: [the bench] }]\n",
    )
}

fn read(text: &str) -> usize {
    findings(
        &somebody(),
        text,
        Kind::ThankYou,
        Some(Recipient::Interviewer(0)),
    )
    .len()
}

#[test]
fn many_pages_of_anything_are_read() {
    for piece in [
        "a",
        "a ",
        "Ludwig van ",
        ". ",
        "\"",
        "“",
        "(",
        "é",
        "\u{202e}x ",
        "🙂",
        "1",
        "- ",
        "* ",
        "[",
        "<",
        "&",
        "\\",
        "I am. ",
        "the the ",
        "A, ",
        "x@y.z ",
        "November 18 ",
        "\n\n",
        "a-",
        "’s ",
        "{{ ",
        "I i i ",
        "kestrl ",
        "\u{0}",
        "!",
        "> ",
        "# ",
    ] {
        read(&piece.repeat((64 << 10) / piece.len()));
    }
}

proptest! {
    #[test]
    fn no_text_makes_the_proofreader_fail(text in "\\PC*") {
        read(&text);
    }

    #[test]
    fn no_letter_like_text_does(
        words in prop::collection::vec(
            prop::sample::select(vec![
                "Dear", "Ludwig", "van", "der", "Berg", ",", "\n\n", "thank", "you", "I", "the",
                "the", "“", "”", "\"", "(", ")", "November", "18", "Wednesday", "Osei", "’s", "'",
                ".", "..", "?", "Senior", "Control", "Engineer", "role", "at", "[Company]", "---",
                "to:", "subject:", "\\", "&amp;", "🙂", "é", "\u{301}", "\u{200d}", "\t", "- ",
            ]),
            0..60,
        ),
        glue in prop::sample::select(vec!["", " ", "\n"]),
    ) {
        read(&words.join(glue));
    }
}
