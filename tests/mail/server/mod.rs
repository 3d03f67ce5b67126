//! A mail server that does what a script says, on a port of its own on this machine. It records every message it
//! takes, so that a test can compare what the client believes with what really happened. Needs only the standard
//! library, so that any test binary can include it.
#![allow(dead_code, reason = "each test binary uses its own part")]

mod script;
mod session;

use std::io::Write;
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

pub(crate) use script::{Act, At, Channel, Script, Upgrade};
use session::Session;

/// So many connections at a time; another one is told to come back later.
const CONNECTIONS: usize = 8;

/// Longer than any moment takes to come on a busy machine.
const PATIENCE: Duration = Duration::from_secs(30);

/// A message that the server has taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Message {
    pub(crate) from: String,
    pub(crate) to: Vec<String>,
    /// Without dot-stuffing and final dot.
    pub(crate) bytes: Vec<u8>,
}

/// What has happened so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Record {
    pub(crate) messages: Vec<Message>,
    /// Every command line, in order; `tls ` stands before what came encrypted.
    pub(crate) heard: Vec<String>,
    /// How many bytes of messages have come in, taken or not.
    pub(crate) body_bytes: usize,
    pub(crate) connections: usize,
}

#[derive(Default)]
struct State {
    record: Record,
    met: Vec<At>,
    live: Vec<(usize, TcpStream)>,
    /// Whether nothing stalls any more.
    hurried: bool,
    stopped: bool,
}

impl State {
    fn count(&self, at: At) -> usize {
        self.met.iter().filter(|met| **met == at).count()
    }
}

#[derive(Default)]
struct Shared {
    script: Script,
    state: Mutex<State>,
    /// Something has been met, or nobody shall wait any longer.
    news: Condvar,
}

impl Shared {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Runs until it is finished or dropped.
pub(crate) struct Server {
    address: SocketAddr,
    shared: Arc<Shared>,
    door: Option<JoinHandle<()>>,
}

impl Server {
    /// Starts a server; it can be connected to as soon as this returns.
    pub(crate) fn start(script: Script) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let address = listener.local_addr().expect("it is bound");
        let shared = Arc::new(Shared {
            script,
            ..Shared::default()
        });
        let door = thread::spawn({
            let shared = Arc::clone(&shared);
            move || receive(&listener, &shared)
        });
        Self {
            address,
            shared,
            door: Some(door),
        }
    }

    pub(crate) fn port(&self) -> u16 {
        self.address.port()
    }

    /// What to write as `server` in event.toml.
    pub(crate) fn url(&self) -> String {
        format!("smtp://{}", self.address)
    }

    /// What has happened so far; a message is in it before its client hears of it.
    pub(crate) fn record(&self) -> Record {
        self.shared.state().record.clone()
    }

    /// Waits until a moment has come for the `nth` time, counted as in a script: by then what the script does has begun.
    pub(crate) fn wait_for(&self, at: At, nth: usize) {
        let (state, end) = self
            .shared
            .news
            .wait_timeout_while(self.shared.state(), PATIENCE, |state| state.count(at) < nth)
            .unwrap_or_else(PoisonError::into_inner);
        assert!(
            !end.timed_out(),
            "{at:?} came {} times, not {nth}: {:?}",
            state.count(at),
            state.record.heard
        );
    }

    /// Ends every stall, those to come too.
    pub(crate) fn hurry(&self) {
        self.shared.state().hurried = true;
        self.shared.news.notify_all();
    }

    /// Reads what the clients have sent up to now, stops, and returns all that has happened.
    pub(crate) fn finish(mut self) -> Record {
        self.stop();
        self.record()
    }

    fn stop(&mut self) {
        let mut state = self.shared.state();
        state.stopped = true;
        state.hurried = true;
        for (_, live) in &state.live {
            // What is in the queue can still be read; then comes the end.
            let _ = live.shutdown(Shutdown::Read);
        }
        drop(state);
        self.shared.news.notify_all();
        let _ = TcpStream::connect(self.address);
        if let Some(door) = self.door.take() {
            let _ = door.join();
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop();
    }
}

fn receive(listener: &TcpListener, shared: &Arc<Shared>) {
    let mut sessions = Vec::new();
    for tcp in listener.incoming() {
        let Ok(mut tcp) = tcp else { continue };
        let mut state = shared.state();
        if state.stopped {
            break;
        }
        if state.live.len() >= CONNECTIONS {
            let _ = tcp.write_all(b"421 too many connections\r\n");
            continue;
        }
        let Ok(twin) = tcp.try_clone() else { continue };
        state.record.connections += 1;
        let number = state.record.connections;
        state.live.push((number, twin));
        drop(state);
        let shared = Arc::clone(shared);
        sessions.push(thread::spawn(move || {
            // An error is a client that has gone, or a script that hangs up.
            let _ = Session::serve(&shared, tcp);
            shared.state().live.retain(|(other, _)| *other != number);
        }));
    }
    for session in sessions {
        let _ = session.join();
    }
}
