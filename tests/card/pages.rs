//! Documents on paper: what stands where.

use std::fmt::Write;

use regards::card::{
    CardError, Fonts, GlyphRun, Lettering, Page, PageOptions, Pages, Paper, typeset_pages,
};
use regards::language::Language;

/// Points in a millimetre.
const MM: f32 = 72.0 / 25.4;

pub const WORKSHEET: &str = include_str!("../fixtures/card/two-pages/worksheet.md");

pub fn lay(markdown: &str) -> Pages {
    typeset_pages(markdown, &PageOptions::default(), Fonts::built_in()).unwrap()
}

pub fn all_options() -> impl Iterator<Item = PageOptions> {
    [Language::EnUs, Language::EnGb]
        .into_iter()
        .flat_map(|language| {
            Lettering::ALL.map(|lettering| PageOptions {
                lettering,
                ..PageOptions::for_language(language)
            })
        })
}

pub fn assert_inside_page_margins(pages: &Pages) {
    let margin = pages.margin;
    for edge in [margin.side, margin.top, margin.bottom] {
        assert!(edge >= 20.0 * MM);
    }
    let grain = 0.01;
    let right = pages.paper.width() - margin.side + grain;
    let top = pages.paper.height() - margin.top + grain;
    for page in &pages.pages {
        for ink in page.ink_boxes() {
            assert!(ink.left >= margin.side - grain, "left {ink:?}");
            assert!(ink.right <= right, "right {ink:?}");
            assert!(ink.bottom >= margin.bottom - grain, "bottom {ink:?}");
            assert!(ink.top <= top, "top {ink:?}");
        }
        for rule in &page.rules {
            assert!(rule.left >= margin.side - grain && rule.right <= right);
            assert!(rule.right - rule.left > 20.0 * MM, "{rule:?}");
            assert!(rule.y >= margin.bottom - 2.0 && rule.y <= top, "{rule:?}");
        }
    }
}

/// The lines and rules of a page, from the top down, with where they begin and their height.
fn shown(page: &Page) -> String {
    let lines = page.lines.iter().chain(&page.number).map(|line| {
        let from = line.runs[0].x;
        (line.baseline, format!("{from:5.1}  {}", line.text))
    });
    let rules = page.rules.iter().map(|rule| {
        let drawn = format!("{:5.1}  ______ {:.1}", rule.left, rule.right);
        (rule.y, drawn)
    });
    let mut all: Vec<(f32, String)> = lines.chain(rules).collect();
    all.sort_by(|a, b| b.0.total_cmp(&a.0));
    all.iter().fold(String::new(), |mut text, (y, what)| {
        writeln!(text, "{y:5.1}  {what}").unwrap();
        text
    })
}

/// The texts of a page's lines.
fn texts(page: &Page) -> Vec<&str> {
    page.lines.iter().map(|line| line.text.as_str()).collect()
}

#[test]
fn the_worksheet_is_two_pages_with_everything_in_its_place() {
    let pages = lay(WORKSHEET);
    let all: Vec<String> = pages.pages.iter().map(shown).collect();
    insta::assert_snapshot!(all.join("\n=== next page ===\n\n"));
}

#[test]
fn everything_is_inside_the_margins_on_either_paper() {
    for options in all_options() {
        let pages = typeset_pages(WORKSHEET, &options, Fonts::built_in()).unwrap();
        assert_inside_page_margins(&pages);
        assert!((2..=3).contains(&pages.count()));
    }
    assert_eq!(Paper::for_language(Language::EnCa), Paper::UsLetter);
    assert_eq!(Paper::for_language(Language::EnAu), Paper::A4);
}

#[test]
fn underscores_after_words_are_a_rule_from_there_to_the_margin() {
    let all = [
        "Name: ____",
        "Name: \\_\\_\\_\\_",
        "Name: __________  ",
        "**Name: ____**",
    ];
    for markdown in all {
        let pages = lay(markdown);
        let page = &pages.pages[0];
        assert_eq!(texts(page), ["Name:"], "{markdown}");
        let words = page.ink_boxes().map(|ink| ink.right).fold(0.0, f32::max);
        let rule = page.rules[0];
        assert!(
            (1.0..8.0).contains(&(rule.left - words)),
            "{words} {rule:?}"
        );
        assert_eq!(rule.right, pages.paper.width() - pages.margin.side);
        assert!((0.0..3.0).contains(&(page.lines[0].baseline - rule.y)));
    }
}

#[test]
fn every_line_that_ends_in_underscores_has_its_rule_however_lines_are_parted() {
    // Markdown alone reads the second of these as bold words without any underscore.
    for markdown in [
        "Name:____\nDate:____",
        "Name:____\\\nDate:____\\\n",
        "Name: ____  \nDate: ____",
        "Name: ____\n\nDate: ____",
    ] {
        let pages = lay(markdown);
        let page = &pages.pages[0];
        assert_eq!(texts(page), ["Name:", "Date:"], "{markdown}");
        assert_eq!(page.rules.len(), 2, "{markdown}");
    }
    assert_eq!(
        texts(&lay("from ____ to 5, __so__ a_b___").pages[0]),
        ["from ____ to 5, so a_b___"]
    );
}

