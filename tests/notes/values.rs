//! What comes through, and how.

use insta::assert_snapshot;
use regards::card;
use regards::diagnostic::{MOST_SHOWN, Path, Style, render};
use regards::notes::{self, Claim, Loaded, Notes, Point};

/// A file with `value` as the company, and a place for more lines in the first interviewer.
fn file(company: &str, more: &str) -> String {
    format!(
        "from: {{ name: Amara Okafor }}\n\
         interview:\n  company: {company}\n  role: Engineer\n  date: 2026-11-18\n\
         interviewers:\n  - name: Katherine O'Neill\n{more}"
    )
}

fn load(text: &str) -> Loaded {
    notes::load("notes.yaml", text.as_bytes())
        .unwrap_or_else(|report| panic!("{}", render(&report, Style::default())))
}

fn read(text: &str) -> Notes {
    let loaded = load(text);
    assert!(
        loaded.report.diagnostics.is_empty(),
        "{}",
        render(&loaded.report, Style::default())
    );
    loaded.notes
}

#[test]
fn init_loads_without_a_word() {
    let notes = read(notes::INIT);
    assert_eq!(notes.interviewers.len(), 2);
    assert_eq!(notes.missing_qualifications.len(), 1);
}

#[test]
fn everything_that_init_has_in_comments_can_be_switched_on() {
    // A commented line of YAML is "# key: …", "#   - …" or a continuation deeper in; prose
    // comments begin with a capital or are above the first key.
    let (_, body) = notes::INIT.split_once("\nfrom:").unwrap();
    let mut text = String::from("from:");
    for line in body.lines() {
        let blank = line.len() - line.trim_start().len();
        match line.trim_start().strip_prefix("# ") {
            Some(rest) if !rest.starts_with(char::is_uppercase) || rest.starts_with("  ") => {
                text.push_str(&line[..blank]);
                text.push_str(rest);
            }
            Some(_) => {}
            None => text.push_str(line),
        }
        text.push('\n');
    }
    let notes = read(&text);
    assert_eq!(notes.from.links, ["https://okafor.example"]);
    assert_eq!(notes.interviewers[0].loose_ends.len(), 1);
    assert_eq!(notes.missing_qualifications[0].tell, Some(0));
    assert_eq!(notes.words, ["LabVIEW", "andon"]);
}

#[test]
fn text_comes_through_as_typed() {
    for text in [
        "A*STAR",
        "R_D (C_O_R_E)",
        "Null",
        "NO",
        "Yes",
        "01234",
        "1.10",
        "0x1F",
        "1e3",
        ".inf",
        "2026-11-18",
        "12:30:45",
        "1_000",
        "O'Brien, José",
        "Nguyễn Thị Minh Khai",
        "山田 太郎",
        "Zoë \"Zed\" Müller",
        "C#",
        "AT&T",
        "50%",
        "a: b".trim_end_matches(": b"),
        "<b>bold</b>",
        "it's",
        "$5 & more",
        "Acme, Inc.",
        "=SUM(A1)",
        "- dash".trim_start_matches("- "),
        "true",
    ] {
        assert_eq!(read(&file(text, "")).interview.company, text);
    }
}

#[test]
fn text_that_yaml_would_misread_comes_through_in_quotation_marks() {
    for text in [
        "1. whether <b>bold</b> needs {{ proof }} & C#",
        "`dbt` models",
        "he said: stay",
        "\"quote\", he said",
        "issue #12",
        "*bold*",
        "- dash",
        "it's \"both\"",
        "C:\\Users",
        "[x] done",
        "{{ proof }}",
        "@home",
        "%",
        "!",
        "&",
        "null",
        "~",
    ] {
        let quoted = regards::yaml::quoted(text);
        assert_eq!(read(&file(&quoted, "")).interview.company, text, "{quoted}");
        let block = format!(">-\n    {text}");
        assert_eq!(read(&file(&block, "")).interview.company, text, "{block}");
    }
}

#[test]
fn a_hash_inside_a_word_is_text_and_after_a_space_it_warns() {
    assert_eq!(
        read(&file("C# & F# Ltd", "")).interview.company,
        "C# & F# Ltd"
    );
    let loaded = load(&file("Acme #1 Logistics", ""));
    assert_eq!(loaded.notes.interview.company, "Acme");
    assert_eq!(loaded.report.diagnostics.len(), 1);
    assert_eq!(loaded.report.diagnostics[0].rule, "cut-by-comment");
    // A date, a name or a choice with a comment beside it is what everybody does.
    read(&file(
        "Acme   # they write it so",
        "    send: card # by post\n",
    ));
}

