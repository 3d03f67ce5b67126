//! Against a real mail server's conversation: `smtp-sink`, which comes with Postfix.

use std::fs;
use std::io::Read;
use std::net::{TcpListener, TcpStream};
use std::os::unix::fs::PermissionsExt;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::event::{Event, crowd};
use crate::installed::program;
use crate::program::Seen;
use crate::root::is_root;
use crate::sent::{check_once_each, code, in_doubt};

/// `smtp-sink`, which writes every mail that it takes into a file of its own.
pub(crate) struct Sink {
    child: Child,
    folder: tempfile::TempDir,
    port: u16,
}

impl Sink {
    /// Starts it; none where it is not installed.
    pub(crate) fn start() -> Option<Self> {
        let program = program("smtp-sink", "postfix")?;
        // The port is free now; whoever takes it before the sink does makes the sink end, and then it is another one.
        for _ in 0..20 {
            let folder = tempfile::tempdir().expect("a folder");
            // It gives up its rights before it writes.
            fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o777)).expect("a mode");
            let port = TcpListener::bind("127.0.0.1:0")
                .and_then(|free| free.local_addr())
                .expect("a free port")
                .port();
            let mut command = Command::new(&program);
            if is_root() {
                command.args(["-u", "nobody"]);
            }
            let child = command
                .arg("-d")
                .arg(folder.path().join("mail."))
                .args([&format!("127.0.0.1:{port}"), "100"])
                .stdin(Stdio::null())
                .stdout(Stdio::null())
                .stderr(Stdio::null())
                .spawn()
                .expect("smtp-sink starts");
            let mut sink = Self {
                child,
                folder,
                port,
            };
            if sink.answers() {
                return Some(sink);
            }
        }
        panic!("smtp-sink does not start");
    }

    /// Waits until it greets us; false if it has ended instead.
    fn answers(&mut self) -> bool {
        let deadline = Instant::now() + Duration::from_secs(30);
        while Instant::now() < deadline {
            if self.child.try_wait().expect("a child").is_some() {
                return false;
            }
            let greeting = TcpStream::connect(("127.0.0.1", self.port)).and_then(|mut tcp| {
                let mut code = [0; 3];
                tcp.read_exact(&mut code).map(|()| code)
            });
            if greeting.is_ok_and(|code| &code == b"220") {
                return self.child.try_wait().expect("a child").is_none();
            }
            std::thread::sleep(Duration::from_millis(2));
        }
        false
    }

    pub(crate) fn url(&self) -> String {
        format!("smtp://127.0.0.1:{}", self.port)
    }

    /// Returns how many mails have arrived or are about to.
    fn files(&self) -> usize {
        fs::read_dir(self.folder.path())
            .expect("the folder")
            .count()
    }

    /// Returns which mails have arrived, as in `confirmation.krt-mwbb.1`, in order; once all connections are closed.
    pub(crate) fn mails(&self) -> Vec<String> {
        let entries = fs::read_dir(self.folder.path()).expect("the folder");
        let mut mails: Vec<String> = entries
            .map(|entry| {
                let mail = fs::read(entry.expect("an entry").path()).expect("a mail");
                let text = String::from_utf8_lossy(&mail).into_owned();
                let id = text
                    .lines()
                    .find_map(|line| line.strip_prefix("Message-ID: <"))
                    .expect("a Message-ID");
                id.split('@').next().expect("a mail").to_owned()
            })
            .collect();
        mails.sort();
        mails
    }

    /// Returns the codes of those whose mail has arrived whole; once all connections are closed.
    fn taken(&self) -> Vec<String> {
        let mut codes = Vec::new();
        for entry in fs::read_dir(self.folder.path()).expect("the folder") {
            let mail = fs::read(entry.expect("an entry").path()).expect("a mail");
            let text = String::from_utf8_lossy(&mail);
            let boundary = text
                .split("boundary=\"")
                .nth(1)
                .and_then(|rest| rest.split('"').next());
            // Half a mail, of a client that was killed, is none: the sink never said yes to it.
            if boundary.is_some_and(|boundary| text.contains(&format!("--{boundary}--"))) {
                codes.push(code(&mail));
            }
        }
        codes
    }
}

impl Drop for Sink {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn two_hundred_mails_arrive_at_a_real_server_each_once() {
    let Some(sink) = Sink::start() else { return };
    let people = crowd(200);
    let event = Event::of(&people);
    event.server(&sink.url());
    let sentence = format!(
        "Drafted 200 confirmations.\nSent 200 mails through {}.\n",
        sink.url()
    );
    assert_eq!(
        event.run("mail send confirmation"),
        Seen::remarks(0, &sentence)
    );
    check_once_each(&people, &sink.taken(), &[]);
}

#[test]
fn killed_at_random_moments_and_run_again_nobody_is_missed_at_a_real_server() {
    for (seed, connections) in [(1, 1), (2, 4), (3, 4)] {
        let Some(sink) = Sink::start() else { return };
        let mut random = fastrand::Rng::with_seed(seed);
        let people = crowd(200);
        let event = Event::of(&people);
        event.server(&sink.url());
        let settings = event.text("event.toml");
        event.write(
            "event.toml",
            &format!("{settings}connections = {connections}\n"),
        );
        assert_eq!(event.run("mail draft confirmation").exit, Some(0));
        let mut kills = 0;
        for part in 1..=4 {
            let mut run = event.start("mail send");
            // When so many have arrived, and a little later.
            let many = part * 40 + random.usize(..40);
            while sink.files() < many && !run.is_over() {
                std::thread::yield_now();
            }
            std::thread::sleep(Duration::from_micros(random.u64(..500)));
            kills += usize::from(!run.is_over());
            run.kill();
        }
        let doubtful = in_doubt(&event);
        assert!(
            doubtful.len() <= kills * connections,
            "seed {seed}: {doubtful:?} after {kills} kills"
        );
        let end = event.run("mail send").exit;
        assert_eq!(end, Some(i32::from(!doubtful.is_empty())), "seed {seed}");
        assert_eq!(in_doubt(&event), doubtful, "seed {seed}");
        check_once_each(&people, &sink.taken(), &doubtful);
    }
}
