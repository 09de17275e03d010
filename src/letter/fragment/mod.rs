//! Fragments of the notes, made to fit the place of a sentence where that is certain.
//!
//! People type `she started here as a temp` where a letter says "you", a clause where a noun phrase
//! belongs, a fragment in capitals. What can be put right without a guess is; the rest tells its
//! form, so that it can be said in another place or left out.

mod clause;
mod elsewhere;
mod had;
mod promise;
mod question;
mod reader;
mod shared;
mod they;
mod tidy;
mod tone;

use std::borrow::Cow;
use std::sync::LazyLock;

pub(super) use elsewhere::{at_place, is_step_of_people, told_since};
pub(super) use had::{as_mine, is_had, is_negative, is_own_sentence, knowledge};
pub(super) use promise::{introduced, is_no_object, sent};
pub(super) use question::{is_bare_answer, is_question};
pub(super) use shared::{
    adds, can_follow, echoes, leans, names_topic, repeats, stands_alone, touches,
};
pub(super) use they::{They, is_nobody, is_of_anybody, who_are_they};
pub(super) use tidy::own;
pub(super) use tone::{
    is_event, is_grave, is_liked, is_of_home, is_reader_doing, is_requirement, is_sober, is_terms,
    is_told_plainly,
};

use clause::{as_clause, as_thing};
use reader::{from_first_person, second_person};
use tidy::{
    curled, without_capitals, without_chat, without_recollection, without_shouts,
    without_stray_capitals,
};

use super::text::fold;
use crate::language::Lists;
use crate::theme::clause as bare;

static LISTS: LazyLock<Lists> = LazyLock::new(|| Lists::read(include_str!("lists.txt")));

/// What a place of a sentence takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// What can follow "about": a noun phrase, an -ing phrase, a clause after "how".
    Thing,
    /// What can follow "that": a clause.
    Clause,
}

/// A fragment as a letter can say it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Fragment {
    /// The words.
    pub(super) text: String,
    /// What the words are.
    pub(super) form: Form,
    /// Whether the words were changed in a way that their writer should know of.
    pub(super) mended: bool,
    /// Whether the change may be wrong: the words are not for a letter as they are.
    pub(super) doubtful: bool,
}

/// Makes a fragment fit a place that takes `wanted`, as far as that is certain.
pub(super) fn fit(typed: &str, wanted: Form) -> Fragment {
    let folded = fold(typed);
    let small = without_capitals(&folded).or_else(|| without_shouts(&folded));
    let text = small.as_deref().unwrap_or(&folded);
    let plain = without_chat(text);
    let text = bare(&curled(plain.as_deref().unwrap_or(text)));
    let (text, form) = match wanted {
        Form::Thing => as_thing(&text),
        Form::Clause => as_clause(&text),
    };
    let text = without_stray_capitals(&text);
    let text = without_recollection(&text).unwrap_or(text);
    let second = match form {
        Form::Clause => from_first_person(&text).or_else(|| second_person(&text)),
        Form::Thing => second_person(&text),
    };
    Fragment {
        mended: small.is_some() || plain.is_some() || second.is_some(),
        doubtful: second.as_ref().is_some_and(|second| second.doubtful),
        text: second.map_or(text, |second| second.text),
        form,
    }
}

/// Whether a thing has a clause or several parts in it, so that nothing goes on behind it.
pub(super) fn winds(text: &str) -> bool {
    text.contains([',', ';', ':']) || words(text).any(|word| LISTS.has("winding", &word))
}

/// Whether a thing begins with what somebody does: `talking to the roofers`.
pub(super) fn is_doing(text: &str) -> bool {
    let first = words(text).next().unwrap_or_default();
    first.len() > 4 && first.ends_with("ing") && !LISTS.has("had-ing", &first)
}