#[test]
fn line_breaks_in_prose_become_spaces_and_an_address_keeps_its_own() {
    let more = "    moment: >-\n      your story about\n      the conveyor\n\n      at night\n    \
                private: |\n      one\n        two\n    address: |\n      400 N Morgan St\n\n      Chicago  \n";
    let notes = read(&file("Acme", more));
    let person = &notes.interviewers[0];
    assert_eq!(
        person.moment.as_deref(),
        Some("your story about the conveyor at night")
    );
    assert_eq!(person.private.as_deref(), Some("one two"));
    assert_eq!(person.address.as_deref(), Some("400 N Morgan St\nChicago"));
}

#[test]
fn a_bom_and_crlf_are_fine() {
    let text =
        format!("\u{feff}{}", file("Zoë & Söhne", "    moment: the lab\n")).replace('\n', "\r\n");
    let loaded = load(&text);
    assert_eq!(loaded.notes.interview.company, "Zoë & Söhne");
    let company = Path::root().key("interview").key("company");
    let place = loaded.source.spans(&company).unwrap();
    assert_eq!(&text[place.value.clone()], "Zoë & Söhne");
    assert_eq!(&text[place.key.clone().unwrap()], "company");
}

#[test]
fn short_forms_and_other_names() {
    let text = file(
        "Acme",
        "    discussed_points: [the benches, { say: We talked. }]\n",
    ) + "not_mentioned:\n  - { qualification: fluent Polish, tell: o’neill }\n"
        + "  - { say: I speak Polish. }\n";
    let loaded = load(&text);
    let points = &loaded.notes.interviewers[0].discussed_points;
    assert!(matches!(&points[0], Point::Topic(topic) if topic.topic == "the benches"));
    assert!(matches!(&points[1], Point::Own { say } if say == "We talked."));
    let told = &loaded.notes.missing_qualifications;
    assert_eq!(told[0].tell, Some(0));
    assert!(matches!(&told[1].what, Claim::Own { say } if say == "I speak Polish."));
    // The place is found under the name that everybody else uses.
    let path = Path::root()
        .key("missing_qualifications")
        .item(0)
        .key("qualification");
    assert_eq!(
        &text[loaded.source.spans(&path).unwrap().value.clone()],
        "fluent Polish"
    );
}

#[test]
fn tell_takes_any_part_of_the_name_that_fits_one_person() {
    let names =
        "  - name: Katherine Brandt\n  - name: Dr. José María Ñíguez-Lopez\n  - name: Kat Li\n";
    for (typed, at) in [
        ("O'Neill", 0),
        ("oneill", 9),
        ("Brandt", 1),
        ("jose", 2),
        ("Ñíguez", 2),
        ("Lopez", 2),
        ("José Ñíguez-Lopez", 2),
        ("Kat", 3),
        ("Katherine B", 1),
        ("Katherine O", 0),
        ("Li", 3),
        ("Dr. José María Ñíguez-Lopez", 2),
    ] {
        let text = file("Acme", names)
            + &format!("missing_qualifications:\n  - {{ qualification: x, tell: \"{typed}\" }}\n");
        let told = notes::load("notes.yaml", text.as_bytes()).map_or(9, |loaded| {
            loaded.notes.missing_qualifications[0].tell.unwrap()
        });
        assert_eq!(told, at, "{typed}");
    }
}

#[test]
fn times_are_understood_with_and_without_quotation_marks() {
    for typed in ["9:30", "\"9:30\"", "09:30", "'09:30'"] {
        let text = file("Acme", "").replace("  role:", &format!("  time: {typed}\n  role:"));
        assert_eq!(
            read(&text).interview.time,
            Some(jiff::civil::time(9, 30, 0, 0))
        );
    }
}

#[test]
fn blank_values_are_as_if_left_out() {
    let more =
        "    moment:\n    told_me: \"\"\n    email: ~\n    send: null\n    say:\n    promised:\n";
    let person = &read(&file("Acme", more)).interviewers[0];
    assert_eq!((&person.moment, &person.told_me), (&None, &None));
    assert_eq!((&person.email, person.send), (&None, None));
    assert!(person.promised.is_empty());
}

#[test]
fn a_date_that_only_the_plan_uses_never_refuses_a_file() {
    let text = file("Acme", "").replace(
        "  role:",
        "  ask_again_after: soon\n  next_steps: [{ said: you would ring, by: soon }]\n  role:",
    );
    let loaded = load(&text);
    assert_eq!(loaded.report.diagnostics.len(), 2);
    assert_eq!(loaded.notes.interview.ask_again_after, None);
    assert_eq!(
        loaded.notes.interview.next_steps[0].said.as_deref(),
        Some("you would ring")
    );
}

#[test]
fn a_hundred_interviewers_are_fine_and_one_more_is_not() {
    let people = |count: usize| -> String {
        (1..count)
            .map(|number| format!("  - name: Person No{number}\n"))
            .collect()
    };
    assert_eq!(read(&file("Acme", &people(100))).interviewers.len(), 100);
    let report = notes::load("notes.yaml", file("Acme", &people(101)).as_bytes()).unwrap_err();
    assert_snapshot!(render(&report, Style::default()));
}

