//! Every phrase of the built-in theme, with values of every shape: no seam shows, nothing is altered.

use regards::prose;

use super::*;

/// More people than any pool of the theme has phrases, so that each phrase is dealt.
const PEOPLE: usize = 20;

/// The values of one person's facts.
pub struct Values {
    pub noun: &'static str,
    pub clause: &'static str,
    quote: &'static str,
    question: &'static str,
    pub role: &'static str,
    pub company: &'static str,
}

pub const VALUES: [Values; 4] = [
    Values {
        noun: "tea",
        clause: "it works",
        quote: "It works.",
        question: "Why us?",
        role: "Nurse",
        company: "Oak",
    },
    Values {
        noun: "moving eleven old benches, their drivers and every cable from the first hall to the second",
        clause: "You would rather have one line that never stops than three that sometimes do.",
        quote: "We tried \"lean\" twice, and twice it was thin",
        question: "\"What would you do first?\"",
        role: "Deputy Assistant Engineer, Line 2",
        company: "the Transit Authority",
    },
    Values {
        noun: "open questions",
        clause: "the hours are long at Acme Inc.",
        quote: "Who waits, loses…",
        question: "Would it hold at Acme Inc.?",
        role: "MBA intern",
        company: "Acme Inc.",
    },
    Values {
        noun: "A*STAR, R_D (C_O_R_E) and {{ proof }}",
        clause: "<b>C#</b> & `dbt` are 1. in *use*",
        quote: "# 1. [x](y) ~~no~~",
        question: "Is {% raw %} 01234 or NO?",
        role: "R_D *Lead*",
        company: "Null & Söhne",
    },
];

/// The shapes that a person's facts take; each uses other pools.
const SHAPES: usize = 19;

/// A topic with one's own side of it.
fn answered(topic: &str) -> Point {
    Point::Topic(Topic {
        topic: topic.to_owned(),
        they_said: None,
        quote: None,
        my_side: Some("I would ask.".to_owned()),
    })
}

fn shaped(place: usize, shape: usize, values: &Values) -> Interviewer {
    let mut who = person(&format!("Given{place} Family"));
    let full = |they_said: bool, quote: bool| {
        Point::Topic(Topic {
            topic: values.noun.to_owned(),
            they_said: they_said.then(|| values.clause.to_owned()),
            quote: quote.then(|| values.quote.to_owned()),
            // Told back without an answer, it gives way to what else there is.
            my_side: (they_said && !quote).then(|| "I would ask.".to_owned()),
        })
    };
    who.together = shape % 2 == 1;
    who.discussed_points = match shape {
        0 => (0..3).map(|_| answered(values.noun)).collect(),
        1 => vec![full(true, true), full(true, true)],
        2 => vec![full(true, false), full(true, false)],
        3 => vec![full(false, true), full(false, true)],
        // Each saying with an answer of one's own, so that two can stand together.
        13 => {
            let said = |quote: &str| {
                Point::Topic(Topic {
                    topic: values.noun.to_owned(),
                    they_said: None,
                    quote: Some(quote.to_owned()),
                    my_side: Some("I would ask.".to_owned()),
                })
            };
            vec![said(values.quote), said(values.quote)]
        }
        // One saying with an answer, and one to which nothing is answered.
        17 => vec![
            Point::Topic(Topic {
                topic: values.noun.to_owned(),
                they_said: None,
                quote: Some(values.quote.to_owned()),
                my_side: Some("I would ask.".to_owned()),
            }),
            full(false, true),
        ],
        // A saying to which nothing is answered.
        15 => vec![Point::Topic(Topic {
            topic: values.noun.to_owned(),
            they_said: Some(values.clause.to_owned()),
            quote: None,
            my_side: None,
        })],
        _ => vec![topic(values.noun)],
    };
    match shape {
        0 => who.moment = Some(values.noun.to_owned()),
        1 => who.told_me = Some(values.clause.to_owned()),
        4 => {
            let end = |question: &str| LooseEnd {
                question: question.to_owned(),
                answer: "I would ask".to_owned(),
            };
            who.loose_ends = vec![end(values.question), end(values.question)];
        }
        6 => {
            // A way of doing, which is liked.
            who.moment = Some(format!("the way of {}", values.noun));
            who.say.opening = Some("I was early on Wednesday.".to_owned());
            who.say.closing = Some("The biscuits were good.".to_owned());
        }
        8 | 9 => {
            let question = if shape == 8 {
                values.question
            } else {
                "how I would wait"
            };
            who.loose_ends = vec![LooseEnd {
                question: question.to_owned(),
                answer: "I blanked.".to_owned(),
            }];
        }
        // Answers that begin with no sentence.
        10 | 11 => {
            let question = if shape == 10 {
                values.question
            } else {
                "how I would wait"
            };
            let end = LooseEnd {
                question: question.to_owned(),
                answer: "With a book.".to_owned(),
            };
            who.loose_ends = vec![end.clone(), end];
        }
        12 => {
            who.told_me = Some("you failed the first test".to_owned());
            // It thanks, and does not name the role.
            who.say.opening = Some("Thank you for the tea.".to_owned());
        }
        14 => {
            // Who talked of the work is thanked for that.
            who.hiring_role = Some(HiringRole::Coordinator);
            who.discussed_points = Vec::new();
            who.moment = Some(values.noun.to_owned());
        }
        // Two bare topics to somebody at the sender's own company.
        7 => {
            who.discussed_points = vec![topic(values.noun), topic(values.noun)];
            who.email = Some(format!("given{place}@okafor.example"));
        }
        5 => {
            let end = |question: &str| LooseEnd {
                question: question.to_owned(),
                answer: "I would ask".to_owned(),
            };
            who.loose_ends = vec![end("how I would handle a delay"), end("What I would cut.")];
            who.promised = vec![
                values.noun.to_owned(),
                "the paper".to_owned(),
                "a list".to_owned(),
            ];
        }
        _ => {}
    }
    who
}

