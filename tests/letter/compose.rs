//! Whole letters, and the rules about what goes to whom.

use std::collections::BTreeSet;

use super::*;

#[test]
fn the_full_example_becomes_an_email_with_everything_that_fits() {
    let composed = compose(&full(), &warm(), &Endless, &ComposeOptions::default()).unwrap();
    let letter = &composed.letters[0];
    assert!(letter.text.words() <= 180);
    let told: Vec<String> = letter
        .left_out
        .iter()
        .map(|out| format!("{}: {}", out.path, out.why))
        .collect();
    insta::assert_snapshot!(told.join("\n"), @r"
    interviewers[0].told_me: the moment stands in its place
    interviewers[0].discussed_points[0].they_said: their own words stand in its place
    interviewers[0].discussed_points[1].topic: the letter says enough without a bare topic; add what was said about it
    ");
    for own in [
        "At Halden I moved eleven benches off LabVIEW in one winter, with no line stopped.",
        "I still owe you the name of the book about Toyota's andon cord.",
        "“How would you handle a supplier slipping six weeks?”",
        "I would re-plan around the long-lead parts on day one and keep a second source warm.",
        "I led the SIL-2 assessment for two press lines.",
        "Wednesday afternoon",
        "Senior Controls Engineer",
    ] {
        assert!(
            letter.text.body.contains(own),
            "{own}\n{}",
            letter.text.body
        );
    }
    assert!(
        letter
            .text
            .body
            .starts_with("Dear Dr. O'Neill-Vásquez,\n\n")
    );
    assert!(letter.text.body.ends_with(",\\\nAmara Okafor"));
    assert_eq!(
        letter.text.to,
        "Dr. Katherine O'Neill-Vásquez <k.oneill@northwind.example>"
    );
    assert!(letter.text.subject.is_some() && letter.text.date.is_none());
}

#[test]
fn a_whole_email_reads_as_its_phrases_and_sentences_joined() {
    let letter = &write(&full()).letters[1];
    insta::assert_snapshot!(letter.text, @r"
    ---
    to: Ravi Shankar Iyer
    subject: Thank you for Wednesday: Senior Controls Engineer
    channel: email
    ---

    Dear Ravi Shankar Iyer,

    On Wednesday afternoon you made time to meet me about the Senior Controls Engineer role. Thank you. There was much to ask about your suppliers in Gdynia.

    I speak Polish and used it every day at Halden. That could help with your suppliers in Gdynia.

    I would very much like to do this work at Northwind. Thank you again for considering me.

    Warm regards,\
    Amara Okafor
    ");
}

#[test]
fn a_card_says_one_moment_and_one_thing_more_under_a_date() {
    let mut notes = full();
    notes.interviewers[0].send = Some(Send::Card);
    let letter = &write(&notes).letters[0];
    insta::assert_snapshot!(letter.text, @r"
    ---
    to: Dr. Katherine O'Neill-Vásquez
    date: November 18
    channel: card
    ---

    Dear Dr. O'Neill-Vásquez,

    Thank you for talking with me about the Senior Controls Engineer role. On the way home I went over your story about the 3 a.m. conveyor failure. I still owe you the name of the book about Toyota's andon cord.

    I would be very happy to work with you at Northwind.

    With kind regards,\
    Amara Okafor
    ");
    assert!(
        letter
            .left_out
            .iter()
            .any(|out| out.path.to_string() == "interviewers[0].loose_ends[0].question")
    );
}

#[test]
fn a_later_card_names_the_day_of_the_meeting() {
    let mut notes = full();
    notes.language = Language::EnGb;
    let options = ComposeOptions {
        channel: Some(Channel::Card),
        date: Some(date(2026, 11, 20)),
        only: Some(vec![Recipient::Interviewer(0)]),
        ..ComposeOptions::default()
    };
    let composed = compose(&notes, &small(), &Endless, &options).unwrap();
    assert_eq!(composed.letters.len(), 1);
    let text = &composed.letters[0].text;
    assert_eq!(text.date.as_deref(), Some("20 November"));
    assert!(
        text.body.contains("talking to me on 18 November about"),
        "{}",
        text.body
    );
}

#[test]
fn a_persons_own_date_is_said_and_takes_the_time_only_if_it_is_the_same_day() {
    let mut notes = notes(vec![person("Ada Byron"), person("Lin Yu-tang Ho")]);
    notes.interviewers[0].date = Some(date(2026, 11, 19));
    notes.interviewers[1].date = Some(date(2026, 11, 18));
    let letters = write(&notes).letters;
    assert!(
        letters[0].text.body.contains("Thursday") && !letters[0].text.body.contains("afternoon")
    );
    assert!(letters[1].text.body.contains("Wednesday afternoon"));
}

#[test]
fn an_email_and_a_card_to_one_person_share_no_sentence() {
    let mut notes = full();
    notes.interviewers[0].send = Some(Send::Both);
    let composed = compose(&notes, &warm(), &Endless, &ComposeOptions::default()).unwrap();
    let [email, card, ..] = composed.letters.as_slice() else {
        panic!("two letters")
    };
    assert_eq!(
        (email.channel, card.channel),
        (Channel::Email, Channel::Card)
    );
    let sentences = |letter: &regards::letter::Letter| -> Vec<String> {
        letter
            .paragraphs
            .iter()
            .flatten()
            .map(|part| part.markdown.clone())
            .collect()
    };
    for sentence in sentences(card) {
        assert!(!sentences(email).contains(&sentence), "{sentence}");
    }
    assert!(card.text.body.contains("conveyor failure"));
    assert!(!email.text.body.contains("conveyor failure"));
    assert!(email.text.body.contains("eleven benches"));
    assert!(card.left_out.is_empty(), "{:?}", card.left_out);
}

#[test]
fn own_sentences_stand_first_and_the_phrase_goes_when_they_thank() {
    let mut notes = notes(vec![person("Ada Byron")]);
    notes.interviewers[0].discussed_points = vec![topic("looms")];
    notes.interviewers[0].say.opening = Some("It was good to meet you at last".to_owned());
    notes.interviewers[0].say.point = Some("The looms are still on my mind.".to_owned());
    notes.interviewers[0].say.sign_off = Some("Yours, with a full notebook,".to_owned());
    notes.interviewers[0].say.subject = Some("A word about *looms*".to_owned());
    let letter = &write(&notes).letters[0].text;
    assert!(
        letter
            .body
            .contains("\n\nIt was good to meet you at last. "),
        "{}",
        letter.body
    );
    assert!(letter.body.contains("Senior Controls Engineer"));
    assert!(
        letter.body.contains(" The looms are still on my mind.\n\n"),
        "{}",
        letter.body
    );
    assert!(
        letter
            .body
            .ends_with("Yours, with a full notebook,\\\nAmara Okafor")
    );
    assert_eq!(letter.subject.as_deref(), Some("A word about *looms*"));
    let body = |say: Say| {
        let mut notes = notes.clone();
        notes.interviewers[0].say = say;
        write(&notes).letters.remove(0).text.body
    };
    for (own, whole) in [
        // Thanks alone are enough: a second line for the day and the role sounds filled in.
        ("Thank you for waiting.", true),
        ("It was good to see you on Wednesday.", false),
        ("Thank you for Wednesday!", true),
        ("Many thanks for 18 November.", true),
        (
            "I am grateful we could discuss the senior controls engineer role.",
            true,
        ),
    ] {
        let opening = Some(own.to_owned());
        let body = body(Say {
            opening,
            ..Say::default()
        });
        assert!(body.contains(&format!("\n\n{own}")), "{body}");
        assert_eq!(!body.contains("Senior Controls Engineer"), whole, "{body}");
    }
    // An own closing that thanks closes the letter.
    for (own, thanks) in [
        ("Thank you for everything.", true),
        ("I would love to join.", false),
        ("Thank you; I would love to do this work.", true),
    ] {
        let closing = Some(own.to_owned());
        let body = body(Say {
            closing,
            ..Say::default()
        });
        assert!(body.contains(own), "{body}");
        assert_eq!(
            !body.contains("Thank you for thinking of me."),
            thanks,
            "{body}"
        );
    }
}

#[test]
fn a_qualification_goes_to_one_person() {
    let mut notes = full();
    let places = |notes: &Notes| -> Vec<usize> {
        regards::letter::assign(notes)
            .iter()
            .map(|told| told.place)
            .collect()
    };
    assert_eq!(places(&notes), [0, 1]);
    notes.interviewers[1].discussed_points.clear();
    assert_eq!(
        places(&notes),
        [0, 0],
        "the hiring manager, where it fits nobody"
    );
    for _ in 0..2 {
        notes
            .missing_qualifications
            .push(notes.missing_qualifications[1].clone());
    }
    assert_eq!(
        places(&notes),
        [0, 0, 1, 1],
        "two at most where others are left"
    );
    notes.interviewers[1].send = Some(Send::Card);
    notes.missing_qualifications.truncate(2);
    assert_eq!(places(&notes), [0, 0]);
}

#[test]
fn what_is_private_never_reaches_a_letter() {
    let mut notes = full();
    notes.interviewers[0].private = Some("two weekends a quarter on call".to_owned());
    for channel in Channel::ALL {
        let options = ComposeOptions {
            channel: Some(channel),
            ..ComposeOptions::default()
        };
        let composed = compose(&notes, &warm(), &Endless, &options).unwrap();
        assert!(!format!("{composed:?}").contains("on call"));
    }
}

#[test]
fn what_the_sender_should_know_is_remarked() {
    let mut notes = full();
    notes.interviewers[0].send = Some(Send::Letter);
    notes.interviewers[1].send = Some(Send::ViaRecruiter);
    notes.interviewers[1].unsure = true;
    notes.recruiter = Some(Recruiter {
        name: "Jo Lindqvist".to_owned(),
        email: None,
        contacted_by: None,
    });
    let composed = write(&notes);
    let remarks: Vec<String> = composed
        .remarks
        .iter()
        .map(|remark| format!("{:?}: {}", remark.recipient, remark.text))
        .collect();
    assert_eq!(
        remarks,
        ["Interviewer(1): to be passed on by the recruiter, Jo Lindqvist",]
    );
    assert!(composed.letters[1].unsure && !composed.letters[0].unsure);
    assert_eq!(composed.letters[0].channel, Channel::Letter);
}

#[test]
fn a_part_names_the_values_it_was_made_from() {
    let composed = write(&full());
    let part = &composed.letters[0].paragraphs[0][0];
    assert_eq!(part.pool, "opening");
    assert!(part.phrase.is_some());
    let paths: Vec<String> = part.paths.iter().map(ToString::to_string).collect();
    assert_eq!(
        paths,
        ["interview.date", "interview.role", "interview.time"]
    );
}
#[test]
fn a_theme_has_a_skeleton_for_every_kind_and_channel() {
    let mut all = BTreeSet::new();
    for kind in Kind::ALL {
        for channel in kind.channels() {
            // A letter on paper says what an email says.
            let letter = (kind.name(), channel.worded_as().name());
            assert!(regards::theme::LETTERS.contains(&letter), "{letter:?}");
            all.insert(letter);
        }
    }
    assert_eq!(regards::theme::LETTERS.len(), all.len());
}

#[test]
fn words_that_every_letter_says_are_not_said_twice() {
    let mut notes = notes(vec![person("Katherine O'Neill")]);
    for (greeting, line) in [
        ("Dear Kay", "Dear Kay,\n"),
        ("dear Dr. Kay,", "Dear Dr. Kay,\n"),
        ("Kay:", "Dear Kay,\n"),
        ("Dearbhla", "Dear Dearbhla,\n"),
        ("Dear", "Dear Dear,\n"),
    ] {
        notes.interviewers[0].greeting = Some(greeting.to_owned());
        let body = &write(&notes).letters[0].text.body;
        assert!(body.starts_with(line), "{greeting}: {body}");
    }
    for (role, said) in [
        ("Head of Sales role", " the Head of Sales role"),
        ("the Engineer position", " the Engineer role"),
        ("A Team Lead", " the Team Lead role"),
        ("Role", " the Role role"),
        ("A", " the A role"),
        ("Blog post writer", " the Blog post writer role"),
    ] {
        notes.interview.role = role.to_owned();
        let letter = &write(&notes).letters[0];
        assert!(letter.text.body.contains(said), "{role}: {}", letter.text);
    }
}

#[test]
fn an_own_sentence_stands_for_a_whole_item_and_what_it_replaces_is_named() {
    let why = "your own sentence stands in its place";
    let replaced = |theme: &Theme, say: Say| {
        let mut notes = full();
        notes.style.max_words = Some(400);
        notes.interviewers[0].say = say;
        notes.missing_qualifications.swap(0, 1);
        notes.missing_qualifications[0].tell = Some(0);
        let mut composed = compose(&notes, theme, &Endless, &ComposeOptions::default()).unwrap();
        let letter = composed.letters.remove(0);
        let out: Vec<String> = letter
            .left_out
            .iter()
            .filter(|out| out.why == why)
            .map(|out| out.path.to_string())
            .collect();
        (letter.text.body, out, composed.told)
    };
    let own = || Some("These are words of my own.".to_owned());
    for theme in [warm(), small()] {
        // The answer had lost its question.
        let say = Say {
            loose_end: own(),
            ..Say::default()
        };
        let (body, out, _) = replaced(&theme, say);
        assert_eq!(out, ["interviewers[0].loose_ends[0].question"]);
        assert_eq!(body.matches("words of my own").count(), 1, "{body}");
        assert!(
            !body.contains("long-lead") && !body.contains("supplier slipping"),
            "{body}"
        );

        // The evidence stood after somebody else's sentence.
        let say = Say {
            qualification: own(),
            ..Say::default()
        };
        let (body, out, told) = replaced(&theme, say);
        assert_eq!(out, ["missing_qualifications[1]"]);
        assert_eq!(body.matches("words of my own").count(), 1, "{body}");
        assert!(
            !body.contains("SIL-2") && !body.contains("palletiser"),
            "{body}"
        );
        assert!(
            body.contains("I speak Polish") && body.contains("suppliers in Gdynia"),
            "{body}"
        );
        assert!(told.iter().all(|told| told.qualification != 1), "{told:?}");

        let say = Say {
            point: own(),
            ..Say::default()
        };
        let (body, out, _) = replaced(&theme, say);
        let at = "interviewers[0].discussed_points[0]";
        assert_eq!(
            out,
            [
                format!("{at}.topic"),
                format!("{at}.my_side"),
                format!("{at}.quote"),
                format!("{at}.they_said"),
            ]
        );
        assert_eq!(body.matches("words of my own").count(), 1, "{body}");
        assert!(
            !body.contains("LabVIEW") && !body.contains("eleven benches"),
            "{body}"
        );

        let say = Say {
            moment: own(),
            ..Say::default()
        };
        let (body, out, _) = replaced(&theme, say);
        assert_eq!(out, ["interviewers[0].moment", "interviewers[0].told_me"]);
        assert!(
            body.contains("words of my own") && !body.contains("conveyor failure"),
            "{body}"
        );
    }
}
