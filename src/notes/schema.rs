//! The JSON schema of the notes file, for editors.

use schemars::SchemaGenerator;
use schemars::generate::SchemaSettings;

use super::card::CardChoices;
use super::debrief::Debrief;
use super::file::{Notes, Style};
use super::form::Form;
use super::interview::Interview;
use super::interviewer::Interviewer;
use super::qualification::Qualification;
use super::sender::{Recruiter, Sender};

/// The JSON schema of the notes file (draft 2020-12), as text that ends in a line break.
///
/// Descriptions say which form a text takes and after which words it reads, so that an editor
/// shows them while one types.
pub fn schema() -> String {
    let generator: SchemaGenerator = SchemaSettings::draft2020_12().into_generator();
    let mut schema = generator.into_root_schema_for::<Notes>();
    schema.insert(
        "title".to_owned(),
        "Notes of an interview, for regards".into(),
    );
    let mut text = format!("{:#}", schema.to_value());
    text.push('\n');
    text
}

/// The section that a key belongs to, where that is one only; `""` for the file itself.
pub(super) fn home_of(key: &str) -> Option<&'static str> {
    let homes = [
        ("", Notes::keys()),
        ("interview", Interview::keys()),
        ("interviewers", Interviewer::keys()),
        ("from", Sender::keys()),
        ("recruiter", Recruiter::keys()),
        ("missing_qualifications", Qualification::keys()),
        ("debrief", Debrief::keys()),
        ("card", CardChoices::keys()),
        ("style", Style::keys()),
    ];
    let mut found = homes.iter().filter(|(_, keys)| keys.contains(&key));
    let (home, _) = found.next()?;
    found.next().is_none().then_some(*home)
}
