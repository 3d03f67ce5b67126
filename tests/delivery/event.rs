use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::program::{Running, Seen};

/// What everything happens at.
pub(crate) const NOW: &str = "2024-04-02T12:00:00Z";

/// Somebody who has signed up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Person {
    pub(crate) code: String,
    pub(crate) name: String,
    pub(crate) email: String,
}

impl Person {
    pub(crate) fn new(code: &str, name: &str, email: &str) -> Self {
        Self {
            code: code.to_owned(),
            name: name.to_owned(),
            email: email.to_owned(),
        }
    }
}

/// Returns so many people, whose codes rise in the order of the list: that is the order in which mails go.
pub(crate) fn crowd(count: usize) -> Vec<Person> {
    const LETTERS: &[u8] = b"bcdfghjkmnpqrstvwxyz";
    let letter = |number: usize| char::from(LETTERS[number % LETTERS.len()]);
    (0..count)
        .map(|number| Person {
            code: format!("krt-mw{}{}", letter(number / 20), letter(number)),
            name: format!("Person {number}"),
            email: format!("person{number}@example.org"),
        })
        .collect()
}

/// An event folder with confirmed people in it, gone when dropped.
pub(crate) struct Event {
    folder: tempfile::TempDir,
}

impl Event {
    pub(crate) fn of(people: &[Person]) -> Self {
        // In memory where that is possible: what a kill leaves is the same there, and nothing waits for the disk.
        let folder = tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir());
        let event = Self {
            folder: folder.expect("a folder"),
        };
        event.server("folder:delivered");
        event.list(people);
        event
    }

    /// Writes the list of people anew, every cell in quotes.
    pub(crate) fn list(&self, people: &[Person]) {
        let mut list = "code,name,email,status\n".to_owned();
        for person in people {
            let cells = [&person.code, &person.name, &person.email, "confirmed"];
            let cells = cells.map(|cell: &str| format!("\"{}\"", cell.replace('"', "\"\"")));
            list += &format!("{}\n", cells.join(","));
        }
        self.write("registrations.csv", &list);
    }

    /// Names the mail server in event.toml.
    pub(crate) fn server(&self, url: &str) {
        let text = format!(
            "[event]\nid = \"blackburn-2024\"\nname = \"Blackburn conference\"\ndates = [\"2024-04-13\"]\n\
             hours = \"09:30-17:00\"\ntimezone = \"Europe/London\"\n\n[mail]\n\
             from = \"Blackburn conference <team@example.org>\"\nserver = \"{url}\"\n"
        );
        self.write("event.toml", &text);
    }

    pub(crate) fn write(&self, name: &str, text: &str) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("written");
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn read(&self, name: &str) -> Vec<u8> {
        fs::read(self.path(name)).expect("a file")
    }

    pub(crate) fn text(&self, name: &str) -> String {
        String::from_utf8(self.read(name)).expect("UTF-8")
    }

    /// Returns the names in a folder, hidden ones too, in order; none if it is not there.
    pub(crate) fn names(&self, folder: &str) -> Vec<String> {
        let entries = fs::read_dir(self.path(folder));
        let mut names: Vec<String> = entries
            .into_iter()
            .flatten()
            .map(|entry| {
                entry
                    .expect("an entry")
                    .file_name()
                    .into_string()
                    .expect("UTF-8")
            })
            .collect();
        names.sort();
        names
    }

    /// Returns the states in the journal, line by line, each with whom it is about.
    pub(crate) fn journal(&self) -> Vec<(String, String)> {
        let text = self.text("mail.csv");
        let cells = text
            .lines()
            .skip(1)
            .map(|line| line.split(',').collect::<Vec<_>>());
        cells
            .map(|cells| (cells[1].to_owned(), cells[3].to_owned()))
            .collect()
    }

    /// Returns what runs plenary in the folder, in an environment with nothing of this machine's.
    pub(crate) fn plenary(&self, words: &[&str]) -> Command {
        self.within(Command::new(env!("CARGO_BIN_EXE_plenary")), words)
    }

    /// Returns a command with more words, in the folder and the same environment.
    pub(crate) fn within(&self, mut command: Command, words: &[&str]) -> Command {
        command
            .args(words)
            .current_dir(self.folder.path())
            .env_clear()
            .env("PATH", "/usr/bin:/bin")
            .env("PLENARY_NOW", NOW)
            .stdin(Stdio::null());
        command
    }

    /// Starts plenary with these words, which are separated by spaces.
    pub(crate) fn start(&self, typed: &str) -> Running {
        let words: Vec<&str> = typed.split(' ').collect();
        Running::start(&mut self.plenary(&words))
    }

    /// Runs plenary with these words, and returns what is seen with `EVENT` for the folder.
    pub(crate) fn run(&self, typed: &str) -> Seen {
        self.seen(self.start(typed).finish())
    }

    /// Runs a command that is not only words.
    pub(crate) fn play(&self, command: &mut Command) -> Seen {
        self.seen(Running::start(command).finish())
    }

    fn seen(&self, mut seen: Seen) -> Seen {
        let folder = self.folder.path().display().to_string();
        seen.answer = seen.answer.replace(&folder, "EVENT");
        seen.remarks = seen.remarks.replace(&folder, "EVENT");
        seen
    }

    pub(crate) fn root(&self) -> &Path {
        self.folder.path()
    }
}

impl AsRef<Self> for Event {
    fn as_ref(&self) -> &Self {
        self
    }
}
