use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use super::envelope::{is_address, is_plain_address};
use super::reply::shown;
use super::trouble::reason;
use super::{Outcome, Parcel, Phase};
use crate::error::{Error, Result};

/// The `sendmail` program of this machine, which mail servers bring along: it takes a mail and sees to the rest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sendmail {
    program: PathBuf,
    patience: Duration,
}

/// What programs mean by the code with which they end (`sysexits.h`).
const NOT_NOW: i32 = 75;
const OF_THIS_MAIL: [i32; 3] = [65, 67, 68];

impl Sendmail {
    /// A program, and how long it may take for one mail.
    pub fn new(program: &Path, patience: Duration) -> Self {
        Self {
            program: program.to_owned(),
            patience,
        }
    }

    /// Hands one message over and returns what became of it; `mark` is called once, before the program has all of it.
    ///
    /// # Errors
    /// When the program cannot be started or used at all: it would be so for every mail. Or with the error of `mark`;
    /// the program is ended then, with half a message at most.
    pub fn carry(
        &self,
        parcel: &Parcel<'_>,
        mark: &mut dyn FnMut() -> Result<()>,
    ) -> Result<Outcome> {
        if !is_plain_address(parcel.from) || !is_address(parcel.to) {
            return Ok(Outcome::Refused {
                phase: Phase::Rcpt,
                reply: "not sent: the address cannot stand in a command".into(),
            });
        }
        // A dot alone ends nothing (-i), and whatever stands behind `--` is no option.
        let mut child = Command::new(&self.program)
            .args(["-i", "-f", parcel.from, "--", parcel.to])
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .map_err(|cause| self.unusable(&reason(&cause)))?;
        if let Err(error) = mark() {
            end(&mut child);
            return Err(error);
        }
        // Dropped at once: the end of the input is what the program waits for.
        let written = child
            .stdin
            .take()
            .map(|mut input| input.write_all(&local(parcel.bytes)));
        let said = child
            .stderr
            .take()
            .map(|pipe| thread::spawn(move || first_words(pipe)));
        let status = self.wait(&mut child);
        let said = said.and_then(|said| said.join().ok()).unwrap_or_default();
        self.outcome(
            status,
            written.is_some_and(|written| written.is_ok()),
            &said,
        )
    }

    fn outcome(&self, status: Option<ExitStatus>, is_whole: bool, said: &str) -> Result<Outcome> {
        let name = self.program.display();
        let Some(status) = status else {
            let why = format!("`{name}` did not end within {:?}", self.patience);
            return Ok(Outcome::InDoubt { why });
        };
        let told = |code: i32| match said {
            "" => format!("`{name}` ended with {code}"),
            said => format!("`{name}` ended with {code}: {said}"),
        };
        match status.code() {
            Some(0) if is_whole => Ok(Outcome::Accepted {
                reply: format!("taken by {name}"),
            }),
            Some(code @ NOT_NOW) => Ok(Outcome::Deferred {
                phase: Phase::Dot,
                reply: told(code),
            }),
            Some(code) if OF_THIS_MAIL.contains(&code) => Ok(Outcome::Refused {
                phase: Phase::Dot,
                reply: told(code),
            }),
            Some(0) | None => Ok(Outcome::InDoubt {
                why: format!("`{name}` came to a sudden end"),
            }),
            // Nothing was taken, and it is not the mail's fault: no such program, no right to use it, no settings.
            Some(code) => Ok(Outcome::Lost {
                phase: Phase::Dot,
                why: told(code),
            }),
        }
    }

    fn unusable(&self, why: &str) -> Error {
        Error::new(format!("cannot use `{}`: {why}", self.program.display())).hint(
            "install a mail server that has `sendmail`, or name another in `server` of event.toml",
        )
    }

    /// Waits for the end of the program; none if it takes too long, and is ended.
    fn wait(&self, child: &mut Child) -> Option<ExitStatus> {
        let until = Instant::now() + self.patience;
        loop {
            if let Ok(Some(status)) = child.try_wait() {
                return Some(status);
            }
            if Instant::now() >= until {
                end(child);
                return None;
            }
            thread::sleep(Duration::from_millis(2));
        }
    }
}

fn end(child: &mut Child) {
    let _ = child.kill();
    let _ = child.wait();
}

