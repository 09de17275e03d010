//! Fragments of the notes, made to fit the place of a sentence where that is certain.
//!
//! People type `she started here as a temp` where a letter says "you", a clause where a noun phrase
//! belongs, a fragment in capitals. What can be put right without a guess is; the rest tells its
//! form, so that it can be said in another place or left out.

mod clause;
mod reader;
mod tidy;

use std::sync::LazyLock;

pub(super) use tidy::own;

use clause::{as_clause, as_thing};
use reader::{from_first_person, second_person};
use tidy::{
    without_capitals, without_chat, without_recollection, without_shouts, without_stray_capitals,
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
    let text = bare(plain.as_deref().unwrap_or(text));
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

/// A need as it stands after "help with"; `None` where it is a clause.
pub(super) fn need(typed: &str) -> Option<String> {
    let fitted = fit(typed, Form::Thing);
    let is_thing = fitted.form == Form::Thing && !fitted.doubtful;
    let is_clause =
        fitted.text.starts_with("how ") && !fold(typed).to_lowercase().starts_with("how ");
    (is_thing && !is_clause).then_some(fitted.text)
}

/// Whether a text says what somebody does not have: `no degree, but …`.
pub(super) fn is_negative(text: &str) -> bool {
    words(text)
        .next()
        .is_some_and(|word| LISTS.has("negative", &word))
}

/// Whether a text names no thing that can be sent: `how I would do it`, `I'd text you the name`.
pub(super) fn is_no_object(text: &str) -> bool {
    let first = words(text).next().unwrap_or_default();
    LISTS.has("questions", &first) || LISTS.has("subjects", &first)
}

/// What was promised, without the words that promise it: `I'd send you the pinout`.
pub(super) fn sent(text: &str) -> &str {
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
        sends |= word == "send";
        rest = after.trim_start();
    }
    if sends { rest } else { whole }
}

/// Whether a noun phrase goes on after "I have": working Portuguese does, and what somebody did
/// does not (`my years on the committee`, `three closed projects`, `a summer at the cannery`).
pub(super) fn is_had(text: &str) -> bool {
    let tokens: Vec<String> = words(text).collect();
    let Some(first) = tokens.first() else {
        return false;
    };
    let is_number = first.starts_with(|c: char| c.is_ascii_digit()) || LISTS.has("numbers", first);
    let is_doing = first.ends_with("ing") && !LISTS.has("had-ing", first);
    let ends = |word: &&String| !LISTS.has("after-nouns", word);
    let head = tokens[1..].iter().take_while(ends).last();
    let head = head.unwrap_or(first);
    let is_theirs = matches!(first.as_str(), "my" | "our" | "how" | "being" | "having");
    !is_number && !is_doing && !is_theirs && !LISTS.has("done", head)
}

/// Whether what somebody told is no matter for being glad of it, or for remembering it: a
/// misfortune, something remembered already, or a clause that would pile one "that" on another.
pub(super) fn is_told_plainly(text: &str) -> bool {
    let piles = words(text).take(6).any(|word| word == "that");
    piles || is_grave(text) || words(text).any(|word| LISTS.has("misfortunes", &word))
}

/// Whether an answer begins with a fragment, which only a lead with an open end can go before:
/// `With the number and the cause, before morning tea.`
pub(super) fn is_bare_answer(text: &str) -> bool {
    let end = text.find(['.', '?', '!', ';']).unwrap_or(text.len());
    !text[..end].split([',', ':']).any(|segment| {
        let inner = |word: &String| LISTS.has("relative", word) || word == "and" || word == "but";
        let subject = words(segment).next();
        let begins = subject
            .as_ref()
            .is_some_and(|word| LISTS.has("subjects", word) || !inner(word));
        begins && clause::is_clause(segment.trim())
    })
}