fn letters(
    values: &Values,
    shape: usize,
    channel: Option<Channel>,
    theme: &Theme,
) -> Vec<regards::letter::Letter> {
    let people = (0..PEOPLE)
        .map(|place| shaped(place, shape, values))
        .collect();
    let mut notes = notes(people);
    notes.interview.role = values.role.to_owned();
    notes.interview.company_in_text = Some(values.company.to_owned());
    // Another deal for each, since a phrase may always be heard again in one of them.
    values.company.clone_into(&mut notes.interview.company);
    notes.style.max_words = Some(2_000);
    if shape == 18 {
        // A day's work with each of them.
        notes.interview.minutes = u32::try_from(PEOPLE * 240).ok();
    }
    if [2, 3, 12, 16, 18].contains(&shape) {
        for place in 0..PEOPLE {
            for _ in 0..2 {
                notes.missing_qualifications.push(Qualification {
                    what: match shape {
                        16 => Claim::Own {
                            say: "I can weld.".to_owned(),
                        },
                        _ => Claim::Fact {
                            qualification: match shape {
                                12 => "my years on the board".to_owned(),
                                2 => "a pilot's licence".to_owned(),
                                _ => values.noun.to_owned(),
                            },
                            evidence: Some(match shape {
                                18 => "I was taught it. I still practise.".to_owned(),
                                _ => "I was taught it.".to_owned(),
                            }),
                        },
                    },
                    // What they need is not what is offered, which would say it twice.
                    meets: Some(match shape {
                        3 => "the autumn audit".to_owned(),
                        18 => "the requirement in your posting".to_owned(),
                        _ => values.noun.to_owned(),
                    }),
                    tell: Some(place),
                });
            }
        }
    }
    let date = shape.is_multiple_of(2).then(|| date(2026, 11, 20));
    let options = ComposeOptions {
        channel,
        date,
        ..ComposeOptions::default()
    };
    compose(&notes, theme, &Endless, &options).unwrap().letters
}

/// What a reader sees.
pub fn plain(letter: &regards::letter::Letter) -> String {
    prose::plain(&prose::parse(&letter.text.body), None)
}

