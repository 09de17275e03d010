//! Every integration test, as one program.

mod architecture;
mod card;
mod commands;
mod examples;
mod prose;
mod support;
mod write;
