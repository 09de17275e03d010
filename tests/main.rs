//! Every integration test, as one program.
mod letter;
mod notes;
mod prose;
mod theme;