/// Seams that no reader may see; in lower-case sentences the values are blanked first.
pub fn seams(text: &str, values: &Values) -> Vec<String> {
    let mut found = Vec::new();
    for seam in [
        "  ", " ,", " .", "..", ",.", ",,", ";.", "?.", "!.", "….", ".”.", "?”.", "”.”", "“ ", " ”",
    ] {
        if text.contains(seam) {
            found.push(format!("`{seam}` in: {text}"));
        }
    }
    let mut blank = text.to_owned();
    let mut own = [
        values.noun,
        values.clause,
        values.quote,
        values.question,
        values.role,
        values.company,
    ];
    own.sort_by_key(|value| std::cmp::Reverse(value.len()));
    for value in own {
        let low = value.starts_with(|c: char| c.is_lowercase());
        let name = if low { "value" } else { "Value" };
        blank = blank
            .replace(value, name)
            .replace(value.trim_end_matches('.'), name);
    }
    for paragraph in blank.lines() {
        let starts_low = paragraph.starts_with(|c: char| c.is_lowercase());
        let goes_on_low = paragraph
            .split_inclusive(['.', '?', '!'])
            .skip(1)
            .any(|next| {
                let next = next.strip_prefix(' ').unwrap_or_default();
                next.starts_with(|c: char| c.is_lowercase())
            });
        if starts_low || goes_on_low {
            found.push(format!("a sentence in lower case: {paragraph}"));
        }
    }
    found
}

#[test]
fn the_search_for_seams_finds_them() {
    for bad in [
        "A tea..",
        "It is tea , so.",
        "One.  Two.",
        "He asked, “Why us?”.",
        "So. it goes.",
        "tea is.",
    ] {
        assert!(!seams(bad, &VALUES[0]).is_empty(), "{bad}");
    }
}

/// Parts of a letter that come from a phrase: pool and phrase.
pub fn dealt(letter: &regards::letter::Letter) -> impl Iterator<Item = (String, String)> {
    let parts = letter.parts();
    parts.filter_map(|part| Some((part.pool.clone(), part.phrase.clone()?)))
}

/// Whether a pool is one of the thank-you.
pub fn is_of_thank_you(pool: &str) -> bool {
    let first = pool.split('.').next().unwrap_or_default();
    let is_kind = Kind::ALL.iter().any(|kind| kind.name() == first);
    !is_kind && !["call", "voicemail", "later"].contains(&first)
}

/// The pools of a theme that are its own: `brief` has less use for those of its base.
fn own_pools<'t>(theme: &'t Theme, name: &str) -> Vec<&'t regards::theme::Pool> {
    let folder = format!("templates/{name}/");
    let is_own = |pool: &&regards::theme::Pool| pool.source.name().starts_with(&folder);
    theme.pools().filter(is_own).collect()
}

/// Fails unless every phrase of a theme's own pools that are `wanted` has been shown by a letter.
pub fn all_are_shown(
    name: &str,
    theme: &Theme,
    shown: &std::collections::BTreeSet<(String, String)>,
    wanted: impl Fn(&str) -> bool,
) {
    for pool in own_pools(theme, name)
        .into_iter()
        .filter(|pool| wanted(&pool.id))
    {
        for phrase in &pool.phrases {
            let each = (pool.id.clone(), phrase.id.clone());
            assert!(shown.contains(&each), "{name}: no letter showed {each:?}");
        }
    }
}

#[test]
fn no_phrase_shows_a_seam_and_no_value_is_altered() {
    for name in regards::theme::BUILT_IN {
        let theme = built_in(name);
        let mut shown = std::collections::BTreeSet::new();
        let mut problems = Vec::new();
        for values in &VALUES {
            for shape in 0..SHAPES {
                for channel in [Channel::Email, Channel::Card] {
                    for letter in letters(values, shape, Some(channel), &theme) {
                        shown.extend(dealt(&letter));
                        problems.extend(seams_of(&letter, values));
                    }
                }
            }
        }
        problems.sort();
        problems.dedup();
        let count = problems.len();
        assert!(
            problems.is_empty(),
            "{name}: {count} problems:\n{}",
            problems.join("\n")
        );
        all_are_shown(name, &theme, &shown, is_of_thank_you);
    }
}

