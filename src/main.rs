//! The command line of regards: gives the library its streams, the arguments, and the date.

use std::io::{self, Write};
use std::process::ExitCode;

use regards::cli::{Terminal, run};

fn main() -> ExitCode {
    let mut stdout = io::BufWriter::new(io::stdout().lock());
    let mut stderr = io::stderr().lock();
    let mut stdin = io::stdin().lock();
    let mut terminal = Terminal::new(&mut stdin, &mut stdout, &mut stderr);
    let code = run(std::env::args_os(), &mut terminal);
    let _ = stdout.flush();
    ExitCode::from(code)
}
