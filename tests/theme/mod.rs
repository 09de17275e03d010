//! Themes: layers, and the mistakes that a theme of one's own can hold.

#![expect(
    clippy::unwrap_used,
    reason = "a failure here is a failure of the test"
)]

mod broken;
mod command;
mod html;
mod own;
mod reference;

use regards::diagnostic::{Report, Style, render};
use regards::letter::{ComposeOptions, Endless, compose};
use regards::notes;
use regards::theme::{File, Layer, Theme};

const EMAIL: &str = "en/thank-you.email.md";

const NOTES: &str = "from: { name: Amara Okafor, email: amara@okafor.example }
interview: { company: Northwind Robotics, role: Controls Engineer, date: 2026-11-18 }
interviewers:
  - name: Katherine O'Neill
    discussed_points:
      - moving your test benches from LabVIEW to Rust
";

fn load(files: &[(&str, &str)]) -> Result<Theme, Vec<Report>> {
    let files: Vec<File<'_>> = files
        .iter()
        .map(|(name, text)| (*name, text.as_bytes()))
        .collect();
    let mine = Layer {
        name: "mine",
        files: &files,
    };
    Theme::over_base(mine, "en")
}

fn shown(reports: &[Report]) -> String {
    let texts: Vec<String> = reports
        .iter()
        .map(|report| render(report, Style::default()))
        .collect();
    texts.join("\n")
}

/// The message for a theme that cannot be loaded.
fn mistake(files: &[(&str, &str)]) -> String {
    shown(&load(files).unwrap_err())
}

/// The message for a theme that fails when a letter is made with it.
fn failure(files: &[(&str, &str)]) -> String {
    let theme = load(files).unwrap_or_else(|reports| panic!("{}", shown(&reports)));
    let notes = notes::load("notes.yaml", NOTES.as_bytes()).unwrap().notes;
    let report = compose(&notes, &theme, &Endless, &ComposeOptions::default()).unwrap_err();
    shown(&[report])
}

#[test]
fn the_smallest_notes_file_becomes_a_letter() {
    let notes = notes::load("notes.yaml", NOTES.as_bytes()).unwrap().notes;
    let theme = load(&[]).unwrap();
    let composed = compose(&notes, &theme, &Endless, &ComposeOptions::default()).unwrap();
    let text = &composed.letters[0].text;
    assert!(text.body.starts_with("Dear Katherine,\n\n"), "{text}");
    assert!(
        text.body
            .contains("moving your test benches from LabVIEW to Rust")
    );
    assert!(composed.letters[0].left_out.is_empty());
}

#[test]
fn a_pool_of_ones_own_stands_over_the_built_in_one_and_the_rest_stays() {
    let mine = "pools:\n  sign-off:\n    says: mine\n    phrases:\n      so: So long,\n";
    let theme = load(&[("en/phrases.yaml", mine)]).unwrap();
    assert_eq!(theme.pool("sign-off").unwrap().phrases.len(), 1);
    assert_eq!(theme.info().name, "warm");
    let notes = notes::load("notes.yaml", NOTES.as_bytes()).unwrap().notes;
    let composed = compose(&notes, &theme, &Endless, &ComposeOptions::default()).unwrap();
    assert!(
        composed.letters[0]
            .text
            .body
            .ends_with("\n\nSo long,\\\nAmara Okafor")
    );
}

#[test]
fn limits_of_ones_own_stand_over_the_built_in_ones() {
    let theme = load(&[(
        "theme.yaml",
        "name: mine\nthank-you:\n  email: { words: 90 }\n",
    )])
    .unwrap();
    assert_eq!(theme.info().name, "mine");
    let limits = theme.limits("thank-you", "email");
    assert_eq!((limits.words, limits.paragraphs), (Some(90), Some(5)));
}

#[test]
fn a_skeleton_can_include_a_file_of_its_folder() {
    let theme = load(&[
        (EMAIL, "Dear {{ greeting }},\n\n{% include \"thanks.md\" %}\n\n{{ say(pool=\"sign-off\") }}\\\n{{ from.name }}\n"),
        ("en/thanks.md", "Thank you for {{ weekday }}."),
    ])
    .unwrap();
    let notes = notes::load("notes.yaml", NOTES.as_bytes()).unwrap().notes;
    let composed = compose(&notes, &theme, &Endless, &ComposeOptions::default()).unwrap();
    let letter = &composed.letters[0];
    assert!(
        letter
            .text
            .body
            .starts_with("Dear Katherine,\n\nThank you for Wednesday.\n\n")
    );
    assert_eq!(letter.left_out[0].why, "the theme has no place for it");
}