/// A need as it stands after "help with"; `None` where it is a clause, or piles one "with" on
/// another.
pub(super) fn need(typed: &str) -> Option<String> {
    let fitted = fit(typed, Form::Thing);
    let is_thing = fitted.form == Form::Thing && !fitted.doubtful;
    let is_clause =
        fitted.text.starts_with("how ") && !fold(typed).to_lowercase().starts_with("how ");
    let piles = words(&fitted.text).any(|word| {
        matches!(
            word.as_ref(),
            "with" | "without" | "when" | "while" | "nothing" | "nobody"
        )
    });
    (is_thing && !is_clause && !piles).then_some(fitted.text)
}

/// Whether a word, in lower case, may stand between a subject and its verb.
pub(super) fn is_adverb(word: &str) -> bool {
    LISTS.has("adverbs", word)
}

/// Whether a verb, in lower case, is of the past and the same for everybody: `told`, not `was`.
pub(super) fn is_past_verb(word: &str) -> bool {
    let changes = matches!(word, "was" | "wasn't" | "were" | "weren't");
    !changes && (LISTS.has("past", word) || LISTS.has("told-past", word) || is_regular_past(word))
}

fn is_regular_past(word: &str) -> bool {
    word.len() > 4 && word.ends_with("ed") && !word.ends_with("eed")
}

/// Whether a verb, in lower case, goes with he and she and not with you: `runs`, `was`.
pub(super) fn is_third_person(word: &str) -> bool {
    reader::second_person_verb(word).is_some()
}

/// Whether a thing can be joined to another by "and" without a doubt about what belongs to what.
pub(super) fn joins(text: &str) -> bool {
    let first = words(text).next().unwrap_or_default();
    let is_plain = |word: &Word<'_>| !matches!(word.as_ref(), "and" | "or" | "but" | "versus");
    words(text).count() <= 6
        && words(text).all(|word| is_plain(&word))
        && !text.contains([',', ';', ':', '(', '.', '?'])
        && !first.ends_with("ing")
        && !LISTS.has("questions", &first)
}

/// A word in lower case without the marks around it; most words are so already.
fn plain(token: &str) -> Cow<'_, str> {
    let word = token.trim_matches(|c: char| !c.is_alphanumeric());
    let is_small = |byte: u8| byte.is_ascii() && !byte.is_ascii_uppercase();
    if word.bytes().all(is_small) {
        return word.into();
    }
    let word = word.to_lowercase();
    match word.is_ascii() {
        true => word,
        false => word.replace('’', "'"),
    }
    .into()
}

/// A word of a text, in lower case.
type Word<'t> = Cow<'t, str>;

