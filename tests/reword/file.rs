//! The text of `wording.yaml`, which people edit.

use proptest::prelude::*;
use regards::letter::{Pins, Wording};
use regards::yaml::{self, Value};

fn pins(picks: &[(&str, &str, &str)]) -> Pins {
    let mut pins = Pins::default();
    for (person, pool, phrase) in picks {
        pins.pin(person, pool, phrase);
    }
    pins
}

fn read(text: &str) -> Wording {
    Wording::read("wording.yaml", text.as_bytes()).unwrap()
}

#[test]
fn names_are_written_as_plainly_as_they_can_be() {
    let pins = pins(&[
        ("Dr. Katherine O'Neill-Vásquez", "closing", "hope"),
        ("Zoë \"Zed\" Müller", "closing", "a"),
        ("\"Zed\"", "closing", "no"),
        ("Ann: #1", "a: b", "[c]"),
        ("it's \"so\": so", "closing", "1.10"),
        ("- Bo", "closing", "true"),
        ("?", "<<", "~"),
    ]);
    insta::assert_snapshot!(Wording::none("wording.yaml").text_with(&pins));
}

#[test]
fn comments_order_and_layout_stay_where_a_pin_changes() {
    let before = "# mine\n\nZed:   # a friend\n    closing:   hope  # good\n    opening: day\n\n\
                  # the others\nAnn:\n\"B: C\":\n  closing: 'like'\n  # last";
    let mut pins = read(before).pins().clone();
    pins.pin("Zed", "closing", "like");
    pins.unpin("Zed", "opening");
    pins.pin("Zed", "moment", "stays");
    pins.pin("Ann", "closing", "hope");
    pins.unpin("B: C", "closing");
    pins.pin("Zoë", "closing", "hope");
    let text = read(before).text_with(&pins);
    insta::assert_snapshot!(text);
    assert_eq!(read(&text).pins(), &pins);
    assert_eq!(read(&text).text_with(&pins), text);
}

#[test]
fn what_stands_between_braces_is_written_anew_below_the_comments() {
    let before = "# mine\n# and this\n{ Zed: { closing: hope }, Ann: { closing: like } }\n";
    let mut pins = read(before).pins().clone();
    pins.pin("Zed", "opening", "day");
    let text = read(before).text_with(&pins);
    assert!(
        text.starts_with("# mine\n# and this\nAnn:\n  closing: like\n"),
        "{text}"
    );
    assert_eq!(read(&text).pins(), &pins);
    for empty in ["", "\n", "# mine\n", "\u{feff}# mine", "---\n", "{}\n"] {
        let text = read(empty).text_with(&pins);
        assert_eq!(read(&text).pins(), &pins, "{empty:?}");
    }
}

/// Names that YAML could take for something else, and any others.
fn name() -> impl Strategy<Value = String> {
    prop_oneof![
        "[A-Za-z .'-]{1,12}",
        "[ -~éß中]{1,12}",
        "[]\\[{}:#&*!|>'\"%@`,? ~-]{1,6}",
        any::<String>().prop_filter("a key is no longer", |text| (1..90).contains(&text.len())),
        Just("true".to_owned()),
        Just("<<".to_owned()),
        Just("字".repeat(200)),
        Just("👩‍🔬".repeat(40)),
    ]
}

fn some_pins() -> impl Strategy<Value = Pins> {
    proptest::collection::vec((name(), name(), name()), 0..6).prop_map(|picks| {
        let mut pins = Pins::default();
        for (person, pool, phrase) in &picks {
            pins.pin(person, pool, phrase);
        }
        pins
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(512) })]

    #[test]
    fn any_text_is_read_back_as_key_and_value(text in name()) {
        let file = format!("{0}: {0}\nbelow:\n  {0}: {0}\n", yaml::exact(&text));
        let document = yaml::load("x.yaml", file.as_bytes()).unwrap();
        let Value::Map(entries) = document.root.value else { panic!("no map") };
        let Value::Map(below) = &entries[1].value.value else { panic!("no map") };
        for entry in [&entries[0], &below[0]] {
            let Value::Scalar(scalar) = &entry.value.value else { panic!("no text") };
            prop_assert_eq!(&entry.key, &text);
            prop_assert_eq!(&scalar.text, &text);
        }
    }

    #[test]
    fn any_pins_come_back_and_change_into_any_others(one in some_pins(), two in some_pins()) {
        let text = Wording::none("wording.yaml").text_with(&one);
        prop_assert!(read(&text).pins() == &one, "{text}");
        let other = read(&text).text_with(&two);
        prop_assert!(read(&other).pins() == &two, "{other}");
        prop_assert!(other.starts_with("# Wordings picked"));
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..60)) {
        if let Ok(wording) = Wording::read("wording.yaml", &bytes) {
            let mut pins = wording.pins().clone();
            pins.pin("Ann", "closing", "hope");
            let text = wording.text_with(&pins);
            prop_assert!(read(&text).pins() == &pins, "{text}");
        }
    }
}
