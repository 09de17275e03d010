//! What every phrase of the built-in theme has to keep to, whoever mends it.

use std::collections::BTreeSet;

use regards::notes::Kind;
use regards::theme::{BUILT_IN, Pool, Theme};

/// Calls `check` with the theme, the id of each of its own pools and the id and text of each phrase.
fn each_phrase(mut check: impl FnMut(&str, &Pool, &str, &str)) {
    for name in BUILT_IN {
        let Ok(theme) = Theme::builtin(name, "en") else {
            panic!("the built-in theme is broken")
        };
        let folder = format!("templates/{name}/");
        let is_own = |pool: &&Pool| pool.source.name().starts_with(&folder);
        let pools: Vec<&Pool> = theme.pools().filter(is_own).collect();
        assert!(pools.len() >= 60, "{name}: {} pools", pools.len());
        for pool in pools {
            for phrase in &pool.phrases {
                check(name, pool, &phrase.id, &phrase.text);
            }
        }
    }
}

/// Whether a pool is one of the thank-you, which goes to many people at once.
fn is_of_thank_you(pool: &str) -> bool {
    let first = pool.split('.').next().unwrap_or_default();
    let is_kind = Kind::ALL.iter().any(|kind| kind.name() == first);
    !is_kind && !["call", "voicemail", "later"].contains(&first)
}

#[test]
fn a_pool_has_enough_phrases_that_begin_differently_and_mostly_not_with_i() {
    each_phrase(|theme, pool, id, _| {
        let phrases = &pool.phrases;
        if phrases[0].id != id {
            return;
        }
        let name = format!("{theme}: {}", pool.id);
        let least = if is_of_thank_you(&pool.id) { 12 } else { 4 };
        assert!(phrases.len() >= least, "{name} has {}", phrases.len());
        let with_i = phrases.iter().filter(|each| each.text.starts_with("I "));
        assert!(
            with_i.count() * 3 <= phrases.len() * 2 + 1,
            "{name} begins with I"
        );
        // A greeting begins every call.
        let begins_alike = ["subject", "sign-off", "call", "voicemail"];
        if begins_alike.iter().any(|each| pool.id.contains(each)) {
            return;
        }
        let start = |text: &str| {
            // Of a phrase that begins in two ways, the last is the one that is mostly said.
            let begins = [
                "{% if point.sober %}",
                "{% if several %}",
                "{% if moment_doing %}",
                "{% if moment_liked %}",
            ];
            let is_double = begins.iter().any(|tag| text.starts_with(tag));
            let said = match text.split_once("{% else %}") {
                Some((_, said)) if is_double => said,
                _ => text,
            };
            let said = said.replace("{% endif %}", "");
            said.split(' ').take(4).collect::<Vec<_>>().join(" ")
        };
        let starts: BTreeSet<String> = phrases.iter().map(|each| start(&each.text)).collect();
        assert!(
            starts.len() * 3 >= phrases.len() * 2,
            "{name}: only {starts:?}"
        );
    });
}

#[test]
fn openings_thank_and_sign_offs_end_in_a_comma() {
    each_phrase(|theme, pool, id, text| {
        let name = format!("{theme}: {}/{id}: {text}", pool.id);
        if pool.id.starts_with("opening") || pool.id.starts_with("card.opening") {
            let lower = text.to_lowercase();
            let thanks = [
                "thank",
                "grateful",
                "appreciat",
                "kind",
                "enjoyed",
                "glad",
                "good",
                "nice",
            ]
            .iter()
            .any(|word| lower.contains(word));
            assert!(thanks, "{name}");
            // After own sentences that have named the role it only thanks.
            let places = text.contains("{{ the_role }}") || text.contains("{{ the_position }}");
            let gives_way = text.contains("{% if not say_opening_role %}");
            assert!(places && gives_way == (pool.id == "opening.also"), "{name}");
        }
        // The points talk and the closing may give many thanks: neither is to be heard twice.
        let is_opening = pool.id.starts_with("opening") || pool.id.starts_with("card.opening");
        if is_opening {
            let lower = text.to_lowercase();
            assert!(
                !lower.contains("talk") && !lower.contains("many thanks"),
                "{name}"
            );
        }
        if pool.id.starts_with("opening") && pool.id != "opening.also" {
            assert!(text.contains("{{ day }}"), "{name}");
        }
        if pool.id.ends_with("sign-off") {
            assert!(text.ends_with(','), "{name}");
        }
    });
}

