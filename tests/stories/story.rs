use std::cell::RefCell;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A story: a folder to begin in, and steps. In the file, lines up to the first `$` are its title, `$` begins what is
/// typed into a shell and `>` goes on with it; then follow the answer, remarks behind `!`, and the exit code if it is
/// not 0.
pub(crate) struct Story {
    title: String,
    begins_in: Option<String>,
    steps: Vec<String>,
}

impl Story {
    pub(crate) fn read(told: &str) -> Self {
        let mut title = String::new();
        let mut steps: Vec<String> = Vec::new();
        // Once an answer has begun, a line with `>` belongs to it.
        let mut typing = false;
        for line in told.lines() {
            if let Some(typed) = line.strip_prefix("$ ") {
                typing = true;
                steps.push(typed.to_string());
                continue;
            }
            let more = line.strip_prefix("> ").filter(|_| typing);
            typing = more.is_some();
            if let (Some(more), Some(step)) = (more, steps.last_mut()) {
                step.push('\n');
                step.push_str(more);
            } else if steps.is_empty() {
                title.push_str(line);
                title.push('\n');
            }
        }
        let begins_in = title
            .lines()
            .find_map(|line| line.strip_prefix("# Begins in "))
            .map(String::from);
        Self {
            title,
            begins_in,
            steps,
        }
    }

    /// Plays the story in a folder of its own and returns it as it went.
    pub(crate) fn play(&self) -> String {
        let stage = Stage::new(self.begins_in.as_deref());
        let mut seen = self.title.clone();
        for step in &self.steps {
            seen.push_str(&stage.step(step));
        }
        seen
    }
}

/// Where a story is played: a folder that is gone afterwards, and an environment without clock, home or chance.
pub(crate) struct Stage {
    folder: tempfile::TempDir,
    /// Where the next step is typed; a step that is just `cd` changes it.
    here: RefCell<PathBuf>,
}

impl Stage {
    /// A stage that is empty, or holds a copy of an example.
    pub(crate) fn new(example: Option<&str>) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        if let Some(example) = example {
            copy(
                &Path::new(env!("CARGO_MANIFEST_DIR")).join(example),
                folder.path(),
            );
        }
        let here = RefCell::new(folder.path().to_path_buf());
        Self { folder, here }
    }

    fn step(&self, typed: &str) -> String {
        if let Some(folder) = typed
            .strip_prefix("cd ")
            .filter(|folder| !folder.contains(' '))
        {
            let there = self.here.borrow().join(folder);
            self.here.replace(there);
            return format!("$ {typed}\n");
        }
        let output = self.command(typed).output().expect("a shell");
        let mut seen = format!("$ {}\n", typed.replace('\n', "\n> "));
        seen.push_str(&self.neutral(&output.stdout));
        if !seen.ends_with('\n') {
            seen.push_str("(no line end)\n");
        }
        for line in self.neutral(&output.stderr).lines() {
            seen.push_str(format!("! {line}").trim_end());
            seen.push('\n');
        }
        match output.status.code() {
            Some(0) => {}
            Some(code) => seen.push_str(&format!("[exit {code}]\n")),
            None => seen.push_str("[killed]\n"),
        }
        seen
    }

    /// What runs a line in a shell, with `plenary` on its path and nothing else of this machine's.
    pub(crate) fn command(&self, typed: &str) -> Command {
        let binary = PathBuf::from(env!("CARGO_BIN_EXE_plenary"));
        let programs = binary.parent().expect("a folder").display().to_string();
        let mut command = Command::new("sh");
        command
            .arg("-c")
            .arg(typed)
            .current_dir(&*self.here.borrow())
            .env_clear()
            .env("PATH", format!("{programs}:/usr/bin:/bin"))
            .env("PLENARY_NOW", "2024-04-02T12:00:00Z")
            .env("PLENARY_SEED", "1")
            .stdin(Stdio::null());
        command
    }

    fn neutral(&self, bytes: &[u8]) -> String {
        let real = fs::canonicalize(self.folder.path()).expect("the stage");
        let text = String::from_utf8_lossy(bytes).into_owned();
        text.replace(&real.display().to_string(), "STAGE")
            .replace(&self.folder.path().display().to_string(), "STAGE")
    }
}

fn copy(from: &Path, to: &Path) {
    for entry in fs::read_dir(from)
        .expect("an example")
        .map(|entry| entry.expect("an entry"))
    {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            fs::create_dir(&target).expect("a folder");
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("a copy");
        }
    }
}

/// Returns the first lines in which two texts differ, with what stands around them.
pub(crate) fn difference(told: &str, seen: &str) -> String {
    let told: Vec<&str> = told.lines().collect();
    let seen: Vec<&str> = seen.lines().collect();
    let at = told
        .iter()
        .zip(&seen)
        .take_while(|(told, seen)| told == seen)
        .count();
    let before = told[at.saturating_sub(3)..at]
        .iter()
        .map(|line| format!("    {line}\n"));
    let told = told
        .iter()
        .skip(at)
        .take(12)
        .map(|line| format!("  - {line}\n"));
    let seen = seen
        .iter()
        .skip(at)
        .take(12)
        .map(|line| format!("  + {line}\n"));
    before.chain(told).chain(seen).collect()
}
