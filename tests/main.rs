//! Every integration test, as one program.
#![allow(clippy::unwrap_used)]

mod architecture;
mod card;
mod commands;
mod contacts;
mod email;
mod examples;
mod letter;
mod notes;
mod paper;
mod phrasebook;
mod plan;
mod proof;
mod prose;
mod reword;
mod support;
mod theme;
mod write;
