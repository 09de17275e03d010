//! Every integration test, as one program.

mod architecture;
mod card;
mod commands;
mod examples;
mod letter;
mod notes;
mod prose;
mod support;
mod theme;
mod write;
