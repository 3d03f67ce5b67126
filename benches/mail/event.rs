use std::fs;
use std::process::{Command, Stdio};
use std::time::Instant;

/// An event whose outbox is full.
pub(crate) struct Event {
    folder: tempfile::TempDir,
    mails: usize,
}

/// How a run of sending went.
pub(crate) struct Sent {
    /// Messages a second, from the start of the process to its end.
    pub(crate) rate: f64,
    /// Bytes, at the highest.
    pub(crate) memory: u64,
}

impl Event {
    pub(crate) fn with(mails: usize, connections: usize, port: u16) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let event = format!(
            "[event]\nid = \"bench\"\nname = \"Bench\"\ndates = [\"2024-04-13\"]\ntimezone = \"Europe/London\"\n\n\
             [mail]\nfrom = \"Bench <team@example.org>\"\nserver = \"smtp://127.0.0.1:{port}\"\n\
             connections = {connections}\n"
        );
        fs::write(folder.path().join("event.toml"), event).expect("written");
        fs::create_dir(folder.path().join("outbox")).expect("a folder");
        let mut list = "code,name,email,status\n".to_owned();
        for number in 0..mails {
            list += &format!("p-{number},Person {number},person{number}@example.org,confirmed\n");
            let path = folder
                .path()
                .join(format!("outbox/confirmation-p-{number}.eml"));
            fs::write(path, mail(number)).expect("written");
        }
        fs::write(folder.path().join("registrations.csv"), list).expect("written");
        // What the bench has written shall not be on its way to the disk while the run waits for it.
        let _ = Command::new("sync").status();
        Self { folder, mails }
    }

    /// Sends all, as cron would.
    pub(crate) fn send(self) -> Sent {
        let start = Instant::now();
        let mut command = Command::new("/usr/bin/time");
        let output = command
            .args([
                "-f",
                "%M",
                env!("CARGO_BIN_EXE_plenary"),
                "-q",
                "mail",
                "send",
            ])
            .current_dir(self.folder.path())
            .stdin(Stdio::null())
            .output()
            .expect("plenary runs");
        let rate = self.mails as f64 / start.elapsed().as_secs_f64();
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{said}");
        let left = fs::read_dir(self.folder.path().join("outbox"));
        assert_eq!(left.expect("the outbox").count(), 0);
        let kilobytes: u64 = said.trim().parse().expect("a size");
        Sent {
            rate,
            memory: kilobytes * 1024,
        }
    }
}

/// Returns a mail of 2048 bytes.
fn mail(number: usize) -> String {
    let mut mail = format!(
        "From: Bench <team@example.org>\r\nTo: Person {number} <person{number}@example.org>\r\n\
         Subject: Your place\r\nDate: Tue, 2 Apr 2024 12:00:00 +0000\r\n\
         Message-ID: <confirmation.p-{number}.1@bench.example.org>\r\n\
         MIME-Version: 1.0\r\nContent-Type: text/plain; charset=us-ascii\r\n\r\n"
    );
    while mail.len() < 2048 - 74 {
        mail += &"x".repeat(70);
        mail += "\r\n";
    }
    let rest = 2048 - mail.len() - 2;
    mail + &"y".repeat(rest) + "\r\n"
}