/// Returns a message with the line ends of this machine, as the program wants it.
fn local(message: &[u8]) -> Vec<u8> {
    let mut local = Vec::with_capacity(message.len());
    for line in message.split_inclusive(|byte| *byte == b'\n') {
        match line.strip_suffix(b"\r\n") {
            Some(text) => {
                local.extend_from_slice(text);
                local.push(b'\n');
            }
            None => local.extend_from_slice(line),
        }
    }
    local
}

/// Returns what a program complains about, on one line that is safe to show; the rest is read and forgotten.
fn first_words(mut pipe: impl Read) -> String {
    let mut words = Vec::new();
    let _ = pipe.by_ref().take(1024).read_to_end(&mut words);
    let _ = io::copy(&mut pipe, &mut io::sink());
    let words = String::from_utf8_lossy(&words);
    shown(&words.split_whitespace().collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Exit;

    /// What becomes of a mail that is handed to a program with this script.
    fn handed(script: &str) -> (Outcome, usize) {
        let folder = tempfile::tempdir().expect("a folder");
        let program = folder.path().join("sendmail");
        // Written by another process: a file that is open for writing anywhere cannot be run, and what other tests
        // start may inherit ours.
        let write = "printf '#!/bin/sh\n%s\n' \"$1\" > \"$0\" && chmod 755 \"$0\"";
        let written = Command::new("sh")
            .args(["-c", write])
            .arg(&program)
            .arg(script)
            .status();
        assert!(written.is_ok_and(|status| status.success()));
        let mut marks = 0;
        let parcel = Parcel {
            from: "team@example.org",
            to: "-jo@example.net",
            bytes: b"Subject: Hello\r\n\r\n.\r\nSee you.\r\n",
        };
        let outcome = Sendmail::new(&program, Duration::from_secs(20)).carry(&parcel, &mut || {
            marks += 1;
            Ok(())
        });
        let mut outcome = outcome.expect("a program");
        let name = program.display().to_string();
        match &mut outcome {
            Outcome::Accepted { reply: text }
            | Outcome::Refused { reply: text, .. }
            | Outcome::Deferred { reply: text, .. }
            | Outcome::Lost { why: text, .. }
            | Outcome::InDoubt { why: text } => *text = text.replace(&name, "PROGRAM"),
        }
        (outcome, marks)
    }

    #[test]
    fn the_program_gets_the_addresses_as_such_and_the_message_with_line_ends_of_this_machine() {
        let script = "echo \"$@\" >&2; cat >&2; exit 65";
        let reply = "`PROGRAM` ended with 65: -i -f team@example.org -- -jo@example.net Subject: Hello . See you.";
        let refused = Outcome::Refused {
            phase: Phase::Dot,
            reply: reply.into(),
        };
        assert_eq!(handed(script), (refused, 1));
        assert_eq!(local(b"a\r\n.\r\n\r\nb\r\r\n"), b"a\n.\n\nb\r\n");
    }

    #[test]
    fn how_the_program_ends_says_what_became_of_the_mail() {
        let accepted = Outcome::Accepted {
            reply: "taken by PROGRAM".into(),
        };
        assert_eq!(handed("cat > /dev/null"), (accepted, 1));
        let deferred = Outcome::Deferred {
            phase: Phase::Dot,
            reply: "`PROGRAM` ended with 75: queue full".into(),
        };
        assert_eq!(
            handed("cat > /dev/null; echo queue full >&2; exit 75"),
            (deferred, 1)
        );
        let lost = Outcome::Lost {
            phase: Phase::Dot,
            why: "`PROGRAM` ended with 78".into(),
        };
        assert_eq!(handed("cat > /dev/null; exit 78"), (lost, 1));
        let in_doubt = Outcome::InDoubt {
            why: "`PROGRAM` came to a sudden end".into(),
        };
        assert_eq!(handed("cat > /dev/null; kill -9 $$"), (in_doubt, 1));
    }

    #[test]
    fn without_the_program_nothing_is_marked() {
        let parcel = Parcel {
            from: "team@example.org",
            to: "jo@example.net",
            bytes: b"Hello\r\n",
        };
        let program = Sendmail::new(Path::new("/nowhere/sendmail"), Duration::from_secs(1));
        let error = program.carry(&parcel, &mut || panic!("marked"));
        let error = error.expect_err("no program");
        assert_eq!(
            error.to_string(),
            "cannot use `/nowhere/sendmail`: no such file or directory"
        );
        assert_eq!(error.exit, Exit::CouldNotRun);
    }
}
