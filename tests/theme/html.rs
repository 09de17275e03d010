//! `email.html`: a page of one's own around emails, and what may not stand in it.

use super::{load, mistake, shown};
use crate::support::{Folder, example};

const FILE: &str = "en/email.html";

#[test]
fn a_page_of_ones_own_stands_around_the_letter() {
    let theme = load(&[(
        FILE,
        "<b title=\"{{ subject }}\" lang={{ language | lower }}>{{ body }}</b>",
    )])
    .unwrap_or_else(|reports| panic!("{}", shown(&reports)));
    assert!(theme.warnings().is_empty(), "{}", shown(theme.warnings()));
    assert_eq!(
        theme.email("<p>Hi</p>", "a \"b\" <c>", "en-GB").unwrap(),
        "<b title=\"a &quot;b&quot; &lt;c&gt;\" lang=en-gb><p>Hi</p></b>"
    );
    // A letter is as long as it is; only what the page adds is limited.
    let long = "<p>word</p>\n".repeat(20_000);
    assert!(theme.email(&long, "Hi", "en-US").unwrap().contains(&long));
}

#[test]
fn what_is_wrong_with_a_page_is_said_in_its_place() {
    let mut all = String::new();
    for page in [
        "<p>{{ boby }}</p>",
        "<p>{{ body | shout }}</p>",
        "<p>{{ say(pool=\"closing\") }}{{ body }}</p>",
        "<p>{{ body }",
        "<p>Kind regards</p>",
        "{{ body }}<img src=\"https://tracker.example/a.gif\">",
        "{% include \"thank-you.email.md\" %}{{ body }}",
        "{% for a in body %}{% for b in body %}{{ b }}{% endfor %}{% endfor %}",
    ] {
        all.push_str(&mistake(&[(FILE, page)]));
        all.push('\n');
    }
    all.push_str(&mistake(&[("email.html", "<p>{{ body }}</p>")]));
    insta::assert_snapshot!(all);
}

#[test]
fn an_ejected_page_can_be_changed_and_reaches_the_draft() {
    let folder = Folder::with("panel.yaml", example("panel.yaml"));
    let eject = ["themes", "eject", "formal", "mine", "--only", FILE];
    folder.regards(&eject).passes();
    let page = folder.read("mine/en/email.html");
    folder.put("mine/en/email.html", page.replace("36em", "99em"));
    folder
        .regards(&["write", "panel.yaml", "--theme", "mine"])
        .passes();
    let draft = folder.read("letters/panel/ludwig-van-der-berg.thank-you.eml");
    assert!(draft.contains("max-width: 99em"), "{draft}");
    let shown = folder.regards(&["themes", "show", "mine"]).passes();
    assert!(shown.stdout.contains("en/email.html"), "{}", shown.stdout);
    assert!(
        shown.stdout.contains("around every email"),
        "{}",
        shown.stdout
    );
}
