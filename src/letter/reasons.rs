//! Why a fact of the notes is not in a letter.

pub(super) const CARD: &str = "a card says one moment or point, and at most one thing more";
pub(super) const QUALIFICATIONS: &str =
    "a letter tells of one qualification, and of a second where it has evidence of its own";
pub(super) const POINTS: &str = "two points are enough for one letter; add your side of it";
pub(super) const SAID: &str =
    "the letter says enough without what they said alone; add your side of it";
pub(super) const QUOTED: &str = "their own words stand in its place";
pub(super) const SAID_INSTEAD: &str = "your answer is to what they said, which stands in its place";
pub(super) const MOMENT: &str = "the moment stands in its place";
pub(super) const BARE: &str =
    "the letter says enough without a bare topic; add what was said about it";
pub(super) const NEGATIVE: &str = "it says what you do not have, and the list is for what you have";
pub(super) const NO_OBJECT: &str = "it does not go on after “I will send you …”: name the thing";
pub(super) const NO_THING: &str =
    "it does not go on after “We talked about …”: write it without its question";
pub(super) const TERMS: &str = "terms of employment are no matter for thanks beside all else";
pub(super) const PRIVATE: &str = "it touches your private note";
/// It says "they", and nothing in it says who.
pub(super) const NOBODY: &str = "it says “they” of nobody: name them";
/// An answer to something that is not in the letter.
pub(super) const LEANS: &str = "it answers what they said, which is not in the letter";
pub(super) const BEFORE: &str = "it speaks of what was still to come when you thanked";
pub(super) const OWN: &str = "your own sentence stands in its place";
/// It speaks of the reader as he or she, and how it would speak to the reader is not certain.
pub(super) const THIRD_PERSON: &str = "it speaks of the reader as he or she";
/// It names the reader, and how it would speak to the reader is not certain.
pub(super) const BY_NAME: &str = "it speaks of the reader by name: write “you”";
/// It says "here", and where that would be in the letter is not certain.
pub(super) const HERE: &str = "it says “here”, which is not where you write from: name the place";
/// It says "they" of whom nothing was said before.
pub(super) const THEY: &str = "it says “they”, who may be anybody: write “you”, or name them";
/// A maxim: to the one who said it, it would be about them.
pub(super) const ANYBODY: &str =
    "its “you” may be anybody: put it under `quote`, if these are the words";
pub(super) const NO_CLAUSE: &str =
    "it does not go on after “You said that …”: write it as a clause, such as “the kiln is old”";
pub(super) const NO_PLACE: &str = "the theme has no place for it";
/// Not left out: it is in the other letter to the same person.
pub(super) const ELSEWHERE: &str = "";

/// The rule that a reason for leaving a fact out breaks, where it is the fault of how it is typed.
pub(super) fn broken_rule(why: &str) -> Option<&'static str> {
    match why {
        NEGATIVE => Some("lacks-qualification"),
        THIRD_PERSON | BY_NAME => Some("third-person"),
        NO_OBJECT | NO_THING | NO_CLAUSE => Some("fragment-form"),
        _ => None,
    }
}
