//! CUPS, by way of its commands `lpstat` and `lp`.

use std::io::{self, Write};
use std::process::{Command, Stdio};

use super::super::write::stack::Stack;
use crate::card::Flip;
use crate::stationery::media_name;

/// A system with CUPS.
pub struct Spooler {
    /// The printer that is used when none is named.
    pub default: Option<String>,
    /// Every printer.
    pub printers: Vec<String>,
}

impl Spooler {
    /// Asks CUPS for its printers; `None` where there is no CUPS.
    pub fn find() -> Option<Self> {
        let default = said(Command::new("lpstat").arg("-d"))?;
        // `system default destination: NAME`; other words where there is none.
        let default = default
            .split_once(": ")
            .map(|(_, name)| name.trim().to_owned());
        let printers = said(Command::new("lpstat").arg("-e")).unwrap_or_default();
        Some(Self {
            default: default.filter(|name| !name.is_empty()),
            printers: printers.split_whitespace().map(str::to_owned).collect(),
        })
    }
}

/// What a command says, in English; `None` where it cannot be run.
fn said(command: &mut Command) -> Option<String> {
    let run = command
        .env("LC_ALL", "C")
        .stdin(Stdio::null())
        .output()
        .ok()?;
    Some(String::from_utf8_lossy(&run.stdout).into_owned())
}

/// The arguments of `lp` for a stack, which comes by standard input; without a printer, as the
/// system's default would get it.
pub fn arguments(stack: &Stack, printer: Option<&str>, title: &str) -> Vec<String> {
    let sides = match stack.flip {
        None => "one-sided",
        Some(Flip::Long) => "two-sided-long-edge",
        Some(Flip::Short) => "two-sided-short-edge",
    };
    let media = format!("media={}", media_name(stack.media));
    let sides = format!("sides={sides}");
    let printer = printer.map(|printer| ["-d", printer]);
    // A card that is scaled has the wrong size, and its back does not meet its front.
    let options = ["-o", &media, "-o", &sides, "-o", "print-scaling=none"];
    let words = printer.into_iter().flatten().chain(["-t", title]);
    words.chain(options).map(str::to_owned).collect()
}

/// The command as it is typed at a shell, up to the name of the file.
pub fn typed(arguments: &[String]) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "/._-=:,".contains(c);
    let words = arguments.iter().map(|word| match word.chars().all(plain) {
        true => word.clone(),
        false => format!("'{}'", word.replace('\'', "'\\''")),
    });
    let words: Vec<String> = words.collect();
    format!("lp {}", words.join(" "))
}

/// Hands a stack to `lp`.
///
/// # Errors
/// Where it cannot be run, or says that it failed: in its own words.
pub fn print(arguments: &[String], pdf: &[u8]) -> io::Result<()> {
    let mut lp = Command::new("lp")
        .args(arguments)
        .env("LC_ALL", "C")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()?;
    if let Some(mut input) = lp.stdin.take() {
        // Where `lp` refuses early, what it says matters and not that the pipe is closed.
        let _ = input.write_all(pdf);
    }
    let ended = lp.wait_with_output()?;
    if ended.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&ended.stderr);
    let said = said
        .trim()
        .trim_start_matches("lp: ")
        .trim_start_matches("Error - ");
    Err(io::Error::other(if said.is_empty() {
        "it gave no reason"
    } else {
        said
    }))
}