fn words(text: &str) -> impl Iterator<Item = Cow<'_, str>> {
    text.split_whitespace()
        .map(plain)
        .filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn thing(text: &str) -> String {
        let fitted = fit(text, Form::Thing);
        format!("{:?}: {}", fitted.form, fitted.text)
    }
    fn clause(text: &str) -> String {
        let fitted = fit(text, Form::Clause);
        format!("{:?}: {}", fitted.form, fitted.text)
    }
    #[test]
    fn the_reader_is_you() {
        for (typed, said) in [
            ("she started here as a temp", "you started here as a temp"),
            (
                "He runs the night desk himself.",
                "you run the night desk yourself",
            ),
            ("he was a bellman before", "you were a bellman before"),
            (
                "that two thirds of the reviews change nothing",
                "two thirds of the reviews change nothing",
            ),
            (
                "she always walks the floor at six",
                "you always walk the floor at six",
            ),
            (
                "they are short of night staff",
                "they are short of night staff",
            ),
            (
                "they ring her on the twenty-sixth",
                "they ring you on the twenty-sixth",
            ),
            (
                "she tries everything on her own line first",
                "you try everything on your own line first",
            ),
        ] {
            assert_eq!(clause(typed), format!("Clause: {said}"));
        }
        for (typed, said) in [
            ("her story about the flood", "your story about the flood"),
            (
                "his story about the foreman who lost his hat",
                "your story about the foreman who lost his hat",
            ),
            (
                "the way he runs the handover",
                "the way you run the handover",
            ),
            ("the photo of her kids", "the photo of your kids"),
            (
                "the patient who wanted her chart",
                "the patient who wanted her chart",
            ),
            (
                "the drivers and their routes",
                "the drivers and their routes",
            ),
        ] {
            assert_eq!(thing(typed), format!("Thing: {said}"));
        }
        // Two verbs that would have to change, and two people who may be meant.
        for doubtful in [
            "she started as a temp and now runs her own floor",
            "she took over from Marta when she left",
        ] {
            assert!(fit(doubtful, Form::Clause).doubtful, "{doubtful}");
        }
    }
    #[test]
    fn a_recollection_is_no_second_remembering() {
        assert_eq!(
            thing("his recollection of the morning the bank lent against a racehorse"),
            "Thing: your account of the morning the bank lent against a racehorse"
        );
        assert_eq!(
            thing("your memory for names"),
            "Thing: your memory for names"
        );
    }
    #[test]
    fn a_clause_and_a_thing_are_told_apart() {
        assert_eq!(
            clause("that the team doubles in spring"),
            "Clause: the team doubles in spring"
        );
        assert_eq!(
            clause("the fourth axis still hunts after every change"),
            "Clause: the fourth axis still hunts after every change"
        );
        assert_eq!(
            clause("that nobody owns the rota"),
            "Clause: nobody owns the rota"
        );
        assert_eq!(clause("the flood of 2019"), "Thing: the flood of 2019");
        assert_eq!(clause("about the old kiln"), "Thing: the old kiln");
        assert_eq!(
            clause("the kiln that came from Bruges is cracked"),
            "Clause: the kiln that came from Bruges is cracked"
        );
        assert_eq!(thing("about the old kiln"), "Thing: the old kiln");
        assert_eq!(
            thing("you walked me through the ward"),
            "Thing: how you walked me through the ward"
        );
        assert_eq!(
            thing("you told me that the kiln is older than you"),
            "Clause: the kiln is older than you"
        );
    }
    #[test]
    fn what_is_written_in_a_chat_is_not_in_a_letter() {
        assert_eq!(
            thing("the returns cage being kinda full ngl"),
            "Thing: the returns cage being kind of full"
        );
        assert_eq!(thing("the lumpfish, super cool"), "Thing: the lumpfish");
        assert_eq!(
            clause("he came up from picking, super chill about it"),
            "Clause: you came up from picking"
        );
        assert_eq!(clause("we never close"), "Clause: you never close");
        assert!(fit("there are five forms and I can fill in four", Form::Clause).doubtful);
        assert!(!fit("you thought I did the right thing", Form::Clause).mended);
        assert_eq!(
            clause("there is a short task for two of us"),
            "Clause: there is a short task for two of us"
        );
        assert_eq!(
            thing("the WALL MAP with every pin"),
            "Thing: the wall map with every pin"
        );
        assert_eq!(
            thing("your RIDICULOUS archive of seed packets"),
            "Thing: your ridiculous archive of seed packets"
        );
        assert_eq!(thing("the NASA contract"), "Thing: the NASA contract");
    }
    #[test]
    fn capitals_and_a_small_i_are_put_right() {
        assert_eq!(
            thing("THE WAY YOU RUN HANDOVER"),
            "Thing: the way you run handover"
        );
        assert_eq!(thing("LABVIEW"), "Thing: LABVIEW");
        assert_eq!(
            thing("what \"on time\" means"),
            "Thing: what “on time” means"
        );
        assert_eq!(thing("the 3/8\" pipe"), "Thing: the 3/8\" pipe");
        assert_eq!(
            own("i ran it, and i'd do it again"),
            "I ran it, and I'd do it again"
        );
        assert_eq!(own("iPads, i.e. tablets"), "iPads, i.e. tablets");
        assert_eq!(
            own("first was ugly. the second was clean"),
            "first was ugly. The second was clean"
        );
        assert_eq!(own("at 9 a.m. sharp"), "at 9 a.m. sharp");
    }
}
