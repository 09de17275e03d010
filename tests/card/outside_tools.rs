//! What other people's programs say of a card. Where they are not installed these tests pass
//! without them (the other tests read the same facts in Rust), unless `REGARDS_NEED_TOOLS` is set.

use std::process::Command;

use regards::card::{CardOptions, Size};

use super::{AWKWARD, pdf, with_paragraph};

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
