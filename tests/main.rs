//! Every integration test, as one program.