/// What somebody said of what was to come, as it is said weeks later; `None` where its verb would
/// have to change in a way that is not certain: `you would call`, `there might be a task`.
pub(super) fn told_since(text: &str) -> Option<String> {
    let each = text.split(' ').map(|token| match plain(token).as_str() {
        "will" => "would".to_owned(),
        "may" => "might".to_owned(),
        "won't" => "would not".to_owned(),
        "you'll" => "you would".to_owned(),
        "they'll" => "they would".to_owned(),
        "it'll" => "it would".to_owned(),
        _ => token.to_owned(),
    });
    let text = each.collect::<Vec<_>>().join(" ");
    let past = |word: &String| LISTS.has("past", word) || word.ends_with("'d");
    // The first verb decides; further on it may be that of a clause inside.
    let is_past = words(&text).take(5).any(|word| past(&word));
    is_past.then_some(text)
}

/// A text whose "here" is where its speaker works, told from elsewhere: `nobody at Northwind merges
/// …`; `None` where another word would have to change.
pub(super) fn at_place(text: &str, at_company: &str) -> Option<String> {
    let mut out: Vec<String> = Vec::new();
    let tokens: Vec<&str> = text.split(' ').collect();
    let name = at_company.split_once(' ').map_or("", |(_, name)| name);
    for (at, token) in tokens.iter().enumerate() {
        if plain(token) != "here" {
            out.push((*token).to_owned());
            continue;
        }
        let before = at.checked_sub(1).map(|at| plain(tokens[at]));
        let before = before.unwrap_or_default();
        let place = match before.as_str() {
            "around" | "round" | "right" => {
                out.pop();
                at_company.to_owned()
            }
            word if LISTS.has("motion", word) => format!("to {name}"),
            "" => return None,
            word if LISTS.has("function", word) && !LISTS.has("objects", word) => return None,
            _ => at_company.to_owned(),
        };
        out.push(token.to_lowercase().replacen("here", &place, 1));
    }
    Some(out.join(" "))
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

/// A thing that the sender did or has, as a letter mentions it: `my hands-on time`, `my four years`,
/// where it begins with no word of its own that tells whose.
pub(super) fn as_mine(text: &str) -> String {
    let first = words(text).next().unwrap_or_default();
    let is_number = first.starts_with(|c: char| c.is_ascii_digit()) || LISTS.has("numbers", &first);
    let is_doing = first.ends_with("ing") && !LISTS.has("had-ing", &first);
    if is_number {
        return format!("my {text}");
    }
    let is_told = is_doing
        || first.ends_with("'s")
        || LISTS.has("determiners", &first)
        || LISTS.has("questions", &first)
        || LISTS.has("after-nouns", &first)
        || LISTS.has("adverbs", &first)
        || first == "more"
        || LISTS.has("subjects", &first);
    if is_told {
        text.to_owned()
    } else {
        format!("my {text}")
    }
}

/// Whom a clause that begins with "they" speaks of, told to somebody.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum They {
    /// Nobody, or those whom the topic names.
    Named,
    /// Those who spoke: the clause as said to them.
    Reader(String),
    /// It may be anybody.
    Unsure,
}

/// Whom `they have had families ask for it` means after a topic.
pub(super) fn who_are_they(text: &str, topic: &str) -> They {
    let mut tokens = words(text);
    let first = tokens.next().unwrap_or_default();
    if !matches!(
        first.as_str(),
        "they" | "they're" | "they've" | "they'd" | "they'll" | "their"
    ) {
        return They::Named;
    }
    // A name in `s`, such as Christmas, is nobody.
    let is_small = |token: &&str| token.starts_with(|c: char| !c.is_uppercase());
    let is_many = |word: String| {
        let is_plural = word.len() > 3 && word.ends_with('s') && !word.ends_with("ss");
        LISTS.has("many", &word)
            || is_plural && !word.ends_with("'s") && !LISTS.has("not-verbs", &word)
    };
    let mut named = topic.split_whitespace().filter(is_small).map(plain);
    if named.any(is_many) {
        return They::Named;
    }
    let does = tokens.next().unwrap_or_default();
    if first == "they" && !LISTS.has("of-a-firm", &does) || first == "their" {
        return They::Unsure;
    }
    let each = text.split(' ').map(|token| {
        let word = plain(token);
        let you = match word.as_str() {
            "they" => "you",
            "they're" => "you're",
            "they've" => "you've",
            "they'd" => "you'd",
            "they'll" => "you'll",
            "their" => "your",
            "themselves" => "yourselves",
            _ => return token.to_owned(),
        };
        let small = token.to_lowercase().replace('’', "'");
        small.replacen(&word, you, 1)
    });
    They::Reader(each.collect::<Vec<_>>().join(" "))
}

