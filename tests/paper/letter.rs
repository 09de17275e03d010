//! Business letters on paper.

use regards::card::{Business, CardError, Fonts, Line, Pages, PdfMeta, typeset_business};
use regards::language::Language;

use crate::card::outside_tools::run;
use crate::support::{Folder, example};

const MM: f32 = 72.0 / 25.4;

fn lines(text: &str) -> Vec<String> {
    text.lines().map(str::to_owned).collect()
}

const TO: &str =
    "Dr. Katherine O'Neill-Vásquez\nVP of Engineering\nNorthwind Robotics\n400 N Morgan St";

fn typeset(body: &str, to: &str, language: Language) -> Result<Pages, CardError> {
    let letter = Business {
        from: &lines("Amara Okafor\n1420 W Lake St, Apt 3\nChicago, IL 60607"),
        contact: &lines("+1 312 555 0142\namara@okafor.example"),
        to: &lines(to),
        date: Some("November 18, 2026"),
        subject: Some("Thank you for Wednesday"),
        body,
    };
    typeset_business(&letter, language, Fonts::built_in())
}

/// A letter of so many paragraphs.
fn body(paragraphs: usize) -> String {
    let each = "Thank you for the time that you spent with me on Wednesday afternoon to talk about \
                the role. At Halden I moved eleven benches off LabVIEW in one winter.\n\n";
    format!(
        "Dear Dr. O'Neill-Vásquez,\n\n{}Kind regards,  \nAmara Okafor",
        each.repeat(paragraphs)
    )
}

/// Left, right, and the distances of top and bottom from the top of the page, in mm.
fn ink(line: &Line, height: f32) -> [f32; 4] {
    let glyphs = line.runs.iter().flat_map(|run| &run.glyphs);
    let boxes = glyphs.filter_map(|glyph| glyph.ink);
    let start = [f32::MAX, f32::MIN, f32::MAX, f32::MIN];
    boxes.fold(start, |[left, right, top, bottom], ink| {
        [
            left.min(ink.left / MM),
            right.max(ink.right / MM),
            top.min((height - ink.top) / MM),
            bottom.max((height - ink.bottom) / MM),
        ]
    })
}

#[test]
fn the_window_of_a_german_envelope_shows_the_address_and_nothing_else() {
    let long = format!(
        "{TO}\nA building with quite a long name, entrance at the back\n60642 Chicago\nUSA"
    );
    for to in [TO, "Jo", &long] {
        let pages = typeset(&body(3), to, Language::EnGb).unwrap();
        let height = pages.paper.height();
        let mut shown = Vec::new();
        for line in &pages.pages[0].lines {
            let [left, right, top, bottom] = ink(line, height);
            // DIN 5008 form B: 85 × 45 mm, 20 mm from the left and 45 mm from the top.
            let inside = left >= 20.0 && right <= 105.0 && top >= 45.0 && bottom <= 90.0;
            let outside = left >= 105.0 || bottom <= 45.0 || top >= 90.0;
            assert!(
                inside || outside,
                "{}: {left} {right} {top} {bottom}",
                line.text
            );
            if inside {
                shown.push(line.text.clone());
            }
        }
        assert_eq!(
            shown[0],
            "Amara Okafor · 1420 W Lake St, Apt 3 · Chicago, IL 60607"
        );
        assert_eq!(shown[1..], lines(to));
    }
}

#[test]
fn a_letter_keeps_its_margins_and_grows_smaller_before_it_is_refused() {
    for language in Language::ALL {
        let mut sizes = Vec::new();
        for paragraphs in 0..40 {
            match typeset(&body(paragraphs), TO, language) {
                Ok(pages) => {
                    assert_eq!(pages.count(), 1);
                    let height = pages.paper.height();
                    for line in &pages.pages[0].lines {
                        let [left, right, top, bottom] = ink(line, height);
                        assert!(
                            left > 24.0 && right < pages.paper.width() / MM - 20.0,
                            "{}",
                            line.text
                        );
                        assert!(top > 15.0 && bottom < height / MM - 20.0, "{}", line.text);
                    }
                    sizes.push(pages.type_size);
                }
                Err(CardError::TooLongForPage { words_over }) => {
                    assert!((1..=40).contains(&words_over), "{words_over}");
                    break;
                }
                Err(error) => panic!("{error}"),
            }
        }
        assert!(sizes.len() > 6 && sizes.len() < 30, "{sizes:?}");
        assert!(sizes.is_sorted_by(|a, b| a >= b), "{sizes:?}");
        assert_eq!((sizes[0], sizes[sizes.len() - 1]), (11.5, 10.0));
    }
}

#[test]
fn a_line_without_room_is_named() {
    let wide = "A building with a name that has no end in sight ".repeat(4);
    let many = "Another line\n".repeat(12);
    for (to, language) in [
        (&wide, Language::EnUs),
        (&wide, Language::EnGb),
        (&many, Language::EnGb),
    ] {
        let error = typeset(&body(1), to, language).unwrap_err();
        assert!(matches!(error, CardError::NoRoom { .. }), "{error}");
    }
    let lines = typeset(&body(1), &many, Language::EnUs).unwrap().pages[0]
        .lines
        .len();
    assert!(lines > 18, "{lines}");
}

