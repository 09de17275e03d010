//! What every phrase of the built-in theme has to keep to, whoever mends it.

use std::collections::BTreeSet;

use regards::theme::{Pool, Theme};

/// Calls `check` with the id of each pool and the id and text of each of its phrases.
fn each_phrase(mut check: impl FnMut(&str, &str, &str)) {
    let Ok(theme) = Theme::builtin("warm", "en") else {
        panic!("the built-in theme is broken")
    };
    let pools: Vec<&Pool> = theme.pools().collect();
    assert!(pools.len() >= 28, "{} pools", pools.len());
    for pool in pools {
        for phrase in &pool.phrases {
            check(&pool.id, &phrase.id, &phrase.text);
        }
    }
}

#[test]
fn a_pool_has_twelve_phrases_that_begin_differently_and_mostly_not_with_i() {
    let mut pools: std::collections::BTreeMap<String, Vec<String>> = Default::default();
    each_phrase(|pool, _, text| {
        pools
            .entry(pool.to_owned())
            .or_default()
            .push(text.to_owned())
    });
    for (pool, phrases) in pools {
        assert!(phrases.len() >= 12, "{pool} has {}", phrases.len());
        let with_i = phrases.iter().filter(|text| text.starts_with("I ")).count();
        assert!(
            with_i * 3 <= phrases.len() + 2,
            "{pool}: {with_i} begin with I"
        );
        if pool.contains("subject") || pool.contains("sign-off") {
            continue;
        }
        let starts: BTreeSet<String> = phrases
            .iter()
            .map(|text| text.split(' ').take(3).collect::<Vec<_>>().join(" "))
            .collect();
        assert!(
            starts.len() * 3 >= phrases.len() * 2,
            "{pool}: only {starts:?}"
        );
    }
}

#[test]
fn openings_thank_and_sign_offs_end_in_a_comma() {
    each_phrase(|pool, id, text| {
        if pool.contains("opening") {
            assert!(text.to_lowercase().contains("thank"), "{pool}/{id}: {text}");
            assert!(text.contains("{{ role }}"), "{pool}/{id}: {text}");
        }
        if pool.starts_with("opening") {
            assert!(text.contains("{{ day }}"), "{pool}/{id}: {text}");
        }
        if pool.ends_with("sign-off") {
            assert!(text.ends_with(','), "{pool}/{id}: {text}");
        }
    });
}

#[test]
fn a_subject_is_short_and_says_what_it_is() {
    each_phrase(|pool, id, text| {
        if pool == "subject" {
            let subject = text
                .replace("{{ role }}", &"r".repeat(34))
                .replace("{{ weekday }}", "Wednesday")
                .replace("{{ date }}", "September 28");
            assert!(subject.chars().count() < 60, "{id}: {subject}");
            assert!(subject.to_lowercase().contains("thank"), "{id}: {subject}");
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
    ];
    each_phrase(|pool, id, text| {
        for word in never {
            assert!(
                !text.to_lowercase().contains(word),
                "{pool}/{id}: {word} in {text}"
            );
        }
    });
}