#[test]
fn two_phrases_of_a_pool_have_no_sentence_in_common() {
    each_phrase(|theme, pool, id, text| {
        if pool.id.contains("subject") || pool.id.contains("sign-off") {
            return;
        }
        let sentences = |text: &str| -> BTreeSet<String> {
            let all = text
                .split_inclusive(". ")
                .map(|each| each.trim().to_owned());
            all.filter(|each| !each.contains("{{")).collect()
        };
        for other in pool.phrases.iter().filter(|other| other.id != id) {
            let (one, two) = (sentences(text), sentences(&other.text));
            let both: Vec<&String> = one.intersection(&two).collect();
            assert!(
                both.is_empty(),
                "{theme}: {}: {id} and {}: {both:?}",
                pool.id,
                other.id
            );
        }
    });
}

#[test]
fn a_subject_is_short_and_says_what_it_is() {
    each_phrase(|_, pool, id, text| {
        let pool = &pool.id;
        if pool == "subject" || pool.ends_with(".subject") {
            // Of a name that is long the other branch is without it.
            let named = text.rsplit_once("{% else").map_or(text, |(named, _)| named);
            let named = named.split_once("%}").map_or(named, |(_, named)| named);
            let subject = named
                .replace("{{ role }}", &"r".repeat(34))
                .replace("{{ weekday }}", "Wednesday")
                .replace("{{ greeting }}", &"g".repeat(30))
                .replace("{{ date }}", "September 28");
            assert!(subject.chars().count() < 60, "{id}: {subject}");
            let thanks = subject.to_lowercase().contains("thank");
            assert!(thanks || pool != "subject", "{id}: {subject}");
            assert!(!subject.ends_with('.'), "{id}: {subject}");
        }
    });
}

#[test]
fn no_phrase_gushes_apologises_or_dashes() {
    let never = [
        "truly",
        "absolutely",
        "incredibly",
        "thrilled",
        "passionate",
        "insight",
        "valuable",
        "reach out",
        "hope this finds",
        "hesitate",
        "align",
        "sorry",
        "apolog",
        "nervous",
        "!",
        " – ",
        "—",
        "look forward to hearing",
        "our office",
        "in person",
        "struck",
        "forget",
        "add something",
        "one thing about",
        "i would add one",
        "your consideration",
        "for this work",
    ];
    each_phrase(|_, pool, id, text| {
        let pool = &pool.id;
        // Between the thanks and the role a subject may have one.
        let text = &if pool.ends_with("subject") {
            text.replace(" – {{ role }}", "")
        } else {
            text.to_owned()
        };
        for word in never {
            assert!(
                !text.to_lowercase().contains(word),
                "{pool}/{id}: {word} in {text}"
            );
        }
    });
}

#[test]
fn a_covering_email_says_once_for_whom_and_its_subject_fits_one_note_and_several() {
    each_phrase(|theme, pool, id, text| {
        let name = format!("{theme}: {}/{id}: {text}", pool.id);
        match pool.id.as_str() {
            // The closing thanks for doing it "for me".
            "covering.one" | "covering.several" => assert!(!text.contains("for me"), "{name}"),
            "covering.subject" => {
                let counts = ["notes", "a note", "people", "person"];
                assert!(!counts.iter().any(|word| text.contains(word)), "{name}");
            }
            _ => {}
        }
    });
}