#[test]
fn underscores_alone_are_rules_of_full_width_with_room_to_write() {
    let pages = lay("A question\n____\n____\n\n- item\n- ____\n- so\n\n  ____\n\n\\_\\_\\_\\_");
    let page = &pages.pages[0];
    assert_eq!(texts(page), ["A question", "• item", "•", "• so"]);
    assert_eq!(page.rules.len(), 5);
    for rule in [&page.rules[0], &page.rules[1], &page.rules[4]] {
        assert_eq!(rule.left, pages.margin.side);
    }
    let words = page.lines[3].runs[2].x;
    assert!(
        (page.rules[3].left - words).abs() < 0.5,
        "in an item, under its words"
    );
    let baselines = page.lines.iter().map(|line| line.baseline);
    let mut above: Vec<f32> = baselines.chain(page.rules.iter().map(|r| r.y)).collect();
    above.sort_by(f32::total_cmp);
    for rule in &page.rules {
        // The words on the rule's own line stand a little above it.
        let next = above.iter().find(|y| **y > rule.y + 3.0);
        let room = next.map_or(f32::MAX, |y| y - rule.y);
        assert!(room >= 8.0 * MM, "{room} pt above {rule:?}");
    }
}

#[test]
fn a_rule_without_room_beside_its_words_goes_below_them() {
    let column = lay("x ____").pages[0].rules[0].right;
    for words in 10..40 {
        let pages = lay(&format!("{}____", "words ".repeat(words)));
        let rule = pages.pages[0].rules[0];
        assert_eq!(pages.pages[0].rules.len(), 1);
        assert_eq!(rule.right, column);
        assert!(rule.right - rule.left >= 30.0 * MM, "{rule:?}");
    }
}

#[test]
fn a_question_of_two_lines_does_not_fall_apart_before_its_rule() {
    let page = &lay(&format!("{} so: ____", "words ".repeat(20))).pages[0];
    let [first, last] = [0, 1].map(|line| page.lines[line].baseline);
    assert!((7.0 * MM..8.0 * MM).contains(&(first - last)));
    assert_eq!((page.lines.len(), page.rules.len()), (2, 1));
}

fn sizes(page: &Page) -> Vec<f32> {
    page.lines.iter().map(|line| line.runs[0].size).collect()
}

#[test]
fn a_heading_is_larger_or_heavier_and_stands_closer_to_what_follows() {
    let pages = lay("One\n\n# Two\n\nthree\n\n## Four\n\nfive\n\n### Six\n\nseven");
    let page = &pages.pages[0];
    let sizes = sizes(page);
    assert_eq!(pages.type_size, 11.0);
    assert!(sizes[1] > sizes[3] && sizes[3] > sizes[5] && sizes[5] == 11.0);
    let strong: Vec<bool> = page.lines.iter().map(|line| line.runs[0].strong).collect();
    assert_eq!(strong, [false, false, false, false, false, true, false]);
    for heading in [3, 5] {
        let at = |line: usize| page.lines[line].baseline;
        assert!(at(heading - 1) - at(heading) > at(heading) - at(heading + 1));
    }
}

#[test]
fn strong_words_are_strong_and_no_others() {
    let pages = lay("one **two *three*, [four](https://a.example/) s**ix **seven**");
    let line = &pages.pages[0].lines[0];
    let of = |strong: bool| -> String {
        let runs = line.runs.iter().filter(|run| run.strong == strong);
        let text = |run: &GlyphRun| &line.text[run.range.clone()];
        let words: Vec<&str> = runs.map(text).filter(|text| *text != " ").collect();
        words.join("|")
    };
    assert_eq!(of(true), "two|three,|four|s|seven");
    assert_eq!(of(false), "one|(a.example)|ix");
}

/// A paragraph of so many lines on US Letter, each word of which names it.
fn paragraph(name: &str, lines: usize) -> String {
    let words = (0..lines * 10).map(|_| format!("{name}pppppppp"));
    words.collect::<Vec<_>>().join(" ")
}

#[test]
fn no_line_stands_alone_and_no_heading_without_what_follows() {
    // Texts above of every height, so that each cut comes to stand at the foot of a page.
    for above in 1..48 {
        let mut markdown = format!("{}\n\n", "x\\\n".repeat(above) + "x");
        for name in ["a", "b", "c", "d"] {
            for (lines, letter) in [(1, "l"), (2, "m"), (3, "n"), (5, "o")] {
                markdown.push_str("## Head\n\n");
                markdown.push_str(&paragraph(&format!("{name}{letter}"), lines));
                markdown.push_str("\n\n");
            }
        }
        let pages = lay(&markdown);
        for pair in pages.pages.windows(2) {
            let (above, below) = (texts(&pair[0]), texts(&pair[1]));
            let end = above[above.len() - 1];
            assert_ne!(end, "Head");
            let name = |line: &str| line.split(' ').next().unwrap().to_owned();
            let same = |lines: &[&str], of: &str| lines.iter().filter(|l| name(l) == of).count();
            if name(end) == name(below[0]) {
                assert!(same(&above, &name(end)) > 1, "{end} alone at the foot");
                assert!(same(&below, &name(end)) > 1, "{end} alone at the top");
            }
        }
    }
}

