//! Grammar: checked where the program was built for it, and otherwise said not to be.

use crate::support::Folder;

const LETTER: &str = "\
Dear Ann,

Thank you for talking with me on Tuesday about the post. I did a mistake with the press in my first week, and \
Thorvald Ketilsson showed me how to set it. I would be glad to join you.

Kind regards,
Bo
";

#[cfg(feature = "grammar")]
#[test]
fn what_no_other_layer_finds_is_found_and_fast_leaves_it_out() {
    let folder = Folder::with("letter.txt", LETTER);
    let check = |more: &[&str]| {
        let arguments = [
            &["check", "--letter", "letter.txt", "--format", "concise"],
            more,
        ]
        .concat();
        folder.regards(&arguments).passes().stdout
    };
    let found = check(&[]);
    assert!(
        found.contains("letter.txt:3:60: warning[grammar]"),
        "{found}"
    );
    assert!(!found.contains("Thorvald"), "{found}");
    assert!(!check(&["--fast"]).contains("[grammar]"));
    assert!(!check(&["--only", "misspelling"]).contains("[grammar]"));
}

#[cfg(not(feature = "grammar"))]
#[test]
fn it_is_said_once_that_grammar_was_not_checked() {
    let folder = Folder::with("letter.txt", LETTER);
    let says = |arguments: &[&str]| {
        let stderr = folder.regards(arguments).passes().stderr;
        stderr.matches("Grammar was not checked").count()
    };
    assert_eq!(says(&["check", "--letter", "letter.txt"]), 1);
    assert_eq!(says(&["check", "--letter", "letter.txt", "--fast"]), 0);
}
