//! Markdown to blocks and back to plain text.

use proptest::prelude::*;
use regards::prose::{Block, escape, parse, plain, words};

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
                    Block::Paragraph(runs) => for run in runs {
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
