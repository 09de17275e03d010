//! What other people's programs say of a card. Where they are not installed these tests pass
//! without them (the other tests read the same facts in Rust), unless `REGARDS_NEED_TOOLS` is set.

use std::process::Command;

use regards::card::{CardOptions, GlyphRun, Lettering, Natural, Size};

use super::{AWKWARD, LONG, meta, pdf, set, with_paragraph};

/// What a tool prints about a file; `None` where the tool is not installed.
pub fn run(tool: &str, before: &[&str], after: &[&str], bytes: &[u8]) -> Option<String> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("card.pdf");
    std::fs::write(&file, bytes).unwrap();
    let output = match Command::new(tool)
        .args(before)
        .arg(&file)
        .args(after)
        .output()
    {
        Ok(output) => output,
        Err(error) => {
            assert!(
                std::env::var_os("REGARDS_NEED_TOOLS").is_none(),
                "{tool}: {error}"
            );
            return None;
        }
    };
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let complaints = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(
        output.status.success() && complaints.is_empty(),
        "{tool}: {said}{complaints}"
    );
    Some(said)
}

fn card(size: Size) -> Vec<u8> {
    let typed = AWKWARD
        .replace('*', "\\*")
        .replace('_', "\\_")
        .replace('<', "\\<");
    let body = with_paragraph(&format!("{typed} Jose\u{301} José"));
    pdf(
        &body,
        &CardOptions {
            size,
            ..CardOptions::default()
        },
    )
}

#[test]
fn qpdf_finds_nothing_wrong() {
    for size in Size::ALL {
        let Some(said) = run("qpdf", &["--check"], &[], &card(size)) else {
            return;
        };
        assert!(
            said.contains("No syntax or stream encoding errors"),
            "{said}"
        );
    }
}

#[test]
fn pdffonts_finds_every_font_embedded_subset_and_mapped_to_text() {
    let Some(said) = run("pdffonts", &[], &[], &card(Size::A2)) else {
        return;
    };
    let fonts: Vec<&str> = said.lines().skip(2).collect();
    assert_eq!(fonts.len(), 2, "{said}");
    for font in fonts {
        let columns: Vec<&str> = font.split_whitespace().collect();
        assert_eq!(
            columns[1..7],
            ["CID", "TrueType", "Identity-H", "yes", "yes", "yes"]
        );
    }
}

#[test]
fn pdftotext_finds_the_words() {
    for size in Size::ALL {
        let Some(text) = run("pdftotext", &[], &["-"], &card(size)) else {
            return;
        };
        let found: Vec<&str> = text.split_whitespace().collect();
        let expected =
            format!("November 18 Dear Jo, {AWKWARD} Jose\u{301} José With thanks, Amara Okafor");
        let expected: Vec<&str> = expected.split_whitespace().collect();
        assert_eq!(found, expected);
    }
}

#[test]
fn pdftotext_finds_each_word_where_the_hand_wrote_it() {
    for lettering in Lettering::ALL {
        let options = CardOptions {
            lettering,
            natural: Some(Natural::level(Natural::MOST)),
            ..CardOptions::default()
        };
        // With `-bbox` the tool cuts a word behind a mark that is a glyph of its own, as Playpen's is
        // in straight lines too; without it does not.
        let card = set(&LONG.replace('á', "a"), &options).unwrap();
        let bytes = card.pdf(&meta()).unwrap();
        let Some(said) = run("pdftotext", &["-bbox"], &["-"], &bytes) else {
            return;
        };
        let found = said.lines().filter(|line| line.contains("<word "));
        let found: Vec<[f32; 4]> = found
            .map(|line| {
                ["xMin", "yMin", "xMax", "yMax"].map(|name| {
                    let at = line.find(name).unwrap() + name.len() + 2;
                    line[at..].split('"').next().unwrap().parse().unwrap()
                })
            })
            .collect();
        let runs = card.lines.iter().flat_map(|line| {
            let runs = line.runs.iter();
            runs.filter(|run| !line.text[run.range.clone()].trim().is_empty())
        });
        let runs: Vec<&GlyphRun> = runs.collect();
        assert_eq!(found.len(), runs.len(), "{}", lettering.name());
        for ([left, top, right, bottom], run) in found.into_iter().zip(runs) {
            // The tool's boxes are of the face's height and turn with the word.
            assert!((left - run.x).abs() < 1.0, "{left} for {}", run.x);
            let y = card.size.height - run.y;
            assert!(top < y && y < bottom, "{top} to {bottom} for {y}");
            let (ink_right, wide) = run
                .glyphs
                .iter()
                .filter_map(|glyph| glyph.ink)
                .fold((0.0_f32, 0.0_f32), |(most, wide), ink| {
                    (most.max(ink.right), wide.max(ink.right - ink.left))
                });
            assert!((right - ink_right).abs() < wide, "{right} for {ink_right}");
        }
    }
}
