//! What holds for any file: no panic, and every message points into the text.

use proptest::prelude::*;
use regards::diagnostic::{Style, render};
use regards::{notes, yaml};

/// Loads and renders; every place lies inside the text and on characters.
fn load(bytes: &[u8]) {
    let (report, loaded) = match notes::load("notes.yaml", bytes) {
        Ok(loaded) => (loaded.report, true),
        Err(report) => (report, false),
    };
    assert_eq!(loaded, !report.has_errors());
    for diagnostic in &report.diagnostics {
        if let regards::diagnostic::Place::Bytes(range) = &diagnostic.place {
            assert!(
                report.source.text().get(range.clone()).is_some(),
                "{diagnostic:?}"
            );
        }
        if let Some(range) = report.source.range(&diagnostic.place) {
            assert!(report.source.text().get(range).is_some(), "{diagnostic:?}");
        }
    }
    render(&report, Style::default());
}

/// One change to a good file: delete, insert, or swap two lines.
#[derive(Debug, Clone)]
enum Change {
    Delete(usize, usize),
    Insert(usize, String),
    Swap(usize, usize),
}

fn change() -> impl Strategy<Value = Change> {
    let signs = proptest::sample::select(vec![
        ":",
        ": ",
        " #",
        "\"",
        "'",
        "[",
        "]",
        "{",
        "}",
        "- ",
        "-",
        "\t",
        "\n",
        "\r\n",
        "|",
        ">-",
        "*a",
        "&a ",
        "!t ",
        "`",
        "@",
        "%",
        "? ",
        "---\n",
        "\u{a0}",
        "é",
        "\u{0}",
        "\u{202e}",
        ",",
        "<<: x\n",
        "  ",
        "\\",
        "~",
        "1",
        "\u{feff}",
        "\u{85}",
        "\u{2028}",
        "...\n",
        "name: x\n",
    ]);
    prop_oneof![
        (any::<usize>(), 1..12_usize).prop_map(|(at, length)| Change::Delete(at, length)),
        (any::<usize>(), signs).prop_map(|(at, sign)| Change::Insert(at, sign.to_owned())),
        (any::<usize>(), any::<usize>()).prop_map(|(one, two)| Change::Swap(one, two)),
    ]
}

fn changed(text: &str, change: &Change) -> String {
    let chars: Vec<char> = text.chars().collect();
    match change {
        Change::Delete(at, length) => {
            let at = at % (chars.len() + 1);
            let kept = chars.iter().enumerate();
            kept.filter(|(place, _)| !(at..at + length).contains(place))
                .map(|(_, char)| char)
                .collect()
        }
        Change::Insert(at, sign) => {
            let (before, after) = chars.split_at(at % (chars.len() + 1));
            before.iter().collect::<String>() + sign + &after.iter().collect::<String>()
        }
        Change::Swap(one, two) => {
            let mut lines: Vec<&str> = text.split_inclusive('\n').collect();
            let count = lines.len().max(1);
            if !lines.is_empty() {
                lines.swap(one % count, two % count);
            }
            lines.concat()
        }
    }
}

/// `init.yaml` without its comments: what is left is dense enough for changes to matter.
fn good() -> String {
    let lines = notes::INIT
        .lines()
        .filter(|line| !line.trim_start().starts_with('#'));
    lines.map(|line| line.to_owned() + "\n").collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(128) })]

    #[test]
    fn any_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        load(&bytes);
    }

    #[test]
    fn any_text(text in "[ -~\n\t:'\"#\\[\\]{}|>&*!%@`é\u{a0}\u{feff}-]{0,120}") {
        load(text.as_bytes());
    }

    #[test]
    fn a_good_file_with_changes(changes in proptest::collection::vec(change(), 1..6)) {
        let text = changes.iter().fold(good(), |text, change| changed(&text, change));
        load(text.as_bytes());
    }

    #[test]
    fn text_in_quotation_marks_comes_back(text in "[!#-&(-~é中]([ -~é中]{0,30}[!-~é中])?") {
        // Not text that begins with a mark: it may be taken for a quoted value and lose them.
        let file = format!("key: {}\n", yaml::quoted(&text));
        let document = yaml::load("x.yaml", file.as_bytes()).unwrap();
        let yaml::Value::Map(entries) = document.root.value else { panic!("no map") };
        let yaml::Value::Scalar(scalar) = &entries[0].value.value else { panic!("no text") };
        prop_assert_eq!(&scalar.text, &text);
    }

    #[test]
    fn plain_scalars_are_their_bytes(text in "[A-Za-z0-9+_/][A-Za-z0-9.+_/-]{0,11}") {
        let file = format!("key: {text}\nlist: [{text}, {text}]\n");
        let document = yaml::load("x.yaml", file.as_bytes()).unwrap();
        let yaml::Value::Map(entries) = document.root.value else { panic!("no map") };
        let yaml::Value::Scalar(scalar) = &entries[0].value.value else { panic!("no text") };
        prop_assert_eq!(&scalar.text, &text);
        prop_assert_eq!(&file[entries[0].value.span.clone()], text.as_str());
        let yaml::Value::List(items) = &entries[1].value.value else { panic!("no list") };
        prop_assert_eq!(&file[items[1].span.clone()], text.as_str());
    }
}
