//! How a qualification is told: what of it a letter says, and the need that it meets.

use super::fragment;
use super::text::fold;
use super::words;
use crate::notes::{Claim, Qualification};

/// What a letter says of a qualification.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Telling {
    /// Own sentences for all of it, and the key of the notes that has them.
    Own(String, &'static str),
    /// A noun phrase, and own sentences about it.
    Thing(Option<String>),
}

/// How a qualification is told whose words are `text` as the letter says them.
///
/// Evidence that says the qualification again stands for it where it can stand alone; else it stays
/// out, unless there is something new in it.
pub(super) fn telling(qualification: &Qualification, text: &str) -> Telling {
    let evidence = match &qualification.what {
        Claim::Own { .. } => return Telling::Own(text.to_owned(), "say"),
        Claim::Fact { .. } if fragment::is_own_sentence(text) => {
            return Telling::Own(text.to_owned(), "qualification");
        }
        Claim::Fact { evidence, .. } => evidence.as_deref(),
    };
    let evidence = evidence.map(|evidence| fragment::own(&fold(evidence)));
    match evidence {
        Some(evidence) if fragment::repeats(&evidence, text) => {
            if fragment::stands_alone(&evidence) {
                Telling::Own(evidence, "evidence")
            } else {
                let is_new = fragment::adds(&evidence, text) > 0;
                Telling::Thing(Some(evidence).filter(|_| is_new))
            }
        }
        evidence => Telling::Thing(evidence),
    }
}

/// The evidence that a letter leaves out, since it says the qualification again.
pub(super) fn said_again(qualification: &Qualification) -> Option<&str> {
    let Claim::Fact {
        qualification: thing,
        evidence,
    } = &qualification.what
    else {
        return None;
    };
    let is_left_out = telling(qualification, &fold(thing)) == Telling::Thing(None);
    evidence.as_deref().filter(|_| is_left_out)
}

/// The need that a qualification meets, as it stands after "help with".
///
/// `None` where it does not go on there, and where it says the qualification again.
pub(super) fn need(qualification: &Qualification) -> Option<String> {
    let need = fragment::need(qualification.meets.as_deref()?)?;
    let says_again = match &qualification.what {
        Claim::Fact { qualification, .. } => fragment::touches(qualification, &need),
        // Own sentences may name a part of it: a supplier, and then the boot supplier in Aarhus.
        Claim::Own { say } => fragment::touches(say, &need) && fragment::adds(&need, say) < 2,
    };
    (!says_again).then_some(need)
}

/// Whether own sentences about a qualification need a lead: they do not say themselves that it did
/// not come up, or that it comes on top of something.
pub(super) fn needs_lead(own: &str) -> bool {
    !words::tells_late(&own.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fact(thing: &str, evidence: &str, meets: &str) -> Qualification {
        Qualification {
            what: Claim::Fact {
                qualification: thing.to_owned(),
                evidence: Some(evidence.to_owned()),
            },
            meets: Some(meets.to_owned()),
            tell: None,
        }
    }

    #[test]
    fn evidence_that_says_it_again_stands_for_it_or_stays_out() {
        let alone = "I passed the second level of the CFA in August.";
        let level = fact("the second level of the CFA", alone, "collateral reviews");
        assert_eq!(
            telling(&level, "the second level of the CFA"),
            Telling::Own(alone.to_owned(), "evidence")
        );
        let closed = fact(
            "three closed projects",
            "All three closed without a clawback.",
            "the audit",
        );
        // That there was no clawback is the point of it.
        assert_eq!(
            telling(&closed, "three closed projects"),
            Telling::Thing(Some("All three closed without a clawback.".to_owned()))
        );
        let again = fact("three closed projects", "Three projects, all closed.", "it");
        assert_eq!(
            telling(&again, "three closed projects"),
            Telling::Thing(None)
        );
        assert!(said_again(&again).is_some() && said_again(&level).is_none());
    }

    #[test]
    fn a_need_does_not_say_the_claim_again() {
        let survey = fact(
            "years on the survey team",
            "I ran two.",
            "the operator survey",
        );
        assert_eq!(need(&survey), None);
        let own = Qualification {
            what: Claim::Own {
                say: "I can frighten a Danish supplier.".to_owned(),
            },
            meets: Some("your boot supplier in Aarhus".to_owned()),
            tell: None,
        };
        assert_eq!(need(&own).as_deref(), Some("your boot supplier in Aarhus"));
        let licence = fact("a minibus licence", "I drive.", "the fixtures");
        assert_eq!(need(&licence).as_deref(), Some("the fixtures"));
    }

    #[test]
    fn own_sentences_may_lead_into_themselves() {
        for own in [
            "I also know SAP.",
            "In case it helps, I weld.",
            "I forgot to say that I sing.",
        ] {
            assert!(!needs_lead(own), "{own}");
        }
        assert!(needs_lead("I can weld aluminum."));
    }
}