#[test]
fn over_one_mebibyte_is_refused_unread() {
    let mut text = file("Acme", "").into_bytes();
    text.resize(regards::yaml::MAX_BYTES, b'\n');
    assert!(notes::load("notes.yaml", &text).is_ok());
    text.push(b'\n');
    let report = notes::load("notes.yaml", &text).unwrap_err();
    assert_snapshot!(render(&report, Style::default()));
}

#[test]
fn more_than_twenty_thousand_values_are_refused() {
    let text = file("Acme", &format!("words: [{}]\n", "a, ".repeat(20_001)));
    let report = notes::load("notes.yaml", text.as_bytes()).unwrap_err();
    assert_eq!(report.diagnostics[0].rule, "too-big");
}

#[test]
fn a_file_full_of_mistakes_is_read_and_shown_in_time() {
    // Nearly as many wrong keys as the budget allows; it was quadratic once.
    let wrong: String = (0..1_500)
        .map(|number| format!("k{number}: [a, a]  # note\n"))
        .collect();
    let report = notes::load("notes.yaml", (file("Acme", "") + &wrong).as_bytes()).unwrap_err();
    assert_eq!(report.diagnostics.len(), MOST_SHOWN + 1);
    assert!(render(&report, Style::default()).lines().count() > 5 * MOST_SHOWN);
}

#[test]
fn templates_never_see_what_is_private_and_find_undefined_what_is_not_there() {
    let text = file(
        "Acme",
        "    private: zebra\n    allow: [{ rule: zebra, reason: zebra }]\n",
    ) + "debrief: { went: zebra, disliked: [zebra] }\n";
    let context = serde_json::to_string(&read(&text)).unwrap();
    assert!(
        !context.contains("zebra") && !context.contains("debrief"),
        "{context}"
    );
    assert!(!context.contains("null"), "{context}");
}

#[test]
fn the_schema_in_the_repository_is_fresh() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/schema/interview.schema.json");
    let schema = notes::schema();
    if std::env::var_os("REGARDS_UPDATE").is_some() {
        std::fs::write(path, &schema).unwrap();
    }
    let there = std::fs::read_to_string(path).unwrap_or_default();
    assert!(there == schema, "run the tests once with REGARDS_UPDATE=1");
}

/// The values that the schema lists for a key under `card:`.
fn listed(key: &str) -> Vec<String> {
    let schema: serde_json::Value = serde_json::from_str(&notes::schema()).unwrap();
    let of = &schema["$defs"]["CardChoices"]["properties"][key];
    let words = of["enum"].as_array().or(of["anyOf"][0]["enum"].as_array());
    let words = words.unwrap().iter();
    words
        .map(|word| word.as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn what_notes_may_say_of_cards_is_what_cards_can_do() {
    assert_eq!(listed("size"), card::Size::ALL.map(|size| size.name));
    assert_eq!(
        listed("hand"),
        card::Lettering::ALL.map(card::Lettering::name)
    );
    assert_eq!(listed("design"), card::Design::ALL.map(card::Design::name));
    assert_eq!(listed("ink"), card::Ink::NAMED.map(|(name, _)| name));
    for (key, value) in [
        ("size", "A6"),
        ("size", "Postcard-US"),
        ("size", "5x7in"),
        ("size", "110 × 160 mm"),
        ("size", "postcard"),
        ("hand", "EB Garamond"),
        ("hand", "comic"),
        ("ink", "Sepia"),
        ("ink", "\"#1C2b4e\""),
        ("ink", "\"#1c2b4\""),
        ("ink", "1c2b4e"),
    ] {
        let text = file("Acme", "") + &format!("card: {{ {key}: {value} }}\n");
        let Ok(loaded) = notes::load("notes.yaml", text.as_bytes()) else {
            assert!(
                ["postcard", "comic", "\"#1c2b4\"", "1c2b4e"].contains(&value),
                "{value}"
            );
            continue;
        };
        let looks = loaded.notes.card;
        looks
            .size
            .iter()
            .for_each(|size| assert!(card::Size::parse(size).is_ok()));
        looks
            .hand
            .iter()
            .for_each(|hand| assert!(card::Lettering::parse(hand).is_ok()));
        looks
            .ink
            .iter()
            .for_each(|ink| assert!(card::Ink::parse(ink).is_ok()));
        assert!(looks.size.is_some() || looks.hand.is_some() || looks.ink.is_some());
    }
}

#[test]
fn the_schema_describes_every_key() {
    let schema: serde_json::Value = serde_json::from_str(&notes::schema()).unwrap();
    let mut described = 0;
    let types = schema["$defs"]
        .as_object()
        .unwrap()
        .values()
        .chain([&schema]);
    for of in types {
        for (key, value) in of["properties"].as_object().unwrap() {
            assert!(
                value["description"]
                    .as_str()
                    .is_some_and(|text| text.len() > 8),
                "{key}"
            );
            described += 1;
        }
    }
    assert!(described > 80, "{described}");
}