/// Whether a subject takes up what a text says: a word or two of it that say something.
pub(super) fn echoes(subject: &str, text: &str) -> bool {
    let said = |word: &String| word.len() > 3 && !super::words::is_common(word);
    let of_text: Vec<String> = words(text).collect();
    let of_subject: Vec<String> = words(subject)
        .filter(said)
        .filter(|word| !LISTS.has("of-subjects", word))
        .collect();
    let shared = of_subject.iter().filter(|word| of_text.contains(word));
    let shared: Vec<&String> = shared.collect();
    let tells = shared.iter().any(|word| !LISTS.has("numbers", word));
    tells && (shared.len() >= 2 || shared.len() == of_subject.len())
}

/// Whether own sentences name what a topic is about, so that they need no lead into it.
pub(super) fn names_topic(own: &str, topic: &str) -> bool {
    let stem = |word: String| -> String {
        let word = word.strip_suffix("'s").unwrap_or(&word);
        word.strip_suffix('s').unwrap_or(word).to_owned()
    };
    let said = |word: &String| word.len() > 3 && !super::words::is_common(word);
    let of_topic: Vec<String> = words(topic).filter(said).map(stem).collect();
    let end = own.find(['.', '?', '!']).unwrap_or(own.len());
    let first: Vec<String> = words(&own[..end]).map(stem).collect();
    let leans = first.first().is_some_and(|word| {
        matches!(
            word.as_str(),
            "that" | "thi" | "it" | "they" | "those" | "these" | "then" | "so" | "and" | "but"
        )
    });
    let shared = of_topic.iter().filter(|word| first.contains(word)).count();
    !leans && shared > 0 && (shared >= 2 || shared == of_topic.len())
}

/// Whether a thing can be joined to another by "and" without a doubt about what belongs to what.
pub(super) fn joins(text: &str) -> bool {
    let first = words(text).next().unwrap_or_default();
    let is_plain = |word: &String| !matches!(word.as_str(), "and" | "or" | "but" | "versus");
    words(text).count() <= 6
        && words(text).all(|word| is_plain(&word))
        && !text.contains([',', ';', ':', '(', '.', '?'])
        && !first.ends_with("ing")
        && !LISTS.has("questions", &first)
}

/// Whether a text is a question as it is asked: `how does the team split the work`.
pub(super) fn is_question(text: &str) -> bool {
    let mut words = words(text);
    let asks = words
        .next()
        .is_some_and(|word| LISTS.has("questions", &word));
    asks && words
        .next()
        .is_some_and(|word| LISTS.has("auxiliaries", &word))
}

/// Whether a moment is a small thing or a way of doing, of which one says that one liked it: `the
/// drawer of phone chargers`, `your rule about Fridays`, `how you stopped for a child`.
pub(super) fn is_liked(text: &str) -> bool {
    if is_grave(text) {
        return false;
    }
    let tokens: Vec<String> = words(text).collect();
    let Some((first, rest)) = tokens.split_first() else {
        return false;
    };
    if first == "how" || first == "the" && rest.first().is_some_and(|word| word == "way") {
        return true;
    }
    let begins = LISTS.has("determiners", first) || LISTS.has("objects", first);
    let ends = |word: &&String| !LISTS.has("after-nouns", word);
    let head = rest.iter().take_while(ends).last();
    begins
        && head.is_some_and(|head| {
            let one = head.strip_suffix('s').unwrap_or(head);
            LISTS.has("liked", head) || LISTS.has("liked", one)
        })
}

/// Whether a text speaks of death, an illness and the like: nobody enjoyed talking about that.
pub(super) fn is_grave(text: &str) -> bool {
    words(text).any(|word| LISTS.has("grave", &word))
}

/// Whether a text is a whole sentence of the writer's own rather than a fragment: `I have …`.
pub(super) fn is_own_sentence(text: &str) -> bool {
    let first = words(text).next().unwrap_or_default();
    matches!(first.as_str(), "i" | "i'm" | "i've" | "i'd" | "i'll")
}

