//! Every integration test, as one program.
mod letter;
mod prose;
mod theme;
