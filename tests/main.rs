//! Every integration test, as one program.
<<<<<<< HEAD
mod letter;
mod prose;
mod theme;
=======

mod notes;
>>>>>>> notes
