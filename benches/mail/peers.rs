//! What others do with the same mails.

use std::fs;
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

const SINK: &str = "/usr/sbin/smtp-sink";
const SOURCE: &str = "/usr/sbin/smtp-source";

/// `smtp-sink`, which takes every mail and forgets it.
pub(crate) struct Sink {
    child: Child,
    port: u16,
}

impl Sink {
    pub(crate) fn start() -> Option<Self> {
        let port = free_port();
        let mut command = Command::new(SINK);
        if fs::metadata("/proc/self")
            .is_ok_and(|own| std::os::unix::fs::MetadataExt::uid(&own) == 0)
        {
            command.args(["-u", "nobody"]);
        }
        let child = command
            .args([&format!("127.0.0.1:{port}"), "1024"])
            .stdin(Stdio::null())
            .spawn()
            .ok()?;
        let sink = Self { child, port };
        answers(port).then_some(sink)
    }

    pub(crate) fn port(&self) -> u16 {
        self.port
    }
}

impl Drop for Sink {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

pub(crate) fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    listener.local_addr().expect("it is bound").port()
}

/// Waits until somebody listens.
pub(crate) fn answers(port: u16) -> bool {
    let deadline = Instant::now() + Duration::from_secs(20);
    while Instant::now() < deadline {
        if TcpStream::connect(("127.0.0.1", port)).is_ok() {
            return true;
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    false
}

/// Returns how many messages a second `smtp-source -d` sends.
pub(crate) fn smtp_source(mails: usize, connections: usize, port: u16) -> f64 {
    let start = Instant::now();
    let done = Command::new(SOURCE)
        .args([
            "-d",
            "-s",
            &connections.to_string(),
            "-m",
            &mails.to_string(),
        ])
        .args([
            "-l",
            "2048",
            "-f",
            "team@example.org",
            "-t",
            "person@example.org",
        ])
        .arg(format!("127.0.0.1:{port}"))
        .status();
    assert!(done.is_ok_and(|status| status.success()), "smtp-source");
    mails as f64 / start.elapsed().as_secs_f64()
}

/// Returns how many messages a second mailmerge sends; none where it is not installed.
pub(crate) fn mailmerge(mails: usize, port: u16) -> Option<f64> {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, text: &str| {
        fs::write(folder.path().join(name), text).expect("written");
    };
    let body = format!("{}\n", "x".repeat(70)).repeat(25);
    write(
        "mailmerge_template.txt",
        &format!(
            "TO: {{{{email}}}}\nSUBJECT: Your place\nFROM: team@example.org\n\nHello {{{{name}}}}\n{body}"
        ),
    );
    let rows: String = (0..mails)
        .map(|number| format!("person{number}@example.org,Person {number}\n"))
        .collect();
    write("mailmerge_database.csv", &format!("email,name\n{rows}"));
    let server = format!("[smtp_server]\nhost = 127.0.0.1\nport = {port}\nratelimit = 0\n");
    write("mailmerge_server.conf", &server);
    let start = Instant::now();
    let done = Command::new("mailmerge")
        .args(["--no-dry-run", "--no-limit", "--output-format", "raw"])
        .current_dir(folder.path())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .ok()?;
    assert!(done.success(), "mailmerge");
    Some(mails as f64 / start.elapsed().as_secs_f64())
}
