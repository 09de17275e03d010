//! The command line of regards.

fn main() {}