/// A word in lower case without the marks around it.
fn plain(token: &str) -> String {
    token
        .trim_matches(|c: char| !c.is_alphanumeric())
        .to_lowercase()
        .replace('’', "'")
}

fn words(text: &str) -> impl Iterator<Item = String> {
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
    fn one_likes_a_small_thing_or_a_way_and_nothing_grave() {
        for liked in [
            "the drawer of phone chargers for families",
            "your rule about never ringing a claimant on a Friday afternoon",
            "how you stopped mid-sentence to get a crying kid a cookie",
            "the way you walk every room yourself",
            "your whiteboard drawing of a forklift as a consumer group",
        ] {
            assert!(is_liked(liked), "{liked}");
        }
        for other in [
            "your kelpie putting me in my place at the drafting race",
            "the silence when you tasted the gumbo",
            "your question about whom I had fired",
            "the photo of the nurses who died that spring",
            "you mending that gentleman's arm",
        ] {
            assert!(!is_liked(other), "{other}");
        }
    }

    #[test]
    fn they_are_those_who_spoke_unless_somebody_was_named() {
        let asked = "they have had families ask for it";
        assert_eq!(
            who_are_they(asked, "moving the unit to before Christmas"),
            They::Reader("you have had families ask for it".to_owned())
        );
        assert_eq!(who_are_they(asked, "what the schools want"), They::Named);
        assert_eq!(
            who_are_they("they come for the wifi", "the reading room"),
            They::Unsure
        );
        assert_eq!(who_are_they("the board meets", "the date"), They::Named);
    }

    #[test]
    fn a_promise_is_the_thing_that_is_sent() {
        for (typed, said) in [
            ("I'd send you the pinout", "the pinout"),
            ("I would send over the draft", "the draft"),
            ("to send her my notebook", "my notebook"),
            ("I'd text you the name", "I'd text you the name"),
            ("my notebook on the 11", "my notebook on the 11"),
        ] {
            assert_eq!(sent(typed), said);
        }
    }

    #[test]
    fn what_was_done_is_not_had() {
        for had in [
            "working Portuguese",
            "a confined space rescue ticket",
            "experience with union drives",
            "the Level 3 certificate",
        ] {
            assert!(is_had(had), "{had}");
        }
        for done in [
            "my years on the joint health and safety committee",
            "three closed FEMA public assistance projects",
            "a summer at the cannery",
            "12 volumes of maps",
            "running a food bank",
        ] {
            assert!(!is_had(done), "{done}");
        }
    }

    #[test]
    fn a_misfortune_is_told_plainly() {
        assert!(is_told_plainly("you failed your first SQL course"));
        assert!(is_told_plainly(
            "every pun that legal has killed is on the inside of your cupboard door"
        ));
        assert!(!is_told_plainly(
            "you learned to read fire from your grandmother"
        ));
    }

    #[test]
    fn an_answer_may_be_no_sentence() {
        for bare in [
            "With the number, the cause and two ways back, before morning tea.",
            "Early, with the cause and the next number, and before they ask. I would rather wait.",
            "Put a person at the filters with a radio.",
        ] {
            assert!(is_bare_answer(bare), "{bare}");
        }
        for whole in [
            "I would say no to any new consumer of that table.",
            "At the clinic, we had four latches.",
            "The pump runs until the pressure drops.",
        ] {
            assert!(!is_bare_answer(whole), "{whole}");
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
    fn what_was_to_come_is_told_since() {
        for (typed, said) in [
            (
                "you would decide in two weeks",
                "you would decide in two weeks",
            ),
            ("there may be a trial week", "there might be a trial week"),
            ("you will call by Friday", "you would call by Friday"),
            ("you'd call", "you'd call"),
        ] {
            assert_eq!(told_since(typed).as_deref(), Some(said));
        }
        for unsure in [
            "you decide in two weeks",
            "the board meets on the first of December and you would like a name",
        ] {
            assert_eq!(told_since(unsure), None, "{unsure}");
        }
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
