//! What other people's programs say of a card. Where they are not installed these tests pass
//! without them (the other tests read the same facts in Rust), unless `REGARDS_NEED_TOOLS` is set.

use std::process::Command;

use regards::card::{CardOptions, Size};

use super::{AWKWARD, pdf, with_paragraph};

/// What a tool prints about the file; `None` where the tool is not installed.
fn run(tool: &str, arguments: &[&str], bytes: &[u8]) -> Option<String> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("card.pdf");
    std::fs::write(&file, bytes).unwrap();
    let output = match Command::new(tool)
        .args(arguments)
        .arg(&file)
        .arg("-")
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
    assert!(output.status.success(), "{tool}: {said}{complaints}");
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
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("card.pdf");
        std::fs::write(&file, card(size)).unwrap();
        match Command::new("qpdf").arg("--check").arg(&file).output() {
            Ok(output) => {
                let said = String::from_utf8_lossy(&output.stdout).into_owned();
                let complaints = String::from_utf8_lossy(&output.stderr).into_owned();
                assert!(output.status.success(), "{said}{complaints}");
                assert!(
                    said.contains("No syntax or stream encoding errors"),
                    "{said}"
                );
            }
            Err(error) => {
                assert!(
                    std::env::var_os("REGARDS_NEED_TOOLS").is_none(),
                    "qpdf: {error}"
                );
            }
        }
    }
}

#[test]
fn pdftotext_finds_the_words() {
    for size in Size::ALL {
        let Some(text) = run("pdftotext", &[], &card(size)) else {
            return;
        };
        let found: Vec<&str> = text.split_whitespace().collect();
        let expected =
            format!("November 18 Dear Jo, {AWKWARD} Jose\u{301} José With thanks, Amara Okafor");
        let expected: Vec<&str> = expected.split_whitespace().collect();
        assert_eq!(found, expected);
    }
}
