//! A theme of one's own changes what it holds and nothing else, byte for byte.

use std::collections::BTreeMap;

use regards::theme::{BUILT_IN, Phrase, Theme};

use crate::support::{Folder, example};

const LETTER: &str = "mine/en/phrases/letter.yaml";

/// The files of the letters that a theme makes, without the manifest.
fn letters(folder: &Folder, theme: &str) -> BTreeMap<String, Vec<u8>> {
    let out = format!("out/{theme}");
    let write = [
        "write",
        "panel.yaml",
        "--theme",
        theme,
        "--out",
        &out,
        "--quiet",
    ];
    let printed = folder.regards(&write).passes();
    // Under `--quiet` warnings are kept back; they are looked for elsewhere.
    assert_eq!(printed.stderr, "");
    let before = format!("{out}/panel/");
    let files = folder.files().into_iter();
    files
        .filter_map(|(name, bytes)| Some((name.strip_prefix(&before)?.to_owned(), bytes)))
        .filter(|(name, _)| name != ".regards.json")
        .collect()
}

/// The names of the files that differ.
fn changed(one: &BTreeMap<String, Vec<u8>>, other: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
    let names: Vec<&String> = one.keys().collect();
    assert_eq!(names, other.keys().collect::<Vec<_>>());
    names
        .into_iter()
        .filter(|name| one[*name] != other[*name])
        .cloned()
        .collect()
}

/// The names of the files of the emails that have these words.
fn with(letters: &BTreeMap<String, Vec<u8>>, words: &str) -> Vec<String> {
    let has = |bytes: &[u8]| String::from_utf8_lossy(bytes).contains(words);
    let stems: Vec<&str> = letters
        .iter()
        .filter(|(name, bytes)| name.ends_with(".txt") && has(bytes))
        .filter_map(|(name, _)| name.strip_suffix(".txt"))
        .collect();
    let of = |name: &String| {
        stems
            .iter()
            .any(|stem| name.starts_with(&format!("{stem}.")))
    };
    letters.keys().filter(|name| of(name)).cloned().collect()
}

/// A folder with notes of five people and the files of a built-in theme in `mine`.
fn ejected(theme: &str) -> Folder {
    let folder = Folder::with("panel.yaml", example("panel.yaml"));
    folder.regards(&["themes", "eject", theme, "mine"]).passes();
    folder
}

/// A closing as it stands in the letters of the example.
fn said(phrase: &Phrase) -> String {
    let text = phrase.text.replace("{{ at_company }}", "at Northwind");
    let text = text.replace("{{ company }}", "Northwind");
    // To those who have a say.
    let Some((before, rest)) = text.split_once("{% if considers %}") else {
        return text;
    };
    let (first, rest) = rest.split_once("{% else %}").unwrap();
    let (_, after) = rest.split_once("{% endif %}").unwrap();
    format!("{before}{first}{after}")
}

#[test]
fn a_phrase_that_is_changed_changes_only_the_letters_that_were_dealt_it() {
    let folder = ejected("warm");
    let before = letters(&folder, "warm");
    assert_eq!(changed(&before, &letters(&folder, "mine")), [""; 0]);
    let warm = Theme::builtin("warm", "en").unwrap();
    let phrases = &warm.pool("closing").unwrap().phrases;
    let dealt: Vec<&Phrase> = phrases
        .iter()
        .filter(|phrase| !with(&before, &said(phrase)).is_empty())
        .collect();
    assert!(dealt.len() > 1, "nobody was dealt a closing");
    let text = folder.read(LETTER);
    for (turn, phrase) in dealt.into_iter().enumerate() {
        assert_eq!(text.matches(&phrase.text).count(), 1, "{}", phrase.text);
        let mine = "So much for today at {{ company }}. Thank you.";
        folder.put(LETTER, text.replace(&phrase.text, mine));
        // A folder of its own each time, so that no letter of the last turn is in the way.
        std::fs::rename(
            folder.path().join("out"),
            folder.path().join(format!("{turn}")),
        )
        .unwrap();
        let after = letters(&folder, "mine");
        let expected = with(&before, &said(phrase));
        assert_eq!(changed(&before, &after), expected, "{}", phrase.id);
        assert_eq!(with(&after, "So much for today at Northwind."), expected);
    }
    // A phrase that nobody was dealt changes nothing.
    let unused = phrases
        .iter()
        .find(|phrase| with(&before, &said(phrase)).is_empty())
        .unwrap();
    folder.put(LETTER, text.replace(&unused.text, "Goodbye."));
    std::fs::rename(folder.path().join("out"), folder.path().join("last")).unwrap();
    assert_eq!(changed(&before, &letters(&folder, "mine")), [""; 0]);
}

