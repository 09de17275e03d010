//! Markdown to blocks and back to plain text.

use proptest::prelude::*;
use regards::prose::{Addresses, Block, escape, list_number, parse, plain, spoken, words};

/// The text of a body that is one paragraph; fails where it is anything else.
fn one_paragraph(markdown: &str) -> String {
    match parse(markdown).as_slice() {
        [Block::Paragraph(runs)] => {
            assert!(
                runs.iter()
                    .all(|run| !run.emphasis && !run.strong && run.link.is_none()),
                "styled: {markdown}"
            );
            runs.iter().map(|run| run.text.as_str()).collect()
        }
        other => panic!("{} blocks from {markdown:?}", other.len()),
    }
}

const AWKWARD: [&str; 22] = [
    "A*STAR",
    "R_D (C_O_R_E)",
    "1. whether <b>bold</b> needs {{ proof }} & C#",
    "Null",
    "01234",
    "O'Brien, José",
    "Zoë \"Zed\" Müller",
    "# 1",
    "- one",
    "+ one",
    "1) One",
    "~~~",
    "=====",
    "---",
    "> so",
    "&amp; &#42;",
    "a\nb",
    "  both ends ",
    "https://a_b.example/x_y_z",
    "[text](https://x.example)",
    "![x](y)",
    "ends in \\",
];

#[test]
fn awkward_values_come_back_as_typed_wherever_they_stand() {
    for value in AWKWARD {
        assert_eq!(one_paragraph(&escape(value)), value);
        let inside = format!("We spoke about {}, too.", escape(value));
        assert_eq!(
            one_paragraph(&inside),
            format!("We spoke about {value}, too.")
        );
        let last = format!("We spoke about {}", escape(value));
        assert_eq!(one_paragraph(&last), format!("We spoke about {value}"));
    }
}

#[test]
fn little_is_escaped() {
    assert_eq!(
        escape("moving C_O_R_E, R&D - and (C#) 3.1 - on."),
        "moving C_O_R_E, R\\&D - and (C#) 3.1 - on."
    );
    assert_eq!(escape("Northwind & Sons"), "Northwind & Sons");
}

proptest! {
    #[test]
    fn escape_is_exact(value in "[^\0]{1,40}", before in "[A-Za-z ,“]{0,9}", after in "[a-z ,.”?]{0,9}") {
        prop_assert_eq!(one_paragraph(&escape(&value)), value.clone());
        let around = format!("a{before}{}{after}z", escape(&value));
        prop_assert_eq!(one_paragraph(&around), format!("a{before}{value}{after}z"));
    }

    #[test]
    fn escape_is_exact_for_marks(value in r"[-*_`#+=<>&;\[\]()!\\~|.1 ab\n\t]{1,24}") {
        prop_assert_eq!(one_paragraph(&escape(&value)), value.clone());
        let around = format!("({}) {}", escape(&value), escape(&value));
        prop_assert_eq!(one_paragraph(&around), format!("({value}) {value}"));
    }

    #[test]
    fn any_text_is_read_and_every_run_knows_its_bytes(markdown in "\\PC{0,60}|[-*_`#+=<>&\\[\\]()!\\\\~.1 a\n]{0,40}") {
        fn check(blocks: &[Block], markdown: &str) {
            for block in blocks {
                match block {
                    Block::Paragraph(runs) | Block::Heading { runs, .. } => for run in runs {
                        assert!(markdown.get(run.source.clone()).is_some());
                    },
                    Block::List { items, .. } => items.iter().for_each(|item| check(item, markdown)),
                }
            }
        }
        let blocks = parse(&markdown);
        check(&blocks, &markdown);
        plain(&blocks, Some(20));
    }
}

/// How many lists stand in each other at the deepest place.
fn depth(blocks: &[Block]) -> usize {
    let below = blocks.iter().map(|block| match block {
        Block::Paragraph(_) | Block::Heading { .. } => 0,
        Block::List { items, .. } => 1 + items.iter().map(|item| depth(item)).max().unwrap_or(0),
    });
    below.max().unwrap_or(0)
}