/// The seams of a letter, and the values in it that are not as they were typed.
fn seams_of(letter: &regards::letter::Letter, values: &Values) -> Vec<String> {
    let text = plain(letter);
    let mut problems = seams(&text, values);
    let subject = letter.text.subject.clone().unwrap_or_default();
    problems.extend(seams(&subject, values));
    for part in letter.paragraphs.iter().flatten() {
        for (key, value) in [(".topic", values.noun), (".quote", values.quote)] {
            let says = part
                .paths
                .iter()
                .any(|path| path.to_string().ends_with(key));
            if says && !text.contains(value) {
                problems.push(format!("altered `{value}`: {text}"));
            }
        }
    }
    problems
}

#[test]
fn awkward_values_come_out_as_they_were_typed() {
    for value in [
        "A*STAR",
        "R_D (C_O_R_E)",
        "1. whether <b>bold</b> needs {{ proof }} & C#",
        "Null",
        "NO",
        "01234",
        "Zoë \"Zed\" Müller",
        "# 1 ~~ > https://a_b.example/_c_?d=*e*&amp;",
        "a \\ b \\",
        "- dash\u{a0}space",
    ] {
        let mut notes = notes(vec![person(value)]);
        notes.interviewers[0].greeting = Some(value.to_owned());
        notes.interviewers[0].discussed_points = vec![
            topic(value),
            Point::Own {
                say: format!("{value} it is."),
            },
        ];
        notes.interview.role = value.to_owned();
        notes.interview.company_in_text = Some(value.to_owned());
        notes.from.name = value.to_owned();
        let letter = &write(&notes).letters[0];
        let text = plain(letter);
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines[0], format!("Dear {value},"));
        assert_eq!(lines.last(), Some(&value));
        // A sentence begins with a capital, also where its writer was in a hurry.
        let sentence = match value.strip_prefix("a ") {
            Some(rest) => format!("A {rest}"),
            None => value.to_owned(),
        };
        assert!(text.contains(&format!(" about {value}.\n")), "{text}");
        // A point of one's own has a paragraph of its own.
        assert!(
            lines.contains(&format!("{sentence} it is.").as_str()),
            "{text}"
        );
        assert!(text.contains(&format!("the {value} role")), "{text}");
        assert!(
            letter.text.subject.as_ref().unwrap().contains(value),
            "{text}"
        );
        assert_eq!(letter.text.to, value);
    }
}

#[test]
fn names_are_greeted_as_a_careful_person_would() {
    for (name, greeting) in [
        ("O'Brien, José", "José"),
        ("Nguyễn Thị Minh Khai", "Nguyễn Thị Minh Khai"),
        ("山田 太郎", "山田 太郎"),
        ("Dr. Katherine O'Neill-Vásquez", "Dr. O'Neill-Vásquez"),
        ("Ms Ana García-de la Torre", "Ms García-de la Torre"),
        ("Mr Tim O'Brien-van der Berg", "Mr O'Brien-van der Berg"),
    ] {
        let text = plain(&write(&notes(vec![person(name)])).letters[0]);
        assert!(text.starts_with(&format!("Dear {greeting},\n")), "{text}");
    }
}

#[test]
fn spaces_inside_a_value_stay_as_they_were_typed() {
    let mut notes = notes(vec![person("Ada Byron")]);
    notes.interviewers[0].discussed_points = vec![
        topic("the  double space"),
        Point::Own {
            say: "One.  Two\nlines.".to_owned(),
        },
    ];
    let body = &write(&notes).letters[0].text.body;
    assert!(body.contains("the  double space"), "{body}");
    assert!(body.contains("One.  Two lines."), "{body}");
}

#[test]
fn stray_marks_of_a_list_or_a_fragment_do_not_meet_those_of_the_phrase() {
    let mut notes = notes(vec![person("Ada Byron")]);
    notes.interviewers[0].promised = vec!["The paper.".to_owned(), "A list;".to_owned()];
    notes.interviewers[0].told_me = Some("You are hiring!".to_owned());
    let body = &write(&notes).letters[0].text.body;
    assert!(
        body.contains("I promised you the paper and a list, and have not forgotten."),
        "{body}"
    );
    assert!(
        body.contains("that you are hiring!\n\nI promised"),
        "{body}"
    );
}
