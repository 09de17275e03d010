//! How a letter names the company and the job: `for the City of Kettle Narrows`, `the role of …`.

use super::text::fold;
use crate::notes::Notes;

/// What one works for rather than at, where the name begins with "the".
const SERVED: [&str; 22] = [
    "agency",
    "army",
    "authority",
    "board",
    "borough",
    "city",
    "commission",
    "corporation",
    "council",
    "county",
    "department",
    "district",
    "government",
    "ministry",
    "navy",
    "office",
    "police",
    "province",
    "service",
    "shire",
    "state",
    "trust",
];

/// Those with whom one plays or sings.
const ENSEMBLES: [&str; 10] = [
    "band",
    "ballet",
    "choir",
    "chorus",
    "ensemble",
    "orchestra",
    "philharmonic",
    "quartet",
    "sinfonia",
    "symphony",
];

/// Legal forms behind a company's name, in lower case and without full stops.
const LEGAL_FORMS: [&str; 14] = [
    "ltd",
    "limited",
    "inc",
    "incorporated",
    "llc",
    "llp",
    "plc",
    "pa",
    "pty",
    "gmbh",
    "lp",
    "pllc",
    "pc",
    "corp",
];

/// What, before "of", takes an article: the Shire of Gunnawarra.
const BODIES: [&str; 28] = [
    "academy",
    "archdiocese",
    "board",
    "borough",
    "bureau",
    "chamber",
    "church",
    "city",
    "college",
    "commonwealth",
    "corporation",
    "county",
    "department",
    "diocese",
    "district",
    "faculty",
    "government",
    "institute",
    "ministry",
    "municipality",
    "museum",
    "office",
    "port",
    "province",
    "school",
    "shire",
    "town",
    "university",
];

/// The role as it stands before "role" and after "the", which phrases say themselves.
pub(super) fn role(typed: &str) -> String {
    let mut words: Vec<&str> = typed.split(' ').collect();
    let is = |word: &str, list: &[&str]| list.iter().any(|each| word.eq_ignore_ascii_case(each));
    if words.len() > 1
        && is(words[0], &["the", "a", "an"])
        && words[1].starts_with(char::is_alphabetic)
    {
        words.remove(0);
    }
    let last = words.last().copied().unwrap_or_default();
    if words.len() > 1 && is(last, &["role", "position", "job", "post"]) {
        words.pop();
    }
    words.join(" ")
}

/// `the Night Porter role`; where the title is long, `the role of Registered Nurse, Nights`.
///
/// What stands in brackets or after a comma behind the title is for forms (`Registered Nurse
/// (Nights)`, `Associate, Credit Risk`).
pub(super) fn with_its_noun(role: &str, noun: &str) -> String {
    let role = match role.rsplit_once(" (") {
        Some((title, rest)) if rest.ends_with(')') && !title.is_empty() => title,
        _ => role,
    };
    let turned = match role.split_once(", ") {
        Some((title, rest)) if !title.is_empty() && !role.contains('(') => shortened(title, rest),
        _ => None,
    };
    let role = turned.as_deref().unwrap_or(role);
    let is_long = role.split(' ').count() > 3 || role.contains([',', '(', '/', ':']);
    let joins = role
        .split(' ')
        .any(|word| matches!(word, "of" | "in" | "with" | "for" | "to"));
    if is_long || joins {
        format!("the {noun} of {role}")
    } else {
        format!("the {role} {noun}")
    }
}

/// A title without what stands behind its comma (`Registered Nurse, Nights`), and that in front of
/// it where the title alone would not say what the job is: `Credit Risk Associate`. `None` where
/// neither is certain.
fn shortened(title: &str, rest: &str) -> Option<String> {
    let is_grade = |word: &&str| {
        word.chars().all(|c| matches!(c, 'I' | 'V' | 'X')) || word.chars().all(|c| c.is_numeric())
    };
    if title.split(' ').filter(|word| !is_grade(word)).count() > 1 {
        return Some(title.to_owned());
    }
    let words: Vec<&str> = rest.split(' ').collect();
    let is_name =
        |word: &&str| word.starts_with(char::is_uppercase) || *word == "&" || *word == "and";
    let turns = words.len() <= 3 && words.iter().all(is_name) && !rest.contains([',', '(', '/']);
    turns.then(|| format!("{rest} {title}"))
}