#[test]
fn every_mistake_of_a_phrasebook_is_shown_at_once() {
    let phrases = "pools:
  closing:
    says: interest and thanks
    phrases:
      like: I would like to work at {{ compny }}.
      quoted: 'It''s a good place, {{ company | shout }}.'
      folded: >-
        We could
        work at {{ from.nam }} together.
      open: Thank you, {% if british %}and cheers.
      whole: \"{{ say(pool=\\\"opening\\\") }} And so on.\"
  empty-one:
    says: nothing
    phrases:
  odd:
    sayz: words
    phrases: { one: Words., two: }
";
    insta::assert_snapshot!("phrasebook", mistake(&[("en/phrases.yaml", phrases)]));
}

#[test]
fn a_phrase_given_twice_is_shown() {
    let phrases = "pools:\n  closing:\n    phrases:\n      like: One.\n      like: Two.\n";
    insta::assert_snapshot!("duplicate_phrase", mistake(&[("en/phrases.yaml", phrases)]));
}

#[test]
fn mistakes_of_a_skeleton_are_shown_where_they_stand() {
    let skeleton = "Dear {{ greting }},\n\n{{ say(pool=\"opning\") }} {{ role | uper }} {{ sy(pool=\"closing\") }}\n{% for p in points %}{{ p.topik }}{% endfor %}\n";
    insta::assert_snapshot!("skeleton", mistake(&[(EMAIL, skeleton)]));
}

#[test]
fn an_unclosed_block_is_shown() {
    insta::assert_snapshot!(
        "unclosed",
        mistake(&[(EMAIL, "Dear you,\n\n{% if moment %}{{ moment }}\n")])
    );
}

#[test]
fn a_broken_tag_is_shown() {
    insta::assert_snapshot!("broken", mistake(&[(EMAIL, "Dear {{ greeting | }},\n")]));
}

#[test]
fn a_template_cannot_reach_a_file_outside() {
    for (name, outside) in [
        ("include", "{% include \"/etc/hosts\" %}"),
        ("extends", "{% extends \"../../secret.md\" %}"),
    ] {
        insta::assert_snapshot!(format!("outside_{name}"), mistake(&[(EMAIL, outside)]));
    }
}

#[test]
fn an_include_of_itself_is_shown() {
    insta::assert_snapshot!(
        "circle",
        mistake(&[(EMAIL, "{% include \"thank-you.email.md\" %}")])
    );
}

#[test]
fn a_template_that_runs_away_is_stopped() {
    insta::assert_snapshot!(
        "range",
        failure(&[(
            EMAIL,
            "{% for i in range(end=1000000) %}{{ i }}{% endfor %}"
        )])
    );
    // Loops in one another made a million turns, each within the limit of `range` alone.
    let nested = "Dear you,\n{% for i in range(end=60) %}{% for j in range(end=60) %}{% endfor %}{% endfor %}";
    insta::assert_snapshot!("range_in_all", failure(&[(EMAIL, nested)]));
    let long = "Dear you,\n{% set all = range(end=100) %}{% for i in all %}{% for j in all %}{{ role }}{% endfor %}{% endfor %}";
    insta::assert_snapshot!("too_long", failure(&[(EMAIL, long)]));
}

#[test]
fn what_could_run_away_is_refused_before_it_runs() {
    // Forty of these filled the memory; loops that write nothing never ended.
    for (text, message) in [
        ("{% set_global s = s ~ s %}", "put together"),
        ("{% set s %}{{ s }}{{ s }}{% endset %}", "put together"),
        ("{% set s = [s, s] %}", "put together"),
        (
            "{% set s = s | replace(from=\"a\", to=\"aa\") %}",
            "put together",
        ),
        (
            "{% for a in points %}{% for b in points %}{% for c in points %}{% endfor %}{% endfor %}{% endfor %}",
            "loops lie in one another 3 deep",
        ),
    ] {
        let skeleton = format!("Dear {{{{ greeting }}}},\n\n{{% set s = \"a\" %}}{text}\n\nBye,\n");
        let shown = mistake(&[(EMAIL, &skeleton)]);
        assert!(shown.contains(message), "{text}: {shown}");
    }
    let part = "{% for a in points %}{% for b in points %}x{% endfor %}{% endfor %}";
    let skeleton = "Dear you,\n\n{% include \"part.md\" %}\n\nBye,\n";
    let shown = mistake(&[(EMAIL, skeleton), ("en/part.md", part)]);
    assert!(shown.contains("loops of a part"), "{shown}");
    let shown = mistake(&[
        (EMAIL, skeleton),
        ("en/part.md", "{% include \"other.md\" %}"),
        ("en/other.md", "x"),
    ]);
    assert!(
        shown.contains("only the template of a letter can include"),
        "{shown}"
    );
    let chain = "| replace(from=\"o\", to=\"oooooooooo\")".repeat(8);
    let skeleton = format!("Dear you,\n\n{{{{ role {chain} }}}}\n\nBye,\n");
    assert!(failure(&[(EMAIL, &skeleton)]).contains("64 KiB"));
}

