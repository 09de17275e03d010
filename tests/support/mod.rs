//! The program, run as a user runs it, in a folder of its own.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

/// What a run printed.
pub struct Printed {
    pub stdout: String,
    pub stderr: String,
}

/// A run that is being prepared.
pub struct Run {
    command: Command,
    input: Vec<u8>,
}

/// A folder that goes away after the test.
pub struct Folder(TempDir);

/// The project's own folder.
pub fn project() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The text of an example.
pub fn example(name: &str) -> String {
    fs::read_to_string(project().join("examples").join(name)).unwrap()
}

impl Folder {
    pub fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    /// A folder with one file.
    pub fn with(name: &str, text: impl AsRef<[u8]>) -> Self {
        let folder = Self::new();
        folder.put(name, text);
        folder
    }

    pub fn path(&self) -> &Path {
        self.0.path()
    }

    pub fn put(&self, name: &str, text: impl AsRef<[u8]>) {
        let path = self.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path().join(name)).unwrap_or_else(|_| panic!("no {name}"))
    }

    /// Every file below, by its path with `/`.
    pub fn files(&self) -> BTreeMap<String, Vec<u8>> {
        files_below(self.path())
    }

    /// Runs the program here.
    pub fn regards(&self, arguments: &[&str]) -> Run {
        let mut command = Command::new(env!("CARGO_BIN_EXE_regards"));
        command
            .args(arguments)
            .current_dir(self.path())
            .env_remove("NO_COLOR");
        Run {
            command,
            input: Vec::new(),
        }
    }
}

/// Every file below a folder, by its path with `/`.
pub fn files_below(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    fn walk(folder: &Path, before: &str, files: &mut BTreeMap<String, Vec<u8>>) {
        for entry in fs::read_dir(folder).unwrap() {
            let entry = entry.unwrap();
            let name = format!("{before}{}", entry.file_name().to_string_lossy());
            if entry.path().is_dir() {
                walk(&entry.path(), &format!("{name}/"), files);
            } else {
                files.insert(name, fs::read(entry.path()).unwrap());
            }
        }
    }
    let mut files = BTreeMap::new();
    walk(folder, "", &mut files);
    files
}

impl Run {
    pub fn env(mut self, name: &str, value: &str) -> Self {
        self.command.env(name, value);
        self
    }

    pub fn input(mut self, text: impl AsRef<[u8]>) -> Self {
        self.input = text.as_ref().to_vec();
        self
    }

    /// Runs; fails unless the exit code is 0.
    pub fn passes(self) -> Printed {
        self.fails(0)
    }

    /// Runs; fails unless the exit code is this one.
    pub fn fails(mut self, code: i32) -> Printed {
        let mut child = self
            .command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // A program that reads no input may have gone away already.
        let _ = child.stdin.take().unwrap().write_all(&self.input);
        let output = child.wait_with_output().unwrap();
        let printed = Printed {
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8(output.stderr).unwrap(),
        };
        assert_eq!(
            output.status.code(),
            Some(code),
            "\n-- stdout\n{}\n-- stderr\n{}",
            printed.stdout,
            printed.stderr
        );
        printed
    }
}