/// The company as it stands in a sentence: `the bank` to those inside; to the recruiter, who knows
/// several, a name.
pub(super) fn company(notes: &Notes, to_recruiter: bool) -> &str {
    let interview = &notes.interview;
    let in_text = interview.company_in_text.as_deref();
    let is_name = |text: &&str| {
        let names = text
            .split_whitespace()
            .filter(|word| word.starts_with(char::is_uppercase));
        names.count() > usize::from(text.starts_with("the "))
    };
    in_text
        .filter(|text| !to_recruiter || is_name(text))
        .unwrap_or_else(|| without_legal_form(&interview.company))
}

/// A company's name without what only a contract says: `Pallet & Loom`, not `Pallet & Loom, Inc.`
pub(crate) fn without_legal_form(company: &str) -> &str {
    let mut name = company.trim();
    loop {
        let before = name.rsplit_once(' ');
        let Some((rest, last)) = before else {
            return name;
        };
        let form = last.replace('.', "").to_lowercase();
        let is_form = LEGAL_FORMS.contains(&form.as_str());
        let rest = rest.trim_end_matches(',').trim_end();
        if !is_form || rest.is_empty() || rest.ends_with('&') {
            return name;
        }
        // What stands in brackets before it belongs to the form: `Stanhope & Sons (Upholstery) Ltd`.
        name = match rest.rsplit_once(" (") {
            Some((name, inside)) if inside.ends_with(')') => name,
            _ => rest,
        };
    }
}

/// Where those inside the company are: `at the Commission`, though one works for it.
pub(super) fn in_place(notes: &Notes) -> String {
    format!("at {}", with_article(&fold(company(notes, false))))
}

/// One works at Northwind, for the county and with the Philharmonic.
pub(super) fn at(company: &str) -> String {
    let head = company.split(" of ").next().unwrap_or(company);
    let head = head.rsplit(' ').next().unwrap_or(head).to_lowercase();
    let is = |heads: &[&str]| heads.contains(&head.as_str());
    let place = match company.starts_with("the ") {
        _ if is(&ENSEMBLES) => "with",
        true if is(&SERVED) => "for",
        _ => "at",
    };
    format!("{place} {company}")
}

/// `the City of Kettle Narrows`: such a name takes an article in a sentence.
pub(super) fn with_article(company: &str) -> String {
    let words: Vec<String> = company.split(' ').map(str::to_lowercase).collect();
    let of = words.iter().position(|word| word == "of");
    let body = of.and_then(|of| words.get(of.checked_sub(1)?));
    let takes = of.is_some_and(|of| of <= 3)
        && body.is_some_and(|body| BODIES.contains(&body.as_str()))
        && words.first().is_some_and(|first| first != "the");
    if takes {
        format!("the {company}")
    } else {
        company.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_behind_a_comma_still_says_what_the_job_is() {
        for (typed, said) in [
            ("Associate, Credit Risk", "the Credit Risk Associate role"),
            (
                "Registered Nurse, Step-Down Unit",
                "the Registered Nurse role",
            ),
            ("Engineer II, Platform", "the Platform Engineer II role"),
            (
                "Associate, to the end of May",
                "the role of Associate, to the end of May",
            ),
        ] {
            assert_eq!(with_its_noun(typed, "role"), said);
        }
    }

    #[test]
    fn one_works_at_a_place_and_for_a_body() {
        for (company, said) in [
            ("Northwind", "at Northwind"),
            ("City of Kettle Narrows", "for the City of Kettle Narrows"),
            ("University of St Oswald", "at the University of St Oswald"),
            ("the county", "for the county"),
            ("the University", "at the University"),
            ("Bank of Ireland", "at Bank of Ireland"),
            ("the library service", "for the library service"),
            ("the bank", "at the bank"),
            ("the Philharmonic", "with the Philharmonic"),
        ] {
            assert_eq!(at(&with_article(company)), said);
        }
    }

    #[test]
    fn a_legal_form_is_not_said() {
        for (company, said) in [
            ("Pallet & Loom, Inc.", "Pallet & Loom"),
            (
                "Wattlebird Constructions Pty Ltd",
                "Wattlebird Constructions",
            ),
            (
                "Stanhope & Daughters (Upholstery) Ltd",
                "Stanhope & Daughters",
            ),
            ("Wirrimbah Pastoral Co.", "Wirrimbah Pastoral Co."),
            ("Inc.", "Inc."),
        ] {
            assert_eq!(without_legal_form(company), said);
        }
    }
}