#[test]
fn every_built_in_theme_is_the_same_after_it_was_ejected() {
    for theme in BUILT_IN {
        let folder = ejected(theme);
        let same = changed(&letters(&folder, theme), &letters(&folder, "mine"));
        assert_eq!(same, [""; 0], "{theme}");
        let shown = folder.regards(&["themes", "show", "mine"]).passes();
        assert_eq!(shown.stderr, "", "{theme}");
        let from = format!("({theme})");
        assert!(!shown.stdout.contains(&from), "{}", shown.stdout);
        let limits = |text: &str| -> Vec<String> {
            let rows = text.lines().filter(|line| line.contains(".md "));
            rows.map(|line| line.split_whitespace().skip(2).collect())
                .collect()
        };
        let built_in = folder.regards(&["themes", "show", theme]).passes();
        assert_eq!(limits(&shown.stdout), limits(&built_in.stdout), "{theme}");
    }
}

#[test]
fn a_base_alone_is_the_base() {
    let folder = Folder::with("panel.yaml", example("panel.yaml"));
    folder.put("mine/theme.yaml", "name: mine\nbase: formal\n");
    let mine = letters(&folder, "mine");
    assert_eq!(changed(&letters(&folder, "formal"), &mine), [""; 0]);
    assert_ne!(changed(&letters(&folder, "warm"), &mine), [""; 0]);
}

#[test]
fn limits_of_ones_own_change_the_letters_that_are_over_them() {
    let folder = Folder::with("panel.yaml", example("panel.yaml"));
    folder.put("mine/theme.yaml", "thank-you: { email: { words: 80 } }\n");
    let (before, after) = (letters(&folder, "warm"), letters(&folder, "mine"));
    let words = |bytes: &[u8]| String::from_utf8_lossy(bytes).split_whitespace().count();
    let long: Vec<&String> = before
        .keys()
        .filter(|name| name.ends_with(".txt") && words(&before[*name]) > 80)
        .collect();
    let changed = changed(&before, &after);
    let texts: Vec<&String> = changed
        .iter()
        .filter(|name| name.ends_with(".txt"))
        .collect();
    assert_eq!(texts, long);
    assert!(!long.is_empty());
    assert!(changed.iter().all(|name| !name.ends_with(".pdf")));
}

#[test]
fn a_skeleton_of_ones_own_takes_the_built_in_phrases_and_leaves_other_letters() {
    let folder = Folder::with("panel.yaml", example("panel.yaml"));
    let skeleton = "Dear {{ greeting }},\n\n{{ say(pool=\"opening\") }}\n\n{{ say(pool=\"closing\") }}\n\n{{ say(pool=\"sign-off\") }}\\\n{{ from.name }}\n";
    folder.put("mine/en/thank-you.email.md", skeleton);
    let (before, after) = (letters(&folder, "warm"), letters(&folder, "mine"));
    let changed = changed(&before, &after);
    let emails: Vec<&str> = before
        .keys()
        .filter_map(|name| name.strip_suffix(".txt"))
        .collect();
    let of_email = |name: &String| emails.iter().any(|stem| name.starts_with(stem));
    assert!(
        !changed.is_empty() && changed.iter().all(of_email),
        "{changed:?}"
    );
    for name in changed.iter().filter(|name| name.ends_with(".txt")) {
        let (old, new) = (&before[name], &after[name]);
        let (old, new) = (String::from_utf8_lossy(old), String::from_utf8_lossy(new));
        // Salutation, what the deal gives for opening and closing, sign-off.
        for block in new.split("\n\n").filter(|block| !block.contains(". ")) {
            assert!(old.contains(block), "{block}\n--\n{old}");
        }
        assert!(new.len() < old.len());
    }
}
