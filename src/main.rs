//! The command line of regards: gives the library its streams and what they can show.

use std::io::{self, BufWriter, IsTerminal};
use std::process::ExitCode;

use anstream::{AutoStream, ColorChoice};
use regards::cli::{Styles, Terminal, run};
use regards::diagnostic::Style;

fn main() -> ExitCode {
    // On a narrow terminal words wrap early, on a wide one a line is still easy to read.
    let columns = terminal_size::terminal_size().map_or(80, |(width, _)| usize::from(width.0));
    let width = columns.clamp(40, 100);
    let shows = |choice: ColorChoice| Style {
        color: choice != ColorChoice::Never,
        width,
    };
    let styles = Styles {
        result: shows(AutoStream::choice(&io::stdout())),
        talk: shows(AutoStream::choice(&io::stderr())),
    };
    let mut stdout = BufWriter::new(io::stdout().lock());
    let mut stderr = io::stderr().lock();
    let mut stdin = io::stdin().lock();
    let typed = io::stdin().is_terminal();
    let mut terminal = Terminal::new(&mut stdin, &mut stdout, &mut stderr, styles).typed(typed);
    ExitCode::from(run(std::env::args_os(), &mut terminal))
}