#[test]
fn a_range_counts_its_numbers_as_they_are() {
    let skeleton = "Dear you,\n\n{% for i in range(end=3) %}a{% endfor %}{% for i in range(start=1, end=8, step_by=3) %}b{% endfor %}{% for i in range(start=5, end=2) %}c{% endfor %}{% for i in range(end=94) %}d{% endfor %}\n\nBye,\n";
    let notes = notes::load("notes.yaml", NOTES.as_bytes()).unwrap().notes;
    let theme = load(&[(EMAIL, skeleton)]).unwrap();
    // The budget is each letter's own.
    for _ in 0..2 {
        let composed = compose(&notes, &theme, &Endless, &ComposeOptions::default()).unwrap();
        let body = &composed.letters[0].text.body;
        assert!(
            body.contains(&format!("aaabbb{}", "d".repeat(94))),
            "{body}"
        );
    }
}

#[test]
fn a_template_that_makes_no_letter_is_shown() {
    let shown = mistake(&[(EMAIL, " \n")]);
    assert!(
        shown.contains("has no words") && shown.contains(EMAIL),
        "{shown}"
    );
    let shown = failure(&[(EMAIL, "Thanks.\n")]);
    assert!(
        shown.contains("makes no letter") && shown.contains(EMAIL),
        "{shown}"
    );
}

#[test]
fn files_and_pools_without_effect_are_warned_of() {
    let named = load(&[("theme.yaml", "name: mine\n")]).unwrap();
    assert!(named.warnings().is_empty(), "{}", shown(named.warnings()));
    let pool = "pools:\n  closin:\n    says: mine\n    phrases:\n      so: Goodbye.\n";
    let theme = load(&[
        ("en/phrases.yaml", pool),
        ("en/ideas.yaml", "todo: a theme for cards\n"),
        ("words.yml", "todo: a theme for cards\n"),
        ("ideas.md", "More cards.\n"),
        ("de/phrases/letter.yaml", pool),
        ("en/thnk-you.card.md", "Dear {{ greeting }},\n"),
        ("README.md", "About this theme.\n"),
    ])
    .unwrap();
    insta::assert_snapshot!("unused", shown(theme.warnings()));
    // A folder without a file changed nothing and said nothing.
    let mine = Layer {
        name: "mine",
        files: &[],
    };
    let theme = Theme::over_base(mine, "en").unwrap();
    assert!(shown(theme.warnings()).contains("holds no files"));
}

#[test]
fn what_is_missing_from_this_letter_is_shown() {
    insta::assert_snapshot!(
        "not_in_this_letter",
        failure(&[(EMAIL, "Dear you,\n\nAbout {{ moment }}.\n")])
    );
    insta::assert_snapshot!(
        "no_field",
        failure(&[(EMAIL, "{% for p in points %}{{ p.quote }}{% endfor %}")])
    );
    insta::assert_snapshot!(
        "dynamic_pool",
        failure(&[(EMAIL, "{{ say(pool=\"open\" ~ \"ing.never\") }}")])
    );
    insta::assert_snapshot!(
        "not_an_item",
        failure(&[(EMAIL, "{{ say(pool=\"point.topic\", point=role) }}")])
    );
    insta::assert_snapshot!("wrong_type", failure(&[(EMAIL, "{{ role | join_and }}")]));
}

#[test]
fn mistakes_of_theme_yaml_are_shown() {
    let info = "nam: mine\nthank-you:\n  emial: {}\n  email: { words: many, lines: 3 }\n";
    insta::assert_snapshot!("theme_yaml", mistake(&[("theme.yaml", info)]));
}
