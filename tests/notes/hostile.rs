//! Files that nobody types, which must be refused in time and in few words.
//!
//! Each of these took from seconds to minutes once, or all of the memory; none of the tests looks
//! at a clock, because they would not end within a test run.

use regards::diagnostic::{Diagnostic, Level, MOST_SHOWN, Place, Report, Source, Style, render};
use regards::{notes, yaml};

const HEAD: &str = "from: { name: Amara Okafor }\n\
    interview: { company: Acme, role: Engineer, date: 2026-11-18 }\n";

fn refused(text: &str) -> Report {
    notes::load("notes.yaml", text.as_bytes()).unwrap_err()
}

/// The messages as a terminal shows them, of which none may be longer than a page.
fn shown(report: &Report) -> String {
    let text = render(report, Style::default());
    assert!(report.diagnostics.len() <= MOST_SHOWN + 1);
    assert!(text.len() < 300_000, "{} bytes", text.len());
    text
}

#[test]
fn thousands_of_colons_on_one_line_do_not_bring_the_line_along_each_time() {
    let items = "a: b, ".repeat(4_000);
    let text = format!("{HEAD}interviewers: [{{ name: Kat, discussed_points: [{items}] }}]\n");
    let report = refused(&text);
    assert_eq!(report.diagnostics[0].rule, "yaml-quotes");
    assert_eq!(
        report.diagnostics[0].help,
        ["put the text in quotation marks"]
    );
    assert_eq!(
        report.diagnostics.last().unwrap().message,
        "and 3900 more problems"
    );
    shown(&report);
}

#[test]
fn thousands_of_tags_and_repeated_keys_on_one_line_are_told_in_few_words() {
    for items in [
        "!a b, ".repeat(8_000),
        "a, ".repeat(4_000) + &"? !b\n ,".repeat(100),
    ] {
        shown(&refused(&format!("{HEAD}words: [{items}]\n")));
    }
    let keys = "a: 1, ".repeat(8_000);
    let report = refused(&format!("{HEAD}debrief: {{ {keys} }}\n"));
    assert_eq!(report.diagnostics.last().unwrap().rule, "more-problems");
    shown(&report);
}

#[test]
fn missing_keys_of_items_on_one_line_are_not_indented_by_the_line() {
    let items = "x: y, ".repeat(90);
    let text = format!("{HEAD}words: [{}]\n", "word, ".repeat(2_000));
    let text = text.trim_end().to_owned() + &format!("\ninterviewers: [{items}]\n");
    let report = refused(&text.replace("x: y", &format!("x: {}", "y".repeat(500))));
    assert!(
        report
            .diagnostics
            .iter()
            .any(|found| found.rule == "missing-key")
    );
    let longest = report.diagnostics.iter().flat_map(|found| &found.help);
    assert!(longest.map(String::len).max().unwrap() < 1_000);
}

#[test]
fn unknown_keys_on_one_long_line_are_shown_with_a_stretch_of_it() {
    let keys: String = (0..2_000)
        .map(|at| format!("k{at}: {}, ", "v".repeat(80)))
        .collect();
    let text = format!("{HEAD}debrief: {{ {keys} }}\n");
    let report = refused(&text);
    let shown = shown(&report);
    assert!(shown.lines().all(|line| line.len() < 400));
    // The column is the file's, though the renderer only sees a stretch of the line.
    let column = text.lines().nth(2).unwrap().find("k9:").unwrap() + 1;
    assert!(
        shown.contains(&format!("--> notes.yaml:3:{column}\n")),
        "{shown}"
    );
    let line = shown.lines().find(|line| line.contains(" k9: ")).unwrap();
    assert!(line.contains("...") && line.ends_with("..."), "{line}");
}

#[test]
fn a_mark_longer_than_the_screen_is_cut_on_characters() {
    let text = "é".repeat(2_000) + "\n" + &"日本".repeat(2_000);
    for range in [
        1_001..3_001,
        0..9_999,
        4_100..8_000,
        16_000..16_001,
        3_999..4_000,
    ] {
        let report = Report {
            source: Source::new("notes.yaml", text.as_str()).into(),
            diagnostics: vec![
                Diagnostic::error("date", Place::Bytes(range), "wrong").label("here"),
            ],
        };
        for width in [20, 80, 1_000] {
            let shown = render(&report, Style { color: true, width });
            assert!(shown.contains("here") && shown.len() < 4_000, "{shown}");
        }
    }
}

#[test]
fn names_and_tells_as_long_as_a_book_are_refused_before_they_are_compared() {
    let (one, other) = ("ab ".repeat(20_000), "ba ".repeat(20_000));
    let text = format!(
        "{HEAD}interviewers: [{{ name: {one} }}]\n\
         missing_qualifications: [{{ qualification: x, tell: {other} }}]\n"
    );
    let rules: Vec<_> = refused(&text)
        .diagnostics
        .iter()
        .map(|found| found.rule)
        .collect();
    assert_eq!(rules, ["name-too-long", "name-too-long"]);
    let fine = text.replace(&one, &"é".repeat(200)).replace(&other, "é");
    assert!(notes::load("notes.yaml", fine.as_bytes()).is_ok());
}

#[test]
fn thousands_of_wrong_tells_are_not_all_compared_with_a_hundred_names() {
    let name = |at: usize| format!("{at:03}{}", "abcdefghij".repeat(6));
    let people: String = (0..100)
        .map(|at| format!("- name: {}\n", name(at)))
        .collect();
    let tells: String = (0..3_000)
        .map(|at| {
            format!(
                "- {{ qualification: x, tell: {at:04}{} }}\n",
                "jihgfedcba".repeat(6)
            )
        })
        .collect();
    let report = refused(&format!(
        "{HEAD}interviewers:\n{people}missing_qualifications:\n{tells}"
    ));
    assert_eq!(
        report.diagnostics.last().unwrap().message,
        "and 2900 more problems"
    );
    shown(&report);
}

#[test]
fn a_long_key_does_not_stand_in_the_path_of_every_value_below_it() {
    let text = format!("? {}\n: [{}]\n", "k".repeat(400_000), "a, ".repeat(15_000));
    let report = yaml::load("notes.yaml", text.as_bytes()).unwrap_err();
    assert_eq!(report.diagnostics[0].rule, "yaml-key");
    shown(&report);
}

#[test]
fn errors_come_before_warnings_where_not_all_are_shown_and_stay_in_place() {
    let warned = "  - one two three # cut\n".repeat(150);
    let wrong: String = (0..60).map(|at| format!("k{at}: 1\n")).collect();
    let text = format!("words:\n{warned}{HEAD}interviewers: [name: Kat]\n{wrong}");
    let report = refused(&text);
    let levels: Vec<Level> = report.diagnostics.iter().map(|found| found.level).collect();
    let of = |level| levels.iter().filter(|of| **of == level).count();
    assert_eq!((of(Level::Error), of(Level::Warning)), (60, 41));
    assert_eq!(levels[0], Level::Warning);
    let last = report.diagnostics.last().unwrap();
    assert_eq!(
        (last.level, &*last.message),
        (Level::Warning, "and 110 more problems")
    );
    let places: Vec<usize> = report.diagnostics[..100]
        .iter()
        .map(|found| report.source.range(&found.place).unwrap().start)
        .collect();
    assert!(places.is_sorted());
}

#[test]
fn a_text_of_very_many_lines_with_a_colon_at_its_end_is_explained() {
    let text = format!("moment: your\n{}  end: of it\n", "  x\n".repeat(60_000));
    assert_eq!(refused(&text).diagnostics.len(), 1);
}