#[test]
fn lists_without_end_do_not_use_up_the_stack() {
    // Once ended the program: each list took a call in whoever walked the blocks or dropped them.
    for marks in [
        "- ".repeat(20_000),
        "1. - * + ".repeat(1_200),
        "> - ".repeat(2_500),
    ] {
        let blocks = parse(&format!("{marks}the end"));
        assert_eq!(depth(&blocks), 8);
        assert!(plain(&blocks, None).ends_with(" the end\n"));
        assert_eq!(words(&blocks.clone()), 2);
    }
}

#[test]
fn a_list_that_stands_too_deep_is_paragraphs_with_its_marks() {
    let nine = format!(
        "{}one\n\n{}7. two\n{1}8. *three*\n",
        "- ".repeat(8),
        "  ".repeat(8)
    );
    let blocks = parse(&nine);
    assert_eq!(depth(&blocks), 8);
    let text = plain(&blocks, None);
    let lines: Vec<&str> = text.lines().map(str::trim_start).collect();
    assert_eq!(lines, ["- - - - - - - - one", "7. two", "8. three"]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn no_word_is_lost_however_deep_it_stands(
        lines in prop::collection::vec(("([-*+] |[0-9]{1,3}[.)] |> | {1,4}){0,24}", "[a-z]{1,6}"), 1..8),
    ) {
        let markdown: String = lines.iter().map(|(marks, word)| format!("{marks}{word}q\n")).collect();
        let blocks = parse(&markdown);
        prop_assert!(depth(&blocks) <= 8);
        let text = plain(&blocks, None);
        let is_word = |word: &&str| word.ends_with('q');
        let found: Vec<&str> = text.split_whitespace().filter(is_word).collect();
        let typed: Vec<String> = lines.iter().map(|(_, word)| format!("{word}q")).collect();
        prop_assert_eq!(found, typed);
    }
}

#[test]
fn indentation_makes_no_code_of_a_letter() {
    // Once kept the escapes, an empty line at the end, and every line as it was.
    let typewriter =
        "    Dear *Ann*,\n\n    We spoke about R\\&D\nand a\\_b.\n\n\tWith thanks,\\\n\tZoë\n";
    assert_eq!(
        plain(&parse(typewriter), None),
        "Dear Ann,\n\nWe spoke about R&D and a_b.\n\nWith thanks,\nZoë\n"
    );
    // In a list, the indentation of the item stays.
    assert_eq!(
        plain(&parse("- one\n\n      *two*\n- three\n"), None),
        "- one\n  two\n- three\n"
    );
    assert_eq!(plain(&parse("-     *one*\n"), None), "- one\n");
}

#[test]
fn runs_know_their_bytes_where_indentation_went() {
    let markdown = "    One *two*\n\n\n    three\r\n\tfour\n\n      five";
    let blocks = parse(markdown);
    let runs = blocks.iter().flat_map(|block| match block {
        Block::Paragraph(runs) | Block::Heading { runs, .. } => runs.as_slice(),
        Block::List { .. } => &[],
    });
    let read: Vec<(&str, &str)> = runs
        .map(|run| (run.text.as_str(), &markdown[run.source.clone()]))
        .collect();
    let expected = [
        ("One ", "One "),
        ("two", "two"),
        ("three four", "three\r\n\tfour"),
        ("five", "five"),
    ];
    assert_eq!(read, expected);
}

#[test]
fn code_between_fences_keeps_its_lines_and_no_empty_one_at_the_end() {
    for end in ["\n", "\r\n"] {
        let markdown = "Look:\n\n```rust\nlet a = *b;\n    f(a)\n\n\nlet c;\n```\n\nSo.\n";
        assert_eq!(
            plain(&parse(&markdown.replace('\n', end)), None),
            "Look:\n\nlet a = *b;\nf(a)\n\nlet c;\n\nSo.\n"
        );
    }
}

const BODY: &str = "Dear *Ann*,

See [the paper](https://paper.example/a_b), <https://x.example>, [me](mailto:me@x.example)
and [this](javascript:alert(1)). **Raw <b>HTML</b>** stays ![a photo](x.png).

- one
- two, which is long enough to be wrapped at forty columns

  and goes on
  1. first
  2. second

With thanks,\\
Zoë
";

#[test]
fn nothing_of_markdown_is_left_in_plain_text() {
    insta::assert_snapshot!(plain(&parse(BODY), None), @r"
Dear Ann,

See the paper (https://paper.example/a_b), https://x.example, me (me@x.example) and this. Raw <b>HTML</b> stays a photo.

- one
- two, which is long enough to be wrapped at forty columns
  and goes on
  1. first
  2. second

With thanks,
Zoë
");
}

#[test]
fn an_address_follows_a_link_unless_its_words_say_it() {
    // Email and card once judged this each for itself, by the last words of a link and by all.
    let markdown = "[my *notes*](https://example.org/notes/), [example.org](https://example.org/), \
        <https://example.org/a/>, [me *too*](mailto:me@x.example), [me@*x.example*](mailto:me@x.example), \
        [half https://a.example](https://a.example), [a](https://a.example) [b](https://a.example).";
    let blocks = parse(markdown);
    let [Block::Paragraph(runs)] = blocks.as_slice() else {
        panic!("{blocks:?}")
    };
    assert_eq!(
        spoken(runs, Addresses::Whole),
        "my notes (https://example.org/notes/), example.org, https://example.org/a/, \
         me too (me@x.example), me@x.example, half https://a.example (https://a.example), \
         a (https://a.example) b (https://a.example)."
    );
    assert_eq!(
        spoken(runs, Addresses::ByHand),
        "my notes (example.org/notes), example.org, https://example.org/a/, \
         me too (me@x.example), me@x.example, half https://a.example (a.example), \
         a (a.example) b (a.example)."
    );
    assert_eq!(spoken(runs, Addresses::Whole) + "\n", plain(&blocks, None));
}

#[test]
fn a_heading_knows_its_level_and_is_a_paragraph_in_plain_text() {
    let markdown = "# One *two*\n\nWords.\n\nThree\n---\n- ### four\n\n#\n\n\\# no heading\n";
    let blocks = parse(markdown);
    let [
        Block::Heading { level: 1, runs },
        Block::Paragraph(_),
        Block::Heading { level: 2, .. },
        Block::List { items, .. },
        Block::Paragraph(_),
    ] = blocks.as_slice()
    else {
        panic!("{blocks:?}")
    };
    assert_eq!(runs.len(), 2);
    assert!(matches!(
        items[0].as_slice(),
        [Block::Heading { level: 3, .. }]
    ));
    assert_eq!(
        plain(&blocks, None),
        "One two\n\nWords.\n\nThree\n\n- four\n\n# no heading\n"
    );
    assert_eq!(words(&blocks), 7);
}

#[test]
fn the_number_of_a_list_is_found_where_markdown_sees_one() {
    for (text, place) in [
        ("1. One", Some(1)),
        ("123456789) x", Some(9)),
        ("2026.", Some(4)),
        ("1234567890. x", None),
        ("3 .", None),
        (". x", None),
        ("a1. x", None),
        ("", None),
    ] {
        assert_eq!(list_number(text), place, "{text}");
    }
}

#[test]
fn text_wraps_where_it_is_asked_to() {
    insta::assert_snapshot!(plain(&parse(BODY), Some(40)), @r"
Dear Ann,

See the paper
(https://paper.example/a_b),
https://x.example, me (me@x.example) and
this. Raw <b>HTML</b> stays a photo.

- one
- two, which is long enough to be
  wrapped at forty columns
  and goes on
  1. first
  2. second

With thanks,
Zoë
");
}

#[test]
fn words_are_what_a_reader_sees() {
    assert_eq!(
        words(&parse("Dear *Ann*,\n\n- a & b\n\nIt’s 3 a.m.\\\nZoë")),
        8
    );
}
