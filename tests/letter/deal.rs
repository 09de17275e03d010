//! The deal of phrases: nobody shares one while there are enough, and letters stay as they are.

use std::collections::BTreeSet;

use proptest::prelude::*;
use regards::letter::Deal;

use super::values::dealt;
use super::*;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_pool_serves_everybody_once_before_anybody_twice(
        sender in ".{0,12}", company in ".{0,12}", size in 1_usize..30
    ) {
        let phrases: Vec<String> = (0..size).map(|at| format!("phrase-{at}")).collect();
        let deal = Deal::with(&sender, &company, date(2026, 11, 18));
        let picks: BTreeSet<usize> =
            (0..size).filter_map(|person| deal.pick("opening", &phrases, person)).collect();
        prop_assert_eq!(picks.len(), size);
        prop_assert_eq!(deal.pick("opening", &phrases, size), deal.pick("opening", &phrases, 0));
        let again = Deal::with(&sender, &company, date(2026, 11, 18));
        prop_assert_eq!(again.order("opening", &phrases), deal.order("opening", &phrases));
    }

    #[test]
    fn a_person_added_or_edited_leaves_the_letters_of_others(
        names in prop::collection::vec("[A-Z][a-z]{2,8} [A-Z][a-z]{2,8}", 1..6),
        new in "[A-Z][a-z]{2,8}", edited in any::<prop::sample::Index>()
    ) {
        let theme = small();
        let people: Vec<Interviewer> = names
            .iter()
            .map(|name| {
                let mut who = person(name);
                who.discussed_points = vec![topic("looms"), topic("the night shift")];
                who
            })
            .collect();
        let texts = |people: &[Interviewer]| -> Vec<String> {
            let composed =
                compose(&notes(people.to_vec()), &theme, &Endless, &ComposeOptions::default());
            composed.unwrap().letters.iter().map(|letter| letter.text.to_string()).collect()
        };
        let before = texts(&people);
        let mut more = people.clone();
        more.push(person(&new));
        prop_assert_eq!(&texts(&more)[..names.len()], &before[..]);
        let mut other = people.clone();
        let at = edited.index(names.len());
        other[at].moment = Some("the story of the loom".to_owned());
        let after = texts(&other);
        for place in (0..names.len()).filter(|place| *place != at) {
            prop_assert_eq!(&after[place], &before[place]);
        }
    }
}

#[test]
fn fields_of_the_hash_cannot_run_into_each_other() {
    let phrases: Vec<String> = (0..12).map(|at| format!("phrase-{at}")).collect();
    let day = date(2026, 11, 18);
    let one = Deal::with("ab", "c", day).order("opening", &phrases);
    let other = Deal::with("a", "bc", day).order("opening", &phrases);
    assert_ne!(one, other);
}

#[test]
fn nobody_shares_a_phrase_of_a_pool_that_is_large_enough() {
    let theme = warm();
    let people = (0..8)
        .map(|place| {
            let mut who = person(&format!("Given{place} Family"));
            who.discussed_points = vec![topic("looms")];
            who.moment = Some("the story of the loom".to_owned());
            who
        })
        .collect();
    let composed = compose(&notes(people), &theme, &Endless, &ComposeOptions::default()).unwrap();
    let mut seen = BTreeSet::new();
    for letter in &composed.letters {
        let ends = letter.subject.iter().chain(&letter.sign_off);
        for part in letter.paragraphs.iter().flatten().chain(ends) {
            if let Some(phrase) = &part.phrase {
                let new = seen.insert((part.pool.clone(), phrase.clone()));
                assert!(new, "two people read `{phrase}` of `{}`", part.pool);
            }
        }
    }
    assert!(seen.len() >= 8 * 5);
}

#[test]
fn everybody_is_dealt_the_same_whoever_else_is_written_to() {
    let notes = full();
    let all = write(&notes);
    let options = ComposeOptions {
        only: Some(vec![Recipient::Interviewer(1)]),
        ..ComposeOptions::default()
    };
    let one = compose(&notes, &small(), &Endless, &options).unwrap();
    assert_eq!(one.letters[0].text, all.letters[1].text);
}

#[test]
fn an_order_belongs_to_its_phrases_and_not_to_their_number() {
    let day = date(2026, 11, 18);
    let named =
        |start: &str| -> Vec<String> { (0..12).map(|at| format!("{start}-{at}")).collect() };
    let deal = Deal::with("a", "b", day);
    let (one, other) = (named("one"), named("other"));
    let first = deal.order("opening", &one);
    // The second order was the first's, kept by the name of the pool.
    let second = deal.order("opening", &other);
    assert_ne!(first, second);
    assert_eq!(second, Deal::with("a", "b", day).order("opening", &other));
}

#[test]
fn what_would_be_said_twice_gives_way_and_nobody_shares_the_second_choice() {
    let people = |own: &str| -> Vec<Interviewer> {
        let each = (0..8).map(|place| {
            let mut who = person(&format!("Given{place} Family"));
            who.moment = Some("the jar of bent needles".to_owned());
            who.discussed_points = vec![Point::Own {
                say: own.to_owned(),
            }];
            who
        });
        each.collect()
    };
    let mut any = 0;
    let companies = ["Northwind", "Halden", "Gdynia Works", "Old Mill"];
    let each = |name| companies.map(|company| (name, company));
    for (name, company) in regards::theme::BUILT_IN.into_iter().flat_map(each) {
        let theme = built_in(name);
        let of = |own: &str| -> Vec<Vec<(String, String)>> {
            let mut notes = notes(people(own));
            company.clone_into(&mut notes.interview.company);
            let composed = compose(&notes, &theme, &Endless, &ComposeOptions::default());
            let letters = composed.unwrap().letters;
            letters.iter().map(|each| dealt(each).collect()).collect()
        };
        let plain = of("The tea was strong.");
        for own in ["I liked it.", "I enjoyed it.", "I appreciate it."] {
            let own = of(own);
            let moved: Vec<usize> = (0..8).filter(|&at| plain[at] != own[at]).collect();
            assert!(moved.iter().all(|&at| at < 6), "{name}: {moved:?}");
            any += moved.len();
            let all: BTreeSet<&(String, String)> = own.iter().flatten().collect();
            assert_eq!(all.len(), own.iter().flatten().count(), "{name}");
        }
    }
    assert!(any > 0);
}
