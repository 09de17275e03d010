//! regards turns one YAML file of interview notes into a separate thank-you for every interviewer.

pub mod card;
pub mod cli;
pub mod diagnostic;
pub mod email;
pub mod language;
pub mod letter;
pub mod notes;
pub mod output;
pub mod prose;
pub mod theme;
pub mod yaml;
