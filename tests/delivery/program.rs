use std::io::Read;
use std::process::{Child, ChildStderr, ChildStdout, Command, Stdio};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

/// Longer than anything takes on a busy machine: whatever runs longer hangs.
const LIMIT: Duration = Duration::from_secs(60);

/// What somebody sees of a command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Seen {
    pub(crate) answer: String,
    pub(crate) remarks: String,
    /// None if it was killed.
    pub(crate) exit: Option<i32>,
}

impl Seen {
    /// What a command says that answers nothing.
    pub(crate) fn remarks(exit: i32, remarks: &str) -> Self {
        Self {
            answer: String::new(),
            remarks: remarks.to_owned(),
            exit: Some(exit),
        }
    }

    /// What a command says that makes no remarks.
    pub(crate) fn answer(exit: i32, answer: &str) -> Self {
        Self {
            answer: answer.to_owned(),
            remarks: String::new(),
            exit: Some(exit),
        }
    }
}

/// A program that runs. It is killed when it is dropped: no test leaves one behind.
pub(crate) struct Running {
    child: Child,
    typed: String,
    answer: Option<JoinHandle<String>>,
    remarks: Option<JoinHandle<String>>,
}

impl Running {
    /// Starts a command whose standard input and output are set where they matter.
    pub(crate) fn start(command: &mut Command) -> Self {
        let mut child = command
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let answer = child.stdout.take().map(|pipe: ChildStdout| collect(pipe));
        let remarks = child.stderr.take().map(|pipe: ChildStderr| collect(pipe));
        Self {
            child,
            typed: format!("{command:?}"),
            answer,
            remarks,
        }
    }

    /// Ends it as a power cut or the out-of-memory killer would: it notices nothing.
    pub(crate) fn kill(mut self) -> Seen {
        self.child.kill().expect("it can be killed");
        self.finish()
    }

    /// Tells whether it has come to its end.
    pub(crate) fn is_over(&mut self) -> bool {
        self.child.try_wait().expect("a child").is_some()
    }

    /// Waits for its end.
    pub(crate) fn finish(mut self) -> Seen {
        let deadline = Instant::now() + LIMIT;
        while !self.is_over() {
            assert!(Instant::now() < deadline, "{} hangs", self.typed);
            thread::sleep(Duration::from_millis(1));
        }
        let status = self.child.wait().expect("it has ended");
        let text = |pipe: Option<JoinHandle<String>>| {
            pipe.map_or_else(String::new, |pipe| pipe.join().expect("read"))
        };
        Seen {
            answer: text(self.answer.take()),
            remarks: text(self.remarks.take()),
            exit: status.code(),
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn collect(mut pipe: impl Read + Send + 'static) -> JoinHandle<String> {
    thread::spawn(move || {
        let mut bytes = Vec::new();
        pipe.read_to_end(&mut bytes).expect("a pipe");
        String::from_utf8(bytes).expect("UTF-8")
    })
}