#[test]
fn a_senders_address_is_shortened_above_the_window_and_refuses_no_letter() {
    let from = [
        "Dr. Amara Chidinma Okafor-Lindqvist",
        "Department of Robotics and Automation, Second Courtyard, Staircase C, Fourth Floor Left",
        "Karl-Heinrich-Ulrichs-Straße 112–114",
        "10785 Berlin",
        "Germany",
    ];
    let shown = |from: &[&str]| {
        let letter = Business {
            from: &from
                .iter()
                .map(|line| (*line).to_owned())
                .collect::<Vec<_>>(),
            contact: &lines("+49 30 5550142"),
            to: &lines(TO),
            date: Some("18 November 2026"),
            subject: None,
            body: &body(2),
        };
        let pages = typeset_business(&letter, Language::EnGb, Fonts::built_in()).unwrap();
        let height = pages.paper.height();
        let window = |line: &&Line| {
            let [left, right, top, bottom] = ink(line, height);
            left >= 20.0 && right <= 105.0 && top >= 45.0 && bottom <= 90.0
        };
        let lines = &pages.pages[0].lines;
        let right = |line: &Line| ink(line, height)[1];
        assert!(lines.iter().all(|line| right(line) < 201.0), "on the paper");
        let first = lines.iter().find(window).unwrap();
        let small = first.runs[0].size;
        let is_return = first.text.contains(" · ");
        assert!(!is_return || (6.0..=7.5).contains(&small), "{small}");
        first.text.clone()
    };
    assert_eq!(
        shown(&from),
        "Dr. Amara Chidinma Okafor-Lindqvist · Karl-Heinrich-Ulrichs-Straße 112–114 · 10785 Berlin"
    );
    assert_eq!(
        shown(&[from[0], from[2], from[3], from[4]]),
        "Dr. Amara Chidinma Okafor-Lindqvist · Karl-Heinrich-Ulrichs-Straße 112–114 · 10785 Berlin"
    );
    let endless = "Amara ".repeat(18);
    assert_eq!(
        shown(&[endless.trim(), from[2]]),
        TO.lines().next().unwrap()
    );
}

#[test]
fn no_line_touches_another() {
    let pages = typeset(&body(4), TO, Language::EnUs).unwrap();
    for pair in pages.pages[0].lines.windows(2) {
        let apart = pair[0].baseline - pair[1].baseline;
        assert!(apart >= pages.type_size * 1.2, "{apart}: {}", pair[1].text);
    }
    let last: Vec<&Line> = pages.pages[0].lines.iter().rev().take(2).collect();
    assert_eq!(
        (last[0].text.as_str(), last[1].text.as_str()),
        ("Amara Okafor", "Kind regards,")
    );
    assert!(
        last[1].baseline - last[0].baseline > 3.0 * pages.type_size,
        "room to sign"
    );
}

#[test]
fn other_programs_read_a_letter() {
    for language in [Language::EnUs, Language::EnGb] {
        let meta = PdfMeta {
            title: "Letter".to_owned(),
            author: "Amara Okafor".to_owned(),
        };
        let bytes = typeset(&body(3), TO, language).unwrap().pdf(&meta).unwrap();
        let Some(said) = run("qpdf", &["--check"], &[], &bytes) else {
            return;
        };
        assert!(
            said.contains("No syntax or stream encoding errors"),
            "{said}"
        );
        let text = run("pdftotext", &[], &["-"], &bytes).unwrap_or_default();
        assert!(text.contains("Dear Dr. O'Neill-Vásquez,"), "{text}");
        assert!(text.contains("400 N Morgan St"), "{text}");
    }
}

#[test]
fn somebody_who_is_to_get_a_letter_gets_one() {
    let notes = example("panel.yaml").replacen("send: card", "send: letter", 1);
    let folder = Folder::with("panel.yaml", notes);
    let arguments = [
        "write",
        "panel.yaml",
        "--to",
        "Katherine",
        "--envelope",
        "auto",
    ];
    let printed = folder.regards(&arguments).passes();
    insta::assert_snapshot!(printed.stderr);
    let name = "letters/panel/katherine-oneill-vasquez.thank-you";
    insta::assert_snapshot!(folder.read(&format!("{name}.md")));
    assert!(folder.files().contains_key(&format!("{name}.envelope.pdf")));
    // What is edited is the letter, also where it is too long.
    let edited = folder
        .read(&format!("{name}.md"))
        .replace("Thank you", &"Thank you so very much ".repeat(300));
    folder.put(&format!("{name}.md"), edited);
    let refused = folder
        .regards(&["write", "panel.yaml", "--to", "Katherine", "--no-proof"])
        .fails(2);
    assert!(
        refused.stderr.contains("too long for one page"),
        "{}",
        refused.stderr
    );
}