#[test]
fn a_question_keeps_its_rules_and_a_list_what_leads_to_it() {
    for above in 1..48 {
        let lines = "x\\\n".repeat(above);
        let pages = lay(&format!("{lines}\n\nWhy?\n\n____\n____\n____\n"));
        if let Some(place) = texts(&pages.pages[0])
            .iter()
            .position(|text| *text == "Why?")
        {
            let why = pages.pages[0].lines[place].baseline;
            let rules = pages.pages[0].rules.iter().filter(|rule| rule.y < why);
            assert!([2, 3].contains(&rules.count()) || pages.count() == 1);
        }
        let pages = lay(&format!("{lines}\n\nThese:\n\n- one\n- two\n  - three"));
        for page in &pages.pages {
            let last = *texts(page).last().unwrap();
            assert!(!["These:", "• two"].contains(&last), "{last}");
        }
    }
}

#[test]
fn there_is_no_page_without_need_and_a_number_only_on_several() {
    let paragraphs = |count: usize| lay(&"Words.\n\n".repeat(count));
    let full = paragraphs(100).pages[0].lines.len();
    for (count, pages) in [(1, 1), (full, 1), (full + 1, 1), (full + 12, 2)] {
        let laid = paragraphs(count);
        assert_eq!(laid.count(), pages, "{count} of {full} paragraphs");
        for (place, page) in laid.pages.iter().enumerate() {
            let number = page.number.as_ref().map(|line| line.text.clone());
            assert_eq!(number, (pages > 1).then(|| (place + 1).to_string()));
            if let Some(line) = &page.number {
                assert!(line.baseline >= 20.0 * MM - 0.01);
                assert!(line.baseline < laid.margin.bottom - 10.0);
            }
        }
    }
    assert_eq!(lay("").count(), 1);
    assert_eq!(lay("\n\n---\n\n").text(), "");
}

#[test]
fn lists_in_lists_begin_under_the_words_that_they_belong_to() {
    let pages = lay("- one\n  - two\n\n    three\\\n    four\n\n10. five\n    - six");
    let page = &pages.pages[0];
    assert_eq!(
        texts(page),
        ["• one", "– two", "three", "four", "10. five", "– six"]
    );
    let start = |line: usize| page.lines[line].runs[0].x;
    let words = |line: usize| page.lines[line].runs[2].x;
    for (under, above) in [(1, words(0)), (2, words(1)), (3, words(1)), (5, words(4))] {
        assert!((start(under) - above).abs() < 0.5, "{}", texts(page)[under]);
    }
}

fn refused(markdown: &str) -> CardError {
    typeset_pages(markdown, &PageOptions::default(), Fonts::built_in()).unwrap_err()
}

#[test]
fn a_text_of_too_many_pages_is_refused_whether_it_is_measured_or_not() {
    let error = refused(&"Words.\n\n".repeat(1_400));
    let CardError::TooManyPages { pages } = error else {
        panic!("{error}")
    };
    assert!((41..60).contains(&pages), "{pages}");
    assert_eq!(
        format!("{error}; {}", error.help().unwrap()),
        format!(
            "the text takes about {pages} pages, and a document may have 40; shorten it, or make \
             several documents of it"
        )
    );
    for endless in [
        "____\n".repeat(100_000),
        "many words ".repeat(100_000),
        "x".repeat(1_000_000),
        "# a\n".repeat(10_000),
    ] {
        let error = refused(&endless);
        assert!(
            matches!(error, CardError::TooManyPages { pages: 41.. }),
            "{error}"
        );
    }
}

#[test]
fn headings_without_end_are_cut_where_a_page_is_full() {
    let pages = lay(&"## Head\n\n".repeat(200));
    assert_inside_page_margins(&pages);
    assert!((4..9).contains(&pages.count()));
    assert_eq!(pages.text().lines().count(), 200);
}

#[test]
fn a_character_that_no_face_has_is_named() {
    assert_eq!(
        refused("Whom: **山田**, ____"),
        CardError::NoGlyph {
            character: "山".to_owned(),
            word: "山田,".to_owned()
        }
    );
}

#[test]
fn letters_that_come_out_wider_at_the_end_of_a_line_stay_inside() {
    // A word as wide as the column, with letters that join and part again where it is cut.
    let word =
        "ffcmiclgjsfcrggaadbhxdocmdmlujnwagdagavjqirvffjrfdzotdogvsxwwhmafvzvnmuqboiogeuvpbivesve";
    for options in all_options() {
        for length in 1..word.len() {
            let cut = &word[..length];
            let text = format!("* **a** KMééa {cut}{word} aéan {word} A {word}{cut} ___");
            let pages = typeset_pages(&text, &options, Fonts::built_in()).unwrap();
            assert_inside_page_margins(&pages);
        }
    }
}
